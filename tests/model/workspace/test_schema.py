"""The order of versions: a newer file is left alone, an older one is brought up whole or not at all."""

from pathlib import Path

import pytest

from doorbraak.model.dossier import dossier
from doorbraak.model.errors import FileDamaged, FileNewer
from doorbraak.model.workspace import DATABASE, backup, cipher, keys, schema
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from doorbraak.model.workspace.tables import TABLES
from tests.conftest import PASSPHRASE
from tests.model.workspace import outside


def run(folder: Path, *statements: str) -> None:
    """Statements on the closed file, as another version of the program would have left it."""
    db = cipher.connect(folder / DATABASE, keys.unwrap(keys.read(folder / SLOTS), PASSPHRASE))
    try:
        for statement in statements:
            db.execute(statement)
    finally:
        cipher.close(db)


def test_that_a_newer_file_is_refused_untouched_with_the_version_it_needs(workspace: Path) -> None:
    run(
        workspace,
        f"PRAGMA user_version = {schema.VERSION + 1}",
        "UPDATE setting SET value = '7.4.1' WHERE name = 'needs_program'",
        "CREATE TABLE of_the_future (id INTEGER PRIMARY KEY, x BLOB)",
    )
    assert "7.4.1" in outside.refused_untouched(FileNewer, workspace)
    run(workspace, f"PRAGMA user_version = {schema.VERSION}")
    outside.opens_whole(workspace)


def test_that_a_newer_file_without_our_settings_is_refused_all_the_same(workspace: Path) -> None:
    run(workspace, f"PRAGMA user_version = {schema.VERSION + 1}", "DROP TABLE setting")
    assert "nieuwere versie" in outside.refused_untouched(FileNewer, workspace)


@pytest.mark.parametrize("version", [0, -1])
def test_that_a_file_without_a_version_is_refused_untouched(workspace: Path, version: int) -> None:
    run(workspace, f"PRAGMA user_version = {version}")
    outside.refused_untouched(FileDamaged, workspace)


def test_that_a_new_file_has_this_version_and_names_the_program_it_needs(store: Store) -> None:
    assert schema.version_of(store.file.db) == schema.VERSION
    assert store.file.setting("needs_program") == schema.FIRST_PROGRAM


def test_that_an_older_file_is_copied_first_and_then_migrated(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schema, "VERSION", schema.VERSION + 1)  # a made-up step until there is a real one
    opened = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    try:
        assert schema.version_of(opened.file.db) == schema.VERSION
    finally:
        opened.close()
    (copy,) = backup.all_of(workspace)
    db = cipher.connect(copy.path, keys.unwrap(keys.read(workspace / SLOTS), PASSPHRASE))
    try:
        assert schema.version_of(db) == schema.VERSION - 1
    finally:
        cipher.close(db)


def test_that_the_steps_can_be_applied_twice(workspace: Path) -> None:
    db = cipher.connect(workspace / DATABASE, keys.unwrap(keys.read(workspace / SLOTS), PASSPHRASE))
    try:
        before = backup.row_counts(db)
        schema.migrate(db, (*TABLES, *dossier.TABLES))
        assert backup.row_counts(db) == before
    finally:
        cipher.close(db)


def test_that_every_table_is_strict_and_states_its_privacy(store: Store) -> None:
    strict = dict(store.rows("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'"))
    for table in (*TABLES, *dossier.TABLES):
        assert strict[table.name] == 1
        columns = {name for (name,) in store.rows("SELECT name FROM pragma_table_info(?)", [table.name])}
        assert columns == set(table.column_names)
        assert {column.privacy for column in table.columns} <= {"never", "counted", "summed"}
