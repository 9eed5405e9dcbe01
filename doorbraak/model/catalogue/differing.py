"""What another set of lists would change: which rows come, go and read otherwise, as data."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Literal

from doorbraak.model.catalogue.lists import SHEETS
from doorbraak.model.catalogue.records import Catalogue

Kind = Literal["added", "removed", "changed"]
KINDS: tuple[Kind, ...] = ("added", "removed", "changed")
_DECIMALS = {"price_eur": 2, "low_eur": 2, "high_eur": 2, "cpi_index": 2, "quantity_per_contact": 4}
_NAMED = ("name", "title", "decision", "basis", "avoid", "tension")


@dataclass(frozen=True, slots=True)
class Cell:
    """A column of the file, with what stood there and what would stand there, as people write it."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Row:
    """`list`: as in Catalogue. `id`: what the row is known by in its list. `cells`: its columns that differ."""

    list: str
    kind: Kind
    id: str
    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """In the order of the lists; within one what goes, what comes, what changes, each in the order of the file."""

    rows: tuple[Row, ...]

    @property
    def totals(self) -> Mapping[str, Mapping[Kind, int]]:
        """How many rows of each list that differs."""
        found: dict[str, Counter[Kind]] = {}
        for row in self.rows:
            found.setdefault(row.list, Counter())[row.kind] += 1
        return found

    @property
    def gone(self) -> Mapping[str, frozenset[str]]:
        """The ids that vanish, by list."""
        gone: dict[str, set[str]] = {}
        for row in self.rows:
            if row.kind == "removed":
                gone.setdefault(row.list, set()).add(row.id)
        return {name: frozenset(ids) for name, ids in gone.items()}


def difference(old: Catalogue, new: Catalogue) -> Difference:
    """Row by row, by what a row is known by: one with another id is another row. Their order is no difference."""
    rows: list[Row] = []
    for name, sheet in SHEETS.items():
        before, after = _keyed(old, name, sheet.unique), _keyed(new, name, sheet.unique)
        rows += [_row(name, "removed", key, record, None) for key, record in before.items() if key not in after]
        rows += [_row(name, "added", key, None, record) for key, record in after.items() if key not in before]
        rows += [
            _row(name, "changed", key, before[key], record)
            for key, record in after.items()
            if key in before and before[key] != record
        ]
    return Difference(tuple(rows))


def _keyed(catalogue: Catalogue, name: str, unique: Callable[[Any], object]) -> dict[object, Any]:
    held = getattr(catalogue, name)
    return {unique(record): record for record in (held if isinstance(held, tuple) else held.values())}


def _row(name: str, kind: Kind, key: object, before: Any | None, after: Any | None) -> Row:
    record = before if after is None else after
    said = " · ".join(map(str, key)) if isinstance(key, tuple) else str(key)
    named = next((str(getattr(record, field)) for field in _NAMED if hasattr(record, field)), said)
    return Row(name, kind, said, named, _cells(name, record, before, after))


def _cells(name: str, record: Any, before: Any | None, after: Any | None) -> tuple[Cell, ...]:
    """The columns stand in the order of the record's fields. A row that is not there is empty."""
    found = []
    for (column, _), field in zip(SHEETS[name].columns, fields(record), strict=True):
        was, becomes = getattr(before, field.name, None), getattr(after, field.name, None)
        if was != becomes:
            found.append(Cell(column, _said(column, was), _said(column, becomes)))
    return tuple(cell for cell in found if cell.before or cell.after)


def _said(column: str, value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, tuple):
        return "; ".join(value)
    if decimals := _DECIMALS.get(column):
        whole, part = divmod(value, 10**decimals)
        shown = f"{part:0{decimals}d}"
        return f"{whole},{shown.rstrip('0') if decimals > 2 else shown}".rstrip(",")
    return str(value)
