import sqlite3
from contextlib import closing

import pytest

from doorbraak.model.dossier import columns, dossier
from doorbraak.model.workspace.schema import Table

MADE = columns.record_table(
    "proof",
    columns.words("words"),
    columns.choice("pick", ("", "a"), "counted"),
    columns.day("on_day", "never"),
    columns.maybe_day("until", "never"),
    columns.flag("first", "never"),
    columns.number("size", 1, 3, "summed"),
    columns.maybe_number("level", 0, 9, "summed"),
)
GOOD = {
    "words": "w", "pick": "a", "on_day": "2026-01-31", "until": None, "first": 1, "size": 3, "level": None,
    "origin": "", "noted_on": "2026-01-01",
}  # fmt: skip


def insert(table: Table, values: dict[str, object]) -> None:
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in table.statements():
            db.execute(statement)
        marks = ", ".join("?" for _ in values)
        db.execute(f"INSERT INTO {table.name}({', '.join(values)}) VALUES({marks})", list(values.values()))


def test_that_a_row_with_what_the_columns_say_is_taken() -> None:
    insert(MADE, GOOD)
    insert(MADE, {**GOOD, "until": "2026-12-31", "level": 9})


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("words", None),
        ("pick", "b"),
        ("on_day", "31-01-2026"),
        ("on_day", None),
        ("on_day", "2026-01-31T00:00"),
        ("until", ""),
        ("first", 2),
        ("size", 0),
        ("size", 4),
        ("size", None),
        ("level", 10),
        ("level", "veel"),
        ("origin", "hearsay"),
        ("noted_on", "gisteren"),
    ],
)
def test_that_the_file_itself_refuses_what_no_verb_would_write(column: str, value: object) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        insert(MADE, {**GOOD, column: value})


def test_that_a_record_table_ends_with_from_whom_and_when_and_is_indexed_by_its_owner() -> None:
    assert MADE.column_names[-2:] == ("origin", "noted_on")
    assert MADE.indexes[0] == MADE.columns[0].name


@pytest.mark.parametrize("table", dossier.TABLES, ids=lambda table: table.name)
def test_that_ids_and_free_words_are_never_in_a_statistic(table: Table) -> None:
    for column in table.columns:
        if "REFERENCES" in column.declaration or column.name in ("origin", "noted_on", "words", "reason"):
            assert column.privacy == "never", column.name
