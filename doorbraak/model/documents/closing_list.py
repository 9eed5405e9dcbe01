"""What came of a round: what was wiped or handed over, what is on its way, what is still here. Numbers and no names."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from doorbraak.model.documents import log_words, wording
from doorbraak.model.documents.document import Block, Column, Document, Paragraph, Section, Table
from doorbraak.model.documents.erasure_proof import ground_words
from doorbraak.model.dossier.erasure import is_done
from doorbraak.model.dossier.household import Household
from doorbraak.model.handover.on_the_way import Given
from doorbraak.model.workspace.tombstones import Tombstone

BACK = timedelta(days=31)
"""As long as a file for a colleague can be open, and a day: so a round ends within it."""
_WHOLE, _ONE = "Heel het huishouden", "Eén persoon"


def list_of(
    homes: Iterable[Household], ways: Iterable[Given], erased: Iterable[Tombstone], workspace: str, today: date
) -> Document:  # fmt: skip
    """`workspace` is what the workspace is called. What a colleague erased is no part of it."""
    numbers = {home.id: home for home in homes}
    out = {way.household: way for way in ways if way.household in numbers}
    gone = [one for one in erased if one.places and _on(one.at) >= today - BACK]
    staying = [home for home in numbers.values() if home.id not in out]
    return Document(
        title="Rondje afsluiten",
        subtitle=f"Wat weg is, onderweg is en er nog staat{f' · werkmap {workspace}' if workspace else ''}",
        on=today,
        marks=("Vertrouwelijk",),
        sections=(
            Section(f"Wat is weg sinds {wording.day(today - BACK)}?", _gone(gone)),
            Section("Wat is onderweg naar een collega?", _ways(out, numbers)),
            Section("Wat staat er nog op deze laptop?", _staying(staying, today)),
        ),
    )


def _gone(erased: list[Tombstone]) -> tuple[Block, ...]:
    if not erased:
        return (Paragraph("Niets.", "muted"),)
    columns = (
        Column("Nummer", 2, number=True),
        Column("Wat", 4),
        Column("Waarom", 6),
        Column("Moment", 4),
        Column("Overal weg?", 3),
    )
    rows = [
        (
            str(one.number), _ONE if one.kind == "person" else _WHOLE, ground_words(one), log_words.moment(one.at),
            "Ja" if is_done(one) else "Nog niet",
        )
        for one in erased
    ]  # fmt: skip
    said = "Van elk is er een bewijs: zie Bewaartermijnen, Wat is er gewist?"
    return Table(columns, tuple(rows)), Paragraph(said, "muted")


def _ways(out: dict[int, Given], homes: dict[int, Household]) -> tuple[Block, ...]:
    if not out:
        return (Paragraph("Niets.", "muted"),)
    columns = (
        Column("Nummer", 2, number=True),
        Column("Naar", 6),
        Column("Gegeven op", 4),
        Column("In te nemen tot en met", 5),
    )
    rows = [
        (str(homes[of].number), way.label, wording.day(way.given_on), wording.day(way.last_day))
        for of, way in out.items()
    ]
    said = "Deze dossiers staan hier nog, tot je collega de cijfers heeft voorgelezen."
    return Table(columns, tuple(rows)), Paragraph(said, "muted")


def _staying(homes: list[Household], today: date) -> tuple[Block, ...]:
    if not homes:
        return (Paragraph("Niets. Deze laptop is leeg.", "muted"),)
    columns = Column("Nummer", 2, number=True), Column("Hier sinds", 4), Column("Dagen hier", 3, number=True)
    rows = [
        (str(home.number), wording.day(home.here_since), str(max(0, (today - home.here_since).days))) for home in homes
    ]
    return (Table(columns, tuple(rows)),)


def _on(at: str) -> date:
    """What is no moment is shown: rather too much than too little."""
    try:
        return datetime.fromisoformat(at).date()
    except ValueError:
        return date.max
