"""What is known at the coordinator's about each cell that can be published: who is in it, of which sender, and how
large the amounts are. Made from what was merged; nothing of it is shown. Of the tokens and amounts of a cell stays only
what the rules ask: so memory follows the largest table.

Tokens of two cells can't be compared. A household that stands on two laptops, in two teams, is one token in the total
and one in each team. So over a partition a total is here the sum of its parts: everything that is published adds up,
and such a household counts in both teams and twice in their total. Over codes that overlap a total is its own tokens.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING

from doorbraak.model.exchange.ledger_amounts import Moved, Pair, Sums, moved_of
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.small_senders import kept_as
from doorbraak.model.exchange.table_catalogue import (
    SEPARATOR,
    CellKey,
    TableCatalogue,
    TableKind,
    is_finest,
    margins_of,
)  # fmt: skip

if TYPE_CHECKING:
    from doorbraak.model.exchange.merging import MergedCell, Sources

HOUSEHOLDS = "/n"
"""Behind the id of a table with amounts: the number of households of its cells, a figure of its own."""
_SAME_TABLE = {"contacts_after": "contacts_before", "agencies_after": "agencies_before"}
_SAME_CELL = {
    ("life_domains", ""): ("problems_children", "|"),
    ("helpfulness_after", ""): ("helpfulness_before", ""),
    ("trust_after", ""): ("trust_before", ""),
    ("signals_rung", ""): ("signals_rule_team", "|"),
    ("signals_wijk", ""): ("signals_rule_team", "|"),
}
"""Before and after are of the same households, and so are the totals of what is told twice: one figure."""

Spread = tuple[int, int, int]
"""Amounts without their sign: together, the largest, the second."""
_NOTHING: Spread = (0, 0, 0)


@dataclass(slots=True)
class Amounts:
    """`sizes`: of the largest ones without their sign, by who knows them; of a margin the senders' two largest, with
    what they can be more than they were rounded to. `exact`: all sizes are there; else their sum is at least the total.
    """

    total: int = 0
    own: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    sizes: dict[frozenset[str], Spread] = field(default_factory=dict)
    exact: bool = True

    def add_size(self, size: int, senders: frozenset[str]) -> None:
        together, first, second = self.sizes.get(senders, _NOTHING)
        first, second = (size, first) if size > first else (first, max(size, second))
        self.sizes[senders] = (together + size, first, second)

    def spread(self, without: str = "") -> Spread:
        together = first = second = 0
        for senders, (all_, one, two) in self.sizes.items():
            if without in senders:
                continue
            together += all_
            first, second = (one, max(first, two)) if one > first else (first, max(one, second))
        if not self.exact:
            together = abs(self.total - (self.own.get(without, 0) if without else 0))
        return max(together, first if self.exact else 0), first, second

    @property
    def size(self) -> int:
        return self.spread()[0]

    def sums(self, moved: Mapping[str, Moved]) -> Sums:
        """By the names that may be kept. `moved`: of each sender."""
        own: dict[str, int] = defaultdict(int)
        for sender, amount in self.own.items():
            own[kept_as(sender)] += amount
        top: dict[str, list[int]] = defaultdict(list)
        for senders, (_, first, second) in self.sizes.items():
            for sender in {kept_as(sender) for sender in senders}:
                top[sender] += [first, second]
        known = {sender: one for sender, one in moved.items() if kept_as(sender) == sender}
        return Sums(self.total, own, _pairs(top), known)


@dataclass(slots=True)
class Facts:
    """`own`: of each sender how many of the households it has; `kept`: the same, by the names that may be kept."""

    households: int = 0
    own: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    amounts: Amounts | None = None
    kept: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def single(self) -> bool:
        """All of it is of one sender, who then knows the cell itself."""
        return any(number == self.households for number in self.own.values())


@dataclass(frozen=True, slots=True)
class CaseloadFacts:
    """`counts`: of counted cells, and of the households of cells with amounts; `amounts`: of cells with amounts.

    `negative`: tables in which an amount can be below nothing. `changed` and `moved`: as each sender said.
    `bands`: of the cells of both sides of each band.
    """

    counts: Mapping[CellKey, Facts]
    amounts: Mapping[CellKey, Facts]
    negative: frozenset[str]
    changed: Mapping[CellKey, Mapping[str, int]]
    moved: Mapping[CellKey, Mapping[str, Moved]]
    bands: Mapping[CellKey, Facts] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Caseload:
    """What a publication is made of: no token is in it any more."""

    period: Period
    catalogue: str
    senders: frozenset[str]
    example: bool
    facts: CaseloadFacts


def caseload_of(sources: "Sources", tables: TableCatalogue) -> Caseload:
    """Raises UserError."""
    facts = facts_of(sources.cells(), tables)
    return Caseload(sources.period, sources.catalogue, frozenset(sources.senders), sources.example, facts)


def facts_of(cells: Iterable[tuple[CellKey, "MergedCell"]], tables: TableCatalogue) -> CaseloadFacts:
    """Of cells in any order."""
    counts: dict[CellKey, Facts] = defaultdict(Facts)
    bands: dict[CellKey, Facts] = defaultdict(Facts)
    sums: dict[CellKey, Amounts] = defaultdict(Amounts)
    changed: dict[CellKey, Mapping[str, int]] = {}
    moved: dict[CellKey, Mapping[str, Moved]] = {}
    into = _derived_from(tables)
    for key, merged in cells:
        kind, cell = tables.tables[key[0]], key[1]
        changed[key] = merged.changed
        if kind.has_amounts:
            step = kind.top_step // 2
            moved[key] = {by: moved_of(sizes, merged.changed[by], step) for by, sizes in merged.moved.items()}
            _add_amounts(sums, kind, cell, merged, into[kind.id])
        if kind.band_of:
            _add_households(bands[key], merged)
        elif merged.entries and _is_no_total_over_parts(kind, cell):
            counted = kind.id + HOUSEHOLDS if kind.has_amounts else kind.id
            for whole in _over_partitions(kind, cell):
                _add_households(counts[counted, whole], merged)
    same = _same(counts)
    found = {key: counts[same.get(key, key)] for key in counts}
    amounts = {
        key: Facts(of.households, of.own, one, of.kept)
        for key, one in sums.items()
        if (of := counts.get(numbered(key))) is not None
    }
    for key, of in bands.items():
        of.amounts = sums[key]
    negative = frozenset(table for (table, cell), one in sums.items() if is_finest(cell) and one.total < 0)
    negative |= {table for (table, _), one in sums.items() if any(own < 0 for own in one.own.values())}
    return CaseloadFacts(found, amounts, negative, changed, moved, bands)


def _is_no_total_over_parts(kind: TableKind, cell: str) -> bool:
    """Such a total is added up from its parts."""
    return all(code or at not in partitions(kind) for at, code in enumerate(cell.split(SEPARATOR)))


def _pairs(sizes: Mapping[str, list[int]]) -> dict[str, Pair]:
    largest = {sender: sorted(found, reverse=True)[:2] for sender, found in sizes.items()}
    return {sender: (found[0], sum(found)) for sender, found in largest.items() if found}


def numbered(key: CellKey) -> CellKey:
    return key[0] + HOUSEHOLDS, key[1]


def table_of(key: CellKey) -> str:
    return key[0].removesuffix(HOUSEHOLDS)


def partitions(kind: TableKind) -> tuple[int, ...]:
    """The places of the dimensions of which a household is in one code."""
    return tuple(at for at, one in enumerate(kind.dimensions) if one.response == "partition")


def same_figure(key: CellKey) -> CellKey:
    """The cell whose figure this is by the way in which households are counted; most are their own."""
    table = key[0].removesuffix(HOUSEHOLDS)
    if table in _SAME_TABLE and table != key[0]:
        return _SAME_TABLE[table] + HOUSEHOLDS, key[1]
    return _SAME_CELL.get(key, key)


def _same(counts: Mapping[CellKey, Facts]) -> dict[CellKey, CellKey]:
    """Where a household on two laptops makes them differ, they are two figures."""
    return {
        key: other
        for key in counts
        if (other := same_figure(key)) != key and other in counts and counts[other].households == counts[key].households
    }


def _derived_from(tables: TableCatalogue) -> Mapping[str, list[str]]:
    into: dict[str, list[str]] = defaultdict(list)
    for kind in tables.tables.values():
        for part in kind.derived:
            into[part].append(kind.id)
    return into


def _over_partitions(kind: TableKind, cell: str) -> Iterator[str]:
    """The cell, and the totals over its partitions."""
    places = partitions(kind)
    ways = ((code, "") if at in places else (code,) for at, code in enumerate(cell.split(SEPARATOR)))
    for codes in product(*ways):
        yield SEPARATOR.join(codes)


def _add_households(facts: Facts, merged: "MergedCell") -> None:
    facts.households += len(merged.entries)
    for entry in merged.entries.values():
        for sender in entry.senders:
            facts.own[sender] += 1
        for sender in {kept_as(sender) for sender in entry.senders}:
            facts.kept[sender] += 1


def _add_amounts(
    sums: dict[CellKey, Amounts], kind: TableKind, cell: str, merged: "MergedCell", into: Iterable[str]
) -> None:  # fmt: skip
    own = sums[kind.id, cell]
    if not kind.bears_value(cell):
        own.exact = False
        more = kind.top_step // 2
        for sender, sizes in merged.tops.items():
            for size in sizes:
                own.add_size(size + more, frozenset((sender,)))
        return
    for entry in merged.entries.values():
        own.add_size(abs(entry.value or 0), entry.senders)
    by_sender: dict[str, int] = defaultdict(int)
    for entry in merged.entries.values():
        for sender in entry.senders:
            by_sender[sender] += entry.value or 0
    total = sum(entry.value or 0 for entry in merged.entries.values())
    for table in (kind.id, *into):
        for whole in (cell, *margins_of(cell)):
            found = sums[table, whole]
            found.total += total
            for sender, amount in by_sender.items():
                found.own[sender] += amount
