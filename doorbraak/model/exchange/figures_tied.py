"""The figures that can be published and the sums that tie them: as the reader has them, who adds and subtracts.

Households add up over a partition only, amounts over every dimension and from parts to a derived table. Where codes
overlap, a part is no more than its whole: there nothing is shown below what is hidden, and what is shown is a bound.
Cells of a partition in which nobody is, count as small ones. Of other tables with amounts they are left out, as if
every reader knew that there is nothing: that protects the others more, and it is published nowhere.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Literal

from doorbraak.model.exchange.cell_facts import (
    HOUSEHOLDS,
    CaseloadFacts,
    Facts,
    partitions,
    same_figure,
    table_of,
)  # fmt: skip
from doorbraak.model.exchange.payload import COUNTED_IN
from doorbraak.model.exchange.table_catalogue import (
    NONE,
    OTHER,
    SEPARATOR,
    CellKey,
    Dimension,
    TableCatalogue,
    TableKind,
)  # fmt: skip

Measured = Literal["count", "amount"]


@dataclass(frozen=True, slots=True)
class Line:
    whole: CellKey
    parts: tuple[CellKey, ...]

    @property
    def members(self) -> tuple[CellKey, ...]:
        return (self.whole, *self.parts)


@dataclass(frozen=True, slots=True)
class Figure:
    """One number, and all cells that it stands in. `depth`: how many codes it goes below the totals.

    `wholes`: the figures that hold every household of it without adding up to anything. `groups`: those of them that
    are a group that others may know: with children, of a life domain, of a team.
    """

    key: CellKey
    cells: tuple[CellKey, ...]
    facts: Facts
    measured: Measured
    depth: int
    wholes: tuple[CellKey, ...] = ()
    groups: tuple[CellKey, ...] = ()


@dataclass(frozen=True, slots=True)
class Tied:
    """Figures by key, and the lines over them; `stands_for`: of each cell the key of its figure."""

    figures: Mapping[CellKey, Figure]
    lines: tuple[Line, ...]
    stands_for: Mapping[CellKey, CellKey]

    def components(self) -> tuple[tuple[tuple[Figure, ...], tuple[Line, ...]], ...]:
        """What is tied by sums stands or falls together; what comes first is a whole of what comes later."""
        joined = _Joined(self.figures)
        for line in self.lines:
            joined.join(line.members)
        lines: dict[CellKey, list[Line]] = defaultdict(list)
        for line in self.lines:
            lines[joined.of(line.whole)].append(line)
        groups: dict[CellKey, list[Figure]] = defaultdict(list)
        for key in sorted(self.figures):
            groups[joined.of(key)].append(self.figures[key])
        found = [(tuple(group), tuple(lines[name])) for name, group in groups.items()]
        return tuple(sorted(found, key=lambda one: (min(figure.depth for figure in one[0]), one[0][0].key)))


def counts_tied(facts: CaseloadFacts, tables: TableCatalogue) -> Tied:
    cells = dict(facts.counts)
    found: list[Line] = []
    for key in facts.counts:
        kind, codes = tables.tables[table_of(key)], key[1].split(SEPARATOR)
        found += [Line(key, tuple(_parts(kind, key, at, facts.counts))) for at in partitions(kind) if not codes[at]]
    for line in found:
        for part in line.parts:
            cells.setdefault(part, Facts())
    return _tied(cells, found, tables, "count")


def amounts_tied(facts: CaseloadFacts, tables: TableCatalogue) -> Tied:
    cells = dict(facts.amounts)
    parts: dict[tuple[CellKey, int], list[CellKey]] = defaultdict(list)
    for key in facts.amounts:
        kind, codes = tables.tables[key[0]], key[1].split(SEPARATOR)
        for at, code in enumerate(codes):
            if code:
                parts[(key[0], SEPARATOR.join((*codes[:at], "", *codes[at + 1 :]))), at].append(key)
            elif at in partitions(kind):
                parts[key, at] = _parts(kind, key, at, facts.amounts)
        for other in kind.derived:
            if (other, key[1]) in cells:
                parts[key, -1].append((other, key[1]))
    found = []
    for (whole, at), members in parts.items():
        if at in partitions(tables.tables[whole[0]]):
            members = _parts(tables.tables[whole[0]], whole, at, facts.amounts)
        found.append(Line(whole, tuple(sorted(set(members)))))
        for part in members:
            cells.setdefault(part, Facts())
    return _tied(cells, found, tables, "amount")


def _parts(kind: TableKind, key: CellKey, at: int, there: Container[CellKey]) -> list[CellKey]:
    """Over one partition. That nobody's team or wijk is missing, tells nothing of anybody: such a row is left out."""
    codes, dimension = key[1].split(SEPARATOR), kind.dimensions[at]
    made = [((key[0], SEPARATOR.join((*codes[:at], one.id, *codes[at + 1 :]))), one.id) for one in dimension.codes]
    unasked = (OTHER, NONE) if dimension.from_key else ()
    return [part for part, code in made if part in there or (part[1] not in kind.zeros and code not in unasked)]


def _tied(cells: Mapping[CellKey, Facts], lines: Iterable[Line], tables: TableCatalogue, measured: Measured) -> Tied:
    """Cells that are one figure become one: those of the same households, and a whole with its only part."""
    joined = _Joined(cells)
    if measured == "count":
        for key in cells:
            other = same_figure(key)
            if other in cells and cells[other] is cells[key]:
                joined.join((other, key))
    listed = list(lines)
    for line in listed:
        if len(line.parts) == 1:
            joined.join(line.members)
    members: dict[CellKey, list[CellKey]] = defaultdict(list)
    for key in sorted(cells):
        members[joined.of(key)].append(key)
    figures = {}
    for name, group in members.items():
        exact = [key for key in group if (one := cells[key].amounts) is not None and one.exact]
        chosen = (exact or ([name] if measured == "count" and name in group else group))[0]
        figures[name] = Figure(
            name,
            tuple(group),
            cells[chosen],
            measured,
            min(_depth(key, tables) for key in group),
            tuple(sorted({joined.of(w) for k in group for w in _wholes(k, tables) if w in cells} - {name}))
            if measured == "count"
            else (),
            tuple(sorted({joined.of(w) for k in group for w in _groups(k, tables) if w in cells} - {name}))
            if measured == "count"
            else (),
        )
    made = {
        Line(joined.of(line.whole), tuple(sorted({joined.of(part) for part in line.parts})))
        for line in listed
        if len(line.parts) > 1
    }
    kept = sorted((line for line in made if line.whole not in line.parts), key=lambda line: line.members)
    return Tied(figures, tuple(kept), {key: joined.of(key) for key in cells})


def _overlapping(key: CellKey, tables: TableCatalogue) -> Iterator[tuple[int, list[str]]]:
    """The places of its codes that overlap with others."""
    kind, codes = tables.tables[table_of(key)], key[1].split(SEPARATOR)
    for at, code in enumerate(codes):
        if code and at not in partitions(kind):
            yield at, codes


def _depth(key: CellKey, tables: TableCatalogue) -> int:
    kind = tables.tables[table_of(key)]
    below = sum(1 for _ in _overlapping(key, tables))
    return below + (1 if kind.held_in and below else 0)


def _wholes(key: CellKey, tables: TableCatalogue) -> Iterator[CellKey]:
    kind = tables.tables[table_of(key)]
    for at, codes in _overlapping(key, tables):
        yield key[0], SEPARATOR.join((*codes[:at], "", *codes[at + 1 :]))
        code = kind.dimensions[at].by_id.get(codes[at])
        if kind.held_in and code is not None and code.parent and not key[0].endswith(HOUSEHOLDS):
            yield kind.held_in, code.parent


def _groups(key: CellKey, tables: TableCatalogue) -> Iterator[CellKey]:
    """The cells of the same households by nothing but children, life domain or team."""
    kind, codes = tables.tables[table_of(key)], key[1].split(SEPARATOR)
    dimensions = list(zip(kind.dimensions, codes, strict=True))
    left = [code if one.response == "partition" or _of_domains(one) else "" for one, code in dimensions]
    if any(left) and left != codes:
        yield key[0], SEPARATOR.join(left)
    for one, code in dimensions:
        found = one.by_id.get(code)
        if kind.held_in and found is not None and found.parent:
            yield kind.held_in, found.parent
        if one.id == "team" and code and key[0] != COUNTED_IN:
            yield COUNTED_IN, code


def _of_domains(one: Dimension) -> bool:
    return one.id.startswith("life_domain")


def cells_of(kind: TableKind) -> Iterator[str]:
    """Every cell that the catalogue knows, totals among them, in its order."""
    for codes in product(*((*(code.id for code in one.codes), "") for one in kind.dimensions)):
        yield SEPARATOR.join(codes)


class _Joined:
    """Which keys are one; each group goes by the smallest of them."""

    def __init__(self, keys: Iterable[CellKey]) -> None:
        self._above = {key: key for key in keys}

    def of(self, key: CellKey) -> CellKey:
        while (above := self._above[key]) != key:
            self._above[key] = self._above[above]
            key = above
        return key

    def join(self, keys: Iterable[CellKey]) -> None:
        names = sorted({self.of(key) for key in keys})
        for name in names[1:]:
            self._above[name] = names[0]
