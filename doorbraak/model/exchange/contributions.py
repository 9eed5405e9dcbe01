"""What one laptop adds to each cell: tokens, with amounts where they may stand, and nothing of a household as a whole.

Amounts stand beside tokens in finest cells only. On a margin they would add up to those of its parts, and so tell
which tokens are of one household; there the two largest are enough for the rules of a publication.

Imports msgspec: only for who makes or reads an exchange file.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta, Struct

from doorbraak.model.exchange.contributions_changed import NO_CHANGE, Before, Changes
from doorbraak.model.exchange.contributions_spread import spread
from doorbraak.model.exchange.memberships import MOST, Membership
from doorbraak.model.exchange.memberships_amounts import rounded
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue
from doorbraak.model.exchange.tokens import token

_MOST_MOVED = 100_000 * MOST
"""Of a few households the largest amounts there can be, in every finest cell of a table."""
_Token = Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]


class Entry(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    token: _Token
    value: Annotated[int, Meta(ge=-MOST, le=MOST)] | None


class CellContributions(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """`top`: the two largest amounts without their sign, rounded, where none stand beside the tokens.

    `changed`: how many households entered, left or changed their amount here since the sender's previous export.
    `moved`: where the table has amounts, by how much, without sign and rounded like `top`. Of 5 or more the two that
    changed most, and what the others come to, no more than the largest; of fewer what all changes in the finest cells
    come to.
    """

    table: Annotated[str, Meta(min_length=1, max_length=40)]
    cell: Annotated[str, Meta(max_length=300)]
    entries: tuple[Entry, ...]
    top: Annotated[tuple[Annotated[int, Meta(ge=0, le=MOST)], ...], Meta(max_length=2)]
    changed: Annotated[int, Meta(ge=0, le=MOST)]
    moved: Annotated[tuple[Annotated[int, Meta(ge=0, le=_MOST_MOVED)], ...], Meta(max_length=3)]


@dataclass(frozen=True, slots=True)
class Home:
    """A household that counts: its secret and its finest cells."""

    secret: bytes = field(repr=False)
    cells: tuple[Membership, ...]


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
        self._changes = Changes(before, tables)

    def add(self, home: Home) -> None:
        amounts = spread(home.cells, self._tables)
        for key, amount in amounts.items():
            self._found[key].append((token(home.secret, self._period, *key), amount))
        self._changes.see(home.secret, amounts)

    def absent(self, secret: bytes) -> None:
        """A household that counts no longer: with its secret it is known by how much it left each cell."""
        self._changes.see(secret, {})

    def made(self) -> tuple[CellContributions, ...]:
        """As `contributions` gives them."""
        found, changed = self._found, self._changes.counted()
        return tuple(
            _cell(key, found.get(key, []), self._tables, *changed.get(key, NO_CHANGE))
            for key in sorted(found.keys() | changed.keys())
        )


def _cell(
    key: CellKey, found: list[tuple[str, int | None]], tables: TableCatalogue, changed: int, moved: tuple[int, ...]
) -> CellContributions:  # fmt: skip
    kind = tables.tables[key[0]]
    shown = kind.bears_value(key[1])
    entries = tuple(Entry(name, amount if shown else None) for name, amount in sorted(found))
    top: tuple[int, ...] = ()
    if kind.bears_top(key[1]):
        sizes = sorted((abs(amount) for _, amount in found if amount is not None), reverse=True)
        top = tuple(rounded(size, kind.top_step) for size in sizes[:2])
    return CellContributions(*key, entries, top, changed, moved)
