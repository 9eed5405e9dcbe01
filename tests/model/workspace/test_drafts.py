"""What was typed and is no record yet goes with the rows that it is about."""

from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, goals, household
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE
from tests.model.workspace import outside


@pytest.fixture
def home(store: Store) -> int:
    with store.change("Begin"):
        return household.open_dossier(store, "", opened=date(2026, 5, 1))


def test_that_what_was_typed_about_a_removed_household_is_gone_when_the_file_closes(store: Store, home: int) -> None:
    store.drafts.keep(f"household:{home}:add:goal", "van dit gezin")
    store.drafts.keep("workspace:add:budget", "1200")
    with store.change("Weg"):
        household.remove(store, home)
    assert len(store.drafts.all()) == 2  # an undo may still bring the household back
    folder = store.folder
    store.close()
    again = dossier.open_workspace(folder, PASSPHRASE)
    assert again.drafts.all() == {"workspace:add:budget": "1200"}
    again.close()


def test_that_what_was_typed_at_a_removed_row_is_lost_and_at_others_is_not(store: Store, home: int) -> None:
    with store.change("Doelen"):
        one, other = (goals.add(store, home, words) for words in ("Rust", "Een huis"))
    for goal in (one, other):
        store.drafts.keep(f"goal:{goal}:words", "te lang")
    with store.change("Weg"):
        goals.remove(store, one)
    store.drafts.drop_lost()
    assert store.drafts.all() == {f"goal:{other}:words": "te lang"}


def test_that_a_killed_program_leaves_nothing_of_a_removed_row(workspace: Path) -> None:
    code = """
import os
store = Store.open(folder, passphrase, dossier.TABLES)
store.drafts.keep("household:1:add:goal", "van niemand meer")
os._exit(0)
"""
    outside.run(code, workspace)
    again = dossier.open_workspace(workspace, PASSPHRASE)
    assert again.drafts.all() == {}
    again.close()


@pytest.mark.parametrize("place", ["naam", "workspace:add:goal", "goal:x:words", "goal:1", "nothing:99:words"])
def test_that_a_place_that_names_no_row_is_of_the_workspace(store: Store, place: str) -> None:
    store.drafts.keep(place, "blijft")
    store.drafts.drop_lost()
    assert place in store.drafts.all()
