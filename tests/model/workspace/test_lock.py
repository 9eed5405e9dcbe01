"""One program at a time, also when something else in the process touches the database."""

import errno
import subprocess
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import FileInUse, InTheWay, NoAccess, UserError, WorkspaceExists
from doorbraak.model.workspace import DATABASE, creation, lock
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside


def test_that_opening_and_closing_the_database_in_this_process_lets_nobody_else_in(store: Store) -> None:
    # A file dialog does this to guess an icon. On POSIX it ends SQLite's own lock.
    with (store.folder / DATABASE).open("rb") as file:
        file.read(16)
    assert outside.run(outside.OPEN_AND_SAY, store.folder) == "FileInUse"
    with store.change("Nog steeds"):
        household.open_dossier(store, "Bewaard", opened=outside.DAY)
    assert store.faults() == []


def test_that_the_same_holds_for_a_workspace_that_was_just_made(tmp_path: Path) -> None:
    folder = tmp_path / "werkmap"
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)
    (folder / DATABASE).read_bytes()
    assert outside.run(outside.OPEN_AND_SAY, folder) == "FileInUse"
    assert store.close() is None
    assert outside.run(outside.OPEN_AND_SAY, folder) == "open"


def test_that_another_name_for_the_folder_or_the_file_lets_nobody_else_in(store: Store, tmp_path: Path) -> None:
    (tmp_path / "naar de map").symlink_to(store.folder)
    for name, link in (("met link", Path.symlink_to), ("met harde link", Path.hardlink_to)):
        (tmp_path / name).mkdir()
        (tmp_path / name / creation.SLOTS).write_bytes((store.folder / creation.SLOTS).read_bytes())
        link(tmp_path / name / DATABASE, store.folder / DATABASE)
    for name in ("naar de map", "met link", "met harde link"):
        outside.refused(FileInUse, lambda name=name: Store.open(tmp_path / name, PASSPHRASE, dossier.TABLES))
        assert outside.run(outside.OPEN_AND_SAY, tmp_path / name) == "FileInUse"
    (store.folder / DATABASE).read_bytes()  # from here SQLite's own lock is gone
    for name in ("naar de map", "met link"):
        assert outside.run(outside.OPEN_AND_SAY, tmp_path / name) == "FileInUse"


def test_that_a_lock_file_without_a_lock_means_nothing(workspace: Path) -> None:
    assert (workspace / lock.FILE).read_bytes() == b""
    outside.opens_whole(workspace)
    (workspace / lock.FILE).unlink()
    outside.opens_whole(workspace)
    assert (workspace / lock.FILE).stat().st_mode & 0o777 == 0o600


def test_that_a_refused_opening_gives_the_lock_back(workspace: Path) -> None:
    for _ in range(2):
        with pytest.raises(UserError):
            Store.open(workspace, "iets heel anders", dossier.TABLES)
    assert outside.run(outside.OPEN_AND_SAY, workspace) == "open"


def test_that_a_lock_file_that_was_tidied_away_is_locked_again(store: Store) -> None:
    (store.folder / lock.FILE).unlink()
    store.note("inzien", "huishouden 1")
    (store.folder / DATABASE).read_bytes()
    assert outside.run(outside.OPEN_AND_SAY, store.folder) == "FileInUse"
    store.note("inzien", "huishouden 2")


def test_that_nothing_is_written_when_another_program_took_the_lock_that_was_tidied_away(store: Store) -> None:
    (store.folder / lock.FILE).unlink()
    other = lock.take(store.folder)
    lines = store.log_entries()
    outside.refused(FileInUse, lambda: store.note("inzien", "huishouden 1"))
    assert store.log_entries() == lines
    other.release()
    store.note("inzien", "huishouden 1")


def test_that_the_lock_file_is_never_one_that_lies_elsewhere(workspace: Path, tmp_path: Path) -> None:
    (workspace / lock.FILE).unlink()
    (workspace / lock.FILE).symlink_to(tmp_path / "elders")
    outside.refused(InTheWay, lambda: Store.open(workspace, PASSPHRASE, dossier.TABLES))
    assert not (tmp_path / "elders").exists()


@pytest.mark.parametrize(("number", "kind"), [(errno.EACCES, NoAccess), (errno.EROFS, NoAccess)])
def test_that_a_folder_where_nothing_may_be_written_is_named(
    workspace: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[UserError]
) -> None:
    def forbidden(*_: object) -> int:
        raise OSError(number, "no")

    monkeypatch.setattr(lock.os, "open", forbidden)  # the rights themselves do not stop an administrator
    outside.refused(kind, lambda: lock.take(workspace))


def test_that_a_disk_without_locks_is_refused_and_not_trusted(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no")

    monkeypatch.setattr(lock, "_lock", unknown)
    assert outside.refused(NoAccess, lambda: Store.open(workspace, PASSPHRASE, dossier.TABLES)) == lock.CAN_NOT_LOCK


# -- two creations at once --------------------------------------------------------------------------

CREATE = """
from doorbraak.model.workspace import creation
whole_claim = creation.claim
def at_once(*given):
    print("ready", flush=True)
    sys.stdin.readline()
    return whole_claim(*given)
creation.claim = at_once
try:
    store, code = Store.create(folder, passphrase, dossier.TABLES, title="Van mij", cost=keys.Cost(1, 65536))
    with store.change("Erin"):
        household.open_dossier(store, "Huis", opened=date(2024, 1, 1))
    print("made", code, flush=True)
    sys.stdin.readline()
    store.close()
except UserError as error:
    print(type(error).__name__, flush=True)
"""


def test_that_of_creations_at_once_exactly_one_wins_and_keeps_all_its_files(tmp_path: Path) -> None:
    for attempt in range(4):
        folder = tmp_path / f"werkmap {attempt}"
        racing = [
            subprocess.Popen(
                outside.command(CREATE, folder), env=outside.environment(),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
            )
            for _ in range(3)
        ]  # fmt: skip
        assert [one.stdout.readline() for one in racing if one.stdout] == ["ready\n"] * 3
        for one in racing:
            assert one.stdin
            one.stdin.write("go\n")
            one.stdin.flush()
        said = [one.stdout.readline().strip() for one in racing if one.stdout]
        for one in racing:
            one.communicate("")
        (code,) = [line.removeprefix("made ") for line in said if line.startswith("made ")]
        assert sum(line in ("FileInUse", "WorkspaceExists") for line in said) == 2, said
        outside.opens_whole(folder)
        outside.opens_whole(folder, code)


def test_that_a_creation_beside_an_unfinished_one_removes_nothing_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "werkmap"
    whole_write = creation.keys.write
    said: list[str] = []

    def between(path: Path, slots: tuple[creation.keys.Slot, ...]) -> None:
        before = sorted(folder.iterdir())
        said.append(outside.refused(FileInUse, lambda: Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)))
        assert sorted(folder.iterdir()) == before
        whole_write(path, slots)

    monkeypatch.setattr(creation.keys, "write", between)
    Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
    assert len(said) == 1
    outside.refused(WorkspaceExists, lambda: Store.create(folder, PASSPHRASE, dossier.TABLES, cost=CHEAP))
    outside.opens_whole(folder)


def test_that_a_workspace_made_just_before_the_lock_was_taken_is_left_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "werkmap"
    whole_take = lock.take

    def late(at: Path) -> lock.Lock:
        monkeypatch.undo()
        Store.create(at, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
        return whole_take(at)

    monkeypatch.setattr(lock, "take", late)
    outside.refused(WorkspaceExists, lambda: Store.create(folder, "heel andere woorden", dossier.TABLES, cost=CHEAP))
    outside.opens_whole(folder)
