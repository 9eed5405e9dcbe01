from datetime import date

import pytest

from doorbraak.model.dossier.budgets import Budget
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.payments import Payment
from doorbraak.model.insight.budget_left import BudgetLeft, budget_left, cost_of
from tests.model.insight.records import dossier, intervention, line, made

DECIDED = date(2026, 3, 1)


def budget(cents: int, *, year: int = 2026, payer: str = "gemeente") -> Budget:
    return made(Budget, year=year, payer=payer, cents=cents)


def own(cents: int, **given: object) -> CostLine:
    return line(cents, once=True, intervention=1, **given)  # type: ignore[arg-type]


def home(*costs: CostLine, status: Status = "granted", paid: tuple[Payment, ...] = ()) -> Dossier:
    step = intervention(status=status, decided_on=DECIDED)
    return dossier(*costs, interventions=(step,), payments=paid)


def payment(cents: int, on: date = DECIDED, *, of_line: int = 1) -> Payment:
    return made(Payment, cost_line=of_line, cents=cents, on_day=on)


def figures(found: tuple[BudgetLeft, ...]) -> list[tuple[int, str, int, int, int]]:
    return [(one.year, one.payer, one.reserved, one.spent, one.left) for one in found]


def test_that_a_doorbraak_reserves_its_cost_until_it_is_paid() -> None:
    kept = budget(10_000)
    assert figures(budget_left([kept], [home(own(6_000))])) == [(2026, "gemeente", 6_000, 0, 4_000)]
    partly = home(own(6_000), paid=(payment(2_500),))
    assert figures(budget_left([kept], [partly])) == [(2026, "gemeente", 3_500, 2_500, 4_000)]


def test_that_what_was_paid_too_much_is_spent_and_reserves_nothing() -> None:
    found = budget_left([budget(10_000)], [home(own(6_000), paid=(payment(7_000),))])
    assert figures(found) == [(2026, "gemeente", 0, 7_000, 3_000)]


@pytest.mark.parametrize(("status", "reserved"), [("proposed", 6_000), ("refused", 0), ("withdrawn", 0)])
def test_that_a_refused_doorbraak_reserves_nothing(status: Status, reserved: int) -> None:
    found = budget_left([budget(10_000)], [home(own(6_000), status=status)])
    assert figures(found) == [(2026, "gemeente", reserved, 0, 10_000 - reserved)]


def test_that_each_year_and_payer_has_its_own_and_the_newest_comes_first() -> None:
    costs = (own(1_000, id_=1), own(2_000, id_=2, payer="zorgverzekeraar"), own(4_000, id_=3, starts=date(2027, 1, 1)))
    found = budget_left([budget(10_000)], [home(*costs, paid=(payment(500, date(2025, 12, 31)),))])
    assert figures(found) == [
        (2027, "gemeente", 4_000, 0, -4_000),
        (2026, "gemeente", 500, 0, 9_500),
        (2026, "zorgverzekeraar", 2_000, 0, -2_000),
        (2025, "gemeente", 0, 500, -500),
    ]
    assert [one.budget is None for one in found] == [True, False, True, True]


def test_that_households_add_up_and_other_lines_are_no_budget() -> None:
    homes = [home(own(1_000)), home(own(2_000), line(9_999, id_=2))]
    assert figures(budget_left([], homes)) == [(2026, "gemeente", 3_000, 0, -3_000)]


def test_that_a_cost_is_at_its_own_price_and_half_a_cent_goes_to_the_even_one() -> None:
    assert cost_of(line(5, quantity_e4=5_000, price_year=2000)) == 2
    assert cost_of(line(15, quantity_e4=5_000)) == 8
