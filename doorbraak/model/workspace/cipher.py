"""The encrypted database: the only room that knows sqlcipher3 and sqlite_utils.

Everything else gets a `Database` from here and speaks SQL to it.
"""

import contextlib
import errno
import importlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

from doorbraak.model.errors import DiskFailed, DiskFull, FileDamaged, FileInUse, NoAccess, UserError
from doorbraak.model.workspace import journals

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

PLAIN_HEADER = b"SQLite format 3\x00"
PAGE = 4096

IN_USE = (
    "Deze werkmap is al geopend in een ander venster of programma. Er is niets veranderd. "
    "Sluit daar de werkmap en probeer het opnieuw."
)
DAMAGED = (
    "Het dossierbestand is beschadigd of niet compleet. Het bestand is niet veranderd. "
    "Zet een kopie terug uit de map backups."
)
KEYS_DIFFER = (
    "De sleutels en het dossierbestand passen niet bij elkaar, of het begin van het bestand is beschadigd. "
    "Er is niets veranderd. Zet een kopie met de sleutels ernaast terug uit de map backups."
)
NO_ROOM = (
    "De schijf is vol. De laatste wijziging is niet bewaard, alles daarvoor wel. "
    "Maak ruimte vrij en probeer het opnieuw."
)
DISK_ERROR = (
    "De schijf gaf een fout. De laatste wijziging is niet bewaard, alles daarvoor wel. "
    "Controleer de schijf en probeer het opnieuw."
)
NO_RIGHTS = (
    "Het programma mag hier niet lezen of schrijven. Er is niets veranderd. "
    "Vraag rechten op deze map, of kies een andere map."
)

_SIGNS: tuple[tuple[str, type[UserError], str], ...] = (
    ("locked", FileInUse, IN_USE),
    ("full", DiskFull, NO_ROOM),
    ("readonly", NoAccess, NO_RIGHTS),
    ("read-only", NoAccess, NO_RIGHTS),
    ("unable to open", NoAccess, NO_RIGHTS),
    ("not authorized", NoAccess, NO_RIGHTS),
    ("disk i/o", DiskFailed, DISK_ERROR),
    ("malformed", FileDamaged, DAMAGED),
    ("no such table", FileDamaged, DAMAGED),
    ("no such column", FileDamaged, DAMAGED),
    ("not a database", FileDamaged, KEYS_DIFFER),
    ("file is encrypted", FileDamaged, KEYS_DIFFER),
)
_NO_ROOM_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_held: "WeakValueDictionary[tuple[int, int], Database]" = WeakValueDictionary()
"""The files that this process has open, by device and inode, so by whichever name or hard link.

A POSIX lock ends when its process closes any handle to the file: to read the header of a file that is
open here would end SQLite's own lock on it.
"""


def _driver() -> Any:
    """sqlcipher3, also under the name by which sqlite_utils looks for its driver.

    Without that name sqlite_utils catches the exception classes of the standard library's sqlite3,
    which sqlcipher3 never raises.
    """
    package = importlib.import_module("sqlcipher3")
    dbapi = importlib.import_module("sqlcipher3.dbapi2")
    sys.modules.setdefault("pysqlite3", package)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi)
    return dbapi


def _library() -> Any:
    """sqlite_utils, imported without numpy: only to know the names of its types it would cost 0.1 s and 20 MB."""
    _driver()
    hidden = [name for name in ("numpy", "pandas") if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # an import of it now raises ImportError
    try:
        return importlib.import_module("sqlite_utils")
    finally:
        for name in hidden:
            del sys.modules[name]


def preload() -> None:
    """Import the driver and sqlite_utils (0.15 s) while nobody waits."""
    _library()


def migrations(name: str) -> "Migrations":
    """An empty list of migration steps, for `schema` to fill."""
    made: Migrations = _library().Migrations(name)
    return made


@contextmanager
def errors_for_people() -> Iterator[None]:
    """Turn what the driver or the system says about file and disk into a `UserError`."""
    dbapi = _driver()
    try:
        yield
    except (dbapi.IntegrityError, dbapi.ProgrammingError):
        raise  # a mistake of ours, whatever words are in it
    except dbapi.DatabaseError as error:
        said = str(error).lower()
        for sign, kind, sentence in _SIGNS:
            if sign in said:
                raise kind(sentence) from error
        raise
    except PermissionError as error:
        raise NoAccess(NO_RIGHTS) from error
    except OSError as error:
        if error.errno == errno.EROFS:
            raise NoAccess(NO_RIGHTS) from error
        raise (DiskFull(NO_ROOM) if error.errno in _NO_ROOM_ERRORS else DiskFailed(DISK_ERROR)) from error


@contextmanager
def gone_row_for_people(gone: UserError) -> Iterator[None]:
    """Raise `gone` for a reference to a row that is not there: it was undone while somebody typed beside it."""
    try:
        yield
    except _driver().IntegrityError as error:
        if "FOREIGN KEY" in str(error):
            raise gone from error
        raise


def connect(path: Path, key: bytes) -> "Database":
    """Open (or begin) the encrypted file with a raw 32-byte key and take its lock at once.

    The lock is exclusive from here to close: a second program is told so before it has read anything.
    Raises FileInUse, FileDamaged, NoAccess, DiskFull, DiskFailed.
    """
    dbapi, library = _driver(), _library()
    with errors_for_people():
        connection = dbapi.connect(str(path), isolation_level=None, timeout=0, cached_statements=256)
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            if not connection.execute("PRAGMA cipher_version").fetchone():
                raise RuntimeError("the driver has no encryption")
            for setting in (
                "cipher_log_level = NONE",
                "locking_mode = EXCLUSIVE",
                "journal_mode = DELETE",
                "synchronous = EXTRA",
                "temp_store = MEMORY",
                "foreign_keys = ON",
                "recursive_triggers = ON",
                "secure_delete = ON",
                "trusted_schema = OFF",
                "cache_size = -1000",  # KiB: many households; the driver's 8,000 stay taken after the first check
            ):
                connection.execute(f"PRAGMA {setting}").fetchall()
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")
        except BaseException:
            connection.close()
            raise
    db: Database = library.Database(connection, execute_plugins=False)
    _held[identity(path)] = db
    return db


def connect_to_write(path: Path, key: bytes) -> "Database":
    """As `connect`, and not for reading only: when opening it for writing fails once, SQLite does that by itself and
    says nothing, and every change would be refused until the file is closed. Raises the same.
    """
    db = connect(path, key)
    if not _writes(db):
        close(db)
        db = connect(path, key)
    return db


def _writes(db: "Database") -> bool:
    """Tries a change that is taken back."""
    with contextlib.suppress(_driver().DatabaseError):
        db.execute("BEGIN EXCLUSIVE")
        try:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            db.execute(f"PRAGMA user_version = {version}")
            return True
        finally:
            roll_back(db)
    return False


def roll_back(db: "Database") -> None:
    """Take back what is open, if anything is (on a full disk SQLite may have done so), and read the first page anew.

    SQLCipher gives a page that is put back to SQLite before it is decrypted. Once in some 6,000 times (9 of 60,000
    with SQLCipher 4.19) the encrypted first page looks like a page; from then on the list of tables reads wrong, as
    if a sound file were damaged, until the file is closed. A check of that list lets SQLite look at it again.
    """
    try:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
    finally:
        with contextlib.suppress(_driver().DatabaseError):  # whatever reads next says so
            db.execute("PRAGMA main.quick_check(sqlite_schema)").fetchall()


def rekey(db: "Database", key: bytes) -> None:
    """Write every page again under another key, in one transaction. Close it afterwards and open it again.

    Whether it was done shows only then: the driver says of any failure the same, and writes on with the new key.
    """
    with contextlib.suppress(_driver().DatabaseError):
        db.execute(f"PRAGMA rekey = \"x'{key.hex()}'\"").fetchall()


def tables(db: "Database") -> tuple[str, ...]:
    """The names of all in the file."""
    rows = db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return tuple(str(name) for (name,) in rows)


def rewrite(db: "Database") -> bool:
    """Every page again, in one transaction, so that nothing is left between what stands there. Whether it was done."""
    with contextlib.suppress(_driver().DatabaseError):
        db.execute("VACUUM")
        return True
    return False


def close(db: "Database") -> None:
    """Close the file and give up its lock."""
    for known in [known for known, held in _held.items() if held is db]:
        del _held[known]
    db.conn.close()


def identity(path: Path) -> tuple[int, int]:
    """Device and inode. Raises OSError."""
    found = path.stat()
    return found.st_dev, found.st_ino


def check_header(path: Path) -> None:
    """Refuse a file that is open here, is not encrypted or is too short, or has junk in the place of its journal.

    Raises FileInUse, FileDamaged, NoAccess.
    """
    with errors_for_people():
        if identity(path) in _held:
            raise FileInUse(IN_USE)
        journals.refuse_junk(path)
        with path.open("rb") as file:
            header = file.read(16)
            size = path.stat().st_size
    if header == PLAIN_HEADER:
        raise FileDamaged(
            "Het dossierbestand is niet versleuteld en dus niet door dit programma gemaakt. "
            "Het is niet geopend en niet veranderd. Kies een andere map of zet een kopie terug."
        )
    if size < PAGE:
        raise FileDamaged(DAMAGED)


def check_size(path: Path) -> None:
    """Refuse a file with half a page at its end. Raises FileDamaged, NoAccess.

    After `connect`: what a broken-off write left is mended by the journal when the file is opened.
    """
    with errors_for_people():
        if path.stat().st_size % PAGE:
            raise FileDamaged(DAMAGED)


def faults(db: "Database") -> list[str]:
    """What the two integrity checks and the reference check find; empty when the file is whole."""
    with errors_for_people():
        found = [str(row[0]) for row in db.execute("PRAGMA cipher_integrity_check").fetchall()]
        found += [str(row[0]) for row in db.execute("PRAGMA integrity_check").fetchall() if row[0] != "ok"]
        found += [f"reference: {row[0]}" for row in db.execute("PRAGMA foreign_key_check").fetchall()]
    return found


def copy_to(db: "Database", path: Path, key: bytes, blanked: Iterable[str] = ()) -> None:
    """A copy of the whole database under the same key, through SQLite's own backup call.

    `blanked`: statements that empty in the copy what is not meant to last.
    """
    with errors_for_people():
        target = connect(path, key)
        try:
            db.conn.backup(target.conn)
            for statement in blanked:
                target.execute(statement)
        finally:
            close(target)
