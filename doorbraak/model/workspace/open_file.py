"""The encrypted file while it is open: it is changed in whole transactions, at its own place, or not at all."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from doorbraak.model.errors import UserError
from doorbraak.model.workspace import DATABASE, backup, cipher, lock, log
from doorbraak.model.workspace.place import Place
from doorbraak.model.workspace.watched_file import WatchedFile

if TYPE_CHECKING:
    from sqlite_utils import Database

Value = str | int | bytes | None


class OpenFile:
    """What every part of an open workspace reads and writes through; `end` gives it up."""

    def __init__(self, folder: Path, db: "Database", origin: log.Origin, held: lock.Lock) -> None:
        self.folder = folder
        self.db = db
        self.origin: log.Origin = origin
        self.copy_due = False
        """Something changed that is in no copy yet. For a line in the log alone no copy is made."""
        self._place = Place(folder, cipher.identity(folder / DATABASE), held)
        self._watched = WatchedFile(folder / DATABASE)
        self._inside = False
        self._ended = False

    @property
    def ended(self) -> bool:
        return self._ended

    def end(self) -> None:
        """Close it, and let others in."""
        self._ended = True
        cipher.close(self.db)
        self._watched.close()
        self._place.held.release()  # last: until here nobody else may come near the file

    def refuse_within_change(self) -> None:
        """Raises RuntimeError: what has to wait for the end of a transaction was asked inside it."""
        if self._inside:
            raise RuntimeError("a change is not finished")

    def check_place(self) -> None:
        """Raises DiskFailed when another file, or none, is at its place now; FileInUse."""
        if not self._ended:  # else the driver says that it is closed
            self._place.check()

    @contextmanager
    def transaction(self, before: Callable[[], None] | None = None) -> Iterator[None]:
        """From BEGIN to COMMIT; any exception leaves the file as it was. `before` is done just before it begins."""
        if self._inside:
            raise RuntimeError("a change within a change: verbs never commit")
        self.check_place()
        self._inside = True
        try:
            with cipher.errors_for_people():
                if before is not None:
                    before()
                self.db.execute("BEGIN IMMEDIATE")
                try:
                    yield
                    self.db.execute("COMMIT")
                except BaseException:
                    cipher.roll_back(self.db)
                    raise
        finally:
            self._inside = False

    def exchange(self, reopened: Callable[["Database"], tuple["Database", bool]]) -> bool:
        """`reopened` closes the connection and gives another one, and whether it did what it was for: that is
        returned. When it raises, the file has ended.
        """
        try:
            self.db, done = reopened(self.db)
        except BaseException:
            self._ended = True
            self._watched.close()
            self._place.held.release()
            raise
        self._watched.learn()
        return done

    def overwritten(self) -> bool:
        """Whether another program wrote over the file since it was opened."""
        if self._watched.begins_otherwise():
            return True
        try:
            return self._watched.is_cut(int(self.rows("PRAGMA page_count")[0][0]))
        except UserError:  # a disk that can't be read: whatever reads or writes next will say so
            return False

    def rows(self, sql: str, parameters: Sequence[Value] = ()) -> list[tuple[Any, ...]]:
        """All rows of a question."""
        with cipher.errors_for_people():
            return list(self.db.execute(sql, parameters).fetchall())

    def log(self, action: log.Action, object_: str, result: log.Result = "gelukt", at: str | None = None) -> None:
        """A line in the access log, inside the caller's transaction."""
        log.append(self.db, action, object_, self.origin, result=result, at=at)

    def log_broken_at(self) -> int | None:
        """The first line that was changed, put in or cut, judged by the chain and by every backup of this workspace.

        By every one, since a backup made after the log was cut would else become what it is judged by.
        """
        known = [made.log_state for made in backup.of_workspace(self.folder, self.setting("identity"))]
        with cipher.errors_for_people():
            return log.first_broken(self.db, known)

    def setting(self, name: str) -> str:
        found = self.rows("SELECT value FROM setting WHERE name = ?", [name])
        return str(found[0][0]) if found else ""

    def keep_settings(self, settings: Mapping[str, str]) -> None:
        """Of the workspace itself: no step to undo, no line in the log."""
        with self.transaction():
            self.write_settings(settings)
        self.copy_due = True

    def write_settings(self, settings: Mapping[str, str]) -> None:
        """Inside the caller's transaction."""
        for name, value in settings.items():
            self.db.execute("DELETE FROM setting WHERE name = ?", [name])
            self.db.execute("INSERT INTO setting(name, value) VALUES(?, ?)", [name, value])


def storable(text: str) -> str:
    """Without what the file can't hold: U+0000 and halves of characters."""
    return text.replace("\0", "").encode("utf-8", "replace").decode()
