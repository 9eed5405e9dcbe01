"""How periods are written for people."""

import pytest

from doorbraak.model.exchange import published_words


@pytest.mark.parametrize(
    ("period", "words"),
    [
        ("2026Q3", "het 3e kwartaal van 2026"),
        ("2026Q1Q2", "het 1e en 2e kwartaal van 2026"),
        ("2026Q1Q2Q4", "het 1e, 2e en 4e kwartaal van 2026"),
        ("2026", "het jaar 2026"),
    ],
)
def test_that_a_title_says_which_quarters_it_is_of(period: str, words: str) -> None:
    assert published_words.period_words(period) == words
