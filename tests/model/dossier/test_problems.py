import pytest

from doorbraak.model.dossier import agencies, people, problems


def test_that_a_problem_has_a_kind_or_own_words(store, do, home, refused) -> None:
    kind = do(problems.add, home, kind="huurachterstand", life_domain="wonen", owner="system")
    words = do(problems.add, home, words=" De lift  is stuk ", life_domain="wonen")
    assert problems.of_household(store, home) == (
        problems.Problem(kind, home, "huurachterstand", "", "wonen", "system", ()),
        problems.Problem(words, home, "", "De lift is stuk", "wonen", "", ()),
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
