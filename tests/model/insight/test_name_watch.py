from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue
from doorbraak.model.insight.name_watch import FAMILY, Known, found_in, instead, names_of
from doorbraak.model.insight.name_words import known_in, ordinary_of
from tests.model.insight.records import household, person

SAM, ANNA, ZOE = Known("Sam de Wit", "zoon"), Known("Anne-Marie", "moeder"), Known("Zoë", "dochter")
NAMES = (SAM, ANNA, ZOE)


def marked(text: str) -> list[tuple[str, str]]:
    return [(found.kind, found.words) for found in found_in(text, NAMES)]


@pytest.mark.parametrize("written", ["111222333", "111.222.333", "1112.22.333", "111 222 333", "10000008"])
def test_that_a_number_that_passes_the_elfproef_is_marked(written: str) -> None:
    assert marked(f"Zijn nummer is {written}.") == [("bsn", written)]


@pytest.mark.parametrize(
    "text",
    [
        "111222334",  # fails the elfproef
        "000000000",
        "31-12-2026 en 31.12.2026",
        "Het kost € 111.222.333",
        "1112223331",
        "klant A111222333",
        "op 01-01-2026 10:30",
        "van 2023 en 2024 in 12 weken",
    ],
)
def test_that_dates_amounts_and_other_numbers_are_left_alone(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    "written",
    [
        "0612345678",
        "06-12345678",
        "06 12 34 56 78",
        "020-1234567",
        "(020) 123 45 67",
        "+31 6 12345678",
        "0031612345678",
    ],
)
def test_that_a_dutch_phone_number_is_marked(written: str) -> None:
    assert marked(f"Bel {written}, graag") == [("phone", written)]


@pytest.mark.parametrize("written", ["1234 AB 12", "1234AB 12a", "1234ab 12", "12, 1234 AB", "1234 AB 12-b"])
def test_that_a_postcode_with_a_house_number_is_marked_and_one_without_is_not(written: str) -> None:
    assert marked(f"Woont op {written}.") == [("postcode", written)]
    assert marked("Woont in 1234 AB.") == []


def test_that_a_mail_address_is_marked() -> None:
    assert marked("Mail jan.jansen@school.example.nl.") == [("mail", "jan.jansen@school.example.nl")]


def test_that_names_are_whole_words_without_case_or_accents() -> None:
    assert marked("SAM kwam, samen met zoe en Zoë.") == [("name", "SAM"), ("name", "zoe"), ("name", "Zoë")]


def test_that_the_longest_name_is_marked_once_and_a_prefix_alone_never() -> None:
    assert marked("Sam de Wit en de heer De Wit van de school") == [("name", "Sam de Wit"), ("name", "De Wit")]


def test_that_a_possessive_and_a_hyphen_do_not_hide_a_name() -> None:
    assert marked("Sams jas, Anne Marie's tas, Anne-Marie") == [
        ("name", "Sam"),
        ("name", "Anne Marie"),
        ("name", "Anne-Marie"),
    ]


def test_that_the_advice_is_a_role_with_a_capital_where_a_sentence_begins() -> None:
    text = "Sam belt. Sam en Zoë."
    assert [instead(text, found) for found in found_in(text, NAMES)] == ["Zoon", "Zoon", "dochter"]


def test_that_a_role_that_is_used_as_a_name_is_no_name() -> None:
    roles = catalogue.load().roles
    people = (
        person(name="Oudste zoon", role="zoon"),
        person(name="Moeder", role="moeder"),
        person(name="oom Piet"),
        person(name="Roos", role="dochter"),
        person(name="", role="vader"),
    )
    named = names_of(household(name="Familie de Vries (voorbeeld)"), people, roles)
    assert [(known.name, known.advice) for known in named] == [
        ("de Vries", FAMILY),
        ("Piet", "iemand uit het gezin"),
        ("Roos", "dochter"),
    ]
    assert names_of(household(name="Gezin met achtenveertig instellingen"), (), MappingProxyType({})) == ()


def test_that_an_ordinary_word_is_a_name_only_with_a_capital() -> None:
    names = (Known("Mei", "zoon", frozenset(("mei",))), Known("Kees de Groot", "vader", frozenset(("groot",))))
    found = found_in("In mei komt Mei. Hoe groot is De Groot? MEI. kees de groot.", names)
    assert [one.words for one in found] == ["Mei", "De Groot", "MEI", "kees de groot"]


@pytest.mark.parametrize(("name", "text", "found"), [
    ("Roos", "een roos, Die roos. Toen huilde roos, zus van roos.", ["roos", "roos"]),
    ("Iris", "iris slaapt bij de iris", ["iris"]), ("Wil", "wil slaapt", []),
    ("Bo", "in het bos, bo's juf, Bos", ["bo", "Bo"]), ("Anna", "annas jas", ["anna"]),
    ("Hans", "hansje en hansplan", ["hansje"]), ("Bas", "basje", []),
    ("Hans de Vries", "HdV, H.d.V. en h.d.v. maar hdv", ["HdV", "H.d.V.", "h.d.v."]),
    ("Ineke van Meer", "i.v.m. IvM", []), ("Elke", "Elke's school. Elke dag.", ["Elke"]),
    ("Wil", "Wils hond. Wil je dat?", ["Wil"]),
])  # fmt: skip
def test_that_a_short_or_ordinary_name_is_found_as_a_name_and_not_as_a_word(
    name: str, text: str, found: list[str]
) -> None:
    names = known_in(name, "kind", ordinary_of(catalogue.load()))
    assert [one.words for one in found_in(text, names)] == found


def test_that_letters_before_and_for_a_name_are_marked() -> None:
    found = found_in("J.P. de Wit en S. de Wit. S. belt. College van B. en W. stopt, S. Jansma ook.", (SAM,))
    assert [one.words for one in found] == ["J.P. de Wit", "S. de Wit", "S."]


def test_that_signs_that_can_not_be_seen_hide_no_name() -> None:
    assert marked("Sa\u200dm en Zo\ufe0fë.") == [("name", "Sa\u200dm"), ("name", "Zo\ufe0fë")]


def test_that_a_description_gives_nothing_to_watch() -> None:
    people = (person(name="Vader van de broer", role="vader"), person(name="Bewoner zonder huis"))
    assert names_of(household(name="Gezin zonder huis"), people, catalogue.load().roles) == ()


PIECES = st.sampled_from(
    ["Sam", "de", " ", "'s", "0", "6", "12", "1234", "AB", "@", ".", "-", "+31", "é", "\u0301", "\n", "wit"]
)


@given(st.one_of(st.text(), st.lists(PIECES).map("".join)), st.lists(st.text(max_size=12), max_size=4))
def test_that_any_text_gives_marks_in_order_inside_it(text: str, names: list[str]) -> None:
    found = found_in(text, (*NAMES, *(Known(name, "iemand") for name in names)))
    end = 0
    for one in found:
        assert end <= one.start < one.end <= len(text)
        assert one.words == text[one.start : one.end]
        assert instead(text, one).casefold() == one.advice.casefold()
        end = one.end


@pytest.mark.parametrize("piece", ["a", "1 ", "0", "06 ", "a.b@", "1234 AB ", "Sam ", "de de ", "é\u0301"])
def test_that_a_text_twice_as_long_takes_about_twice_the_work(piece: str) -> None:
    """Counted in calls of Python, not in seconds; expressions themselves have bounded repeats only."""
    import sys

    def calls(text: str) -> int:
        counted = 0

        def count(*_: object) -> None:
            nonlocal counted
            counted += 1

        found_in("", NAMES)
        sys.setprofile(count)
        try:
            found_in(text, NAMES)
        finally:
            sys.setprofile(None)
        return counted

    assert calls(piece * 2000) <= 2.2 * calls(piece * 1000) + 50
