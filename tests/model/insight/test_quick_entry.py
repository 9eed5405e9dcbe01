from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue
from doorbraak.model.catalogue import fold
from doorbraak.model.insight.quick_entry import Choice, read_agency, read_line, read_problem
from tests.model.insight.records import agency, dossier, problem

LISTS = catalogue.load()
TODAY = date(2026, 11, 22)
HOME = dossier(
    problems=(problem(3, "huurachterstand"),),
    agencies=(agency(7, "deurwaarder"), agency(8, words="Stichting Zonnetje")),
)


def line(text: str) -> tuple[Choice, ...]:
    return read_line(text, TODAY, HOME, LISTS).choices


def test_that_the_best_hit_comes_first_and_own_words_stay_possible() -> None:
    found = line("huurs")
    assert (found[0].kind, found[0].code, found[0].row) == ("problem", "huurachterstand", 3)
    assert found[0].shown.endswith("staat er al")
    assert [choice.kind for choice in found if choice.words] == ["problem", "agency"]


def test_that_an_agency_in_own_words_is_found_again() -> None:
    assert (line("zonn")[0].kind, line("zonn")[0].row) == ("agency", 8)


def test_that_a_letter_comes_first_and_offers_its_sender_as_an_agency() -> None:
    both, alone = line("brief cjib 300 31-12-2026")[:2]
    assert (both.kind, both.adds_sender, both.code) == ("letter", True, "cjib")
    assert (alone.kind, alone.adds_sender) == ("letter", False)
    known = [choice for choice in line("brief deurwaarder 300") if choice.kind == "letter"]
    assert [(choice.adds_sender, choice.letter and choice.letter.agency) for choice in known] == [(False, 7)]


def test_that_a_role_with_a_name_and_a_year_is_a_person() -> None:
    found = line("zoon Sam 2012")[0].person
    assert found is not None
    assert (found.name, found.role, found.birth_year) == ("Sam", "zoon", 2012)
    only = line("oom")[0].person
    assert only is not None
    assert (only.name, only.role) == ("", "oom-tante")
    said = line("mens Piet")[0].person
    assert said is not None
    assert (said.name, said.role) == ("Piet", "")
    assert not [choice for choice in line("zoon 3012") if choice.person and choice.person.birth_year]


def test_that_an_agency_of_that_name_goes_before_a_person() -> None:
    assert line("Familie")[0].kind == "agency"


def test_that_a_name_that_is_half_typed_goes_before_a_person() -> None:
    half = line("kind gaat niet")
    assert (half[0].kind, half[0].code) == ("problem", "thuiszitter")
    assert any(choice.person for choice in half)
    assert line("kind Sam")[0].person is not None


def test_that_the_usual_agencies_come_first_and_those_of_the_household_before_all() -> None:
    found = read_agency("", "huurachterstand", HOME, LISTS).choices
    assert found[0].code == "deurwaarder"
    assert found[0].row == 7
    assert {choice.code for choice in found} == set(LISTS.problems["huurachterstand"].agencies)


def test_that_typing_goes_through_all_agencies_the_usual_ones_first() -> None:
    assert read_agency("vr", "huurachterstand", HOME, LISTS).choices[0].code == "vroegsignalering"
    assert read_agency("huisa", "huurachterstand", HOME, LISTS).choices[0].code == "huisarts"
    last = read_agency("buurman Jan", "huurachterstand", HOME, LISTS).choices[-1]
    assert (last.code, last.words) == ("", "buurman Jan")


def test_that_a_problem_without_usual_agencies_offers_those_of_the_household() -> None:
    assert [choice.code for choice in read_agency("", "", HOME, LISTS).choices] == ["deurwaarder"]


def test_that_problems_of_an_agency_are_problems_only() -> None:
    assert {choice.kind for choice in read_problem("huur", HOME, LISTS).choices} == {"problem"}
    assert read_problem(" ", HOME, LISTS).choices == ()


WORDS = st.sampled_from(["brief", "zoon", "mens", "1 dec", "€ 5", "uwv", "x"])


@given(st.text(max_size=50) | st.lists(WORDS).map(" ".join))
def test_that_whatever_is_typed_can_be_taken(text: str) -> None:
    found = line(text)
    words = " ".join(text.split())
    assert bool(found) == bool(fold(words))
    if found:
        assert {choice.words for choice in found if choice.kind == "problem" and not choice.code} == {words}
        assert all(choice.shown and choice.name for choice in found)
        assert read_agency(text, "huurachterstand", HOME, LISTS).choices[-1].words == words
