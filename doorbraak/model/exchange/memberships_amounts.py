"""In which cells of the tables with amounts a household is, and with how much; and its scores, before and after.

No amount stands in two tables: what the plan costs, what it saves (realised and not), and what the doorbraak itself
costs are parts of one whole. So nothing tells by an equal amount that two tokens are of one household.

Each saving has its band beside it: how much lower and how much higher it may turn out for this household. Prices are
shared lists, so that all may be off to one side at once: over households these simply add up, which is honest and wide.
It is the band of prices alone, by the list or as it is assumed for all. A range that somebody typed, of a chance that
counts in several laws, would be the same part of the saving in each of them, and so tell which tokens belong together.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.exchange.memberships_counts import Cell, children
from doorbraak.model.exchange.periods import Period
from doorbraak.model.insight.caseload import hours_of
from doorbraak.model.insight.first_day import has_plan
from doorbraak.model.insight.realised import Followed, realised_of
from doorbraak.model.insight.realised_bands import Part, off_by
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.money import quotient, round_half_even

Amount = tuple[Cell, Fraction]
"""In the table's unit, not rounded."""
_MONTHS = 12
_MEASURED = (
    ("contacten-per-maand", "contacts_before", "contacts_after"),
    ("aantal-instanties", "agencies_before", "agencies_after"),
)
_SCORED = (
    ("nut-van-de-hulp", "helpfulness_before", "helpfulness_after"),
    ("vertrouwen", "trust_before", "trust_after"),
)


def amounts(dossier: Dossier, period: Period, lists: Catalogue) -> Iterator[Amount]:
    """`dossier` as on the last day. Several of one cell add up."""
    yield from _euros(dossier, period, lists)
    composition = children(dossier, period)
    for measure, before, after in _MEASURED:
        pair = before_and_after(dossier, measure, period)
        if pair is not None:
            yield (before, (composition,)), Fraction(pair[0], 10)
            yield (after, (composition,)), Fraction(pair[1], 10)


def scores(dossier: Dossier, period: Period) -> Iterator[Cell]:
    for measure, before, after in _SCORED:
        pair = before_and_after(dossier, measure, period)
        if pair is not None:
            yield before, (_score(pair[0]),)
            yield after, (_score(pair[1]),)


def _score(value_e2: int) -> str:
    for below, code in ((400, "0-3"), (600, "4-5"), (800, "6-7")):
        if value_e2 < below:
            return code
    return "8-10"


def before_and_after(dossier: Dossier, measure: str, period: Period) -> tuple[int, int] | None:
    """The first measurement and the last within the period, in hundredths; None without both.

    A household is in both columns or in none: else the one would be about other families than the other.
    """
    found = [one for one in dossier.measurements if one.measure == measure and one.value_e2 is not None]
    if not found:
        return None
    begin, end = min(one.on_day for one in found), max(one.on_day for one in found)
    if begin == end or not period.holds(end):
        return None
    return (_on(found, begin), _on(found, end))


def _on(found: list[Measurement], day: object) -> int:
    """The household's own figure, the last one typed; else the mean of those of its members."""
    then = sorted((one for one in found if one.on_day == day), key=lambda one: one.id)
    own = [one.value_e2 for one in then if one.person is None and one.value_e2 is not None]
    if own:
        return own[-1]
    each = {one.person: one.value_e2 for one in then if one.value_e2 is not None}
    return quotient(sum(each.values()), len(each))


def _euros(dossier: Dossier, period: Period, lists: Catalogue) -> Iterator[Amount]:
    """The publicly paid lines of a household with a plan, over its first year. What was said later does not count."""
    if not has_plan(dossier):
        return
    saving = saving_of(dossier, lists, _MONTHS)
    saved: dict[Cell, list[Part]] = defaultdict(list)
    for one in realised_of(saving, dossier.confirmations, period.last).lines:
        line = one.row.line
        if line.intervention is not None:
            kind = next((step.kind for step in dossier.interventions if step.id == line.intervention), "")
            yield ("intervention_costs", (kind, line.payer)), Fraction(one.row.amounts.plan, 100)
            continue
        where = (line.law, line.payer)
        yield ("cost_after", where), Fraction(one.row.amounts.plan, 100)
        for table, part in _saved(one):
            saved[table, where].append(part)
    for (table, at), parts in saved.items():
        yield (table, at), Fraction(sum(span.cents for _, spans in parts for span in spans), 100)
        below, above = off_by(((_by_the_list(one), spans) for one, spans in parts), lists)
        yield (f"{table}_below", at), Fraction(below, 100)
        yield (f"{table}_above", at), Fraction(above, 100)
    for row in saving.public_lines:
        if row.line.effect == "capacity" and (hours := hours_of(row)) is not None:
            yield ("capacity", (row.winner,)), hours * 10


def _saved(one: Followed) -> Iterator[tuple[str, Part]]:
    """By table what belongs there."""
    part = "direct" if one.row.line.event is None else "prevented"
    for name, certain in (("realised", True), ("expected", False)):
        spans = tuple(span for span in one.spans if (span.certainty == "realised") == certain)
        if any(span.cents or span.promised for span in spans):
            yield f"saved_{part}_{name}", (one, spans)


def _by_the_list(one: Followed) -> Followed:
    """Without what was typed about how uncertain it is, nor the words that a drawing of chance would follow from."""
    line = replace(
        one.row.line, words="", price_low_cents=None, price_high_cents=None, quantity_low_e4=None,
        quantity_high_e4=None, chance_low=None, chance_high=None, attribution_low=None, attribution_high=None,
    )  # fmt: skip
    event = one.row.event
    if event is not None:
        event = replace(event, threatening_low=None, threatening_high=None, plan_low=None, plan_high=None)
    return replace(one, row=replace(one.row, line=line, event=event))


def rounded(amount: Fraction | int, step: int) -> int:
    """Half-even to a multiple of `step`."""
    return round_half_even(Fraction(amount) / step) * step
