from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.dossier.confirmations import Confirmation
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.outcomes import Outcome, Worked
from doorbraak.model.insight.bands import band_around, drawn
from doorbraak.model.insight.caseload import Caseload, Quarter, Tried, caseload_of
from doorbraak.model.insight.price_level import level_of
from doorbraak.model.insight.realised import Parts, realised_of
from doorbraak.model.insight.savings import Amounts, saving_of
from tests.model.insight.records import dossier, event, household, intervention, line, made, problem
from tests.model.insight.test_savings import lines

LISTS = load()
LEVEL = level_of(LISTS)
TODAY = date(2026, 12, 1)
ALL = Chances(100, 100, 0)
HOMES = st.lists(st.lists(lines(), max_size=4), max_size=4)


def home(
    *costs: CostLine, plan_date: date | None = date(2026, 1, 1), closed: date | None = None, **parts: Any
) -> Dossier:
    return dossier(*costs, of=household(plan_date=plan_date, closed=closed), events=(event(40, 5),), **parts)


def of(*homes: Dossier, **given_: int) -> Caseload:
    return caseload_of(homes, LISTS, LEVEL, TODAY, **given_)


def hourly(hours: int, **given_: Any) -> CostLine:
    given_ = {"chances": ALL, "unit": "per uur", "effect": "capacity", **given_}
    return line(6_400, quantity_e4=hours * 10_000, **given_)


# -- sums ----------------------------------------------------------------------------------------------


@given(HOMES)
def test_that_a_caseload_is_its_households_added_up(costs: list[list[CostLine]]) -> None:
    homes = [home(*some) for some in costs]
    savings = [saving_of(one, LISTS, level=LEVEL) for one in homes]
    found = of(*homes)
    assert found.public == sum((one.public for one in savings), Amounts())
    assert found.own_cost == sum((one.own_cost for one in savings), Amounts())
    for rows in (found.by_law, found.by_payer, found.by_beneficiary, found.by_effect):
        assert sum((row.amounts for row in rows), Amounts()) == found.public
    followed = [realised_of(saving, (), TODAY) for saving in savings]
    assert found.direct == sum((one.direct for one in followed), Parts())
    assert found.prevented == sum((one.prevented for one in followed), Parts())
    assert found.direct.promised + found.prevented.promised == found.public.saving
    assert sum((one.parts for one in found.quarters), Parts()) == found.direct + found.prevented


@given(HOMES)
def test_that_the_band_is_that_of_the_draws_of_all_households_added(costs: list[list[CostLine]]) -> None:
    homes = [home(*some) for some in costs]
    band = of(*homes).band
    savings = [saving_of(one, LISTS, level=LEVEL) for one in homes]
    draws = sum((drawn(one.public_lines, LISTS) for one in savings), drawn((), LISTS))
    plain = band_around(draws, sum(one.public.saving for one in savings), assumed=band.assumed)
    assert band.middle == plain.middle
    # Each household keeps its draws in whole cents.
    assert band.low == pytest.approx(plain.low, abs=len(homes) + 1, rel=1e-9)
    assert band.high == pytest.approx(plain.high, abs=len(homes) + 1, rel=1e-9)


def test_that_the_order_of_the_households_does_not_matter() -> None:
    homes = [home(line(1_000 * at, id_=at, chances=ALL), plan_date=date(2026, at, 1)) for at in range(1, 9)]
    assert of(*homes) == of(*reversed(homes))


def test_that_open_and_closed_households_are_counted_and_both_in_the_sums() -> None:
    days = (None, date(2026, 11, 30), TODAY, date(2026, 12, 2))
    found = of(*(home(line(100, chances=ALL), closed=day) for day in days))
    assert (found.households, found.open, found.closed) == (4, 2, 2)
    assert found.public.saving == 400


def test_that_a_household_without_plan_is_counted_and_in_no_sum() -> None:
    """Its saving is promised by nobody. A doorbraak that was refused is no plan; one that is proposed is."""
    costs = line(100, chances=ALL)
    found = of(
        home(costs),
        home(costs, plan_date=None),
        home(costs, plan_date=None, interventions=(intervention(status="refused"),)),
        home(costs, plan_date=None, interventions=(intervention(status="proposed"),)),
    )
    assert (found.households, found.without_plan) == (4, 2)
    assert found.public.saving == found.direct.promised == 200
    assert sum(one.households for one in found.quarters) == 2


def test_that_nobody_is_nothing_but_zeros() -> None:
    found = of()
    assert (found.households, found.public, found.quarters, found.tried) == (0, Amounts(), (), ())
    assert (found.freed.hours, found.freed.fte, found.first_days) == (0, 0, None)


# -- by quarter ----------------------------------------------------------------------------------------


def test_that_households_fall_in_the_quarter_of_their_first_day_and_empty_ones_are_there() -> None:
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 3, 31), date(2026, 7, 1)]
    found = of(*(home(line(1_200, chances=ALL), plan_date=day) for day in days))
    assert [(one.year, one.quarter, one.households) for one in found.quarters] == [
        (2025, 4, 1), (2026, 1, 2), (2026, 2, 0), (2026, 3, 1),
    ]  # fmt: skip
    assert [one.parts.promised for one in found.quarters] == [1_200, 2_400, 0, 1_200]
    assert found.first_days == (days[0], days[-1])


def test_that_what_was_confirmed_is_realised_in_the_quarter_of_its_household() -> None:
    said = made(Confirmation, cost_line=1, after="3", state="confirmed", on_day=date(2026, 4, 1))
    found = of(
        home(line(1_200, chances=ALL), confirmations=(said,)),
        home(line(1_200, chances=ALL), plan_date=date(2025, 10, 1)),  # over: not confirmed
    )
    assert found.quarters == (
        Quarter(2025, 4, 1, Parts(1_200, unconfirmed=1_200), Parts()),
        Quarter(2026, 1, 1, Parts(1_200, realised=300, expected=900), Parts()),
    )


# -- what worked ---------------------------------------------------------------------------------------


def outcome(worked: Worked, on: date = date(2026, 6, 1), *, id_: int = 1, of_step: int = 1) -> Outcome:
    return made(Outcome, id=id_, intervention=of_step, worked=worked, on_day=on)


def tried(*said: Outcome, kind: str = "briefadres", problems: tuple[int, ...] = (1,)) -> Dossier:
    stuck = (problem(1, life_domain="wonen"), problem(2, life_domain="geld"), problem(3, life_domain="wonen"))
    step = intervention(kind=kind, problems=problems)
    return home(problems=stuck, interventions=(step,), outcomes=said)


def test_that_a_doorbraak_counts_once_in_each_life_domain_of_its_problems() -> None:
    found = of(tried(outcome("yes"), problems=(1, 2, 3)), tried(outcome("no")), tried(outcome("partly")))
    assert found.tried == (Tried("briefadres", "wonen", 1, 1, 1, 0), Tried("briefadres", "geld", 1, 0, 0, 0))
    assert [one.times for one in found.tried] == [3, 1]


def test_that_the_last_look_back_counts_and_not_one_of_a_later_day() -> None:
    found = of(
        tried(
            outcome("no", date(2026, 9, 1), id_=1),
            outcome("yes", date(2026, 3, 1), id_=2),
            outcome("too-early", date(2026, 9, 1), id_=3),
            outcome("yes", date(2026, 12, 2), id_=4),
        )
    )
    assert found.tried == (Tried("briefadres", "wonen", 0, 0, 0, 1),)


def test_that_a_doorbraak_without_outcome_is_left_out_and_one_without_problems_has_no_domain() -> None:
    assert of(tried()).tried == ()
    assert of(tried(outcome("yes"), kind="", problems=())).tried == (Tried("", "", 1, 0, 0, 0),)


# -- whose time ----------------------------------------------------------------------------------------


def test_that_hours_that_are_no_longer_needed_are_freed() -> None:
    """100 hours x 60% less x 50% attributed, and 40 hours that the plan asks more."""
    found = of(
        home(hourly(100, chances=Chances(100, 100, 40), attribution=50)),
        home(hourly(40, chances=Chances(0, 0, 100))),
        hours_per_fte=1_000,
    )
    assert (found.freed.hours, found.freed.fte) == (-10, Fraction(-1, 100))
    assert found.freed.hours_per_fte == 1_000


def test_that_broken_years_free_a_part_of_their_hours() -> None:
    assert of(home(hourly(100, starts=date(2026, 7, 1)))).freed.hours == 50


@pytest.mark.parametrize("apart", [{"effect": "cash"}, {"effect": ""}, {"payer": "huishouden"}])
def test_that_money_and_private_hours_are_no_capacity(apart: dict[str, str]) -> None:
    found = of(home(hourly(100, **apart))).freed
    assert (found.hours, found.not_in_hours) == (0, 0)


def test_that_capacity_by_the_visit_is_said_and_not_in_the_hours() -> None:
    found = of(home(hourly(100), hourly(9, unit="per keer"), hourly(9, unit="per dagdeel"))).freed
    assert (found.hours, found.not_in_hours) == (100, 2)
