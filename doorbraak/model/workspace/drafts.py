"""What was typed and is no record yet, so that it comes back as typed. It is outside undo.

A draft has a place. `<table>:<ids>:<field>` belongs to rows ("person:12:name", "signal:3,8:letter"); any other
place belongs to the workspace. What belongs to rows of which one is not there any more, is lost: nobody knows about
which of them it was.
"""

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from doorbraak.model.workspace import cipher, log
from doorbraak.model.workspace.open_file import OpenFile, storable
from doorbraak.model.workspace.schema import Table

if TYPE_CHECKING:
    from sqlite_utils import Database

_OF_ROWS = re.compile(r"([a-z_]+):(\d+(?:,\d+)*):")


class Drafts:
    """Those of one open workspace. `tables` are the ones of which a place may name rows."""

    def __init__(self, file: OpenFile, tables: Iterable[Table]) -> None:
        self._file = file
        self._names = frozenset(table.name for table in tables)

    def all(self) -> dict[str, str]:
        """What was typed, by place."""
        return {str(place): str(content) for place, content in self._file.rows("SELECT place, content FROM draft")}

    def keep(self, place: str, content: str) -> None:
        """What was typed but is not valid yet, so that it comes back as typed."""
        with self._file.transaction():
            self._file.db.execute(
                "INSERT INTO draft(place, content, at) VALUES(?, ?, ?) "
                "ON CONFLICT(place) DO UPDATE SET content = excluded.content, at = excluded.at",
                [place, storable(content), log.now()],
            )
        self._file.copy_due = True

    def drop(self, place: str) -> None:
        self._drop([place] if self._file.rows("SELECT 1 FROM draft WHERE place = ?", [place]) else [])

    def drop_older(self, ending: str, before: str) -> None:
        """Those of places that end like this and were last written before this moment (ISO, UTC)."""
        sql = "SELECT place FROM draft WHERE place LIKE '%' || ? AND at < ?"
        self._drop([str(place) for (place,) in self._file.rows(sql, [ending, before])])

    def drop_lost(self) -> None:
        """Those of rows that are not there any more. At closing and at opening, when no undo brings them back."""
        with cipher.errors_for_people():
            places = lost(self._file.db, self._names)
        self._drop(places)

    def erase_lost(self) -> None:
        """The same inside the caller's transaction, for what no undo may bring back."""
        erase_lost(self._file.db, self._names)

    def _drop(self, places: Collection[str]) -> None:
        if places:
            with self._file.transaction():
                for place in places:
                    self._file.db.execute("DELETE FROM draft WHERE place = ?", [place])
            self._file.copy_due = True


def rows_of(place: str, tables: Collection[str]) -> tuple[str, tuple[int, ...]] | None:
    """The table and the ids; None for a place of the workspace."""
    found = _OF_ROWS.match(place)
    return (found[1], tuple(map(int, found[2].split(",")))) if found and found[1] in tables else None


def lost(db: "Database", tables: Collection[str]) -> list[str]:
    """The places of rows in these tables of which one is not there any more."""
    places = [str(place) for (place,) in db.execute("SELECT place FROM draft").fetchall()]
    return [place for place in places if _is_lost(db, place, tables)]


def erase_lost(db: "Database", tables: Collection[str]) -> None:
    """Inside the caller's transaction."""
    for place in lost(db, tables):
        db.execute("DELETE FROM draft WHERE place = ?", [place])


def _is_lost(db: "Database", place: str, tables: Collection[str]) -> bool:
    table, ids = rows_of(place, tables) or ("", ())
    if not table:
        return False
    among = ", ".join("?" * len(ids))
    return int(db.execute(f"SELECT count(*) FROM {table} WHERE id IN ({among})", ids).fetchone()[0]) < len(ids)
