"""P4: how long an edit takes, from the field to every visible page painted again."""

from statistics import median

from doorbraak.model.workspace.store import Store
from tests.benchmarks import workspaces
from tests.benchmarks.own_process import answer
from tests.benchmarks.row import Plan, Row, p95, ratio

HOW = (
    "Enter in a cell with contacts a month, until committed and painted again, on a household with 60 problems and "
    "60 agencies; beside the same UPDATE in a bare SQLCipher file and a bare repaint of that table."
)
ON_MAP = (
    "A digit on the chosen agency of the map of that household, until committed and the map painted again; beside the "
    "same UPDATE in a bare file and a bare repaint of the map."
)
ADDED = "A problem more on the map of that household, until laid out and painted."


def measure(plan: Plan) -> list[Row]:
    folder = plan.folder / "werkmap"
    store: Store = workspaces.create(folder, "groot huishouden")
    workspaces.large(store)
    store.close()
    pairs = [tuple(pair) for pair in answer(plan.folder, "edit_often", str(folder), str(plan.edits))]
    times = [1000 * measured for measured, _ in pairs]
    on_map, added = answer(plan.folder, "edit_on_map", str(folder), str(plan.edits))
    on_map = [tuple(pair) for pair in on_map]
    seconds, added = [1000 * measured for measured, _ in on_map], [1000 * passed for passed in added]
    return [
        ratio("P4", "an edit that leaves the layout alone", pairs, 2.5, HOW),
        Row("P4-median", "the same, median", median(times), 8, "ms", "The edits of P4 without their floor."),
        Row("P4-p95", "the same, 95th percentile", p95(times), 16, "ms", "The edits of P4 without their floor."),
        ratio("P4-map", "contacts by a key on the map", on_map, 2.5, ON_MAP),
        Row("P4-map-median", "the same, median", median(seconds), 8, "ms", "P4-map without its floor."),
        Row(
            "P4-map-p95",
            "the same, 95th percentile",
            p95(seconds),
            16,
            "ms",
            "P4-map without its floor.",
        ),
        Row("P4-node-median", "a problem added with the map in sight", median(added), 40, "ms", ADDED),
        Row("P4-node-p95", "the same, 95th percentile", p95(added), 60, "ms", ADDED),
    ]
