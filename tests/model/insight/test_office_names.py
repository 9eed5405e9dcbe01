import pytest

from doorbraak.model import catalogue
from doorbraak.model.insight.name_words import ordinary_of
from doorbraak.model.insight.office_names import surnames_in, with_office

ORDINARY = ordinary_of(catalogue.load())


def surnames(called: str) -> list[tuple[str, str]]:
    return [(one.name, one.advice) for one in surnames_in(called, ORDINARY)]


@pytest.mark.parametrize(
    ("called", "found"),
    [
        ("Tandarts Pimpelmees", [("Pimpelmees", "een tandarts")]),
        ("tandarts pimpelmees", [("pimpelmees", "een tandarts")]),
        ("Bewindvoering Vinkenoog B.V.", [("Vinkenoog", "een bewindvoerder")]),
        ("Deurwaarder Roodborst & Zn", [("Roodborst", "een deurwaarder")]),
        ("Lepelman Advocaten", [("Lepelman", "een advocaat")]),
        ("Advocatenkantoor Ekster en Specht", [("Ekster", "een advocaat"), ("Specht", "een advocaat")]),
        ("Notaris mr. J. de Boer", [("J. de Boer", "een notaris")]),
        ("Praktijk Merelman", [("Merelman", "een instantie")]),
    ],
)
def test_that_the_surname_in_the_name_of_an_office_is_a_name(called: str, found: list[tuple[str, str]]) -> None:
    assert surnames(called) == found


@pytest.mark.parametrize(
    "called",
    [
        "Stichting Bewind Utrecht", "Deurwaarder GGN", "Syncasso Gerechtsdeurwaarders", "Particuliere verhuurder",
        "Fysiotherapie Zuid", "Bewindvoerder van oma", "Advocaat voor familierecht", "Gerechtsdeurwaarder", "Coach",
        "Zilveren Kruis", "Albert Heijn", "Gemeente Utrecht", "Tandartsrekening", "",
    ],
)  # fmt: skip
def test_that_offices_firms_and_places_hold_no_surname(called: str) -> None:
    assert surnames(called) == []


def test_that_what_stands_after_an_article_is_a_name_only_with_a_capital() -> None:
    (found,) = surnames_in("Tandarts De Brug", ORDINARY)
    assert "brug" in found.plain


@pytest.mark.parametrize(
    ("said", "name", "instead"),
    [
        ("Bel tandarts Fuut nu", "Fuut", ("een tandarts", "tandarts Fuut")),
        ("Bel mijn tandarts Fuut nu", "Fuut", ("tandarts", "tandarts Fuut")),
        ("Bewindvoering Fuut B.V. belt", "Fuut", ("een bewindvoerder", "Bewindvoering Fuut B.V.")),
        ("Zij bellen Fuut nu", "Fuut", ("iemand", "Fuut")),
    ],
)
def test_that_a_name_goes_with_the_office_beside_it_and_one_role_is_left(
    said: str, name: str, instead: tuple[str, str]
) -> None:
    at = said.index(name)
    start, end, advice = with_office(said, at, at + len(name), "iemand", 0)
    assert (advice, said[start:end]) == instead
