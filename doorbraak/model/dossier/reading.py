"""From rows to frozen records: fields and columns have the same names in the same order, which a test holds."""

from collections.abc import Callable, Hashable
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, TypeVar, cast

from doorbraak.model.dossier import checks
from doorbraak.model.dossier.links import Link, of_household
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store

R = TypeVar("R")
_READ: dict[Any, Callable[[Any], Any]] = {date: date.fromisoformat, date | None: checks.read_day, bool: bool}


def records(store: Store, table: Table, kind: type[R], household: int, *links: Link) -> tuple[R, ...]:
    """All of the household, in the order in which they were made.

    `kind`'s fields are the columns of `table`; those that follow are the `links`, in order, as tuples of ids.
    """
    rows = store.rows(_question(table), [household])
    make = _maker(cast(Hashable, kind), len(table.columns) + 1)
    if not links:
        return tuple(make(row, ()) for row in rows)
    linked = [of_household(store, link, household) if rows else {} for link in links]
    return tuple(make(row, tuple(to.get(row[0], ()) for to in linked)) for row in rows)


def made(kind: type[R], row: tuple[Any, ...]) -> R:
    """One record of a row with a value for each of its fields, in order."""
    return cast(R, _maker(cast(Hashable, kind), len(row))(row, ()))


@cache
def _question(table: Table) -> str:
    columns, owner = ", ".join(table.column_names), table.columns[0].name
    whose = "= ?" if owner == "household" else f"IN (SELECT id FROM {owner} WHERE household = ?)"
    return f"SELECT {columns} FROM {table.name} WHERE {owner} {whose} ORDER BY id"


@cache
def _maker(kind: Hashable, width: int) -> Callable[[tuple[Any, ...], tuple[tuple[int, ...], ...]], Any]:
    """Makes a record of a row and its links, turning text into days and numbers into yes and no."""
    converted = [(at, _READ[field.type]) for at, field in enumerate(fields(kind)[:width]) if field.type in _READ]  # type: ignore[arg-type]

    def make(row: tuple[Any, ...], links: tuple[tuple[int, ...], ...]) -> Any:
        values = list(row)
        for at, read in converted:
            values[at] = read(values[at])
        return kind(*values, *links)  # type: ignore[operator]

    return make
