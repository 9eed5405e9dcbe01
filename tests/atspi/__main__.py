"""`python -m tests.atspi [PROGRAM]`: the tree of the program, from source or as it was built, read from outside.

Needs, of Debian: at-spi2-core python3-pyatspi dbus xvfb xauth matchbox-window-manager xdotool.
It is no part of the suite.
"""

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
TOOLS = ("dbus-run-session", "xvfb-run", "matchbox-window-manager", "xdotool")
PYATSPI = "/usr/bin/python3"  # the system's own: pyatspi is no package of a registry


def main(program: list[str]) -> int:
    lacks = [tool for tool in TOOLS if shutil.which(tool) is None]
    if lacks:
        print(f"Not here: {', '.join(lacks)}. The packages are named in tests/atspi/__main__.py.", file=sys.stderr)
        return 2
    command = program or [sys.executable, "-m", "doorbraak"]
    walk = shlex.join([PYATSPI, str(Path(__file__).with_name("walk.py")), *command])
    with tempfile.TemporaryDirectory() as home:  # a first start, with nothing of who runs it
        own = {"HOME": home, "XDG_RUNTIME_DIR": home, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"}
        own |= {"XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
        manager = "matchbox-window-manager -use_titlebar no >/dev/null 2>&1 &"  # without one no window gets the keys
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1366x768x24", "sh", "-c", f"{manager} exec {walk}"]
        return subprocess.run(["dbus-run-session", "--", *screen], env=os.environ | own, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
