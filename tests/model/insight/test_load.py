from datetime import date, timedelta

from doorbraak.model.insight.load import Action, Weight, load_of, weight_of
from tests.model.insight.records import START, dossier, intervention, letter, person, step, task

SOON, LATER = date(2026, 2, 1), date(2026, 3, 1)


def test_that_only_open_steps_of_the_household_are_asked_of_it() -> None:
    steps = (
        step(1, words="Post openen", owner="household"),
        step(2, words="Bellen", owner="household", done_on=START),
        step(3, words="Regelen", owner="professional"),
        step(4, words="Regelen", owner="system"),
        step(5, words="Onbekend"),
        step(6, words="Formulier", lead="SAM"),
        step(7, words="Formulier", lead="Wijkteam"),
        step(8, words="Formulier", lead="Sam", owner="professional"),
    )
    found = load_of(dossier(steps=steps, interventions=(intervention(),), people=(person(name="Sam"),)))
    assert [action.id for action in found] == [1, 6]
    assert found[0] == Action("step", 1, "Post openen", None)


def test_that_a_doorbraak_that_is_off_asks_nothing_any_more() -> None:
    steps, tasks = (step(1, owner="household"),), (task(2, words="Bellen", intervention=1),)
    for status, asked in (("proposed", 2), ("granted", 2), ("refused", 0), ("withdrawn", 0)):
        of = dossier(steps=steps, tasks=tasks, interventions=(intervention(status=status),))
        assert len(load_of(of)) == asked, status


def test_that_letters_that_want_something_are_asked_until_they_are_settled() -> None:
    letters = (
        letter(1, demand="Betaal"),
        letter(2, last_day=SOON),
        letter(3, sender="Bank"),
        letter(4, demand="Betaal", last_day=SOON, settled_on=START),
    )
    assert [(action.id, action.due) for action in load_of(dossier(letters=letters))] == [(2, SOON), (1, None)]


def test_that_a_letter_that_only_tells_something_asks_nothing() -> None:
    letters = (
        letter(1, demand="Afgewezen. Los die schuld eerst zelf op.", last_day=SOON),
        letter(2, demand="Wij houden 120 euro per maand in.", last_day=SOON),
        letter(3, demand="Betaal 120 euro."),
    )
    found = load_of(dossier(letters=letters, tasks=(task(4, words="Bellen"),)))
    assert [(action.source, action.id) for action in found] == [("letter", 3), ("task", 4)]
    assert weight_of(found, START) == Weight(2, 1, 0, None)


def test_that_a_task_that_nobody_took_up_lands_on_the_household() -> None:
    tasks = (
        task(1, words="Bellen"),
        task(2, words="Bellen", lead="Wijkteam"),
        task(3, words="Bellen", lead="sam"),
        task(4, words="Bellen", lead="Tante"),
        task(5, words="Bellen", done_on=START),
    )
    people = (person(name="Sam"), person(name="Tante", lives_here="no"), person(role="vader"))
    assert [action.id for action in load_of(dossier(tasks=tasks, people=people))] == [1, 3]


def test_that_what_is_due_first_comes_first() -> None:
    of = dossier(
        interventions=(intervention(),),
        steps=(step(1, owner="household"), step(2, owner="household", due=LATER)),
        letters=(letter(3, last_day=SOON),),
        tasks=(task(4, words="Bellen", due=START),),
    )
    assert [(action.source, action.id) for action in load_of(of)] == [
        ("task", 4), ("letter", 3), ("step", 2), ("step", 1),
    ]  # fmt: skip
    assert load_of(dossier()) == ()


def test_that_more_than_three_in_a_week_is_heavy() -> None:
    def due(*days: int) -> tuple[Action, ...]:
        return tuple(Action("task", at, "", START + timedelta(days=day)) for at, day in enumerate(days))

    assert not weight_of(due(0, 1, 7), START).heavy
    assert weight_of(due(0, 1, 7, 7), START).heavy
    assert not weight_of(due(0, 1, 7, 8), START).heavy
    assert weight_of(due(-30, -1, 0, 1), START).heavy, "what is late still has to be done"
    assert weight_of(due(8, 2), START).first == START + timedelta(days=2)


def test_that_more_than_seven_open_is_heavy_whenever_they_are_due() -> None:
    actions = tuple(Action("step", at, "", None) for at in range(8))
    assert weight_of(actions, START) == Weight(8, 0, 0, None)
    assert weight_of(actions, START).heavy
    assert not weight_of(actions[:7], START).heavy
    assert not weight_of((), START).heavy
