"""A workspace seen from outside: what lies on disk, and what another process may do with it."""

import hashlib
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import UserError
from doorbraak.model.workspace.store import Store
from tests.conftest import PASSPHRASE

DAY = date(2024, 1, 1)
ROOT = Path(__file__).resolve().parents[3]
BEGIN = """
import sys
from datetime import date
from pathlib import Path
from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import UserError
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.store import Store
folder, passphrase = Path(sys.argv[1]), sys.argv[2]
"""


def content(folder: Path) -> dict[str, str]:
    """Every file under `folder` with its hash. Of closed workspaces: reading an open one ends SQLite's lock."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def modes(folder: Path) -> dict[str, int]:
    """The rights of the folder itself, as ".", and of all that is in it."""
    return {str(path.relative_to(folder)): stat.S_IMODE(path.stat().st_mode) for path in (folder, *folder.rglob("*"))}


def command(code: str, folder: Path) -> list[str]:
    return [sys.executable, "-c", BEGIN + code, str(folder), PASSPHRASE]


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", **more}


def run(code: str, folder: Path, **more: str) -> str:
    """What the code prints in a process of its own; it must end well and say nothing on stderr."""
    done = subprocess.run(
        command(code, folder), env=environment(**more), capture_output=True, text=True, check=False, timeout=120
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout + done.stderr
    return done.stdout.strip()


OPEN_AND_SAY = """
try:
    Store.open(folder, passphrase, dossier.TABLES).close()
    print("open")
except UserError as error:
    print(type(error).__name__)
"""


def refused(kind: type[UserError], act: Callable[[], object]) -> str:
    """The sentence with which `act` is refused, which has to be of exactly this kind."""
    with pytest.raises(UserError) as caught:
        act()
    assert type(caught.value) is kind, caught.value
    sentence = caught.value.sentence
    assert sentence.endswith(".")
    assert sentence.count(".") >= 2, "what happened, and what to do"
    return sentence


def refused_untouched(kind: type[UserError], folder: Path, secret: str = PASSPHRASE) -> str:
    """The sentence with which opening is refused, with every byte in the folder as it was."""
    before = content(folder)
    sentence = refused(kind, lambda: Store.open(folder, secret, dossier.TABLES))
    assert content(folder) == before
    return sentence


def opens_whole(folder: Path, secret: str = PASSPHRASE) -> None:
    """The workspace opens, both integrity checks are clean and the log is a whole chain."""
    store = Store.open(folder, secret, dossier.TABLES)
    try:
        assert store.faults() == []
        assert store.log_broken_at() is None
    finally:
        assert store.close() is None
