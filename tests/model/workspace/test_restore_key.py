"""Putting back a copy of before a re-key: with the secret of now its key and its log stay, without it that is said."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import DiskFailed, DiskFull, UserError, WrongPassphrase
from doorbraak.model.workspace import (
    DATABASE,
    attempts,
    backup,
    cipher,
    kept,
    key_of_now,
    keys,
    log_carrying,
    log_reading,
    old_copies,
    passphrase,
    restore,
    staging,
)
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

NEW = "drie gele fietsen buiten"


@contextmanager
def opened(folder: Path, secret: str) -> Iterator[Store]:
    store = Store.open(folder, secret, dossier.TABLES)
    try:
        yield store
    finally:
        store.close()


def add(store: Store, name: str) -> None:
    with store.change("Toevoegen"):
        household.open_dossier(store, name, opened=outside.DAY)


def names(folder: Path, secret: str) -> list[str]:
    """The households, of a workspace that is whole and of which the log raises no alarm, also at a next opening."""
    for _ in range(2):
        with opened(folder, secret) as store:
            assert store.faults() == []
            assert store.log_broken is None
            assert store.log_broken_at() is None
            found = [row.name for row in household.all_of(store)]
    return found


def lines(folder: Path, secret: str) -> list[tuple[str, str, str]]:
    with opened(folder, secret) as store:
        return [(line.action, line.object, line.result) for line in store.log_entries()]


@pytest.fixture
def copy(workspace: Path) -> backup.Backup:
    """A copy with one household; since then another one came, the passphrase leaked, and a third one came."""
    with opened(workspace, PASSPHRASE) as store:
        add(store, "Toen")
        made = store.backup()
        add(store, "Daarna")
        passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
        add(store, "Na het lek")
    return made


def put_back(folder: Path, copy: backup.Backup, present: str | None, secret: str = PASSPHRASE) -> restore.Restored:
    return restore.restore(folder, copy, secret, present_secret=present, tables=dossier.TABLES)


def test_that_with_the_secret_of_now_the_leaked_one_stays_worthless(workspace: Path, copy: backup.Backup) -> None:
    before = keys.read(workspace / SLOTS)
    done = put_back(workspace, copy, NEW)
    assert (done.households, done.opens, done.lines_lost) == (1, "now", False)
    assert keys.read(workspace / SLOTS) == before
    assert names(workspace, NEW) == ["Toen"]
    outside.refused(WrongPassphrase, lambda: Store.open(workspace, PASSPHRASE, dossier.TABLES))
    old = keys.unwrap(backup.slots_of(copy), PASSPHRASE)
    with pytest.raises(UserError):
        cipher.connect(workspace / DATABASE, old)


def test_that_with_the_secret_of_now_every_line_of_the_log_stays(workspace: Path, copy: backup.Backup) -> None:
    before = lines(workspace, NEW)
    put_back(workspace, copy, NEW)
    after = lines(workspace, NEW)
    assert after[: len(before)] == before
    assert ("wijzigen", "sleutel", "gelukt") in after
    assert after[-2:] == [("herstellen", "werkmap", "gelukt"), ("openen", "werkmap", "gelukt")]


def test_that_with_the_secret_of_now_the_file_of_before_is_copied_too(workspace: Path, copy: backup.Backup) -> None:
    known = {made.path for made in backup.all_of(workspace)}
    put_back(workspace, copy, NEW)
    (fresh,) = [made for made in backup.all_of(workspace) if made.path not in known]
    assert fresh.counts["household"] == 3
    assert not restore.faults(fresh, NEW)
    assert kept.all_of(workspace)[0].copy is None, "no copy was set aside"
    put_back(workspace, fresh, None, NEW)
    assert names(workspace, NEW) == ["Toen", "Daarna", "Na het lek"]


def test_that_what_is_known_of_the_recovery_code_goes_with_the_slots(workspace: Path) -> None:
    with opened(workspace, PASSPHRASE) as store:
        code = passphrase.new_code(store, PASSPHRASE, cost=CHEAP)
        assert passphrase.code_fits(store, code, outside.DAY)
        made = store.backup()
        passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    put_back(workspace, made, NEW)
    with opened(workspace, NEW) as store:
        assert passphrase.tested_on(store) is None, "that was the code of then"
        assert passphrase.code_is_unseen(store)


def test_that_without_the_secret_of_now_it_is_said_once_and_raises_no_alarm(
    workspace: Path, copy: backup.Backup
) -> None:
    done = put_back(workspace, copy, None)
    assert (done.opens, done.lines_lost) == ("then", True)
    assert names(workspace, PASSPHRASE) == ["Toen"]
    told = lines(workspace, PASSPHRASE)
    assert told.count(("herstellen", log_carrying.LINES_LOST, "mislukt")) == 1
    at = told.index(("herstellen", log_carrying.LINES_LOST, "mislukt"))
    assert told[at - 1] == ("herstellen", "werkmap", "gelukt")
    assert ("wijzigen", "sleutel", "gelukt") not in told


def test_that_without_it_copies_that_know_more_are_set_aside_and_can_be_put_back(
    workspace: Path, copy: backup.Backup
) -> None:
    newer = [made for made in backup.all_of(workspace) if not key_of_now.differs(workspace, made)]
    assert newer
    put_back(workspace, copy, None)
    aside = [one for one in kept.all_of(workspace) if one.copy is not None]
    assert {one.path.name for one in aside} >= {made.path.name for made in newer}
    assert not {made.path.name for made in newer} & {made.path.name for made in backup.all_of(workspace)}
    (newest,) = [one.copy for one in aside if one.path.name == newer[0].path.name]
    assert newest is not None
    done = put_back(workspace, newest, PASSPHRASE, NEW)
    assert done.lines_lost, "those that were written in between"
    assert names(workspace, PASSPHRASE) == ["Toen", "Daarna", "Na het lek"]
    with opened(workspace, PASSPHRASE) as store:
        add(store, "En verder")
    assert len(names(workspace, PASSPHRASE)) == 4


def test_that_a_touched_log_is_not_taken_for_one_that_a_restore_parted(workspace: Path, copy: backup.Backup) -> None:
    put_back(workspace, copy, None)
    newest = next(one.copy for one in kept.all_of(workspace) if one.copy is not None)
    with opened(workspace, PASSPHRASE) as store:
        add(store, "Ertussen")
        store.backup()
        store.file.db.execute("UPDATE access_log SET actor = 'iemand' WHERE object LIKE 'regels van%'")
    put_back(workspace, newest, PASSPHRASE, NEW)
    with opened(workspace, PASSPHRASE) as store:
        assert store.log_broken is not None


def test_that_a_wrong_secret_of_now_changes_nothing_and_is_counted(workspace: Path, copy: backup.Backup) -> None:
    before = outside.content(workspace)
    said = outside.refused(WrongPassphrase, lambda: put_back(workspace, copy, "iets heel anders dan dit"))
    assert said == key_of_now.WRONG
    assert len(attempts.read(workspace)) == 1
    after = outside.content(workspace)
    assert {name: after[name] for name in before} == before
    assert names(workspace, NEW) == ["Toen", "Daarna", "Na het lek"]


def test_that_the_secret_of_now_is_asked_only_where_it_is_needed(workspace: Path, copy: backup.Backup) -> None:
    newest = backup.all_of(workspace)[0]
    before = outside.content(workspace)
    assert key_of_now.is_asked(workspace, copy, PASSPHRASE)
    assert key_of_now.differs(workspace, copy)
    assert not key_of_now.is_asked(workspace, newest, NEW)
    assert not key_of_now.differs(workspace, newest)
    assert not key_of_now.is_asked(workspace, copy, NEW), "it does not open the copy: that is said first"
    assert not key_of_now.is_asked(workspace, copy, "iets heel anders dan dit")
    assert outside.content(workspace) == before
    (workspace / SLOTS).unlink()
    assert not key_of_now.is_asked(workspace, copy, PASSPHRASE), "nothing is left that it could open"


def test_that_a_phrase_that_only_changed_is_not_asked_twice(workspace: Path) -> None:
    """The key stayed: the file of now opens with it."""
    with opened(workspace, PASSPHRASE) as store:
        made = store.backup()
        passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    assert not key_of_now.is_asked(workspace, made, PASSPHRASE)
    assert not key_of_now.is_asked(workspace, made, NEW)
    done = put_back(workspace, made, None)
    assert (done.opens, done.lines_lost) == ("then", False)
    assert names(workspace, PASSPHRASE) == []


@pytest.mark.parametrize("harm", ["damaged", "gone"])
def test_that_a_file_of_now_that_is_no_file_any_more_keeps_its_key_and_the_lines_of_its_copies(
    workspace: Path, copy: backup.Backup, harm: str
) -> None:
    before = backup.all_of(workspace)[0].log_state[0]
    if harm == "gone":
        (workspace / DATABASE).unlink()
    else:
        (workspace / DATABASE).write_bytes(b"\x01" * 8192)
    assert key_of_now.is_asked(workspace, copy, PASSPHRASE)
    done = put_back(workspace, copy, NEW)
    assert (done.opens, done.lines_lost) == ("now", False)
    assert names(workspace, NEW) == ["Toen"]
    assert lines(workspace, NEW)[before] == ("herstellen", "werkmap", "gelukt")


def test_that_a_copy_that_does_not_get_the_key_is_not_put_back(
    workspace: Path, copy: backup.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = outside.content(workspace)
    with monkeypatch.context() as patch:
        patch.setattr(cipher, "rekey", lambda *_: None)  # as on a full disk: the driver says nothing
        said = outside.refused(DiskFailed, lambda: put_back(workspace, copy, NEW))
    assert said == key_of_now.NOT_GIVEN
    after = outside.content(workspace)
    assert {name: after[name] for name in before} == before
    assert not kept.all_of(workspace)
    assert names(workspace, NEW) == ["Toen", "Daarna", "Na het lek"]


def test_that_a_restore_that_fails_at_the_last_step_leaves_every_copy_in_its_place(
    workspace: Path, copy: backup.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the secret of now the newer copies go aside just before."""
    before, whole = outside.content(workspace), Path.replace

    def full(path: Path, target: Path) -> Path:
        if path.name == staging.STAGED:
            raise OSError(28, "full")
        return whole(path, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        outside.refused(DiskFull, lambda: put_back(workspace, copy, None))
    after = outside.content(workspace)
    assert {name: after.get(name) for name in before if name != SLOTS} == {
        name: found for name, found in before.items() if name != SLOTS
    }
    assert not kept.all_of(workspace)
    assert names(workspace, NEW) == ["Toen", "Daarna", "Na het lek"]


FULL = """
import resource
from doorbraak.model.workspace import backup, cipher, restore
real = cipher.rekey
def full(db, key):
    most = (folder / "dossiers.db").stat().st_size // 2
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    real(db, key)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
cipher.rekey = full
try:
    restore.restore(folder, backup.all_of(folder)[-1], passphrase, present_secret="NEW", tables=dossier.TABLES)
except UserError as error:
    print(type(error).__name__, error.sentence)
"""


def test_that_a_disk_that_fills_while_the_copy_gets_its_key_leaves_the_workspace_as_it_was(
    workspace: Path, copy: backup.Backup
) -> None:
    said = outside.run(FULL.replace("NEW", NEW), workspace)
    assert said == f"DiskFailed {key_of_now.NOT_GIVEN}"
    assert not list(workspace.rglob("*.terug*"))
    assert not kept.all_of(workspace)
    assert names(workspace, NEW) == ["Toen", "Daarna", "Na het lek"]


def test_that_a_broken_off_rekey_is_settled_on_the_key_that_the_file_has(workspace: Path) -> None:
    """Killed before the first page: the slots hold two keys, and the new passphrase gives both."""
    from doorbraak.model.workspace import rekey

    with opened(workspace, PASSPHRASE) as store:
        add(store, "Toen")
        made = store.backup()
        passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
        key, slots = keys.unwrap(store.keys.slots, NEW), store.keys.slots
    coming = rekey.prepared(key, slots, "vijf rode emmers binnen", keys.new_recovery_code(), CHEAP)
    keys.write(workspace / SLOTS, coming.between)
    put_back(workspace, made, "vijf rode emmers binnen")
    assert {slot.mark for slot in keys.read(workspace / SLOTS)} == {keys.mark_of(key)}
    assert names(workspace, "vijf rode emmers binnen") == ["Toen"]


KILLED = """
import os
from doorbraak.model.workspace import backup, restore
calls = 0
def watch(event, arguments):
    global calls
    if event in ("open", "os.rename", "os.link", "os.remove", "os.chmod", "os.mkdir", "sqlcipher3.connect"):
        calls += sys.argv[1] in str(arguments)
        if calls == STOP:
            os._exit(0)
copy = backup.all_of(folder)[-1]
sys.addaudithook(watch)
restore.restore(folder, copy, passphrase, present_secret="NEW", tables=dossier.TABLES)
print("restored", flush=True)
os._exit(0)
"""


def test_that_killed_anywhere_the_secret_of_now_opens_and_the_leaked_one_does_not(
    workspace: Path, copy: backup.Backup, tmp_path: Path
) -> None:
    before, after, ways = ["Toen", "Daarna", "Na het lek"], ["Toen"], set()
    for stop in range(1, 400, 9):
        folder = tmp_path / f"stop{stop}"
        shutil.copytree(workspace, folder)
        said = outside.run(KILLED.replace("STOP", str(stop)).replace("NEW", NEW), folder)
        found = names(folder, NEW)
        assert found in (before, after)
        ways.add(tuple(found))
        outside.refused(WrongPassphrase, lambda folder=folder: Store.open(folder, PASSPHRASE, dossier.TABLES))
        put_back(folder, backup.all_of(folder)[-1], NEW)
        assert names(folder, NEW) == after
        assert not list(folder.rglob("*.terug*"))
        shutil.rmtree(folder)
        if said:
            break
    assert said == "restored"
    assert stop > 20
    assert ways == {tuple(before), tuple(after)}


def test_that_what_a_restore_kept_is_counted_apart_among_the_older_copies(workspace: Path, copy: backup.Backup) -> None:
    put_back(workspace, copy, None)
    with opened(workspace, PASSPHRASE) as store:
        passphrase.renew(store, PASSPHRASE, "vijf rode emmers binnen", cost=CHEAP)
        found = old_copies.old_copies(store)
        assert sum(one.kept for one in found) == len(kept.all_of(workspace))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A second place."""
    made = tmp_path / "stick"
    made.mkdir()
    return made


def twice(store: Store, stick: Path) -> backup.Backup:
    store.second = stick
    made = store.backup()
    assert store.second_problem is None
    return made


def test_that_copies_in_the_second_place_of_lines_that_were_lost_raise_no_alarm_where_the_log_tells_of_it(
    workspace: Path, stick: Path
) -> None:
    with opened(workspace, PASSPHRASE) as store:
        add(store, "Toen")
        copy = twice(store, stick)
        passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
        for number in range(9):
            add(store, f"Na het lek {number}")
        twice(store, stick)
    done = put_back(workspace, copy, None)
    assert done.aside == len([one for one in kept.all_of(workspace) if one.copy is not None]) > 0
    with opened(workspace, PASSPHRASE) as store:
        store.second = stick
        assert log_reading.verify(store).broken is None
        length = len(store.log_entries())
        for number in range(12):
            store.note("inzien", f"huishouden {number}")
        later = twice(store, stick)
        later.path.unlink()  # so that the second place alone remembers
        (beside,) = (one.beside for one in backup.all_of(stick) if one.log_state == later.log_state)
        told = json.loads(beside.read_text())
        beside.write_text(json.dumps({**told, "at": "2099-01-01T00:00:00"}))
        store.file.db.execute(
            "DELETE FROM access_log WHERE id NOT IN (SELECT id FROM access_log ORDER BY id LIMIT ?)", [length]
        )
        assert log_reading.verify(store).how == "cut", "what it remembers of after that is still heard"
