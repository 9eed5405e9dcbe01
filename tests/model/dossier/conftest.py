"""A real encrypted workspace and short ways to look into it."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.dossier import dossier, household
from doorbraak.model.errors import InputError
from doorbraak.model.workspace import keys
from doorbraak.model.workspace.store import Store

Dump = dict[str, list[tuple[Any, ...]]]
TODAY = date(2026, 10, 5)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened, _ = Store.create(tmp_path / "werkmap", "vier losse woorden nu", dossier.TABLES, cost=keys.Cost(1, 65536))
    yield opened
    opened.close()


@pytest.fixture
def catalogue() -> lists.Catalogue:
    return lists.load()


@pytest.fixture
def home(store: Store) -> int:
    with store.change("Huishouden toevoegen"):
        return household.open_dossier(store, "Familie Proef", opened=TODAY)


@pytest.fixture
def elsewhere(store: Store, home: int) -> int:
    """A second household, whose rows may never get mixed with the first one's."""
    with store.change("Huishouden toevoegen"):
        return household.open_dossier(store, "Buren", opened=TODAY)


def dump(store: Store) -> Dump:
    """Every row of every table of the dossier."""
    return {table.name: store.rows(f"SELECT * FROM {table.name} ORDER BY id") for table in dossier.TABLES}


@pytest.fixture
def contents(store: Store) -> Callable[[], Dump]:
    return lambda: dump(store)


@pytest.fixture
def do(store: Store) -> Callable[..., Any]:
    """Run one verb as one step."""

    def run(verb: Callable[..., Any], *args: Any, **values: Any) -> Any:
        with store.change("Proef"):
            return verb(store, *args, **values)

    return run


class _Refusal(AbstractContextManager[None]):
    def __init__(self, store: Store, field: str) -> None:
        self._store, self._field = store, field

    def __enter__(self) -> None:
        self._before = dump(self._store)

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if error is None:
            pytest.fail("The verb took what it has to refuse.")
        if not isinstance(error, InputError):
            return False
        assert error.field == self._field
        assert error.sentence.endswith(".")
        assert dump(self._store) == self._before, "a refused value was written"
        return True


@pytest.fixture
def refused(store: Store) -> Callable[[str], AbstractContextManager[None]]:
    """`with refused("name"): ...` holds when InputError names that field and nothing was written."""
    return lambda field: _Refusal(store, field)
