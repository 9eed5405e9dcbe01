"""Which days a quarter and a year have, and which households count in it."""

from dataclasses import replace
from datetime import date

import pytest

from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import InputError
from doorbraak.model.exchange import periods
from doorbraak.model.exchange.periods import Period

HOME = Household(1, 1, "", date(2026, 5, 1), None, False, "", "", "", None, "", "", False, "", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026Q1", date(2026, 1, 1), date(2026, 3, 31)),
        ("2026Q4", date(2026, 10, 1), date(2026, 12, 31)),
        ("2028Q1", date(2028, 1, 1), date(2028, 3, 31)),
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
    ],
)
def test_that_a_period_is_its_days_and_is_written_back_as_it_was(text: str, first: date, last: date) -> None:
    period = periods.parse(text)
    assert (period.first, period.last, str(period)) == (first, last, text)
    assert period.holds(first)
    assert period.holds(last)
    assert not period.holds(date(2025, 12, 31))


@pytest.mark.parametrize("text", ["", "2026Q5", "2026q1", "26Q1", "2026Q1 ", "2026-Q1", "٢٠٢٦", "1999", "2026Q1\n"])
def test_that_anything_else_is_no_period(text: str) -> None:
    with pytest.raises(InputError):
        periods.parse(text)


def test_that_every_day_has_one_quarter() -> None:
    for month in range(1, 13):
        quarter = periods.quarter_of(date(2026, month, 15))
        assert quarter.holds(date(2026, month, 15))


@pytest.mark.parametrize(
    ("closed", "counts"),
    [(None, True), (date(2026, 7, 1), True), (date(2026, 6, 30), False), (date(2026, 12, 31), True)],
)
def test_that_a_household_counts_when_its_dossier_was_open_on_any_day(closed: date | None, counts: bool) -> None:
    assert periods.open_in(replace(HOME, closed=closed), Period(2026, 3)) is counts


def test_that_a_dossier_that_opens_on_the_last_day_counts_and_a_day_later_not() -> None:
    assert periods.open_in(replace(HOME, opened=date(2026, 9, 30)), Period(2026, 3))
    assert not periods.open_in(replace(HOME, opened=date(2026, 10, 1)), Period(2026, 3))


@pytest.mark.parametrize(
    ("name", "quarters", "before"),
    [
        ("2026Q3", ["2026Q3"], "2026Q2"),
        ("2026Q1", ["2026Q1"], "2025Q4"),
        ("2026", ["2026"], "2025"),
        ("2026Q1Q3", ["2026Q1", "2026Q3"], "2025Q1Q3"),
        ("2026Q1Q2Q3", ["2026Q1", "2026Q2", "2026Q3"], "2025Q1Q2Q3"),
    ],
)
def test_that_added_quarters_are_named_and_compared_with_the_same_ones(
    name: str, quarters: list[str], before: str
) -> None:
    parts = periods.parts_of(name)
    assert [str(one) for one in parts] == quarters
    assert periods.one_before(name) == before
    if len(parts) > 1:
        assert periods.added(reversed(parts)) == name


def test_that_only_all_four_quarters_are_called_the_year() -> None:
    assert periods.added(Period(2026, one) for one in (3, 1, 4, 2)) == "2026"


@pytest.mark.parametrize("name", ["2026Q2Q1", "2026Q1Q1", "2026Q1Q2Q3Q4", "2026Q1Q5", "2026Q1-Q3", "2026Q1Q2\n"])
def test_that_quarters_are_named_in_one_way(name: str) -> None:
    with pytest.raises(InputError):
        periods.parts_of(name)
