"""What came of the expected saving of the first year: realised, still expected, not confirmed; law by law."""

from doorbraak.model import money
from doorbraak.model.documents import wording
from doorbraak.model.documents.chart import MOST_ROWS, BarRow, Chart, Panel, Piece, Tone, mark_of
from doorbraak.model.documents.chart_source import NO_COSTS, NOTHING, source_of
from doorbraak.model.insight.realised import Parts, Realised
from doorbraak.model.insight.savings import LineSum, Saving

KEY, NAME = "verwacht-en-gerealiseerd", "Verwacht en gerealiseerd"
_PREVENTED = "\n"  # before the law: in no id


def followed_of(realised: Realised, saving: Saving, *, example: bool) -> Chart:
    """`realised` of the same saving. What is direct and what is prevented of one law are rows of their own."""
    found = [(_name(key, saving), parts) for key, parts in realised.by(_key) if parts != Parts()]
    shown = found
    if len(found) > MOST_ROWS:
        left = sum((parts for _, parts in found[MOST_ROWS - 1 :]), Parts())
        shown = [*found[: MOST_ROWS - 1], (f"{len(found) - MOST_ROWS + 1} andere", left)]
    together = realised.direct + realised.prevented
    return Chart(
        key=KEY,
        name=NAME,
        title=_title(together) if saving.lines else NO_COSTS,
        sentence=(
            f"In het eerste jaar beloofd {money.whole(together.promised)}: gerealiseerd "
            f"{money.whole(together.realised)}, verwacht {money.whole(together.expected)}, niet bevestigd "
            f"{money.whole(together.unconfirmed)}."
        ),
        source=f"{source_of(saving, band=False)} Gevolgd na 3, 6 en 12 maanden, alleen het eerste jaar.",
        mark=mark_of(example=example),
        example=example,
        header=("Wet", "Beloofd", "Gerealiseerd", "Verwacht", "Niet bevestigd", "Anders dan beloofd"),
        table=(
            *((name, *_amounts(parts)) for name, parts in found),
            *((name, *_amounts(parts)) for name, parts in _sums(realised)),
        ),
        panels=(Panel("cents", rows=tuple(_row(name, parts) for name, parts in shown)),) if shown else (),
        legend=(("realised", "Gerealiseerd"), ("expected", "Verwacht"), ("unconfirmed", "Niet bevestigd")),
        empty=NOTHING if not saving.public_lines else "Nog geen besparing die gevolgd kan worden.",
    )


def _key(row: LineSum) -> str:
    return row.line.law if row.line.event is None else _PREVENTED + row.line.law


def _name(key: str, saving: Saving) -> str:
    law = wording.law(key.removeprefix(_PREVENTED), saving.catalogue)
    return f"{law}, voorkomen" if key.startswith(_PREVENTED) else f"{law}, direct"


def _sums(realised: Realised) -> tuple[tuple[str, Parts], ...]:
    return (("Samen direct", realised.direct), ("Samen voorkomen", realised.prevented))


def _amounts(parts: Parts) -> tuple[str, ...]:
    return tuple(map(money.exact, (parts.promised, parts.realised, parts.expected, parts.unconfirmed, parts.other)))


def _row(name: str, parts: Parts) -> BarRow:
    tones: tuple[tuple[Tone, int], ...] = (
        ("realised", parts.realised),
        ("expected", parts.expected),
        ("unconfirmed", parts.unconfirmed),
    )
    return BarRow(name, tuple((Piece(tone, 0, cents, money.whole(cents)),) for tone, cents in tones if cents))


def _title(parts: Parts) -> str:
    if parts.unconfirmed and not parts.realised:
        return f"Van de beloofde {money.whole(parts.promised)} is niets bevestigd"
    if parts.unconfirmed:
        return f"{money.whole(parts.realised)} is gerealiseerd, {money.whole(parts.unconfirmed)} is niet bevestigd"
    if parts.realised:
        return f"{money.whole(parts.realised)} is gerealiseerd, {money.whole(parts.expected)} is nog verwacht"
    return f"Nog niets is gerealiseerd: {money.whole(parts.expected)} is verwacht"
