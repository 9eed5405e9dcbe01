"""The encrypted file itself: what it is, and every way in which it can be refused."""

import errno
import random
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import DiskFailed, DiskFull, FileDamaged, FileInUse, NoAccess, UserError
from doorbraak.model.workspace import DATABASE, cipher
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.workspace import outside


@pytest.fixture
def filled(workspace: Path) -> Path:
    """The closed workspace with enough households for some thirty pages."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Vullen"):
        for number in range(12):
            household.open_dossier(store, f"Huis {number}", opened=date(2024, 1, 1), note="tekst " * 500)
    assert store.close() is None
    return workspace


def test_that_the_header_is_not_sqlites_and_the_cipher_is_there(workspace: Path, tmp_path: Path) -> None:
    assert (workspace / DATABASE).read_bytes()[:16] != cipher.PLAIN_HEADER
    db = cipher.connect(tmp_path / "los.db", bytes(32))
    version = db.execute("PRAGMA cipher_version").fetchone()
    cipher.close(db)
    assert version[0].startswith("4.")


def test_that_sqlite_utils_catches_the_drivers_own_exceptions(store: Store) -> None:
    import sqlcipher3
    from sqlite_utils import utils

    assert sys.modules["pysqlite3"] is sqlcipher3
    assert utils.sqlite3 is sqlcipher3
    assert utils.OperationalError is sqlcipher3.dbapi2.OperationalError
    with pytest.raises(sqlcipher3.dbapi2.OperationalError):
        store.file.db.execute("SELECT 1 FROM not_there")
    table = store.file.db.table("proef")
    table.insert({"id": 1, "a": "x"}, pk="id")
    table.insert({"id": 1, "a": "y"}, pk="id", ignore=True)  # needs the right IntegrityError
    assert [row["a"] for row in table.rows] == ["x"]
    table.drop()


def test_that_the_driver_says_nothing_on_the_screen(filled: Path, capfd: pytest.CaptureFixture[str]) -> None:
    raw = bytearray((filled / DATABASE).read_bytes())
    raw[5 * cipher.PAGE + 100] ^= 1
    (filled / DATABASE).write_bytes(raw)
    outside.refused(FileDamaged, lambda: Store.open(filled, PASSPHRASE, dossier.TABLES))
    with pytest.raises(FileDamaged):
        cipher.connect(filled / DATABASE, bytes(32))
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("first_reads_only", [True, False])
def test_that_a_second_process_is_told_at_once(workspace: Path, first_reads_only: bool) -> None:
    before = outside.content(workspace)
    key = _key(workspace)
    db = cipher.connect(workspace / DATABASE, key)
    try:
        if not first_reads_only:
            db.execute("INSERT INTO setting(name, value) VALUES('proef', '1')")
        assert db.execute("SELECT count(*) FROM setting").fetchone()[0] > 0
        assert outside.run(outside.OPEN_AND_SAY, workspace) == "FileInUse"
    finally:
        cipher.close(db)
    if first_reads_only:
        assert outside.content(workspace) == before
    assert outside.run(outside.OPEN_AND_SAY, workspace) == "open"


def test_that_a_second_start_in_this_process_does_not_let_another_one_in(store: Store) -> None:
    # On POSIX closing any handle to a file ends this process's lock on it: the header may not be read.
    outside.refused(FileInUse, lambda: Store.open(store.folder, PASSPHRASE, dossier.TABLES))
    assert outside.run(outside.OPEN_AND_SAY, store.folder) == "FileInUse"
    with store.change("Nog steeds"):
        household.open_dossier(store, "Bewaard", opened=date(2024, 1, 1))
    assert len(household.all_of(store)) == 1


def test_that_a_link_to_an_open_file_is_seen_as_that_file(store: Store, tmp_path: Path) -> None:
    other = tmp_path / "ander pad"
    other.symlink_to(store.folder)
    outside.refused(FileInUse, lambda: Store.open(other, PASSPHRASE, dossier.TABLES))
    assert outside.run(outside.OPEN_AND_SAY, store.folder) == "FileInUse"


def test_that_a_closed_file_opens_again_in_the_same_process(workspace: Path) -> None:
    for _ in range(3):
        outside.opens_whole(workspace)


def test_that_a_cut_file_is_refused_untouched(filled: Path) -> None:
    whole = (filled / DATABASE).read_bytes()
    assert len(whole) > 20 * cipher.PAGE
    chance = random.Random(20240501)
    at_pages = range(0, len(whole), 3 * cipher.PAGE)
    anywhere = [chance.randrange(len(whole)) for _ in range(30)]
    for length in (*at_pages, *anywhere, 1, 15, 16, cipher.PAGE - 1, len(whole) - 1, len(whole) - cipher.PAGE):
        (filled / DATABASE).write_bytes(whole[:length])
        sentence = outside.refused_untouched(FileDamaged, filled)
        assert "backups" in sentence
    (filled / DATABASE).write_bytes(whole)
    outside.opens_whole(filled)


def test_that_flipped_bits_are_noticed_wherever_they_are(filled: Path) -> None:
    whole = (filled / DATABASE).read_bytes()
    chance = random.Random(20240502)
    places = [chance.randrange(len(whole)) for _ in range(60)]
    for place in (0, 15, 16, 23, cipher.PAGE - 1, cipher.PAGE, len(whole) - 1, *places):
        damaged = bytearray(whole)
        damaged[place] ^= 1 << chance.randrange(8)
        (filled / DATABASE).write_bytes(damaged)
        outside.refused_untouched(FileDamaged, filled)
    (filled / DATABASE).write_bytes(whole)
    outside.opens_whole(filled)


def test_that_pages_put_elsewhere_or_added_are_noticed(filled: Path) -> None:
    whole = (filled / DATABASE).read_bytes()
    page = cipher.PAGE
    swapped = whole[:page] + whole[2 * page : 3 * page] + whole[page : 2 * page] + whole[3 * page :]
    for damaged in (swapped, whole + bytes(page), whole + b"x", whole + whole[-page:]):
        (filled / DATABASE).write_bytes(damaged)
        outside.refused_untouched(FileDamaged, filled)


def test_that_an_empty_file_is_refused(workspace: Path) -> None:
    (workspace / DATABASE).write_bytes(b"")
    outside.refused_untouched(FileDamaged, workspace)


def test_that_a_file_that_is_not_encrypted_is_refused_by_that_name(workspace: Path) -> None:
    import sqlite3

    (workspace / DATABASE).unlink()
    plain = sqlite3.connect(workspace / DATABASE)
    plain.execute("CREATE TABLE setting (name, value)")
    plain.commit()
    plain.close()
    assert "niet versleuteld" in outside.refused_untouched(FileDamaged, workspace)


def test_that_the_slots_of_another_workspace_are_told_from_a_wrong_passphrase(workspace: Path, tmp_path: Path) -> None:
    own = (workspace / SLOTS).read_bytes()
    other = tmp_path / "andere"
    Store.create(other, PASSPHRASE, dossier.TABLES, cost=CHEAP)[0].close()
    (workspace / SLOTS).write_bytes((other / SLOTS).read_bytes())
    assert "sleutels" in outside.refused_untouched(FileDamaged, workspace)
    (workspace / SLOTS).write_bytes(own)
    outside.opens_whole(workspace)


def test_that_a_file_with_other_tables_is_refused(workspace: Path) -> None:
    (workspace / DATABASE).unlink()
    db = cipher.connect(workspace / DATABASE, _key(workspace))
    db.execute("CREATE TABLE iets (id INTEGER PRIMARY KEY)")
    cipher.close(db)
    assert "geen dossiers" in outside.refused_untouched(FileDamaged, workspace)


def test_that_a_reference_to_nothing_counts_as_damage(filled: Path) -> None:
    db = cipher.connect(filled / DATABASE, _key(filled))
    db.execute("PRAGMA foreign_keys = OFF").fetchall()
    db.execute("INSERT INTO goal(household, words, first, origin, noted_on) VALUES(999, 'los', 0, '', '2026-01-01')")
    cipher.close(db)
    outside.refused_untouched(FileDamaged, filled)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "no space left"), DiskFull),
        (OSError(errno.EDQUOT, "quota exceeded"), DiskFull),
        (OSError(errno.EIO, "input/output error"), DiskFailed),
        (OSError(errno.EROFS, "read-only file system"), NoAccess),
        (PermissionError(errno.EACCES, "denied"), NoAccess),
    ],
)
def test_that_what_the_system_says_becomes_a_sentence(error: OSError, kind: type[UserError]) -> None:
    def act() -> None:
        with cipher.errors_for_people():
            raise error

    outside.refused(kind, act)


def test_that_a_mistake_of_ours_does_not_pass_for_a_trouble_of_the_disk(store: Store) -> None:
    import sqlcipher3

    store.file.db.execute("CREATE TEMP TABLE proef (id INTEGER CHECK (id > 5 OR 'locked full malformed' = ''))")
    with pytest.raises(sqlcipher3.dbapi2.IntegrityError), store.change("Fout"):
        store.file.db.execute("INSERT INTO temp.proef VALUES(1)")


def _key(folder: Path) -> bytes:
    from doorbraak.model.workspace import keys

    return keys.unwrap(keys.read(folder / SLOTS), PASSPHRASE)


def test_that_a_file_that_came_open_for_reading_only_is_opened_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite falls back to that by itself when an open for writing fails."""
    path, key, opened = tmp_path / "dossiers.db", bytes(range(32)), []
    cipher.close(cipher.connect(path, key))
    real = cipher.connect

    def reading_only_at_first(where: Path, key: bytes) -> Any:
        db = real(where, key)
        opened.append(db)
        if len(opened) == 1:
            db.execute("PRAGMA query_only = ON")
        return db

    monkeypatch.setattr(cipher, "connect", reading_only_at_first)
    db = cipher.connect_to_write(path, key)
    db.execute("CREATE TABLE t (a)")
    assert len(opened) == 2
    cipher.close(db)


def test_that_the_list_of_tables_reads_as_before_after_a_change_was_taken_back(tmp_path: Path) -> None:
    """SQLCipher shows SQLite the first page before it is decrypted: here, as is rare, one that looks like a page."""
    path, tables = tmp_path / DATABASE, {f"t{number}" for number in range(120)}
    db = cipher.connect(path, bytes(range(32)))
    db.execute("PRAGMA synchronous = OFF")
    for name in tables:
        db.execute(f"CREATE TABLE {name}(words)")
    assert any(_kept_looks_like_a_page(db, path) for _ in range(200_000))
    cipher.roll_back(db)
    assert set(cipher.tables(db)) == tables
    cipher.close(db)


def _kept_looks_like_a_page(db: Any, path: Path) -> bool:
    """Whether the first page, as the journal now keeps it, is by chance of a kind that there is, with a number of cells
    that fits. The change is still open when it is.
    """
    assert cipher.tables(db)
    db.execute("BEGIN IMMEDIATE")
    db.execute("PRAGMA user_version = 1")
    with path.with_name(f"{path.name}-journal").open("rb") as file:
        file.seek(512 + 4 + 100)  # its header, the number of the page, the header of the file
        head = file.read(5)
    if head[0] in (2, 5, 10, 13) and int.from_bytes(head[3:]) < 600:
        return True
    cipher.roll_back(db)
    return False
