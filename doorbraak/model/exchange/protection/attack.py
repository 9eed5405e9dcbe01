"""A reader who works out how small and how large a hidden cell can be, and what that says about the pattern.

Each end is a linear program over all tables that agree with what is shown (Fischetti and Salazar, section 3). It
is written in differences from the true values, so that zero is always a solution. The duals of a program whose
end is too near tell which cells would have to be hidden: a cut that every good pattern satisfies.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from doorbraak.model.exchange.protection.cuts import Cut, cut, one_more
from doorbraak.model.exchange.protection.problem import LEAST_OPEN, Problem
from doorbraak.model.exchange.protection.solver import Budget, Row, optimal, solver

if TYPE_CHECKING:
    from highspy import Highs

SLACK = 1e-6  # relative: nearer than this an end counts as reached
_ROOM = 16  # times the largest value or level: further away nothing has to move, and the solver keeps its digits

Side = Literal["down", "up"]


@dataclass(frozen=True, slots=True)
class _End:
    """How far one end is from the true value, and which hidden cells it owes that to."""

    reach: float
    owed: Mapping[int, float]
    given: float  # what it owes to relations that leave room by themselves


class View:
    """One reader, with what that reader knows about every cell beforehand."""

    def __init__(self, problem: Problem, bounds: Mapping[int, tuple[int, int]], budget: Budget) -> None:
        self._problem, self._budget = problem, budget
        cells = problem.cells
        levels = [cell.level for cell in cells if cell.level is not None]
        asked = max((max(one.lower, one.upper, one.sliding, one.insider) for one in levels), default=0)
        room = _ROOM * max(1, asked, max((abs(cell.value) for cell in cells), default=0))
        known = [bounds.get(index, (cell.lower, cell.upper)) for index, cell in enumerate(cells)]
        self._down = [float(min(room, cell.value - low)) for cell, (low, _) in zip(cells, known, strict=True)]
        self._up = [float(min(room, high - cell.value)) for cell, (_, high) in zip(cells, known, strict=True)]
        self._rows = list(_rows(problem))
        self._every = list(range(len(cells)))
        nothing = [0.0] * len(cells)
        self._program = solver(nothing, nothing, nothing, self._rows)
        self._program.setOptionValue("presolve", "off")  # the next program starts where the last one ended
        self._hidden: Sequence[float] = nothing
        self._asked_about = 0
        self.lowest = nothing
        self.highest = nothing
        self.whole_lowest = nothing
        self.whole_highest = nothing

    def show(self, hidden: Sequence[float]) -> None:
        """Let the reader see this pattern: 1 is hidden, 0 shown, and the master may ask about halves."""
        self._hidden = hidden
        low = [-room * share for room, share in zip(self._down, hidden, strict=True)]
        high = [room * share for room, share in zip(self._up, hidden, strict=True)]
        self._program.changeColsBounds(len(self._every), self._every, low, high)
        self.lowest, self.highest = [0.0] * len(hidden), [0.0] * len(hidden)
        self.whole_lowest, self.whole_highest = [0.0] * len(hidden), [0.0] * len(hidden)

    def end(self, index: int, side: Side) -> _End:
        """How far the cell can go to that side."""
        program = self._program
        program.changeColCost(self._asked_about, 0.0)
        program.changeColCost(index, 1.0 if side == "down" else -1.0)
        self._asked_about = index
        optimal(program)
        self._budget.spend(program.getInfo().simplex_iteration_count)
        solution = program.getSolution()
        values = solution.col_value
        self._remember(values)
        owed: dict[int, float] = {}
        for at, price in enumerate(solution.col_dual):
            share = price * self._down[at] if price > 0 else -price * self._up[at]
            if share > 0:
                owed[at] = share
        given = 0.0
        for (low, _, _), price in zip(self._rows, solution.row_dual, strict=True):
            if low < 0 and price > 0:
                given += -low * price
        return _End(abs(values[index]), owed, given)

    def whole_end(self, index: int, side: Side) -> int:
        """The same in whole households: the end itself, and not only how far it can be at most."""
        import highspy

        cost = [0.0] * len(self._every)
        cost[index] = 1.0 if side == "down" else -1.0
        low = [-room * share for room, share in zip(self._down, self._hidden, strict=True)]
        high = [room * share for room, share in zip(self._up, self._hidden, strict=True)]
        program: Highs = solver(cost, low, high, self._rows)
        for at in self._every:
            program.changeColIntegrality(at, highspy.HighsVarType.kInteger)
        program.setOptionValue("mip_rel_gap", 0.0)
        optimal(program)
        self._budget.spend(program.getInfo().simplex_iteration_count)
        values = program.getSolution().col_value
        self._remember(values)
        return round(abs(values[index]))

    def _remember(self, values: Sequence[float]) -> None:
        """One possible table answers for every cell in it: so most ends need no program of their own."""
        self.lowest = list(map(min, self.lowest, values))
        self.highest = list(map(max, self.highest, values))
        if all(abs(value - round(value)) < SLACK for value in values):
            self.whole_lowest = list(map(min, self.whole_lowest, values))
            self.whole_highest = list(map(max, self.whole_highest, values))


@dataclass(frozen=True, slots=True)
class _Need:
    """What has to be possible for a cell. `sides`: one end, or both ends together."""

    index: int
    sides: tuple[Side, ...]
    width: int
    only_with: int | None = None

    def met(self, lowest: Sequence[float], highest: Sequence[float]) -> bool:
        reach = sum(-lowest[self.index] if side == "down" else highest[self.index] for side in self.sides)
        return reach >= self.width - SLACK * max(1, self.width)


def _rows(problem: Problem) -> Iterator[Row]:
    for line in problem.sums:
        yield 0.0, 0.0, [(line.whole, 1.0), *((part, -1.0) for part in line.parts)]
    for pair in problem.withins:
        room = problem.cells[pair.whole].value - problem.cells[pair.part].value
        yield float(-room), math.inf, [(pair.whole, 1.0), (pair.part, -1.0)]


class Attack:
    """All readers together. Senders are asked last, when the public can't find anything any more."""

    def __init__(self, problem: Problem, budget: Budget) -> None:
        self._problem, self._budget = problem, budget
        self._held, self._choices = problem.held(), problem.choices()
        self._public = View(problem, {}, budget)
        self._insiders: list[View] = []
        levels = [(index, cell.level) for index, cell in enumerate(problem.cells) if cell.level is not None]
        self._ends = [
            need
            for index, level in levels
            for need in (_Need(index, ("down",), level.lower), _Need(index, ("up",), level.upper))
            if need.width > 0
        ]
        self._widths = [_Need(i, ("down", "up"), max(level.sliding, LEAST_OPEN)) for i, level in levels]
        self._for_insiders = [_Need(i, ("down", "up"), level.insider) for i, level in levels if level.insider > 0]

    def relaxed(self, hidden: Sequence[float]) -> list[Cut]:
        """Cuts that this pattern of shares misses; at most few, since the master only feels its way."""
        self._public.show(hidden)
        for needs in (self._ends, self._widths):
            if found := [one for one in self._misses(self._public, needs) if one.lacks(hidden) > SLACK]:
                return found
        return []

    def cuts(self, hidden: frozenset[int], *, first: bool = False) -> list[Cut]:
        """Cuts that this pattern misses, none when it protects. `first`: one will do."""
        shares = [float(index in hidden) for index in range(len(self._problem.cells))]
        self._public.show(shares)
        others = [
            _Need(i, ("down", "up"), LEAST_OPEN, None if i in self._held else i)
            for i in sorted(hidden)
            if self._problem.cells[i].level is None and not self._problem.cells[i].known
        ]
        for needs in (self._ends, self._widths, others):
            if found := self._take(self._misses(self._public, needs), hidden, shares, first=first):
                return found
        if found := self._in_whole_numbers(self._public, [*self._ends, *self._widths, *others], hidden):
            return found
        return self._of_insiders(hidden, shares, first=first)

    def _of_insiders(self, hidden: frozenset[int], shares: Sequence[float], *, first: bool) -> list[Cut]:
        if not self._for_insiders:
            return []
        if not self._insiders:
            self._insiders = [View(self._problem, one.bounds, self._budget) for one in self._problem.insiders]
        for view, one in zip(self._insiders, self._problem.insiders, strict=True):
            view.show(shares)
            needs = [need for need in self._for_insiders if not _knows(one.bounds, need.index)]
            if found := self._take(self._misses(view, needs), hidden, shares, first=first):
                return found
            if found := self._in_whole_numbers(view, needs, hidden):
                return found
        return []

    def _misses(self, view: View, needs: Sequence[_Need]) -> Iterator[Cut]:
        for need in needs:
            if need.met(view.lowest, view.highest):
                continue
            ends = [view.end(need.index, side) for side in need.sides]
            if need.met(view.lowest, view.highest):
                continue
            owed: dict[int, float] = {}
            for end in ends:
                for index, share in end.owed.items():
                    owed[index] = owed.get(index, 0.0) + share
            yield cut(
                owed,
                need.width - sum(end.given for end in ends),
                need.index,
                held=self._held,
                choices=self._choices,
                only_with=need.only_with,
            )

    def _take(self, found: Iterator[Cut], hidden: frozenset[int], shares: Sequence[float], *, first: bool) -> list[Cut]:
        """Each cut has to do its work: one that this pattern satisfies by rounding gives way to the plainest."""
        taken = []
        for one in found:
            taken.append(
                one
                if one.lacks(shares) > SLACK
                else one_more(hidden, self._choices, one.about, only_with=one.only_with)
            )
            if first:
                break
        return taken

    def _in_whole_numbers(self, view: View, needs: Sequence[_Need], hidden: frozenset[int]) -> list[Cut]:
        """Half a household is possible for a linear program only. Of tables with two dimensions the two agree."""
        if not self._problem.whole_numbers:
            return []
        for need in needs:
            for side in need.sides:
                if not need.met(view.whole_lowest, view.whole_highest):
                    view.whole_end(need.index, side)
            if not need.met(view.whole_lowest, view.whole_highest):
                return [one_more(hidden, self._choices, need.index, only_with=need.only_with)]
        return []


def _knows(bounds: Mapping[int, tuple[int, int]], index: int) -> bool:
    """All of that cell is the sender's own: there is nobody else in it to protect."""
    low, high = bounds.get(index, (0, 1))
    return low == high
