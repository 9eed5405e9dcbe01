"""Lines of the access log that a copy does not have yet: a restore must not make them unwritten."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model.errors import UserError
from doorbraak.model.workspace import cipher, copy_check, log
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.log import Entry

if TYPE_CHECKING:
    from sqlite_utils import Database

LINES_LOST = "regels van na de kopie"
"""What the log says could not come along: the line after the one about the restore."""

_COLUMNS = "at, action, object, result, origin, actor, hash"


@dataclass(frozen=True, slots=True)
class Carried:
    """`aside`: copies that remember lines which could not come along, and would for ever say that the log was cut.

    `locked`: lines are missing because nobody gave the key that opens them, now or at a restore before, and not because
    something is damaged.
    """

    aside: list[Backup]
    locked: bool


def carry(db: "Database", lines: Sequence[Entry] | None, copies: Iterable[Backup], known: Sequence[bytes]) -> Carried:
    """The lines of the file of before, and those that copies know of besides, as far as these keys open them.

    `lines` is None when that file is not there or did not open. Inside the caller's transaction.
    """
    extend(db, lines or ())
    aside: list[Backup] = []
    locked: list[Backup] = []
    parted: list[Backup] = []
    known_hashes = hashes(db)
    for made in copies:
        if agrees(known_hashes, made.log_state):
            continue
        of_copy = _lines_of(made, known)
        if of_copy is not None:
            extend(db, of_copy)
            known_hashes = hashes(db)
            if have_parted(log.entries(db), of_copy):
                parted.append(made)
        elif any(copy_check.wraps(copy_check.own_slots(made), key) for key in known):  # so it is damaged
            aside.append(made)
        elif lines is None:
            locked.append(made)
    locked = [made for made in locked if not agrees(known_hashes, made.log_state)]
    left = [made for made in aside if not agrees(known_hashes, made.log_state)]
    return Carried([*left, *parted, *locked], bool(locked or parted) or have_parted(log.entries(db), lines or ()))


def have_parted(one: Sequence[Entry], other: Sequence[Entry]) -> bool:
    """Whether two logs go their own ways from where one of them says that a restore lost lines: nobody touched them."""
    at = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a.hash != b.hash), None)
    if at is None or any(log.judge(lines).broken is not None for lines in (one, other)):
        return False
    next_ones = [lines[at + 1] for lines in (one, other) if len(lines) > at + 1]
    return any((line.action, line.object) == ("herstellen", LINES_LOST) for line in next_ones)


def _lines_of(made: Backup, known: Sequence[bytes]) -> tuple[Entry, ...] | None:
    """None when it opens with none of these keys, or can't be read at all."""
    for key in known:
        try:
            db = copy_check.opening(made.path, key)
        except UserError:
            return None
        if db is None:
            continue
        try:
            return readable(db) if not cipher.faults(db) else None
        except UserError:
            return None
        finally:
            cipher.close(db)
    return None


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
