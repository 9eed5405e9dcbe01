"""How much memory a program holds, with all processes that it started; what is shared counts for each one's part."""

import re
from pathlib import Path

_PROCESSES = Path("/proc")


def megabytes(process: int) -> float:
    """In units of 1,048,576 bytes."""
    return sum(_own(one) for one in _family(process)) / 1024


def _family(process: int) -> set[int]:
    parents = {}
    for status in _PROCESSES.glob("[0-9]*/stat"):
        try:
            parents[int(status.parent.name)] = int(status.read_text("utf-8", "replace").rpartition(")")[2].split()[1])
        except OSError:  # it ended meanwhile
            continue
    family, grows = {process}, True
    while grows:
        children = {child for child, parent in parents.items() if parent in family}
        grows = not children <= family
        family |= children
    return family


def _own(process: int) -> int:
    try:
        text = (_PROCESSES / str(process) / "smaps_rollup").read_text("ascii")
    except OSError:
        return 0
    found = re.search(r"^Pss:\s+(\d+)", text, re.MULTILINE)
    return int(found[1]) if found else 0
