"""The one door: counts go in, and what passes the rules comes out as a ProtectedTable.

Screens, charts and workbooks that leave the laptop take a `ProtectedSummary` and nothing else.
"""

from dataclasses import InitVar, dataclass

from doorbraak.model.exchange import rules
from doorbraak.model.exchange.tables import Counts, CountTable

MOST_LABEL = "meer dan 90%"

_KEY = object()  # whoever holds it can make a protected table: this module alone


class _Sealed:
    """Only this module makes them; nobody makes a kind of their own."""

    __slots__ = ()

    def __init_subclass__(cls) -> None:
        if cls.__module__ != __name__:
            raise TypeError("a protected table can't be extended")


def _check(key: object) -> None:
    if key is not _KEY:
        raise TypeError("only protect() makes a protected table")


@dataclass(frozen=True, slots=True)
class ProtectedRow:
    """`households` is None for "meer dan 90%". A row that may not be shown does not exist at all."""

    label: str
    households: int | None


@dataclass(frozen=True, slots=True)
class ProtectedTable(_Sealed):
    """Rows that passed, the largest first, then in catalogue order. `listed`: how many the catalogue has."""

    id: str
    title: str
    row_title: str
    rows: tuple[ProtectedRow, ...]
    listed: int
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        _check(key)


@dataclass(frozen=True, slots=True)
class ProtectedSummary(_Sealed):
    """`size` is a class, never a number. Under ten households there are no tables."""

    size: str
    example: bool
    tables: tuple[ProtectedTable, ...]
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        _check(key)
        if not all(isinstance(table, ProtectedTable) for table in self.tables):
            raise TypeError("a summary holds protected tables only")


def protect(counts: Counts) -> ProtectedSummary | None:
    """What of these counts may be seen by others; None without households: then nothing leaves."""
    if counts.households == 0:
        return None
    tables: tuple[ProtectedTable, ...] = ()
    if rules.tables_allowed(counts.households):
        tables = tuple(_protected(table, counts.households) for table in counts.tables)
    return ProtectedSummary(rules.size_class(counts.households), counts.example, tables, key=_KEY)


def _protected(table: CountTable, households: int) -> ProtectedTable:
    most, shown = [], []
    for row in table.rows:
        verdict = rules.verdict(row.households, households)
        if verdict == "most":
            most.append(ProtectedRow(row.label, None))  # catalogue order: their own order would tell more
        elif verdict == "number":
            shown.append((row.households, row.label))
    shown.sort(key=lambda pair: -pair[0])
    rows = (*most, *(ProtectedRow(label, number) for number, label in shown))
    return ProtectedTable(table.id, table.title, table.row_title, rows, len(table.rows), key=_KEY)
