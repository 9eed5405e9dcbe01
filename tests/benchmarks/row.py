"""One line of the table, and the few sums that turn samples into one number."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to do. `folder` is an empty folder to work in; a short form does little of everything."""

    folder: Path
    pairs: int = 15
    processes: int = 7
    edits: int = 60
    households: int = 300
    names: int = 150
    peers: int = 4


@dataclass(frozen=True, slots=True)
class Row:
    """`value` in `unit` ("x" is a ratio, measured / floor) is good up to `goal`; `how` says what was measured.

    Without a goal it is there to compare with; without a value it was not measured, and `how` says why.
    `measured` and `floor` are the medians behind a ratio, in milliseconds, as a sense of scale.
    """

    id: str
    name: str
    value: float | None
    goal: float | None
    unit: str
    how: str
    measured: float | None = None
    floor: float | None = None

    @property
    def ok(self) -> bool | None:
        """None where there is nothing to judge."""
        return None if self.value is None or self.goal is None else self.value <= self.goal


def ratio(id_: str, name: str, pairs: Sequence[tuple[float, float]], goal: float, how: str) -> Row:
    """A row from (measured, floor) pairs in seconds, each pair made in turn.

    The median of the ratios: another program that takes the processor hits both halves of a pair alike.
    """
    value = median(measured / floor for measured, floor in pairs)
    measured, floor = (1000 * median(side) for side in zip(*pairs, strict=True))
    return Row(id_, name, value, goal, "x", how, measured, floor)


def p95(samples: Sequence[float]) -> float:
    """The smallest sample that at least 95% of them do not exceed."""
    return sorted(samples)[math.ceil(0.95 * len(samples)) - 1]


def as_json(row: Row) -> dict[str, object]:
    """What benchmarks.json holds of a row."""
    return {
        "id": row.id,
        "value": None if row.value is None else round(row.value, 3),
        "goal": row.goal,
        "ok": row.ok,
        "how": row.how,
        "unit": row.unit,
        "measured_ms": None if row.measured is None else round(row.measured, 3),
        "floor_ms": None if row.floor is None else round(row.floor, 3),
    }


_JUDGED = {True: "yes", False: "NO", None: "-"}


def table(rows: Sequence[Row]) -> str:
    """The rows for a terminal: aligned, then what each one measured."""
    lines = [f"{'':19} {'':44} {'value':>10} {'goal':>10}  {'ok':3}  measured / floor"]
    for row in rows:
        scale = "" if row.measured is None else f"  {row.measured:.2f} / {row.floor:.2f} ms"
        value = "-" if row.value is None else f"{row.value:.2f} {row.unit}"
        goal = "-" if row.goal is None else f"{row.goal:g} {row.unit}"
        lines.append(f"{row.id:19} {row.name:44} {value:>10} {goal:>10}  {_JUDGED[row.ok]:3}{scale}")
    lines += ["", *(f"{row.id:19} {row.how}" for row in rows)]
    return "\n".join(lines)
