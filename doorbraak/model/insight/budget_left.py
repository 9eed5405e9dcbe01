"""The doorbraakbudget: what is reserved for doorbraken, what was paid and what is left, per year and payer."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from doorbraak.model.dossier.budgets import Budget
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import OFF
from doorbraak.model.insight.first_day import first_day
from doorbraak.model.money import round_half_even


@dataclass(frozen=True, slots=True)
class BudgetLeft:
    """Cents as they are paid, not brought to another year's prices. `budget` is None where nothing was put aside."""

    year: int
    payer: str
    budget: Budget | None
    reserved: int
    spent: int

    @property
    def left(self) -> int:
        return (self.budget.cents if self.budget else 0) - self.reserved - self.spent


def budget_left(budgets: Iterable[Budget], dossiers: Iterable[Dossier]) -> tuple[BudgetLeft, ...]:
    """The newest year first. A doorbraak reserves its own cost in the year it falls in, as far as it is not paid;
    one that was refused or withdrawn reserves nothing.
    """
    reserved: dict[tuple[int, str], int] = defaultdict(int)
    spent: dict[tuple[int, str], int] = defaultdict(int)
    for dossier in dossiers:
        status = {one.id: one for one in dossier.interventions}
        payers = {line.id: line.payer for line in dossier.costs}
        paid: dict[int, int] = defaultdict(int)
        for payment in dossier.payments:
            paid[payment.cost_line] += payment.cents
            spent[payment.on_day.year, payers[payment.cost_line]] += payment.cents
        for line in dossier.costs:
            step = status.get(line.intervention) if line.intervention is not None else None
            if step is not None and step.status not in OFF:
                day = line.starts or step.decided_on or first_day(dossier)
                reserved[day.year, line.payer] += max(0, cost_of(line) - paid[line.id])
    known = {(one.year, one.payer): one for one in budgets}
    places = sorted({*known, *reserved, *spent}, key=lambda place: (-place[0], place[1]))
    return tuple(BudgetLeft(*place, known.get(place), reserved[place], spent[place]) for place in places)


def cost_of(line: CostLine) -> int:
    """All that a line costs at its own price, in cents."""
    return round_half_even(Fraction(line.price_cents * line.quantity_e4, 10_000))
