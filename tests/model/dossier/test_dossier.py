from datetime import date, timedelta
from pathlib import Path

import pytest

from doorbraak.model.dossier import (
    agencies,
    costs,
    dossier,
    events,
    goals,
    interventions,
    justification,
    people,
    problems,
    visits,
)
from doorbraak.model.errors import NotFound, WrongPassphrase
from doorbraak.model.workspace.store import Store
from tests.model.dossier.conftest import TODAY

SECRET = "vier losse woorden nu"


def test_that_a_dossier_holds_what_belongs_to_one_household_only(store, do, home, elsewhere) -> None:
    for of in (home, elsewhere):
        person = do(people.add, of, name="Oom")
        problem = do(problems.add, of, words="De lift", life_domain="wonen", people=(person,))
        do(agencies.add, of, words="De kerk", problems=(problem,), people=(person,))
        do(goals.add, of, "Rust")
        step = do(interventions.add, of, words="Betalen")
        do(justification.add, step, "awb:4:84")
        do(events.add, of, words="Ruzie", expected_on=TODAY, reason="Geluid", chance_threatening=1, chance_plan=0)
        do(costs.add, of, words="Huur", price_cents=1)
    one, other = dossier.read(store, home), dossier.read(store, elsewhere)
    for name in ("goals", "people", "problems", "agencies", "interventions", "grounds", "events", "costs"):
        (mine,), (theirs,) = getattr(one, name), getattr(other, name)
        assert mine.id != theirs.id
    assert (one.household.id, other.household.id) == (home, elsewhere)


def test_that_a_dossier_that_is_not_there_is_said_not_to_be_there(store) -> None:
    with pytest.raises(NotFound):
        dossier.read(store, 1)


VISITED = date(2026, 9, 1)


def opened_on(folder: Path, today: date) -> Store:
    return dossier.open_workspace(folder, SECRET, today=today)


@pytest.fixture
def noted_visit(store, do, home) -> Path:
    """A closed workspace with a private note that was begun on VISITED."""
    visit = do(visits.add, home, VISITED, report="Koffie")
    do(visits.write_private_note, visit, "Denk aan de hond", VISITED)
    folder = store.folder
    store.close()
    return folder


@pytest.mark.parametrize(("days", "left"), [(0, True), (29, True), (30, False), (400, False)])
def test_that_a_private_note_is_gone_at_the_first_opening_after_30_days(noted_visit, days: int, left: bool) -> None:
    store = opened_on(noted_visit, VISITED + timedelta(days=days))
    ((note, since, report),) = store.rows("SELECT private_note, note_since, report FROM visit")
    store.close()
    assert (note, since) == (("Denk aan de hond", VISITED.isoformat()) if left else ("", None))
    assert report == "Koffie"


def test_that_no_undo_brings_an_expired_note_back(noted_visit) -> None:
    store = opened_on(noted_visit, VISITED + timedelta(days=30))
    assert store.undo_label is None
    assert store.undo() is None
    assert store.rows("SELECT private_note FROM visit") == [("",)]
    assert store.log_entries()[-1].action == "wissen"
    store.close()


def test_that_an_opening_at_which_nothing_expires_is_not_logged_as_one(noted_visit) -> None:
    store = opened_on(noted_visit, VISITED)
    assert [entry.action for entry in store.log_entries()][-1] == "openen"
    store.close()


def test_that_a_refused_opening_leaves_the_workspace_free(noted_visit) -> None:
    with pytest.raises(WrongPassphrase):
        dossier.open_workspace(noted_visit, "een ander woord hier")
    opened_on(noted_visit, VISITED).close()


def test_that_a_working_note_that_stayed_a_draft_is_gone_after_30_days_too(store, home, do, tmp_path) -> None:
    visit = do(visits.add, home, date(2026, 1, 5))
    place = f"visit:{visit}:private_note"
    store.drafts.keep(place, "te lang om te bewaren")
    store.drafts.keep(f"visit:{visit}:report", "blijft")
    folder = store.folder
    store.close()
    today = date.today()
    for days, left in ((29, True), (31, False)):
        again = dossier.open_workspace(folder, "vier losse woorden nu", today=today + timedelta(days=days))
        assert (place in again.drafts.all()) is left
        assert f"visit:{visit}:report" in again.drafts.all()
        again.close()
