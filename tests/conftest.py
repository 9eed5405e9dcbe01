"""What holds for every test: no screen and no network; and a workspace for those that need one."""

import os
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_INTERNET = (socket.AF_INET, socket.AF_INET6)
_NAME_LOOKUPS = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}
_attempts: list[str] = []


def _refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook, since it sees what late imports do too. Unix sockets stay on the machine: allowed."""
    if event == "socket.__new__":
        if arguments[1] in _INTERNET:
            _attempts.append(event)
            raise PermissionError("A test may not open an internet socket.")
    elif event in _NAME_LOOKUPS:
        _attempts.append(event)
        raise PermissionError("A test may not look up a name on a network.")


sys.addaudithook(_refuse_network)


@pytest.fixture(autouse=True)
def no_network() -> Iterator[list[str]]:
    """Fails the test that tried to reach a network, also when its code swallowed the refusal."""
    _attempts.clear()
    yield _attempts
    assert not _attempts, f"This test tried to reach a network: {_attempts}"


@pytest.fixture(scope="session")
def qapp() -> "QApplication":
    """The program's own application; pytest-qt asks for it too. One per process, so it must come first."""
    from doorbraak.ui import app

    return app.application()


PASSPHRASE = "vier losse woorden nu"
CHEAP = keys.Cost(1, 65536)  # a key in a millisecond


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A fresh folder with a closed, empty workspace in it."""
    folder = tmp_path / "werkmap"
    Store.create(folder, PASSPHRASE, dossier.TABLES, title="Proef", cost=CHEAP)[0].close()
    return folder


@pytest.fixture
def store(workspace: Path) -> Iterator[Store]:
    """That workspace, open."""
    opened = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    yield opened
    opened.close()


@pytest.fixture
def casus(store: Store) -> int:
    """The published household casus-01, imported: its household id."""
    from doorbraak import paths
    from doorbraak.model import catalogue
    from doorbraak.model.dossier import casefile

    content = (paths.resources() / "cases" / "casus-01.json").read_bytes()
    case = casefile.read(content, catalogue.load(paths.resources()))
    with store.change("Casus invoeren"):
        return casefile.take_in(store, case)
