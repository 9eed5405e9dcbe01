import re

import pytest

from doorbraak.model.insight.number_words import UNTIL_31, WORDS, YEAR, worth_of


@pytest.mark.parametrize(("said", "worth"), [
    ("een", 1), ("één", 1), ("twaalf", 12), ("eenentwintig", 21), ("tweeëndertig", 32), ("honderd", 100),
    ("honderd en vijf", 105), ("driehonderdvijfentachtig", 385), ("duizend", 1000), ("twaalfhonderd", 1200),
    ("zesduizend honderdzevenendertig", 6137), ("honderdduizend", 100_000), ("huis", None), ("tienhuis", None),
])  # fmt: skip
def test_that_a_number_as_words_is_worth_what_it_says(said: str, worth: int | None) -> None:
    assert worth_of(said) == worth
    assert (re.fullmatch(WORDS, said) is not None) is (worth is not None)


@pytest.mark.parametrize("day", ["een", "één", "eenendertig", "tweeëntwintig", "drieentwintig", "dertig"])
def test_that_every_day_of_a_month_is_known_as_a_word(day: str) -> None:
    assert re.fullmatch(UNTIL_31, day)
    assert re.fullmatch(UNTIL_31, "tweeëndertig") is None


@pytest.mark.parametrize(
    "year", ["negentienvierentachtig", "negentienhonderdtachtig", "tweeduizend elf", "twintig elf"]
)
def test_that_a_year_is_known_as_words(year: str) -> None:
    assert re.fullmatch(YEAR, year)
