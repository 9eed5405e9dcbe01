"""The second place: the same bytes on another disk, never in the way, and nobody else's copies touched."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import DiskFull, InputError, NoAccess
from doorbraak.model.workspace import backup, cipher, exact_copy, log, restore, second_copy
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside


@pytest.fixture
def second(tmp_path: Path) -> Path:
    place = tmp_path / "stick"
    place.mkdir()
    return place


def add(store: Store) -> None:
    with store.change("Toevoegen"):
        household.open_dossier(store, "Huis", opened=outside.DAY)


def test_that_a_backup_is_also_made_in_the_second_place_byte_for_byte(store: Store, second: Path) -> None:
    store.second = second
    made = store.backup()
    assert store.second_problem is None
    (there,) = backup.all_of(second)
    assert there.path.read_bytes() == made.path.read_bytes()
    assert there.beside.read_bytes() == made.beside.read_bytes()
    assert restore.faults(there, PASSPHRASE) == ()
    assert set(outside.modes(second / backup.FOLDER).values()) == {0o600, 0o700}


def test_that_closing_copies_elsewhere_too(workspace: Path, second: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    store.second = second
    add(store)
    assert store.close() is None
    (there,) = backup.all_of(second)
    assert there.counts["household"] == 1


def test_that_an_absent_or_full_second_place_is_said_and_stops_nothing(
    store: Store, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.second = second / "weg"
    store.backup()
    assert isinstance(store.second_problem, NoAccess)
    assert "Sluit de schijf of stick aan" in store.second_problem.sentence
    assert not (second / "weg").exists(), "an absent stick is not replaced by a folder on the laptop"

    def full(source: Path, target: Path) -> None:
        raise DiskFull(cipher.NO_ROOM)

    store.second = second
    monkeypatch.setattr(exact_copy, "make", full)
    store.backup()
    assert isinstance(store.second_problem, DiskFull)
    assert "tweede plek" in store.second_problem.sentence
    assert len(backup.all_of(store.folder)) == 2
    monkeypatch.undo()
    store.backup()
    assert store.second_problem is None


def test_that_bytes_that_did_not_arrive_are_no_copy(
    store: Store, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = store.backup()
    monkeypatch.setattr(exact_copy, "_hash", lambda path: "another one")
    with pytest.raises(cipher.DiskFailed):
        second_copy.copy(made, second)
    assert list((second / backup.FOLDER).iterdir()) == []


def test_that_the_same_copy_is_not_made_twice(store: Store, second: Path) -> None:
    made = store.backup()
    second_copy.copy(made, second)
    second_copy.copy(made, second)
    assert len(backup.all_of(second)) == 1


def test_that_two_workspaces_share_a_place_and_neither_thins_or_lists_the_other(
    store: Store, second: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "now", lambda: "2024-01-01T00:00:00+00:00")  # not within the same second
    other, _ = Store.create(tmp_path / "ander", PASSPHRASE, dossier.TABLES, cost=CHEAP)
    monkeypatch.undo()
    now = datetime.now()
    for days in (200, 100, 99, 98, 97, 96, 95, 94):
        at = now - timedelta(days=days)
        second_copy.copy(backup.make(other.file.db, other.keys.key, other.keys.slots, other.folder, at), second)
    theirs = len(backup.all_of(second))
    store.second = other.second = second
    store.backup()
    assert store.second_problem is None
    assert len(backup.all_of(second)) == theirs + 1
    assert [one.elsewhere for one in restore.restorable(store.folder, second)] == [False, True]
    other.close()


def test_that_the_second_place_is_thinned_by_the_same_rule(store: Store, second: Path) -> None:
    first = store.backup()
    now = datetime.now().replace(microsecond=0)
    moments = [now - timedelta(hours=7 * number) for number in range(1, 60)]
    place = second / backup.FOLDER
    place.mkdir()
    for number, at in enumerate(moments):
        shutil.copy(first.path, place / f"{number}.db")
        text = first.beside.read_text().replace(first.at.isoformat(timespec="seconds"), at.isoformat())
        (place / f"{number}.json").write_text(text)
    store.second = second
    made = store.backup()
    stay = {copy.at for copy in backup.all_of(second)}
    assert stay == backup.kept([*moments, made.at.replace(microsecond=0)], datetime.now())
    assert len(stay) < len(moments)


def test_that_a_place_that_helps_nobody_is_refused(workspace: Path, second: Path, tmp_path: Path) -> None:
    second_copy.refuse(workspace, second)
    (second / "bestand").write_text("x")
    (tmp_path / "link").symlink_to(workspace / "backups")
    (workspace / "backups").mkdir(exist_ok=True)
    other = tmp_path / "ander"
    Store.create(other, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
    for place in (
        workspace, workspace / "backups", tmp_path / "link", second / "bestand", second / "weg", other, Path("/proc"),
    ):  # fmt: skip
        before = outside.content(second)
        sentence = outside.refused(InputError, lambda place=place: second_copy.refuse(workspace, place))
        assert "niets veranderd" in sentence
        assert outside.content(second) == before
    assert [path.name for path in second.iterdir()] == ["bestand"]
