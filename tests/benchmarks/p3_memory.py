"""P3: how much memory the program holds while somebody works."""

from statistics import median

from tests.benchmarks import workspaces
from tests.benchmarks.own_process import answer
from tests.benchmarks.row import Plan, Row

HOW = (
    "Resident memory of a fresh process after unlocking a workspace with {count} synthetic households, one of them "
    "drawn on its page with problems and agencies and on its map, before the first chart."
)


def measure(plan: Plan) -> list[Row]:
    folder = workspaces.many(plan.folder / "werkmap", plan.households)
    value = median(answer(plan.folder, "resident_memory", str(folder)) for _ in range(min(3, plan.processes)))
    return [Row("P3", "resident memory before the first chart", value, 115, "MB", HOW.format(count=plan.households))]
