"""P1: how long a start takes beside the start of a bare window."""

from tests.benchmarks import workspaces
from tests.benchmarks.own_process import opened_before, python, seconds_to_first_window
from tests.benchmarks.row import Plan, Row, ratio

HOW = (
    "From the start of the process to the first painted window: `python -m doorbraak`, which asks for the passphrase "
    "of the workspace that was open last, beside a bare PySide6 window with a table; both warm and in turn."
)


def measure(plan: Plan) -> list[Row]:
    opened_before(plan.folder, workspaces.casus(plan.folder / "werkmap"))

    def program() -> float:
        return seconds_to_first_window(plan.folder, python("doorbraak"))

    def bare() -> float:
        return seconds_to_first_window(plan.folder, python("tests.benchmarks.bare_window"))

    program(), bare()  # the first of each fills the caches of the disk and the fonts
    pairs = [(program(), bare()) for _ in range(plan.pairs)]
    return [ratio("P1", "start to first painted window", pairs, 1.35, HOW)]
