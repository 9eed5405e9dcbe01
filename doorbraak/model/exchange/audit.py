"""The last look before anything is published: what can a reader work out? It knows nothing of how cells were chosen.

For every hidden cell it asks for the smallest and the largest value that agree with all that is shown: rounding
included, both periods together, and for each sender once more with the own households known (Handbook on
Statistical Disclosure Control, section 4.4: the audit of a suppressed table). A cell is let go only on proof: two
possible tables, checked here in whole numbers against every sum, between which nobody can choose. Whatever gives no
such proof is a fault, a solver in trouble too, and with one fault nothing is published.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from highspy import Highs, HighsVarType

Key = tuple[str, str]
Range = tuple[int, int]
Reason = Literal["narrow", "contradiction", "unsolved"]
"""narrow: the ends are too near; contradiction: the publication does not agree with the truth; unsolved: no answer."""

MOST = 10_000_000
PUBLIC = ""


@dataclass(frozen=True, slots=True)
class Need:
    """How far below and above the truth a reader has to be left, how far apart both ends, and that for a sender too."""

    below: int = 0
    above: int = 0
    apart: int = 1
    insider: int = 0


@dataclass(frozen=True, slots=True)
class Audited:
    """One cell: its true value; `said`, the values that what is shown leaves open, None when it is hidden.

    `before`: what anybody knows without the publication. `need`: of a hidden cell.
    """

    key: Key
    truth: int
    said: Range | None
    before: Range = (0, MOST)
    need: Need = Need()


@dataclass(frozen=True, slots=True)
class Publication:
    """The cells of one period, its sums as (whole, parts) and its parts of a whole as (whole, part), by key.

    `shares`: as (one, other, least, most): the reader knows that the one is no less and no more than so many
    thousandths of the other.
    """

    cells: tuple[Audited, ...]
    sums: tuple[tuple[Key, tuple[Key, ...]], ...] = ()
    withins: tuple[tuple[Key, Key], ...] = ()
    whole_numbers: bool = True
    shares: tuple[tuple[Key, Key, int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A sender: per cell what the own households say about it. `PUBLIC` is the reader who has none."""

    name: str
    own: Mapping[Key, Range] = field(default_factory=dict)
    own_before: Mapping[Key, Range] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why nothing is published. `low` and `high`: what the reader finds, as far as it is known."""

    reason: Reason
    cell: Key
    reader: str = PUBLIC
    previous: bool = False
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """`hidden`: how many cells were looked at, in both periods."""

    faults: tuple[Fault, ...]
    hidden: int

    @property
    def passed(self) -> bool:
        return not self.faults


def exactly(figure: int) -> Range:
    return (figure, figure)


def rounded_by_chance(figure: int, base: int = 5) -> Range:
    """Random rounding moves a count by less than the base, either way; a count is never below zero."""
    return (max(0, figure - base + 1), figure + base - 1)


def rounded(figure: int, base: int = 1000) -> Range:
    """Rounding to the nearest moves an amount by at most half of the base."""
    return (figure - base // 2, figure + base // 2)


def audit(
    now: Publication,
    readers: Sequence[Reader] = (),
    previous: Publication | None = None,
    changes: Mapping[Key, Range] | None = None,
    *,
    brief: bool = False,
    still: Callable[[], None] | None = None,
) -> Verdict:
    """`changes`: per cell how far its value can have moved since the previous period, as a reader may know it.

    `brief`: no more than one fault, for who only asks whether there is any. `still` is called at every cell; what it
    raises ends the audit.
    """
    world = _World(now, previous, changes or {})
    if faults := [*world.contradictions()]:
        return Verdict(tuple(faults), world.hidden_cells)
    for reader in (Reader(PUBLIC), *readers):
        seen = world.seen_by(reader, still)
        faults += islice(seen, 1) if brief else seen
        if brief and faults:
            break
    return Verdict(tuple(faults), world.hidden_cells)


def interval(now: Publication, key: Key, reader: Reader | None = None) -> Range:
    """The smallest and largest value of one cell that agree with the publication.

    Raises ValueError when the publication contradicts itself or the solver has no answer.
    """
    world = _World(now, None, {})
    if any(world.contradictions()):
        raise ValueError("the publication does not agree with the truth")
    at = next(index for index, cell in enumerate(world.cells) if cell.key == key)
    ends = world.look(reader or Reader(PUBLIC)).ends(at)
    if ends is None:
        raise ValueError("the solver has no answer")
    return ends


class _World:
    """All unknowns of both periods in one row, and all that ties them."""

    def __init__(self, now: Publication, previous: Publication | None, changes: Mapping[Key, Range]) -> None:
        periods = [now] if previous is None else [now, previous]
        self.cells = [cell for one in periods for cell in one.cells]
        self.now = len(now.cells)
        self.whole = all(one.whole_numbers for one in periods)
        self.truth = [cell.truth for cell in self.cells]
        self.hidden_cells = sum(cell.said is None for cell in self.cells)
        # Every tie is (lowest, highest, terms) of a sum of terms; math.inf for no bound.
        self.ties: list[tuple[float, float, list[tuple[int, int]]]] = []
        places = []
        for one, start in zip(periods, (0, self.now), strict=False):
            place = {cell.key: start + at for at, cell in enumerate(one.cells)}
            places.append(place)
            for whole, parts in one.sums:
                self.ties.append((0, 0, [(place[whole], 1), *((place[part], -1) for part in parts)]))
            for whole, part in one.withins:
                self.ties.append((0, math.inf, [(place[whole], 1), (place[part], -1)]))
            for part, whole, least, most in one.shares:
                self.ties.append((0, math.inf, [(place[part], 1000), (place[whole], -least)]))
                self.ties.append((-math.inf, 0, [(place[part], 1000), (place[whole], -most)]))
        if previous is not None:
            for key, (low, high) in changes.items():
                if key in places[0] and key in places[1]:
                    self.ties.append((low, high, [(places[0][key], 1), (places[1][key], -1)]))

    def bounds(self, reader: Reader) -> list[Range]:
        """What this reader holds possible for each cell before reckoning."""
        found = []
        for at, cell in enumerate(self.cells):
            own = (reader.own if at < self.now else reader.own_before).get(cell.key, cell.before)
            ranges = [cell.before, own, *([] if cell.said is None else [cell.said])]
            found.append((max(low for low, _ in ranges), min(high for _, high in ranges)))
        return found

    def agrees(self, values: Sequence[int], bounds: Sequence[Range]) -> bool:
        """Whether this is a possible world, in whole numbers and without any tolerance."""
        within = all(low <= value <= high for value, (low, high) in zip(values, bounds, strict=True))
        return within and all(self._holds(values, tie) for tie in self.ties)

    def _holds(self, values: Sequence[int], tie: tuple[float, float, list[tuple[int, int]]]) -> bool:
        low, high, terms = tie
        return low <= sum(times * values[at] for at, times in terms) <= high

    def contradictions(self) -> Iterator[Fault]:
        """A publication that is not true in the first place: of it nothing can be proved."""
        for at, (cell, (low, high)) in enumerate(zip(self.cells, self.bounds(Reader(PUBLIC)), strict=True)):
            if not low <= cell.truth <= high:
                yield Fault("contradiction", cell.key, previous=at >= self.now)
        for tie in self.ties:
            if not self._holds(self.truth, tie):
                at = tie[2][0][0]
                yield Fault("contradiction", self.cells[at].key, previous=at >= self.now)

    def look(self, reader: Reader) -> "_Look":
        return _Look(self, self.bounds(reader))

    def seen_by(self, reader: Reader, still: Callable[[], None] | None = None) -> Iterator[Fault]:
        """What this reader finds out about cells that are hidden."""
        look = self.look(reader)
        if not self.agrees(self.truth, look.bounds):
            yield Fault("contradiction", self.cells[0].key, reader.name)
            return
        for at, cell in enumerate(self.cells):
            if cell.said is not None or cell.before[0] == cell.before[1]:
                continue
            enough = self._enough(at, reader, look)
            if enough is None or enough(look.least[at], look.most[at]):
                continue
            if still is not None:
                still()
            ends = look.ends(at)
            if ends is None:
                yield Fault("unsolved", cell.key, reader.name, at >= self.now)
            elif not enough(*ends):
                yield Fault("narrow", cell.key, reader.name, at >= self.now, *ends)

    def _enough(self, at: int, reader: Reader, look: "_Look") -> Callable[[int, int], bool] | None:
        """None when there is nothing to keep from this reader: no need, or nobody else in the cell."""
        cell, need = self.cells[at], self.cells[at].need
        if reader.name == PUBLIC:
            return lambda low, high: (
                low <= cell.truth - need.below and high >= cell.truth + need.above and high - low >= need.apart
            )
        if need.insider <= 0 or look.bounds[at][0] == look.bounds[at][1]:
            return None
        return lambda low, high: high - low >= need.insider


class _Look:
    """One reader with a solver. Every possible world that turns up says something about every cell."""

    def __init__(self, world: _World, bounds: list[Range]) -> None:
        self._world, self.bounds = world, bounds
        self.least, self.most = list(world.truth), list(world.truth)
        self._program: Highs | None = None

    def ends(self, at: int) -> Range | None:
        """The smallest and largest value of this cell; None when the solver did not say so for certain."""
        low, high = self._end(at, 1.0), self._end(at, -1.0)
        return None if low is None or high is None else (low, high)

    def _end(self, at: int, sense: float) -> int | None:
        """First as a linear program; when its answer is no table in whole numbers, as an integer one."""
        import highspy

        if self._program is None:
            self._program = self._made()
        program = self._program
        every = list(range(len(self.bounds)))
        program.changeColsCost(len(every), every, [sense if column == at else 0.0 for column in every])
        for kind in ("linear", "integer"):
            if kind == "integer":
                self._in_whole_numbers(program, highspy.HighsVarType.kInteger)
            program.run()
            solved = program.getModelStatus() == highspy.HighsModelStatus.kOptimal
            exact = list(program.getSolution().col_value) if solved else []
            if kind == "integer":
                self._in_whole_numbers(program, highspy.HighsVarType.kContinuous)
            if not solved:
                return None
            values = [round(value) for value in exact]
            if self._world.agrees(values, self.bounds):
                self._remember(values)
                if abs(values[at] - exact[at]) < 1e-4:
                    return values[at]
            elif not self._world.whole:
                return math.ceil(exact[at] - 1e-4) if sense > 0 else math.floor(exact[at] + 1e-4)
        return None

    def _in_whole_numbers(self, program: "Highs", kind: "HighsVarType") -> None:
        for column in range(len(self.bounds)):
            program.changeColIntegrality(column, kind)

    def _remember(self, values: Sequence[int]) -> None:
        self.least = list(map(min, self.least, values))
        self.most = list(map(max, self.most, values))

    def _made(self) -> "Highs":
        import highspy

        program = highspy.Highs()  # type: ignore[no-untyped-call]
        for option, value in (("output_flag", False), ("threads", 1), ("parallel", "off"), ("mip_rel_gap", 0.0)):
            program.setOptionValue(option, value)
        for low, high in self.bounds:
            program.addVar(float(low), float(high))
        for least, most, terms in self._world.ties:
            program.addRow(float(least), float(most), len(terms), [at for at, _ in terms], [float(t) for _, t in terms])
        return program
