"""Rules that every kind of record keeps, whichever module it comes from."""

import inspect
import re
from dataclasses import fields, is_dataclass
from datetime import date
from types import ModuleType
from typing import get_args, get_origin, get_type_hints

import pytest

from doorbraak.model.dossier import dossier, household, noted, own_words, people, visits
from doorbraak.model.dossier.columns import ORIGINS
from doorbraak.model.errors import NotFound
from doorbraak.model.workspace.schema import Table
from tests import whole_dossier
from tests.model.dossier.verbs import modules

TEXT = "Merk7319"


def kind_of(field: str) -> type:
    """The class of a record in this field of the dossier."""
    hint = get_type_hints(dossier.Dossier)[field]
    kind = get_args(hint)[0] if get_origin(hint) is tuple else hint
    assert isinstance(kind, type)
    return kind


def links_of(part: dossier.Part) -> list[Table]:
    own = part.tables[0].name
    return [table for table in part.tables[1:] if table.columns[0].name == own and "noted_on" not in table.column_names]


LISTS = [name for name in dossier.PARTS if name != "household"]
RECORD_TABLES = [dossier.PARTS[name].tables[0] for name in LISTS]
LINKS = [table for name in LISTS for table in links_of(dossier.PARTS[name])]


@pytest.fixture
def home(store, do) -> int:
    return do(whole_dossier.make, TEXT)


@pytest.mark.parametrize("name", LISTS)
def test_that_a_record_has_the_columns_of_its_table_in_order_and_then_its_links(name: str) -> None:
    part = dossier.PARTS[name]
    columns = list(part.tables[0].column_names)
    if name == "costs":  # the three chances are one field, wherever they come from
        at = columns.index("chance_current")
        columns[at : at + 3] = ["chances"]
    have = [field.name for field in fields(kind_of(name))]
    assert have[: len(columns)] == columns
    assert len(have) - len(columns) == len(links_of(part))
    for field, link in zip(have[len(columns) :], links_of(part), strict=True):
        target = re.search(r"REFERENCES (\w+)", link.columns[1].declaration)
        assert target
        assert field in (link.columns[1].name, {"person": "people"}.get(target[1], f"{target[1]}s"),
                         f"{target[1][:-1]}ies")  # fmt: skip


def test_that_a_household_has_its_columns_but_the_exchange_secret() -> None:
    table = dossier.PARTS["household"].tables[0]
    columns = [name for name in table.column_names if name != "exchange_secret"]
    assert [field.name for field in fields(kind_of("household"))] == columns


def test_that_every_record_that_a_module_keeps_is_read_with_the_dossier() -> None:
    read = {kind_of(name) for name in dossier.PARTS}
    for module in modules():
        own = getattr(module, "TABLE", None)
        of_one = own and (own.name == "household" or "REFERENCES" in own.columns[0].declaration)
        for kind in vars(module).values():
            kept = of_one and isinstance(kind, type) and kind.__module__ == module.__name__
            if kept and is_dataclass(kind) and fields(kind)[0].name == "id":
                assert kind in read, kind.__name__


def test_that_every_table_of_a_module_is_made_in_the_file() -> None:
    known = set(dossier.TABLES)
    for module in modules():
        for name, table in vars(module).items():
            if isinstance(table, Table):
                assert table in known, f"{module.__name__}.{name}"
    assert len({table.name for table in known}) == len(known) == len(dossier.TABLES)


@pytest.mark.parametrize("table", dossier.TABLES, ids=lambda table: table.name)
def test_that_every_column_that_is_declared_is_in_the_file(store, table: Table) -> None:
    assert [row[1] for row in store.rows(f"PRAGMA table_info({table.name})")] == list(table.column_names)


@pytest.mark.parametrize("table", dossier.TABLES, ids=lambda table: table.name)
def test_that_what_a_row_belongs_to_or_names_is_indexed(store, table: Table) -> None:
    """Else removing a household, and reading one, looks through every row of every table."""
    led = set()
    for index in store.rows(f"PRAGMA index_list({table.name})"):
        led.add(store.rows(f"PRAGMA index_info({index[1]})")[0][2])
    for column in table.columns:
        if "REFERENCES" in column.declaration:
            assert column.name in led, column.name


@pytest.mark.parametrize("table", RECORD_TABLES, ids=lambda table: table.name)
def test_that_an_added_record_says_from_whom_it_comes_and_since_when(store, home, table: Table) -> None:
    rows = store.rows(f"SELECT origin, noted_on FROM {table.name}")
    assert rows
    assert set(rows) == {("", date.today().isoformat())}


@pytest.mark.parametrize("table", RECORD_TABLES, ids=lambda table: table.name)
def test_that_the_origin_of_any_record_can_be_told(store, do, home, refused, table: Table) -> None:
    (row,) = store.one(f"SELECT min(id) FROM {table.name}")
    for origin in ORIGINS:
        do(noted.set_origin, table.name, row, origin)
        assert store.one(f"SELECT origin FROM {table.name} WHERE id = ?", [row]) == (origin,)
    with refused("origin"):
        do(noted.set_origin, table.name, row, "hearsay")


def test_that_who_said_it_and_when_can_be_given_with_the_record(store, do, home, refused) -> None:
    said = do(own_words.add, home, "self", "Koken", noted=noted.Noted("household", date(2026, 2, 1)))
    (found,) = (one for one in own_words.of_household(store, home) if one.id == said)
    assert (found.origin, found.noted_on) == ("household", date(2026, 2, 1))
    with refused("origin"):
        do(people.add, home, name="Oom", noted=noted.Noted("hearsay"))  # type: ignore[arg-type]
    with refused("noted_on"):
        do(people.add, home, name="Oom", noted=noted.Noted(on=date(1, 1, 1)))


def test_that_a_whole_dossier_has_a_row_in_every_table(home, contents) -> None:
    assert {table for table, rows in contents().items() if not rows} == whole_dossier.ON_ITS_WAY


def test_that_the_whole_dossier_reads_every_row_of_its_own_household_only(store, do, home) -> None:
    neighbours = do(whole_dossier.make, TEXT)
    mine, theirs = dossier.read(store, home), dossier.read(store, neighbours)
    for name in LISTS:
        (table, *_), here, there = dossier.PARTS[name].tables, getattr(mine, name), getattr(theirs, name)
        ids = [row[0] for row in store.rows(f"SELECT id FROM {table.name} ORDER BY id")]
        assert sorted([one.id for one in (*here, *there)]) == ids
        assert {one.id for one in here}.isdisjoint(one.id for one in there)
        assert len(here) == len(there) > 0


def test_that_removing_a_household_takes_all_its_rows_and_undo_brings_them_back(store, do, home, contents) -> None:
    neighbours = do(whole_dossier.make, TEXT)
    before = contents()
    do(household.remove, home)
    left = contents()
    assert [row[0] for row in left["household"]] == [neighbours]
    for table, rows in left.items():
        assert len(rows) * (1 if table in whole_dossier.OF_THE_WORKSPACE else 2) == len(before[table]), table
    assert store.rows("PRAGMA foreign_key_check") == []
    store.undo()
    assert contents() == before


REFERENCES = [
    (table, column.name, match[1], match[2])
    for table in RECORD_TABLES
    for column in table.columns
    if (match := re.search(r"REFERENCES (\w+)\(id\) ON DELETE (CASCADE|SET NULL)", column.declaration))
    and match[1] != "household"
]


@pytest.mark.parametrize(
    ("table", "column", "target", "gone"), REFERENCES, ids=[f"{t.name}.{c}" for t, c, _, _ in REFERENCES]
)
def test_that_removing_what_a_record_names_removes_it_or_lets_it_go_as_declared(
    store, do, home, contents, table: Table, column: str, target: str, gone: str
) -> None:
    named = f"SELECT id, {column} FROM {table.name} WHERE {column} IS NOT NULL ORDER BY id"
    row, other = store.one(named)
    before = contents()
    do(lambda store: store.delete(target, other))
    left = store.rows(f"SELECT {column} FROM {table.name} WHERE id = ?", [row])
    assert left == ([] if gone == "CASCADE" else [(None,)])
    assert store.rows("PRAGMA foreign_key_check") == []
    store.undo()
    assert contents() == before


@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.name)
@pytest.mark.parametrize("end", [0, 1])
def test_that_a_link_goes_with_either_end_and_leaves_the_other(store, do, home, link: Table, end: int) -> None:
    declared = [re.search(r"REFERENCES (\w+)", column.declaration) for column in link.columns]
    tables = [match[1] for match in declared if match]
    names = [column.name for column in link.columns]
    row, *ends = store.one(f"SELECT id, {names[0]}, {names[1]} FROM {link.name}")
    do(lambda store: store.delete(tables[end], ends[end]))
    assert store.rows(f"SELECT 1 FROM {link.name} WHERE id = ?", [row]) == []
    assert store.rows(f"SELECT 1 FROM {tables[1 - end]} WHERE id = ?", [ends[1 - end]]) == [(1,)]


def test_that_no_module_writes_a_table_that_is_not_its_own() -> None:
    """One place per table, so that its rules are kept: `links` and `noted` write for all, `cost_ranges` for `costs`."""
    for module in modules():
        if module.__name__.endswith((".noted", ".links", ".cost_ranges")):
            continue
        own = {table.name for table in vars(module).values() if isinstance(table, Table)}
        written = set(re.findall(r'store\.(?:insert|update|delete)\(\s*"(\w+)"', inspect.getsource(module)))
        assert written <= own, module.__name__


def test_that_reading_again_asks_only_what_changed(store, do, home) -> None:
    first = dossier.read(store, home)
    assert dossier.read_again(store, first, ()) is first
    with_person = do(people.add, home, name="Tante")
    again = dossier.read_again(store, first, {"person"})
    assert with_person in {one.id for one in again.people}
    assert again.visits is first.visits
    assert again.problems is first.problems
    assert dossier.read(store, home) == again


@pytest.mark.parametrize("name", dossier.PARTS)
def test_that_a_part_names_every_table_that_it_is_read_from(store, do, home, name: str) -> None:
    """So that a page that shows it is told of every change to it."""
    asked: list[str] = []
    real = store.rows
    store.rows = lambda sql, parameters=(): asked.append(sql) or real(sql, parameters)
    try:
        dossier.PARTS[name].read(store, home)
    finally:
        del store.rows
    tables = {table for sql in asked for table in re.findall(r"(?:FROM|JOIN) (\w+)", sql)}
    joined_only_for_the_owner = {table.columns[0].name for table in dossier.PARTS[name].tables}
    assert dossier.PARTS[name].table_names <= tables
    assert tables <= dossier.PARTS[name].table_names | joined_only_for_the_owner


def test_that_reading_a_dossier_that_is_gone_again_says_so(store, do, home) -> None:
    first = dossier.read(store, home)
    do(household.remove, home)
    with pytest.raises(NotFound):
        dossier.read_again(store, first, {"household"})


def test_that_modules_are_found() -> None:
    assert visits in modules()
    assert all(isinstance(module, ModuleType) for module in modules())
