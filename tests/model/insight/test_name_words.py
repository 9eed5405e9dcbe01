import pytest

from doorbraak.model import catalogue
from doorbraak.model.insight.name_words import PREFIXES, compound, known_in, ordinary_in, ordinary_of, title_names

CATALOGUE = catalogue.load()
LISTS, ROLES = ordinary_of(CATALOGUE), ordinary_in(CATALOGUE.roles)


def names(typed: str, *, functions: bool = False) -> list[str]:
    return [one.name for one in known_in(typed, "x", LISTS, functions=functions)]


@pytest.mark.parametrize(
    "typed",
    [
        "Vader van de broer", "vader van de broer", "VADER VAN DE BROER", "Oudste zoon", "Oudste Zoon", "Hond",
        "Vrouw", "Moeder", "Bewoner zonder huis", "buurman van boven", "de oudste", "", "van de", "Ex-partner",
        "Vader van de kinderen", "iemand anders",
    ],
)  # fmt: skip
def test_that_a_description_of_somebody_holds_no_name(typed: str) -> None:
    assert names(typed) == []
    assert known_in(typed, "x", ROLES) == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("oom Piet", ["Piet"]), ("oom piet", ["piet"]), ("Van de Ven", ["Van de Ven"]), ("Jo", ["Jo"]),
        ("Mei", ["Mei"]), ("D'Angelo", ["D'Angelo"]), ("Noor-Eva", ["Noor-Eva"]), ("J.P. Smit", ["J.P. Smit"]),
        ("J.P.", ["J.P"]), ("Noor en Daan", ["Noor", "Daan"]), ("anna de vries", ["anna de vries"]),
        ("vader van Anna", ["van Anna"]), ("Jan de Vriend", ["Jan de Vriend"]), ("Hoop Jansma", ["Hoop Jansma"]),
        ("Jan van der berg", ["Jan van der berg"]), ("Noor (wijkteam)", ["Noor"]), ("de heer P. Kok", ["P. Kok"]),
        ("Di", ["Di"]), ("Wil", ["Wil"]),
    ],
)  # fmt: skip
def test_that_a_name_is_what_is_left_without_roles_and_ordinary_words(typed: str, found: list[str]) -> None:
    assert names(typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        "Gezinsvoogd", "Adviseur financiën", "College van B en W", "College van B. en W.", "Zorgverzekeringslijn",
        "Schoolmaatschappelijk werker", "Manager Wmo van de gemeente", "Bewonersvereniging", "CAK en sociale dienst",
        "Teamleider Wmo en leerlingenvervoer", "Wethouder wonen, na advies van de urgentiecommissie", "Jurist jeugd",
    ],
)  # fmt: skip
def test_that_an_office_holds_no_name(typed: str) -> None:
    assert names(typed, functions=True) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Noor (wijkteam)", ["Noor"]), ("Jurist Jansma", ["Jansma"]), ("een onbekende Klauwier", ["Klauwier"]),
        ("Spreeuward, teamleider", ["Spreeuward"]), ("noor", ["noor"]), ("Wil", ["Wil"]), ("Otto", ["Otto"]),
        ("Teamleider Kees de Vriend", ["Kees de Vriend"]),
    ],
)  # fmt: skip
def test_that_a_name_beside_an_office_is_a_name(typed: str, found: list[str]) -> None:
    assert names(typed, functions=True) == found


def test_that_words_of_a_name_that_are_ordinary_too_are_told_apart() -> None:
    assert [one.plain for one in known_in("Jan de Groot", "x", LISTS)] == [{"groot"}]
    assert [one.plain for one in known_in("Mei", "x", LISTS)] == [{"mei"}]
    assert [one.plain for one in known_in("Anna Jansma", "x", LISTS)] == [frozenset()]


@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("Familie de Vries (voorbeeld)", ["de Vries"]), ("Vlaskamp", ["Vlaskamp"]), ("Gezin Vlaskamp", ["Vlaskamp"]),
        ("Achtenveertig instellingen in één huis", []), ("Gezin met schulden", []), ("Zus zorgt voor broertje", []),
        ("Gezin van Anna", ["van Anna"]),
    ],
)  # fmt: skip
def test_that_what_a_household_is_called_gives_its_name_and_no_description(title: str, found: list[str]) -> None:
    assert [one.name for one in title_names(title, "x", ROLES)] == found


def test_that_two_ordinary_words_in_one_are_no_name() -> None:
    assert compound("Gezinsvoogd", LISTS)
    assert not compound("Zorgdrager", LISTS)
    assert not compound("Jansma", LISTS)


def test_that_a_tussenvoegsel_is_in_no_list_of_ordinary_words() -> None:
    assert PREFIXES.isdisjoint(LISTS.roles | LISTS.functions | LISTS.everyday)
