"""Exact sums of what was lost are found; amounts of a rule may be named to the cent."""

import pytest

from doorbraak.model.documents.signal_letter_sums import exact_sum, sums_in
from tests.growth import assert_in_proportion


@pytest.mark.parametrize(("text", "said", "instead"), [
    ("wij verloren 37,5 uur", "37,5 uur", "ongeveer 25 uur"),
    ("wij misliepen € 4.312,17", "€ 4.312,17", "ongeveer 5.000 euro"),
    ("wij verloren 4.312 euro", "4.312 euro", "ongeveer 5.000 euro"),
    ("Dat kostte ons 4 uur.", "4 uur", "minder dan 10 uur"),
    ("Er ging € 350,40 verloren.", "€ 350,40", "minder dan 1.000 euro"),
])  # fmt: skip
def test_that_what_was_lost_is_said_as_the_letter_itself_says_it(text: str, said: str, instead: str) -> None:
    assert exact_sum(text) == (said, instead)


@pytest.mark.parametrize("text", [
    "De grens is € 1.300,50.", "Het eigen risico is 385 euro.", "€ 62,50 per maand", "Een gesprek duurt 2 uur.",
    "Wij verloren ongeveer 5.000 euro.", "Dat kostte ongeveer 40 uur.", "Zij verloren binnen 48 uur hun plek.",
    "De huurgrens van € 900,07 is te laag.", "Wie meer heeft dan € 1.312,50 verliest de toeslag.",
])  # fmt: skip
def test_that_round_sums_and_amounts_of_a_rule_pass(text: str) -> None:
    assert exact_sum(text) is None
    assert sums_in(text) == ()


@pytest.mark.parametrize(("text", "said"), [
    ("De schade is € 4.321.", "€ 4.321"), ("De achterstand is 3417 euro.", "3417 euro"), ("€ 4.312,17", "€ 4.312,17"),
    ("De huurschuld was € 3.417.", "€ 3.417"), ("Wij waren 37 uren bezig.", "37 uren"),
    ("De schuld is € 3.417 boven de norm uit.", "€ 3.417"),
])  # fmt: skip
def test_that_it_is_asked_whose_another_exact_sum_is(text: str, said: str) -> None:
    assert (exact_sum(text), sums_in(text)) == (None, (said,))


@pytest.mark.parametrize("piece", ["wij verloren 37 uur ", "€ 4.312 ", "1.000 ", "1.", "verloren ", " "])
def test_that_ten_thousand_letters_take_no_longer_than_they_are_many(piece: str) -> None:
    assert_in_proportion(lambda letters: exact_sum((piece * letters)[:letters]), 10_000)
