"""Which command helps after a refusal: the core says what happened and what is safe, and knows of no command."""

import shlex
import subprocess
import sys
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from doorbraak.cli.workspace import folder_of
from doorbraak.model.errors import (
    DiskFailed,
    DiskFull,
    FileDamaged,
    NoAccess,
    SlotsMissing,
    UserError,
    WorkspaceMissing,
    WrongPassphrase,
)

_WRITES_THERE = frozenset({"import", "backup", "passphrase"})  # others fail on a place outside the workspace too
_ASKS_AGAIN = frozenset({"restore", "restore-drill", "passphrase"})  # say themselves which secret they need

_OF_COORDINATOR = frozenset({"coordinator", "receive", "publish"})


def after(error: UserError, given: Namespace) -> str:
    """A sentence with the command written out, folder included: typed over, it must not land on another workspace."""
    if not hasattr(given, "workspace"):  # a command that opens none
        return ""
    match error:
        case WorkspaceMissing():
            return _without_workspace(given)
        case SlotsMissing() if given.command != "restore":
            window = f"Dat doet het venster: {typed('', given)}."
            return f"{window} Of deze opdracht: {typed('restore --keys', given)}"
        case FileDamaged():
            return f"Bekijk de kopieën: {typed('restore --list', given)}"
        case WrongPassphrase(fits=at) if at is not None and given.command != "restore-drill":
            return f"De sleutels terughalen: {typed('restore --keys', given)}"
        case WrongPassphrase() if given.command not in _ASKS_AGAIN:
            return f"Wachtzin kwijt? Kies met de herstelcode een nieuwe: {typed('passphrase', given)}"
        case DiskFull() | DiskFailed() | NoAccess() if given.command in _WRITES_THERE:
            return f"Kijk de werkmap daarna na: {typed('check', given)}"
    return ""


def _without_workspace(given: Namespace) -> str:
    if given.command in _OF_COORDINATOR:
        return "Dat gaat met --workspace MAP, of met doorbraak coordinator new."
    from doorbraak.model.workspace import restore

    with suppress(OSError, UserError):  # what went wrong matters more than what to do next
        if restore.restorable(folder_of(given.workspace), None):
            return f"Er liggen wel kopieën in die map: {typed('restore --list', given)}"
    return "Dat gaat met --workspace MAP, of met doorbraak new."


def typed(words: str, given: Namespace) -> str:
    """A command on the same workspace, as the shell of this system takes it."""
    folder: Path | None = given.workspace
    where = "" if folder is None else f"--workspace {_quoted(str(folder))}"
    return " ".join(part for part in ("doorbraak", words, where) if part)


def _quoted(text: str) -> str:
    return subprocess.list2cmdline([text]) if sys.platform == "win32" else shlex.quote(text)
