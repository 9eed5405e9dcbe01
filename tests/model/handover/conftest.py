"""Real workspaces between which dossiers go."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.workspace.store import Store
from tests.conftest import CHEAP, PASSPHRASE


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """A workspace of that name, closed at the end."""
    stores: list[Store] = []

    def new(name: str) -> Store:
        store, _ = Store.create(tmp_path / name, PASSPHRASE, dossier.TABLES, cost=CHEAP)
        stores.append(store)
        return store

    yield new
    for store in stores:
        store.close()


@pytest.fixture
def giver(made: Callable[[str], Store]) -> Store:
    return made("a")


@pytest.fixture
def taker(made: Callable[[str], Store]) -> Store:
    return made("b")
