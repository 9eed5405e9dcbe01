"""What restores put aside: listed with its moment, and removed whole, by a person only."""

from datetime import datetime
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import DiskFailed
from doorbraak.model.workspace import backup, kept, restore
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE
from tests.model.workspace import outside


def opened(folder: Path) -> Store:
    return Store.open(folder, PASSPHRASE, dossier.TABLES)


@pytest.fixture
def restored(workspace: Path) -> Path:
    """Closed, and put back twice: two files were kept."""
    store = opened(workspace)
    copy = store.backup()
    store.close()
    for _ in range(2):
        restore.restore(workspace, copy, PASSPHRASE)
    return workspace


def test_that_each_file_of_before_a_restore_is_listed_newest_first_and_is_no_copy(restored: Path) -> None:
    found = kept.all_of(restored)
    assert [one.path for one in found] == list(kept.files(restored))
    assert len(found) == 2
    assert all(one.copy is None and one.size > 4096 for one in found)
    assert all(one.path.name.startswith(f"{one.at:%Y-%m-%dT%H%M%S}") for one in found)
    assert not {one.path for one in found} & {made.path for made in backup.all_of(restored)}


def test_that_a_copy_that_was_set_aside_can_be_told_from_a_file_and_found_by_its_name(restored: Path) -> None:
    copy = backup.all_of(restored)[0]
    kept.set_aside(restored, [copy])
    aside = [one for one in kept.all_of(restored) if one.copy is not None]
    assert [one.path.name for one in aside] == [copy.path.name]
    found = kept.copy_named(restored, copy.path.stem)
    assert found is not None
    assert (found.counts, found.log_state) == (copy.counts, copy.log_state)
    assert restore.faults(found, PASSPHRASE) == ()
    assert kept.copy_named(restored, kept.files(restored)[0].stem) is None
    assert copy.path not in {made.path for made in backup.all_of(restored)}


def test_that_what_is_named_otherwise_has_the_moment_of_its_file(restored: Path) -> None:
    path = kept.files(restored)[0]
    strange = path.with_name("oud.db")
    path.rename(strange)
    (one,) = [one for one in kept.all_of(restored) if one.path == strange]
    assert one.at == datetime.fromtimestamp(int(strange.stat().st_mtime))


def test_that_removing_takes_slots_and_journal_along_leaves_the_others_and_is_logged(restored: Path) -> None:
    newest, other = kept.all_of(restored)
    _, slots, *written = kept.with_its_own(newest.path)
    assert [path.name.rpartition("-")[2] for path in written] == ["journal", "wal"]
    for path in written:
        path.write_bytes(b"way back")
    assert slots.is_file()
    store = opened(restored)
    kept.remove(store, newest)
    line = store.log_entries()[-1]
    assert (line.action, line.object, line.result) == ("wissen", kept.OBJECT, "gelukt")
    store.close()
    assert not any(path.exists() for path in (newest.path, slots, *written))
    assert kept.all_of(restored) == (other,)
    outside.opens_whole(restored)


def test_that_what_can_not_be_removed_is_said(restored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(path: Path, missing_ok: bool = False) -> None:
        raise OSError(16, "busy")

    store = opened(restored)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", busy)
        said = outside.refused(DiskFailed, lambda: kept.remove(store, kept.all_of(restored)[0]))
    assert "niet weg te halen" in said
    assert len(kept.all_of(restored)) == 2
    store.close()


def test_that_a_workspace_without_any_has_none(workspace: Path) -> None:
    assert kept.all_of(workspace) == ()
    assert kept.files(workspace / "nergens") == ()
