"""A file that another program writes over while it is open: noticed before a copy and at the end, and saved."""

from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import FileDamaged
from doorbraak.model.workspace import DATABASE, backup, passphrase, restore, watched_file
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

NEW = "drie gele fietsen buiten"
OVER = """
path = folder / "dossiers.db"
if CUT:
    with path.open("r+b") as file:
        file.truncate(8192)
else:
    path.write_bytes(b"vakantie" * 4096)
"""


def write_over(folder: Path, how: str = "") -> None:
    """By another program: to open and close it here would end SQLite's own lock."""
    outside.run(OVER.replace("CUT", str(bool(how))), folder)


def add(store: Store, name: str) -> None:
    with store.change("Toevoegen"):
        household.open_dossier(store, name, opened=outside.DAY)


@pytest.mark.parametrize("how", ["", "cut"])
@pytest.mark.parametrize("by", ["backup", "close"])
def test_that_a_file_that_was_written_over_is_said_and_what_is_known_is_in_a_copy(
    workspace: Path, how: str, by: str
) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store, "Toen")
    if by == "close":
        store.backup()
    before = len(backup.all_of(workspace))
    write_over(workspace, how)
    over = (workspace / DATABASE).read_bytes() if by == "close" else b""
    if by == "backup":
        said = outside.refused(FileDamaged, store.backup)
        assert len(backup.all_of(workspace)) == before + 1
        assert outside.refused(FileDamaged, store.backup) == said
        assert len(backup.all_of(workspace)) == before + 1, "not one every few minutes"
        assert store.close() is not None
    else:
        problem = store.close()
        assert isinstance(problem, FileDamaged)
        said = problem.sentence
        assert (workspace / DATABASE).read_bytes() == over, "nothing is written in what may be somebody else's"
    assert said == watched_file.SAVED
    outside.refused(FileDamaged, lambda: Store.open(workspace, PASSPHRASE, dossier.TABLES))
    restore.restore(workspace, backup.all_of(workspace)[0], PASSPHRASE, tables=dossier.TABLES)
    again = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert [row.name for row in household.all_of(again)] == ["Toen"]
    assert again.log_broken is None
    again.close()


def test_that_what_can_not_be_saved_any_more_is_said_as_such_and_no_copy_goes(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Vullen"):
        for number in range(300):
            household.open_dossier(store, f"Huis {number}", opened=outside.DAY, note="x" * 9_000)
    store.backup()
    add(store, "Daarna")
    before = backup.all_of(workspace)
    write_over(workspace)
    store.file.db.execute("PRAGMA shrink_memory")
    assert outside.refused(FileDamaged, store.backup) == watched_file.NOT_SAVED
    assert store.close() is not None
    assert backup.all_of(workspace) == before


def test_that_another_key_and_many_changes_are_no_other_program(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    for number in range(5):
        add(store, f"Huis {number}")
        assert not store.file.overwritten()
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    assert not store.file.overwritten()
    while store.undo():
        pass
    assert store.close() is None
    outside.opens_whole(workspace, NEW)


def test_that_looking_does_not_end_the_lock(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert not store.file.overwritten()
    locked = """
import sqlcipher3
try:
    sqlcipher3.connect(str(folder / "dossiers.db"), timeout=0).execute("BEGIN EXCLUSIVE")
    print("free")
except sqlcipher3.OperationalError as error:
    print(error)
"""
    assert outside.run(locked, workspace) == "database is locked"
    store.close()
