import pytest

from doorbraak.model.dossier import links, people, problems
from doorbraak.model.dossier.links import Link
from doorbraak.model.errors import NotFound


@pytest.fixture
def problem(do, home) -> int:
    return do(problems.add, home, words="De lift", life_domain="wonen")


@pytest.fixture
def three(do, home) -> list[int]:
    return [do(people.add, home, name=name) for name in ("Oom", "Tante", "Sam")]


def linked(store) -> list[tuple[int, ...]]:
    return store.rows("SELECT id, problem, person FROM problem_person ORDER BY id")


def test_that_a_link_that_stays_is_not_written_again(store, do, problem, three) -> None:
    do(links.replace, problems.PEOPLE, problem, tuple(three[:2]))
    before = linked(store)
    do(links.replace, problems.PEOPLE, problem, (three[1], three[2]))
    after = linked(store)
    assert after[0] == before[1]
    assert [row[2] for row in after] == three[1:]


def test_that_linking_the_same_again_is_no_step(store, do, problem, three) -> None:
    do(links.replace, problems.PEOPLE, problem, tuple(three))
    label = store.undo_label
    with store.change("Nog eens"):
        links.replace(store, problems.PEOPLE, problem, tuple(reversed(three)))
    assert store.undo_label == label


def test_that_a_row_that_is_gone_gets_no_links_and_says_so(store, do, three) -> None:
    with pytest.raises(NotFound):
        do(links.replace, problems.PEOPLE, 999, tuple(three))
    assert linked(store) == []


def test_that_rows_are_of_the_household_or_refused(store, home, elsewhere, problem, three) -> None:
    links.same_household(store, home, problem=problem, person=None)
    for household, row in ((elsewhere, problem), (home, 999)):
        with pytest.raises(NotFound):
            links.same_household(store, household, problem=row)
    assert links.household_of(store, "person", three[0]) == home
    with pytest.raises(NotFound):
        links.household_of(store, "person", 999)


def test_that_only_a_link_within_one_table_keeps_a_row_from_itself(store) -> None:
    assert any("<>" in rule for rule in problems.WAITS_FOR.table.constraints)
    assert not any("<>" in rule for rule in Link("agency", "problem").table.constraints)
    assert (problems.WAITS_FOR.target, problems.PEOPLE.target) == ("problem", "person")
