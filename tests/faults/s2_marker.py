"""S2: a marker in every field, then all that a program does and all that goes wrong: it is in no file but encrypted.

Everything that may be written to lies in one folder: HOME, TMPDIR, the XDG folders, the workspace, what was said.
"""

import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from doorbraak.model.dossier import dossier
from doorbraak.model.dossier import household as households
from doorbraak.model.workspace.store import Store
from tests import test_canary
from tests.conftest import CHEAP, PASSPHRASE
from tests.faults.forked import Line, begin
from tests.faults.row import Piece, Plan, Row, place, shared

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (
    ("show",), ("show", "1"), ("show", "1", "--json"), ("check",), ("backup",), ("restore", "--list"),
    ("restore", "--latest"), ("restore-drill",), ("log", "list"), ("log", "verify"),
    ("import", "bestaat-niet.json"), ("show", "999"),
)  # fmt: skip


def marker(plan: Plan) -> Row:
    tries: list[tuple[object, ...]] = [("commands",), ("killed",), ("full",)]
    if plan.window:
        tries.append(("window",))
    with tempfile.TemporaryDirectory(prefix="doorbraak-faults-", dir=place()) as folder:
        wrong = shared(work, [(*one, str(Path(folder) / str(one[0]))) for one in tries], plan.workers)
        files = sum(path.is_file() for path in Path(folder).rglob("*"))
    return Row(
        "S2", "a marker in every field is found in no file", files, tuple(wrong), (f"files, of {len(tries)} sessions",)
    )


def surroundings(home: Path) -> dict[str, str]:
    """Everything that a program may write to is below `home`, and empty."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "LANG") if name in os.environ}
    names = ("HOME", "TMPDIR", "TEMP", "TMP", "MPLCONFIGDIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
    for name in (*names, "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
        kept[name] = str(home / name.lower())
        Path(kept[name]).mkdir(mode=0o700, exist_ok=True)
    return {
        **kept, "DOORBRAAK_PASSPHRASE": PASSPHRASE, "DOORBRAAK_DEBUG": "1", "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1",
    }  # fmt: skip


def work(piece: Piece) -> list[str]:
    wrong = []
    for kind, folder in piece.tries:
        here = Path(str(folder))
        here.mkdir()
        {"commands": _commands, "killed": _killed, "full": _full, "window": _window}[str(kind)](here)
        if kind != "window":  # there it is typed, and how much of it is for that session to say
            assert _is_in(here / "werkmap"), "the marker was not typed at all"
        for text in (test_canary.MARKER, test_canary.NOTE):
            wrong += [f"{kind}: {path}" for path in sorted(test_canary.found_in(here, text))]
    return wrong


def _is_in(folder: Path) -> bool:
    store = Store.open(folder, PASSPHRASE, dossier.TABLES)
    try:
        return any(row.name == test_canary.MARKER for row in households.all_of(store))
    finally:
        store.close()


def _filled(folder: Path) -> Store:
    store, _ = Store.create(folder, PASSPHRASE, dossier.TABLES, title=test_canary.MARKER, cost=CHEAP)
    test_canary.fill(store)
    store.backup()
    return store


def _commands(here: Path) -> None:
    _filled(here / "werkmap").close()
    environment = surroundings(here / "thuis")
    with (here / "stderr").open("wb") as said:
        for words in COMMANDS:
            for secret in (PASSPHRASE, "iets heel anders nu"):
                command = [sys.executable, "-m", "doorbraak", *words]
                subprocess.run(
                    [*command, "--workspace", str(here / "werkmap")],
                    env=environment | {"DOORBRAAK_PASSPHRASE": secret},
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                    cwd=here / "thuis",
                    check=False,
                )


def _killed(here: Path) -> None:
    """In the middle of a change; a journal stays behind, and the folder as it lies then is kept to look in."""

    def act(line: Line) -> None:
        store = Store.open(here / "werkmap", PASSPHRASE, dossier.TABLES)
        store.file.db.execute("PRAGMA cache_size = 2").fetchall()  # pages reach the file before the commit
        with store.change("Half"):
            for row in households.all_of(store):
                store.update("household", row.id, note=test_canary.MARKER * 900)
            line.tell(half=True)
            line.wait()

    _filled(here / "werkmap").close()
    for turn in range(3):
        child = begin(act, here / f"gezegd {turn}")
        child.answer()
        shutil.copytree(here / "werkmap", here / f"zoals hij lag {turn}")
        child.kill()
        child.end()
        assert (here / "werkmap" / "dossiers.db-journal").stat().st_size


def _full(here: Path) -> None:
    """A disk that fails in the middle of everything, with all that is said about it."""
    _filled(here / "werkmap").close()

    def act(line: Line) -> None:
        from doorbraak.cli import program

        os.environ.update(surroundings(here / "thuis"))
        most = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        for size in (0, 4096, 100_000, 600_000):
            resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
            for words in (("check",), ("backup",), ("restore", "--latest"), ("show", "1")):
                program.main([*words, "--workspace", str(here / "werkmap")])
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    child = begin(act, here.with_name("uitvoer van full"))  # `show` was asked to show it
    list(child.answers())
    child.end()


def _window(here: Path) -> None:
    script = ROOT / "tests" / "ui" / "window_session.py"
    environment = surroundings(here / "thuis")
    command = [sys.executable, str(script), str(here / "werkmap"), PASSPHRASE, test_canary.MARKER]
    with (here / "stderr").open("wb") as said, (here / "stdout").open("wb") as out:
        subprocess.run(command, env=environment, cwd=here / "thuis", stdout=out, stderr=said, check=True)
