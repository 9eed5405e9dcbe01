"""In which cells of the catalogue one household counts in one period, and with how much: a pure function."""

from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.exchange import memberships_amounts, memberships_counts
from doorbraak.model.exchange.memberships_counts import coded
from doorbraak.model.exchange.memberships_day import as_on
from doorbraak.model.exchange.periods import Period, open_in
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue

MOST = 10**7
"""No amount of one household in one cell is more. What is, was typed wrong, and would fill the table by itself."""


@dataclass(frozen=True, slots=True, order=True)
class Membership:
    """In a finest cell; `value` where the table has amounts of its own, in its unit, rounded."""

    table: str
    cell: str
    value: int | None = None


def memberships(
    dossier: Dossier, period: Period, lists: Catalogue, tables: TableCatalogue, *, team: str = ""
) -> tuple[Membership, ...]:
    """Sorted, each cell once; () for a household whose dossier was not open on any day of the period.

    Problems, agencies, grounds and signals count as on the last day, a doorbraak by the day of its status, a look
    back by its day; before is the first measurement, after the last one within the period. `team`: a code of the
    coordinator's, of the one who works with this workspace. Own words and unknown codes count as `overig`.
    """
    if not open_in(dossier.household, period):
        return ()
    then = as_on(dossier, period.last)
    cells = {
        (table, coded(tables.tables[table], values))
        for table, values in (
            *memberships_counts.cells(then, period, tables, team),
            *memberships_counts.statuses(dossier, dossier.statuses, period),
            *memberships_amounts.scores(then, period),
        )
    }
    sums: dict[CellKey, Fraction] = defaultdict(Fraction)
    for (table, values), amount in memberships_amounts.amounts(then, period, lists):
        sums[table, coded(tables.tables[table], values)] += amount
    found = [Membership(table, cell) for table, cell in cells]
    for (table, cell), amount in sums.items():
        found.append(Membership(table, cell, memberships_amounts.rounded(amount, tables.tables[table].step)))
    return tuple(sorted(found, key=lambda one: (one.table, one.cell)))


def too_large(one: Membership) -> bool:
    return one.value is not None and abs(one.value) > MOST
