"""What one laptop adds to each cell: tokens, with amounts where they may stand, and nothing of a household as a whole.

Amounts stand beside tokens in finest cells only. On a margin they would add up to those of its parts, and so tell
which tokens are of one household; there the two largest are enough for the rules of a publication.

Imports msgspec: only for who makes or reads an exchange file.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta, Struct

from doorbraak.model.exchange.memberships import MOST, Membership
from doorbraak.model.exchange.memberships_amounts import rounded
from doorbraak.model.exchange.table_catalogue import SEPARATOR, CellKey, TableCatalogue, cell_of, is_finest, margins_of
from doorbraak.model.exchange.tokens import token

_Token = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
Amounts = dict[CellKey, int | None]
"""Of one household: every cell that it is in, margins and derived tables too, with its amount where there is one."""


class Entry(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    token: _Token
    value: Annotated[int, Meta(ge=-MOST, le=MOST)] | None


class CellContributions(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """`top`: the two largest amounts without their sign, rounded, where none stand beside the tokens.

    `changed`: how many households entered, left or changed their amount here since the sender's previous export.
    """

    table: Annotated[str, Meta(min_length=1, max_length=40)]
    cell: Annotated[str, Meta(max_length=300)]
    entries: tuple[Entry, ...]
    top: Annotated[tuple[Annotated[int, Meta(ge=0, le=MOST)], ...], Meta(max_length=2)]
    changed: Annotated[int, Meta(ge=0, le=MOST)]


@dataclass(frozen=True, slots=True)
class Home:
    """A household that counts: its secret and its finest cells."""

    secret: bytes = field(repr=False)
    cells: tuple[Membership, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """What the sender's previous export of this kind held: of each cell the amounts by token."""

    period: str
    cells: Mapping[CellKey, Mapping[str, int | None]]


def contributions(
    homes: Iterable[Home], period: str, tables: TableCatalogue, before: Before | None = None
) -> tuple[CellContributions, ...]:
    """In canonical order: cells by table and code, entries by token. No order of households comes through."""
    adding = Adding(period, tables, before)
    for home in homes:
        adding.add(home)
    return adding.made()


class Adding:
    """Contributions, a household at a time."""

    def __init__(self, period: str, tables: TableCatalogue, before: Before | None = None) -> None:
        self._period = period
        self._tables = tables
        self._found: dict[CellKey, list[tuple[str, int | None]]] = defaultdict(list)
        self._changes = _Changes(before, tables)

    def add(self, home: Home) -> None:
        amounts = spread(home.cells, self._tables)
        for key, amount in amounts.items():
            self._found[key].append((token(home.secret, self._period, *key), amount))
        self._changes.see(home.secret, amounts)

    def made(self) -> tuple[CellContributions, ...]:
        """As `contributions` gives them."""
        found, changed = self._found, self._changes.counted()
        return tuple(
            _cell(key, found.get(key, []), self._tables, changed.get(key, 0))
            for key in sorted(found.keys() | changed.keys())
        )


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


def _cell(
    key: CellKey, found: list[tuple[str, int | None]], tables: TableCatalogue, changed: int
) -> CellContributions:  # fmt: skip
    kind = tables.tables[key[0]]
    shown = kind.bears_value(key[1])
    entries = tuple(Entry(name, amount if shown else None) for name, amount in sorted(found))
    top: tuple[int, ...] = ()
    if kind.bears_top(key[1]):
        sizes = sorted((abs(amount) for _, amount in found if amount is not None), reverse=True)
        top = tuple(rounded(size, kind.top_step) for size in sizes[:2])
    return CellContributions(*key, entries, top, changed)


class _Changes:
    """Which of the previous export's tokens are found back. Those that nobody has any more, left: also when the
    household was erased, and its secret with it.
    """

    def __init__(self, before: Before | None, tables: TableCatalogue) -> None:
        self._before = before
        self._tables = tables
        self._changed: dict[CellKey, int] = defaultdict(int)
        self._stayed: dict[CellKey, int] = defaultdict(int)
        self._below: dict[CellKey | None, list[CellKey]] = defaultdict(list)
        for key in before.cells if before is not None else ():
            self._below[_above(key)].append(key)

    def see(self, secret: bytes, amounts: Amounts) -> None:
        then = self._then(secret)
        for key, amount in amounts.items():
            if key not in then:
                self._changed[key] += 1
                continue
            self._stayed[key] += 1
            if amount != then[key]:
                self._changed[key] += 1

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
                asked += self._below.get(key, ())
        finest = (Membership(*key, amount) for key, amount in own.items() if self._bears(key))
        known = spread(finest, self._tables)
        return {key: known.get(key) for key in own}

    def _bears(self, key: CellKey) -> bool:
        kind = self._tables.tables.get(key[0])
        return kind is not None and kind.bears_value(key[1]) and is_finest(key[1])

    def counted(self) -> dict[CellKey, int]:
        if self._before is not None:
            for key, tokens in self._before.cells.items():
                if left := len(tokens) - self._stayed[key]:
                    self._changed[key] += left
        return {key: number for key, number in self._changed.items() if self._tables.knows(key)}


def _above(key: CellKey) -> CellKey | None:
    """The margin that leaves out the last of its codes; None for a total."""
    codes = key[1].split(SEPARATOR)
    last = max((at for at, code in enumerate(codes) if code), default=None)
    return None if last is None else (key[0], cell_of(*codes[:last], *("" for _ in codes[last:])))
