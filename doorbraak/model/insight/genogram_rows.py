"""Where each sign of a genogram stands: partners beside each other, children under their parents, nobody twice.

Each row is a line of blocks (somebody with partners) in a fixed order. A block wishes to stand over its children or
under its parents; who would then overlap share the difference, so that brothers and sisters end up around the middle.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import ceil, sqrt

from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.relations import Relation
from doorbraak.model.insight.genogram_families import COUPLES, PARENTS

COLUMN = 1.7
"""From one sign to the next in a row, in widths of a sign."""
ROW = 2.8
_APART = 0.4  # more, between two who are no couple and have other parents
_ASIDE = 0.9  # more, before those who stand beside the family
_SWEEPS = 4
Point = tuple[float, float]


@dataclass(slots=True)
class _Block:
    people: list[int]
    at: float = 0.0  # of the first one
    parents: frozenset[int] = field(default_factory=frozenset)


def places(people: Sequence[Person], relations: Sequence[Relation], rows: Mapping[int, int]) -> dict[int, Point]:
    """The middle of each sign; some may be left of or above 0."""
    kin = _Kin(people, relations)
    lines = _lines(people, relations, rows, kin)
    for _ in range(_SWEEPS):
        for line in lines[1:]:
            _order(line, kin, _where(lines), kin.parents)
        for line in reversed(lines[:-1]):
            _order(line, kin, _where(lines), kin.children)
    for line in lines:
        _spread(line, {})
    for _ in range(_SWEEPS):
        for line in reversed(lines[:-1]):
            _spread(line, _wishes(line, _where(lines), kin.children))
        for line in lines[1:]:
            _spread(line, _wishes(line, _where(lines), kin.parents))
    family = {person: (x, rows[person] * ROW) for person, x in _where(lines).items()}
    return family | _aside([person.id for person in people if person.id not in rows], family, len(lines))


class _Kin:
    """Who is whose parent and child, and who is older."""

    def __init__(self, people: Sequence[Person], relations: Sequence[Relation]) -> None:
        self.parents: dict[int, list[int]] = {person.id: [] for person in people}
        self.children: dict[int, list[int]] = {person.id: [] for person in people}
        for relation in relations:
            if relation.kind in PARENTS:
                self.parents[relation.other].append(relation.person)
                self.children[relation.person].append(relation.other)
        self.age = {person.id: (person.birth_year or 9999, at) for at, person in enumerate(people)}


def _lines(
    people: Sequence[Person], relations: Sequence[Relation], rows: Mapping[int, int], kin: _Kin
) -> list[list[_Block]]:
    lines: list[list[_Block]] = [[] for _ in range(max(rows.values(), default=-1) + 1)]
    partners: dict[int, dict[int, tuple[bool, int, int]]] = {person.id: {} for person in people}
    for at, relation in enumerate(relations):
        one, other = relation.person, relation.other
        if relation.kind in COUPLES and one in rows and rows[one] == rows[other]:
            when = (COUPLES[relation.kind] != "broken", relation.since or 9999, at)
            partners[one][other] = partners[other][one] = max(when, partners[one].get(other, when))
    placed: set[int] = set()
    for person in people:
        if person.id in rows and person.id not in placed:
            block = _block(person.id, partners)
            placed.update(block)
            known = frozenset(parent for one in block for parent in kin.parents[one])
            lines[rows[person.id]].append(_Block(block, parents=known))
    for line in lines:
        line.sort(key=lambda block: min(kin.age[one] for one in block.people) if block.parents else (0, 0))
    return lines


def _block(start: int, partners: Mapping[int, Mapping[int, tuple[bool, int, int]]]) -> list[int]:
    """Who has most partners, with them in order: former ones first, then by year. Theirs stand at the outside."""
    together, asked = [start], [start]
    while asked:
        for other in partners[asked.pop()]:
            if other not in together:
                together.append(other)
                asked.append(other)
    if len(together) < 3:
        return sorted(together, key=lambda one: one != start)
    hub = max(together, key=lambda one: len(partners[one]))
    *before, last = sorted(partners[hub], key=lambda one: partners[hub][one])
    block = [*before, hub, last]
    for one in block:
        new = sorted((p for p in partners[one] if p not in block), key=lambda p: partners[one][p])
        at = block.index(one) + (block.index(one) > block.index(hub))
        block[at:at] = new
    for one in together:
        if one not in block:
            block.append(one)
    return block


def _where(lines: Sequence[Sequence[_Block]]) -> dict[int, float]:
    return {one: block.at + nth * COLUMN for line in lines for block in line for nth, one in enumerate(block.people)}


def _order(line: list[_Block], kin: _Kin, where: Mapping[int, float], theirs: Mapping[int, list[int]]) -> None:
    """By the middle of parents or children; of the same ones the eldest first. Nobody's stay where they stand."""
    middles: dict[int, float] = {}
    for at, block in enumerate(line):
        found = [where[other] for one in block.people for other in theirs[one] if other in where]
        middles[id(block)] = round(sum(found) / len(found), 3) if found else at * COLUMN
        if len(block.people) == 2:
            sides = [[where[other] for other in theirs[one] if other in where] for one in block.people]
            if all(sides) and theirs is kin.parents and sum(sides[0]) / len(sides[0]) > sum(sides[1]) / len(sides[1]):
                block.people.reverse()
    line.sort(key=lambda block: (middles[id(block)], min(kin.age[one] for one in block.people)))
    begin = 0.0
    for block in line:
        block.at = begin
        begin += len(block.people) * COLUMN


def _wishes(line: Sequence[_Block], where: Mapping[int, float], theirs: Mapping[int, list[int]]) -> dict[int, float]:
    """Where blocks would like to begin, by their place in the line."""
    wishes = {}
    for at, block in enumerate(line):
        found = []
        for nth, one in enumerate(block.people):
            around = [where[other] for other in theirs[one] if other in where]
            if around:
                found.append((min(around) + max(around)) / 2 - nth * COLUMN)
        if found:
            wishes[at] = sum(found) / len(found)
    return wishes


def _spread(line: Sequence[_Block], wishes: Mapping[int, float]) -> None:
    """As near to their wishes as the order and the room between them allow: isotonic regression by merging pools."""
    offset, offsets = 0.0, list[float]()
    for at, block in enumerate(line):
        if at and block.parents != line[at - 1].parents:
            offset += _APART
        offsets.append(offset)
        offset += len(block.people) * COLUMN
    pools: list[tuple[float, float, int]] = []  # mean, weight, how many
    for at, block in enumerate(line):
        weight = 1.0 if at in wishes else 0.01
        pools.append((wishes.get(at, block.at) - offsets[at], weight, 1))
        while len(pools) > 1 and pools[-2][0] >= pools[-1][0]:
            (one, first, some), (other, second, more) = pools[-2:]
            pools[-2:] = [((one * first + other * second) / (first + second), first + second, some + more)]
    means = [mean for mean, _, many in pools for _ in range(many)]
    for block, mean, begin in zip(line, means, offsets, strict=True):
        block.at = mean + begin


def _aside(people: Sequence[int], family: Mapping[int, Point], lines: int) -> dict[int, Point]:
    """Those of no generation, at the right in columns; alone they make a field of their own."""
    high = max(lines, 2) if family else max(1, ceil(sqrt(len(people) / 2)))
    left = max(x for x, _ in family.values()) + COLUMN + _ASIDE if family else 0.0
    wide = ceil(len(people) / high)
    return {one: (left + (at % wide) * COLUMN, (at // wide) * ROW) for at, one in enumerate(people)}
