"""Names that hide in a word are found as any other name; ordinary words stay."""

import pytest

from doorbraak.model.insight.disguises import as_read, humps
from doorbraak.model.insight.name_watch import FAMILY, Known, found_in, instead
from tests.growth import assert_in_proportion

NAMES = (
    Known("Samira Boukhari", "moeder"), Known("Youssef", "zoon"), Known("Jean-Pierre d'Anjou", "vader"),
    Known("Boukhari", FAMILY), Known("Mei", "dochter", frozenset(("mei",))), Known("Jan", "opa"),
)  # fmt: skip


def told(text: str) -> str:
    for one in reversed(found_in(text, NAMES)):
        text = text[: one.start] + instead(text, one) + text[one.end :]
    return text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Youssefje en Samiraatje.", "Zoon en moeder."),
        ("Jantje lacht.", "Opa lacht."),
        ("De Boukharikinderen komen.", "De kinderen van moeder komen."),
        ("Het dossier boukharigezin.", "Het dossier gezin van moeder."),
        ("De Boukharigedoe.", "De moeder."),
        ("Met Sami-\nra en Boukh-\nari.", "Met moeder en moeder."),
        ("Met Sami\nra en You\u2029ssef.", "Met moeder en zoon."),
        ("Sa-mi-ra belt.", "Moeder belt."),
        ("S a m i r a en Y.o.u.s.s.e.f.", "Moeder en zoon."),
        ("JP belde, J-P ook. J.-P. zegt: J.P. wil.", "Vader belde, vader ook. Vader zegt: vader wil."),
        ("SamiraYoussef, samirayoussef en gezinSamira.", "Moeder, moeder en moeder."),
        ("\u0405amira, S\u0430mira en S@mira.", "Moeder, moeder en moeder."),
    ],
)
def test_that_a_name_is_found_in_its_disguise(text: str, said: str) -> None:
    assert told(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Een meisje in mei, en een meitje.", "janken in januari", "Wij zijn thuis.\nraad het maar", "jp en a b c",
        "Een boek over jou.", "Meisjes en jongens", "De samenwerking met het gezin", "mail sam@ira.nl niet",
        "Januskop, Janboel en jantje-van-leiden".lower(),
    ],
)  # fmt: skip
def test_that_ordinary_words_stay(text: str) -> None:
    assert [one.words for one in found_in(text, NAMES) if one.kind == "name"] == []


def test_that_letters_are_read_as_they_look_in_as_many_signs() -> None:
    assert as_read("\u0405\u0430m @ a@b 10") == "Sam @ aab 10"
    assert humps("gezinSamira") == ["gezin", "Samira"]
    assert humps("SAMIRA") == humps("Samira") == []


@pytest.mark.parametrize(
    "piece", ["S a m i r a ", "Sami-\n", "samira", "J-P ", "Samiraatje ", "x@", "S ", "a-", "SamiraYoussef ", "aA"]
)
def test_that_ten_thousand_letters_take_no_longer_than_they_are_many(piece: str) -> None:
    assert_in_proportion(lambda letters: found_in((piece * letters)[:letters], NAMES), 10_000)
