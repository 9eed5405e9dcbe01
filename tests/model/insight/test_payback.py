from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.insight.payback import at_once, cumulative_of, payback_month, saved_until
from doorbraak.model.insight.savings import Saving, saving_of
from tests.model.insight.records import dossier, event, intervention, line
from tests.model.insight.test_savings import lines

LISTS = load()
ALL = Chances(100, 100, 0)
OWN = Chances(0, 0, 100)


def of(*costs: CostLine, months: int = 24) -> Saving:
    events, steps = (event(40, 5, on=date(2026, 9, 1)),), (intervention(),)
    return saving_of(dossier(*costs, events=events, interventions=steps), LISTS, months)


def own(cents: int, **given_: object) -> CostLine:
    return line(cents, once=True, intervention=1, chances=OWN, **given_)  # type: ignore[arg-type]


@given(st.lists(lines(), max_size=8))
def test_that_after_whole_years_it_is_the_saving_to_the_cent(costs: list[CostLine]) -> None:
    saving = of(*costs, months=36)
    found = cumulative_of(saving)
    years = [sum(row.years[at].saving for row in saving.public_lines) for at in range(3)]
    assert (found[11], found[23], found[35]) == (years[0], years[0] + years[1], saving.public.saving)
    assert len(found) == 36


@given(lines(), st.integers(0, 40))
def test_that_a_line_saves_no_more_than_its_years(one: CostLine, months: int) -> None:
    saving = of(one)
    row = saving.lines[0]
    assert abs(saved_until(row, months)) <= sum(abs(year.saving) for year in row.years) + 1
    assert saved_until(row, 24 + months) == row.amounts.saving


@pytest.mark.parametrize(
    ("cost", "month"),
    [(1, 1), (100_00, 1), (100_01, 2), (1_200_00, 12), (1_200_01, 13), (2_400_00, 24), (2_400_01, None)],
)
def test_that_the_month_is_the_first_in_which_all_is_earned_back(cost: int, month: int | None) -> None:
    """€ 100 a month."""
    assert payback_month(of(line(1_200_00, chances=ALL), own(cost))) == month


def test_that_a_plan_without_own_cost_is_earned_back_at_once() -> None:
    assert payback_month(of(line(1_200_00, chances=ALL))) == 0
    assert payback_month(of()) == 0


def test_that_a_later_cost_starts_it_again() -> None:
    """Earned back in month 1, a second cost in month 7: € 100 a month against € 850 makes it month 9."""
    saving = of(line(1_200_00, chances=ALL), own(50_00), own(800_00, starts=date(2026, 7, 1)))
    assert payback_month(saving) == 9


def test_that_a_plan_that_only_costs_is_never_earned_back() -> None:
    assert payback_month(of(own(1))) is None


def test_that_nothing_is_earned_back_before_it_is_spent() -> None:
    """€ 100 a month pays for it in month 1, and the money goes out in month 3."""
    assert payback_month(of(line(1_200_00, chances=ALL), own(50_00, starts=date(2026, 3, 8)))) == 3
    assert payback_month(of(line(1_200_00, chances=ALL), own(50_00))) == 1


def prevented(cents: int, **given_: object) -> CostLine:
    return line(cents, once=True, event=1, chances=Chances(0, 40, 5), **given_)  # type: ignore[arg-type]


def test_that_a_cost_that_comes_once_is_not_saved_before_the_day_of_its_event() -> None:
    """Booked in February; the event is expected on 1 September, in month 9."""
    found = cumulative_of(of(prevented(1_000_00, starts=date(2026, 2, 1))))
    assert found[:9] == (0,) * 8 + (350_00,)
    assert payback_month(of(prevented(1_000_00, starts=date(2026, 2, 1)), own(100_00))) == 9


def test_that_what_is_prevented_at_once_is_told_only_where_the_month_rests_on_it() -> None:
    saves, once, cost = line(1_200_00, chances=ALL), prevented(100_000_00), own(20_000_00)
    assert at_once(of(once, cost), 9) == 35_000_00
    assert at_once(of(saves, prevented(100_00), own(300_00)), 9) == 0
    assert at_once(of(saves, cost), 24) == 0
