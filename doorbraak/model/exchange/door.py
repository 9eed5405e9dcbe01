"""The one door: counts go in, and what passes the rules comes out as a ProtectedTable.

Screens, charts and workbooks that leave the laptop take a `ProtectedSummary` and nothing else.

Tables are judged together: where one row holds another (`tables.nestings`), the reader can subtract. The row
that is held is then hidden, never the one that holds it. The 15 life domains say most about the whole group,
and a hidden problem of a shown domain can be either small or nearly the whole domain, which tells nothing.

Several problems of one domain need no rule of their own. Of two shown problems p and q of a shown domain d
the reader knows that their overlap lies between p + q - d (or 0) and the smaller of the two. That leaves at
least min(p, q, d - p, d - q) numbers besides, and each of these is 10 or more; more problems, or two domains
among all households, only make it wider. The same holds for the households that have another problem of the
domain: at least d - p - q (or none), at most d minus the larger. It is not known that p and q are the only
problems of a domain: every other row, zero included, is hidden in the same way, and own words may stand for
any domain. To close that gap every listed problem of a domain would have to be shown, each with 10
households in it and 10 of the domain outside it; even then own words and a problem that somebody moved to
another domain stay possible.
"""

from dataclasses import InitVar, dataclass

from doorbraak.model.exchange import rules
from doorbraak.model.exchange.seal import Seal, Sealed
from doorbraak.model.exchange.tables import Counts, CountTable

MOST_LABEL = "meer dan 90%"

_KEY = Seal("only protect() makes a protected table")


@dataclass(frozen=True, slots=True)
class ProtectedRow:
    """`households` is None for "meer dan 90%". A row that may not be shown does not exist at all."""

    label: str
    households: int | None


@dataclass(frozen=True, slots=True)
class ProtectedTable(Sealed):
    """Rows that passed, the largest first, then in catalogue order. `listed`: how many the catalogue has."""

    id: str
    title: str
    row_title: str
    rows: tuple[ProtectedRow, ...]
    listed: int
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        _KEY.check(key)


@dataclass(frozen=True, slots=True)
class ProtectedSummary(Sealed):
    """`size` is a class, never a number. Under ten households there are no tables."""

    size: str
    example: bool
    tables: tuple[ProtectedTable, ...]
    key: InitVar[object]

    def __post_init__(self, key: object) -> None:
        _KEY.check(key)
        if not all(isinstance(table, ProtectedTable) for table in self.tables):
            raise TypeError("a summary holds protected tables only")


def protect(counts: Counts) -> ProtectedSummary | None:
    """What of these counts may be seen by others; None without households: then nothing leaves."""
    if counts.households == 0:
        return None
    tables: tuple[ProtectedTable, ...] = ()
    if rules.tables_allowed(counts.households):
        held = _subtractable(counts)
        tables = tuple(_protected(table, counts.households, held) for table in counts.tables)
    return ProtectedSummary(rules.size_class(counts.households), counts.example, tables, key=_KEY)


def _subtractable(counts: Counts) -> frozenset[tuple[str, str]]:
    """The rows, as (table id, code), that would leave too few when subtracted from a row that holds them."""
    inside = {(table.id, row.code): row.households for table in counts.tables for row in table.rows}
    return frozenset(
        one.part
        for one in counts.nestings
        if one.whole in inside
        and one.part in inside
        and not rules.apart(inside[one.whole], inside[one.part], counts.households)
    )


def _protected(table: CountTable, households: int, held: frozenset[tuple[str, str]]) -> ProtectedTable:
    most, shown = [], []
    for row in table.rows:
        if (table.id, row.code) in held:
            continue
        verdict = rules.verdict(row.households, households)
        if verdict == "most":
            most.append(ProtectedRow(row.label, None))  # catalogue order: their own order would tell more
        elif verdict == "number":
            shown.append((row.households, row.label))
    shown.sort(key=lambda pair: -pair[0])
    rows = (*most, *(ProtectedRow(label, number) for number, label in shown))
    return ProtectedTable(table.id, table.title, table.row_title, rows, len(table.rows), key=_KEY)
