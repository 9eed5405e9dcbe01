"""Amounts: what people type is read in one way only, and what is shown can be typed again."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import money
from doorbraak.model.errors import InputError

CENTS = st.integers(-money.MOST_CENTS, money.MOST_CENTS)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("0", 0), ("5", 500), ("5,5", 550), ("5,05", 505), ("1234", 123400), ("1.234", 123400),
        ("1.234,56", 123456), ("12.345.678,9", 1234567890), ("€ 1.234,56", 123456), ("€1234", 123400),
        ("1,234.56", 123456), ("12.5", 1250), ("12.50", 1250), ("1,234,567.89", 123456789), ("-5", -500),
        ("-€ 5,00", -500), ("€ -5,00", -500), ("−5", -500), ("5,-", 500), ("5,--", 500), ("-5,-", -500),
        (" 1 234,56 ", 123456), ("1\u00a0234", 123400), ("1\u202f234,5", 123450), ("007", 700),
        ("EUR 4.800,00", 480000), ("4.800,00 EUR", 480000), ("5 euro", 500), ("Euro 5,-", 500), ("1234,56 €", 123456),
        ("-EUR 5", -500), ("EUR −5", -500), ("eur1.234", 123400),
    ],
)  # fmt: skip
def test_that_an_amount_is_read_as_people_write_it(text: str, cents: int) -> None:
    assert money.parse(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "€", "-", "abc", "1,234", "1.23.456", "1.2345", "12,345", "1,2,3", "5,123", "1.234.56", "--5",
        "5-", "5 euro 6", "€ 5 euro", "eur", "5 dollar", "neuro 5",
        "1e6", "0x10", "NaN", "Infinity", "٣,٥٠x", "1.234,5.6", ",5", "5,", "5.", "+5", "½",
    ],
)  # fmt: skip
def test_that_what_is_no_amount_or_can_be_read_in_two_ways_is_refused(text: str) -> None:
    with pytest.raises(InputError) as caught:
        money.parse(text, field="costs")
    assert caught.value.field == "costs"
    assert "1.234,56" in caught.value.sentence


@pytest.mark.parametrize("text", ["100.000.000.000,01", "9" * 30, "9" * 5000])
def test_that_an_amount_past_all_reason_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        money.parse(text)


def test_that_the_largest_amount_is_taken() -> None:
    assert money.parse("100.000.000.000") == money.MOST_CENTS
    assert money.parse("-100.000.000.000") == -money.MOST_CENTS


@given(CENTS)
def test_that_what_is_shown_can_be_typed_again(cents: int) -> None:
    assert money.parse(money.exact(cents)) == cents
    assert money.parse(money.typed(cents)) == cents


@given(CENTS)
def test_that_whole_euros_are_at_most_half_a_euro_off(cents: int) -> None:
    assert abs(money.parse(money.whole(cents)) - cents) <= 50


@given(st.text(max_size=30))
def test_that_any_text_is_an_amount_or_a_sentence(text: str) -> None:
    try:
        cents = money.parse(text)
    except InputError:
        return
    assert abs(cents) <= money.MOST_CENTS


def test_that_amounts_are_shown_the_dutch_way() -> None:
    assert money.exact(123456789) == "€\u00a01.234.567,89"
    assert money.exact(-500) == "-€\u00a05,00"
    assert money.exact(7) == "€\u00a00,07"
    assert money.typed(123456) == "1.234,56"
    assert money.typed(-123456) == "-1.234,56"
    assert money.whole(26900000) == "€\u00a0269.000"
    assert money.whole(-149) == "-€\u00a01"
    assert money.whole(-49) == "€\u00a00"


def test_that_a_tie_goes_to_the_even_number() -> None:
    assert [money.round_half_even(Fraction(half, 2)) for half in (1, 3, 5, -1, -3)] == [0, 2, 2, 0, -2]
    assert [money.whole(cents) for cents in (50, 150, 250)] == ["€\u00a00", "€\u00a02", "€\u00a02"]
    assert money.round_half_even(Fraction(10**30 + 1, 2)) == 10**30 // 2


@given(st.integers(-(10**30), 10**30), st.integers(1, 10**12))
def test_that_a_quotient_is_the_rounded_fraction(numerator: int, denominator: int) -> None:
    assert money.quotient(numerator, denominator) == money.round_half_even(Fraction(numerator, denominator))


@pytest.mark.parametrize(
    ("numerator", "whole"), [(5, 2), (15, 8), (25, 12), (-5, -2), (-15, -8), (0, 0), (6, 3), (4, 2)]
)
def test_that_a_quotient_gives_a_tie_to_the_even_number(numerator: int, whole: int) -> None:
    assert money.quotient(numerator, 2) == whole
