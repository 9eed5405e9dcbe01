"""S6: during whole sessions, by command and in the window, no socket but those that stay on this machine."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import test_canary
from tests.conftest import PASSPHRASE
from tests.faults.forked import can_trace
from tests.faults.row import Plan, Row, place
from tests.faults.s2_marker import ROOT, surroundings

_STAYS_HERE = {"AF_UNIX"}


def sockets(plan: Plan) -> Row:
    name = "system calls of the network in a session: this machine only"
    with tempfile.TemporaryDirectory(prefix="doorbraak-faults-", dir=place()) as folder:
        here = Path(folder)
        if not shutil.which("strace") or not can_trace(here):
            return Row("S6", name, 0, (), ("strace may not be used here; tests/test_network_guard.py is left",))
        seen = [_families(here, words) for words in _sessions(here)]
    wrong = [f"{kind}: {family}" for kind, found in seen for family in found if family not in _STAYS_HERE]
    calls = sum(len(found) for _, found in seen)
    notes = (f"sessions, with {calls} sockets, all of them AF_UNIX",) if not wrong else ()
    return Row("S6", name, len(seen), tuple(wrong), notes)


def _sessions(here: Path) -> list[tuple[str, ...]]:
    folder, case = str(here / "werkmap"), str(ROOT / "resources" / "cases" / "casus-01.json")
    where = ("--workspace", folder)
    command = ("-m", "doorbraak")
    found = [
        (*command, "new", *where),
        (*command, "import", case, *where),
        (*command, "show", "1", *where),
        (*command, "backup", *where),
        (*command, "restore", "--latest", *where),
        (*command, "export", "--out", str(here / "uit"), *where),
    ]
    script = str(ROOT / "tests" / "ui" / "window_session.py")
    return [*found, (script, str(here / "ander"), PASSPHRASE, test_canary.MARKER)]


def _families(here: Path, words: tuple[str, ...]) -> tuple[str, list[str]]:
    """The families of all sockets, of the process and all that it starts; and of what it connects to."""
    log = here / "strace"
    command = ["strace", "-f", "--seccomp-bpf", "-e", "trace=network", "-o", str(log), sys.executable, *words]
    done = subprocess.run(
        command, env=surroundings(here / "thuis"), capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    assert done.returncode == 0, done.stderr
    text = log.read_text(errors="replace")
    return words[-3 if "window_session" in words[0] else 2], re.findall(r"\b(?:AF|PF)_[A-Z0-9]+", text)
