"""Copies of another workspace that lie beside ours: they push nothing out, raise no alarm and are not put back."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import InputError
from doorbraak.model.workspace import DATABASE, backup, log_reading, restore
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """With a copy of its own, and two of another workspace beside it, whose log is longer."""
    made = _made(tmp_path / "onze", homes=1)
    other = _made(tmp_path / "andere", homes=3)
    other.backup()
    other.close()
    made.backup()
    for one in backup.all_of(other.folder):
        for path in (one.path, one.beside):
            shutil.copy(path, made.folder / backup.FOLDER / f"ander-{path.name}")
    return made


def _made(folder: Path, homes: int) -> Store:
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)
    for _ in range(homes):
        with store.change("Proef"):
            household.open_dossier(store, "Huis", opened=outside.DAY)
    return store


def test_that_thinning_counts_and_removes_our_own_only(store: Store) -> None:
    ours = {made.path for made in backup.of_workspace(store.folder, store.identity)}
    everything = {made.path for made in backup.all_of(store.folder)}
    assert ours
    assert everything > ours
    later = datetime.now() + timedelta(days=3)
    backup.thin(store.folder, later, store.identity)
    assert {made.path for made in backup.all_of(store.folder)} >= everything - ours
    assert backup.of_workspace(store.folder, store.identity)
    store.close()


def test_that_they_say_nothing_of_our_access_log(store: Store) -> None:
    assert store.file.log_broken_at() is None
    assert log_reading.verify(store).broken is None
    folder = store.folder
    store.close()
    with_them = Store.open(folder, PASSPHRASE, dossier.TABLES)
    assert with_them.log_broken is None
    with_them.close()


def test_that_they_are_in_no_list_of_an_open_workspace(store: Store) -> None:
    listed = restore.restorable(store.folder, identity=store.identity)
    assert {one.backup.workspace for one in listed} == {store.identity}
    assert len(restore.restorable(store.folder)) > len(listed)
    store.close()


def test_that_one_is_not_put_back_over_ours(store: Store) -> None:
    folder, identity = store.folder, store.identity
    store.close()
    before = (folder / DATABASE).read_bytes()
    (other, *_) = [made for made in backup.all_of(folder) if made.workspace != identity]
    with pytest.raises(InputError) as refused:
        restore.restore(folder, other, PASSPHRASE, tables=dossier.TABLES)
    assert "van een andere werkmap" in refused.value.sentence
    assert (folder / DATABASE).read_bytes() == before
    kept = [path.name for path in folder.rglob("*") if "terug" in path.name or "bewaard" in path.name]
    assert kept == []


def test_that_one_can_be_put_back_where_nothing_is_yet(store: Store, tmp_path: Path) -> None:
    store.close()
    empty = tmp_path / "leeg"
    shutil.copytree(store.folder / backup.FOLDER, empty / backup.FOLDER)
    (first, *_) = restore.restorable(empty)
    assert restore.restore(empty, first.backup, PASSPHRASE, tables=dossier.TABLES).kept is None
