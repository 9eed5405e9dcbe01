"""Which cells to hide so that all cuts found until now are satisfied, at the lowest cost: a binary program.

First as shares between 0 and 1, which is quick and finds most cuts; then in whole cells (Fischetti and Salazar, 5).
"""

import math
from collections.abc import Iterable

from doorbraak.model.exchange.protection.cuts import Cut
from doorbraak.model.exchange.protection.problem import Problem
from doorbraak.model.exchange.protection.solver import Budget, Row, optimal, solver

_MOST_NODES = 2_000  # of the search tree, per program


class Master:
    """Grows by cuts; an answer satisfies all that were added."""

    def __init__(self, problem: Problem, budget: Budget) -> None:
        held, choices = problem.held(), problem.choices()
        every = range(len(problem.cells))
        self._costs = [0.0 if index in held else float(cell.weight) for index, cell in enumerate(problem.cells)]
        self._lower = [float(index in held) for index in every]
        self._upper = [float(index in held or index in choices) for index in every]
        self._cuts: dict[Cut, None] = {}
        self._budget = budget
        self._relaxed = solver(self._costs, self._lower, self._upper)
        self._relaxed.setOptionValue("presolve", "off")

    def add(self, cuts: Iterable[Cut]) -> bool:
        """Whether any of them is new: the same cut twice means that no progress can be made with it."""
        grown = False
        for one in cuts:
            if one in self._cuts:
                continue
            self._cuts[one] = None
            grown = True
            low, row = one.row()
            self._relaxed.addRow(low, math.inf, len(row), list(row), list(row.values()))
        return grown

    def shares(self) -> list[float] | None:
        """The cheapest shares; None when even those can't satisfy all cuts."""
        if not optimal(self._relaxed):
            return None
        self._budget.spend(self._relaxed.getInfo().simplex_iteration_count)
        return [min(1.0, max(0.0, share)) for share in self._relaxed.getSolution().col_value]

    def whole(self, below: int | None, gap: float) -> frozenset[int] | None:
        """A pattern that costs less than `below` and is within this gap of the cheapest.

        None when no pattern satisfies all cuts at that cost. Raises Unsolved at its limit.
        """
        import highspy

        rows: list[Row] = [(low, math.inf, tuple(row.items())) for low, row in (one.row() for one in self._cuts)]
        if below is not None:  # weights are whole numbers
            rows.append((0.0, below - 1.0, tuple(enumerate(self._costs))))
        program = solver(self._costs, self._lower, self._upper, rows)
        for index in range(len(self._costs)):
            program.changeColIntegrality(index, highspy.HighsVarType.kInteger)
        program.setOptionValue("mip_rel_gap", gap)
        program.setOptionValue("mip_abs_gap", 0.5)
        program.setOptionValue("mip_max_nodes", _MOST_NODES)
        feasible = optimal(program)
        self._budget.spend(program.getInfo().simplex_iteration_count)
        if not feasible:
            return None
        return frozenset(index for index, share in enumerate(program.getSolution().col_value) if share > 0.5)
