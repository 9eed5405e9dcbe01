"""The folders elsewhere that a copy of this workspace was written to, by the window or by a command: what is erased
has to be gone there too. They lie in the encrypted file, since a list of folders tells who works where.
"""

import contextlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import UserError
from doorbraak.model.workspace import cipher
from doorbraak.model.workspace.open_file import OpenFile
from doorbraak.model.workspace.schema import Column, Table

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLE = Table("copy_place", (Column("path", "TEXT NOT NULL UNIQUE", "never"),), undoable=False)


def name(place: Path) -> str:
    """One name for one folder, however it was typed."""
    return str(place.resolve())


def is_there(place: Path) -> bool:
    """Not one to which the way is closed: nothing can be written or removed there either."""
    with contextlib.suppress(OSError):
        return place.is_dir()
    return False


def of(db: "Database") -> tuple[str, ...]:
    """The first first."""
    return tuple(path for (path,) in db.execute("SELECT path FROM copy_place ORDER BY id").fetchall())


def readable(db: "Database") -> tuple[str, ...]:
    """None of a file that is damaged there."""
    with contextlib.suppress(UserError), cipher.errors_for_people():
        return of(db)
    return ()


def remember(db: "Database", paths: Iterable[str]) -> None:
    """Inside the caller's transaction. A place is never forgotten: nobody can tell one stick from another there."""
    for path in paths:
        db.execute("INSERT INTO copy_place(path) VALUES(?) ON CONFLICT(path) DO NOTHING", [path])


def note(file: OpenFile, place: Path) -> None:
    """Call it before a copy goes there, so that the copy knows it too. Raises UserError."""
    if is_there(place) and not file.rows("SELECT 1 FROM copy_place WHERE path = ?", [name(place)]):
        with file.transaction():
            remember(file.db, [name(place)])
