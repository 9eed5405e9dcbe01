"""Every open day, from the file."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from doorbraak.model.dossier import (
    agencies,
    agenda,
    casefile,
    events,
    household,
    interventions,
    letters,
    measurements,
    overview,
    people,
    steps,
    tasks,
)
from doorbraak.model.workspace.store import Store
from tests.model.dossier.conftest import TODAY

Do = Callable[..., Any]
LATER = date(2026, 11, 20)


def kinds(store: Store, only: int | None = None) -> dict[str, int]:
    return {due.kind: due.row for due in agenda.read(store, only).due}


def test_that_everything_with_an_open_day_is_in_the_agenda(store: Store, do: Do, home: int) -> None:
    doorbraak = do(interventions.add, home, words="Schuld kwijt")
    agency = do(agencies.add, home, kind="deurwaarder")
    rows = {
        "promise": do(tasks.add, home, "Bellen", kind="promise", due=LATER),
        "step": do(steps.add, doorbraak, "Brief sturen", due=LATER),
        "letter": do(letters.add, home, agency=agency, demand="Betalen", last_day=LATER),
        "event": do(
            events.add, home, words="Uit huis", expected_on=LATER, reason="r", chance_threatening=1, chance_plan=0
        ),
    }
    found = agenda.read(store).due
    assert {due.kind: due.row for due in found} == rows
    assert {due.on for due in found} == {LATER}
    letter = next(due for due in found if due.kind == "letter")
    assert (letter.words, letter.who, letter.code) == ("Betalen", "", "deurwaarder")


def test_that_what_is_done_or_has_no_day_is_not(store: Store, do: Do, home: int) -> None:
    doorbraak = do(interventions.add, home, words="Schuld kwijt")
    do(tasks.add, home, "Ooit")
    do(tasks.add, home, "Klaar", due=LATER, done_on=TODAY)
    do(steps.add, doorbraak, "Klaar", due=LATER, done_on=TODAY)
    do(letters.add, home, sender="Oom", last_day=LATER, settled_on=TODAY)
    do(letters.add, home, sender="Oom")
    assert agenda.read(store).due == ()


@pytest.mark.parametrize("outcome", ["happened", "averted"])
def test_that_a_threat_of_which_the_outcome_is_known_is_no_day_any_more(
    store: Store, do: Do, home: int, outcome: events.Outcome
) -> None:
    threat = do(events.add, home, words="Uit huis", expected_on=LATER, reason="r", chance_threatening=1, chance_plan=0)
    assert kinds(store) == {"event": threat}
    do(events.set_outcome, threat, outcome, TODAY)
    assert agenda.read(store).due == ()
    assert agenda.read(store, home).due == ()
    do(events.set_outcome, threat, "")
    assert kinds(store) == {"event": threat}


def test_that_a_refusal_counts_from_its_last_day_until_there_is_a_task_for_bezwaar(
    store: Store, do: Do, home: int
) -> None:
    doorbraak = do(interventions.add, home, words="Woning")
    do(interventions.set_status, doorbraak, "refused", on=date(2026, 9, 1))
    do(interventions.set_status, doorbraak, "requested", on=date(2026, 9, 8))
    assert agenda.read(store).refusals == ()
    assert agenda.read(store).requested == {home}
    do(interventions.set_status, doorbraak, "refused", on=date(2026, 10, 1))
    (refusal,) = agenda.read(store).refusals
    assert (refusal.intervention, refusal.on) == (doorbraak, date(2026, 10, 1))
    do(tasks.add, home, "Bezwaar maken", kind="objection", due=LATER, intervention=doorbraak)
    assert agenda.read(store).refusals == ()


def test_that_a_refusal_without_history_counts_from_the_day_of_the_decision(store: Store, do: Do, home: int) -> None:
    do(interventions.add, home, words="Woning", status="refused", decided_on=TODAY)
    do(interventions.add, home, words="Zonder dag", status="refused")
    assert [refusal.on for refusal in agenda.read(store).refusals] == [TODAY]


def test_that_people_who_died_and_those_without_a_year_come_of_no_age(store: Store, do: Do, home: int) -> None:
    child = do(people.add, home, name="Sem", birth_year=2009)
    gone = do(people.add, home, name="Bo", birth_year=2009)
    do(people.add, home, name="Oom")
    do(people.set_died, gone, True)
    assert [found.person for found in agenda.read(store).children] == [child]


def test_that_one_household_is_asked_for_itself_alone(store: Store, do: Do, home: int, elsewhere: int) -> None:
    for where in (home, elsewhere):
        step = do(interventions.add, where, words="Woning", status="refused", decided_on=TODAY)
        do(interventions.add, where, words="Geld", status="requested")
        do(steps.add, step, "Bellen", due=LATER)
        do(tasks.add, where, "Bellen", due=LATER)
        do(letters.add, where, sender="Oom", last_day=LATER)
        do(events.add, where, words="x", expected_on=LATER, reason="r", chance_threatening=1, chance_plan=0)
        do(people.add, where, name="Sem", birth_year=2009)
        for measure in measurements.CORE[:-1]:
            do(measurements.add, where, measure, moment="3", on_day=TODAY, value_e2=500)
        assert agenda.read(store, where).measured == frozenset(), "one of the six is left"
        do(measurements.add, where, measurements.CORE[-1], moment="3", on_day=TODAY, answer="eigen")
    whole, one = agenda.read(store), agenda.read(store, home)
    assert len(whole.due) == 2 * len(one.due) == 8
    assert {due.household for due in one.due} == {home}
    assert {refusal.household for refusal in one.refusals} == {home}
    assert {child.household for child in one.children} == {home}
    assert (one.requested, one.measured) == ({home}, {(home, "3")})
    assert one.decided == whole.decided == {}, "a refusal begins no year"
    for where, on in ((home, LATER), (home, TODAY), (elsewhere, LATER)):
        do(interventions.add, where, words="Woning", status="granted", decided_on=on)
    assert agenda.read(store).decided == {home: TODAY, elsewhere: LATER}
    assert agenda.read(store, home).decided == {home: TODAY}
    assert [found.id for found in one.households] == [home]


def test_that_the_key_for_a_calendar_is_steady_and_is_not_the_exchange_secret(
    store: Store, home: int, elsewhere: int
) -> None:
    first = agenda.calendar_keys(store)
    assert first == agenda.calendar_keys(store)
    assert first[home] != first[elsewhere]
    (secret,) = store.one("SELECT exchange_secret FROM household WHERE id = ?", [home])
    assert first[home] != bytes.fromhex(secret)


def test_that_the_same_household_has_another_key_elsewhere(store: Store, do: Do, home: int) -> None:
    from doorbraak.model import catalogue
    from doorbraak.model.dossier import dossier

    content = casefile.write(dossier.read(store, home))
    copy = do(casefile.take_in, casefile.read(content, catalogue.load()))
    keys = agenda.calendar_keys(store)
    assert keys[home] != keys[copy]
    assert len(household.all_of(store)) == 2


def test_that_many_households_take_no_more_questions_than_one(
    store: Store, do: Do, home: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    plain = Store.rows

    def counted(self: Store, sql: str, *given: Any) -> list[tuple[Any, ...]]:
        asked.append(sql)
        return plain(self, sql, *given)

    def questions() -> int:
        asked.clear()
        with monkeypatch.context() as patched:
            patched.setattr(Store, "rows", counted)
            overview.all_rows(store, agenda.read(store).households)
        return len(asked)

    one = questions()
    for number in range(30):
        where = do(household.open_dossier, f"Gezin {number}", opened=TODAY)
        do(tasks.add, where, "Bellen", due=LATER)
    assert questions() == one
    assert one < 20


def test_that_a_second_refusal_has_a_term_of_its_own(store: Store, do: Do, home: int) -> None:
    step = do(interventions.add, home, words="Woning")
    do(interventions.set_status, step, "refused", on=date(2026, 3, 1))
    do(tasks.add, home, "Bezwaar", kind="objection", due=date(2026, 4, 12), done_on=date(2026, 4, 1), intervention=step)
    assert agenda.read(store).refusals == ()
    do(interventions.set_status, step, "requested", on=date(2026, 5, 1))
    do(interventions.set_status, step, "refused", on=TODAY)
    assert [refusal.on for refusal in agenda.read(store).refusals] == [TODAY]
    do(tasks.add, home, "Bezwaar", kind="objection", due=TODAY + timedelta(weeks=6), intervention=step)
    assert agenda.read(store).refusals == ()
