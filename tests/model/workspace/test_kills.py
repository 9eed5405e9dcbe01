"""kill -9 in the middle of the work: every answered edit is there at the next start, and no half one.

tests/faults/r1_kills.py kills at moments that chance draws, in every kind of session; a tenth of that runs here.
All of it:

    FAULTS=full make faults ARGS=R1
"""

from dataclasses import replace
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import FileDamaged, WrongPassphrase
from doorbraak.model.workspace import DATABASE
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.faults import r1_kills, session, start_after_kill
from tests.faults.row import SHORT
from tests.model.workspace import outside

PARTS = 2  # so that two processes share the kills


@pytest.mark.parametrize("part", range(PARTS))
def test_that_a_kill_at_any_moment_of_any_session_loses_no_answered_change(part: int) -> None:
    row = r1_kills.kills(replace(SHORT, kills=SHORT.kills // PARTS, workers=1), first=part * SHORT.kills)
    assert row.tried == SHORT.kills // PARTS
    assert row.wrong == ()


def test_that_a_change_that_was_answered_and_lost_would_be_seen(tmp_path: Path) -> None:
    """The check after a kill can fail: here it is told of one step more than was done, and of one less."""
    known = r1_kills.without_faults(tmp_path, "edits")
    folder = r1_kills.fresh(tmp_path, "edits")
    desk = session.Desk(folder)
    for at, step in enumerate(session.SESSIONS["edits"][:4], 1):
        step(desk, at)
    session.close(desk, 0)
    assert r1_kills.wrong_after(folder, "edits", known, 4, "") == ""
    assert r1_kills.wrong_after(folder, "edits", known, 3, "") == ""
    assert "neither that of before" in r1_kills.wrong_after(folder, "edits", known, 5, "")
    assert "neither that of before" in r1_kills.wrong_after(folder, "edits", known, 2, "")


def test_that_a_start_after_a_kill_shows_no_dialog_and_costs_hardly_more() -> None:
    assert start_after_kill.starts(SHORT).wrong == ()


HALF = """
import os
store = Store.open(folder, passphrase, dossier.TABLES)
store.file.db.execute("PRAGMA cache_size = 2").fetchall()  # so that pages reach the file before the commit
with store.change("Half"):
    for row in household.all_of(store):
        store.update("household", row.id, note="half " * 600)
    os._exit(0)
"""


@pytest.fixture
def half_written(workspace: Path) -> Path:
    """A workspace that was killed with part of a change in the file and the way back in the journal."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Vullen"):
        for number in range(30):
            household.open_dossier(store, f"Huis {number}", opened=outside.DAY, note="heel " * 600)
    store.close()
    before = outside.content(workspace)[DATABASE]
    outside.run(HALF, workspace)
    assert outside.content(workspace)[DATABASE] != before
    assert (workspace / (DATABASE + "-journal")).stat().st_size > 4096
    return workspace


def notes(folder: Path) -> set[str]:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        assert store.faults() == []
        return {row.note[:5] for row in household.all_of(store)}
    finally:
        store.close()


def test_that_a_half_change_is_taken_back_at_the_next_start(half_written: Path) -> None:
    assert notes(half_written) == {"heel "}


def test_that_a_wrong_passphrase_leaves_the_way_back_alone(half_written: Path) -> None:
    before = outside.content(half_written)
    outside.refused(WrongPassphrase, lambda: Store.open(half_written, "iets heel anders", dossier.TABLES))
    after = outside.content(half_written)
    assert {name: after[name] for name in before} == before
    assert notes(half_written) == {"heel "}


def test_that_slots_of_another_workspace_do_not_spoil_the_way_back(half_written: Path, tmp_path: Path) -> None:
    own = (half_written / SLOTS).read_bytes()
    Store.create(tmp_path / "ander", PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
    (half_written / SLOTS).write_bytes((tmp_path / "ander" / SLOTS).read_bytes())
    outside.refused(FileDamaged, lambda: Store.open(half_written, PASSPHRASE, dossier.TABLES))
    (half_written / SLOTS).write_bytes(own)
    assert notes(half_written) == {"heel "}


def test_that_a_page_that_was_half_written_at_the_end_is_taken_back_too(half_written: Path) -> None:
    with (half_written / DATABASE).open("ab") as file:
        file.write(b"a part of a page")
    assert notes(half_written) == {"heel "}
