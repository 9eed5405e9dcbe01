"""What a workspace knows of dossiers that go to colleagues is of now, whatever copy of it is put back.

A copy from before would forget that a dossier is on its way, so that it is given to a second colleague; bring back a
receiving key that was replaced; and take in again what was refused. A dossier on its way is known by its secret.
"""

import contextlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from doorbraak.model.errors import UserError
from doorbraak.model.workspace import cipher, copy_check, kind
from doorbraak.model.workspace.backup import Backup

if TYPE_CHECKING:
    from sqlite_utils import Database

_WHOLE = ("handover_key", "colleague", "handover_taken")
_GIVEN = "handover_given"
_HOUSEHOLD = "household"


@dataclass(frozen=True, slots=True)
class Handing:
    """The rows of each table by column; of a dossier on its way the secret stands in the place of its household."""

    rows: dict[str, tuple[dict[str, Any], ...]]

    @property
    def taken(self) -> frozenset[str]:
        return frozenset(one["transfer"] for one in self.rows["handover_taken"] if one["answer"] == "taken")


def readable(db: "Database") -> Handing | None:
    """None of a coordinator's file, and of one that is damaged there."""
    with contextlib.suppress(UserError), cipher.errors_for_people():
        if kind.of(db) != "households":
            return None
        secrets = dict(db.execute("SELECT id, exchange_secret FROM household").fetchall())
        rows = {name: tuple(_rows(db, name)) for name in (*_WHOLE, _GIVEN)}
        rows[_GIVEN] = tuple({**one, _HOUSEHOLD: secrets[one[_HOUSEHOLD]]} for one in rows[_GIVEN])
        return Handing(rows)
    return None


def newest_of(copies: Iterable[Backup], known: Sequence[bytes], after: int) -> Handing | None:
    """Of the copies whose access log is longer than `after`, the newest that these keys open."""
    later = [made for made in copies if made.log_state[0] > after]
    for made in sorted(later, key=lambda one: (one.log_state[0], one.at), reverse=True):
        for key in known:
            with contextlib.suppress(UserError, OSError):
                db = copy_check.opening(made.path, key)
                if db is not None:
                    try:
                        found = readable(db)
                    finally:
                        cipher.close(db)
                    if found is not None:
                        return found
    return None


def carry(db: "Database", now: Handing) -> int:
    """In the place of what the copy knew; how many dossiers taken in since are not in the copy. A household on its way
    that the copy does not hold, is not on its way from here any more. Inside the caller's transaction.
    """
    before = readable(db)
    if before is None:
        return 0
    here = dict(db.execute("SELECT exchange_secret, id FROM household").fetchall())
    given = [{**one, _HOUSEHOLD: here[one[_HOUSEHOLD]]} for one in now.rows[_GIVEN] if one[_HOUSEHOLD] in here]
    for name in (*_WHOLE, _GIVEN):
        db.execute(f"DELETE FROM {name}")
        for row in given if name == _GIVEN else now.rows[name]:
            columns = ", ".join(row)
            db.execute(f"INSERT INTO {name}({columns}) VALUES({','.join('?' * len(row))})", list(row.values()))
    return len(now.taken - before.taken)


def _rows(db: "Database", name: str) -> Iterable[dict[str, Any]]:
    """Without ids: those of the copy may be others."""
    cursor = db.execute(f"SELECT * FROM {name} ORDER BY id")
    columns = [one[0] for one in cursor.description]
    for row in cursor.fetchall():
        yield {column: value for column, value in zip(columns, row, strict=True) if column != "id"}
