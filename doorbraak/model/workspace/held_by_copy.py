"""What a laptop that is gone had on it, as far as a copy elsewhere tells: numbers and days, no name and no text."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from doorbraak.model.workspace import DATABASE, cipher, copy_check, exact_copy, kind, log, schema
from doorbraak.model.workspace.backup import Backup

if TYPE_CHECKING:
    from sqlite_utils import Database

_LEAVING = frozenset({"uitvoeren", "afdrukken"})
_MOST = 40  # of what left, the last ones


@dataclass(frozen=True, slots=True)
class HeldHome:
    """`away`: to whom a sealed file of it was made that nobody answered yet, or empty."""

    number: int
    here_since: date
    closed: bool
    example: bool
    people: int
    away: str


@dataclass(frozen=True, slots=True)
class HeldByCopy:
    """`erased` and `handed_over`: how many households before. `left`: of what was printed or written to a file, moment
    (UTC) and what the log calls it, the last first; `more`: how many were before those.

    `last_used`: the moment of the last line of the log.
    `receiving`: whether colleagues can have a key to seal dossiers to it; `sends`: whether it sends to a coordinator;
    `coordinator`: whether it is a coordinator's, which holds no households.
    """

    at: datetime
    homes: tuple[HeldHome, ...]
    erased: int
    handed_over: int
    left: tuple[tuple[str, str], ...]
    more: int
    last_used: str
    receiving: bool
    sends: bool
    coordinator: bool


def read(copy: Backup, secret: str) -> HeldByCopy:
    """`secret` of then, or the recovery code. The copy is not touched.

    Raises WrongPassphrase, FileDamaged, FileNewer, DiskFull, DiskFailed, NoAccess.
    """
    with copy_check.said_of_checking(), copy_check.place_of_its_own(copy.path.parent) as place:
        staged = place / DATABASE
        exact_copy.make(copy.path, staged)
        db = copy_check.opened(staged, copy, secret).db
        try:
            copy_check.refuse_damaged(db, copy)
            schema.check_version(db)
            return _read(db, copy)
        finally:
            cipher.close(db)


def _read(db: "Database", copy: Backup) -> HeldByCopy:
    lines = tuple(log.entries(db))
    left = [(line.at, line.object) for line in reversed(lines) if line.action in _LEAVING and line.result == "gelukt"]
    coordinator = kind.of(db) != "households"
    return HeldByCopy(
        copy.at,
        () if coordinator else _homes(db),
        _count(db, "tombstone WHERE lifted_at IS NULL AND kind = 'household'"),
        _count(db, "tombstone WHERE lifted_at IS NULL AND kind = 'handed-over'"),
        tuple(left[:_MOST]),
        max(0, len(left) - _MOST),
        lines[-1].at if lines else "",
        not coordinator and _count(db, "handover_key") > 0,
        not coordinator and _count(db, "exchange_coordinator") > 0,
        coordinator,
    )


def _homes(db: "Database") -> tuple[HeldHome, ...]:
    rows = db.execute(
        "SELECT number, here_since, closed IS NOT NULL, example, "
        "(SELECT count(*) FROM person p WHERE p.household = h.id), "
        "coalesce((SELECT label FROM handover_given g WHERE g.household = h.id), '') FROM household h ORDER BY number"
    ).fetchall()
    return tuple(
        HeldHome(number, date.fromisoformat(since), bool(closed), bool(example), people, away)
        for number, since, closed, example, people, away in rows
    )


def _count(db: "Database", rows: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {rows}").fetchone()[0])
