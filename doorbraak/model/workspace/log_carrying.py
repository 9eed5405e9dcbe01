"""Lines of the access log that a copy does not have yet: a restore must not make them unwritten."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from doorbraak.model.errors import UserError
from doorbraak.model.workspace import cipher, log
from doorbraak.model.workspace.log import Entry

if TYPE_CHECKING:
    from sqlite_utils import Database

_COLUMNS = "at, action, object, result, origin, actor, hash"


def readable(db: "Database") -> tuple[Entry, ...]:
    """As many lines as can be read, from the first on: the file may be damaged. The hashes tell whether they hold."""
    found: list[Entry] = []
    try:
        with cipher.errors_for_people():
            rows = db.execute(f"SELECT {log.FIELDS} FROM access_log ORDER BY id")
            while row := rows.fetchone():
                found.append(log.entry(row))
    except UserError:
        pass
    return tuple(found)


def extend(db: "Database", lines: Sequence[Entry]) -> None:
    """Add the lines that come after those in `db`, if they continue its chain, up to the first that does not.

    Inside the caller's transaction.
    """
    count, last = log.length_and_last(db)
    if len(lines) <= count or (count and lines[count - 1].hash != last) or log.first_broken(db) is not None:
        return
    for line in lines[count:]:
        db.execute(
            f"INSERT INTO access_log({_COLUMNS}) VALUES(?,?,?,?,?,?,?)",
            [line.at, line.action, line.object, line.result, line.origin, line.actor, line.hash],
        )
    broken = log.first_broken(db)
    if broken is not None:
        db.execute(
            "DELETE FROM access_log WHERE id IN (SELECT id FROM access_log ORDER BY id LIMIT -1 OFFSET ?)", [broken - 1]
        )


def hashes(db: "Database") -> list[str]:
    return [entry.hash for entry in log.entries(db)]


def agrees(hashes: Sequence[str], state: tuple[int, str]) -> bool:
    """Whether a log of these hashes once had this length with this last hash."""
    length, last = state
    return length == 0 or (0 < length <= len(hashes) and hashes[length - 1] == last)
