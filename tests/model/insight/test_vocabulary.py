import pytest

from doorbraak.model import catalogue
from doorbraak.model.insight.maybe_names import maybe_names
from doorbraak.model.insight.vocabulary import vocabulary_of

VOCABULARY = vocabulary_of(catalogue.load())


@pytest.mark.parametrize("word", ["Frans", "Martijn", "Karel", "Maarten", "Heleen", "Justice", "Lister", "Sterk"])
def test_that_who_wrote_a_source_or_is_called_as_a_firm_is_known_as_nobody_else(word: str) -> None:
    assert not VOCABULARY.knows(word)


@pytest.mark.parametrize(("word", "known"), [
    ("UWV", True), ("DEN", True), ("EMDR", True), ("MDFT", True), ("RIAGG", True), ("DENNIS", False), ("ANNA", False),
    ("LARS", False), ("BELDE", True),
])  # fmt: skip
def test_that_capitals_of_four_letters_or_more_are_an_abbreviation_only_when_they_are_listed(
    word: str, known: bool
) -> None:
    assert VOCABULARY.knows(word) is known


@pytest.mark.parametrize("word", ["Nieuwenhuis", "Buitenhuis", "Schoolmeester"])
def test_that_two_ordinary_words_in_one_may_be_a_surname(word: str) -> None:
    assert not VOCABULARY.knows(word)
    assert VOCABULARY.knows("Zorgverzekeringslijn")


def test_that_the_name_of_an_organisation_covers_its_words_only_where_it_stands_whole() -> None:
    own = VOCABULARY.with_whole(["Team van Fenna Bos"])
    found = maybe_names("Het team van Fenna Bos belt. Toen zei Fenna Bos nee.", own)
    assert [one.words for one in found] == ["Fenna Bos"]
    assert found[0].start > 30
