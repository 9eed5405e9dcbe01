"""A published table as rows and columns for people: only where something is shown, the total first.

The last dimension goes into the columns, since it has few codes; a table of one dimension has one column.
"""

from collections.abc import Callable
from dataclasses import dataclass

from doorbraak.model.exchange.published import SAID, PublishedCell, PublishedTable
from doorbraak.model.exchange.table_catalogue import SEPARATOR

Value = str | int | None
REST = "De andere regels en kolommen zijn verborgen of komen niet voor."
NOTHING = (
    "Dit blad is leeg: er is geen enkel cijfer dat getoond mag worden. Het komt niet voor, het gaat om te weinig "
    "huishoudens, of er was iets kleins mee uit te rekenen."
)
NOTHING_LARGE = "Ook een bedrag dat vooral van één huishouden komt, wordt niet getoond."


@dataclass(frozen=True, slots=True)
class MatrixRow:
    labels: tuple[str, ...]
    values: tuple[Value, ...]
    total: bool


@dataclass(frozen=True, slots=True)
class Matrix:
    """`heads`: what the labels of a row are, then the columns."""

    heads: tuple[str, ...]
    labels: int
    rows: tuple[MatrixRow, ...]


def value_of(cell: PublishedCell) -> Value:
    return SAID[cell.status] if cell.status != "shown" else cell.value


def households_of(cell: PublishedCell) -> Value:
    if cell.status != "shown":
        return SAID[cell.status]
    return SAID["hidden"] if cell.households is None else cell.households


def matrix(table: PublishedTable, what: str, of: Callable[[PublishedCell], Value] = value_of) -> Matrix:
    """`what` heads the column of a table with one dimension. No rows when nothing is shown."""
    shown = [(tuple(one.cell.split(SEPARATOR)), one) for one in table.shown]
    if len(table.dimensions) == 1:
        rows = [MatrixRow(one.labels, (of(one),), not code[0]) for code, one in shown]
        return Matrix((table.dimensions[0], what), 1, _total_first(rows))
    across = {code[-1]: one.labels[-1] for code, one in shown}
    ordered = [code for code in _order(table, -1) if code in across]
    down: dict[tuple[str, ...], tuple[str, ...]] = {}
    for code, one in shown:
        down.setdefault(code[:-1], one.labels[:-1])
    rows = [
        MatrixRow(
            labels,
            tuple(of(table.at(SEPARATOR.join((*code, column)))) for column in ordered),
            not any(code),
        )
        for code, labels in down.items()
    ]
    heads = (*table.dimensions[:-1], *(across[code] for code in ordered))
    return Matrix(heads, len(table.dimensions) - 1, _total_first(rows))


def _order(table: PublishedTable, at: int) -> tuple[str, ...]:
    """The codes of a dimension, all together first and then as in the catalogue."""
    found = dict.fromkeys(one.cell.split(SEPARATOR)[at] for one in table.cells)
    return ("", *(code for code in found if code))


def _total_first(rows: list[MatrixRow]) -> tuple[MatrixRow, ...]:
    return tuple(sorted(rows, key=lambda row: not row.total))
