"""Nothing but `protect` makes what may leave, and what it makes holds nothing that may not."""

import ast
import copy
import dataclasses
from pathlib import Path

import pytest

import doorbraak
from doorbraak.model.exchange import door
from tests.model.exchange.conftest import counts

SOURCES = sorted(Path(doorbraak.__file__).parent.rglob("*.py"))


def test_that_nobody_else_can_make_a_protected_table() -> None:
    for key in (None, object(), True, "key"):
        with pytest.raises(TypeError):
            door.ProtectedTable("id", "T", "R", (door.ProtectedRow("A", 3),), 1, key=key)
        with pytest.raises(TypeError):
            door.ProtectedSummary("5-9", False, (), key=key)


def test_that_a_protected_table_can_not_be_altered_copied_with_other_rows_or_extended() -> None:
    made = door.protect(counts(60, 30))
    assert made is not None
    table = made.tables[0]
    with pytest.raises(dataclasses.FrozenInstanceError):
        table.rows = (door.ProtectedRow("A", 3),)  # type: ignore[misc]
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(table, rows=(door.ProtectedRow("A", 3),))
    with pytest.raises((TypeError, ValueError)):
        dataclasses.replace(made, size="precies 60")
    with pytest.raises(TypeError):
        type("Own", (door.ProtectedTable,), {})
    assert copy.deepcopy(table) == table


def test_that_the_key_of_the_door_is_named_in_no_other_module() -> None:
    wrong = []
    for path in SOURCES:
        if path.name == "door.py" and path.parent.name == "exchange":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = getattr(node, "attr", None) or getattr(node, "id", None) or getattr(node, "name", None)
            if name == "_KEY" and path.parent.name == "exchange":
                wrong.append(f"{path.name}:{node.lineno}")
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", None) or getattr(node.func, "id", None)
                if called in ("ProtectedTable", "ProtectedSummary"):
                    wrong.append(f"{path.name}:{node.lineno}")
    assert wrong == []


def test_that_only_the_door_reads_raw_counts() -> None:
    """Others may count and hand over; the numbers themselves they never touch."""
    readers = {
        path.relative_to(path.parents[2]).as_posix()
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom | ast.Import)
        and any(alias.name in ("CountRow", "CountTable") for alias in node.names)
    }
    assert readers == {"model/exchange/door.py"}


def test_that_without_households_nothing_leaves() -> None:
    assert door.protect(counts(0)) is None


@pytest.mark.parametrize(("households", "size"), [(1, "minder dan 5"), (4, "minder dan 5"), (9, "5-9")])
def test_that_under_ten_households_only_the_class_leaves(households: int, size: str) -> None:
    made = door.protect(counts(households, households))
    assert made is not None
    assert (made.size, made.tables) == (size, ())


def test_that_a_row_that_may_not_be_shown_does_not_exist_behind_the_door() -> None:
    made = door.protect(counts(60, 0, 9, 10, 50, 51, 54, 55, 60))
    assert made is not None
    assert [(row.label, row.households) for row in made.tables[0].rows] == [
        ("G", None), ("H", None), ("D", 50), ("C", 10),
    ]  # fmt: skip
    assert made.tables[0].listed == 8
    kept = repr(made)
    assert not any(f"households={number}" in kept for number in (0, 9, 51, 54, 55, 60))


def test_that_more_than_90_per_cent_is_in_catalogue_order_whatever_the_numbers() -> None:
    one, other = door.protect(counts(60, 55, 60)), door.protect(counts(60, 60, 55))
    assert one == other


def test_that_no_total_stands_beside_its_parts() -> None:
    """30 + 20 + 10 = 60 households: a hidden row can't be found by subtracting, since there is no sum."""
    made = door.protect(counts(60, 30, 20, 10))
    assert made is not None
    assert {row.households for row in made.tables[0].rows} == {30, 20, 10}
    assert "60" not in repr(made)
