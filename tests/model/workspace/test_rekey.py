"""Zin gelekt: another key for the whole file, and a kill at every step of it."""

import os
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import FileDamaged, UserError, WeakPassphrase, WrongPassphrase
from doorbraak.model.workspace import DATABASE, backup, cipher, keys, old_copies, passphrase, rekey
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Changes, Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

NEW = "drie gele fietsen buiten"
EVERY = int(os.environ.get("DOORBRAAK_REKEY_EVERY", "2"))  # 1: a kill at every step
WITHIN = int(os.environ.get("DOORBRAAK_REKEY_KILLS", "10"))


def names(store: Store) -> list[str]:
    return [row.name for row in household.all_of(store)]


@pytest.fixture
def lived_in(workspace: Path) -> Path:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Vullen"):
        for number in range(3):
            household.open_dossier(store, f"Huis {number}", opened=outside.DAY)
    store.close()
    return workspace


def test_that_after_a_leak_only_new_secrets_open_and_all_is_there(lived_in: Path) -> None:
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    old = store.keys.key
    done = passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    assert names(store) == ["Huis 0", "Huis 1", "Huis 2"]
    assert store.keys.key != old
    line = store.log_entries()[-1]
    assert (line.action, line.object, line.result) == ("wijzigen", "sleutel", "gelukt")
    assert passphrase.code_is_unseen(store)
    with store.change("Daarna"):
        household.open_dossier(store, "Huis 3", opened=outside.DAY)
    assert store.close() is None
    for secret in (NEW, done.code):
        outside.opens_whole(lived_in, secret)
    with pytest.raises(WrongPassphrase):
        Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    with pytest.raises(FileDamaged):
        cipher.connect(lived_in / DATABASE, old)
    assert {slot.mark for slot in keys.read(lived_in / SLOTS)} == {
        keys.mark_of(keys.unwrap(keys.read(lived_in / SLOTS), NEW))
    }


def test_that_a_verified_copy_with_the_new_secrets_is_made_and_older_ones_keep_their_own(lived_in: Path) -> None:
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    done = passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    assert done.copy is not None
    assert keys.unwrap(backup.slots_of(done.copy), NEW) == store.keys.key
    older = [made for made in backup.all_of(lived_in) if made.path != done.copy.path]
    assert len(older) == 2, "that of closing, and that of just before"
    for made in older:
        key = keys.unwrap(backup.slots_of(made), PASSPHRASE)
        cipher.close(cipher.connect(made.path, key))
    assert store.log_broken_at() is None
    store.close()


def test_that_undo_is_forgotten_and_whoever_listens_hears_it(lived_in: Path) -> None:
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    with store.change("Nog een"):
        household.open_dossier(store, "Huis 3", opened=outside.DAY)
    heard: list[Changes] = []
    store.listeners.append(heard.append)
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    assert store.undo_label is None
    assert store.undo() is None
    assert len(heard) == 1
    with store.change("En weer"):
        household.open_dossier(store, "Huis 4", opened=outside.DAY)
    store.undo()
    assert len(names(store)) == 4
    store.close()


def test_that_a_refusal_renews_nothing(lived_in: Path) -> None:
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    key = store.keys.key
    with pytest.raises(WrongPassphrase):
        passphrase.renew(store, "fout", NEW, cost=CHEAP)
    with pytest.raises(WeakPassphrase):
        passphrase.renew(store, PASSPHRASE, "Welkom2024!!", cost=CHEAP)
    assert store.keys.key == key
    store.close()
    outside.opens_whole(lived_in)


LAB = """
import os, resource, shutil, signal
from doorbraak.model.workspace import backup, cipher, passphrase
CHEAP, NEW = keys.Cost(1, 65536), "drie gele fietsen buiten"

def renewed(at):
    store = Store.open(at, passphrase_given, dossier.TABLES)
    passphrase.renew(store, passphrase_given, NEW, cost=CHEAP)
    store.close()

def in_child(at, before):
    child = os.fork()
    if not child:
        try:
            before()
            renewed(at)
        except BaseException:
            os._exit(3)
        os._exit(0)
    return os.waitpid(child, 0)[1]

def look(at):
    opens = []
    for secret in (NEW, passphrase_given):
        try:
            store = Store.open(at, secret, dossier.TABLES)
        except UserError as error:
            assert type(error).__name__ == "WrongPassphrase", error
            continue
        assert len(household.all_of(store)) == HOMES, "content"
        assert store.faults() == []
        assert store.log_broken_at() is None
        assert store.close() is None
        assert len({slot.mark for slot in keys.read(at / "sleutels.json")}) == 1, "settled"
        assert [slot.kind for slot in keys.read(at / "sleutels.json")] == ["passphrase", "recovery"]
        opens.append(secret)
    for made in backup.all_of(at):
        own = backup.slots_of(made)
        assert any(key for secret in (NEW, passphrase_given) for _, key in keys.unwrapped(own, secret))
    return "new" if opens == [NEW] else "old" if opens == [passphrase_given] else opens
passphrase_given = sys.argv[2]
HOMES = 3
"""
AT_EACH_STEP = """
import sys
step = 0
stop = 0
def watched(work):
    def run(*args, **given):
        global step
        step += 1
        if step == stop:
            os.kill(os.getpid(), signal.SIGKILL)
        done = work(*args, **given)
        step += 1
        if step == stop:
            os.kill(os.getpid(), signal.SIGKILL)
        return done
    return run
from doorbraak.model.workspace import exact_copy, log
def begin():
    for module, names in ((keys, ["write"]), (cipher, ["rekey", "close", "connect"]), (log, ["append"]),
                          (os, ["fsync", "open", "unlink"]), (Path, ["replace"]), (backup, ["make"])):
        for name in names:
            setattr(module, name, watched(getattr(module, name)))
ended = []
stop = 1
while True:
    at = folder.with_name("kopie")
    shutil.rmtree(at, ignore_errors=True)
    shutil.copytree(folder, at)
    status = in_child(at, begin)
    ended.append(look(at))
    if status == 0:
        break
    assert os.WTERMSIG(status) == signal.SIGKILL
    stop += EVERY
print(*sorted(set(ended)), len(ended))
"""


def test_that_a_kill_at_any_step_leaves_a_workspace_that_opens_with_the_old_or_the_new_phrase(lived_in: Path) -> None:
    said = outside.run(LAB + f"EVERY = {EVERY}\n" + AT_EACH_STEP, lived_in).split()
    assert said[:2] == ["new", "old"]
    assert int(said[2]) > 20


WITHIN_THE_PAGES = """
import time
HOMES += 300
store = Store.open(folder, passphrase_given, dossier.TABLES)
with store.change("Vullen"):
    for number in range(300):
        household.open_dossier(store, f"Groot {number}", opened=date(2024, 1, 1), note="vol " * 2400)
store.close()
real = cipher.rekey
def timed(db, key):
    began = time.monotonic()
    real(db, key)
    (folder.parent / "tijd").write_text(str(time.monotonic() - began))
def measure():
    cipher.rekey = timed
at = folder.with_name("kopie")
shutil.copytree(folder, at)
assert in_child(at, measure) == 0
assert look(at) == "new"
lasts = float((folder.parent / "tijd").read_text())
halves, back, before = 0, 0, keys.read(folder / "sleutels.json")[0].mark
for number in range(WITHIN):
    shutil.rmtree(at)
    shutil.copytree(folder, at)
    def killed(db, key):
        signal.setitimer(signal.ITIMER_REAL, max(lasts * (number + 0.5) / WITHIN, 1e-4))
        real(db, key)
        os.kill(os.getpid(), signal.SIGKILL)
    def begin():
        cipher.rekey = killed
    assert in_child(at, begin) in (signal.SIGALRM, signal.SIGKILL)
    halves += (at / "dossiers.db-journal").exists()
    assert look(at) == "new", "it opens with either key"
    back += keys.read(at / "sleutels.json")[0].mark == before
print(halves, back)
"""


def test_that_a_kill_while_pages_get_their_new_key_takes_all_or_none_of_them(lived_in: Path) -> None:
    halves, back = outside.run(LAB + f"WITHIN = {WITHIN}\n" + WITHIN_THE_PAGES, lived_in).split()
    assert int(halves) >= WITHIN // 2, "a way back lay in the journal"
    assert int(back) > 0, "pages that had the new key already got the old one back"


FULL = """
HOMES += 120
store = Store.open(folder, passphrase_given, dossier.TABLES)
with store.change("Vullen"):
    for number in range(120):
        household.open_dossier(store, f"Groot {number}", opened=date(2024, 1, 1), note="vol " * 2400)
store.close()
real = cipher.rekey
def full(db, key):
    most = (folder / "dossiers.db").stat().st_size // 2
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    real(db, key)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
cipher.rekey = full
store = Store.open(folder, passphrase_given, dossier.TABLES)
try:
    passphrase.renew(store, passphrase_given, NEW, cost=CHEAP)
except UserError as error:
    print(type(error).__name__, error.sentence)
with store.change("Daarna"):
    household.open_dossier(store, "Na de volle schijf", opened=date(2024, 1, 1))
HOMES += 1
print([(line.object, line.result) for line in store.log_entries()][-3:-1], passphrase.code_is_unseen(store))
store.close()
print(look(folder))
"""


def test_that_a_full_disk_leaves_the_old_key_and_the_workspace_goes_on(lived_in: Path) -> None:
    said, log, ended = outside.run(LAB + FULL, lived_in).splitlines()
    assert said.startswith("DiskFailed De sleutel is niet vernieuwd")
    assert "geldt nog" in said
    assert log == "[('sleutel', 'gelukt'), ('sleutel', 'mislukt')] False"
    assert ended == "old"


def test_that_a_file_that_does_not_open_again_closes_the_store_and_loses_nothing(
    lived_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)

    def gone(path: Path, key: bytes) -> None:
        raise FileDamaged("Het bestand is weg. Sluit de schijf aan.")

    with monkeypatch.context() as patch:
        patch.setattr(rekey, "_opened", gone)
        with pytest.raises(UserError):
            passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    assert store.closed
    assert store.close() is None
    outside.opens_whole(lived_in, NEW)


def test_that_who_types_the_old_phrase_after_a_kill_is_told_of_the_new_one(lived_in: Path) -> None:
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    coming = rekey.prepared(store.keys.key, store.keys.slots, NEW, keys.new_recovery_code(), CHEAP)
    store.close()
    keys.write(lived_in / SLOTS, coming.between)
    assert "nieuwe wachtzin" in outside.refused(
        WrongPassphrase, lambda: Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    )
    outside.opens_whole(lived_in, NEW)
    assert {slot.mark for slot in keys.read(lived_in / SLOTS)} == {coming.between[0].mark}


# -- older copies -----------------------------------------------------------------------------------


def test_that_older_copies_are_counted_and_destroyed_here_and_in_the_second_place(
    lived_in: Path, tmp_path: Path
) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    other = tmp_path / "ander"
    Store.create(other, PASSPHRASE, dossier.TABLES, cost=CHEAP, origin="opdrachtregel")[0].close()
    elsewhere = Store.open(other, PASSPHRASE, dossier.TABLES)
    elsewhere.second = second
    strange = elsewhere.backup()
    elsewhere.close()
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    store.second = second
    store.backup()
    assert old_copies.old_copies(store) == ()
    store.note("inzien", "lijst van huishoudens")  # else the next copy is the same
    done = passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    assert done.copy is not None
    found = old_copies.old_copies(store)
    assert sorted(copy.elsewhere for copy in found) == [False] * 3 + [True] * 2
    assert old_copies.destroy(store, found) == old_copies.Destroyed(5, 0)
    assert old_copies.old_copies(store) == ()
    left = [made.path for made in backup.all_of(lived_in)]
    assert left == [done.copy.path]
    assert {made.workspace for made in backup.all_of(second)} == {strange.workspace, done.copy.workspace}
    assert sorted(path.suffix for path in (second / "backups").iterdir()) == [".db", ".db", ".json", ".json"]
    line = store.log_entries()[-1]
    assert (line.action, line.object) == ("wissen", "oude kopieën")
    assert store.log_broken_at() is None
    store.close()


def test_that_nothing_is_destroyed_while_no_copy_has_the_phrase_of_now(lived_in: Path) -> None:
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    store.backup()
    passphrase.change(store, PASSPHRASE, NEW, cost=CHEAP)
    found = old_copies.old_copies(store)
    assert len(found) == 2
    outside.refused(UserError, lambda: old_copies.destroy(store, found))
    assert old_copies.old_copies(store) == found
    store.close()


def test_that_what_a_restore_kept_with_the_old_key_counts_as_an_older_copy(lived_in: Path) -> None:
    from doorbraak.model.workspace import kept as put_aside
    from doorbraak.model.workspace import restore

    restore.restore(lived_in, backup.all_of(lived_in)[0], PASSPHRASE)
    store = Store.open(lived_in, PASSPHRASE, dossier.TABLES)
    kept = put_aside.files(lived_in)
    assert len(kept) == 1
    assert old_copies.old_copies(store) == ()
    passphrase.renew(store, PASSPHRASE, NEW, cost=CHEAP)
    found = old_copies.old_copies(store)
    assert kept[0] in [copy.path for copy in found]
    old_copies.destroy(store, found)
    assert list(kept[0].parent.iterdir()) == []
    store.close()
