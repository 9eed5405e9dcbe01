from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.catalogue import load
from doorbraak.model.insight.price_level import PriceLevel, level_of

INDEX = {2015: 10000, 2022: 12143, 2025: 13456}
YEARS = st.integers(1990, 2200)


def test_that_a_price_goes_by_the_index_of_both_years() -> None:
    assert PriceLevel(2025, INDEX).factor(2022) == Fraction(13456, 12143)


def test_that_a_price_of_the_year_itself_or_of_no_known_year_stays_as_it_is() -> None:
    level = PriceLevel(2025, INDEX)
    assert level.factor(2025) == level.factor(None) == 1
    assert level.is_exact(None)


@pytest.mark.parametrize(("year", "used"), [(1999, 2015), (2015, 2015), (2025, 2025), (2026, 2025), (2200, 2025)])
def test_that_a_year_without_index_uses_the_nearest_known_one(year: int, used: int) -> None:
    assert PriceLevel(2022, INDEX).used(year) == used


@pytest.mark.parametrize(
    ("level", "year", "exact"),
    [(2025, 2022, True), (2025, 2026, False), (2026, 2022, False), (2026, 2026, True), (2025, 1990, False)],
)
def test_that_it_says_when_another_year_stood_in(level: int, year: int, exact: bool) -> None:
    assert PriceLevel(level, INDEX).is_exact(year) == exact


def test_that_the_last_year_with_an_index_is_the_level_unless_another_is_chosen() -> None:
    lists = load()
    assert level_of(lists).year == max(row.year for row in lists.cpi)
    assert level_of(lists, 2020).year == 2020


@given(YEARS, YEARS)
def test_that_there_and_back_again_changes_nothing(one: int, other: int) -> None:
    index = level_of(load()).index
    assert PriceLevel(one, index).factor(other) * PriceLevel(other, index).factor(one) == 1
