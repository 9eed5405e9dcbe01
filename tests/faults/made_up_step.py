"""A program that is one version further than ours: a made-up step, until there is a real one."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from doorbraak.model.workspace import DATABASE, cipher, keys, schema
from doorbraak.model.workspace.creation import SLOTS
from tests.conftest import PASSPHRASE

VERSION = schema.VERSION + 1
TABLE = "made_up"
_migrations = schema.migrations


def _with_another(tables: tuple[schema.Table, ...]) -> Any:
    steps = _migrations(tables)

    @steps(name="002 made up")
    def made_up(db: Any) -> None:
        db.execute(f"CREATE TABLE {TABLE} (id INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT")
        db.execute(f"INSERT INTO {TABLE}(id, words) SELECT id, note FROM household")
        db.execute(f"UPDATE {TABLE} SET words = words || ' bij'")
        db.execute(f"CREATE INDEX {TABLE}_words ON {TABLE}(words)")

    return steps


@contextmanager
def program() -> Iterator[None]:
    """Within this, ours is that program."""
    with ExitStack() as all_:
        all_.enter_context(mock.patch.object(schema, "VERSION", VERSION))
        all_.enter_context(mock.patch.object(schema, "migrations", _with_another))
        yield


@contextmanager
def _closed_file(folder: Path) -> Iterator[Any]:
    """A broken-off write is taken back first, as at any opening."""
    db = cipher.connect(folder / DATABASE, keys.unwrap(keys.read(folder / SLOTS), PASSPHRASE))
    try:
        yield db
    finally:
        cipher.close(db)


def version_in(folder: Path) -> int:
    with _closed_file(folder) as db:
        return schema.version_of(db)


def set_version(folder: Path, version: int) -> None:
    """As a newer program would have left it."""
    with _closed_file(folder) as db:
        db.execute(f"PRAGMA user_version = {version}")


def wrong_in(folder: Path) -> str:
    """After the step: each of its rows is there, once and whole; empty when so."""
    with _closed_file(folder) as db:
        made = db.execute(f"SELECT id, words FROM {TABLE} ORDER BY id").fetchall()
        wanted = db.execute("SELECT id, note || ' bij' FROM household ORDER BY id").fetchall()
    return "" if made == wanted else "the step was done in part, or twice"
