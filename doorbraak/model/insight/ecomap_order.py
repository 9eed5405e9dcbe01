"""Which side of the map a life domain or agency is on, and in which order: few lines should cross.

The order is made as the household was told: problem after problem, each where it crosses fewest lines, its agencies
beside it, and after each one neighbours may change places once. So a newcomer moves nobody far: the map of a
week ago is known again. Sorting everything anew each time would cross a few lines less and move everything.

What is solved or over takes part as well, and is left out afterwards: a success must not turn the map around.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.problems import Problem

Block = tuple[str, tuple[int, ...]]
Served = Mapping[int, Sequence[int]]

_UNEVEN = 1  # so many agencies more at one side are no reason to move one
_TOP = 1  # the bit of the lane above all labels, where lines to the other side go


@dataclass(frozen=True, slots=True)
class Order:
    """Right and left, each from top to bottom: life domains with ids of problems, and ids of agencies."""

    blocks: tuple[tuple[Block, ...], tuple[Block, ...]]
    agencies: tuple[tuple[int, ...], tuple[int, ...]]

    def only(self, problems: Collection[int], agencies: Collection[int]) -> "Order":
        """The same without the others; a life domain without problems goes too."""
        right, left = (
            tuple((domain, ids) for domain, all_ in blocks if (ids := _among(all_, problems))) for blocks in self.blocks
        )
        return Order((right, left), (_among(self.agencies[0], agencies), _among(self.agencies[1], agencies)))

    def tied_last(self, served: Served) -> "Order":
        """Agencies without a problem stand below the others, where the lane to the household is."""
        right, left = (tuple(sorted(ids, key=lambda id_: not served[id_])) for ids in self.agencies)
        return Order(self.blocks, (right, left))


def _among(ids: Iterable[int], kept: Collection[int]) -> tuple[int, ...]:
    return tuple(id_ for id_ in ids if id_ in kept)


def served_of(problems: Iterable[Problem], agencies: Iterable[Agency]) -> dict[int, tuple[int, ...]]:
    """For each agency the ids of its problems, as far as they are among these."""
    known = {problem.id for problem in problems}
    return {one.id: tuple(id_ for id_ in one.problems if id_ in known) for one in agencies}


def order_of(problems: Sequence[Problem], agencies: Sequence[Agency], catalogue: Catalogue) -> Order:
    """Agencies without a problem fill both sides, below the others."""
    return Ordering().of(problems, agencies, catalogue)


class Ordering:
    """The same order, found again from where it was when only problems were told since: that takes longest."""

    def __init__(self) -> None:
        self._told: list[tuple[int, str]] = []
        self._growing: _Growing | None = None

    def of(self, problems: Sequence[Problem], agencies: Sequence[Agency], catalogue: Catalogue) -> Order:
        served = served_of(problems, agencies)
        told = sorted((problem.id, problem.life_domain) for problem in problems)
        growing, known = self._growing, len(self._told)
        if growing is None or told[:known] != self._told or not growing.goes_on(served):
            growing, known = _Growing(served, tuple(catalogue.life_domains)), 0
        for id_, domain in told[known:]:
            growing.add(id_, domain)
        self._told, self._growing = told, growing
        return growing.order()


def in_catalogue_order(problems: Sequence[Problem], agencies: Sequence[Agency], catalogue: Catalogue) -> Order:
    """What the order is measured against: clockwise by the lists, half of it right and half of it left."""
    domain_at = {id_: at for at, id_ in enumerate(catalogue.life_domains)}
    problem_at = {id_: at for at, id_ in enumerate(catalogue.problems)}
    agency_at = {id_: at for at, id_ in enumerate(catalogue.agencies)}
    found: dict[str, list[int]] = {}
    for one in sorted(
        problems, key=lambda one: (domain_at.get(one.life_domain, 99), problem_at.get(one.kind, 9999), one.id)
    ):
        found.setdefault(one.life_domain, []).append(one.id)
    right: list[Block] = []
    left: list[Block] = []
    for domain, ids in found.items():
        full = 2 * sum(len(each) for _, each in right) >= len(problems)
        (left if full else right).append((domain, tuple(ids)))
    order = [one.id for one in sorted(agencies, key=lambda one: (agency_at.get(one.kind, 9999), one.id))]
    half = (len(order) + 1) // 2
    left = [(domain, ids[::-1]) for domain, ids in left[::-1]]
    return Order((tuple(right), tuple(left)), (tuple(order[:half]), tuple(order[half:][::-1])))


def crossings(order: Order, served: Served) -> int:
    """How many pairs of lines between agencies and problems cross. A line to the other side leaves and comes in
    above everything, so it crosses what stands above its ends.
    """
    found = 0
    for side in (0, 1):
        inner = {id_: at for at, id_ in enumerate(id_ for _, ids in order.blocks[side] for id_ in ids)}
        outer = {id_: at for at, id_ in enumerate(order.agencies[side])}
        lines = [
            (outer.get(agency, -1), inner.get(problem, -1))
            for agency, problems in served.items()
            for problem in problems
            if agency in outer or problem in inner
        ]
        lines.sort()
        found += sum(
            one[0] < other[0] and one[1] > other[1] for at, one in enumerate(lines) for other in lines[at + 1 :]
        )
    return found


def _serving(served: Served) -> dict[int, list[int]]:
    """For each problem the agencies that are there for it, by id."""
    found: dict[int, list[int]] = {}
    for agency, problems in sorted(served.items()):
        for problem in problems:
            found.setdefault(problem, []).append(agency)
    return found


class _Growing:
    """The order so far. A set of places of a side is an int: a bit per place, the lane above them the first bit."""

    def __init__(self, served: Served, domains: Sequence[str]) -> None:
        self.blocks: tuple[list[tuple[str, list[int]]], list[tuple[str, list[int]]]] = ([], [])
        self.agencies: tuple[list[int], list[int]] = ([], [])
        self.free: tuple[list[int], list[int]] = (sorted(served)[::2], sorted(served)[1::2])
        self._served = served
        self._serving = _serving(served)
        self._home = {domain: at for at, domain in enumerate(domains)}
        self._problem_side: dict[int, int] = {}
        self._agency_side: dict[int, int] = {}
        self._most = max(6, -(-len(served) * 27 // 50))

    def goes_on(self, served: Served) -> bool:
        """Whether what was found until now also holds for these: then the rest can be told from here."""
        known = self._problem_side
        same = served.keys() == self._served.keys() and all(
            tuple(id_ for id_ in ids if id_ in known) == tuple(self._served[agency]) for agency, ids in served.items()
        )
        if same:
            self._served, self._serving = served, _serving(served)
        return same

    def order(self) -> Order:
        right, left = (tuple((domain, tuple(ids)) for domain, ids in blocks) for blocks in self.blocks)
        columns = [(*linked, *free) for linked, free in zip(self.agencies, self.free, strict=True)]
        return Order((right, left), (columns[0], columns[1]))

    def add(self, problem: int, domain: str) -> None:
        side = self._side(problem, domain)
        self._problem_side[problem] = side
        self._insert_problem(problem, domain, side)
        for agency in self._serving.get(problem, ()):
            self._place_agency(agency)
        self._balance()
        self._swap_neighbours()

    def _side(self, problem: int, domain: str) -> int:
        for side in (0, 1):
            if any(domain == there for there, _ in self.blocks[side]):
                return side
        rows = [sum(len(ids) + 1 for _, ids in blocks) for blocks in self.blocks]
        sides = [self._agency_side[one] for one in self._serving.get(problem, ()) if one in self._agency_side]
        home = 2 * self._home.get(domain, 99) >= len(self._home)
        lean = rows[1] - rows[0] + 2 * (len(sides) - 2 * sum(sides)) + (-1 if home else 1)
        return int(lean < 0)

    def _insert_problem(self, problem: int, domain: str, side: int) -> None:
        blocks = self.blocks[side]
        places = self._places(self.agencies[side])
        own = self._problem_mask(problem, places)
        for there, ids in blocks:
            if there == domain:
                ids.insert(_best(own, [self._problem_mask(id_, places) for id_ in ids]), problem)
                return
        masks = [[self._problem_mask(id_, places) for id_ in ids] for _, ids in blocks]
        gains = [0]
        for group in masks:
            gains.append(gains[-1] - sum(_difference(own, mask) for mask in group))
        wanted = self._home.get(domain, 99) * (-1 if side else 1)
        natural = sum(self._home.get(there, 99) * (-1 if side else 1) < wanted for there, _ in blocks)
        at = min(range(len(gains)), key=lambda at: (gains[at], abs(at - natural)))
        blocks.insert(at, (domain, [problem]))

    @staticmethod
    def _places(ids: Iterable[int]) -> dict[int, int]:
        return {id_: 2 << at for at, id_ in enumerate(ids)}

    def _problem_mask(self, problem: int, places: Mapping[int, int]) -> int:
        """An agency that was not told yet is nowhere; one of the other side is in the lane."""
        found = 0
        for one in self._serving.get(problem, ()):
            if one in self._agency_side:
                found |= places.get(one, _TOP)
        return found

    def _problem_places(self, side: int) -> dict[int, int]:
        """Those of the other side are in the lane; those that were not told yet nowhere."""
        places = dict.fromkeys(self._problem_side, _TOP)
        places.update(self._places(id_ for _, ids in self.blocks[side] for id_ in ids))
        return places

    def _agency_mask(self, agency: int, places: Mapping[int, int]) -> int:
        found = 0
        for id_ in self._served[agency]:
            found |= places.get(id_, 0)
        return found

    def _place_agency(self, agency: int) -> None:
        """Anew, where most of its problems are."""
        known = [self._problem_side[id_] for id_ in self._served[agency] if id_ in self._problem_side]
        before = self._agency_side.get(agency)
        for column in self.free if before is None else (self.agencies[before],):
            if agency in column:
                column.remove(agency)
        lean = 2 * sum(known) - len(known)
        side = before if lean == 0 and before is not None else int(lean > 0 or (lean == 0 and known[-1] == 1))
        if len(self.agencies[side]) >= self._most:
            side = 1 - side
        self._agency_side[agency] = side
        places = self._problem_places(side)
        column = self.agencies[side]
        masks = [self._agency_mask(one, places) for one in column]
        column.insert(_best(self._agency_mask(agency, places), masks), agency)

    def _balance(self) -> None:
        """Agencies without a problem go to the other side when that is shorter: they are tied to neither. One line
        more moves at most one of them.
        """
        while True:
            right, left = (len(linked) + len(free) for linked, free in zip(self.agencies, self.free, strict=True))
            full, other = self.free if right > left else self.free[::-1]
            if abs(right - left) <= _UNEVEN or not full:
                return
            other.append(full.pop())
            other.sort()

    def _swap_neighbours(self) -> None:
        for side in (0, 1):
            places = self._problem_places(side)
            _swap(self.agencies[side], {one: self._agency_mask(one, places) for one in self.agencies[side]})
            outer = self._places(self.agencies[side])
            for _, ids in self.blocks[side]:
                _swap(ids, {one: self._problem_mask(one, outer) for one in ids})


def _difference(upper: int, lower: int) -> int:
    """How many more lines cross with the one above the other than the other way round."""
    found, rest = 0, upper
    while rest:
        bit = rest & -rest
        rest ^= bit
        found += (lower & (bit - 1)).bit_count() - (lower & -(bit << 1)).bit_count()
    return found


def _best(own: int, others: Sequence[int]) -> int:
    """The place among them with fewest crossings; of equals the one beside its own middle."""
    if not own:
        return len(others)
    here = lowest = first = last = 0
    for at, other in enumerate(others, 1):
        here -= _difference(own, other)
        if here > lowest:
            continue
        if here < lowest:
            lowest, first = here, at
        last = at
    return (first + last + 1) // 2


def _swap(ids: list[int], masks: Mapping[int, int]) -> None:
    """Each at most once, so that nobody moves more than one place."""
    at = 0
    while at + 1 < len(ids):
        if _difference(masks[ids[at]], masks[ids[at + 1]]) > 0:
            ids[at], ids[at + 1] = ids[at + 1], ids[at]
            at += 1
        at += 1
