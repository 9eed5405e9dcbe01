"""What lies where our files go and is none of them: nothing waits for it, it is named, and a copy comes back."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import FileDamaged, InTheWay
from doorbraak.model.workspace import DATABASE, backup, kept, lock, lost_slots, restore, staging
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE
from tests.model.workspace import outside

Lay = Callable[[Path], object]

OPEN_CHECKED = """
try:
    Store.open(folder, passphrase, dossier.TABLES).close()
    print("open")
except UserError as error:
    print(type(error).__name__, error.sentence)
"""
PUT_BACK = """
from doorbraak.model.workspace import backup, restore
try:
    restore.restore(folder, backup.all_of(folder)[0], passphrase, tables=dossier.TABLES)
    store = Store.open(folder, passphrase, dossier.TABLES)
    print([row.name for row in household.all_of(store)], store.log_broken)
    store.close()
except UserError as error:
    print(type(error).__name__, error.sentence)
"""


def full_folder(path: Path) -> None:
    path.mkdir()
    (path / "iets").write_text("van een ander")


@pytest.fixture
def copied(workspace: Path) -> Path:
    """With one household, which is in a copy as well."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Toevoegen"):
        household.open_dossier(store, "Toen", opened=outside.DAY)
    store.close()
    return workspace


def names(folder: Path) -> list[str]:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        return [row.name for row in household.all_of(store)]
    finally:
        store.close()


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
@pytest.mark.parametrize("lay", [os.mkfifo, full_folder, Path.mkdir])
def test_that_junk_named_as_a_journal_is_said_and_a_restore_moves_it_away(copied: Path, ending: str, lay: Lay) -> None:
    junk = copied / f"{DATABASE}{ending}"
    lay(junk)
    before = (copied / DATABASE).read_bytes()
    said = outside.run(OPEN_CHECKED, copied)  # in a process of its own: one that waits for a pipe never ends
    assert said.startswith("FileDamaged")
    assert junk.name in said
    assert (copied / DATABASE).read_bytes() == before
    assert outside.run(PUT_BACK, copied) == "['Toen'] None"
    assert not os.path.lexists(junk)
    place = kept.place(copied)
    assert before in [path.read_bytes() for path in place.glob("*.db")]
    (moved,) = (path for path in place.iterdir() if not path.is_file())
    assert moved.is_dir() == (lay is not os.mkfifo)
    if lay is full_folder:
        assert (moved / "iets").read_text() == "van een ander"


def test_that_junk_in_every_place_at_once_is_moved_to_names_of_its_own(copied: Path) -> None:
    (copied / DATABASE).unlink()
    for name in (DATABASE, f"{DATABASE}-journal", f"{DATABASE}-wal"):
        full_folder(copied / name)
    restore.restore(copied, backup.all_of(copied)[0], PASSPHRASE, tables=dossier.TABLES)
    assert names(copied) == ["Toen"]
    assert len([path for path in kept.place(copied).iterdir() if path.is_dir()]) == 3


def test_that_a_refused_restore_leaves_the_junk_where_it_was(copied: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    junk = copied / f"{DATABASE}-wal"
    full_folder(junk)

    def fails(*_: object) -> None:
        raise OSError

    monkeypatch.setattr("doorbraak.model.workspace.moving_aside.Moving.run", fails)
    with pytest.raises(Exception, match="schijf"):
        restore.restore(copied, backup.all_of(copied)[0], PASSPHRASE, tables=dossier.TABLES)
    assert (junk / "iets").exists()


def test_that_slots_are_not_taken_back_while_junk_is_in_the_way_of_opening(copied: Path) -> None:
    full_folder(copied / f"{DATABASE}-journal")
    assert "dossiers.db-journal" in outside.refused(FileDamaged, lambda: lost_slots.recover(copied, PASSPHRASE))


def test_that_a_journal_left_by_a_restore_or_a_kill_is_not_taken_for_junk(copied: Path) -> None:
    (copied / f"{DATABASE}-journal").write_bytes(b"")
    assert names(copied) == ["Toen"]


# -- leftovers ------------------------------------------------------------------------------------------


def test_that_a_junk_folder_keeps_no_leftover_from_being_cleared(copied: Path) -> None:
    for name in (f"{DATABASE}.terug", f"{DATABASE}.terug-0", f"{DATABASE}.terug-z"):
        full_folder(copied / name)
    left = [copied / f"{DATABASE}.terug{ending}" for ending in ("-1", "-a", "-journal", "-zz")]
    for path in left:
        path.write_bytes(b"een hele kopie")
    names(copied)
    assert not [path for path in left if path.exists()]
    for path in left:
        path.write_bytes(b"een hele kopie")
    restore.restore(copied, backup.all_of(copied)[0], PASSPHRASE, tables=dossier.TABLES)
    assert not [path for path in left if path.exists()]
    assert (copied / f"{DATABASE}.terug" / "iets").exists()


@pytest.mark.parametrize("ending", ["", ".nieuw", "-journal", "-wal"])
@pytest.mark.parametrize("lay", [full_folder, Path.mkdir])
def test_that_junk_at_the_staged_name_stops_no_restore(copied: Path, lay: Lay, ending: str) -> None:
    junk = copied / f"{staging.STAGED}{ending}"
    lay(junk)
    restore.restore(copied, backup.all_of(copied)[0], PASSPHRASE, tables=dossier.TABLES)
    assert names(copied) == ["Toen"]
    assert [path.name for path in copied.glob("*.terug*")] == [junk.name]


# -- in the way -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("lay", [Path.touch, os.mkfifo])
def test_that_what_lies_in_the_place_of_the_kept_files_is_named(copied: Path, lay: Lay) -> None:
    lay(kept.place(copied))
    before = (copied / DATABASE).read_bytes()
    copy = backup.all_of(copied)[-1]
    said = outside.refused(InTheWay, lambda: restore.restore(copied, copy, PASSPHRASE, tables=dossier.TABLES))
    assert "backups/bewaard" in said
    assert (copied / DATABASE).read_bytes() == before
    kept.place(copied).unlink()
    restore.restore(copied, copy, PASSPHRASE, tables=dossier.TABLES)


@pytest.mark.parametrize("lay", [Path.mkdir, full_folder])
def test_that_a_folder_in_the_place_of_the_lock_is_named(copied: Path, lay: Lay) -> None:
    (copied / lock.FILE).unlink()
    lay(copied / lock.FILE)
    copy = backup.all_of(copied)[0]
    for act in (
        lambda: Store.open(copied, PASSPHRASE, dossier.TABLES),
        lambda: restore.restore(copied, copy, PASSPHRASE, tables=dossier.TABLES),
    ):
        assert lock.FILE in outside.refused(InTheWay, act)


def test_that_a_folder_among_the_copies_stops_none(copied: Path) -> None:
    full_folder(copied / backup.FOLDER / "van-mij.nieuw")
    store = Store.open(copied, PASSPHRASE, dossier.TABLES)
    with store.change("Toevoegen"):
        household.open_dossier(store, "Later", opened=outside.DAY)
    made = store.backup()
    store.close()
    assert made.path in [copy.path for copy in backup.all_of(copied)]
    assert any((copied / backup.FOLDER / "van-mij.nieuw").iterdir())
