"""From what threatens to what the plan costs, law by law: direct and prevented as two steps that are never merged."""

from doorbraak.model import money
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import wording
from doorbraak.model.documents.chart import MOST_ROWS, BarRow, Chart, Panel, Piece, Tone, mark_of, result
from doorbraak.model.documents.chart_source import NO_COSTS, NOTHING, source_of
from doorbraak.model.insight import names
from doorbraak.model.insight.savings import Row, Saving

KEY, NAME = "besparing-per-wet", "Van dreigend naar plan"
_LAWS = 3  # named in the title


def waterfall_of(saving: Saving, *, example: bool) -> Chart:
    """Of the publicly paid lines, the laws on which something changes; the largest saving first."""
    public, changed = saving.public, changed_rows(saving)
    rest = public.threatening - public.plan - public.saving
    exact = money.exact
    return Chart(
        key=KEY,
        name=NAME,
        title=_title(saving, changed) if saving.lines else NO_COSTS,
        sentence=(
            f"Als er niets verandert {money.whole(public.threatening)}, met het plan {money.whole(public.plan)}: "
            f"direct {_less(public.direct)}, voorkomen {_less(public.prevented)}{_spread(saving)}."
        ),
        source=source_of(saving, band=True),
        mark=mark_of(example=example),
        example=example,
        header=("Wet", "Als er niets verandert", "Met het plan", "Direct bespaard", "Voorkomen", "Besparing"),
        table=(
            *((wording.law(row.id, saving.catalogue), *_amounts(row)) for row in saving.by_law),
            ("Publiek samen", exact(public.threatening), exact(public.plan), exact(public.direct),
             exact(public.prevented), exact(public.saving)),
        ),
        panels=(Panel("cents", rows=_rows(saving, changed, rest)),) if saving.public_lines else (),
        legend=_legend(rest),
        empty=NOTHING,
    )  # fmt: skip


def changed_rows(saving: Saving) -> tuple[Row, ...]:
    return tuple(row for row in saving.by_law if row.amounts.direct or row.amounts.prevented)


def _amounts(row: Row) -> tuple[str, ...]:
    of = row.amounts
    return tuple(money.exact(cents) for cents in (of.threatening, of.plan, of.direct, of.prevented, of.saving))


def _title(saving: Saving, changed: tuple[Row, ...]) -> str:
    least = [row for row in changed if row.amounts.saving > 0][:_LAWS]
    if saving.public.saving <= 0 or not least:
        return result(saving)
    named = [f"{names.law_name(row.id, saving.catalogue)} {money.whole(row.amounts.saving)}" for row in least]
    often = "vooral " if len(changed) > len(least) else ""
    return f"{result(saving)}: {often}{', '.join(named)}"


def _spread(saving: Saving) -> str:
    band = saving.band
    if band.low == band.high:
        return ""
    return f", samen waarschijnlijk {money.whole(band.low)} tot {money.whole(band.high)}"


def _legend(rest: int) -> tuple[tuple[Tone, str], ...]:
    found: list[tuple[Tone, str]] = [("total", "Publieke kosten"), ("direct", "Direct"), ("prevented", "Voorkomen")]
    if rest:
        found.append(("rest", "Niet door het plan"))
    return tuple(found)


def _rows(saving: Saving, changed: tuple[Row, ...], rest: int) -> tuple[BarRow, ...]:
    public, at = saving.public, saving.public.threatening
    found = [_whole("Als er niets verandert", at)]
    for name, direct, prevented in _steps(changed, saving.catalogue):
        lanes: list[tuple[Piece, ...]] = []
        parts: tuple[tuple[Tone, int], ...] = (("direct", direct), ("prevented", prevented))
        for tone, saved in parts:
            if saved:
                lanes.append((_step(tone, at, saved),))
                at -= saved
        found.append(BarRow(name, tuple(lanes)))
    if rest:
        found.append(BarRow("Niet door het plan", ((_step("rest", at, rest),),)))
    return (*found, _whole("Met het plan", public.plan))


def _steps(changed: tuple[Row, ...], catalogue: Catalogue) -> list[tuple[str, int, int]]:
    """Name, direct and prevented of each law; the smallest of many laws together."""
    few = len(changed) <= MOST_ROWS
    shown = changed if few else changed[: MOST_ROWS - 1]
    found = [(wording.law(row.id, catalogue), row.amounts.direct, row.amounts.prevented) for row in shown]
    if not few:
        left = [row.amounts for row in changed[MOST_ROWS - 1 :]]
        name = f"{len(left)} andere wetten"
        found.append((name, sum(one.direct for one in left), sum(one.prevented for one in left)))
    return found


def _whole(name: str, cents: int) -> BarRow:
    return BarRow(name, ((Piece("total", 0, cents, money.whole(cents)),),))


def _step(tone: Tone, at: int, saved: int) -> Piece:
    """To the left when it saves; its words always stand at the right."""
    return Piece(tone, min(at, at - saved), max(at, at - saved), _less(saved))


def _less(saved: int) -> str:
    return f"{money.whole(abs(saved))} {'minder' if saved >= 0 else 'meer'}"
