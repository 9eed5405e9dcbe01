"""One open workspace: the folder, its lock, its transactions, undo, log, drafts and backups."""

import json
import os
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doorbraak.model.errors import FileDamaged, UserError, WorkspaceExists, WorkspaceMissing, WrongPassphrase
from doorbraak.model.workspace import backup, cipher, keys, log, schema
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.undo import Undo

if TYPE_CHECKING:
    from sqlite_utils import Database

DATABASE = "dossiers.db"
SLOTS = "sleutels.json"
ATTEMPTS = "mislukte-pogingen.json"
_MOST_ATTEMPTS = 200

TABLES = (
    Table(
        "setting",
        (Column("name", "TEXT NOT NULL UNIQUE", "never"), Column("value", "TEXT NOT NULL", "never")),
        undoable=False,
    ),
    Table(
        "draft",
        (
            Column("place", "TEXT NOT NULL UNIQUE", "never"),
            Column("content", "TEXT NOT NULL", "never"),
            Column("at", "TEXT NOT NULL", "never"),
        ),
        undoable=False,
    ),
    log.TABLE,
)

Value = str | int | None


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step changed. `source` is whoever made it, so that an editor need not read itself again."""

    label: str
    tables: frozenset[str]
    source: object | None = None
    household: int | None = None


class Store:
    """An open workspace. Make one with `create` or `open`; end it with `close`.

    Verbs write through `insert`, `update` and `delete` inside `change`; questions read through `rows`.
    """

    def __init__(
        self, folder: Path, db: "Database", key: bytes, slots: tuple[keys.Slot, ...], tables: tuple[Table, ...],
        origin: log.Origin,
    ) -> None:  # fmt: skip
        self.folder = folder
        self.origin: log.Origin = origin
        self.listeners: list[Callable[[Changes], None]] = []
        self._db = db
        self._key = key
        self._slots = slots
        self._undo = Undo(db, tables)
        self._inside = False
        self._unsaved_copy = False

    # -- opening and closing ------------------------------------------------------------------------

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, tables: tuple[Table, ...], *,
        title: str = "", example: bool = False, cost: keys.Cost | None = None, origin: log.Origin = "venster",
    ) -> tuple["Store", str]:  # fmt: skip
        """A new workspace and its recovery code, which is kept nowhere.

        Raises WeakPassphrase, WorkspaceExists, NoAccess, DiskFull, DiskFailed; then nothing is left behind.
        """
        keys.check_strength(passphrase)
        if (folder / DATABASE).exists():
            raise WorkspaceExists(
                "In deze map staat al een werkmap. Er is niets veranderd. Open die werkmap, of kies een lege map."
            )
        key, code = keys.new_database_key(), keys.new_recovery_code()
        cost = cost or keys.Cost()
        slots = (keys.wrap("passphrase", passphrase, key, cost), keys.wrap("recovery", code, key, cost))
        fresh = folder / (DATABASE + ".nieuw")
        with cipher.errors_for_people():
            if not folder.exists() or not any(folder.iterdir()):
                folder.mkdir(parents=True, exist_ok=True)
                folder.chmod(0o700)
            fresh.unlink(missing_ok=True)
            os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            db = cipher.connect(fresh, key)
            with cipher.errors_for_people():
                schema.migrate(db, (*TABLES, *tables))
                db.execute("INSERT INTO setting(name, value) VALUES('title', ?)", [_clean(title)])
                db.execute("INSERT INTO setting(name, value) VALUES('example', ?)", ["1" if example else ""])
                log.append(db, "aanmaken", "werkmap", origin)
            db.conn.close()
            keys.write(folder / SLOTS, slots)
            with cipher.errors_for_people():
                fresh.replace(folder / DATABASE)
        except BaseException:
            fresh.unlink(missing_ok=True)
            raise
        return cls(folder, cipher.connect(folder / DATABASE, key), key, slots, tables, origin), code

    @classmethod
    def open(
        cls, folder: Path, secret: str, tables: tuple[Table, ...], *, origin: log.Origin = "venster"
    ) -> "Store":
        """Open with the passphrase or the recovery code, after every opening check.

        Raises WorkspaceMissing, SlotsMissing, WrongPassphrase, FileInUse, FileNewer, FileDamaged, NoAccess,
        DiskFull, DiskFailed. A refused workspace is not changed (a failed attempt is counted beside it).
        """
        path = folder / DATABASE
        with cipher.errors_for_people():
            if not path.is_file():
                raise WorkspaceMissing(
                    "In deze map staat geen werkmap van Doorbraak. Er is niets veranderd. "
                    "Kies een andere map, of maak een nieuwe werkmap."
                )
        cipher.check_header(path)
        slots = keys.read(folder / SLOTS)
        try:
            key = keys.unwrap(slots, secret)
        except WrongPassphrase:
            _count_attempt(folder)
            raise
        db = cipher.connect(path, key)
        try:
            if cipher.faults(db):
                raise FileDamaged(cipher.DAMAGED)
            with cipher.errors_for_people():
                schema.check_version(db)
                if schema.version_of(db) < schema.VERSION:
                    backup.make(db, key, slots, folder, datetime.now())
                    schema.migrate(db, (*TABLES, *tables))
                store = cls(folder, db, key, slots, tables, origin)
                store._log_opening()
        except BaseException:
            db.conn.close()
            raise
        return store

    def _log_opening(self) -> None:
        attempts = _attempts(self.folder)
        self._db.execute("BEGIN IMMEDIATE")
        try:
            for at in attempts:
                log.append(self._db, "openen", "werkmap", self.origin, result="mislukt", at=at)
            log.append(self._db, "openen", "werkmap", self.origin)
            self._db.execute("COMMIT")
        except BaseException:
            self._rollback()
            raise
        (self.folder / ATTEMPTS).unlink(missing_ok=True)

    def close(self, action: log.Action = "sluiten") -> UserError | None:
        """Log, back up when anything changed, close the file. Returns what the backup failed on: never raises it."""
        problem: UserError | None = None
        try:
            if self._unsaved_copy:
                self.backup()
            self.note(action, "werkmap")
        except UserError as error:
            problem = error
        self._db.conn.close()
        self.listeners.clear()
        self._key = b""
        return problem

    def backup(self) -> backup.Backup:
        """A verified copy now. Raises DiskFull, DiskFailed, NoAccess."""
        now = datetime.now()
        made = backup.make(self._db, self._key, self._slots, self.folder, now)
        backup.thin(self.folder, now)
        self._unsaved_copy = False
        return made

    # -- writing ------------------------------------------------------------------------------------

    @contextmanager
    def change(
        self, label: str, *, household: int | None = None, merge: str | None = None, source: object | None = None,
        action: log.Action = "wijzigen",
    ) -> Iterator[None]:  # fmt: skip
        """One transaction, one undo step, one log line, one notice. `label` is a fixed text, never a name.

        `household` is the household's number. Commits with the same `merge` in a row are one undo step.
        A step that changes nothing leaves no trace. Any exception leaves the file as it was.
        """
        if self._inside:
            raise RuntimeError("a change within a change: verbs never commit")
        self._inside = True
        try:
            with cipher.errors_for_people():
                since = self._undo.position()
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    tables = self._undo.tables_since(since)
                    if not tables:
                        self._rollback()
                        return
                    log.append(self._db, action, _object(household), self.origin)
                    self._db.execute("COMMIT")
                except BaseException:
                    self._rollback()
                    raise
                self._undo.record(label, since, merge, household)
        finally:
            self._inside = False
        self._tell(Changes(label, tables, source, household))

    def _rollback(self) -> None:
        if self._db.conn.in_transaction:  # a full disk may have rolled back by itself
            self._db.execute("ROLLBACK")

    def _tell(self, changes: Changes) -> None:
        self._unsaved_copy = True
        for listener in tuple(self.listeners):
            listener(changes)

    def insert(self, table: str, **values: Value) -> int:
        """A new row; returns its id."""
        _refuse_nul(values)
        names = ", ".join(values)
        marks = ", ".join("?" for _ in values)
        cursor = self._db.execute(f"INSERT INTO {table}({names}) VALUES({marks})", list(values.values()))
        return int(cursor.lastrowid or 0)

    def update(self, table: str, row: int, **values: Value) -> None:
        """Set columns of one row; a row that already has these values is not touched."""
        _refuse_nul(values)
        pairs = ", ".join(f"{name} = ?" for name in values)
        differs = " OR ".join(f"{name} IS NOT ?" for name in values)
        given = list(values.values())
        self._db.execute(f"UPDATE {table} SET {pairs} WHERE id = ? AND ({differs})", [*given, row, *given])

    def delete(self, table: str, row: int) -> None:
        self._db.execute(f"DELETE FROM {table} WHERE id = ?", [row])

    # -- reading ------------------------------------------------------------------------------------

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """All rows of a question."""
        with cipher.errors_for_people():
            return list(self._db.execute(sql, parameters).fetchall())

    def setting(self, name: str) -> str:
        found = self.rows("SELECT value FROM setting WHERE name = ?", [name])
        return str(found[0][0]) if found else ""

    def set_setting(self, name: str, value: str) -> None:
        """Kept with the workspace, outside undo."""
        self._write(
            "INSERT INTO setting(name, value) VALUES(?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value",
            [name, _clean(value)],
        )

    @property
    def title(self) -> str:
        return self.setting("title")

    @property
    def example(self) -> bool:
        return self.setting("example") == "1"

    # -- undo ---------------------------------------------------------------------------------------

    @property
    def undo_label(self) -> str | None:
        step = self._undo.undo_step
        return step.label if step else None

    @property
    def redo_label(self) -> str | None:
        step = self._undo.redo_step
        return step.label if step else None

    def undo(self) -> Changes | None:
        """Take back the last step; None when there is none."""
        return self._run_back(redo=False)

    def redo(self) -> Changes | None:
        """Do again what was taken back last; None when there is none."""
        return self._run_back(redo=True)

    def _run_back(self, *, redo: bool) -> Changes | None:
        step = self._undo.redo_step if redo else self._undo.undo_step
        if step is None:
            return None
        with cipher.errors_for_people():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                inverse, tables = self._undo.run(step)
                action: log.Action = "opnieuw doen" if redo else "ongedaan maken"
                log.append(self._db, action, _object(step.household), self.origin)
                self._db.execute("COMMIT")
            except BaseException:
                self._rollback()
                raise
        (self._undo.redone if redo else self._undo.undone)(inverse)
        changes = Changes(step.label, tables, None, step.household)
        self._tell(changes)
        return changes

    # -- log, drafts, checks ------------------------------------------------------------------------

    def note(self, action: log.Action, object_: str) -> None:
        """A line in the access log for what is no change: seen, printed, exported."""
        self._transaction(lambda: log.append(self._db, action, object_, self.origin))

    def log_entries(self) -> tuple[log.Entry, ...]:
        return log.entries(self._db)

    def log_broken_at(self) -> int | None:
        """The first line that was changed, put in or cut, judged by the chain and the newest backup."""
        backups = backup.all_of(self.folder)
        return log.first_broken(self._db, backups[0].log_state if backups else None)

    def faults(self) -> list[str]:
        return cipher.faults(self._db)

    def keep_draft(self, place: str, content: str) -> None:
        """What was typed but is not valid yet, so that it comes back as typed."""
        self._write(
            "INSERT INTO draft(place, content, at) VALUES(?, ?, ?) "
            "ON CONFLICT(place) DO UPDATE SET content = excluded.content, at = excluded.at",
            [place, content.replace("\0", ""), log.now()],
        )

    def drop_draft(self, place: str) -> None:
        if self.rows("SELECT 1 FROM draft WHERE place = ?", [place]):
            self._write("DELETE FROM draft WHERE place = ?", [place])

    def drafts(self) -> dict[str, str]:
        return {str(place): str(content) for place, content in self.rows("SELECT place, content FROM draft")}

    def _write(self, sql: str, parameters: list[Value]) -> None:
        self._transaction(lambda: self._db.execute(sql, parameters))
        self._unsaved_copy = True

    def _transaction(self, work: Callable[[], object]) -> None:
        with cipher.errors_for_people():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                work()
                self._db.execute("COMMIT")
            except BaseException:
                self._rollback()
                raise


def _object(household: int | None) -> str:
    return "werkmap" if household is None else f"huishouden {household}"


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", text).replace("\0", "").strip()


def _refuse_nul(values: Mapping[str, Value]) -> None:
    for value in values.values():
        if isinstance(value, str) and "\0" in value:
            raise ValueError("U+0000 in a text: the verb has to refuse it")


def _attempts(folder: Path) -> list[str]:
    try:
        kept = json.loads((folder / ATTEMPTS).read_text("utf-8"))
        return [str(datetime.fromisoformat(at).isoformat()) for at in kept][:_MOST_ATTEMPTS]
    except (OSError, ValueError, TypeError):
        return []


def _count_attempt(folder: Path) -> None:
    """Beside the key slots, until the next unlock logs it. A read-only folder stops no one from trying again."""
    attempts = [*_attempts(folder), log.now()][-_MOST_ATTEMPTS:]
    try:
        keys.write_whole(folder / ATTEMPTS, json.dumps(attempts).encode())
    except OSError:
        return
