"""The settings of HiGHS under which the same problem has the same answer: one thread, no clock, every step counted."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from highspy import Highs


class Unsolved(Exception):
    """The solver gave no optimum: infeasible by mistake, at a limit, or in trouble with its numbers."""


class Budget:
    """Steps of the solver that may still be made. The clock would give another pattern on a slower laptop.

    `still` is called after every program; what it raises ends the search, and it decides nothing else.
    """

    def __init__(self, steps: int, still: Callable[[], None] | None = None) -> None:
        self._left, self._still = steps, still

    def spend(self, steps: int) -> None:
        self._left -= max(1, steps)
        if self._still is not None:
            self._still()

    @property
    def spent(self) -> bool:
        return self._left <= 0


def solver(
    costs: Sequence[float], lower: Sequence[float], upper: Sequence[float], rows: Sequence["Row"] = ()
) -> "Highs":
    """A minimisation over these columns. A row is its lower and upper bound with (column, coefficient) pairs."""
    import highspy

    found = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in (("output_flag", False), ("threads", 1), ("parallel", "off"), ("random_seed", 0)):
        found.setOptionValue(option, value)
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(costs), len(rows)
    model.col_cost_, model.col_lower_, model.col_upper_ = list(costs), list(lower), list(upper)
    model.row_lower_, model.row_upper_ = [row[0] for row in rows], [row[1] for row in rows]
    starts, columns, shares = [0], [], []
    for _, _, pairs in rows:
        columns += [column for column, _ in pairs]
        shares += [share for _, share in pairs]
        starts.append(len(columns))
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_, model.a_matrix_.index_, model.a_matrix_.value_ = starts, columns, shares
    found.passModel(model)
    return found


Row = tuple[float, float, Sequence[tuple[int, float]]]


def optimal(found: "Highs") -> bool:
    """Solves it. Raises Unsolved unless there is an optimum; False when there is proof that nothing is feasible."""
    import highspy

    found.run()
    status = found.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        return False
    if status != highspy.HighsModelStatus.kOptimal:
        raise Unsolved(found.modelStatusToString(status))
    return True
