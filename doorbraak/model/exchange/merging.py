"""What all senders together count in a period: each token once, cell by cell, with no household in it as a whole.

One table is unpacked at a time, so that memory follows the largest table and not the whole period. Small files stay
sealed where they lie; each of their senders is one for the rules, and together they are one in all that is kept.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model.errors import UserError
from doorbraak.model.exchange import coordinator, opening_box, senders, small_files
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.small_senders import SMALL, named
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.exchange.contributions import CellContributions
    from doorbraak.model.exchange.payload import Payload

TWICE = (
    "Staat een huishouden op twee laptops, dan telt het één keer. Verschilt het bedrag, dan telt het bedrag dat het "
    "dichtst bij nul ligt."
)
OTHER_VERSION = (
    "De bestanden van deze periode zijn met een andere versie van de tabellen gemaakt dan dit programma heeft. Er "
    "is niets samengevoegd en niets veranderd. Gebruik die versie van Doorbraak, of vraag om nieuwe bestanden."
)


@dataclass(frozen=True, slots=True)
class MergedEntry:
    """A household in one cell; `value` where the cell has amounts."""

    value: int | None
    senders: frozenset[str]


@dataclass(frozen=True, slots=True)
class MergedCell:
    """`entries` by token, in order; `tops`: of each sender the two largest amounts, where none stand beside the
    tokens; `changed` and `moved`: what each sender said. A household on two laptops is in both.
    """

    entries: dict[str, MergedEntry]
    tops: dict[str, tuple[int, ...]]
    changed: dict[str, int]
    moved: dict[str, tuple[int, ...]]


_Part = tuple[str, "CellContributions"]
"""Of one sender."""


@dataclass(frozen=True, slots=True)
class Sources:
    """The files of a period that count, not unpacked yet. `senders`: the small ones together as one. `example`: one of
    the files holds made-up or published households.
    """

    store: Store
    period: Period
    catalogue: str
    senders: tuple[str, ...]
    example: bool
    small: tuple["Payload", ...]

    def cells(self) -> Iterator[tuple[CellKey, MergedCell]]:
        """In order of table and cell, one table unpacked at a time."""
        small = _by_table(self.small)
        for table in sorted(self._tables().union(small)):
            yield from self._of(table, small.get(table, ()))

    def _tables(self) -> set[str]:
        rows = self.store.rows(f"SELECT DISTINCT table_id FROM contribution JOIN {_COUNTED}", [str(self.period)])
        return {table for (table,) in rows}

    def _of(self, table: str, small: Iterable[_Part]) -> Iterator[tuple[CellKey, MergedCell]]:
        from doorbraak.model.exchange import received

        rows = self.store.rows(
            f"SELECT sender.sender, cells FROM contribution JOIN {_COUNTED} AND table_id = ? ORDER BY sender.sender",
            [str(self.period), table],
        )
        by_cell: dict[str, list[_Part]] = defaultdict(list)
        for sender, cells in rows:
            for one in received.unpacked(cells):
                by_cell[one.cell].append((sender, one))
        for sender, one in small:
            by_cell[one.cell].append((sender, one))
        alone: dict[str, frozenset[str]] = {}
        for cell in sorted(by_cell):
            yield (table, cell), _together(by_cell.pop(cell), alone)


_COUNTED = (
    "received ON received.id = contribution.received JOIN sender ON sender.id = received.sender "
    f"WHERE period = ? AND content = 'open' AND {senders.COUNTS}"
)


def sources(store: Store, period: Period, tables: TableCatalogue | None = None) -> Sources:
    """Raises UserError when the files are of other tables than this program knows."""
    known = coordinator.catalogue_of(store, tables)
    rows = store.rows(
        "SELECT sender.sender, content, catalogue, example FROM received JOIN sender ON sender.id = received.sender "
        f"WHERE period = ? AND content != 'none' AND {senders.COUNTS} ORDER BY sender.sender",
        [str(period)],
    )
    if {version for _, _, version, _ in rows} - {known.version}:
        raise UserError(OTHER_VERSION)
    opened = small_files.opened(store, str(period), opening_box.box_of(store, known))
    small = tuple(sorted(opened, key=lambda one: one.sender))  # whichever came first
    names = tuple(sender for sender, content, _, _ in rows if content == "open")
    example = any(example for _, content, _, example in rows if content == "open")
    example = example or any(one.example for one in small)
    return Sources(store, period, known.version, (*names, *((SMALL,) if small else ())), example, small)


def _by_table(payloads: Iterable["Payload"]) -> dict[str, list[_Part]]:
    found: dict[str, list[_Part]] = defaultdict(list)
    for payload in payloads:
        for one in payload.cells:
            found[one.table].append((named(payload.sender), one))
    return found


def _together(parts: list[_Part], alone: dict[str, frozenset[str]]) -> MergedCell:
    """`alone`: the set of one sender, made once for all its tokens."""
    entries: dict[str, MergedEntry] = {}
    tops: dict[str, tuple[int, ...]] = {}
    changed: dict[str, int] = {}
    moved: dict[str, tuple[int, ...]] = {}
    for sender, one in parts:
        own = alone.setdefault(sender, frozenset((sender,)))
        for entry in one.entries:
            known = entries.get(entry.token)
            entries[entry.token] = (
                MergedEntry(entry.value, own)
                if known is None
                else MergedEntry(_nearest(known.value, entry.value), known.senders | own)
            )
        if one.top:
            tops[sender] = tuple(sorted((*tops.get(sender, ()), *one.top), reverse=True)[:2])
        if one.changed:
            changed[sender] = changed.get(sender, 0) + one.changed
        if one.moved:
            moved[sender] = one.moved
    return MergedCell(dict(sorted(entries.items())) if len(parts) > 1 else entries, tops, changed, moved)


def _nearest(one: int | None, other: int | None) -> int | None:
    """Of two amounts for one household the one nearest to nothing: what is published claims no more than both say."""
    if one is None or other is None:
        return other if one is None else one
    return min(one, other, key=lambda value: (abs(value), value))
