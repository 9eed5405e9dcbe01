"""The access log: complete, without content, and any line that was touched is noticed."""

import json
import os
from datetime import date, datetime
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier, goals, household, people
from doorbraak.model.errors import WrongPassphrase
from doorbraak.model.workspace import DATABASE, attempts, log, log_reading
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE

MARKER = "Zilverberkstraatgeheim"


@pytest.fixture
def ten_lines(store: Store) -> Store:
    while len(store.log_entries()) < 10:
        store.note("inzien", f"huishouden {len(store.log_entries())}")
    assert store.log_broken_at() is None
    return store


def test_that_a_line_has_its_six_fields(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES, origin="opdrachtregel")
    with store.change("Huishouden toevoegen", household=12):
        household.open_dossier(store, "Huis", opened=date(2024, 1, 1))
    store.note("afdrukken", "huishouden 12")
    *_, opened, changed, printed = store.log_entries()
    store.close()
    for entry, action, what in (
        (opened, "openen", "werkmap"),
        (changed, "wijzigen", "huishouden 12"),
        (printed, "afdrukken", "huishouden 12"),
    ):
        assert (entry.action, entry.object, entry.result) == (action, what, "gelukt")
        assert (entry.origin, entry.actor) == ("opdrachtregel", log.actor())
        assert datetime.fromisoformat(entry.at).tzinfo is not None


def test_that_every_step_has_its_own_action_in_the_log(store: Store) -> None:
    with store.change("Toevoegen", household=3, action="invoeren"):
        household.open_dossier(store, "Huis", opened=date(2024, 1, 1))
    store.undo()
    store.redo()
    said = [(entry.action, entry.object) for entry in store.log_entries()]
    assert said == [
        ("aanmaken", "werkmap"), ("sluiten", "werkmap"), ("openen", "werkmap"), ("invoeren", "huishouden 3"),
        ("ongedaan maken", "huishouden 3"), ("opnieuw doen", "huishouden 3"),
    ]  # fmt: skip


def test_that_nothing_that_was_typed_is_in_the_log(store: Store) -> None:
    with store.change("Toevoegen", household=1):
        home = household.open_dossier(store, MARKER, opened=date(2024, 1, 1), note=MARKER)
        goals.add(store, home, words=MARKER)
        person = people.add(store, home, name=MARKER)
    with store.change("Naam wijzigen", household=1):
        people.rename(store, person, MARKER + "2")
    store.drafts.keep("naam", MARKER)
    store.undo()
    rows = store.rows("SELECT * FROM access_log")
    assert len(rows) > 4
    assert MARKER not in repr(rows)


@pytest.mark.parametrize("column", ["at", "action", "object", "result", "origin", "actor", "hash"])
def test_that_an_edited_line_is_noticed(ten_lines: Store, column: str) -> None:
    (number,) = ten_lines.rows("SELECT id FROM access_log ORDER BY id LIMIT 1 OFFSET 4")[0]
    ten_lines.file.db.execute(f"UPDATE access_log SET {column} = {column} || 'x' WHERE id = ?", [number])
    assert ten_lines.log_broken_at() == 5


@pytest.mark.parametrize("removed", [1, 2, 5, 9])
def test_that_a_removed_line_is_noticed(ten_lines: Store, removed: int) -> None:
    ten_lines.file.db.execute(
        "DELETE FROM access_log WHERE id = (SELECT id FROM access_log ORDER BY id LIMIT 1 OFFSET ?)",
        [removed - 1],
    )
    assert ten_lines.log_broken_at() == removed


def test_that_an_inserted_line_is_noticed(ten_lines: Store) -> None:
    ten_lines.file.db.execute("UPDATE access_log SET id = id + 100 WHERE id > 6")
    row = ten_lines.rows("SELECT at, action, object, result, origin, actor, hash FROM access_log WHERE id = 6")[0]
    ten_lines.file.db.execute(
        "INSERT INTO access_log(id, at, action, object, result, origin, actor, hash) VALUES(50, ?,?,?,?,?,?,?)",
        list(row),
    )
    assert ten_lines.log_broken_at() == 7


def test_that_two_lines_put_in_another_order_are_noticed(ten_lines: Store) -> None:
    for old, new in ((4, 900), (5, 4), (900, 5)):
        ten_lines.file.db.execute("UPDATE access_log SET id = ? WHERE id = ?", [new, old])
    assert ten_lines.log_broken_at() == 4


def test_that_a_cut_tail_is_noticed_against_a_backup(ten_lines: Store) -> None:
    ten_lines.backup()
    ten_lines.file.db.execute("DELETE FROM access_log WHERE id > 7")
    assert (log_reading.verify(ten_lines).broken, log_reading.verify(ten_lines).how) == (8, "cut")
    ten_lines.note("inzien", "huishouden 1")  # growing again does not hide it
    assert log_reading.verify(ten_lines).broken == 9
    for _ in range(5):
        ten_lines.note("inzien", "huishouden 1")
    found = log_reading.verify(ten_lines)
    assert (found.broken, found.how) == (10, "copy"), "another hash at the length that the backup remembers"


def test_that_the_line_that_is_said_of_a_cut_log_stays_the_same_while_it_grows(ten_lines: Store) -> None:
    ten_lines.backup()
    for _ in range(5):
        ten_lines.note("inzien", "huishouden 1")
    ten_lines.backup()
    ten_lines.file.db.execute("DELETE FROM access_log WHERE id > 12")
    for _ in range(9):
        assert ten_lines.log_broken_at() == 11, "the first line that no copy vouches for"
        assert log_reading.verify(ten_lines).confirmed == 10
        ten_lines.note("inzien", "huishouden 2")
    assert len(ten_lines.log_entries()) > 15


def test_that_an_emptied_log_is_noticed_against_a_backup(ten_lines: Store) -> None:
    ten_lines.backup()
    ten_lines.file.db.execute("DELETE FROM access_log")
    assert ten_lines.log_broken_at() == 1


def grown(folder: Path, name: str) -> Store:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    with store.change("Toevoegen"):
        household.open_dossier(store, name, opened=date(2024, 1, 1))
    return store


def test_that_an_older_file_put_back_stays_noticed_however_often_it_is_used(workspace: Path) -> None:
    grown(workspace, "een").close()
    old = (workspace / DATABASE).read_bytes()
    grown(workspace, "twee").close()
    (workspace / DATABASE).write_bytes(old)
    for _ in range(4):
        store = grown(workspace, "later")  # each close makes a backup of the log that was cut
        assert store.log_broken == store.log_broken_at() == 5, "the copy of the first household is of 4 lines"
        assert ("controleren", "mislukt") in [(line.action, line.result) for line in store.log_entries()[-3:]]
        store.close()


def test_that_every_backup_is_a_witness_and_not_only_the_newest(ten_lines: Store) -> None:
    first = ten_lines.backup()
    ten_lines.file.db.execute("DELETE FROM access_log WHERE id > 8")
    while len(ten_lines.log_entries()) < 12:
        ten_lines.note("inzien", "huishouden 99")
    ten_lines.backup()
    assert log_reading.verify(ten_lines).broken == 10
    first.path.unlink()
    assert ten_lines.log_broken_at() is None, "it was the first one that told"


def test_that_two_witnesses_who_differ_break_the_log_where_they_differ(ten_lines: Store) -> None:
    last = ten_lines.log_entries()[9].hash
    assert log.first_broken(ten_lines.file.db, [(10, last), (4, ten_lines.log_entries()[3].hash)]) is None
    for known in ([(10, last), (10, "0" * 64)], [(10, "0" * 64), (10, last)]):
        assert log.judge(ten_lines.log_entries(), known).broken == 10
    assert log.judge(ten_lines.log_entries(), [(10, last), (25, "0" * 64), (3, "0" * 64)]).broken == 3
    assert log.first_broken(ten_lines.file.db, [(25, "0" * 64), (10, last)]) == 11


def test_that_a_whole_log_is_opened_without_a_word_about_it(workspace: Path) -> None:
    for name in ("een", "twee"):
        store = grown(workspace, name)
        assert store.log_broken is None
        assert "controleren" not in [line.action for line in store.log_entries()]
        store.backup()
        store.close()


def test_that_a_touched_line_is_known_from_the_opening_on(workspace: Path) -> None:
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    store.file.db.execute("UPDATE access_log SET object = 'huishouden 9' WHERE id = 2")
    store.close()
    again = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert again.log_broken == 2
    assert [(line.action, line.result) for line in again.log_entries()[-2:]] == [
        ("openen", "gelukt"), ("controleren", "mislukt"),
    ]  # fmt: skip
    again.close()


def test_that_failed_attempts_are_logged_at_the_next_unlock(workspace: Path) -> None:
    for _ in range(3):
        with pytest.raises(WrongPassphrase):
            Store.open(workspace, "iets heel anders", dossier.TABLES)
    moments = attempts.read(workspace)
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    lines = store.log_entries()[-4:]
    assert [line.result for line in lines] == ["mislukt"] * 3 + ["gelukt"]
    assert tuple(line.at for line in lines[:3]) == moments
    assert {line.action for line in lines} == {"openen"}
    store.close()
    assert not (workspace / attempts.FILE).exists()
    again = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert [line.result for line in again.log_entries()].count("mislukt") == 3
    again.close()


@pytest.mark.parametrize("damaged", [b"", b"{", b"[1, 2]", b'["gisteren"]', b"5", b"\xff", b"[" * 200_000, b'{"a": 1}'])
def test_that_a_damaged_count_of_attempts_stops_no_one(workspace: Path, damaged: bytes) -> None:
    (workspace / attempts.FILE).write_bytes(damaged)
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert "mislukt" not in [line.result for line in store.log_entries()]
    store.close()


def test_that_a_pipe_in_the_place_of_the_count_of_attempts_hangs_no_one(workspace: Path) -> None:
    os.mkfifo(workspace / attempts.FILE)
    os.mkfifo(workspace / (attempts.FILE + ".nieuw"))
    with pytest.raises(WrongPassphrase):
        Store.open(workspace, "iets heel anders", dossier.TABLES)
    assert len(attempts.read(workspace)) == 1
    Store.open(workspace, PASSPHRASE, dossier.TABLES).close()


def test_that_a_count_of_attempts_can_not_carry_text_into_the_log(workspace: Path) -> None:
    (workspace / attempts.FILE).write_text(json.dumps(["2024-01-01T10:00:00+00:00", MARKER]))
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert MARKER not in repr(store.rows("SELECT * FROM access_log"))
    store.close()


def test_that_line_and_change_are_one_transaction(store: Store) -> None:
    lines = store.log_entries()
    store.file.db.execute(
        "CREATE TEMP TRIGGER stop BEFORE INSERT ON main.access_log BEGIN SELECT RAISE(ABORT, 'nee'); END"
    )
    import sqlcipher3

    with pytest.raises(sqlcipher3.dbapi2.IntegrityError), store.change("Zonder regel"):
        household.open_dossier(store, "Huis", opened=date(2024, 1, 1))
    assert household.all_of(store) == ()
    store.file.db.execute("DROP TRIGGER temp.stop")
    with pytest.raises(ZeroDivisionError), store.change("Zonder wijziging"):  # noqa: PT012
        household.open_dossier(store, "Huis", opened=date(2024, 1, 1))
        raise ZeroDivisionError
    assert store.log_entries() == lines


def test_that_undo_never_takes_back_a_line(store: Store) -> None:
    with store.change("Toevoegen"):
        household.open_dossier(store, "Huis", opened=date(2024, 1, 1))
    lines = store.log_entries()
    store.undo()
    assert store.log_entries()[: len(lines)] == lines
    assert len(store.log_entries()) == len(lines) + 1
    assert store.log_broken_at() is None


def test_that_an_account_name_that_is_no_text_stops_no_one(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.setenv(name, "a\udcffb")
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    assert store.log_entries()[-1].actor == "a?b"
    assert store.log_broken_at() is None
    store.close()
