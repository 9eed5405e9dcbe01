"""How the lines of a genogram run: couples side by side, from parents down to children, feelings beside or above."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from doorbraak.model.dossier.relations import Relation
from doorbraak.model.insight.genogram_families import COUPLES, FEELINGS, PARENTS, SIBLINGS, TieStyle
from doorbraak.model.insight.genogram_rows import COLUMN, ROW

Point = tuple[float, float]
HALF = 0.5
_INSIDE = 0.44
NAME = 1.18
"""From the middle of a sign to the lowest of the name under it, which takes two lines at most."""
_LANES = 0.6  # the room under the names in which lines run beside each other
_LANE = 0.13
_ABOVE = 0.14
_BESIDE = (-0.24, 0.24, -0.38, 0.38)


@dataclass(frozen=True, slots=True)
class Line:
    relations: tuple[Relation, ...]
    people: tuple[int, ...]
    style: TieStyle
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class _Descent:
    """From these parents to one child, by one kind of relation."""

    relations: tuple[Relation, ...]
    parents: tuple[int, ...]
    child: int


class _Lanes:
    """Which height each level stretch of a line has: no two that overlap have the same one."""

    def __init__(self) -> None:
        self._taken: dict[float, list[list[tuple[float, float]]]] = {}

    def take(self, row: float, start: float, end: float, *, least: int = 0) -> int:
        lanes = self._taken.setdefault(row, [])
        low, high = min(start, end) - 0.1, max(start, end) + 0.1
        lane = least
        while True:
            while len(lanes) <= lane:
                lanes.append([])
            if all(high < left or right < low for left, right in lanes[lane]):
                lanes[lane].append((low, high))
                return lane
            lane += 1


def lines(relations: Sequence[Relation], places: Mapping[int, Point]) -> tuple[Line, ...]:
    below, above = _Lanes(), _Lanes()
    tied: set[frozenset[int]] = set()
    couples = [relation for relation in relations if relation.kind in COUPLES]
    found = []
    middles: dict[frozenset[int], tuple[Point, int]] = {}
    for couple in couples:
        pair = frozenset((couple.person, couple.other))
        points, lane = _couple(couple, places, below, again=pair in tied)
        middles.setdefault(pair, (_middle(points), lane + 1))
        found.append(Line((couple,), (couple.person, couple.other), COUPLES[couple.kind], points))
        tied.add(pair)
    for family in _families(_descents(relations, middles)):
        found += _to_children(family, places, middles, below)
    tied |= {frozenset((one.person, one.other)) for one in relations if one.kind in PARENTS}
    parents: dict[int, set[int]] = {person: set() for person in places}
    for one in relations:
        if one.kind in PARENTS:
            parents[one.other].add(one.person)
    for one in relations:
        if one.kind in SIBLINGS and not parents[one.person] & parents[one.other]:
            found.append(_beside(one, SIBLINGS[one.kind], places, above, 0, over=True))
            tied.add(frozenset((one.person, one.other)))
    between: dict[frozenset[int], int] = {}
    for one in relations:
        pair = frozenset((one.person, one.other))
        family_kind = one.kind in COUPLES or one.kind in PARENTS or one.kind in SIBLINGS
        if one.kind in FEELINGS or not (family_kind or pair in tied):
            nth = between[pair] = between.get(pair, -1) + 1
            found.append(_beside(one, FEELINGS.get(one.kind, "dotted"), places, above, nth, over=False))
            tied.add(pair)
    return tuple(found)


def _couple(
    couple: Relation, places: Mapping[int, Point], below: _Lanes, *, again: bool
) -> tuple[tuple[Point, ...], int]:
    """Straight between neighbours, under the names past others."""
    (left, y), (right, other) = sorted((places[couple.person], places[couple.other]))
    if y != other:
        return _straight(places[couple.person], places[couple.other]), 0
    if right - left < COLUMN * 1.9 and not again:
        return ((left + HALF, y), (right - HALF, y)), 0
    lane = below.take(y, left, right)
    low = _lane(y, lane)
    return ((left + 0.2, y + HALF), (left + 0.2, low), (right - 0.2, low), (right - 0.2, y + HALF)), lane


def _middle(points: Sequence[Point]) -> Point:
    (left, y), (right, other) = points[len(points) // 2 - 1], points[len(points) // 2]
    return (left + right) / 2, (y + other) / 2


def _descents(relations: Iterable[Relation], couples: Iterable[frozenset[int]]) -> list[_Descent]:
    """A child hangs from the couple when both are parents in the same way, and else from each of them."""
    by_child: dict[tuple[int, str], list[Relation]] = {}
    for relation in relations:
        if relation.kind in PARENTS:
            by_child.setdefault((relation.other, relation.kind), []).append(relation)
    known = set(couples)
    found = []
    for (child, _), parents in by_child.items():
        left = list(parents)
        for one in parents:
            partner = next((p for p in left if one in left and frozenset((one.person, p.person)) in known), None)
            if partner is not None:
                left = [each for each in left if each not in (one, partner)]
                found.append(_Descent((one, partner), (one.person, partner.person), child))
        found += [_Descent((one,), (one.person,), child) for one in left]
    return found


def _families(descents: Iterable[_Descent]) -> list[list[_Descent]]:
    """Those of the same parents in the same way: their children hang on one bar."""
    families: dict[tuple[frozenset[int], str], list[_Descent]] = {}
    for one in descents:
        families.setdefault((frozenset(one.parents), one.relations[0].kind), []).append(one)
    return list(families.values())


def _to_children(
    family: Sequence[_Descent], places: Mapping[int, Point], middles: Mapping[frozenset[int], tuple[Point, int]],
    below: _Lanes,
) -> list[Line]:  # fmt: skip
    first = family[0]
    kind = first.relations[0].kind
    rank = list(PARENTS).index(kind)
    shift = (0.0, 0.3, -0.3, 0.2)[rank]
    parent = places[first.parents[0]]
    top, least = middles.get(frozenset(first.parents), ((parent[0] + shift * 0.8, parent[1] + HALF), 0))
    under = [one for one in family if abs(places[one.child][1] - parent[1] - ROW) < 0.1]
    bar = 0.0
    if under:
        ends = [top[0], *(places[one.child][0] + shift for one in under)]
        straight = max(ends) - min(ends) < 0.05
        bar = _lane(parent[1], below.take(parent[1], min(ends), max(ends), least=0 if straight else least))
    found = []
    for one in family:
        x, y = places[one.child]
        people, style = (*one.parents, one.child), PARENTS[kind]
        if one in under:
            arrival = x + shift
            down = ((top[0], bar), (arrival, bar)) if abs(top[0] - arrival) > 0.05 else ()
            points: tuple[Point, ...] = (top, *down, (arrival if down else top[0], y - HALF))
        else:
            points = _straight(top if len(one.parents) > 1 else places[one.parents[0]], (x, y))
        found.append(Line(one.relations, people, style, points))
    return found


def _beside(
    one: Relation, style: TieStyle, places: Mapping[int, Point], above: _Lanes, nth: int, *, over: bool
) -> Line:
    """What two people are to each other besides family: beside their line, or over the heads in between."""
    (left, y), (right, other) = sorted((places[one.person], places[one.other]))
    people = (one.person, one.other)
    if y != other:
        start, end = places[one.person], places[one.other]
        upright = abs(start[0] - end[0]) < COLUMN / 2  # where a line from parent to child runs too
        aside = _BESIDE[nth % len(_BESIDE)] / (1 if upright else 2)
        return Line((one,), people, style, _straight((start[0] + aside, start[1]), (end[0] + aside, end[1])))
    if right - left < COLUMN * 1.9 and not over and nth < len(_BESIDE):
        aside = _BESIDE[nth]
        return Line((one,), people, style, ((left + HALF - 0.06, y + aside), (right - HALF + 0.06, y + aside)))
    high = y - HALF - 0.16 - _ABOVE * above.take(y, left, right)
    first, last = left + 0.15, right - 0.15
    return Line((one,), people, style, ((first, y - HALF), (first, high), (last, high), (last, y - HALF)))


def _straight(start: Point, end: Point) -> tuple[Point, ...]:
    """From sign to sign; it begins a little inside them, where a round one has its edge."""
    across, down = end[0] - start[0], end[1] - start[1]
    far = hypot(across, down)
    if far <= 2 * HALF:
        return start, end
    step = _INSIDE / far
    return (start[0] + across * step, start[1] + down * step), (end[0] - across * step, end[1] - down * step)


def _lane(row: float, lane: int) -> float:
    return row + NAME + 0.05 + min(lane * _LANE, _LANES)
