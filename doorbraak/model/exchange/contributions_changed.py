"""What changed in each cell since the sender's previous export: how many households, and by how much.

By how much, of 5 households or more: the two largest, and what the others come to as far as it matters, up to the
largest. Of fewer that would put the amounts below a margin together again, household by household. Of these is said
what the changes in the finest cells come to, without their sign: all that there can be at most, whoever they are of.

Of a household that still has its secret all of it is known. One that was erased left tokens that nobody has any
more: of its amount on a margin only follows what it can be at most, which may be among the largest and never among the
others.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model.exchange.contributions_spread import Amounts, spread
from doorbraak.model.exchange.memberships import Membership
from doorbraak.model.exchange.memberships_amounts import rounded
from doorbraak.model.exchange.rules import FEWEST_CHANGED
from doorbraak.model.exchange.table_catalogue import (
    SEPARATOR,
    CellKey,
    TableCatalogue,
    cell_of,
    is_finest,
)  # fmt: skip
from doorbraak.model.exchange.tokens import token

if TYPE_CHECKING:
    from doorbraak.model.exchange.contributions import CellContributions

Changed = tuple[int, tuple[int, ...]]
"""How many households, and `CellContributions.moved`."""
NO_CHANGE: Changed = (0, ())
_NOTHING: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Before:
    """What the sender's previous export of this kind held: of each cell the amounts by token, and its `tops`."""

    period: str
    cells: Mapping[CellKey, Mapping[str, int | None]]
    tops: Mapping[CellKey, tuple[int, ...]]

    @classmethod
    def of(cls, period: str, cells: "Iterable[CellContributions]") -> "Before":
        listed = tuple(cells)
        return cls(
            period,
            {(one.table, one.cell): {entry.token: entry.value for entry in one.entries} for one in listed},
            {(one.table, one.cell): one.top for one in listed if one.top},
        )


class Changes:
    """Sees one household after the other. Tokens of before that none of them has, left: also when the household was
    erased, and its secret with it.
    """

    def __init__(self, before: Before | None, tables: TableCatalogue) -> None:
        self._before = before
        self._tables = tables
        self._changed: dict[CellKey, int] = defaultdict(int)
        self._moved: dict[CellKey, list[int]] = defaultdict(list)
        self._most: dict[CellKey, int] = defaultdict(int)
        self._found: dict[CellKey, set[str]] = defaultdict(set)
        self._sizes: dict[CellKey, tuple[int, ...]] = defaultdict(tuple)
        self._below: dict[CellKey | None, list[CellKey]] = defaultdict(list)
        for key in before.cells if before is not None else ():
            self._below[_above(key)].append(key)

    def see(self, secret: bytes, amounts: Amounts) -> None:
        """`amounts`: what it has now; nothing, for one that counts no longer."""
        then = self._then(secret)
        by: dict[CellKey, int] = {}
        for key in amounts.keys() | then.keys():
            if key in amounts and key in then and amounts[key] == then[key]:
                continue
            self._changed[key] += 1
            by[key] = (amounts.get(key) or 0) - (then.get(key) or 0)
            self._move(key, [by[key]])
        self._add_up(by)

    def counted(self) -> dict[CellKey, Changed]:
        """When every household was seen; once."""
        for key, tokens in self._before.cells.items() if self._before is not None else ():
            if left := len(tokens) - len(self._found[key]):
                self._changed[key] += left
        for key in self._before.cells if self._before is not None else ():
            self._move(key, self._left(key))
            if self._bears(key):
                self._add_up({key: sum(map(abs, self._amounts_left(key)))})
        return {
            key: (number, self._said(key, number))
            for key, number in self._changed.items()
            if self._tables.knows(key)
        }  # fmt: skip

    def _said(self, key: CellKey, changed: int) -> tuple[int, ...]:
        sizes = sorted(self._moved[key], reverse=True)
        if not sizes:
            return _NOTHING
        few = changed < FEWEST_CHANGED
        said = (self._most[key],) if few else (*sizes[:2], min(sizes[0], sum(sizes[2:])))
        return tuple(rounded(size, self._tables.tables[key[0]].top_step) for size in said)

    def _move(self, key: CellKey, by: Iterable[int]) -> None:
        kind = self._tables.tables.get(key[0])
        if kind is not None and kind.has_amounts:
            self._moved[key] += map(abs, by)

    def _add_up(self, by: Mapping[CellKey, int]) -> None:
        parts = (Membership(*key, abs(amount)) for key, amount in by.items() if self._bears(key))
        for key, size in spread(parts, self._tables).items():
            self._most[key] += size or 0

    def _then(self, secret: bytes) -> Amounts:
        if self._before is None:
            return {}
        own: dict[CellKey, int | None] = {}
        asked = list(self._below[None])
        while asked:  # who is not in a margin, is in no cell below it, so that most need not be asked
            key = asked.pop()
            name, tokens = token(secret, self._before.period, *key), self._before.cells[key]
            if name in tokens:
                own[key] = tokens[name]
                self._found[key].add(name)
                asked += self._below.get(key, ())
        finest = (Membership(*key, amount) for key, amount in own.items() if self._bears(key))
        known = spread(finest, self._tables)
        for key in own:
            if (amount := known.get(key)) is not None:
                self._sizes[key] = _two_largest(*self._sizes[key], abs(amount))
        return {key: known.get(key) for key in own}

    def _bears(self, key: CellKey) -> bool:
        kind = self._tables.tables.get(key[0])
        return kind is not None and kind.bears_value(key[1]) and is_finest(key[1])

    # -- of households that nobody has any more -------------------------------------------------------------

    def _left(self, key: CellKey) -> Sequence[int]:
        """What they had, where that is known; else what the two largest had at most."""
        kind, before = self._tables.tables.get(key[0]), self._before
        if before is None or kind is None or not kind.has_amounts:
            return _NOTHING
        number = len(before.cells[key]) - len(self._found[key])
        if not number:
            return _NOTHING
        if self._bears(key):
            return self._amounts_left(key)
        parts = [self._amounts_left(part) for part in self._parts(key)]
        if number == 1:  # whatever is left below, is of that one
            return (sum(amount for part in parts for amount in part),)
        most = sum(max((abs(amount) for amount in part), default=0) for part in parts)
        return tuple(min(size, most) for size in self._tops_left(key))

    def _amounts_left(self, key: CellKey) -> list[int]:
        assert self._before is not None
        tokens = self._before.cells[key]
        return [amount or 0 for name, amount in tokens.items() if name not in self._found[key]]

    def _parts(self, key: CellKey) -> list[CellKey]:
        """The cells with amounts beside their tokens that add up to it."""
        assert self._before is not None
        tables = self._tables.tables[key[0]].derived or (key[0],)
        codes = key[1].split(SEPARATOR)
        return [
            other
            for other in self._before.cells
            if other[0] in tables
            and is_finest(other[1])
            and all(not mine or mine == its for mine, its in zip(codes, other[1].split(SEPARATOR), strict=True))
        ]

    def _tops_left(self, key: CellKey) -> tuple[int, int]:
        """The two largest of before, but for those of who is still here."""
        assert self._before is not None
        first, second = (*self._before.tops.get(key, _NOTHING), 0, 0)[:2]
        step, own = self._tables.tables[key[0]].top_step, self._sizes[key]
        return (second if own and rounded(own[0], step) >= first else first), second


def _two_largest(*sizes: int) -> tuple[int, ...]:
    return tuple(sorted(sizes, reverse=True)[:2])


def _above(key: CellKey) -> CellKey | None:
    """The margin that leaves out the last of its codes; None for a total."""
    codes = key[1].split(SEPARATOR)
    last = max((at for at, code in enumerate(codes) if code), default=None)
    return None if last is None else (key[0], cell_of(*codes[:last], *("" for _ in codes[last:])))
