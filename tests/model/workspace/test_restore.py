"""Restoring: whole or not at all, nothing of before is lost, and the access log goes on.

Each kill leaves a workspace that opens as it was before or after. More kills between the same steps:

    DOORBRAAK_KILLS=1000 make test ARGS="-k restore"
"""

import errno
import os
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, household, visits
from doorbraak.model.errors import DiskFailed, DiskFull, FileDamaged, FileInUse, FileNewer, UserError, WrongPassphrase
from doorbraak.model.workspace import (
    DATABASE,
    attempts,
    backup,
    cipher,
    exact_copy,
    kept,
    keys,
    restore,
    schema,
    staging,
)
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside

LATER = "een heel andere zin daarna"


HALF = """
import os
store = Store.open(folder, os.environ["SECRET"], dossier.TABLES)
store.file.db.execute("PRAGMA cache_size = 2").fetchall()  # so that pages reach the file before the commit
with store.change("Half"):
    for row in household.all_of(store):
        store.update("household", row.id, note="half " * 3000)
    os._exit(0)
"""


def opened(folder: Path, secret: str = PASSPHRASE) -> Store:
    return Store.open(folder, secret, dossier.TABLES)


def add(store: Store, name: str) -> None:
    with store.change("Toevoegen"):
        household.open_dossier(store, name, opened=outside.DAY, note=name * 200)


def names(folder: Path, secret: str = PASSPHRASE) -> list[str]:
    """The households, of a workspace that has to be whole."""
    store = opened(folder, secret)
    try:
        assert store.faults() == []
        return [row.name for row in household.all_of(store)]
    finally:
        store.close()


def put_back(folder: Path, copy: backup.Backup, secret: str = PASSPHRASE) -> restore.Restored:
    return restore.restore(folder, copy, secret, tables=dossier.TABLES)


def actions(folder: Path) -> list[str]:
    store = opened(folder)
    try:
        assert store.log_broken is None
        assert store.log_broken_at() is None
        return [entry.action for entry in store.log_entries()]
    finally:
        store.close()


def flip(path: Path, at: float = 0.5) -> None:
    content = bytearray(path.read_bytes())
    content[int(len(content) * at)] ^= 1
    path.write_bytes(content)


@pytest.fixture
def copy(workspace: Path) -> backup.Backup:
    """A copy with one household, of a workspace that has two by now."""
    store = opened(workspace)
    add(store, "Toen")
    made = store.backup()
    add(store, "Daarna")
    store.close()
    return made


def test_that_a_copy_comes_back_and_the_file_of_before_is_kept_and_copied(workspace: Path, copy: backup.Backup) -> None:
    before = outside.content(workspace)[DATABASE]
    copies = len(backup.all_of(workspace))
    done = put_back(workspace, copy)
    assert (done.at, done.households) == (copy.at, 1)
    assert done.kept is not None
    assert done.kept.parent == workspace / backup.FOLDER / kept.FOLDER
    assert outside.content(workspace)[str(done.kept.relative_to(workspace))] == before
    assert len(backup.all_of(workspace)) == copies + 1
    assert backup.all_of(workspace)[0].counts["household"] == 2
    assert names(workspace) == ["Toen"]


def test_that_a_restore_can_be_taken_back_by_a_restore(workspace: Path, copy: backup.Backup) -> None:
    put_back(workspace, copy)
    put_back(workspace, backup.all_of(workspace)[0])
    assert names(workspace) == ["Toen", "Daarna"]
    assert len(kept.files(workspace)) == 2


def test_that_the_kept_file_opens_with_the_slots_beside_it(
    workspace: Path, copy: backup.Backup, tmp_path: Path
) -> None:
    was = put_back(workspace, copy).kept
    assert was is not None
    alone = tmp_path / "bewaard"
    alone.mkdir()
    shutil.copy(was, alone / DATABASE)
    shutil.copy(was.with_name(was.name.replace("dossiers.db", "sleutels.json")), alone / SLOTS)
    assert names(alone) == ["Toen", "Daarna"]


def test_that_thinning_never_takes_what_was_kept(workspace: Path, copy: backup.Backup) -> None:
    put_back(workspace, copy)
    backup.thin(workspace, datetime.now() + timedelta(days=2000), copy.workspace)
    assert len(kept.files(workspace)) == 1


def test_that_all_that_is_written_is_of_its_owner_only(workspace: Path, copy: backup.Backup) -> None:
    put_back(workspace, copy)
    rights = outside.modes(workspace)
    assert rights["backups/bewaard"] == 0o700
    assert {mode for name, mode in rights.items() if (workspace / name).is_file()} == {0o600}


def test_that_the_log_keeps_every_line_and_says_that_a_copy_was_put_back(workspace: Path, copy: backup.Backup) -> None:
    before = actions(workspace)
    put_back(workspace, copy)
    assert actions(workspace) == [*before, "sluiten", "herstellen", "openen"]
    assert before.count("wijzigen") == 2


def test_that_the_origin_of_a_restore_is_logged(workspace: Path, copy: backup.Backup) -> None:
    restore.restore(workspace, copy, PASSPHRASE, origin="opdrachtregel")
    store = opened(workspace)
    (line,) = [entry for entry in store.log_entries() if entry.action == "herstellen"]
    store.close()
    assert (line.object, line.result, line.origin) == ("werkmap", "gelukt", "opdrachtregel")


def test_that_a_damaged_file_is_kept_and_the_log_goes_on_from_the_newest_copy(
    workspace: Path, copy: backup.Backup
) -> None:
    lines = backup.all_of(workspace)[0].log_state[0]
    (workspace / DATABASE).write_bytes(b"\x01" * 8192)
    done = put_back(workspace, copy)
    assert done.kept is not None
    assert done.kept.read_bytes() == b"\x01" * 8192
    assert names(workspace) == ["Toen"]
    assert actions(workspace)[lines] == "herstellen"


@pytest.mark.parametrize("at", [0.0, 0.3, 0.6, 0.99])
def test_that_one_flipped_byte_anywhere_can_be_answered_by_a_restore(
    workspace: Path, copy: backup.Backup, at: float
) -> None:
    flip(workspace / DATABASE, at)
    outside.refused(FileDamaged, lambda: opened(workspace))
    put_back(workspace, copy)
    assert names(workspace) == ["Toen"]
    assert "herstellen" in actions(workspace)


def test_that_lines_are_saved_from_a_damaged_file_as_far_as_they_follow(workspace: Path) -> None:
    """Nothing was copied since: the lines are in the damaged file alone."""
    store = opened(workspace)
    copy = store.backup()
    for _ in range(3):
        store.note("inzien", "huishouden 1")
    homes = store.file.db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'household'").fetchone()[0]
    store.close()
    flip_at = (homes - 1) * cipher.PAGE + 100
    content = bytearray((workspace / DATABASE).read_bytes())
    content[flip_at] ^= 1
    (workspace / DATABASE).write_bytes(content)
    outside.refused(FileDamaged, lambda: opened(workspace))
    put_back(workspace, copy)
    assert actions(workspace).count("inzien") == 3


def test_that_a_damaged_copy_that_knew_of_more_lines_is_set_aside(workspace: Path, copy: backup.Backup) -> None:
    newest = backup.all_of(workspace)[0]
    assert newest.path != copy.path
    flip(newest.path)
    (workspace / DATABASE).write_bytes(b"\x01" * 8192)
    put_back(workspace, copy)
    actions(workspace)
    assert newest.path.name in {path.name for path in (workspace / "backups" / "bewaard").iterdir()}


def test_that_a_log_that_was_touched_is_not_made_whole_by_a_restore(workspace: Path, copy: backup.Backup) -> None:
    """Two copies remember two different logs: that stays to be seen."""
    store = opened(workspace)
    store.file.db.execute("DELETE FROM access_log WHERE id >= 3")
    add(store, "Na het knippen")
    add(store, "En nog een")
    store.close()
    put_back(workspace, copy)
    assert names(workspace) == ["Toen"]
    store = opened(workspace)
    assert store.log_broken is not None
    store.close()


def test_that_the_workspace_may_be_gone(workspace: Path, copy: backup.Backup) -> None:
    (workspace / DATABASE).unlink()
    (workspace / SLOTS).unlink()
    done = put_back(workspace, copy)
    assert done.kept is None
    assert names(workspace) == ["Toen"]


def test_that_a_folder_that_is_gone_is_made_again(workspace: Path, copy: backup.Backup, tmp_path: Path) -> None:
    shutil.copytree(workspace / backup.FOLDER, tmp_path / "stick" / backup.FOLDER)
    shutil.rmtree(workspace)
    (*_, oldest) = restore.restorable(workspace, tmp_path / "stick")
    assert oldest.elsewhere
    put_back(workspace, oldest.backup)
    assert names(workspace) == ["Toen"]


def test_that_damaged_slots_are_replaced_by_those_of_the_copy(workspace: Path, copy: backup.Backup) -> None:
    (workspace / SLOTS).write_text("kapot")
    put_back(workspace, copy)
    assert names(workspace) == ["Toen"]
    assert [path.name for path in (workspace / "backups" / "bewaard").glob("*sleutels*")]


def test_that_the_slots_of_now_stay_when_they_open_the_copy(workspace: Path, copy: backup.Backup) -> None:
    """The passphrase was changed after the copy: the new one goes on to hold."""
    key = keys.unwrap(keys.read(workspace / SLOTS), PASSPHRASE)
    slots = (keys.wrap("passphrase", LATER, key, CHEAP), *keys.read(workspace / SLOTS)[1:])
    keys.write(workspace / SLOTS, slots)
    put_back(workspace, copy, LATER)
    assert keys.read(workspace / SLOTS) == slots
    assert names(workspace, LATER) == ["Toen"]


def test_that_a_damaged_copy_is_not_taken_for_a_wrong_passphrase_when_that_was_changed(
    workspace: Path, copy: backup.Backup
) -> None:
    key = keys.unwrap(keys.read(workspace / SLOTS), PASSPHRASE)
    keys.write(workspace / SLOTS, (keys.wrap("passphrase", LATER, key, CHEAP),))
    flip(copy.path, 0)
    assert "beschadigd" in unchanged(FileDamaged, workspace, copy, LATER)


def other_key(folder: Path, secret: str) -> None:
    """The workspace under a new key, as after a leaked passphrase; the older copies keep theirs."""
    old, new = keys.unwrap(keys.read(folder / SLOTS), PASSPHRASE), keys.new_database_key()
    db = cipher.connect(folder / DATABASE, old)
    db.execute(f"PRAGMA rekey = \"x'{new.hex()}'\"")
    cipher.close(db)
    keys.write(folder / SLOTS, (keys.wrap("passphrase", secret, new, CHEAP),))


def test_that_a_copy_under_an_older_key_brings_its_slots(workspace: Path, copy: backup.Backup) -> None:
    other_key(workspace, LATER)
    before = outside.content(workspace)
    said = outside.refused(WrongPassphrase, lambda: put_back(workspace, copy, LATER))
    assert "wachtzin van toen" in said
    after = outside.content(workspace)
    assert {name: after[name] for name in before} == before
    put_back(workspace, copy)
    assert names(workspace) == ["Toen"]
    outside.refused(WrongPassphrase, lambda: opened(workspace, LATER))


# -- refused: nothing is changed --------------------------------------------------------------------


def unchanged(kind: type[UserError], folder: Path, copy: backup.Backup, secret: str = PASSPHRASE) -> str:
    before = outside.content(folder)
    sentence = outside.refused(kind, lambda: put_back(folder, copy, secret))
    after = outside.content(folder)
    assert {name: after.get(name) for name in before} == before
    assert not list(folder.glob("*.terug*"))
    return sentence


def test_that_a_wrong_passphrase_changes_nothing_and_is_counted(workspace: Path, copy: backup.Backup) -> None:
    unchanged(WrongPassphrase, workspace, copy, "iets heel anders dan dit")
    assert len(attempts.read(workspace)) == 1
    assert names(workspace) == ["Toen", "Daarna"]


def test_that_an_open_workspace_is_not_restored(workspace: Path, copy: backup.Backup) -> None:
    store = opened(workspace)
    said = outside.refused(FileInUse, lambda: put_back(workspace, copy))
    assert "al geopend" in said
    add(store, "Nog steeds open")
    store.close()
    assert names(workspace) == ["Toen", "Daarna", "Nog steeds open"]


@pytest.mark.parametrize("harm", ["flip", "begin", "cut", "text", "gone"])
def test_that_a_damaged_copy_is_refused_and_changes_nothing(workspace: Path, copy: backup.Backup, harm: str) -> None:
    match harm:
        case "flip":
            flip(copy.path)
        case "begin":
            flip(copy.path, 0)
        case "cut":
            copy.path.write_bytes(copy.path.read_bytes()[:-1000])
        case "text":
            copy.path.write_text("geen kopie")
        case "gone":
            copy.path.unlink()
    kind = UserError if harm == "gone" else FileDamaged
    with pytest.raises(kind) as caught:
        put_back(workspace, copy)
    assert "kopie" in caught.value.sentence
    assert not list(workspace.glob("*.terug*"))
    assert names(workspace) == ["Toen", "Daarna"]
    assert not kept.files(workspace)


def test_that_a_copy_with_other_counts_than_were_written_down_is_refused(workspace: Path, copy: backup.Backup) -> None:
    lying = backup.Backup(copy.path, copy.at, {**copy.counts, "household": 9}, copy.log_state, copy.workspace)
    assert "aantal" in unchanged(FileDamaged, workspace, lying)


def test_that_a_copy_of_a_newer_program_is_refused(
    workspace: Path, copy: backup.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "VERSION", 0)
    assert "nieuwere versie" in unchanged(FileNewer, workspace, copy)


def test_that_an_older_copy_migrates_when_it_is_opened(
    workspace: Path, copy: backup.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_back(workspace, copy)
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)
    store = opened(workspace)
    assert schema.version_of(store.file.db) == schema.VERSION
    store.close()


def test_that_a_full_disk_changes_nothing_at_whichever_step(
    workspace: Path, copy: backup.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, said = exact_copy.make, []
    for failing in range(10):
        calls = 0

        def full(source: Path, target: Path, *, failing: int = failing) -> None:
            nonlocal calls
            calls += 1
            if calls == failing + 1:
                raise DiskFull(cipher.NO_ROOM)
            whole(source, target)

        monkeypatch.setattr(exact_copy, "make", full)
        try:
            put_back(workspace, copy)
        except DiskFull as error:
            said.append(error.sentence)
            assert not kept.files(workspace)
        else:
            break
        assert names(workspace) == ["Toen", "Daarna"]
    assert failing == 3, "the copy, the slots and the file of before"
    assert all("niets teruggezet" in sentence for sentence in said)
    assert names(workspace) == ["Toen"]


def test_that_a_file_that_the_disk_can_not_read_is_moved_aside(
    workspace: Path, copy: backup.Backup, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = exact_copy.make

    def bad_sector(source: Path, target: Path) -> None:
        if source.name == DATABASE:
            raise cipher.DiskFailed(cipher.DISK_ERROR)
        whole(source, target)

    (workspace / DATABASE).write_bytes(b"\x02" * 8192)
    monkeypatch.setattr(exact_copy, "make", bad_sector)
    was = put_back(workspace, copy).kept
    assert was is not None
    assert was.read_bytes() == b"\x02" * 8192
    assert names(workspace) == ["Toen"]


@pytest.mark.parametrize("name", [DATABASE, SLOTS])
def test_that_a_folder_in_the_place_of_a_file_is_moved_aside_with_all_that_is_in_it(
    workspace: Path, copy: backup.Backup, name: str
) -> None:
    (workspace / name).unlink()
    (workspace / name).mkdir()
    (workspace / name / "van mij").write_text("foto's")
    was = put_back(workspace, copy).kept
    assert names(workspace) == ["Toen"]
    (moved,) = kept.place(workspace).rglob("van mij")
    assert moved.read_text() == "foto's"
    assert was is not None
    assert (was == moved.parent) == (name == DATABASE)


@pytest.mark.parametrize("name", [DATABASE, SLOTS])
def test_that_rubbish_as_large_as_the_disk_is_moved_and_never_copied(
    workspace: Path, copy: backup.Backup, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = exact_copy.make

    def watched(source: Path, target: Path) -> None:
        assert source.stat().st_size < 1_000_000_000, "a second copy of it"
        whole(source, target)

    with (workspace / name).open("wb") as file:
        file.write(b"\x05" * 100)
        file.truncate(3_000_000_000)  # with a hole: it takes no room here
    inode = (workspace / name).stat().st_ino
    monkeypatch.setattr(exact_copy, "make", watched)
    assert put_back(workspace, copy).kept is not None
    assert names(workspace) == ["Toen"]
    assert inode in [path.stat().st_ino for path in kept.place(workspace).iterdir()]


@pytest.mark.parametrize("name", [DATABASE, SLOTS])
def test_that_what_was_moved_is_back_when_the_restore_is_refused(
    workspace: Path, copy: backup.Backup, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workspace / name).unlink()
    (workspace / name).mkdir()
    (workspace / name / "van mij").write_text("foto's")
    whole = Path.replace

    def refused(path: Path, target: Path) -> Path:
        if path.name == staging.STAGED:
            raise OSError(errno.EIO, "no")
        return whole(path, target)

    monkeypatch.setattr(Path, "replace", refused)
    outside.refused(DiskFailed, lambda: put_back(workspace, copy))
    assert (workspace / name / "van mij").read_text() == "foto's"
    assert not kept.place(workspace).exists() or not list(kept.place(workspace).iterdir())


def test_that_a_journal_of_a_file_that_is_no_file_any_more_is_kept_and_not_played_back_into_the_copy(
    workspace: Path, copy: backup.Backup
) -> None:
    outside.run(HALF, workspace, SECRET=PASSPHRASE)
    journal = workspace / (DATABASE + "-journal")
    way_back = journal.read_bytes()
    (workspace / DATABASE).write_bytes(b"\x03" * 100)
    was = put_back(workspace, copy).kept
    assert not journal.exists()
    assert was is not None
    assert was.with_name(was.name + "-journal").read_bytes() == way_back
    assert names(workspace) == ["Toen"]


def test_that_a_half_change_under_another_key_is_taken_back_in_what_is_kept(
    workspace: Path, copy: backup.Backup, tmp_path: Path
) -> None:
    """Killed halfway a change, under a key that this passphrase does not open."""
    other_key(workspace, LATER)
    outside.run(HALF, workspace, SECRET=LATER)
    journal = workspace / (DATABASE + "-journal")
    assert journal.stat().st_size > cipher.PAGE
    was = put_back(workspace, copy).kept
    assert not journal.exists()
    assert names(workspace) == ["Toen"]
    assert was is not None
    alone = tmp_path / "bewaard"
    alone.mkdir()
    shutil.copy(was, alone / DATABASE)
    shutil.copy(was.with_name(was.name.replace("dossiers.db", "sleutels.json")), alone / SLOTS)
    assert names(alone, LATER) == ["Toen", "Daarna"]


def test_that_a_working_note_is_not_in_the_copy_that_a_restore_makes(workspace: Path, copy: backup.Backup) -> None:
    store = opened(workspace)
    (home, _) = household.all_of(store)
    with store.change("Proef"):
        visit = visits.add(store, home.id, outside.DAY, report="Voor het dossier")
        visits.write_private_note(store, visit, "Alleen voor mij", date.today())
    key = store.keys.key
    store.close()
    put_back(workspace, copy)
    db = cipher.connect(backup.newest(workspace).path, key)  # type: ignore[union-attr]
    assert db.execute("SELECT report, private_note FROM visit").fetchall() == [("Voor het dossier", "")]
    cipher.close(db)


def test_that_undo_is_forgotten(workspace: Path, copy: backup.Backup) -> None:
    put_back(workspace, copy)
    store = opened(workspace)
    assert store.undo_label is None
    store.close()


# -- the list and the check -------------------------------------------------------------------------


def test_that_the_list_needs_no_secret_and_leaves_out_what_is_unreadable(workspace: Path, copy: backup.Backup) -> None:
    newest = backup.all_of(workspace)[0]
    assert [one.households for one in restore.restorable(workspace)] == [2, 1]
    newest.beside.write_text("{}")
    (only,) = restore.restorable(workspace)
    assert (only.backup.path, only.elsewhere, only.households) == (copy.path, False, 1)
    assert restore.restorable(workspace / "nergens", workspace / "ook niet") == ()


def test_that_the_newest_copy_is_known(workspace: Path, copy: backup.Backup) -> None:
    assert backup.newest(workspace) == backup.all_of(workspace)[0]
    assert backup.newest(workspace / "nergens") is None


def test_that_a_whole_copy_has_no_faults_and_is_not_touched(workspace: Path, copy: backup.Backup) -> None:
    before = outside.content(workspace)
    assert restore.faults(copy, PASSPHRASE) == ()
    outside.refused(WrongPassphrase, lambda: restore.faults(copy, "iets heel anders dan dit"))
    assert outside.content(workspace) == before


@pytest.mark.parametrize("at", [0.0, 0.5, 0.99])
def test_that_a_damaged_copy_is_said_in_a_sentence(workspace: Path, copy: backup.Backup, at: float) -> None:
    flip(copy.path, at)
    (said,) = restore.faults(copy, PASSPHRASE)
    assert "beschadigd" in said
    assert "niet veranderd" in said


def test_that_a_copy_that_is_gone_or_forbidden_is_said_as_such(workspace: Path, copy: backup.Backup) -> None:
    copy.path.unlink()
    said = outside.refused(DiskFailed, lambda: restore.faults(copy, PASSPHRASE))
    assert "niet nagekeken" in said


def test_that_a_touched_log_in_a_copy_is_said_but_stops_no_restore(workspace: Path) -> None:
    store = opened(workspace)
    add(store, "Toen")
    store.file.db.execute("UPDATE access_log SET object = 'huishouden 7' WHERE id = 1")
    copy = store.backup()
    store.close()
    (said,) = restore.faults(copy, PASSPHRASE)
    assert "logboek" in said
    put_back(workspace, copy)
    assert names(workspace) == ["Toen"]


# -- kill -9 ----------------------------------------------------------------------------------------

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
done = restore.restore(folder, copy, passphrase, tables=dossier.TABLES)
print("restored", flush=True)
os._exit(0)
"""
STEP = 1 if int(os.environ.get("DOORBRAAK_KILLS", "5")) >= 100 else 8


@pytest.mark.parametrize("kind", ["whole", "damaged", "other key"])
def test_that_a_restore_killed_anywhere_leaves_a_workspace_that_opens(
    workspace: Path, copy: backup.Backup, kind: str, tmp_path: Path
) -> None:
    if kind == "damaged":
        flip(workspace / DATABASE)
    if kind == "other key":
        other_key(workspace, LATER)
    before, after, ways = ["Toen", "Daarna"], ["Toen"], set()
    for stop in (*range(1, 400, STEP),):
        folder = tmp_path / f"stop{stop}"
        shutil.copytree(workspace, folder)
        said = outside.run(KILLED.replace("STOP", str(stop)), folder)
        try:
            found = names(folder)
        except (WrongPassphrase, FileDamaged):
            assert kind != "whole"
            if kind == "other key":
                found = names(folder, LATER)
            else:
                found = before  # still damaged, as it was, and nothing is in the way of the next restore
            assert restore.restorable(folder)
        assert found in (before, after)
        ways.add(tuple(found))
        put_back(folder, backup.all_of(folder)[-1])
        assert names(folder) == after
        assert not list(folder.rglob("*.terug*"))
        if kind != "other key":
            actions(folder)
        shutil.rmtree(folder)
        if said:
            break
    assert said == "restored"
    assert stop > 20
    assert ways == {tuple(before), tuple(after)}
