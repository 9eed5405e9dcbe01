import pytest

from doorbraak.model import catalogue
from doorbraak.model.insight.maybe_names import maybe_names, stands_as_name
from doorbraak.model.insight.vocabulary import vocabulary_of
from tests.growth import assert_in_proportion

VOCABULARY = vocabulary_of(catalogue.load())


def found(text: str) -> list[str]:
    return [one.words for one in maybe_names(text, VOCABULARY)]


@pytest.mark.parametrize(("text", "names"), [
    ("De baby heet Liv.", ["Liv"]), ("Zij noemt hem Beertje.", ["Beertje"]),
    ("Petra Jansen zei nee.", ["Petra Jansen"]),
    ("De buurman, Gerrit, klaagt.", ["Gerrit"]), ("De buren (Gerrit en Toos) klagen.", ["Gerrit", "Toos"]),
    ("Hanneke van der Ruys belt.", ["Hanneke van der Ruys"]), ("Volgens P. de Haan mag het.", ["P. de Haan"]),
    ("Imam Yusuf hielp.", ["Yusuf"]), ("Rechter mr. A.B. van Dam wees het af.", ["A.B. van Dam"]),
    ("Fenna W. belt.", ["Fenna W"]), ("Zij woont in de Vogelbuurt.", ["Vogelbuurt"]), ("Toen belde Vos.", ["Vos"]),
    ("Psychiater dr. Bloem behandelt haar.", ["Bloem"]), ("Zij ziet Omar.", ["Omar"]),
    ("Consulente Petra zei nee.", ["Petra"]), ("Trainer Kees van de club.", ["Trainer Kees"]),
])  # fmt: skip
def test_that_a_capital_inside_a_sentence_may_be_a_name_with_all_that_belongs_to_it(
    text: str, names: list[str]
) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", [
    "Het UWV stopte de uitkering.", "De Wmo-consulent zei dat het bij de Jeugdwet hoort.",
    "Het Leger des Heils had plek.",
    "De Raad voor de Kinderbescherming deed onderzoek.", "Zij spreekt Tigrinya en Nederlands, de Syrische vader ook.",
    "De gemeente Lutjebroek en de rechtbank Utrecht.", "Met DigiD en Kerst.", "Naar Stichting Jarige Job.",
    "Zij zei: “Kan niet.” Toen wel.", "Verslag: Moeder belde.\nVader ook.", "De Sociale Verzekeringsbank betaalde.",
    "Amsterdam heeft een andere regeling.", "Alles in KLEINE letters.", "Het CIZ wees de Wlz af.",
])  # fmt: skip
def test_that_laws_agencies_languages_and_the_start_of_a_sentence_are_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(("text", "names"), [
    ("Samira belde vanochtend.", ["Samira"]), ("Samira zei nee. Toen liep Samira weg.", ["Samira", "Samira"]),
    ("Samira, de zus, is er.", ["Samira"]), ("Gisteravond belde zij.", []), ("Meegelopen en geholpen.", []),
    ("Kleuter speelt buiten.", []), ("Daarover vertelde moeder.", []), ("Woonplaatsbeginsel belde zij.", []),
])  # fmt: skip
def test_that_the_first_word_is_a_name_when_it_is_one_elsewhere_or_does_what_only_people_do(
    text: str, names: list[str]
) -> None:
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("Dat weet Petra Sterk al.", ["Petra Sterk"]), ("Dat weet gezin Nieuwenhuis.", ["Nieuwenhuis"]),
    ("Dat zei ook Van Zorg.", ["Van Zorg"]), ("Toen zei 't Hart nee.", ["Hart"]), ("Toen zei Ben nee.", ["Ben"]),
    ("Dat weet Petra UWV.", ["Petra"]), ("Ben ik te laat?", []),
])  # fmt: skip
def test_that_a_known_word_with_a_capital_is_of_a_name_after_a_name_gezin_van_or_t(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(("text", "names"), [
    ("Zij spreekt Frans.", []), ("Toen kwam Frans.", ["Frans"]), ("Zij komt uit India.", []),
    ("Toen kwam India.", ["India"]), ("De Centrale Raad van Beroep zei nee.", []), ("Toen zei Signs nee.", ["Signs"]),
])  # fmt: skip
def test_that_a_language_a_place_or_a_body_is_told_by_what_stands_beside_it(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_that_another_spelling_of_a_known_name_is_a_name() -> None:
    known = VOCABULARY.with_people(("Fatima el Idrissi", "Jürgen", "Groen", "Anna"))
    for text in ("Fatma is er.", "Fattima is er.", "Fatina is er.", "Juergen is er."):
        assert [one.words for one in maybe_names(text, known)] == [text.split()[0]]
    for text in ("Annas is er.", "Groen licht is er.", "Fatwa is er."):
        assert maybe_names(text, known) == ()


@pytest.mark.parametrize(("text", "name", "stands"), [
    ("Wil belt.", "Wil", True), ("Roos en Jan.", "Roos", True), ("Toen kwam Door.", "Door", True),
    ("Elke dag.", "Elke", False), ("Door de regel.", "Door", False), ("Art. 35 geldt.", "Art", False),
    ("Een kan. Wil je dat?", "Wil", False), ("Lot gaat weg.", "Lot", True), ("Elke Smit belt.", "Elke", True),
])  # fmt: skip
def test_that_an_ordinary_word_at_the_start_is_a_name_before_a_verb_only(text: str, name: str, stands: bool) -> None:
    start = text.index(name)
    assert stands_as_name(text, start, start + len(name)) is stands


@pytest.mark.parametrize("piece", ["Aa ", "Aa van ", "A. ", "A.", "Aa-", "van de ", "Aa. ", "a", "A"])
def test_that_ten_thousand_letters_take_no_longer_than_they_are_many(piece: str) -> None:
    assert_in_proportion(lambda letters: maybe_names((piece * letters)[:letters], VOCABULARY), 10_000)
