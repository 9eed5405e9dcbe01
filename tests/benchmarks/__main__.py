"""`python -m tests.benchmarks [--readme] [ID...]`: all rows, or these; a table, and benchmarks.json in the project.

With --readme the table comes in Markdown, as README.md has it.
"""

import json
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.benchmarks import (
    p1_start,
    p2_unlock,
    p3_memory,
    p4_edit,
    p5_search,
    p6_layout,
    p7_search,
    p8_read,
    p9_receive,
    p10_hiding,
    p11_savings,
    p12_build,
    p13_charts,
    peers,
    u_keys,
)
from tests.benchmarks.for_readme import markdown
from tests.benchmarks.own_process import PROJECT
from tests.benchmarks.row import Plan, Row, as_json, table

README = "--readme"
ROWS: dict[str, Callable[[Plan], list[Row]]] = {
    "P1": p1_start.measure,
    "P2": p2_unlock.measure,
    "P3": p3_memory.measure,
    "P4": p4_edit.measure,
    "P5": p5_search.measure,
    "P6": p6_layout.measure,
    "P7": p7_search.measure,
    "P8": p8_read.measure,
    "P9": p9_receive.measure,
    "P10": p10_hiding.measure,
    "P11": p11_savings.measure,
    "P12": p12_build.measure,
    "P13": p13_charts.measure,
    "B": peers.measure,
    "U1": u_keys.line,
    "U2": u_keys.households,
    "U5": u_keys.hits,
    "U10": u_keys.justification,
}


def run(chosen: list[str], plan: Plan) -> list[Row]:
    """The rows of these ids, each in a folder of its own inside the plan's."""
    found = []
    for id_ in chosen:
        print(f"{id_} ...", file=sys.stderr, flush=True)
        folder = plan.folder / id_
        folder.mkdir()
        found += ROWS[id_](replace(plan, folder=folder))
    return found


def main(words: list[str]) -> int:
    """A missed goal is said, and is no failure: machines differ, and are noisy."""
    readme, words = README in words, [word for word in words if word != README]
    unknown = [word for word in words if word not in ROWS]
    if unknown:
        print(f"There is no row {', '.join(unknown)}. There are: {', '.join(ROWS)}.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="doorbraak-bench-") as folder:
        rows = run(words or list(ROWS), Plan(Path(folder)))
    path = PROJECT / "benchmarks.json"
    path.write_text(json.dumps([as_json(row) for row in rows], indent=1) + "\n", "utf-8")
    print(markdown(rows, date.today()) if readme else table(rows))
    print(f"\nWritten: {path.name}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
