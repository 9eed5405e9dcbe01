"""One open workspace: the folder, its lock, its transactions, undo, log, drafts and backups."""

import contextlib
import stat
import sys
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doorbraak.model.errors import DiskFailed, FileDamaged, NotFound, UserError, WorkspaceMissing, WrongPassphrase
from doorbraak.model.workspace import (
    DATABASE,
    attempts,
    backup,
    cipher,
    copy_check,
    creation,
    drafts,
    keys,
    lock,
    log,
    place,
    rekey,
    schema,
    second_copy,
    unlocking,
)
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.core_dumps import no_core_dumps
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.tables import TABLES
from doorbraak.model.workspace.undo import Undo

if TYPE_CHECKING:
    from sqlite_utils import Database

SLOTS = creation.SLOTS
NOT_RENEWED = (
    "De sleutel is niet vernieuwd: de schijf is vol of gaf een fout. De dossiers zijn heel, en de vorige "
    "wachtzin geldt nog. Maak ruimte vrij en probeer het opnieuw."
)
GONE = "Dit onderdeel bestaat niet meer. De wijziging is niet bewaard. Kies het opnieuw."

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
        self, folder: Path, db: "Database", key: bytes, slots: tuple[keys.Slot, ...],
        tables: tuple[Table, ...], origin: log.Origin, held: lock.Lock,
    ) -> None:  # fmt: skip
        self.folder = folder
        self.origin: log.Origin = origin
        self.listeners: list[Callable[[Changes], None]] = []
        self.log_broken: int | None = None
        """The first line of the access log that was touched, as found at opening; None when it is whole."""
        self.second: Path | None = None
        """A folder elsewhere that each backup is copied to."""
        self.second_problem: UserError | None = None
        """Why the last copy to that folder failed; it never stands in the way."""
        self.opened_with: keys.SlotKind = "passphrase"
        self._db = db
        self._tables = tables
        self._place = place.Place(folder, cipher.identity(folder / DATABASE), held)
        self._key = key
        self._slots = slots
        self._undo = Undo(db, tables)
        self._blanked = _blanked(tables)
        self._names = frozenset(table.name for table in tables)
        self._inside = False
        self._closed = False
        self._unsaved_copy = False

    # -- opening and closing ------------------------------------------------------------------------

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, tables: tuple[Table, ...], *,
        title: str = "", example: bool = False, cost: keys.Cost | None = None, origin: log.Origin = "venster",
    ) -> tuple["Store", str]:  # fmt: skip
        """A new workspace and its recovery code, which is kept nowhere.

        Raises WeakPassphrase, WorkspaceExists, FileInUse, NoAccess, DiskFull, DiskFailed; then nothing is left
        behind but an empty lock file.
        """
        no_core_dumps()
        held = creation.claim(folder, passphrase, title)
        try:
            key, slots, code = creation.write_files(
                folder,
                passphrase,
                (*TABLES, *tables),
                title=_clean(title),
                example=example,
                cost=cost,
                origin=origin,
            )
            db = cipher.connect_to_write(folder / DATABASE, key)
            return cls(folder, db, key, slots, tables, origin, held), code
        except BaseException:
            held.release()
            raise

    @classmethod
    def open(cls, folder: Path, secret: str, tables: tuple[Table, ...], *, origin: log.Origin = "venster") -> "Store":
        """Open with the passphrase or the recovery code, after every opening check.

        Raises WorkspaceMissing, SlotsMissing, WrongPassphrase, FileInUse, FileNewer, FileDamaged, NoAccess,
        DiskFull, DiskFailed. A refused workspace is not changed (a failed attempt is counted beside it, and the
        empty lock file may be new).
        """
        no_core_dumps()
        path = folder / DATABASE
        with cipher.errors_for_people():
            try:
                missing = not stat.S_ISREG(path.stat().st_mode)
            except (FileNotFoundError, NotADirectoryError):
                missing = True
            if missing:
                raise WorkspaceMissing(
                    "In deze map staat geen werkmap van Doorbraak. Er is niets veranderd. "
                    "Kies een andere map, of maak een nieuwe werkmap."
                )
        held = lock.take(path.resolve().parent)
        try:
            return cls._open_locked(folder, secret, tables, origin, held)
        except BaseException:
            held.release()
            raise

    @classmethod
    def _open_locked(
        cls, folder: Path, secret: str, tables: tuple[Table, ...], origin: log.Origin, held: lock.Lock
    ) -> "Store":
        path = folder / DATABASE
        cipher.check_header(path)
        slots = keys.read(folder / SLOTS)
        try:
            found = unlocking.unlock(path, slots, secret)
        except WrongPassphrase:
            attempts.count(folder)
            raise
        db, key = found.db, found.key
        try:
            cipher.check_size(path)
            if cipher.faults(db):
                raise FileDamaged(cipher.DAMAGED)
            with cipher.errors_for_people():
                schema.check_version(db)
                if schema.version_of(db) < schema.VERSION:
                    backup.make(db, key, found.slots, folder, datetime.now(), _blanked(tables))
                    schema.migrate(db, (*TABLES, *tables))
                store = cls(folder, db, key, found.slots, tables, origin, held)
                store.opened_with = found.used.kind
                store.log_broken = store.log_broken_at()
                store._log_opening()
                store.drop_lost_drafts()
                unlocking.settle(folder / SLOTS, slots, found.slots)
        except BaseException:
            cipher.close(db)
            raise
        return store

    def _log_opening(self) -> None:
        with self._transaction():
            for at in attempts.read(self.folder):
                log.append(self._db, "openen", "werkmap", self.origin, result="mislukt", at=at)
            log.append(self._db, "openen", "werkmap", self.origin)
            if self.log_broken is not None:
                log.append(self._db, "controleren", "werkmap", self.origin, result="mislukt")
        with cipher.errors_for_people():
            attempts.forget(self.folder)

    def close(self, action: log.Action = "sluiten") -> UserError | None:
        """Back up when anything changed, log, close the file; a second time does nothing.

        Returns the first thing that failed, and never raises it: the file is closed all the same.
        """
        if self._inside:
            raise RuntimeError("a change is not finished")
        if self._closed:
            return None
        self._closed = True
        problem: UserError | None = None
        try:
            try:
                self.drop_lost_drafts()
                if self._unsaved_copy:
                    self.backup()
            except UserError as error:
                problem = error
            self.note(action, "werkmap")
        except UserError as error:
            problem = problem or error
        finally:
            cipher.close(self._db)
            self._place.held.release()  # last: until here nobody else may come near the file
            self.listeners.clear()
            self._key = b""
        return problem

    def backup(self) -> backup.Backup:
        """A verified copy now. Raises DiskFull, DiskFailed, NoAccess."""
        if self._inside:
            raise RuntimeError("a change is not finished")
        if self._key:
            self._place.check()
        now = datetime.now()
        made = backup.make(self._db, self._key, self._slots, self.folder, now, self._blanked)
        self._unsaved_copy = False
        self.second_problem = None if self.second is None else second_copy.problem_of(made, self.second)
        backup.thin(self.folder, now)
        return made

    # -- keys: what opens the file is changed in passphrase.py and rekey.py ---------------------------

    @property
    def key(self) -> bytes:
        return self._key

    @property
    def slots(self) -> tuple[keys.Slot, ...]:
        return self._slots

    @property
    def closed(self) -> bool:
        """Also when a re-key could not open the file again."""
        return self._closed

    def prove(self, secret: str, object_: str) -> None:
        """Raises WrongPassphrase when this does not open the workspace; the log says what it was asked for."""
        if not any(key == self._key for _, key in keys.unwrapped(self._slots, secret)):
            self.note("wijzigen", object_, "mislukt")
            keys.refuse(self._slots)

    def take_slots(self, slots: tuple[keys.Slot, ...], object_: str, settings: Mapping[str, str] | None = None) -> None:
        """Other slots of the same key, with the line in the log that says so: both, or neither when it raises."""
        place, before = self.folder / SLOTS, self._slots
        try:
            with self._transaction():
                log.append(self._db, "wijzigen", object_, self.origin)
                self._write_settings(settings or {})
                keys.write(place, slots)
        except BaseException:
            unlocking.settle(place, slots, before)
            raise
        self._slots = slots
        self._unsaved_copy = True

    def renew_key(self, renewal: rekey.Renewal, settings: Mapping[str, str]) -> None:
        """Another key for the whole file. Undo is forgotten: what it remembers is of the file of before.

        Raises UserError; then the file has the key of before, or `closed` tells that it could not be opened again.
        """
        with self._transaction():
            log.append(self._db, "wijzigen", "sleutel", self.origin)
            self._write_settings(settings)
        try:
            keys.write(self.folder / SLOTS, renewal.between)
            self._db, done = self._renewed(renewal)
        except UserError:
            if not self._closed:
                self._take_back(settings)
            raise
        self._undo = Undo(self._db, self._tables)
        if not done:
            self._take_back(settings)
            raise DiskFailed(NOT_RENEWED)
        self._key, self._slots = renewal.key, renewal.slots
        self._tell(Changes("Sleutel vernieuwen", frozenset()))

    def _renewed(self, renewal: rekey.Renewal) -> tuple["Database", bool]:
        try:
            return rekey.run(self._db, self.folder, self._key, self._slots, renewal)
        except BaseException:
            self._closed, self._key = True, b""
            self._place.held.release()
            raise

    def _take_back(self, settings: Mapping[str, str]) -> None:
        with contextlib.suppress(UserError):
            self.note("wijzigen", "sleutel", "mislukt")
            self.keep_settings(dict.fromkeys(settings, ""))

    def keep_settings(self, settings: Mapping[str, str]) -> None:
        """Of the workspace itself: no step to undo, no line in the log."""
        with self._transaction():
            self._write_settings(settings)
        self._unsaved_copy = True

    def _write_settings(self, settings: Mapping[str, str]) -> None:
        for name, value in settings.items():
            self._db.execute("DELETE FROM setting WHERE name = ?", [name])
            self._db.execute("INSERT INTO setting(name, value) VALUES(?, ?)", [name, value])

    # -- writing ------------------------------------------------------------------------------------

    @contextmanager
    def change(
        self, label: str, *, household: int | None = None, merge: str | None = None,
        source: object | None = None, action: log.Action = "wijzigen", undoable: bool = True,
    ) -> Iterator[None]:  # fmt: skip
        """One transaction, one undo step, one log line, one notice. `label` is a fixed text, never a name.

        `household` is the household's number. Commits with the same `merge` in a row are one undo step.
        A step that is not `undoable` forgets every step before it too: nothing brings back what it took away.
        A step that changes nothing leaves no trace. Any exception leaves the file as it was.
        """
        with self._transaction(watched=True):
            since, writes = self._undo.position(), self._db.conn.total_changes
            yield
            if self._db.conn.total_changes == writes:
                return
            tables = self._undo.tables_since(since)
            log.append(self._db, action, _object(household), self.origin)
        if not undoable:
            self._undo.forget_all()
        elif tables:
            self._undo.record(label, since, merge, household)
        self._tell(Changes(label, tables, source, household))

    @contextmanager
    def _transaction(self, *, watched: bool = False) -> Iterator[None]:
        """From BEGIN to COMMIT; any exception leaves the file as it was. `watched`: it can be undone."""
        if self._inside:
            raise RuntimeError("a change within a change: verbs never commit")
        if self._key:  # else it is closed, which the driver says
            self._place.check()
        self._inside = True
        try:
            with cipher.errors_for_people():
                if watched:
                    self._undo.watch()  # before it begins: a rollback would take the triggers away
                self._db.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self._db.execute("COMMIT")
                except BaseException:
                    if self._db.conn.in_transaction:  # a full disk may have rolled back by itself
                        self._db.execute("ROLLBACK")
                    raise
        finally:
            self._inside = False

    def _tell(self, changes: Changes) -> None:
        """Every listener, also when one fails: the change stands, so it must not look refused."""
        self._unsaved_copy = True
        for listener in tuple(self.listeners):
            try:
                listener(changes)
            except Exception:  # noqa: BLE001 - a bug of ours, for the one place that reports those
                sys.excepthook(*sys.exc_info())

    def insert(self, table: str, **values: Value) -> int:
        """A new row; returns its id. Raises NotFound when a row that it belongs to is gone."""
        self._refuse(values)
        names = ", ".join(values)
        marks = ", ".join("?" for _ in values)
        with cipher.gone_row_for_people(NotFound(GONE)):
            cursor = self._db.execute(f"INSERT INTO {table}({names}) VALUES({marks})", list(values.values()))
        return int(cursor.lastrowid or 0)

    def update(self, table: str, row: int, **values: Value) -> None:
        """Set columns of one row; a row that already has these values is not touched.

        Raises NotFound when the row is gone, so that what was typed for it is not lost in silence.
        """
        self._refuse(values)
        pairs = ", ".join(f"{name} = ?" for name in values)
        differs = " OR ".join(f"{name} IS NOT ?" for name in values)
        given = list(values.values())
        sql = f"UPDATE {table} SET {pairs} WHERE id = ? AND ({differs})"
        touched = self._db.execute(sql, [*given, row, *given]).rowcount
        if not touched and not self.rows(f"SELECT 1 FROM {table} WHERE id = ?", [row]):
            raise NotFound(GONE)

    def delete(self, table: str, row: int) -> None:
        """Take a row off; one that is gone already is no mistake."""
        self._refuse({})
        self._db.execute(f"DELETE FROM {table} WHERE id = ?", [row])

    def _refuse(self, values: Mapping[str, Value]) -> None:
        if not self._db.conn.in_transaction:
            raise RuntimeError("a verb outside a change: it would have no undo step and no log line")
        for value in values.values():
            if isinstance(value, str) and "\0" in value:
                raise ValueError("U+0000 in a text: the verb has to refuse it")

    # -- reading ------------------------------------------------------------------------------------

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """All rows of a question."""
        with cipher.errors_for_people():
            return list(self._db.execute(sql, parameters).fetchall())

    def one(self, sql: str, parameters: Sequence[Value] = ()) -> tuple[Any, ...]:
        """The first row of a question about a row that has to be there. Raises NotFound when it is gone."""
        found = self.rows(sql, parameters)
        if not found:
            raise NotFound(GONE)
        return found[0]

    def setting(self, name: str) -> str:
        found = self.rows("SELECT value FROM setting WHERE name = ?", [name])
        return str(found[0][0]) if found else ""

    @property
    def identity(self) -> str:
        """What tells this workspace from another, and its copies from theirs."""
        return self.setting("identity")

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
        action: log.Action = "opnieuw doen" if redo else "ongedaan maken"
        with self._transaction():
            inverse, tables = self._undo.run(step)
            log.append(self._db, action, _object(step.household), self.origin)
        (self._undo.redone if redo else self._undo.undone)(inverse)
        changes = Changes(step.label, tables, None, step.household)
        self._tell(changes)
        return changes

    # -- log, drafts, checks ------------------------------------------------------------------------

    def note(self, action: log.Action, object_: str, result: log.Result = "gelukt") -> None:
        """A line in the access log for what is no change: seen, printed, exported."""
        with self._transaction():
            log.append(self._db, action, object_, self.origin, result=result)

    def log_entries(self) -> tuple[log.Entry, ...]:
        with cipher.errors_for_people():
            return log.entries(self._db)

    def log_broken_at(self) -> int | None:
        """The first line that was changed, put in or cut, judged by the chain and by every backup.

        By every one, since a backup made after the log was cut would else become what it is judged by.
        """
        known = [made.log_state for made in backup.all_of(self.folder)]
        with cipher.errors_for_people():
            return log.first_broken(self._db, known)

    def faults(self) -> list[str]:
        return cipher.faults(self._db)

    def copy_faults(self, copy: Backup) -> tuple[str, ...]:
        """What is wrong with a copy under the key of now, as sentences. Raises DiskFull, DiskFailed, NoAccess."""
        return copy_check.faults_with(copy, self._key)

    def keep_draft(self, place: str, content: str) -> None:
        """What was typed but is not valid yet, so that it comes back as typed. For `place` see drafts.py."""
        with self._transaction():
            drafts.keep(self._db, place, _storable(content), log.now())
        self._unsaved_copy = True

    def drop_draft(self, place: str) -> None:
        self._drop([place] if self.rows("SELECT 1 FROM draft WHERE place = ?", [place]) else [])

    def drop_drafts(self, ending: str, before: str) -> None:
        """Those of places that end like this and were last written before this moment (ISO, UTC)."""
        with cipher.errors_for_people():
            found = drafts.older(self._db, ending, before)
        self._drop(found)

    def drop_lost_drafts(self) -> None:
        """Those of rows that are not there any more. At closing and at opening, when no undo brings them back."""
        with cipher.errors_for_people():
            found = drafts.lost(self._db, self._names)
        self._drop(found)

    def drafts(self) -> dict[str, str]:
        with cipher.errors_for_people():
            return drafts.all_of(self._db)

    def _drop(self, places: list[str]) -> None:
        if places:
            with self._transaction():
                drafts.drop(self._db, places)
            self._unsaved_copy = True


def _blanked(tables: tuple[Table, ...]) -> tuple[str, ...]:
    return tuple(statement for table in tables for statement in table.blanked)


def _object(household: int | None) -> str:
    return "werkmap" if household is None else f"huishouden {household}"


def _clean(text: str) -> str:
    return unicodedata.normalize("NFC", _storable(text)).strip()


def _storable(text: str) -> str:
    """Without what the file can't hold: U+0000 and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
