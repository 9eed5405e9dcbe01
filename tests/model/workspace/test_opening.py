"""What an opening clears away, and what does not stand in its way."""

import os
import time
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import WrongPassphrase
from doorbraak.model.workspace import DATABASE, attempts, backup
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE


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
