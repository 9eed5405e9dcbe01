"""The kinds of columns that dossiers have, each with its privacy class, and the table of a record.

A record's first column names what it belongs to: the household, or the row that belongs to it.
"""

from collections.abc import Collection
from typing import Literal

from doorbraak.model.dossier import checks
from doorbraak.model.workspace.schema import Column, Privacy, Table

Origin = Literal["", "household", "professional", "agency", "published", "example"]
ORIGINS: tuple[Origin, ...] = ("", "household", "professional", "agency", "published", "example")
DAY = "GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'"


def belongs_to(table: str) -> Column:
    """The row that this one belongs to and goes away with."""
    return Column(table, f"INTEGER NOT NULL REFERENCES {table}(id) ON DELETE CASCADE", "never")


def may_name(name: str, table: str, *, gone: Literal["SET NULL", "CASCADE"] = "SET NULL") -> Column:
    """Another row of the household, or none."""
    return Column(name, f"INTEGER REFERENCES {table}(id) ON DELETE {gone}", "never")


def words(name: str) -> Column:
    """Free text: never in any statistic."""
    return Column(name, "TEXT NOT NULL", "never")


def code(name: str, privacy: Privacy) -> Column:
    """An id of the catalogue, or empty."""
    return Column(name, "TEXT NOT NULL", privacy)


def choice(name: str, allowed: Collection[str], privacy: Privacy) -> Column:
    listed = ", ".join(f"'{word}'" for word in allowed)
    return Column(name, f"TEXT NOT NULL CHECK ({name} IN ({listed}))", privacy)


def day(name: str, privacy: Privacy) -> Column:
    return Column(name, f"TEXT NOT NULL CHECK ({name} {DAY})", privacy)


def maybe_day(name: str, privacy: Privacy) -> Column:
    return Column(name, f"TEXT CHECK ({name} {DAY})", privacy)


def flag(name: str, privacy: Privacy) -> Column:
    return Column(name, f"INTEGER NOT NULL CHECK ({name} IN (0, 1))", privacy)


def number(name: str, low: int, high: int, privacy: Privacy) -> Column:
    return Column(name, f"INTEGER NOT NULL CHECK ({name} BETWEEN {low} AND {high})", privacy)


def maybe_number(name: str, low: int, high: int, privacy: Privacy) -> Column:
    return Column(name, f"INTEGER CHECK ({name} BETWEEN {low} AND {high})", privacy)


MAP_PLACE_WHOLE = "CHECK ((map_x IS NULL) = (map_y IS NULL))"


def map_place() -> tuple[Column, Column]:
    """Where somebody put the record on the map, or nowhere."""
    return (
        maybe_number("map_x", -checks.FARTHEST, checks.FARTHEST, "never"),
        maybe_number("map_y", -checks.FARTHEST, checks.FARTHEST, "never"),
    )


def record_table(
    name: str, *columns: Column, constraints: tuple[str, ...] = (), indexes: tuple[str, ...] = (),
    blanked: tuple[str, ...] = (),
) -> Table:  # fmt: skip
    """The table of a record: its own columns, then from whom it comes and when it was noted."""
    noted = (choice("origin", ORIGINS, "never"), day("noted_on", "never"))
    return Table(name, (*columns, *noted), constraints, indexes=(columns[0].name, *indexes), blanked=blanked)
