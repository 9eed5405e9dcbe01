"""Backups: opened and checked before they count, thinned by one rule, and never in the way of the work."""

import json
import os
import shutil
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from doorbraak.model.dossier import dossier, household, visits
from doorbraak.model.errors import DiskFailed, UserError
from doorbraak.model.workspace import DATABASE, backup, cipher, keys
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from doorbraak.model.workspace.tables import TABLES
from tests.conftest import PASSPHRASE
from tests.model.workspace import outside

NOW = datetime(2024, 5, 15, 12, 0, 0)


def add(store: Store, name: str = "Huis") -> None:
    with store.change("Toevoegen"):
        household.open_dossier(store, name, opened=date(2024, 1, 1))


def test_that_a_backup_opens_by_itself_with_the_same_passphrase(store: Store, tmp_path: Path) -> None:
    add(store, "In de kopie")
    made = store.backup()
    add(store, "Daarna")
    alone = tmp_path / "teruggezet"
    alone.mkdir()
    shutil.copy(made.path, alone / DATABASE)
    (alone / SLOTS).write_text(json.dumps(json.loads(made.beside.read_text())["slots"]))
    copy = Store.open(alone, PASSPHRASE, dossier.TABLES)
    assert [row.name for row in household.all_of(copy)] == ["In de kopie"]
    assert copy.faults() == []
    copy.close()


def test_that_counts_and_log_state_are_those_of_the_moment(store: Store) -> None:
    add(store)
    lines = store.log_entries()
    made = store.backup()
    assert made.counts["household"] == 1
    assert made.counts["access_log"] == len(lines)
    assert made.log_state == (len(lines), lines[-1].hash)
    assert backup.row_counts(store.file.db) == made.counts
    (found,) = backup.all_of(store.folder)
    assert (found.path, found.counts, found.log_state) == (made.path, made.counts, made.log_state)
    assert found.at == made.at.replace(microsecond=0)


def test_that_a_copy_is_encrypted_and_has_bytes_of_its_own(store: Store, workspace: Path) -> None:
    made = store.backup()
    store.close()
    assert made.path.read_bytes()[:16] != cipher.PLAIN_HEADER
    assert made.path.read_bytes()[:16] != (workspace / DATABASE).read_bytes()[:16]


def test_that_closing_makes_a_backup_only_when_something_changed(workspace: Path) -> None:
    for changed, copies in ((False, 0), (True, 1), (False, 1)):
        store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
        store.note("inzien", "huishouden 1")
        if changed:
            add(store)
        assert store.close() is None
        assert len(backup.all_of(workspace)) == copies


@pytest.mark.parametrize("change", ["draft", "undo"])
def test_that_every_kind_of_change_counts_as_one(workspace: Path, change: str) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store)
    store.backup()
    {"draft": lambda: store.drafts.keep("a", "b"), "undo": store.undo}[change]()
    store.close()
    assert len(backup.all_of(workspace)) == 2


def test_that_a_copy_with_other_counts_or_damage_does_not_get_a_name(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(store)
    whole_copy = cipher.copy_to

    def short_copy(db: object, path: Path, key: bytes, blanked: object) -> None:
        whole_copy(db, path, key)
        copy = cipher.connect(path, key)
        copy.execute("DELETE FROM household")
        cipher.close(copy)

    def damaged_copy(db: object, path: Path, key: bytes, blanked: object) -> None:
        whole_copy(db, path, key)
        content = bytearray(path.read_bytes())
        content[len(content) // 2] ^= 1
        path.write_bytes(content)

    def cut_copy(db: object, path: Path, key: bytes, blanked: object) -> None:
        whole_copy(db, path, key)
        path.write_bytes(path.read_bytes()[:-4096])

    for bad_copy in (short_copy, damaged_copy, cut_copy):
        monkeypatch.setattr(cipher, "copy_to", bad_copy)
        assert "wel bewaard" in outside.refused(DiskFailed, store.backup)
        assert list((store.folder / backup.FOLDER).iterdir()) == []
    monkeypatch.undo()
    store.backup()
    assert len(backup.all_of(store.folder)) == 1


def test_that_a_failing_backup_is_returned_and_does_not_stop_the_close(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store, "Toch bewaard")
    (workspace / backup.FOLDER).write_text("geen map")
    problem = store.close()
    assert isinstance(problem, DiskFailed)
    assert "wel bewaard" in problem.sentence
    (workspace / backup.FOLDER).unlink()
    again = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert [row.name for row in household.all_of(again)] == ["Toch bewaard"]
    assert [entry.action for entry in again.log_entries()][-2] == "sluiten", "the close is logged all the same"
    again.close()


def test_that_a_failed_backup_is_tried_again(store: Store) -> None:
    add(store)
    (store.folder / backup.FOLDER).write_text("geen map")
    with pytest.raises(UserError):
        store.backup()
    (store.folder / backup.FOLDER).unlink()
    assert store.close() is None
    assert len(backup.all_of(store.folder)) == 1


def test_that_two_backups_in_one_second_are_two(store: Store) -> None:
    key, slots = store.keys.key, store.keys.slots
    made = [backup.make(store.file.db, key, slots, store.folder, NOW) for _ in range(3)]
    assert len({copy.path for copy in made}) == 3
    assert {copy.path for copy in backup.all_of(store.folder)} == {copy.path for copy in made}


def test_that_leftovers_of_a_killed_backup_are_removed_and_slots_without_a_copy_kept(store: Store) -> None:
    place = store.folder / backup.FOLDER
    place.mkdir()
    for name in ("2024-01-01T000000.db.nieuw", "2024-01-01T000000.db.nieuw-journal", "2024-01-01T000000.json.nieuw"):
        (place / name).write_text("half")
    lonely = place / f"{NOW:%Y-%m-%dT%H%M%S}.json"
    lonely.write_text("slots of a copy that was moved away")
    made = backup.make(store.file.db, store.keys.key, store.keys.slots, store.folder, NOW)
    assert list(place.glob("*.nieuw*")) == []
    assert lonely.read_text().startswith("slots")
    assert made.beside != lonely


def test_that_a_backup_killed_anywhere_counts_whole_or_not(workspace: Path) -> None:
    code = """
import os
store = Store.open(folder, passphrase, dossier.TABLES)
calls = 0
def watch(event, arguments):
    global calls
    if event in ("open", "os.rename", "sqlcipher3.connect", "os.remove", "os.chmod", "os.mkdir"):
        calls += "backups" in str(arguments)
        if calls == STOP:
            os._exit(0)
sys.addaudithook(watch)
store.backup()
print("made", flush=True)
os._exit(0)
"""
    said = ""
    for stop in range(1, 30):
        said = outside.run(code.replace("STOP", str(stop)), workspace)
        key = keys.unwrap(keys.read(workspace / SLOTS), PASSPHRASE)
        for found in backup.all_of(workspace):
            copy = cipher.connect(found.path, key)
            assert cipher.faults(copy) == []
            assert backup.row_counts(copy) == found.counts
            cipher.close(copy)
            found.path.unlink()  # else each next one has more to read, and never comes to its end
        if said:
            break
    assert stop > 3
    assert said == "made"
    outside.opens_whole(workspace)


@pytest.mark.parametrize(
    "beside",
    [b"", b"{}", b"[]", b"\xff", b"[" * 200_000, b'{"at": 5}', b'{"at": "gisteren", "counts": {}}',
     b'{"at": "2024-01-01T00:00:00", "counts": 5, "log_length": 1, "log_last": ""}',
     b'{"at": "2024-01-01T00:00:00", "counts": {}, "log_length": Infinity, "log_last": ""}'],
)  # fmt: skip
def test_that_a_damaged_generation_is_left_out_and_stops_nothing(workspace: Path, beside: bytes) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    add(store)
    made = store.backup()
    made.beside.write_bytes(beside)
    assert backup.all_of(workspace) == ()
    assert store.log_broken_at() is None
    add(store)
    assert store.close() is None
    assert len(backup.all_of(workspace)) == 1


def test_that_a_moment_with_a_time_zone_does_not_stop_the_close(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    made = store.backup()
    beside = json.loads(made.beside.read_text())
    made.beside.write_text(json.dumps({**beside, "at": "2024-01-01T00:00:00+01:00"}))
    add(store)
    assert store.close() is None
    assert len(backup.all_of(workspace)) == 2


def test_that_a_generation_without_its_database_does_not_count(store: Store) -> None:
    store.backup().path.unlink()
    assert backup.all_of(store.folder) == ()


def test_that_thinning_removes_both_files_of_what_the_rule_lets_go(store: Store) -> None:
    moments = [NOW - timedelta(hours=5 * number) for number in range(60)]
    place = store.folder / backup.FOLDER
    first = backup.make(store.file.db, store.keys.key, store.keys.slots, store.folder, NOW)
    for moment in moments[1:]:
        path = place / f"{moment:%Y-%m-%dT%H%M%S}.db"
        shutil.copy(first.path, path)
        beside = json.loads(first.beside.read_text())
        path.with_suffix(".json").write_text(json.dumps({**beside, "at": moment.isoformat()}))
    backup.thin(store.folder, NOW, store.identity)
    stay = backup.kept(moments, NOW)
    assert {copy.at for copy in backup.all_of(store.folder)} == stay
    assert len(list(place.iterdir())) == 2 * len(stay)
    assert len(stay) < len(moments)


MOMENTS = st.lists(
    st.datetimes(datetime(2022, 1, 1), datetime(2025, 1, 1)), max_size=200
).map(lambda moments: [moment.replace(microsecond=0) for moment in moments])  # fmt: skip


@given(MOMENTS)
def test_that_two_days_are_kept_whole_also_when_the_clock_ran_ahead(moments: list[datetime]) -> None:
    kept = backup.kept(moments, NOW)
    assert kept <= set(moments)
    assert {moment for moment in moments if moment >= NOW - timedelta(days=2)} <= kept


@given(MOMENTS)
def test_that_the_newest_of_each_of_the_last_days_weeks_and_months_is_kept(moments: list[datetime]) -> None:
    kept = backup.kept(moments, NOW)
    for most, period in ((14, "%Y-%m-%d"), (8, "%G-%V"), (6, "%Y-%m")):
        newest = {f"{moment:{period}}": moment for moment in sorted(moments)}
        assert set(sorted(newest.values(), reverse=True)[:most]) <= kept


@given(MOMENTS)
def test_that_thinning_is_bounded_and_doing_it_twice_changes_nothing(moments: list[datetime]) -> None:
    kept = backup.kept(moments, NOW)
    old = [moment for moment in kept if moment < NOW - timedelta(days=2)]
    assert len(old) <= 14 + 8 + 6
    assert backup.kept(kept, NOW) == kept
    if moments:
        assert max(moments) in kept


def test_that_one_backup_a_day_for_a_year_leaves_days_weeks_and_months() -> None:
    moments = [NOW - timedelta(days=number) for number in range(365)]
    days = [f"{moment:%m-%d}" for moment in sorted(backup.kept(moments, NOW))]
    months = ["12-31", "01-31", "02-29", "03-31", "04-30"]  # and this one
    weeks = ["03-31", "04-07", "04-14", "04-21", "04-28"]  # Sundays, and three weeks within the days
    assert set(days[:-14]) == {*months, *weeks}
    assert days[-14:] == [f"05-{day:02}" for day in range(2, 16)]


def test_that_a_clock_set_back_loses_no_backup(store: Store) -> None:
    ahead = backup.make(store.file.db, store.keys.key, store.keys.slots, store.folder, NOW + timedelta(days=900))
    now = backup.make(store.file.db, store.keys.key, store.keys.slots, store.folder, NOW)
    backup.thin(store.folder, NOW, store.identity)
    assert {copy.path for copy in backup.all_of(store.folder)} == {ahead.path, now.path}


def test_that_the_newest_is_the_one_with_the_longest_log_whatever_the_clock_said(store: Store) -> None:
    made = []
    for days in (0, 900, -900, 0, 0):  # among them a clock set back, and one second twice
        store.note("inzien", "huishouden 1")
        made.append(
            backup.make(store.file.db, store.keys.key, store.keys.slots, store.folder, NOW + timedelta(days=days)).path
        )
    assert [copy.path for copy in backup.all_of(store.folder)] == made[::-1]


def test_that_copies_of_one_second_and_one_log_stand_in_the_order_they_were_made(store: Store) -> None:
    made = [backup.make(store.file.db, store.keys.key, store.keys.slots, store.folder, NOW).path for _ in range(11)]
    assert [copy.path for copy in backup.all_of(store.folder)] == made[::-1]


@pytest.mark.parametrize("device", ["pipe", "/dev/zero"])
def test_that_what_never_ends_beside_a_copy_hangs_nothing(workspace: Path, device: str) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    made = store.backup()
    made.beside.unlink()
    if device == "pipe":
        os.mkfifo(made.beside)
    else:
        made.beside.symlink_to(device)
    assert backup.all_of(workspace) == ()
    assert store.close() is None


def test_that_the_counts_are_of_our_own_tables_only(store: Store) -> None:
    add(store)
    counts = store.backup().counts
    assert counts["household"] == 1
    assert {table.name for table in (*TABLES, *dossier.TABLES)} <= counts.keys()
    assert not [name for name in counts if name.startswith("sqlite_")]


def test_that_a_working_note_is_in_no_copy_but_stays_in_the_workspace(store: Store) -> None:
    """A copy is kept for months, the note for 30 days."""
    add(store)
    (home,) = household.all_of(store)
    with store.change("Proef"):
        visit = visits.add(store, home.id, date(2024, 5, 1), report="Voor het dossier")
        visits.write_private_note(store, visit, "Alleen voor mij", date.today())
    store.drafts.keep(f"visit:{visit}:private_note", "Nog niet af")
    made = store.backup()
    copy = cipher.connect(made.path, store.keys.key)
    kept = copy.execute("SELECT report, private_note, note_since FROM visit").fetchall()
    drafts = copy.execute("SELECT content FROM draft").fetchall()
    assert cipher.faults(copy) == []
    cipher.close(copy)
    assert kept == [("Voor het dossier", "", None)]
    assert drafts == [("",)]
    assert visits.of_household(store, home.id)[0].private_note == "Alleen voor mij"
    assert store.drafts.all() == {f"visit:{visit}:private_note": "Nog niet af"}
