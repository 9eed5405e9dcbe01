"""The access log to look at: which lines are wanted, page by page, and whether it is whole.

A log grows for years: nothing here reads all lines with all their words, but for judging them.
"""

import contextlib
import itertools
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Literal

from doorbraak.model.workspace import backup, log, log_carrying
from doorbraak.model.workspace.log import Entry, Verdict

if TYPE_CHECKING:
    from doorbraak.model.workspace.store import Store

Order = Literal["id", "at", "action", "object", "result", "origin", "actor"]
OBJECT = "logboek"
_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which lines. `words` each stand in what, by whom or where; `meant` are the actions that a word also names.
    Days are those of this laptop's clock.
    """

    action: str = ""
    household: int | None = None
    actor: str | None = None
    since: date | None = None
    until: date | None = None
    failed: bool = False
    words: tuple[str, ...] = ()
    meant: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


Value = str | int


def _where(wanted: Wanted) -> tuple[str, list[Value]]:
    asked: list[tuple[str, list[Value]]] = []
    if wanted.action:
        asked.append(("action = ?", [wanted.action]))
    if wanted.household is not None:
        asked.append(("object = ?", [f"huishouden {wanted.household}"]))
    if wanted.actor is not None:
        asked.append(("actor = ?", [wanted.actor]))
    if wanted.since is not None:
        asked.append(("at >= ?", [_begin(wanted.since)]))
    if wanted.until is not None and wanted.until < date.max:
        asked.append(("at < ?", [_begin(wanted.until + timedelta(1))]))
    if wanted.failed:
        asked.append(("result <> 'gelukt'", []))
    for word in wanted.words:
        like = "%" + word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        named = wanted.meant.get(word, ())
        either = [f"{name} LIKE ? ESCAPE '\\'" for name in ("object", "actor", "origin", "action")]
        either += [f"action IN ({', '.join('?' * len(named))})"] if named else []
        asked.append((f"({' OR '.join(either)})", [*[like] * 4, *named]))
    return " AND ".join(sql for sql, _ in asked) or "1", [value for _, values in asked for value in values]


def _begin(day: date) -> str:
    """The first moment of a day here, as lines tell theirs. The ends of the calendar have no other zone."""
    try:
        return datetime.combine(day, time()).astimezone(UTC).isoformat(timespec="seconds")
    except (OverflowError, ValueError, OSError):
        return day.isoformat()


def all_ids(store: "Store") -> Sequence[int]:
    """Of every line, oldest first: where an id stands in it is the number of its line."""
    ((count, first, last),) = store.rows("SELECT count(*), min(id), max(id) FROM access_log")
    if not count:
        return range(0)
    if last - first + 1 == count:  # nobody took one out
        return range(first, last + 1)
    return array("q", itertools.chain.from_iterable(store.rows("SELECT id FROM access_log ORDER BY id")))


def ids(
    store: "Store",
    wanted: Wanted,
    order: Order = "id",
    *,
    falling: bool = True,
    called: Mapping[str, str] | None = None,
) -> Sequence[int]:
    """Of the wanted lines, newest first. `called`: by which words actions are put in order."""
    where, values = _where(wanted)
    way = "DESC" if falling else "ASC"
    by = [f"{order} COLLATE NOCASE"]
    if order == "id":
        by = []
    elif order == "object":
        by = ["substr(object, 1, 11) = 'huishouden '", "CAST(substr(object, 12) AS INTEGER)", "object"]
    elif order == "action" and called:
        by = [f"CASE action {'WHEN ? THEN ? ' * len(called)}ELSE action END COLLATE NOCASE"]
        values += itertools.chain.from_iterable(called.items())
    ordered = ", ".join([*(f"{one} {way}" for one in by), f"id {way if order == 'id' else 'DESC'}"])
    found = store.rows(f"SELECT id FROM access_log WHERE {where} ORDER BY {ordered}", values)
    return array("q", itertools.chain.from_iterable(found))


def counts(store: "Store", wanted: Wanted) -> tuple[int, int]:
    """How many lines are wanted, and how many of them tell of what failed."""
    where, values = _where(wanted)
    sql = f"SELECT count(*), coalesce(sum(result <> 'gelukt'), 0) FROM access_log WHERE {where}"
    ((all_, failed),) = store.rows(sql, values)
    return int(all_), int(failed)


def lines(store: "Store", some: Iterable[int]) -> dict[int, Entry]:
    """By their id; those that are gone are left out."""
    asked = list(some)
    found: dict[int, Entry] = {}
    for at in range(0, len(asked), _AT_ONCE):
        part = asked[at : at + _AT_ONCE]
        sql = f"SELECT id, {log.FIELDS} FROM access_log WHERE id IN ({', '.join('?' * len(part))})"
        found.update((int(id_), log.entry(fields)) for id_, *fields in store.rows(sql, part))
    return found


def used(store: "Store", after: int = 0) -> tuple[frozenset[str], frozenset[str]]:
    """Which actions and which accounts the log knows, of lines with a higher id than `after`."""
    sql = "SELECT CAST(action AS BLOB), CAST(actor AS BLOB) FROM access_log WHERE id > ? GROUP BY action, actor"
    found = [tuple(name.decode("utf-8", "replace") for name in row) for row in store.rows(sql, [after])]
    return frozenset(action for action, _ in found), frozenset(actor for _, actor in found)


def numbered(store: "Store", wanted: Wanted) -> Iterator[tuple[int, Entry]]:
    """The wanted lines with their numbers, oldest first."""
    every, some = all_ids(store), ids(store, wanted, falling=False)
    for at in range(0, len(some), _AT_ONCE):
        found = lines(store, some[at : at + _AT_ONCE])
        yield from ((bisect_left(every, id_) + 1, line) for id_, line in sorted(found.items()))


def each(store: "Store") -> Iterator[Entry]:
    """All lines, oldest first."""
    last = None
    while True:
        after = "" if last is None else f"WHERE id > {last}"
        found = store.rows(f"SELECT id, {log.FIELDS} FROM access_log {after} ORDER BY id LIMIT {_AT_ONCE}")
        if not found:
            return
        last = int(found[-1][0])
        yield from (log.entry(fields) for _, *fields in found)


def verify(store: "Store", kept: Sequence[tuple[int, str]] = ()) -> Verdict:
    """Whether the log is whole, by its chain, by every copy and by what somebody kept elsewhere (length, hash)."""
    found = judging(store, kept)
    found.take(each(store))
    return found.verdict()


def judging(store: "Store", kept: Sequence[tuple[int, str]] = ()) -> log.Judging:
    """The same in parts: let it take what `each` gives."""
    return log.Judging([*(made.log_state for made in _copies(store)), *kept])


def _copies(store: "Store") -> list[backup.Backup]:
    """Of this workspace, here and in its second place, without those of another that may lie there."""
    here = list(backup.of_workspace(store.folder, store.identity))
    if store.second is None:
        return here
    lost = _lost(store)
    return here + [made for made in backup.of_workspace(store.second, store.identity) if not _of_lost(made, lost)]


def _lost(store: "Store") -> list[tuple[int, datetime]]:
    """Where the log itself says that a restore lost lines: how many were left, and when."""
    found = []
    for id_, at in store.rows(
        "SELECT id, at FROM access_log WHERE action = 'herstellen' AND object = ?", [log_carrying.LINES_LOST]
    ):
        ((number,),) = store.rows("SELECT count(*) FROM access_log WHERE id < ?", [id_])
        with contextlib.suppress(ValueError, OverflowError, OSError):
            moment = datetime.fromisoformat(str(at)).astimezone().replace(tzinfo=None)
            found.append((int(number) - 1, moment))  # without the line about the restore itself
    return found


def _of_lost(made: backup.Backup, lost: Sequence[tuple[int, datetime]]) -> bool:
    """Whether a copy remembers lines that the log says were lost. Here a restore puts those aside; a second place it
    leaves alone: that may be away, or not be ours.
    """
    return any(made.log_state[0] > left and made.at <= moment for left, moment in lost)
