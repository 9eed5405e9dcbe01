from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue
from doorbraak.model.catalogue import fold
from doorbraak.model.insight.quick_paste import pasted_agencies
from tests.model.insight.records import agency, dossier

LISTS = catalogue.load()
HOME = dossier(agencies=(agency(1, "uwv"), agency(2, words="Stichting Zonnetje")))


def kinds(text: str) -> list[str]:
    return [one.kind for one in pasted_agencies(text, HOME, LISTS)]


def test_that_lines_commas_and_bullets_are_one_agency_each() -> None:
    assert kinds("- huisarts\n2. Wijkteam\nbelastingdienst, cjib;  uwv\n\n • ggd") == [
        "huisarts", "wijkteam", "belastingdienst", "cjib", "uwv", "ggd",
    ]  # fmt: skip


def test_that_a_name_with_a_comma_in_it_is_one_agency() -> None:
    named = next(kind for kind in LISTS.agencies.values() if "," in kind.name)
    assert kinds(named.name) == [named.id]


def test_that_a_name_goes_before_a_synonym_and_a_beginning_will_do() -> None:
    assert kinds("Familie") == ["familie"]
    assert kinds("dokter") == ["huisarts"]
    assert kinds("belastingd") == ["belastingdienst"]
    assert kinds("de buurvrouw van twee hoog") == [""]


def test_that_what_is_there_already_or_comes_twice_says_so() -> None:
    found = pasted_agencies("UWV\nstichting zonnetje\nhuisarts\nhuisarts\ntante\nTante", HOME, LISTS)
    assert [one.known for one in found] == [True, True, False, True, False, True]


@given(st.text(max_size=200))
def test_that_every_pasted_word_stands_in_the_list(text: str) -> None:
    found = pasted_agencies(text, HOME, LISTS)
    assert all(fold(one.typed) and one.name for one in found)
    letters = [ch for ch in fold(text) if ch.isalpha()]
    assert sorted(ch for one in found for ch in fold(one.typed) if ch.isalpha()) == sorted(letters) or len(text) > 150
