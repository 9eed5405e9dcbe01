"""`selftest`: is the program whole, and does all of it work, in a folder that is gone afterwards?

An administrator runs it after installing, `make dist` inside the build.
"""

import importlib
import pkgutil
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path

import doorbraak
from doorbraak import paths
from doorbraak.cli import window
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile

# What is loaded late, and by a function: no import of a part of ours shows that it is missing.
_LATE = (
    "highspy", "icalendar", "openpyxl", "sqlite_utils", "sqlcipher3.dbapi2", "nacl.bindings",
    "matplotlib.backends.backend_agg", "matplotlib.backends.backend_pdf", "matplotlib.backends.backend_svg",
)  # fmt: skip


def selftest(given: Namespace) -> int:
    """Each step is said when it is done. Raises UserError at the first that fails.

    With `window` only whether a window can open on this screen.
    """
    if given.window:
        print(f"Goed: {_window()}")
        return 0
    for step in _steps():
        print(f"Goed: {step()}", flush=True)
    print("Het programma is compleet.")
    return 0


def _steps() -> Iterator[Callable[[], str]]:
    from doorbraak.cli.selftest_workspace import Tried  # late: it loads what opens a workspace

    yield from (_parts, _resources, _example)
    with tempfile.TemporaryDirectory(prefix="doorbraak-") as temporary:
        yield from Tried(Path(temporary)).steps()


def _parts() -> str:
    """Every module, also those that are loaded by name when they are first asked for."""
    names = [found.name for found in pkgutil.walk_packages(doorbraak.__path__, "doorbraak.")]
    for name in (*names, *_LATE):
        importlib.import_module(name)
    return f"alle {len(names)} onderdelen laden"


def _resources() -> str:
    known = catalogue.load()
    catalogue.check(known)
    return (
        f"de lijsten zijn gevonden en kloppen ({len(known.problems)} problemen, "
        f"{len(known.agencies)} instanties, {len(known.prices)} prijzen, {len(known.articles)} artikelen)"
    )


def _example() -> str:
    case = casefile.read((paths.resources() / "cases" / "casus-01.json").read_bytes(), catalogue.load())
    return f"de voorbeeldcasus is te lezen ({len(case.agencies)} instanties, {len(case.problems)} problemen)"


def _window() -> str:
    window.prepare()
    return "op dit scherm kan een venster open"
