"""The access log: who did what to which household, when; never what was written.

A table in the same file, written in the same transaction as the change. Each line carries the hash of
the line before it, so that an edited, inserted or removed line is noticed; a cut tail is noticed
against length and last hash in every backup. Who has the passphrase can rewrite all of it.
"""

import getpass
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from doorbraak.model.workspace.schema import Column, Table

if TYPE_CHECKING:
    from sqlite_utils import Database

Action = Literal[
    "aanmaken", "openen", "sluiten", "vergrendelen", "inzien", "wijzigen", "ongedaan maken", "opnieuw doen",
    "invoeren", "uitvoeren", "afdrukken", "wissen", "herstellen", "controleren", "migreren",
]  # fmt: skip
Result = Literal["gelukt", "mislukt"]
Origin = Literal["venster", "opdrachtregel"]

TABLE = Table(
    "access_log",
    (
        Column("at", "TEXT NOT NULL", "never"),
        Column("action", "TEXT NOT NULL", "never"),
        Column("object", "TEXT NOT NULL", "never"),
        Column("result", "TEXT NOT NULL", "never"),
        Column("origin", "TEXT NOT NULL", "never"),
        Column("actor", "TEXT NOT NULL", "never"),
        Column("hash", "TEXT NOT NULL", "never"),
    ),
    undoable=False,
)
_NOTHING = "0" * 64
# Whatever somebody put there in a way of his own can be read, so that it is noticed and stops no one.
_NAMES = ("at", "action", "object", "result", "origin", "actor", "hash")
FIELDS = ", ".join(f"CAST({name} AS BLOB)" for name in _NAMES)


@dataclass(frozen=True, slots=True)
class Entry:
    at: str
    action: str
    object: str
    result: str
    origin: str
    actor: str
    hash: str


How = Literal["whole", "chain", "copy", "cut"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """`broken` is the first line (from 1) that is not as it was written, None when all are.

    `how`: it does not follow from the line before ("chain"), a copy remembers another one ("copy"), or it is not
    there and a copy had it ("cut"). `confirmed` is the last length that a copy knows as it stands.
    """

    lines: int
    copies: int
    last: str
    broken: int | None = None
    how: How = "whole"
    confirmed: int = 0

    @property
    def doubted(self) -> int | None:
        """The line from where on nobody vouches. Of a cut log `broken` moves on with each line that is written since:
        lines of before and after the cut look alike.
        """
        return self.confirmed + 1 if self.how in ("copy", "cut") else self.broken


def actor() -> str:
    """The account that runs the program; it stays inside the encrypted file."""
    try:
        return getpass.getuser().encode("utf-8", "replace").decode()
    except (OSError, KeyError, ImportError):  # Windows without a user name has no module pwd
        return "onbekend"


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def append(
    db: "Database",
    action: Action,
    object_: str,
    origin: Origin,
    *,
    result: Result = "gelukt",
    at: str | None = None,
) -> None:
    """One line, inside the caller's transaction. `object_` is "huishouden 12", "werkmap" or the like."""
    row = db.execute("SELECT hash FROM access_log ORDER BY id DESC LIMIT 1").fetchone()
    fields = (at or now(), action, object_, result, origin, actor())
    db.execute(
        "INSERT INTO access_log(at, action, object, result, origin, actor, hash) VALUES(?,?,?,?,?,?,?)",
        [*fields, _chained(row[0] if row else _NOTHING, fields)],
    )


def _chained(previous: str, fields: tuple[str, ...]) -> str:
    return hashlib.sha256(json.dumps([previous, *fields], ensure_ascii=False).encode()).hexdigest()


def entries(db: "Database") -> tuple[Entry, ...]:
    return tuple(_read(db))


def _read(db: "Database") -> Iterator[Entry]:
    return map(entry, db.execute(f"SELECT {FIELDS} FROM access_log ORDER BY id"))


def entry(fields: Iterable[bytes]) -> Entry:
    """A line as `FIELDS` asks for it."""
    return Entry(*(field.decode("utf-8", "replace") for field in fields))


def length_and_last(db: "Database") -> tuple[int, str]:
    """How many lines there are and the last hash: what a backup remembers."""
    count = int(db.execute("SELECT count(*) FROM access_log").fetchone()[0])
    row = db.execute("SELECT hash FROM access_log ORDER BY id DESC LIMIT 1").fetchone()
    return count, str(row[0]) if row else _NOTHING


def first_broken(db: "Database", known: Iterable[tuple[int, str]] = ()) -> int | None:
    """The number (from 1) of the first line that does not follow from the one before, or that nobody vouches for where
    the copies know of others; None when all is well.
    """
    return judge(_read(db), known).doubted


def judge(lines: Iterable[Entry], known: Iterable[tuple[int, str]] = ()) -> Verdict:
    """Whether these are all lines, as they were written.

    `known` is length and last hash at earlier moments (the backups): a log that is shorter than any of them,
    or has another hash at one of those lengths, is broken there.
    """
    judging = Judging(known)
    judging.take(lines)
    return judging.verdict()


class Judging:
    """The same for who has to do it in parts: a log of years takes seconds."""

    def __init__(self, known: Iterable[tuple[int, str]] = ()) -> None:
        self._remembered: dict[int, set[str]] = {}
        self._copies = 0
        for length, last in known:
            self._copies += 1
            self._remembered.setdefault(length, set()).add(last)
        self._count, self._last = 0, _NOTHING
        self._broken: int | None = None
        self._how: How = "whole"
        self._confirmed = 0

    def take(self, lines: Iterable[Entry]) -> None:
        """The next lines, oldest first."""
        for line in lines:
            self._count += 1
            if self._broken is None:  # how many there are is told all the same
                self._judge(line)
            self._last = line.hash

    def _judge(self, line: Entry) -> None:
        fields = (line.at, line.action, line.object, line.result, line.origin, line.actor)
        if line.hash != _chained(self._last, fields):
            self._broken, self._how = self._count, "chain"
            return
        known = self._remembered.get(self._count)
        if known == {line.hash}:
            self._confirmed = self._count
        elif known is not None:
            self._broken, self._how = self._count, "copy"

    def verdict(self) -> Verdict:
        """Once all lines were taken."""
        broken, how = self._broken, self._how
        if broken is None and max(self._remembered, default=0) > self._count:
            broken, how = self._count + 1, "cut"
        return Verdict(self._count, self._copies, self._last, broken, how, self._confirmed)
