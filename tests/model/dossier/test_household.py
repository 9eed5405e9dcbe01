from datetime import date

import pytest

from doorbraak.model.dossier import agencies, dossier, household, overview, people, problems
from doorbraak.model.errors import NotFound
from tests.model.dossier.conftest import TODAY


def test_that_numbers_go_up_and_a_freed_one_is_not_used_at_once(store, do) -> None:
    first, second, third = (do(household.open_dossier, name, opened=TODAY) for name in "abc")
    do(household.remove, second)
    fourth = do(household.open_dossier, "d", opened=TODAY)
    assert [household.read(store, of).number for of in (first, third, fourth)] == [1, 3, 4]


def test_that_past_the_highest_number_the_lowest_free_one_is_taken(store, do, home) -> None:
    do(household.renumber, home, household.HIGHEST_NUMBER)
    first = do(household.open_dossier, "a", opened=TODAY)
    second = do(household.open_dossier, "b", opened=TODAY)
    assert [household.read(store, of).number for of in (first, second)] == [1, 2]


def test_that_a_household_is_found_by_its_number(store, do, home) -> None:
    do(household.renumber, home, 42)
    assert household.by_number(store, 42).id == home
    with pytest.raises(NotFound):
        household.by_number(store, 1)


def test_that_a_household_that_is_gone_is_said_to_be_gone(store, do, home) -> None:
    do(household.remove, home)
    with pytest.raises(NotFound):
        household.read(store, home)
    with pytest.raises(NotFound):
        dossier.read(store, home)


def test_that_two_households_never_share_a_number(do, home, elsewhere, refused) -> None:
    with refused("number"):
        do(household.renumber, elsewhere, 1)


@pytest.mark.parametrize("number", [0, -1, household.HIGHEST_NUMBER + 1])
def test_that_a_number_stays_within_its_bounds(do, home, refused, number) -> None:
    with refused("number"):
        do(household.renumber, home, number)


def test_that_a_household_keeps_its_own_number(store, do, home) -> None:
    do(household.renumber, home, 1)
    assert household.read(store, home).number == 1


def test_that_a_name_past_a_line_is_refused(do, home, refused) -> None:
    with refused("name"):
        do(household.rename, home, "n" * 201)


def test_that_every_field_comes_back_as_it_was_written(store, do) -> None:
    of = do(household.open_dossier, " Jansen  ", opened=TODAY, example=True, note="een\ntwee")
    do(household.set_plan_date, of, date(2026, 11, 1))
    assert household.read(store, of) == household.Household(
        of, 1, "Jansen", TODAY, date(2026, 11, 1), True, "een\ntwee"
    )
    do(household.set_plan_date, of, None)
    assert household.read(store, of).plan_date is None


def test_that_the_list_counts_what_each_household_holds(store, do, home, elsewhere) -> None:
    do(people.add, home, name="Oom")
    do(problems.add, home, words="Stuk", life_domain="wonen")
    do(problems.add, home, words="Weg", life_domain="geld")
    do(agencies.add, elsewhere, words="De kerk")
    rows = [(row.household.id, row.people, row.problems, row.agencies) for row in overview.all_rows(store)]
    assert rows == [(home, 1, 2, 0), (elsewhere, 0, 0, 1)]


def test_that_removing_a_household_takes_all_its_rows_and_undo_brings_them_back(
    store, do, home, elsewhere, contents
) -> None:
    person = do(people.add, home, name="Oom")
    problem = do(problems.add, home, words="Stuk", life_domain="wonen", people=(person,))
    do(agencies.add, home, words="De kerk", problems=(problem,), people=(person,))
    before = contents()
    do(household.remove, home)
    left = {table: rows for table, rows in contents().items() if rows}
    assert list(left) == ["household"]
    assert [row[0] for row in left["household"]] == [elsewhere]
    store.undo()
    assert contents() == before
