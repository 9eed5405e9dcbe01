from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model import catalogue
from doorbraak.model.catalogue import fold
from doorbraak.model.insight.quick_paste import MOST, pasted_agencies
from tests.model.insight.records import agency, dossier

LISTS = catalogue.load()
HOME = dossier(agencies=(agency(1, "uwv"), agency(2, words="Stichting Zonnetje")))


def kinds(text: str) -> list[str]:
    return [one.kind for one in pasted_agencies(text, HOME, LISTS).found]


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
    found = pasted_agencies("UWV\nstichting zonnetje\nhuisarts\nhuisarts\ntante\nTante", HOME, LISTS).found
    assert [one.known for one in found] == [True, True, False, True, False, True]


def test_that_what_is_too_much_for_one_time_is_given_back_line_by_line() -> None:
    read = pasted_agencies("\n".join(f"instantie {at}" for at in range(MOST + 60)), HOME, LISTS)
    assert len(read.found) == MOST
    assert (read.lines_left, read.rest.splitlines()[0]) == (60, f"instantie {MOST}")
    one_line = pasted_agencies(", ".join(f"instantie {at}" for at in range(MOST + 2)) + "\n\nuwv\n", HOME, LISTS)
    assert one_line.rest.splitlines() == [f"instantie {MOST}", f" instantie {MOST + 1}".strip(), "uwv"]
    assert pasted_agencies(read.rest, HOME, LISTS).lines_left == 0


def test_that_a_line_that_is_too_long_says_how_much_of_it_is_lost() -> None:
    assert [(len(one.typed), one.lost) for one in pasted_agencies("x" * 300 + "\nuwv", HOME, LISTS).found] == [
        (200, 100), (3, 0),
    ]  # fmt: skip


def test_that_a_part_is_looked_up_once_and_a_line_too_long_for_a_name_never() -> None:
    looked_up: dict[str, str] = {}
    pasted_agencies("tante Bep\n" + "y" * 1000, HOME, LISTS, looked_up)
    assert set(looked_up) == {"tante Bep", "y" * 200}
    looked_up["tante Bep"] = "huisarts"
    assert pasted_agencies("tante Bep", HOME, LISTS, looked_up).found[0].kind == "huisarts"


def test_that_after_the_last_entry_nothing_is_looked_up() -> None:
    looked_up: dict[str, str] = {}
    pasted_agencies("\n".join(f"instantie {at}" for at in range(10 * MOST)), HOME, LISTS, looked_up)
    assert len(looked_up) <= MOST + 1


@given(st.text(max_size=200))
def test_that_every_pasted_word_stands_in_the_list(text: str) -> None:
    found = pasted_agencies(text, HOME, LISTS).found
    assert all(fold(one.typed) and one.name for one in found)
    letters = [ch for ch in fold(text) if ch.isalpha()]
    assert sorted(ch for one in found for ch in fold(one.typed) if ch.isalpha()) == sorted(letters) or len(text) > 150
