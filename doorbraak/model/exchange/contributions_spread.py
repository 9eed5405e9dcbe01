"""All cells that one household is in: the finest, their margins, and the tables that follow from others."""

from collections import defaultdict
from collections.abc import Iterable

from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue, margins_of

Amounts = dict[CellKey, int | None]
"""Of one household: every cell that it is in, margins and derived tables too, with its amount where there is one."""


def spread(cells: Iterable[Membership], tables: TableCatalogue) -> Amounts:
    """Each finest cell with its margins, in its own table and in those that are derived from it."""
    found: Amounts = {}
    into: dict[str, list[str]] = defaultdict(list)
    for kind in tables.tables.values():
        for part in kind.derived:
            into[part].append(kind.id)
    for one in cells:
        for table in (one.table, *into[one.table]):
            for cell in (one.cell, *margins_of(one.cell)):
                if one.value is None:
                    found[table, cell] = None
                else:
                    found[table, cell] = (found.get((table, cell)) or 0) + one.value
    return found
