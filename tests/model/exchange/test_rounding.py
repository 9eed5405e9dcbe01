"""Rounding: right on average, always the same, and no way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.exchange import audit, rounding

KEY = bytes(range(32))


def of_two(number: int, first: int) -> dict[str, int]:
    return {"a" * 32: first, "b" * 32: number - first}


@given(st.integers(0, 400), st.integers(0, 400), st.binary(min_size=32, max_size=32))
def test_that_a_count_goes_to_one_of_its_two_multiples_of_five(number: int, first: int, key: bytes) -> None:
    shown = rounding.count(key, number, of_two(number, min(first, number)))
    assert shown % 5 == 0
    assert abs(shown - number) < 5
    if number % 5 == 0:
        assert shown == number
    low, high = audit.rounded_by_chance(shown)
    assert low <= number <= high


@pytest.mark.parametrize("over", range(5))
def test_that_it_is_right_on_average(over: int) -> None:
    """Of 4,000 cells of 10 to 14 households as many are rounded up as the average asks for."""
    cells = 4000
    ups = sum(rounding.count(KEY, 10 + over, {f"{cell:032x}": 10 + over}) == 15 for cell in range(cells))
    expected = cells * over / 5
    assert abs(ups - expected) <= 4 * (cells * over / 5 * (1 - over / 5)) ** 0.5


@given(st.dictionaries(st.text("0123456789abcdef", min_size=32, max_size=32), st.integers(0, 30)), st.randoms())
def test_that_the_same_households_give_the_same_figure_in_any_order_and_however_often(
    own: dict[str, int], chance: st.DrawFn
) -> None:
    once = rounding.count(KEY, sum(own.values()), own)
    mixed = list(own.items())
    chance.shuffle(mixed)
    assert rounding.count(KEY, sum(own.values()), dict(mixed)) == once
    assert rounding.count(KEY, sum(own.values()), {**own, "g" * 32: 0}) == once, "who has none of them has no say"


def test_that_the_key_decides_and_that_a_short_one_is_not_taken() -> None:
    ours = [rounding.count(KEY, 12, {f"{cell:032x}": 12}) for cell in range(40)]
    other = [rounding.count(bytes(32), 12, {f"{cell:032x}": 12}) for cell in range(40)]
    assert ours != other
    with pytest.raises(ValueError, match="key"):
        rounding.count(b"short", 12, {"a" * 32: 12})


def test_that_it_matters_which_sender_has_how_many() -> None:
    """12 of which one sender has 5 are other households than 12 of which it has 6, or of which the other has 5."""
    assert len({rounding.count(KEY, 12, of_two(12, first)) for first in range(13)}) == 2
    swapped = [(of_two(12, first), of_two(12, 12 - first)) for first in range(6)]
    assert [rounding.count(KEY, 12, one) for one, _ in swapped] != [rounding.count(KEY, 12, two) for _, two in swapped]


@pytest.mark.parametrize(
    ("amount", "shown"),
    [(0, 0), (499, 0), (500, 0), (501, 1000), (1500, 2000), (2500, 2000), (-500, 0), (-501, -1000), (-1500, -2000)],
)
def test_that_euros_go_to_the_nearest_thousand_and_a_half_to_the_even_one(amount: int, shown: int) -> None:
    assert rounding.euros(amount) == shown


@given(st.integers(-(10**7), 10**7))
def test_that_what_the_audit_knows_of_a_rounded_amount_holds_the_true_one(amount: int) -> None:
    low, high = audit.rounded(rounding.euros(amount))
    assert low <= amount <= high
    assert high - low == 1000


def test_that_shares_and_means_are_made_of_two_shown_figures_only() -> None:
    assert rounding.per_cent(15, 60) == 25
    assert rounding.per_cent(5, 40) == 12  # 12.5: a half to the even one
    assert rounding.per_cent(15, 40) == 38  # 37.5
    assert rounding.per_cent(None, 60) is None
    assert rounding.per_cent(15, None) is None
    assert rounding.per_cent(0, 0) is None
    assert rounding.mean(1_234_000, 50) == 24_700
    assert rounding.mean(None, 50) is None
    with pytest.raises(ValueError, match="as they are shown"):
        rounding.per_cent(14, 60)
    with pytest.raises(ValueError, match="as they are shown"):
        rounding.mean(1_234_000, 51)
