from datetime import date

import pytest

from doorbraak.model.dossier import agencies, people, problems

# lead, weight, rank, solved_on, origin, noted_on, people and waits_for of one that was just added
REST = ("", None, None, None, None, None, "", date.today(), (), ())


def test_that_a_problem_has_a_kind_or_own_words(store, do, home, refused) -> None:
    kind = do(problems.add, home, kind="huurachterstand", life_domain="wonen", owner="system")
    words = do(problems.add, home, words=" De lift  is stuk ", life_domain="wonen")
    assert problems.of_household(store, home) == (
        problems.Problem(kind, home, "huurachterstand", "", "wonen", "system", *REST),
        problems.Problem(words, home, "", "De lift is stuk", "wonen", "", *REST),
    )
    with refused("words"):
        do(problems.add, home, life_domain="wonen")


def test_that_a_kind_is_there_once_per_household(do, home, elsewhere, refused) -> None:
    do(problems.add, home, kind="huurachterstand", life_domain="wonen")
    with refused("kind"):
        do(problems.add, home, kind="huurachterstand", words="de tweede", life_domain="wonen")
    do(problems.add, elsewhere, kind="huurachterstand", life_domain="wonen")


def test_that_own_words_may_only_go_when_a_kind_is_left(store, do, home, refused) -> None:
    kind = do(problems.add, home, kind="alcohol", words="Hij drinkt", life_domain="verslaving")
    own = do(problems.add, home, words="De lift", life_domain="wonen")
    do(problems.reword, kind, "")
    with refused("words"):
        do(problems.reword, own, "")
    do(problems.reword, own, "De trap")
    assert [row.words for row in problems.of_household(store, home)] == ["", "De trap"]


def test_that_the_owner_is_one_of_the_list(store, do, home, refused) -> None:
    problem = do(problems.add, home, words="De lift", life_domain="wonen")
    for owner in problems.OWNERS:
        do(problems.set_owner, problem, owner)
        assert problems.of_household(store, home)[0].owner == owner
    with refused("owner"):
        do(problems.set_owner, problem, "niemand")


def test_that_the_life_domain_can_change(store, do, home) -> None:
    problem = do(problems.add, home, words="De lift", life_domain="wonen")
    do(problems.set_life_domain, problem, "lichaam")
    assert problems.of_household(store, home)[0].life_domain == "lichaam"


def test_that_people_are_linked_once_and_only_from_this_household(store, do, home, elsewhere) -> None:
    first, second = do(people.add, home, name="Oom"), do(people.add, home, name="Tante")
    stranger = do(people.add, elsewhere, name="Buur")
    problem = do(problems.add, home, words="De lift", life_domain="wonen", people=(second, first, second))
    assert problems.of_household(store, home)[0].people == (first, second)
    do(problems.set_people, problem, (second, stranger))
    assert problems.of_household(store, home)[0].people == (second,)
    do(problems.set_people, problem, ())
    assert problems.of_household(store, home)[0].people == ()


def test_that_removing_a_problem_leaves_people_and_agencies(store, do, home) -> None:
    person = do(people.add, home, name="Oom")
    problem = do(problems.add, home, words="De lift", life_domain="wonen", people=(person,))
    do(agencies.add, home, words="De kerk", problems=(problem,))
    do(problems.remove, problem)
    assert problems.of_household(store, home) == ()
    assert len(people.of_household(store, home)) == 1
    assert [row.problems for row in agencies.of_household(store, home)] == [()]


@pytest.mark.parametrize("words", ["x" * 201])
def test_that_words_past_a_line_are_refused(do, home, refused, words) -> None:
    with refused("words"):
        do(problems.add, home, words=words, life_domain="wonen")


@pytest.fixture
def four(do, home) -> list[int]:
    return [do(problems.add, home, words=words, life_domain="wonen") for words in ("A", "B", "C", "D")]


def ranks(store, home) -> list[int | None]:
    return [row.rank for row in problems.of_household(store, home)]


def test_that_the_ranks_of_a_household_are_always_1_and_up(store, do, home, elsewhere, four) -> None:
    theirs = do(problems.add, elsewhere, words="Ver", life_domain="wonen", rank=1)
    a, b, c, _ = four
    for problem in four[:3]:
        do(problems.set_rank, problem, 99)
    assert ranks(store, home) == [1, 2, 3, None]
    do(problems.set_rank, c, 1)
    assert ranks(store, home) == [2, 3, 1, None]
    do(problems.set_rank, c, 2)
    assert ranks(store, home) == [1, 3, 2, None]
    do(problems.set_rank, a, None)
    assert ranks(store, home) == [None, 2, 1, None]
    do(problems.set_rank, b, 2)
    assert ranks(store, home) == [None, 2, 1, None]
    assert [(row.id, row.rank) for row in problems.of_household(store, elsewhere)] == [(theirs, 1)]


@pytest.mark.parametrize("rank", [0, -1, problems.LAST_RANK + 1])
def test_that_a_rank_that_cannot_be_is_refused(do, home, four, refused, rank) -> None:
    with refused("rank"):
        do(problems.set_rank, four[0], rank)
    with refused("rank"):
        do(problems.add, home, words="E", life_domain="wonen", rank=rank)


def test_that_a_weight_is_0_to_10_or_not_said(store, do, home, four, refused) -> None:
    for weight in (0, 10, None):
        do(problems.set_weight, four[0], weight)
        assert problems.of_household(store, home)[0].weight == weight
    for weight in (-1, 11):
        with refused("weight"):
            do(problems.set_weight, four[0], weight)


def test_that_waits_run_one_way_within_the_household_and_may_go_round(store, do, home, elsewhere, four) -> None:
    strange = do(problems.add, elsewhere, words="Ver", life_domain="wonen")
    a, b, _, _ = four
    do(problems.set_waits_for, a, (b, a, strange, b))
    do(problems.set_waits_for, b, (a,))
    assert [row.waits_for for row in problems.of_household(store, home)] == [(b,), (a,), (), ()]
    do(problems.remove, a)
    assert [row.waits_for for row in problems.of_household(store, home)] == [(), (), ()]


def test_that_who_leads_and_when_it_was_solved_can_be_set(store, do, home, four, refused) -> None:
    do(problems.set_lead, four[0], " Fatma ")
    do(problems.set_solved_on, four[0], date(2026, 9, 1))
    found = problems.of_household(store, home)[0]
    assert (found.lead, found.solved_on) == ("Fatma", date(2026, 9, 1))
    do(problems.set_solved_on, four[0], None)
    assert problems.of_household(store, home)[0].solved_on is None
    with refused("lead"):
        do(problems.set_lead, four[0], "f" * 101)
