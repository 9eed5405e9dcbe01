"""Where copies went: remembered in the file itself, whoever made them, and known after a restore too."""

from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.workspace import copy_places, restore
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def store(tmp_path: Path) -> Store:
    for name in ("stick", "schijf"):
        (tmp_path / name).mkdir()
    return Store.create(tmp_path / "werkmap", PASSPHRASE, dossier.TABLES, cost=CHEAP)[0]


def places(store: Store) -> list[str]:
    return [Path(path).name for path in copy_places.of(store.file.db)]


def test_that_each_place_that_a_copy_went_to_is_remembered_once(store: Store, tmp_path: Path) -> None:
    for second in (None, tmp_path / "stick", tmp_path / "schijf", tmp_path / "schijf" / ".." / "stick"):
        store.second = second
        store.backup()
    assert places(store) == ["stick", "schijf"]
    store.close()


def test_that_a_place_that_is_not_there_is_not_remembered(store: Store, tmp_path: Path) -> None:
    store.second = tmp_path / "weg"
    store.backup()
    assert store.second_problem is not None
    assert places(store) == []
    store.close()


def test_that_the_copy_that_went_there_knows_it_too(store: Store, tmp_path: Path) -> None:
    store.second = tmp_path / "stick"
    assert store.backup().counts[copy_places.TABLE.name] == 1
    store.close()


def test_that_a_restore_knows_the_places_of_since_and_where_it_came_from(store: Store, tmp_path: Path) -> None:
    before = store.backup()
    store.second = tmp_path / "stick"
    there = store.backup()
    store.close()
    restore.restore(store.folder, before, PASSPHRASE, tables=dossier.TABLES)
    again = Store.open(store.folder, PASSPHRASE, dossier.TABLES)
    assert places(again) == ["stick"]
    again.close()
    (tmp_path / "stick").rename(tmp_path / "usb")
    copy = next(one.backup for one in restore.restorable(store.folder, tmp_path / "usb") if one.elsewhere)
    assert copy.log_state == there.log_state
    restore.restore(store.folder, copy, PASSPHRASE, tables=dossier.TABLES)
    again = Store.open(store.folder, PASSPHRASE, dossier.TABLES)
    assert places(again) == ["stick", "usb"]
    again.close()
