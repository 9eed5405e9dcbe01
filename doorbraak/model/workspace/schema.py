"""How tables are described, in which order they came, and whether a file is newer than this program.

Each module of the dossier owns its tables and hands them in; this module imports none of them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from doorbraak.model.errors import FileDamaged, FileNewer
from doorbraak.model.workspace import cipher

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

VERSION = 1
FIRST_PROGRAM = "0.1.0"  # the oldest program that can read files of this version

Privacy = Literal["never", "counted", "summed"]
"""never: in no statistic; counted: households are counted by it; summed: its amount is added."""


@dataclass(frozen=True, slots=True)
class Column:
    name: str
    declaration: str
    privacy: Privacy


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Every table has an `id`, written by this class and never used again: a draft may still name a row by it.

    `blanked` are statements that empty in a backup what may not outlive its term there. They take no row away.
    """

    name: str
    columns: tuple[Column, ...]
    constraints: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    undoable: bool = True
    blanked: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        return ("id", *(column.name for column in self.columns))

    def statements(self) -> tuple[str, ...]:
        parts = ["id INTEGER PRIMARY KEY AUTOINCREMENT"]
        parts += [f"{column.name} {column.declaration}" for column in self.columns]
        parts += self.constraints
        create = f"CREATE TABLE {self.name} (\n  " + ",\n  ".join(parts) + "\n) STRICT"
        return (
            create,
            *(f"CREATE INDEX {self.name}_{column} ON {self.name}({column})" for column in self.indexes),
        )


def blanked(tables: Iterable[Table]) -> tuple[str, ...]:
    """All that these tables leave out of a backup."""
    return tuple(statement for table in tables for statement in table.blanked)


def migrations(tables: tuple[Table, ...]) -> "Migrations":
    """Every step from an empty file to VERSION, oldest first; one function per step."""
    steps = cipher.migrations("doorbraak")

    @steps(name="001 first tables")
    def first_tables(db: "Database") -> None:
        for table in tables:
            for statement in table.statements():
                db.execute(statement)

    return steps


def version_of(db: "Database") -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def check_version(db: "Database") -> None:
    """Raises FileNewer with the version that the file asks for, FileDamaged for a file without tables."""
    found = version_of(db)
    if found > VERSION:
        asks = "SELECT value FROM setting WHERE name = 'needs_program'"
        rows = db.execute(asks).fetchall() if db.table("setting").exists() else []
        needed = f"versie {rows[0][0]} of nieuwer" if rows else "een nieuwere versie"
        raise FileNewer(
            f"Deze werkmap is gemaakt met een nieuwere versie van Doorbraak. Er is niets veranderd. "
            f"Installeer {needed} en open de werkmap opnieuw."
        )
    if found < 1:
        raise FileDamaged(
            "In dit bestand staan geen dossiers van Doorbraak. Het is niet veranderd. "
            "Kies een andere map of zet een kopie terug."
        )


def check_tables(db: "Database", tables: Iterable[Table]) -> None:
    """Raises FileDamaged when one of them is not there: the file is whole, and somebody took it out."""
    there = {str(name) for (name,) in db.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'")}
    if not {table.name for table in tables} <= there:
        raise FileDamaged(cipher.DAMAGED)


_STRANGE = (
    "In het dossierbestand staat een opdracht die niet van dit programma is. Die kan ongemerkt gegevens veranderen. "
    "De dossiers zijn niet veranderd. Meld dit bij wie over de beveiliging gaat, en zet een kopie van ervoor terug."
)


def strange(db: "Database") -> tuple[str, ...]:
    """The program makes no triggers and no views in the file: undo's are of the connection, and end with it."""
    found = db.execute("SELECT 1 FROM main.sqlite_master WHERE type NOT IN ('table', 'index') LIMIT 1").fetchone()
    return (_STRANGE,) if found else ()


def migrate(db: "Database", tables: tuple[Table, ...]) -> None:
    """Bring the file to VERSION; each step is whole or not at all."""
    migrations(tables).apply(db)
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute(
        "INSERT INTO setting(name, value) VALUES('needs_program', ?) "
        "ON CONFLICT(name) DO UPDATE SET value = excluded.value",
        [FIRST_PROGRAM],
    )
