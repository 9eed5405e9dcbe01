from datetime import date

import pytest

from doorbraak.model.dossier import agencies, household, interventions, justification, outcomes, precedents, problems
from doorbraak.model.dossier.precedents import Precedent, Tried
from doorbraak.model.errors import NotFound

FIRST, SECOND = date(2026, 3, 1), date(2026, 9, 1)


def test_that_what_was_done_elsewhere_is_read_with_what_came_of_it(store, do, home, elsewhere) -> None:
    rent = do(problems.add, elsewhere, kind="huurachterstand", life_domain="wonen")
    own = do(problems.add, elsewhere, words="De lift", life_domain="wonen")
    do(problems.add, elsewhere, kind="stress", life_domain="psychisch")
    do(agencies.add, elsewhere, kind="uwv")
    do(agencies.add, elsewhere, words="Buurthuis")
    step = do(
        interventions.add, elsewhere, kind="schulden-afkopen", words="De huur", status="done", problems=(rent, own)
    )
    do(justification.add, step, "awb-4-84")
    do(justification.add, step, "", title="Eigen artikel")
    do(justification.add, step, "pw-35-1", role="room")
    do(outcomes.add, step, "yes", SECOND, why="De huur is betaald")
    do(outcomes.add, step, "too-early", FIRST, why="Net begonnen")
    other = do(interventions.add, elsewhere, words="Een eigen stap")
    number = household.read(store, elsewhere).number
    assert precedents.of_others(store, home) == (
        Precedent(
            elsewhere,
            number,
            frozenset({"huurachterstand", "stress"}),
            2,
            (
                Tried(
                    step, "schulden-afkopen", "De huur", "done", frozenset({"huurachterstand"}),
                    ("awb-4-84", "pw-35-1"), "yes", "De huur is betaald",
                ),
                Tried(other, "", "Een eigen stap", "proposed", frozenset(), (), None, ""),
            ),
            frozenset({"uwv"}),
        ),
    )  # fmt: skip


def test_that_of_two_answers_on_one_day_the_later_one_holds(store, do, home, elsewhere) -> None:
    step = do(interventions.add, elsewhere, kind="schulden-afkopen", words="")
    for worked in ("no", "partly"):
        do(outcomes.add, step, worked, FIRST)
    (found,) = precedents.of_others(store, home)
    assert found.interventions[0].worked == "partly"


def test_that_a_refusal_comes_with_the_reason_of_the_last_one(store, do, home, elsewhere) -> None:
    step = do(interventions.add, elsewhere, kind="schulden-afkopen", words="")
    do(interventions.set_status, step, "refused", on=SECOND, reason="Geen budget meer")
    do(interventions.set_status, step, "refused", on=FIRST, reason="Te vroeg gevraagd")
    (found,) = precedents.of_others(store, home)
    assert found.interventions[0].refused_because == "Geen budget meer"


def test_that_a_household_is_no_precedent_of_itself(store, do, home, elsewhere) -> None:
    for one in (home, elsewhere):
        do(problems.add, one, kind="stress", life_domain="psychisch")
        do(interventions.add, one, kind="schulden-afkopen", words="")
    assert [one.household for one in precedents.of_others(store, home)] == [elsewhere]
    assert [one.household for one in precedents.of_others(store, elsewhere)] == [home]


def test_that_examples_teach_examples_only(store, do, home, elsewhere) -> None:
    made_up = [do(household.open_dossier, "Voorbeeld", opened=FIRST, example=True) for _ in range(2)]
    for one in (elsewhere, *made_up):
        do(problems.add, one, kind="stress", life_domain="psychisch")
        do(agencies.add, one, kind="uwv")
        do(interventions.add, one, kind="schulden-afkopen", words="")
    assert [one.household for one in precedents.of_others(store, home)] == [elsewhere]
    (found,) = precedents.of_others(store, made_up[0])
    assert (found.household, found.agencies, len(found.interventions)) == (made_up[1], 1, 1)


def test_that_a_household_that_is_gone_is_said_to_be(store, do, home) -> None:
    do(household.remove, home)
    with pytest.raises(NotFound):
        precedents.of_others(store, home)


def test_that_a_hundred_households_take_as_many_questions_as_one(store, do, home, elsewhere, monkeypatch) -> None:
    asked: list[str] = []
    rows = type(store).rows

    def counted(self, sql, parameters=()):
        asked.append(sql)
        return rows(self, sql, parameters)

    monkeypatch.setattr(type(store), "rows", counted)
    precedents.of_others(store, home)
    few = len(asked)
    for _ in range(100):
        other = do(household.open_dossier, "Buren", opened=FIRST)
        step = do(interventions.add, other, words="Een stap")
        do(outcomes.add, step, "yes", SECOND)
        do(interventions.set_status, step, "refused", on=SECOND, reason="Geen budget")
        do(agencies.add, other, kind="uwv")
    asked.clear()
    assert len(precedents.of_others(store, home)) == 101
    assert len(asked) == few < 10
