"""What the two largest amounts of a margin can be, by the amounts that stand in the finest cells below it.

A top that is too low would let a sum of nearly one household pass; one that is too high would hide it.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from doorbraak.model.exchange.memberships_amounts import rounded
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue, margins_of

if TYPE_CHECKING:
    from doorbraak.model.exchange.contributions import CellContributions


@dataclass(slots=True)
class _Below:
    """Of the finest cells: what they add up to; the largest and the second of one of them; and all their largest, and
    two largest, together, which is the most that one household, or two, can have.
    """

    total: int = 0
    first: int = 0
    second: int = 0
    firsts: int = 0
    pairs: int = 0
    negative: bool = False

    def add(self, amounts: list[int]) -> None:
        first, second = (*sorted(map(abs, amounts), reverse=True)[:2], 0, 0)[:2]
        self.total += sum(amounts)
        self.first, self.second = max(self.first, first), max(self.second, second)
        self.firsts += first
        self.pairs += first + second
        self.negative |= any(amount < 0 for amount in amounts)

    def agrees(self, top: tuple[int, ...], households: int, step: int) -> bool:
        """Whatever the signs are, somebody has the mean; with none below nothing, a part is no more than the whole."""
        first, second = (*top, 0, 0)[:2]
        least, next_least = Fraction(abs(self.total), households or 1), 0
        if not self.negative:
            least, next_least = max(least, Fraction(self.first)), self.second
        return (
            rounded(least, step) <= first <= rounded(self.firsts, step)
            and rounded(next_least, step) <= second
            and first + second <= self.pairs + step
        )


def tops_agree(cells: Iterable["CellContributions"], tables: TableCatalogue) -> bool:
    listed = tuple(cells)
    below: dict[CellKey, _Below] = defaultdict(_Below)
    into: dict[str, list[str]] = defaultdict(list)
    for kind in tables.tables.values():
        for part in kind.derived:
            into[part].append(kind.id)
    for one in listed:
        amounts = [entry.value for entry in one.entries if entry.value is not None]
        if amounts:
            for table in (one.table, *into[one.table]):
                for cell in (one.cell, *margins_of(one.cell)):
                    below[table, cell].add(amounts)
    return all(
        below[one.table, one.cell].agrees(one.top, len(one.entries), tables.tables[one.table].top_step)
        for one in listed
        if tables.tables[one.table].bears_top(one.cell)
    )
