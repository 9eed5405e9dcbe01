from dataclasses import replace
from datetime import date, timedelta

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
        of, 1, "Jansen", TODAY, date(2026, 11, 1), True, "een\ntwee", "", "", None, "", "", False, "", date.today()
    )
    do(household.set_plan_date, of, None)
    assert household.read(store, of).plan_date is None
    do(household.set_note, of, " een\n\ndrie ")
    assert household.read(store, of).note == "een\n\ndrie"


def test_that_the_list_counts_what_each_household_holds(store, do, home, elsewhere) -> None:
    do(people.add, home, name="Oom")
    do(problems.add, home, words="Stuk", life_domain="wonen")
    do(problems.add, home, words="Weg", life_domain="geld")
    do(agencies.add, elsewhere, words="De kerk")
    rows = [(row.household.id, row.people, row.problems, row.agencies) for row in overview.all_rows(store)]
    assert rows == [(home, 1, 2, 0), (elsewhere, 0, 0, 1)]


def test_that_each_later_field_comes_back_as_it_was_written(store, do, home) -> None:
    before = household.read(store, home)
    do(household.set_lead, home, " Fatma  (wijkteam) ")
    do(household.set_wijk, home, "WK0363-12")
    do(household.set_opened, home, date(2026, 3, 1))
    do(household.set_no_paper, home, True)
    do(household.set_retention, home, "wmo2015")
    do(household.close, home, date(2026, 12, 1), "moved", "Naar\nZwolle")
    found = household.read(store, home)
    assert found == replace(
        before, lead="Fatma (wijkteam)", wijk="WK0363-12", opened=date(2026, 3, 1), no_paper=True,
        retention="wmo2015", closed=date(2026, 12, 1), close_reason="moved", close_words="Naar\nZwolle",
    )  # fmt: skip
    do(household.reopen, home)
    assert household.read(store, home) == replace(found, closed=None, close_reason="", close_words="")


@pytest.mark.parametrize("wijk", ["Wijk 12", "bij de kerk", "Zuid_1", "é", "w" * 21])
def test_that_a_wijk_is_a_code_since_it_may_leave_the_laptop(do, home, refused, wijk) -> None:
    with refused("wijk"):
        do(household.set_wijk, home, wijk)


def test_that_a_dossier_closes_with_a_reason_and_not_before_it_began(store, do, home, refused) -> None:
    with refused("close_reason"):
        do(household.close, home, TODAY, "")
    with refused("close_reason"):
        do(household.close, home, TODAY, "zomaar")
    with refused("closed"):
        do(household.close, home, TODAY - timedelta(days=1), "moved")
    with refused("close_words"):
        do(household.close, home, TODAY, "moved", "w" * 1001)
    do(household.close, home, TODAY, "moved")
    with refused("opened"):
        do(household.set_opened, home, TODAY + timedelta(days=1))
    do(household.set_opened, home, TODAY)


def test_that_each_household_has_its_own_exchange_secret_that_no_record_holds(store, home, elsewhere) -> None:
    mine, theirs = (household.exchange_secret(store, of) for of in (home, elsewhere))
    assert mine != theirs
    assert len(mine) == len(theirs) == 32
    assert mine.hex() not in repr(dossier.read(store, home))
    with pytest.raises(NotFound):
        household.exchange_secret(store, 999)


def test_that_undo_brings_back_the_same_exchange_secret(store, do, home) -> None:
    secret = household.exchange_secret(store, home)
    do(household.remove, home)
    store.undo()
    assert household.exchange_secret(store, home) == secret


def test_that_a_number_that_was_freed_is_not_given_again(store, do, home, elsewhere) -> None:
    """The log and paper still speak of it."""
    (last,) = store.one("SELECT number FROM household WHERE id = ?", [elsewhere])
    do(household.remove, elsewhere)
    assert household.next_number(store) == last + 1
    store.undo()
    assert household.read(store, elsewhere).number == last
