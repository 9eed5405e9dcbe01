"""What another set of lists changes is told row by row and column by column."""

import dataclasses
from random import Random

import pytest

from doorbraak import paths
from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.catalogue.differing import Cell, difference
from doorbraak.model.catalogue.lists import COLUMN_TITLES, SHEETS, TITLES


def own(file: str) -> str:
    return (paths.resources() / file).read_text(encoding="utf-8")


def test_that_the_same_lists_differ_in_nothing(catalogue: Catalogue) -> None:
    same = lists.load_texts({sheet.file: own(sheet.file) for sheet in SHEETS.values()})
    assert same is not catalogue
    assert difference(catalogue, same).rows == ()


def test_that_a_price_is_told_as_people_write_it(catalogue: Catalogue) -> None:
    fresh = lists.load_texts({"prices/prices.csv": own("prices/prices.csv").replace(",30.87,", ",31.20,")})
    (row,) = difference(catalogue, fresh).rows
    assert (row.list, row.kind, row.id) == ("prices", "changed", "huisarts-consult")
    assert row.name.startswith("Consult huisarts")
    assert row.cells == (Cell("price_eur", "30,87", "31,20"),)


@pytest.mark.parametrize("name", SHEETS)
def test_that_a_row_that_goes_is_one_that_comes_the_other_way_round(catalogue: Catalogue, name: str) -> None:
    held = getattr(catalogue, name)
    less = held[1:] if isinstance(held, tuple) else dict(list(held.items())[1:])
    without = dataclasses.replace(catalogue, **{name: less})
    (gone,), (comes,) = difference(catalogue, without).rows, difference(without, catalogue).rows
    assert (gone.kind, comes.kind) == ("removed", "added")
    assert (gone.list, gone.id, gone.name) == (comes.list, comes.id, comes.name) == (name, gone.id, gone.name)
    assert [(cell.column, cell.before) for cell in gone.cells] == [(cell.column, cell.after) for cell in comes.cells]
    assert gone.name
    assert difference(catalogue, without).gone == {name: {gone.id}}
    assert difference(catalogue, without).totals == {name: {"removed": 1}}


def test_that_every_change_of_a_field_is_told_and_nothing_else(catalogue: Catalogue) -> None:
    """Any row of any list, one text field otherwise: that column of that row."""
    random = Random(6)
    for name, sheet in SHEETS.items():
        held = getattr(catalogue, name)
        rows = list(held if isinstance(held, tuple) else held.values())
        at = random.randrange(len(rows))
        fields = dataclasses.fields(rows[at])
        column = next(i for i in reversed(range(len(fields))) if isinstance(getattr(rows[at], fields[i].name), str))
        fresh = dataclasses.replace(rows[at], **{fields[column].name: "anders"})
        changed = [*rows[:at], fresh, *rows[at + 1 :]]
        other = tuple(changed) if isinstance(held, tuple) else {row.id: row for row in changed}
        (row,) = difference(catalogue, dataclasses.replace(catalogue, **{name: other})).rows
        assert row.kind == "changed"
        assert [(cell.column, cell.after) for cell in row.cells] == [(sheet.columns[column][0], "anders")]


def test_that_every_list_and_column_has_a_name_for_people() -> None:
    assert TITLES.keys() == SHEETS.keys()
    assert COLUMN_TITLES.keys() == {column for sheet in SHEETS.values() for column, _ in sheet.columns}
