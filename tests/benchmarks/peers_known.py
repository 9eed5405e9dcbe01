"""The programs that somebody at such a desk knows: how each is prepared, started, and given something to open."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks import peers_data, workspaces

SECRET = "geheim voor het meten"
_GRAMPS = (
    "[behavior]\nbetawarn=1\nautoload=0\nuse-tips=0\n\n[interface]\nignore-gexiv2=1\nignore-osmgpsmap=1\nignore-pil=1\n"
)
_GNUCASH = (
    "[org/gnucash/GnuCash/general]\nshow-splash-screen=false\n\n"
    "[org/gnucash/GnuCash/dialogs/tip-of-the-day]\nshow-at-startup=false\n\n"
    "[org/gnucash/GnuCash/dialogs/new-hierarchy]\nshow-on-new-file=false\n"
)
_KEEPASSXC = "[General]\nUpdateCheckMessageShown=true\nMinimizeAfterUnlock=false\n\n[GUI]\nCheckForUpdates=false\n"


@dataclass(frozen=True, slots=True)
class Peer:
    """`begin` and `opening` make a command, without and with data, for a home that `prepare` has made.

    `drawn` and `opened` are patterns of the window's title. A `secret` is typed into the window.
    """

    name: str
    program: str
    drawn: str
    begin: Callable[[Path], list[str]]
    prepare: Callable[[Path, int, dict[str, str]], None]
    opened: str = ""
    opening: Callable[[Path], list[str]] | None = None
    secret: str = ""

    @property
    def missing(self) -> bool:
        return shutil.which(self.program) is None


def _nothing(home: Path, rows: int, surroundings: dict[str, str]) -> None:
    """A bare window has neither settings nor data."""


def _ours(home: Path, rows: int, surroundings: dict[str, str]) -> None:
    workspaces.many(home / "werkmap", rows)


def _keepassxc(home: Path, rows: int, surroundings: dict[str, str]) -> None:
    (home / "keepassxc.ini").write_text(_KEEPASSXC, "utf-8")
    source = peers_data.passwords(home / "wachtwoorden.xml", rows)
    command = ["keepassxc-cli", "import", "-p", "-t", "100", str(source), str(home / "wachtwoorden.kdbx")]
    _run(command, surroundings, f"{SECRET}\n{SECRET}\n")


def _gramps(home: Path, rows: int, surroundings: dict[str, str]) -> None:
    settings = home / ".gramps" / "gramps51" / "gramps.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(_GRAMPS, "utf-8")
    unseen = {name: value for name, value in surroundings.items() if name != "DISPLAY"}  # it would wait for somebody
    _run(["gramps", "-y", "-C", "Voorbeeld", "-i", str(peers_data.people(home / "mensen.ged", rows))], unseen)


def _gnucash(home: Path, rows: int, surroundings: dict[str, str]) -> None:
    settings = home / ".config" / "glib-2.0" / "settings" / "keyfile"
    settings.parent.mkdir(parents=True)
    settings.write_text(_GNUCASH, "utf-8")
    peers_data.book(home / "boek.gnucash", rows)


def _calc(home: Path, rows: int, surroundings: dict[str, str]) -> None:
    peers_data.sheet(home / "blad.fods", rows)


def _run(command: list[str], surroundings: dict[str, str], typed: str = "") -> None:
    """Raises CalledProcessError, or TimeoutExpired when it waits for somebody."""
    subprocess.run(
        command, env=surroundings, input=typed, text=True, capture_output=True, check=True, timeout=60
    )  # fmt: skip


def _with_keepassxc(home: Path, *words: str) -> list[str]:
    return ["keepassxc", "--config", str(home / "keepassxc.ini"), *words]


def _python(*words: str) -> list[str]:
    return [sys.executable, "-m", *words]


_CALC = ["localc", "--nologo", "--norestore", "--nolockcheck"]
BARE = Peer("bare PySide6 window", sys.executable, "^bare", lambda _: _python("tests.benchmarks.bare_window"), _nothing)
OURS = Peer(
    "Doorbraak", sys.executable, "Doorbraak$", lambda home: _python("doorbraak", "--workspace", str(home / "werkmap")),
    _ours, "Doorbraak$", lambda home: _python("doorbraak", "--workspace", str(home / "werkmap")),
    workspaces.PASSPHRASE,
)  # fmt: skip
PEERS = (
    Peer(
        "KeePassXC", "keepassxc", "KeePassXC$", _with_keepassxc, _keepassxc,
        "kdbx - KeePassXC$", lambda home: _with_keepassxc(home, str(home / "wachtwoorden.kdbx")), SECRET,
    ),
    Peer(
        "Gramps", "gramps", "Gramps$", lambda _: ["gramps"], _gramps,
        "Voorbeeld.*Gramps$", lambda _: ["gramps", "-O", "Voorbeeld"],
    ),
    Peer(
        "GnuCash", "gnucash", "GnuCash$", lambda _: ["gnucash", "--nofile"], _gnucash,
        "boek.*GnuCash$", lambda home: ["gnucash", str(home / "boek.gnucash")],
    ),
    Peer(
        "LibreOffice Calc", "localc", "LibreOffice Calc$", lambda _: _CALC, _calc,
        "blad.*LibreOffice Calc$", lambda home: [*_CALC, str(home / "blad.fods")],
    ),
)  # fmt: skip
