"""`python -m tests.faults [ROW...]`: all rows, or these; as much of each as FAULTS says (short or full)."""

import os
import sys
import time
from collections.abc import Callable

from tests.faults import (
    r1_kills,
    r2_places,
    r2_writes,
    r6_versions,
    r7_damage,
    r8_second,
    r10_receiving,
    r11_day,
    s2_marker,
    s6_sockets,
    s9_modes,
    start_after_kill,
)
from tests.faults.row import PLANS, Plan, Row, chosen

ROWS: tuple[tuple[str, Callable[[Plan], Row]], ...] = (
    ("R1", r1_kills.kills),
    ("R1", start_after_kill.starts),
    ("R1", r10_receiving.kills),
    ("R2", r2_writes.writes),
    ("R2", r2_places.places),
    ("R2", r10_receiving.writes),
    ("R6", r6_versions.versions),
    ("R7", r7_damage.damaged),
    ("R8", r8_second.second),
    ("R10", r10_receiving.mutated),
    ("R10", r10_receiving.orders),
    ("R11", r11_day.day),
    ("S2", s2_marker.marker),
    ("S6", s6_sockets.sockets),
    ("S9", s9_modes.modes),
)
_SHOWN = 10  # of what went wrong in a row


def main(words: list[str]) -> int:
    known = list(dict.fromkeys(id_ for id_, _ in ROWS))
    unknown = [word for word in words if word not in known]
    if unknown or os.environ.get("FAULTS", "short") not in PLANS:
        print(f"There are the rows {', '.join(known)}, and FAULTS is {' or '.join(PLANS)}.", file=sys.stderr)
        return 2
    plan, wrong = chosen(), 0
    for id_, try_ in ROWS:
        if words and id_ not in words:
            continue
        began = time.perf_counter()
        row = try_(plan)
        wrong += len(row.wrong)
        print(row, flush=True)
        for said in row.wrong[:_SHOWN]:
            print(f"      {said}", flush=True)
        print(f"{id_} took {time.perf_counter() - began:.0f} s", file=sys.stderr, flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
