from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue
from doorbraak.model.catalogue import fold
from doorbraak.model.insight import quick_letter
from doorbraak.model.insight.quick_letter import BINDING, MONTHS, letter_line, typed_letter
from tests.model.insight.records import agency

LISTS = catalogue.load()
TODAY = date(2026, 11, 22)
AROUND = (agency(7, "woningcorporatie"), agency(8, words="Stichting Zonnetje"))


@pytest.mark.parametrize(
    ("typed", "own", "kind", "demand", "cents", "last_day"),
    [
        ("brief woningcorporatie 1.250 voor 1 dec", 7, "", "", 125_000, date(2026, 12, 1)),
        ("Brief van de corporatie", None, "", "", None, None),
        ("brief cjib 300 31-12-2026", None, "cjib", "", 30_000, date(2026, 12, 31)),
        ("brief CJIB € 12,50 betalen uiterlijk 1-11", None, "cjib", "betalen", 1_250, date(2027, 11, 1)),
        ("brief zonnetje 3 maart 2028 komen praten", 8, "", "komen praten", None, date(2028, 3, 3)),
        ("brief oudtante 29 feb 100 euro", None, "", "", 10_000, date(2028, 2, 29)),
        ("brief belastingdienst 2.000 en 300", None, "belastingdienst", "en 300", 200_000, None),
        ("brief uwv 32-13", None, "uwv", "32-13", None, None),
    ],
)
def test_that_a_letter_is_read_from_one_line(
    typed: str, own: int | None, kind: str, demand: str, cents: int | None, last_day: date | None
) -> None:
    found = typed_letter(typed, TODAY, AROUND, LISTS)
    assert found is not None
    assert (found.agency, found.kind, found.demand, found.amount_cents, found.last_day) == (
        own, kind, demand, cents, last_day,
    )  # fmt: skip


def test_that_only_a_letter_is_a_letter() -> None:
    assert typed_letter("brief", TODAY, AROUND, LISTS) is None
    assert typed_letter("briefadres kwijt", TODAY, AROUND, LISTS) is None
    assert typed_letter("", TODAY, AROUND, LISTS) is None


def test_that_a_letter_from_nobody_about_nothing_is_no_letter() -> None:
    assert typed_letter("brief van de 300 voor 1 dec", TODAY, AROUND, LISTS) is None


def test_that_the_list_says_what_will_be_written_down() -> None:
    found = typed_letter("brief woningcorporatie 1.250 voor 1 dec betalen", TODAY, AROUND, LISTS)
    assert found is not None
    said = letter_line(found, "Woningcorporatie")
    assert said == "Brief van Woningcorporatie, €\u00a01.250, uiterlijk 1 december 2026: betalen"


WORDS = st.sampled_from(
    ["cjib", "woningcorporatie", "Zonnetje", "tante", "betalen", "1.250", "300", "€", "voor", "1", "dec", "31-12-2026",
     "30-2", "van", "1,2,3", "mei", "0", "2027", "-5", "·", "'s"]
)  # fmt: skip


@given(st.lists(WORDS, min_size=1, max_size=9), st.dates(date(1990, 1, 1), date(9999, 12, 31)))
def test_that_every_typed_word_ends_up_somewhere(words: list[str], today: date) -> None:
    found = typed_letter(" ".join(["brief", *words]), today, AROUND, LISTS)
    if found is None:
        assert not [word for word in words if word[0].isalpha() and fold(word) not in {*BINDING, "dec", "mei"}]
        return
    kept = [*found.sender.split(), *found.demand.split()]
    months = tuple(name[:3] for name in MONTHS)
    gone = [word for word in words if word not in kept and fold(word) not in BINDING and word not in BINDING]
    numbers = [word for word in gone if not word.startswith(months)]
    assert all(word[:1].isdigit() for word in numbers)
    assert len(numbers) <= 2 * (found.last_day is not None) + (found.amount_cents is not None)


@given(st.text(max_size=60))
def test_that_no_text_is_too_odd(text: str) -> None:
    typed_letter(text, TODAY, AROUND, LISTS)
    typed_letter(f"brief {text}", TODAY, AROUND, LISTS)


def test_that_a_long_demand_is_not_looked_up_word_by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(quick_letter, "search", lambda _, typed, *__: asked.append(typed) or ())
    typed_letter("brief " + "woorden " * 150, TODAY, (), LISTS)
    assert 0 < len(asked) <= 15
