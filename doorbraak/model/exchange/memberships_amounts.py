"""In which cells of the tables with amounts a household is, and with how much; and its scores, before and after.

No amount stands in two tables: what the plan costs, what it saves (realised and not), and what the doorbraak itself
costs are parts of one whole. So nothing tells by an equal amount that two tokens are of one household.
"""

from collections.abc import Iterator
from fractions import Fraction

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.model.exchange.memberships_counts import Cell, children
from doorbraak.model.exchange.periods import Period
from doorbraak.model.insight.caseload import hours_of
from doorbraak.model.insight.first_day import has_plan
from doorbraak.model.insight.realised import Followed, realised_of
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
    for one in realised_of(saving, dossier.confirmations, period.last).lines:
        line = one.row.line
        if line.intervention is not None:
            kind = next((step.kind for step in dossier.interventions if step.id == line.intervention), "")
            yield ("intervention_costs", (kind, line.payer)), Fraction(one.row.amounts.plan, 100)
            continue
        where = (line.law, line.payer)
        yield ("cost_after", where), Fraction(one.row.amounts.plan, 100)
        yield from _saved(one, where)
    for row in saving.public_lines:
        if row.line.effect == "capacity" and (hours := hours_of(row)) is not None:
            yield ("capacity", (row.winner,)), hours * 10


def _saved(one: Followed, where: tuple[str, ...]) -> Iterator[Amount]:
    part = "direct" if one.row.line.event is None else "prevented"
    for name, certain in (("realised", True), ("expected", False)):
        spans = [span for span in one.spans if (span.certainty == "realised") == certain]
        if any(span.cents or span.promised for span in spans):
            yield (f"saved_{part}_{name}", where), Fraction(sum(span.cents for span in spans), 100)


def rounded(amount: Fraction | int, step: int) -> int:
    """Half-even to a multiple of `step`."""
    return round_half_even(Fraction(amount) / step) * step
