"""The proof that something was erased: when, why and where; a number and no name, since nothing else is left."""

from datetime import date

from doorbraak.model.documents import log_words
from doorbraak.model.documents.document import Bullets, Document, Paragraph, Section, Table
from doorbraak.model.documents.document import Column as Column_
from doorbraak.model.dossier.erasure import GROUNDS, is_done
from doorbraak.model.workspace.tombstones import Place, PlaceKind, Tombstone

_WHERE: dict[PlaceKind, str] = {
    "file": "Het dossierbestand, met de concepten en wat ongedaan te maken was",
    "backups": "Kopieën bij de werkmap",
    "kept": "Bestanden van een eerdere keer terugzetten",
    "second": "Kopieën op een andere plek",
}
_KINDS = {
    "household": "Het hele huishouden",
    "person": "Eén persoon van dit huishouden",
    "handed-over": "Het hele huishouden, dat een collega nu heeft",
}


def proof_of(erased: Tombstone, workspace: str, today: date) -> Document:
    """One page. `workspace` is what the workspace is called."""
    return Document(
        title="Bewijs van wissen",
        subtitle=f"Huishouden {erased.number}" + (f" · werkmap {workspace}" if workspace else ""),
        on=today,
        marks=("Vertrouwelijk",),
        sections=(
            Section(
                "Wat is gewist?",
                (
                    Bullets(
                        (
                            f"{_KINDS[erased.kind]}, nummer {erased.number}.",
                            f"Gewist op {log_words.moment(erased.at)}.",
                            f"Waarom: {ground_words(erased)}.",
                            "Nagegaan is dat er geen reden was om het te bewaren.",
                            f"Kenmerk: {erased.hash[:16]}. Daaruit is niet af te leiden om wie het ging.",
                        )
                    ),
                ),
            ),
            Section("Waar is het weg?", (_table(erased), *_still_there(erased))),
            Section(
                "Wat blijft?",
                (
                    Bullets(
                        (
                            *_naming(erased),
                            "In het logboek: het nummer, het moment en wie het deed. Geen inhoud.",
                            "Tabellen zonder namen die eerder naar de coördinator gingen.",
                            "Wat is afgedrukt, opgeslagen, zelf gekopieerd of overgedragen. Vernietig dat zelf.",
                        )
                    ),
                ),
            ),
        ),
    )


def ground_words(erased: Tombstone) -> str:
    """What a program of a later version wrote stands as it is."""
    found = next((words for code, words in GROUNDS.items() if code == erased.ground), erased.ground)
    return found[:1].lower() + found[1:]


def _table(erased: Tombstone) -> Table:
    columns = (Column_("Plek", 5), Column_("Uitkomst", 5))
    return Table(columns, tuple((_where(place), _came_of(place)) for place in erased.places))


def _where(place: Place) -> str:
    return f"{_WHERE[place.place]}: {place.path}" if place.path else _WHERE[place.place]


def _came_of(place: Place) -> str:
    if place.done_at is None:
        away = "Was er niet." if place.absent else "Nog niet gelukt."
        return f"{away} Het programma doet dit zodra het kan."
    when = log_words.moment(place.done_at)
    if place.place == "file":
        return f"Gewist, en opnieuw geschreven op {when}"
    if not place.copies:
        return f"Nagekeken op {when}: er lag geen oude kopie"
    return f"{log_words.counted(place.copies, 'oude kopie', 'oude kopieën')} weggehaald op {when}"


def _still_there(erased: Tombstone) -> tuple[Paragraph, ...]:
    if not any(place.place == "second" for place in erased.places):
        return (Paragraph("Van een kopie op een andere plek weet het programma niet.", "muted"),)
    if is_done(erased):
        return ()
    return (Paragraph("Nog niet alles is gewist. Sluit die andere plek aan en maak dan een kopie.", "strong"),)


def _naming(erased: Tombstone) -> tuple[str, ...]:
    """How many, as the dialog said it before; not which, since that tells what stood there."""
    if not erased.naming:
        return ()
    texts = log_words.counted(erased.naming, "tekst die blijft", "teksten die blijven")
    return (f"De naam stond bij het wissen nog in {texts}.",)
