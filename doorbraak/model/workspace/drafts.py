"""What was typed and is no record yet, so that it comes back as typed. It is outside undo.

A draft has a place. `<table>:<ids>:<field>` belongs to rows ("person:12:name", "signal:3,8:letter"); any other
place belongs to the workspace. What belongs to rows of which one is not there any more, is lost: nobody knows about
which of them it was.
"""

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

_OF_ROWS = re.compile(r"([a-z_]+):(\d+(?:,\d+)*):")


def keep(db: "Database", place: str, content: str, at: str) -> None:
    """`at`: ISO, UTC."""
    db.execute(
        "INSERT INTO draft(place, content, at) VALUES(?, ?, ?) "
        "ON CONFLICT(place) DO UPDATE SET content = excluded.content, at = excluded.at",
        [place, content, at],
    )


def drop(db: "Database", places: Collection[str]) -> None:
    for place in places:
        db.execute("DELETE FROM draft WHERE place = ?", [place])


def older(db: "Database", ending: str, before: str) -> list[str]:
    """Those of places that end like this and were last written before this moment (ISO, UTC)."""
    rows = db.execute("SELECT place FROM draft WHERE place LIKE '%' || ? AND at < ?", [ending, before])
    return [str(place) for (place,) in rows.fetchall()]


def all_of(db: "Database") -> dict[str, str]:
    return {str(place): str(content) for place, content in db.execute("SELECT place, content FROM draft").fetchall()}


def rows_of(place: str, tables: Collection[str]) -> tuple[str, tuple[int, ...]] | None:
    """The table and the ids; None for a place of the workspace."""
    found = _OF_ROWS.match(place)
    return (found[1], tuple(map(int, found[2].split(",")))) if found and found[1] in tables else None


def lost(db: "Database", tables: Collection[str]) -> list[str]:
    found = []
    for (place,) in db.execute("SELECT place FROM draft").fetchall():
        table, ids = rows_of(place, tables) or ("", ())
        if not table:
            continue
        among = ", ".join("?" * len(ids))
        there = db.execute(f"SELECT count(*) FROM {table} WHERE id IN ({among})", ids).fetchone()[0]
        if there < len(ids):
            found.append(str(place))
    return found
