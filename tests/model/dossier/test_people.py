from datetime import date

import pytest

from doorbraak.model.dossier import agencies, people, problems


def test_that_a_name_or_a_role_is_enough(store, do, home) -> None:
    named = do(people.add, home, name="Oom")
    known = do(people.add, home, role="moeder", birth_year=1985, lives_here="partly")
    assert people.of_household(store, home) == (
        people.Person(named, home, "Oom", "", None, "yes", "", None, False, "", date.today()),
        people.Person(known, home, "", "moeder", 1985, "partly", "", None, False, "", date.today()),
    )


def test_that_neither_name_nor_role_is_refused(do, home, refused) -> None:
    with refused("name"):
        do(people.add, home, name=" \u200b ")
    named = do(people.add, home, name="Oom")
    with refused("name"):
        do(people.rename, named, "")
    role = do(people.add, home, role="oma")
    with refused("name"):
        do(people.set_role, role, "")


def test_that_a_name_may_go_when_the_role_stays(store, do, home) -> None:
    person = do(people.add, home, name="Oom", role="oom-tante")
    do(people.rename, person, "")
    assert people.of_household(store, home)[0].name == ""


@pytest.mark.parametrize("year", [1899, 0, -5, 9999])
def test_that_a_year_of_birth_that_cannot_be_is_refused(do, home, refused, year) -> None:
    with refused("birth_year"):
        do(people.add, home, name="Oom", birth_year=year)


def test_that_a_year_of_birth_can_be_set_and_taken_away(store, do, home) -> None:
    person = do(people.add, home, name="Oom", birth_year=1900)
    do(people.set_birth_year, person, None)
    assert people.of_household(store, home)[0].birth_year is None


def test_that_living_here_is_one_of_three(store, do, home, refused) -> None:
    person = do(people.add, home, name="Oom")
    for choice in people.LIVING:
        do(people.set_living, person, choice)
        assert people.of_household(store, home)[0].lives_here == choice
    with refused("lives_here"):
        do(people.set_living, person, "soms")


def test_that_a_name_past_its_length_is_refused(do, home, refused) -> None:
    do(people.add, home, name="n" * people.LONGEST_NAME)
    with refused("name"):
        do(people.add, home, name="n" * (people.LONGEST_NAME + 1))


def test_that_removing_a_person_leaves_problem_and_agency(store, do, home) -> None:
    person, other = do(people.add, home, name="Oom"), do(people.add, home, name="Tante")
    problem = do(problems.add, home, words="Stuk", life_domain="wonen", people=(person, other))
    agency = do(agencies.add, home, words="De kerk", people=(person,))
    do(people.remove, person)
    assert [(row.id, row.people) for row in problems.of_household(store, home)] == [(problem, (other,))]
    assert [(row.id, row.people) for row in agencies.of_household(store, home)] == [(agency, ())]


def test_that_the_genogram_and_the_coming_of_age_can_be_set_and_taken_away(store, do, home, refused) -> None:
    child = do(people.add, home, name="Sam", birth_year=2010)
    do(people.set_month_of_18, child, 12)
    do(people.set_sex, child, "other")
    do(people.set_died, child, True)
    (found,) = people.of_household(store, home)
    assert (found.month_of_18, found.year_of_18, found.sex, found.died) == (12, 2028, "other", True)
    do(people.set_month_of_18, child, None)
    do(people.set_birth_year, child, None)
    assert people.of_household(store, home)[0].year_of_18 is None
    for month in (0, 13):
        with refused("month_of_18"):
            do(people.set_month_of_18, child, month)
    with refused("sex"):
        do(people.set_sex, child, "x")
