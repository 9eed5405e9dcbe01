"""Each rule, and the attack that it is there for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.exchange import rules


@pytest.mark.parametrize("inside", range(10))
def test_that_a_row_under_ten_households_is_hidden_and_zero_is_as_small_as_nine(inside: int) -> None:
    assert rules.verdict(inside, 400) == "hidden"


def test_that_ten_households_are_enough_when_ten_are_outside() -> None:
    assert rules.verdict(10, 20) == "number"
    assert rules.verdict(10, 400) == "number"


def test_that_subtracting_from_a_known_number_of_households_leaves_none_or_at_least_ten() -> None:
    """A colleague who knows that there are 25 would read off the 9 who do not have it."""
    assert rules.verdict(15, 25) == "number"
    assert rules.verdict(16, 25) == "hidden"
    assert rules.verdict(22, 25) == "hidden"


def test_that_24_of_25_and_all_of_25_look_the_same() -> None:
    assert rules.verdict(24, 25) == rules.verdict(25, 25) == rules.verdict(23, 25) == "most"


@pytest.mark.parametrize("households", range(10, 21))
def test_that_12_of_12_is_hidden_since_meer_dan_90_would_leave_two_numbers_open(households: int) -> None:
    assert rules.verdict(households, households) == "hidden"


def test_that_exactly_90_per_cent_is_not_called_more_than_90() -> None:
    assert rules.verdict(90, 100) == "number"
    assert rules.verdict(91, 100) == "most"
    assert rules.verdict(54, 60) == "hidden"
    assert rules.verdict(55, 60) == "most"


@given(st.integers(1, 3000), st.data())
def test_that_whatever_is_shown_leaves_room_inside_and_outside(households: int, data: st.DataObject) -> None:
    inside = data.draw(st.integers(0, households))
    verdict = rules.verdict(inside, households)
    if verdict == "number":
        assert inside >= 10
        assert households - inside >= 10
    alike = [other for other in range(households + 1) if rules.verdict(other, households) == verdict]
    if verdict == "most":
        assert len(alike) >= 3
        assert all(other * 10 > households * 9 for other in alike)
    if verdict == "hidden":
        assert len(alike) >= min(10, households + 1)


def test_that_it_stays_useful() -> None:
    """Hiding everything protects nobody: of 60 households every share from 17% to 83% is shown."""
    assert all(rules.verdict(inside, 60) == "number" for inside in range(10, 51))
    assert all(rules.verdict(inside, 25) == "number" for inside in range(10, 16))


@pytest.mark.parametrize(
    ("households", "name"),
    [
        (1, "minder dan 5"), (4, "minder dan 5"), (5, "5-9"), (9, "5-9"), (10, "10-19"), (19, "10-19"),
        (20, "20-49"), (50, "50-99"), (99, "50-99"), (100, "100 of meer"), (4000, "100 of meer"),
    ],
)  # fmt: skip
def test_that_the_number_of_households_is_a_class(households: int, name: str) -> None:
    assert rules.size_class(households) == name


def test_that_no_households_have_no_class() -> None:
    with pytest.raises(ValueError, match="no households"):
        rules.size_class(0)


def test_that_a_count_that_can_not_be_is_a_bug() -> None:
    with pytest.raises(ValueError, match="more households"):
        rules.verdict(26, 25)


@given(st.integers(10, 1000), st.data())
def test_that_subtracting_a_part_leaves_ten_at_least_at_the_lowest_that_the_whole_can_be(
    households: int, data: st.DataObject
) -> None:
    """The attack: 30 households in a life domain, 28 with one of its problems, so 2 have something else."""
    whole = data.draw(st.integers(0, households))
    part = data.draw(st.integers(0, whole))
    if rules.verdict(part, households) == "hidden" or not rules.apart(whole, part, households):
        return
    assert rules.verdict(part, households) == "number"
    assert whole - part >= 10
    alike = [
        other for other in range(part, households + 1)
        if rules.verdict(other, households) == rules.verdict(whole, households)
    ]  # fmt: skip
    if rules.verdict(whole, households) != "number":
        assert min(alike) - part >= 10


def test_that_a_whole_that_is_not_shown_protects_nothing_by_itself() -> None:
    """54 of 60 is hidden, but around 50 it can only be 51 to 54: one to four have something else."""
    assert rules.verdict(54, 60) == "hidden"
    assert rules.verdict(50, 60) == "number"
    assert not rules.apart(54, 50, 60)
    assert rules.apart(54, 41, 60)


def test_that_a_part_that_fills_the_whole_is_hidden_too() -> None:
    """Nobody with anything else is also something to know about everybody."""
    assert not rules.apart(30, 30, 60)
    assert not rules.apart(30, 21, 60)
    assert rules.apart(30, 20, 60)


def test_that_more_than_90_per_cent_takes_part_with_the_lowest_and_the_highest_that_it_can_mean() -> None:
    assert rules.apart(60, 45, 60)
    assert not rules.apart(60, 46, 60), "55 - 46 = 9"
    assert not rules.apart(60, 58, 60)
