"""The search for the cheapest pattern that protects: Fischetti and Salazar-González (2001) on HiGHS.

A master proposes a pattern, attacks on it give cuts, and so on until an attack finds nothing. Beside it stands a
greedy pattern, which the answer never exceeds. A search that reaches its limit goes on greedily from where it was.
Everything is counted in steps of the solver and in rounds, so that the same tables are hidden alike on any laptop.
"""

from collections.abc import Callable
from dataclasses import dataclass

from doorbraak.model.exchange.protection import line_rules
from doorbraak.model.exchange.protection.attack import Attack
from doorbraak.model.exchange.protection.cuts import Cut
from doorbraak.model.exchange.protection.master import Master
from doorbraak.model.exchange.protection.pattern import Pattern, Withheld
from doorbraak.model.exchange.protection.problem import Problem, in_order
from doorbraak.model.exchange.protection.solver import Budget, Unsolved


@dataclass(frozen=True, slots=True)
class Limits:
    """`steps` of the simplex method in all, some twenty seconds here; how often each kind of pattern is attacked."""

    steps: int = 30_000
    relaxed: int = 60
    whole: int = 120


LIMITS = Limits()
_ROUGH, _FINE = 0.04, 0.002  # how near the cheapest a proposal has to be: at first any good one teaches something


def suppress(
    problem: Problem, limits: Limits = LIMITS, still: Callable[[], None] | None = None
) -> Pattern | Withheld:  # fmt: skip
    """Which cells to hide. The same problem gives the same pattern, in whatever order its cells stand.

    `still` is called between two programs; what it raises ends the search.
    """
    ordered = in_order(problem)
    try:
        return _Search(ordered, limits, still).run()
    except Unsolved:
        return Withheld("unsolved")


def greedy(problem: Problem) -> Pattern | Withheld:
    """Hide the cheapest cell of a violated cut until there is none: quick, and the measure of the other."""
    ordered = in_order(problem)
    try:
        search = _Search(ordered, LIMITS)
        found = search.completed(ordered.held())
    except Unsolved:
        return Withheld("unsolved")
    return found if isinstance(found, Withheld) else search.pattern(found, optimal=False)


class _Search:
    def __init__(self, problem: Problem, limits: Limits, still: Callable[[], None] | None = None) -> None:
        self._problem, self._limits = problem, limits
        self._budget = Budget(limits.steps, still)
        self._attack = Attack(problem, self._budget)
        self._master = Master(problem, self._budget)
        self._best: frozenset[int] | None = None
        self._rounds = 0

    def run(self) -> Pattern | Withheld:
        first = self.completed(self._problem.held())
        if not isinstance(first, Withheld):
            self._keep(first)
        optimal = self._cost == 0 or self._exact()
        if self._best is None:
            return first if isinstance(first, Withheld) else Withheld("unsolved")
        return self.pattern(self._best, optimal=optimal)

    def pattern(self, hidden: frozenset[int], *, optimal: bool) -> Pattern:
        keys = frozenset(self._problem.cells[index].key for index in hidden)
        return Pattern(keys, self._problem.weight(hidden), optimal, self._rounds)

    def completed(self, hidden: frozenset[int]) -> frozenset[int] | Withheld:
        """This pattern with the cheapest cell of a violated cut hidden, again and again; the master learns the cuts."""
        cells = self._problem.cells
        while cuts := self._violated(hidden, first=True):
            self._master.add(cuts)
            able = [index for index, _ in cuts[0].terms if index not in hidden]
            if not able:
                return self._withheld(cuts[0], hidden)
            hidden |= {min(able, key=lambda index: (cells[index].weight, index))}
        return hidden

    @property
    def _cost(self) -> int | None:
        return None if self._best is None else self._problem.weight(self._best)

    def _keep(self, hidden: frozenset[int]) -> None:
        """It protects: is it cheaper than the best until now, if need be without the cells that it can do without?"""
        thin = self._thinned(hidden)
        if self._best is None or self._problem.weight(thin) < self._problem.weight(self._best):
            self._best = thin

    def _thinned(self, hidden: frozenset[int]) -> frozenset[int]:
        """The dearest first."""
        cells = self._problem.cells
        loose = sorted(hidden & self._problem.choices(), key=lambda index: (-cells[index].weight, index))
        for index in loose:
            if not self._violated(hidden - {index}, first=True):
                hidden -= {index}
        return hidden

    def _violated(self, hidden: frozenset[int], *, first: bool = False) -> list[Cut]:
        self._rounds += 1
        return line_rules.violated(self._problem, hidden) or self._attack.cuts(hidden, first=first)

    def _withheld(self, one: Cut, hidden: frozenset[int]) -> Withheld:
        by_line = one in line_rules.violated(self._problem, hidden)
        return Withheld("line" if by_line else "exposed", self._problem.cells[one.about].key)

    def _exact(self) -> bool:
        """Whether the best pattern is known to be the cheapest."""
        master = self._master
        master.add(line_rules.from_the_start(self._problem))
        for _ in range(self._limits.relaxed):
            shares = master.shares()
            if shares is None:
                return False
            if self._budget.spent or not master.add(self._attack.relaxed(shares)):
                break
        gap = _ROUGH
        for _ in range(self._limits.whole):
            if self._budget.spent:
                return False
            try:
                proposed = master.whole(self._cost, gap)
            except Unsolved:
                return False
            if proposed is None:
                return self._best is not None
            cuts = self._violated(proposed)
            if not cuts:
                self._keep(proposed)
                gap = gap / 4 if gap > _FINE else 0.0
            elif not master.add(cuts):
                return False
            elif not isinstance(ended := self.completed(proposed), Withheld):
                self._keep(ended)
        return False
