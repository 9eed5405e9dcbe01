"""What was erased and may not come back: a hash of a random secret, when and why; nothing of what stood there.

They lie in the encrypted file, so in every copy of it, and a restore carries them over like the access log. Only who
has the 32 random bytes can make the hash, and those are gone.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from doorbraak.model.workspace import cipher
from doorbraak.model.workspace import kind as kinds
from doorbraak.model.workspace.schema import Column, Table

if TYPE_CHECKING:
    from sqlite_utils import Database

Kind = Literal["household", "person", "handed-over"]
PlaceKind = Literal["file", "backups", "kept", "second"]

TABLE = Table(
    "tombstone",
    (
        Column("hash", "TEXT NOT NULL", "never"),
        Column("kind", "TEXT NOT NULL CHECK (kind IN ('household', 'person', 'handed-over'))", "never"),
        Column("number", "INTEGER NOT NULL", "never"),
        Column("ground", "TEXT NOT NULL", "never"),
        Column("at", "TEXT NOT NULL", "never"),
        Column("lifted_at", "TEXT", "never"),  # a household that was handed back may be here again
        Column("naming", "INTEGER NOT NULL", "never"),
    ),
    constraints=("UNIQUE (hash, at)",),
    undoable=False,
)
PLACE = Table(
    "erasure_place",
    (
        Column("tombstone", "INTEGER NOT NULL REFERENCES tombstone(id) ON DELETE CASCADE", "never"),
        Column("place", "TEXT NOT NULL CHECK (place IN ('file', 'backups', 'kept', 'second'))", "never"),
        Column("path", "TEXT NOT NULL", "never"),
        Column("copies", "INTEGER NOT NULL", "never"),
        Column("absent", "INTEGER NOT NULL CHECK (absent IN (0, 1))", "never"),
        Column("done_at", "TEXT", "never"),
    ),
    constraints=("UNIQUE (tombstone, place, path)",),
    undoable=False,
)
TABLES = (TABLE, PLACE)

# What is erased, and the random bytes that it is known by once it is gone.
_SECRETS = {
    "household": "SELECT id, exchange_secret FROM household",
    "person": "SELECT person, mark FROM person_mark",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where it has to be gone. `path`: of a second place. `copies`: how many were removed there; `absent`: it could
    not be reached when it was tried first; `done_at` is None until it is done.
    """

    place: PlaceKind
    path: str = ""
    copies: int = 0
    absent: bool = False
    done_at: str | None = None


@dataclass(frozen=True, slots=True)
class Tombstone:
    """`number` is that of the household; `at` a moment in UTC. `lifted_at`: from then on it may be here again.
    `naming`: how many texts that stayed had the name of the person in them.
    One without `places` was erased by a colleague, who handed the dossier over.
    """

    id: int
    hash: str
    kind: Kind
    number: int
    ground: str
    at: str
    lifted_at: str | None
    places: tuple[Place, ...]
    naming: int = 0


def hash_of(table: str, secret: str) -> str:
    """`secret` in hexadecimal, as it stands in the file."""
    return hashlib.sha256(f"doorbraak-tombstone|{table}|".encode() + bytes.fromhex(secret)).hexdigest()


def all_of(db: "Database") -> tuple[Tombstone, ...]:
    """In the order in which they were written."""
    places: dict[int, list[Place]] = {}
    for id_, place, path, copies, absent, done_at in db.execute(
        "SELECT tombstone, place, path, copies, absent, done_at FROM erasure_place ORDER BY id"
    ).fetchall():
        places.setdefault(id_, []).append(Place(place, path, copies, bool(absent), done_at))
    rows = db.execute(
        "SELECT id, hash, kind, number, ground, at, lifted_at, naming FROM tombstone ORDER BY id"
    ).fetchall()  # fmt: skip
    return tuple(
        Tombstone(id_, hash_, kind, number, ground, at, lifted_at, tuple(places.get(id_, ())), naming)
        for id_, hash_, kind, number, ground, at, lifted_at, naming in rows
    )


def count(db: "Database") -> int:
    return int(db.execute("SELECT count(*) FROM tombstone").fetchone()[0])


def write(db: "Database", made: Tombstone) -> int:
    """Inside the caller's transaction; its `id` is not looked at."""
    cursor = db.execute(
        "INSERT INTO tombstone(hash, kind, number, ground, at, lifted_at, naming) VALUES(?,?,?,?,?,?,?)",
        [made.hash, made.kind, made.number, made.ground, made.at, made.lifted_at, made.naming],
    )
    for place in made.places:
        _write_place(db, int(cursor.lastrowid or 0), place)
    return int(cursor.lastrowid or 0)


def _write_place(db: "Database", tombstone: int, place: Place) -> None:
    db.execute(
        "INSERT INTO erasure_place(tombstone, place, path, copies, absent, done_at) VALUES(?,?,?,?,?,?)",
        [tombstone, place.place, place.path, place.copies, int(place.absent), place.done_at],
    )


def take_out(db: "Database", table: str, row: int) -> None:
    """A row with all that hangs on it, and what only names it too: a measurement of somebody is about nobody else.

    Inside the caller's transaction.
    """
    for name in cipher.tables(db):
        for _, _, to, column, _, _, gone, _ in db.execute(f"PRAGMA foreign_key_list({name})").fetchall():
            if to == table and gone == "SET NULL":
                db.execute(f"DELETE FROM {name} WHERE {column} = ?", [row])
    db.execute(f"DELETE FROM {table} WHERE id = ?", [row])


# -- a copy that is put back --------------------------------------------------------------------------------


def carry(db: "Database", present: Iterable[Tombstone], others: Iterable[Tombstone] = ()) -> None:
    """Those of the file of now, which knows best what is done, and those that only other copies know.

    Inside the caller's transaction.
    """
    for one in present:
        db.execute("DELETE FROM tombstone WHERE hash = ? AND at = ?", [one.hash, one.at])
        write(db, one)
    for one in others:
        if not db.execute("SELECT 1 FROM tombstone WHERE hash = ? AND at = ?", [one.hash, one.at]).fetchone():
            write(db, one)


def obey(db: "Database", came_from: Place) -> int:
    """Take out again whatever has a tombstone that was not lifted; how much that was. Where it came from has to be
    cleaned once more. Inside the caller's transaction; rewrite the file after it.
    """
    if kinds.of(db) != "households":
        return 0
    standing = {one.hash: one for one in all_of(db) if one.lifted_at is None}
    taken = 0
    for table, question in _SECRETS.items() if standing else ():
        for row, secret in db.execute(question).fetchall():
            found = standing.get(hash_of(table, secret))
            if found is not None:
                take_out(db, table, row)
                clean_again(db, found.id, came_from)
                taken += 1
    return taken


def clean_again(db: "Database", tombstone: int, where: Place) -> None:
    """It stood there once more. Inside the caller's transaction."""
    sql = "DELETE FROM erasure_place WHERE tombstone = ? AND place = ? AND path = ?"
    db.execute(sql, [tombstone, where.place, where.path])
    _write_place(db, tombstone, where)


# -- what is still to be done -------------------------------------------------------------------------------


def pending(db: "Database") -> tuple[Place, ...]:
    """The places where something erased may still be, each once."""
    rows = db.execute(
        "SELECT place, path, 0, max(absent), NULL FROM erasure_place WHERE done_at IS NULL "
        "GROUP BY place, path ORDER BY min(id)"
    ).fetchall()
    return tuple(Place(place, path, copies, bool(absent), done) for place, path, copies, absent, done in rows)


def mark(db: "Database", place: Place) -> None:
    """What came of it there, for all that waited for it. Inside the caller's transaction."""
    db.execute(
        "UPDATE erasure_place SET copies = copies + ?, absent = ?, done_at = ? "
        "WHERE place = ? AND path = ? AND done_at IS NULL",
        [place.copies, int(place.absent), place.done_at, place.place, place.path],
    )
