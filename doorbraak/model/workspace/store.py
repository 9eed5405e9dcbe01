"""One open workspace: changes in whole steps, each one line in the log, one undo and one notice."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from doorbraak.model.errors import FileDamaged, NotFound, UserError
from doorbraak.model.workspace import (
    backup,
    cipher,
    copy_check,
    copy_places,
    erased_copies,
    erasing,
    keys,
    log,
    opening,
    rekey,
    schema,
    second_copy,
    watched_file,
)
from doorbraak.model.workspace import kind as kinds
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.drafts import Drafts
from doorbraak.model.workspace.kind import Kind
from doorbraak.model.workspace.open_file import Value as Value
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.undo import Undo

GONE = "Dit onderdeel bestaat niet meer. De wijziging is niet bewaard. Kies het opnieuw."


@dataclass(frozen=True, slots=True)
class Changes:
    """What one step changed. `source` is whoever made it, so that an editor need not read itself again."""

    label: str
    tables: frozenset[str]
    source: object | None = None
    household: int | None = None


class Store:
    """An open workspace. Make one with `create` or `open`; end it with `close`.

    Verbs write through `insert`, `update` and `delete` inside `change`; questions read through `rows`. What was
    typed and is no record yet is in `drafts`, what opens the workspace in `keys`; both write through `file`.
    """

    def __init__(self, opened: opening.Opened) -> None:
        self.file = opened.file
        self.keys = opened.keys
        self.drafts = Drafts(opened.file, opened.tables)
        self.folder = opened.file.folder
        self.listeners: list[Callable[[Changes], None]] = []
        self.log_broken = opened.log_broken
        """The first line of the access log that was touched, as found at opening; None when it is whole."""
        self.mended = opened.mended
        """What the opening put right by itself, as sentences."""
        self.second: Path | None = None
        """A folder elsewhere that each backup is copied to."""
        self.second_problem: UserError | None = None
        """Why the last copy to that folder failed; it never stands in the way."""
        self._saving: FileDamaged | None = None
        self._undo = Undo(opened.file.db, opened.tables)
        self._blanked = schema.blanked(opened.tables)

    # -- opening and closing ------------------------------------------------------------------------

    @classmethod
    def create(
        cls, folder: Path, passphrase: str, tables: tuple[Table, ...], *,
        title: str = "", example: bool = False, cost: keys.Cost | None = None, origin: log.Origin = "venster",
        kind: Kind = "households",
    ) -> tuple["Store", str]:  # fmt: skip
        """A new workspace and its recovery code, which is kept nowhere. Raises as `opening.create`."""
        made, code = opening.create(
            folder, passphrase, tables, title=title, example=example, cost=cost, origin=origin, kind=kind
        )
        return cls(made), code

    @classmethod
    def open(
        cls, folder: Path, secret: str, tables: tuple[Table, ...], *,
        origin: log.Origin = "venster", kind: Kind | None = "households",
    ) -> "Store":  # fmt: skip
        """With the passphrase or the recovery code, after every opening check. `kind` None: any will do. Raises as
        `opening.open_`.
        """
        wanted = get_args(Kind) if kind is None else (kind,)
        return cls(opening.open_(folder, secret, dict.fromkeys(wanted, tables), origin))

    @classmethod
    def open_of(cls, folder: Path, secret: str, tables: opening.OfKind, *, origin: log.Origin = "venster") -> "Store":
        """The same of any of these kinds: to try one after the other would derive the key twice."""
        return cls(opening.open_(folder, secret, tables, origin))

    @property
    def closed(self) -> bool:
        """Also when a re-key could not open the file again."""
        return self.file.ended

    def close(self, action: log.Action = "sluiten") -> UserError | None:
        """Back up when anything changed, log, close the file; a second time does nothing.

        Returns the first thing that failed, and never raises it: the file is closed all the same.
        """
        self.file.refuse_within_change()
        if self.closed:
            return None
        problem: UserError | None = None
        try:
            strange = self.file.overwritten()
            try:
                if not strange:
                    self.drafts.drop_lost()
                if self.file.copy_due or strange:
                    self.backup()
            except UserError as error:
                problem = error
            if not strange:
                self.note(action, "werkmap")
        except UserError as error:
            problem = problem or error
        finally:
            self.file.end()
            self.listeners.clear()
            self.keys.forget()
        return problem

    def backup(self) -> Backup:
        """A verified copy now. Raises DiskFull, DiskFailed, NoAccess; FileDamaged when another program wrote over the
        file, after a copy of what is still known of it, if that is whole.
        """
        self.file.refuse_within_change()
        self.file.check_place()
        if self.file.overwritten():
            raise self._saved()
        if self.second is not None:
            copy_places.note(self.file, self.second)
        now = datetime.now()
        made = self._copied(now)
        backup.thin(self.folder, now, made.workspace)
        erased_copies.settle(self.file, self.keys.key)
        return made

    def _copied(self, now: datetime) -> Backup:
        made = backup.make(self.file.db, self.keys.key, self.keys.slots, self.folder, now, self._blanked)
        self.file.copy_due = False
        self.second_problem = None if self.second is None else second_copy.problem_of(made, self.second)
        return made

    def _saved(self) -> FileDamaged:
        """Once for each change: it is tried again every few minutes. No copy is thinned: they may be all there is."""
        if self._saving is None or self.file.copy_due:
            try:
                self._copied(datetime.now())
                self._saving = FileDamaged(watched_file.SAVED)
            except UserError:
                self._saving = FileDamaged(watched_file.NOT_SAVED)
        return self._saving

    def renew_key(self, renewal: rekey.Renewal, settings: Mapping[str, str]) -> None:
        """Another key for the whole file. Undo is forgotten: what it remembers is of the file of before.

        Raises UserError; then the file has the key of before, or `closed` tells that it could not be opened again.
        """
        try:
            self.keys.renew(renewal, settings)
        finally:
            if not self.closed:
                self._undo.follow(self.file.db)
        self._tell(Changes("Sleutel vernieuwen", frozenset()))

    def rewrite(self) -> None:
        """The whole file anew, without what was deleted from it; undo is forgotten. Raises UserError."""
        self.file.refuse_within_change()
        self.file.check_place()
        try:
            done = self.file.exchange(lambda db: erasing.rewritten(db, self.folder, self.keys.key))
        finally:
            if not self.closed:
                self._undo.follow(self.file.db)
        if not done:
            raise erasing.refused()

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
        with self.file.transaction(before=self._undo.watch):
            since, writes = self._undo.position(), self.file.db.conn.total_changes
            yield
            if self.file.db.conn.total_changes == writes:
                return
            tables = self._undo.tables_since(since)
            self.file.log(action, _object(household))
        if not undoable:
            self._undo.forget_all()
        elif tables:
            self._undo.record(label, since, merge, household)
        self._tell(Changes(label, tables, source, household))

    def _tell(self, changes: Changes) -> None:
        """Every listener, also when one fails: the change stands, so it must not look refused."""
        self.file.copy_due = True
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
            cursor = self.file.db.execute(f"INSERT INTO {table}({names}) VALUES({marks})", list(values.values()))
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
        touched = self.file.db.execute(sql, [*given, row, *given]).rowcount
        if not touched and not self.rows(f"SELECT 1 FROM {table} WHERE id = ?", [row]):
            raise NotFound(GONE)

    def delete(self, table: str, row: int) -> None:
        """Take a row off; one that is gone already is no mistake."""
        self._refuse({})
        self.file.db.execute(f"DELETE FROM {table} WHERE id = ?", [row])

    def _refuse(self, values: Mapping[str, Value]) -> None:
        if not self.file.db.conn.in_transaction:
            raise RuntimeError("a verb outside a change: it would have no undo step and no log line")
        for value in values.values():
            if isinstance(value, str) and "\0" in value:
                raise ValueError("U+0000 in a text: the verb has to refuse it")

    # -- reading ------------------------------------------------------------------------------------

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """All rows of a question."""
        return self.file.rows(sql, parameters)

    def one(self, sql: str, parameters: Sequence[Value] = ()) -> tuple[Any, ...]:
        """The first row of a question about a row that has to be there. Raises NotFound when it is gone."""
        found = self.rows(sql, parameters)
        if not found:
            raise NotFound(GONE)
        return found[0]

    @property
    def identity(self) -> str:
        """What tells this workspace from another, and its copies from theirs."""
        return self.file.setting("identity")

    @property
    def title(self) -> str:
        return self.file.setting("title")

    @property
    def kind(self) -> Kind:
        """As `kind.Kind` has it."""
        return kinds.of(self.file.db)

    @property
    def example(self) -> bool:
        return self.file.setting("example") == "1"

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
        with self.file.transaction():
            inverse, tables = self._undo.run(step)
            self.file.log(action, _object(step.household))
        (self._undo.redone if redo else self._undo.undone)(inverse)
        changes = Changes(step.label, tables, None, step.household)
        self._tell(changes)
        return changes

    # -- log and checks -----------------------------------------------------------------------------

    def note(self, action: log.Action, object_: str, result: log.Result = "gelukt") -> None:
        """A line in the access log for what is no change: seen, printed, exported."""
        with self.file.transaction():
            self.file.log(action, object_, result)

    def log_entries(self) -> tuple[log.Entry, ...]:
        with cipher.errors_for_people():
            return log.entries(self.file.db)

    def log_broken_at(self) -> int | None:
        """The first line that was changed, put in or cut since it was written, judged now."""
        return self.file.log_broken_at()

    def faults(self) -> list[str]:
        return cipher.faults(self.file.db)

    def strange(self) -> tuple[str, ...]:
        """What is in the file, whole as it is, and was put there by another program; as sentences."""
        with cipher.errors_for_people():
            return schema.strange(self.file.db)

    def copy_faults(self, copy: Backup) -> tuple[str, ...]:
        """What is wrong with a copy under the key of now, as sentences. Raises DiskFull, DiskFailed, NoAccess."""
        return copy_check.faults_with(copy, self.keys.key)


def _object(household: int | None) -> str:
    return "werkmap" if household is None else f"huishouden {household}"
