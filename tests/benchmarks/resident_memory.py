"""Prints how many MB this process holds with a household drawn: `resident_memory FOLDER`."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.benchmarks import in_window


def megabytes() -> float:
    """Resident memory of this process, in units of 1,048,576 bytes, as the system counts it."""
    if sys.platform.startswith("win"):
        words = ["tasklist", "/fi", f"PID eq {os.getpid()}", "/fo", "csv", "/nh"]
        last = subprocess.run(words, capture_output=True, text=True, check=True).stdout.rsplit('","', 1)[-1]
        return int(re.sub(r"\D", "", last)) / 1024
    words = ["ps", "-o", "rss=", "-p", str(os.getpid())]
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.search(r"VmRSS:\s+(\d+)", status.read_text("ascii"))[1]) / 1024
    return int(subprocess.run(words, capture_output=True, text=True, check=True).stdout) / 1024


def main(folder: Path) -> None:
    window = in_window.closed(folder)
    in_window.unlock(window)
    in_window.problems_page(window)
    in_window.map_page(window)
    found = megabytes()
    window.close()
    if "matplotlib" in sys.modules:
        raise RuntimeError("matplotlib is there before the first chart")
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
