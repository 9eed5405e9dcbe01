"""P12: how large the one-folder build is, and how long its start takes beside the one from source."""

from release import frozen
from tests.benchmarks import workspaces
from tests.benchmarks.own_process import PROJECT, opened_before, python, seconds_to_first_window
from tests.benchmarks.row import Plan, Row, ratio

SIZE = "All files of the one-folder build in dist/, in units of 1,000,000 bytes."
HOW = (
    "From the start of the process to the first painted window, as in P1: the one-folder build in dist/ "
    "beside `python -m doorbraak`, both warm and in turn. The build is as old as its last `make dist`."
)
_ABSENT = "Not measured: there is no one-folder build; `make dist` makes it."


def measure(plan: Plan) -> list[Row]:
    built = PROJECT / "dist" / frozen.NAME
    program = frozen.command(built)
    names = "size of the one-folder build", "start of the build / start from source"
    if not program.is_file():
        return [
            Row("P12", names[0], None, frozen.MOST_MEGABYTES, "MB", _ABSENT),
            Row("P12-start", names[1], None, 1.1, "x", _ABSENT),
        ]
    opened_before(plan.folder, workspaces.casus(plan.folder / "werkmap"))
    commands = [str(program)], python("doorbraak")
    for command in commands:  # the first of each fills the caches of the disk and the fonts
        seconds_to_first_window(plan.folder, command)
    pairs = [tuple(seconds_to_first_window(plan.folder, one) for one in commands) for _ in range(plan.pairs)]
    return [
        Row("P12", names[0], frozen.megabytes(built), frozen.MOST_MEGABYTES, "MB", SIZE),
        ratio("P12-start", names[1], pairs, 1.1, HOW),
    ]
