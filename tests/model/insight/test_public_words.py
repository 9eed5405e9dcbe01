import pytest

from doorbraak.model.catalogue import fold
from doorbraak.model.insight.name_words import NAMES_TOO
from doorbraak.model.insight.public_words import ANYBODY, KNOWN, PLACES, PLACES_NAMED_TOO, WHOLE, opens


@pytest.mark.parametrize("place", [
    "Utrecht", "Groningen", "Tilburg", "Lelystad", "Gelderland", "Marokko", "Syrië", "Curaçao", "België", "Oekraïne",
])  # fmt: skip
def test_that_large_gemeenten_provinces_and_countries_are_known(place: str) -> None:
    assert fold(place) in PLACES
    assert fold(place) in KNOWN


def test_that_no_word_that_many_are_called_by_is_known_as_a_place_or_body() -> None:
    assert PLACES.isdisjoint(NAMES_TOO)
    assert PLACES.isdisjoint(PLACES_NAMED_TOO)
    assert all(len(called) > 1 for called in WHOLE)


@pytest.mark.parametrize("word", ["kleuter", "bewindvoerster", "asielzoeker", "dementerende", "buurtgenoot"])
def test_that_words_for_anybody_are_nobody(word: str) -> None:
    assert word in ANYBODY


@pytest.mark.parametrize(("word", "first"), [
    ("gisteravond", True), ("daarover", True), ("hierna", True), ("erna", False), ("samira", False),
])  # fmt: skip
def test_that_words_that_begin_a_sentence_before_its_verb_are_told_from_names(word: str, first: bool) -> None:
    assert opens(word) is first
