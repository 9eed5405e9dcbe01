"""Opening the window, when there is a screen and the libraries for it."""

import gc
import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak import paths
from doorbraak.model.errors import UserError

if TYPE_CHECKING:
    from argparse import Namespace

_LACKS = (
    "Dit systeem mist een onderdeel dat het venster nodig heeft: {}. De dossiers zijn niet veranderd. "
    "Vraag de beheerder om het te installeren; de handleiding voor beheerders noemt wat er moet zijn."
)


def show(arguments: "Namespace") -> int:
    """Without a command the program is its window."""
    if not (has_screen(os.environ, sys.platform) or os.environ.get("QT_QPA_PLATFORM")):
        raise UserError("Er is geen scherm voor het venster. Typ doorbraak --help voor wat zonder venster kan.")
    return run(arguments.workspace, None, arguments.open)


def has_screen(environment: Mapping[str, str], platform: str) -> bool:
    """Windows and macOS always have one; elsewhere a display server says so."""
    if platform.startswith("win") or platform == "darwin":
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def opens() -> bool:
    """Whether a window can really open: Qt ends the process when a screen that is named does not answer."""
    import subprocess

    asked = [*paths.own_command(), "selftest", "--window"]
    return subprocess.run(asked, capture_output=True, check=False).returncode == 0


def prepare() -> None:
    """Make the window's application before documents are drawn: they would make one without a screen."""
    from doorbraak.ui.app import application

    application()


def run(folder: Path | None, passphrase: str | None, given: Path | None = None) -> int:
    """Returns what the process ends with."""
    gc.disable()  # what a start makes stays: looking for what can go is a twentieth of it
    try:
        from doorbraak.ui.app import run as run_window

        return run_window(folder, passphrase, given, painted=gc.enable)
    finally:
        gc.enable()


@contextmanager
def qt_needed() -> Iterator[None]:
    """Around a command: Qt missing or not loading is a sentence, any other failing import our bug."""
    try:
        yield
    except ImportError as error:
        lacks = re.match(r"(lib[\w.+-]+): cannot open shared object file", str(error))
        if lacks:
            raise UserError(_LACKS.format(lacks[1])) from error
        if (error.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
            raise
        raise UserError(
            "Vensters en documenten hebben Qt nodig, en dat ontbreekt of laadt niet. "
            "De dossiers zijn niet veranderd. Installeer Doorbraak opnieuw."
        ) from error
