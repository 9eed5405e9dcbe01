"""Runs what has to be measured in a fresh process, with no settings of the person who runs it."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]


def environment(folder: Path) -> dict[str, str]:
    """Ours, with a home of its own in `folder`; offscreen where there is no screen.

    Compiled modules are kept, as they are for everybody who installed the program: PYTHONDONTWRITEBYTECODE would make
    each start compile it all again.
    """
    home = folder / "home"
    home.mkdir(exist_ok=True)
    made = dict(os.environ, HOME=str(home), XDG_CONFIG_HOME=str(home), XDG_CACHE_HOME=str(home))
    made["XDG_DATA_HOME"] = str(home)
    made.pop("PYTHONDONTWRITEBYTECODE", None)
    made["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
    if not (made.get("DISPLAY") or sys.platform.startswith("win") or sys.platform == "darwin"):
        made.setdefault("QT_QPA_PLATFORM", "offscreen")
    return made


def opened_before(folder: Path, workspace: Path) -> None:
    """In that home the program was started before, with this workspace: the next start comes from a menu."""
    settings = folder / "home" / "Doorbraak" / "Doorbraak.ini"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'[General]\nfolder="{workspace}"\ntheme_asked=light\n', encoding="utf-8")


def answer(folder: Path, module: str, *words: str) -> Any:
    """What tests.benchmarks.<module> printed as JSON. Raises CalledProcessError when it failed."""
    command = python(f"tests.benchmarks.{module}", *words)
    done = subprocess.run(command, cwd=PROJECT, env=environment(folder), stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def python(module: str, *words: str) -> list[str]:
    """The command that runs a module of this project."""
    return [sys.executable, "-m", module, *words]


def seconds_to_first_window(folder: Path, command: list[str]) -> float:
    """From the start of the command until its first window has been painted, then ends it.

    Qt itself says so, asked by its own variables: the program knows nothing of being measured.
    Raises RuntimeError when no window came.
    """
    said = {"QT_LOGGING_RULES": "qt.widgets.painting.debug=true", "QT_FORCE_STDERR_LOGGING": "1"}
    surroundings = environment(folder) | said
    begun = time.perf_counter()
    with subprocess.Popen(command, cwd=PROJECT, env=surroundings, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        painted = any(line.startswith(b"qt.widgets.painting: Flushing") for line in process.stderr)
        passed = time.perf_counter() - begun
        process.kill()
    if not painted:
        raise RuntimeError(f"{command[:3]} came to no window")
    return passed
