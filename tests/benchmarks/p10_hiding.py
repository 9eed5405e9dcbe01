"""P10: how long it takes to find which cells are hidden, and to audit that."""

import time
from statistics import median

from doorbraak.model.exchange.audit import audit, rounded_by_chance
from doorbraak.model.exchange.protection.pattern import Pattern
from doorbraak.model.exchange.protection.suppression import suppress
from tests.benchmarks.row import Plan, Row
from tests.model.exchange.made_tables import drawn, published

HOW = (
    "Made-up counts in {cells} cells with all totals, {small} of them small: the cheapest pattern and its audit with "
    "every shown figure rounded to 5; the median of {times} tables, of which {best} were solved to the optimum. "
    "Longest {longest:.1f} s, the audit alone {audit:.2f} s."
)
_SHAPES = (("P10-54", (5, 8), 1.0), ("P10-378", (17, 20), 20.0), ("P10-cube", (5, 5, 5), 20.0))
_MOST_TIMES = 5


def measure(plan: Plan) -> list[Row]:
    rows = []
    for id_, sizes, goal in _SHAPES:
        seconds, audits, best, small = [], [], 0, []
        times = min(plan.pairs, _MOST_TIMES)
        for seed in range(times):
            found = drawn(sizes, seed, most=100)
            begun = time.perf_counter()
            pattern = suppress(found)
            between = time.perf_counter()
            assert isinstance(pattern, Pattern)
            about = published(found, pattern.hidden, lambda value: rounded_by_chance(5 * (value // 5)))
            assert audit(about).passed
            audits.append(time.perf_counter() - between)
            seconds.append(time.perf_counter() - begun)
            best += pattern.optimal
            small.append(len(found.primaries()))
        how = HOW.format(
            cells=len(found.cells),
            small=f"{min(small)} to {max(small)}",
            times=times,
            best=best,
            longest=max(seconds),
            audit=median(audits),
        )
        rows.append(Row(id_, f"hiding and auditing {len(found.cells)} cells", median(seconds), goal, "s", how))
    return rows
