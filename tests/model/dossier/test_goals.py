from datetime import date

from doorbraak.model.dossier import goals


def test_that_goals_keep_their_words_and_order(store, do, home) -> None:
    first = do(goals.add, home, " Rust\nin huis ", first=True)
    second = do(goals.add, home, "Werk")
    do(goals.put_first, second, True)
    do(goals.put_first, first, False)
    do(goals.reword, second, "Vast werk")
    assert goals.of_household(store, home) == (
        goals.Goal(first, home, "Rust\nin huis", False, "", date.today()),
        goals.Goal(second, home, "Vast werk", True, "", date.today()),
    )
    do(goals.remove, first)
    assert [goal.id for goal in goals.of_household(store, home)] == [second]


def test_that_a_goal_without_words_is_refused(do, home, refused) -> None:
    goal = do(goals.add, home, "Rust")
    for empty in ("", " \n ", "\u200b"):
        with refused("words"):
            do(goals.add, home, empty)
        with refused("words"):
            do(goals.reword, goal, empty)


def test_that_a_goal_of_the_longest_length_is_taken_and_one_more_is_not(do, home, refused) -> None:
    do(goals.add, home, "g" * goals.LONGEST)
    with refused("words"):
        do(goals.add, home, "g" * (goals.LONGEST + 1))
