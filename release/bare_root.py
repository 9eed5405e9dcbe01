"""`python3 -m release.bare_root`: does the packed build work on a Debian that has nothing but the libraries we name?

Makes a smallest Debian in a folder that is gone afterwards, without Python; as root, with debootstrap and a network.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import run
from doorbraak import __version__
from release import libraries

SUITE = "bookworm"


def main() -> int:
    """Returns 0 when the self-test inside that root passes."""
    archives = sorted((run.ROOT / "dist").glob(f"doorbraak-{__version__}-linux-*.tar.xz"))
    if not archives:
        run.say("There is no build. Make one first: make dist")
        return 1
    packages = sorted(set(libraries.of_the_system().values()))
    with tempfile.TemporaryDirectory(prefix="doorbraak-root-") as folder:
        root = Path(folder)
        _do("debootstrap", "--variant=minbase", SUITE, root)
        for python in root.glob("usr/bin/python3*"):
            run.say(f"This root has a Python: {python.name}. It proves nothing.")
            return 1
        _do("chroot", root, "apt-get", "-qq", "update")
        _do("chroot", root, "apt-get", "-qq", "install", "--yes", "--no-install-recommends", *packages)
        _do("tar", "-xJf", archives[-1], "-C", root / "opt")
        _do("chroot", root, f"/opt/doorbraak-{__version__}/doorbraak", "selftest", shown=True)
    run.say(f"It works in a bare root with: {', '.join(packages)}.")
    return 0


def _do(*words: object, shown: bool = False) -> None:
    """Raises SystemExit with what the command said, when it fails."""
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise SystemExit(f"{words[0]} failed: {(done.stderr or done.stdout).strip()[-2000:]}")
    if shown:
        print(done.stdout, end="")


if __name__ == "__main__":
    sys.exit(main())
