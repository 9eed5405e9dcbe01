"""What an opening clears away, and what does not stand in its way."""

import errno
import os
import time
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import DiskFull, FileDamaged, WrongPassphrase
from doorbraak.model.workspace import DATABASE, attempts, backup, cipher, log
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside


def failed_lines(store: Store) -> int:
    return sum(entry.action == "openen" and entry.result == "mislukt" for entry in store.log_entries())


def test_that_whole_copies_left_by_a_kill_are_removed_and_a_drill_of_now_is_not(workspace: Path) -> None:
    staged = workspace / f"{DATABASE}.terug"
    staged.write_bytes((workspace / DATABASE).read_bytes())
    old, going_on = (workspace / backup.FOLDER / f"oefening-{name}" for name in ("oud", "nu"))
    for drill in (old, going_on):
        drill.mkdir(parents=True)
        (drill / DATABASE).write_bytes(b"kopie")
    os.utime(old, (time.time() - 7200,) * 2)
    Store.open(workspace, PASSPHRASE, dossier.TABLES).close()
    assert not staged.exists()
    assert not old.exists()
    assert (going_on / DATABASE).exists()


def test_that_a_count_of_failed_attempts_that_stays_keeps_nobody_out_and_counts_once(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(WrongPassphrase):
        Store.open(workspace, "een andere wachtzin", dossier.TABLES)

    def stays(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(attempts, "forget", stays)
    for _ in range(3):
        store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
        assert failed_lines(store) == 1
        store.close()


def test_that_a_full_disk_at_opening_speaks_of_no_change_that_nobody_made(
    workspace: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(log, "append", full)
        said = outside.refused(DiskFull, lambda: Store.open(workspace, PASSPHRASE, dossier.TABLES))
        made = outside.refused(DiskFull, lambda: Store.create(tmp_path / "nieuw", PASSPHRASE, (), cost=CHEAP))
    assert "laatste wijziging" not in said + made
    assert "De wachtzin en de herstelcode gelden nog" in said
    assert "Er is geen werkmap gemaakt" in made
    outside.opens_whole(workspace)


@pytest.mark.parametrize("table", ["setting", "access_log", "draft", "household", "person"])
def test_that_a_file_without_one_of_its_tables_is_damaged_and_no_mistake_of_the_program(
    workspace: Path, table: str
) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    key = store.keys.key
    store.close()
    db = cipher.connect(workspace / DATABASE, key)
    db.execute("PRAGMA foreign_keys = OFF")
    db.execute(f"DROP TABLE {table}")
    cipher.close(db)
    said = outside.refused(FileDamaged, lambda: Store.open(workspace, PASSPHRASE, dossier.TABLES))
    assert "Zet een kopie terug" in said
    outside.refused(FileDamaged, lambda: Store.open(workspace, PASSPHRASE, dossier.TABLES))  # nothing keeps it open
