from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.insight.cost_units import units_between, units_in_year
from doorbraak.model.insight.months import add_months
from tests.model.insight.records import START, line

DAYS = st.dates(date(2025, 1, 1), date(2029, 12, 31))
QUANTITIES = st.integers(0, 10**10)


@given(QUANTITIES, st.none() | DAYS, st.none() | DAYS, st.booleans(), st.sampled_from([None, 1]), DAYS, DAYS)
def test_that_the_months_of_a_year_add_up_to_the_year(
    quantity_e4: int, starts: date | None, ends: date | None, once: bool, event: int | None, start: date, event_on: date
) -> None:
    one = line(100, quantity_e4=quantity_e4, starts=starts, ends=ends, once=once, event=event)
    on = event_on if event else None
    for year in range(3):
        months = sum(units_between(one, start, at, at + 1, on) for at in range(year * 12, year * 12 + 12))
        assert months == units_in_year(one, start, year, on)


@given(DAYS, st.dates(date(2025, 1, 1), date(2029, 12, 30)), QUANTITIES)
def test_that_up_to_a_day_and_from_the_next_is_exactly_all_of_it(start: date, day: date, quantity_e4: int) -> None:
    before = line(1, quantity_e4=quantity_e4, ends=day)
    after = line(1, quantity_e4=quantity_e4, starts=day + timedelta(days=1))
    whole = units_in_year(before, start, 0, None) + units_in_year(after, start, 0, None)
    assert whole == Fraction(quantity_e4, 10_000)


@given(DAYS, DAYS, DAYS)
def test_that_broken_months_count_by_the_days_of_each_month(start: date, starts: date, ends: date) -> None:
    """Beside the plainest way to count: day by day, each the part of its month."""
    months = [(add_months(start, at), add_months(start, at + 1)) for at in range(12)]
    plain = Fraction(0)
    for first, after in months:
        for day in range((after - first).days):
            if starts <= first + timedelta(days=day) <= ends:
                plain += Fraction(1, (after - first).days)
    assert units_in_year(line(1, starts=starts, ends=ends), start, 0, None) == plain / 12


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        (None, (1, 0)),
        (date(2025, 12, 31), (0, 0)),
        (START, (1, 0)),
        (date(2026, 12, 31), (1, 0)),
        (date(2027, 1, 1), (0, 1)),
    ],
)
def test_that_what_comes_once_falls_in_one_year(starts: date | None, expected: tuple[int, int]) -> None:
    one = line(1, once=True, starts=starts)
    assert tuple(units_in_year(one, START, year, None) for year in range(2)) == expected


@pytest.mark.parametrize("bound", [{"event": 1}, {"intervention": 1}])
def test_that_a_threat_or_doorbraak_of_before_the_start_counts_in_year_one(bound: dict[str, int]) -> None:
    one = line(1, once=True, starts=date(2025, 6, 1), **bound)  # type: ignore[arg-type]
    assert units_in_year(one, START, 0, None) == 1


def test_that_a_line_of_an_event_begins_on_its_day_unless_it_has_its_own() -> None:
    july, october = date(2026, 7, 1), date(2026, 10, 1)
    assert units_in_year(line(1, event=1), START, 0, july) == Fraction(1, 2)
    assert units_in_year(line(1, event=1, starts=october), START, 0, july) == Fraction(1, 4)
