"""What each payer saves, and between which amounts that probably lies."""

from doorbraak.model import money
from doorbraak.model.documents.chart import MOST_ROWS, BarRow, Chart, Panel, Piece, Spread, Tone, mark_of
from doorbraak.model.documents.chart_source import NO_COSTS, NOTHING, source_of
from doorbraak.model.insight import names
from doorbraak.model.insight.savings import LineSum, Saving, added

KEY, NAME = "band-per-betaler", "Band per betaler"


def payers_of(saving: Saving, *, example: bool) -> Chart:
    """Direct and prevented beside each other, and the band around what they are together."""
    lines = _lines(saving)
    bars = [_row(name, found, saving) for name, found in lines]
    shown = bars
    if len(bars) > MOST_ROWS:
        left = tuple(line for _, found in lines[MOST_ROWS - 1 :] for line in found)
        shown = [*bars[: MOST_ROWS - 1], _row(f"{len(bars) - MOST_ROWS + 1} andere betalers", left, saving)]
    together = saving.public, saving.band
    return Chart(
        key=KEY,
        name=NAME,
        title=_title(bars) if saving.lines else NO_COSTS,
        sentence=(
            f"Samen besparen {len(bars)} betalers {money.whole(together[0].saving)}, waarschijnlijk "
            f"{money.whole(together[1].low)} tot {money.whole(together[1].high)}."
        )
        if bars
        else NOTHING,
        source=source_of(saving, band=True),
        mark=mark_of(example=example),
        example=example,
        header=("Betaler", "Direct", "Voorkomen", "Besparing", "Laag", "Hoog", "Marge"),
        table=(
            *(_numbers(row.name, found, row.spread) for row, (_, found) in zip(bars, lines, strict=True)),
            *([_numbers("Publiek samen", saving.public_lines, _spread(saving.public_lines, saving))] if bars else []),
        ),
        panels=(Panel("cents", rows=tuple(shown)),) if bars else (),
        legend=(("direct", "Direct"), ("prevented", "Voorkomen"), ("total", "Samen, met band (streepjes: aangenomen)")),
        empty=NOTHING if not saving.public_lines else "Nog verandert er voor geen enkele betaler iets.",
    )


def _lines(saving: Saving) -> list[tuple[str, tuple[LineSum, ...]]]:
    """Name and lines of each payer for whom something changes."""
    return [
        (
            names.payer_name(row.id, saving.catalogue),
            tuple(line for line in saving.public_lines if line.line.payer == row.id),
        )
        for row in saving.by_payer
        if row.amounts.direct or row.amounts.prevented
    ]


def _row(name: str, lines: tuple[LineSum, ...], saving: Saving) -> BarRow:
    amounts = added(lines)
    parts: tuple[tuple[Tone, int], ...] = (("direct", amounts.direct), ("prevented", amounts.prevented))
    lanes = tuple((Piece(tone, 0, cents, money.whole(cents)),) for tone, cents in parts if cents)
    return BarRow(name, lanes, _spread(lines, saving))


def _spread(lines: tuple[LineSum, ...], saving: Saving) -> Spread:
    from doorbraak.model.insight.bands import band_of  # late: numpy takes 0.1 s to import

    band = band_of(lines, saving.catalogue)
    words = f"{money.whole(band.middle)} ({money.whole(band.low)} tot {money.whole(band.high)})"
    return Spread(band.low, band.middle, band.high, words, band.assumed)


def _numbers(name: str, lines: tuple[LineSum, ...], spread: Spread | None) -> tuple[str, ...]:
    assert spread is not None
    amounts = added(lines)
    cents = (amounts.direct, amounts.prevented, amounts.saving, spread.low, spread.high)
    return (name, *map(money.exact, cents), "aangenomen" if spread.assumed else "uit de bron")


def _title(bars: list[BarRow]) -> str:
    if not bars:
        return "Voor geen enkele betaler verandert er iets"
    best = max(bars, key=lambda row: row.spread.middle if row.spread else 0)
    assert best.spread is not None
    if best.spread.middle <= 0:
        return "Geen enkele betaler bespaart met wat er gepland is"
    low, high = money.whole(best.spread.low), money.whole(best.spread.high)
    return f"{best.name} bespaart het meest: {money.whole(best.spread.middle)}, waarschijnlijk {low} tot {high}"
