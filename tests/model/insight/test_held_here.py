"""How long a household lies on this laptop, and when that is long."""

from datetime import date, timedelta

import pytest

from doorbraak.model.dossier.household import Household
from doorbraak.model.insight.held_here import held

TODAY = date(2026, 11, 23)


def home(number: int, days: int) -> Household:
    since = TODAY - timedelta(days=days)
    return Household(number, number, "", date(2020, 1, 1), None, False, "", "", "", None, "", "", False, "", since)


def test_that_the_longest_comes_first_and_equal_ones_by_number() -> None:
    found = held([home(1, 3), home(3, 9), home(2, 9)], TODAY, 180)
    assert [(one.household.number, one.days) for one in found] == [(2, 9), (3, 9), (1, 3)]


@pytest.mark.parametrize(("days", "mark"), [(179, ""), (180, ""), (181, "Staat hier 181 dagen")])
def test_that_more_than_so_many_days_is_long(days: int, mark: str) -> None:
    (one,) = held([home(1, days)], TODAY, 180)
    assert (one.mark, one.long) == (mark, bool(mark))


def test_that_a_clock_that_went_back_makes_no_negative_days() -> None:
    assert held([home(1, -5)], TODAY, 180)[0].days == 0
