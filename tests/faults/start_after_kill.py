"""A start after a kill: the window asks nothing more than the passphrase, and costs hardly more than a clean start."""

import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from doorbraak.model.dossier import dossier, household
from doorbraak.model.workspace import DATABASE
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE
from tests.faults import session
from tests.faults.forked import Line, begin
from tests.faults.row import Piece, Plan, Row, shared
from tests.faults.s2_marker import ROOT, surroundings

MOST = 1.3  # of a clean start


def starts(plan: Plan) -> Row:
    """One process, so that a pair is not disturbed by the next."""
    found = shared(work, [(at,) for at in range(plan.starts)], 1)
    wrong = [said for said in found if not said.startswith("pair ")]
    pairs = [tuple(map(float, said.split()[1:])) for said in found if said.startswith("pair ")]
    notes = []
    if pairs:
        ratio = median(killed / clean for killed, clean in pairs)
        notes = [f"{ratio:.2f} of a clean start, most {MOST}"]
        if ratio > MOST:
            wrong.append(f"{ratio:.2f} of a clean start")
    return Row("R1", "a start after a kill shows no dialog", plan.starts, tuple(wrong), tuple(notes))


def work(piece: Piece) -> list[str]:
    place = Path(piece.folder)
    session.template(place / "schoon")
    shutil.copytree(place / "schoon", place / "onderbroken")
    _kill_in(place / "onderbroken", place / "gezegd")
    _seconds(place, "schoon")  # fills the caches of the disk and the fonts
    found = []
    for _ in piece.tries:
        try:
            found.append(f"pair {_seconds(place, 'onderbroken')} {_seconds(place, 'schoon')}")
        except RuntimeError as error:
            found.append(str(error))
    return found


def _kill_in(folder: Path, said: Path) -> None:
    """In the middle of a change of which a part is in the file, with the way back in the journal."""

    def act(line: Line) -> None:
        store = Store.open(folder, PASSPHRASE, dossier.TABLES)
        store.file.db.execute("PRAGMA cache_size = 2").fetchall()
        with store.change("Half"):
            for row in household.all_of(store):
                store.update("household", row.id, note="half " * 4000)
            line.tell(half=True)
            line.wait()

    child = begin(act, said)
    child.answer()
    child.kill()
    child.end()
    if not (folder / f"{DATABASE}-journal").stat().st_size:
        raise RuntimeError("nothing was left half")


def _seconds(place: Path, name: str) -> float:
    """From the start of the process to the painted households. Raises RuntimeError when something else came."""
    folder = place / "werkmap"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(place / name, folder)
    command = [sys.executable, "-m", "tests.faults.window_start", str(folder), PASSPHRASE]
    began = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=surroundings(place / "thuis"), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        passed = time.perf_counter() - began
        said = process.stderr.read().strip()
    if first != "open\n" or process.returncode:
        raise RuntimeError(f"{name}: {first} {said}")
    return passed
