"""Rounding: right on average, always the same, and no way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.exchange import audit, rounding

KEY = bytes(range(32))


def tokens(number: int, name: str = "t") -> list[str]:
    return [f"{name}{at:04x}" for at in range(number)]


@given(st.integers(0, 400), st.binary(min_size=32, max_size=32))
def test_that_a_count_goes_to_one_of_its_two_multiples_of_five(number: int, key: bytes) -> None:
    shown = rounding.count(key, tokens(number))
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
    ups = sum(rounding.count(KEY, tokens(10 + over, f"cell{cell}-")) == 15 for cell in range(cells))
    expected = cells * over / 5
    assert abs(ups - expected) <= 4 * (cells * over / 5 * (1 - over / 5)) ** 0.5


@given(st.sets(st.text("0123456789abcdef", min_size=4, max_size=8), max_size=60), st.randoms())
def test_that_the_same_households_give_the_same_figure_in_any_order_and_however_often(
    inside: set[str], chance: st.DrawFn
) -> None:
    once = rounding.count(KEY, sorted(inside))
    mixed = sorted(inside)
    chance.shuffle(mixed)
    assert {rounding.count(KEY, mixed), rounding.count(KEY, mixed + mixed), rounding.count(KEY, inside)} == {once}


def test_that_the_key_decides_and_that_a_short_one_is_not_taken() -> None:
    ours = [rounding.count(KEY, tokens(12, f"cell{cell}-")) for cell in range(40)]
    other = [rounding.count(bytes(32), tokens(12, f"cell{cell}-")) for cell in range(40)]
    assert ours != other
    with pytest.raises(ValueError, match="key"):
        rounding.count(b"short", tokens(12))


def test_that_where_two_lists_of_tokens_are_cut_matters() -> None:
    """`ab` and `c` are other households than `a` and `bc`."""
    pairs = [((f"{n}ab", "c"), (f"{n}a", "bc")) for n in range(40)]
    assert [rounding.count(KEY, one) for one, _ in pairs] != [rounding.count(KEY, other) for _, other in pairs]


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
