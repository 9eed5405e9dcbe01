"""A year of its published quarters: their sum where something happened, the last of them where something is so."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import (
    periods,
    publication_package,
    publication_reading,
    published,
    published_sentences,
    published_year,
    yearly,
)
from doorbraak.model.exchange.figures_tied import cells_of
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.publication_reading import PublicationRefused
from doorbraak.model.exchange.published import Publication, PublishedCell
from doorbraak.model.exchange.table_catalogue import CellKey, TableCatalogue
from doorbraak.model.workspace.store import Store
from tests.model.exchange.coordination import begun, believed, content_of
from tests.model.exchange.merged_caseloads import small_tables
from tests.model.exchange.test_ledger_kept import HOMES, LAPTOPS, send
from tests.model.exchange.test_published_views import TABLES, drawn, publication

ADDS = {"trust_before", "trust_after", "contacts_before"}


def small() -> TableCatalogue:
    known = small_tables()
    return TableCatalogue(known.version, {one.id: replace(one, adds=one.id in ADDS) for one in known.tables.values()})


SMALL = small()
CELLS: tuple[CellKey, ...] = tuple((kind.id, cell) for kind in published.own_tables(SMALL) for cell in cells_of(kind))


def quarters(seed: int) -> list[Publication]:
    """Two to four of one year, in any order; most figures are shown, and now and then a table is withheld."""
    random = Random(seed)
    made = []
    for at in random.sample((1, 2, 3, 4), random.randint(2, 4)):
        withheld = {id_ for id_ in SMALL.tables if random.random() < 0.1}
        found: dict[CellKey, PublishedCell] = {}
        for key in CELLS:
            source = SMALL.source(key)
            if source not in found:
                gone = PublishedCell(source[1], (), "withheld")
                found[source] = gone if source[0] in withheld else drawn_cell(random, source)
            found[key] = replace(found[source], cell=key[1])
        made.append(published.reopened(f"2026Q{at}", SMALL, found, example=random.random() < 0.2))
    return made


def drawn_cell(random: Random, key: CellKey) -> PublishedCell:
    kind, cell = SMALL.tables[key[0]], key[1]
    if random.random() < 0.2:
        return PublishedCell(cell, (), "most" if not kind.has_amounts and random.random() < 0.3 else "hidden")
    homes = 5 * random.randint(2, 50) if kind.has_amounts and random.random() < 0.8 else None
    step = 1000 if kind.measure == "euro" else 5
    return PublishedCell(cell, (), "shown", step * random.randint(2, 50), homes)


@given(st.integers(0, 10**6))
@settings(max_examples=60, deadline=None, database=None)
def test_that_a_year_is_the_sum_of_what_every_quarter_shows_and_else_the_last_quarter(seed: int) -> None:
    found = quarters(seed)
    year = yearly.made(found, SMALL)
    ordered = sorted(found, key=lambda one: one.period)
    assert year.households == ordered[-1].households
    assert year.example == any(one.example for one in found)
    assert [one.period for one in year.quarters] == [one.period for one in ordered]
    for table in year.tables:
        assert table.added == (table.id in ADDS)
        for cell in table.cells:
            parts = [one.table(table.id).at(cell.cell) for one in ordered]
            if not table.added:
                assert cell == parts[-1]
            elif all(one.status == "shown" for one in parts):
                assert cell.value == sum(one.value or 0 for one in parts)
                known = [one.households for one in parts if one.households is not None]
                assert cell.households == (sum(known) if len(known) == len(parts) else None)
            else:
                withheld = any(one.status == "withheld" for one in parts)
                assert (cell.status, cell.value) == ("withheld" if withheld else "hidden", None)


@given(st.integers(0, 10**6))
@settings(max_examples=20, deadline=None, database=None)
def test_that_a_year_is_the_same_in_whatever_order_and_is_read_back(seed: int) -> None:
    found = quarters(seed)
    package = publication_package.package_bytes(yearly.made(found, SMALL), "GM0363", SMALL)
    assert package == publication_package.package_bytes(yearly.made(reversed(found), SMALL), "GM0363", SMALL)
    assert publication_reading.opened(package, SMALL) == yearly.made(found, SMALL)


def quarter(at: int, year: int = 2026) -> Publication:
    name = f"{year}Q{at}"
    return publication(drawn(at, period=name), name)


def test_that_only_four_quarters_are_called_the_year() -> None:
    assert yearly.made(quarter(at) for at in (1, 2, 3, 4)).period == "2026"
    assert yearly.made(quarter(at) for at in (4, 3)).period == "2026Q3Q4"


@pytest.mark.parametrize(
    "found",
    [
        [(1, 2026)],
        [(1, 2026), (1, 2026)],
        [(4, 2025), (1, 2026)],
    ],
)
def test_that_nothing_else_makes_a_year(found: list[tuple[int, int]]) -> None:
    with pytest.raises(ValueError, match="quarters of one year"):
        yearly.made(quarter(at, year) for at, year in found)
    with pytest.raises(ValueError, match="quarters of one year"):
        yearly.made([publication(drawn(1), "2026"), quarter(1)])


def test_that_what_is_added_says_so_and_how_far_off_it_may_be() -> None:
    year = yearly.made(quarter(at) for at in (1, 2, 3))
    added = {one.id for one in year.tables if one.added}
    assert added == {one.id for one in TABLES.tables.values() if one.adds}
    for table in year.tables:
        said = " ".join(table.why)
        assert (published_year.ADDED in table.why) == table.added
        assert (published_year.AS_LAST in table.why) != table.added
        assert ("tot 12 te hoog of te laag" in said) == table.added
        assert ("contacten of instanties tot 7,5" in said) == (table.measure in ("contacts", "agencies"))
        assert (table.unit == "keer") == (table.added and table.measure == "count")


def test_that_a_table_that_was_withheld_in_a_quarter_says_so() -> None:
    cells = drawn(1, period="2026Q1")
    gone = {
        key: PublishedCell(key[1], (), "withheld") if key[0] == "interventions" else one for key, one in cells.items()
    }
    table = yearly.made([publication(gone, "2026Q1"), quarter(2)]).table("interventions")
    assert table.withheld
    assert table.why == (published_sentences.WITHHELD, published_year.WITHHELD_ONCE)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'"period": "2026Q2",', b'"period": "2026Q4",'),
        (b'"fingerprint": "', b'"fingerprint": "G'),
        (b'"quarters"', b'"quarter"'),
    ],
)
def test_that_a_package_that_names_other_quarters_is_refused(before: bytes, after: bytes) -> None:
    from doorbraak.model.exchange import constant_zip
    from tests.model.exchange.test_publication_package import files_of

    files = files_of(publication_package.package_bytes(yearly.made(quarter(at) for at in (1, 2))))
    assert publication_reading.opened(constant_zip.packed(files)).period == "2026Q1Q2"
    described = files["datapackage.json"]
    assert before in described
    with pytest.raises(PublicationRefused):
        publication_reading.opened(constant_zip.packed({**files, "datapackage.json": described.replace(before, after)}))


# -- in a workspace ------------------------------------------------------------------------------------------------


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = begun(tmp_path / "coordinator")
    believed(opened, *LAPTOPS)
    yield opened
    opened.close()


def publish(store: Store, *names: str) -> None:
    for sequence, name in enumerate(names, 1):
        send(store, HOMES, name, "" if sequence == 1 else names[sequence - 2], sequence)
        published.publish_in(store, periods.parse(name), date(2027, 2, 1))


def test_that_a_year_is_made_of_the_quarters_so_far_and_changes_nothing(store: Store) -> None:
    publish(store, "2026Q1")
    with pytest.raises(InputError, match="minstens twee") as refused:
        yearly.kept_or_made(store, Period(2026))
    assert "Er is niets gemaakt" in refused.value.sentence
    publish_next(store, 2, "2026Q2", "2026Q1")
    kept = content_of(store)
    made = yearly.kept_or_made(store, Period(2026))
    assert made is not None
    assert made.period == yearly.called(published.kept_periods(store), Period(2026)) == "2026Q1Q2"
    assert made == yearly.kept_or_made(store, Period(2026))
    assert content_of(store) == kept
    publish_next(store, 3, "2026Q4", "2026Q2")
    again = yearly.kept_or_made(store, Period(2026))
    assert again is not None
    assert again.period == "2026Q1Q2Q4"


def publish_next(store: Store, sequence: int, name: str, earlier: str) -> None:
    send(store, HOMES, name, earlier, sequence)
    published.publish_in(store, periods.parse(name), date(2027, 2, 1))


def test_that_only_the_same_quarters_of_the_year_before_stand_beside_it(store: Store) -> None:
    publish(store, "2025Q2", "2025Q3", "2026Q2", "2026Q3", "2026Q4")
    three = yearly.kept_or_made(store, Period(2026))
    assert three is not None
    assert three.period == "2026Q2Q3Q4"
    assert yearly.before(store, three) is None
    two = yearly.made(one for at in (2, 3) if (one := published.kept_in(store, Period(2026, at))) is not None)
    assert yearly.before(store, two) == yearly.kept_or_made(store, Period(2025))
    alone = published.kept_in(store, Period(2026, 2))
    assert alone is not None
    assert yearly.before(store, alone) == published.kept_in(store, Period(2025, 3))


def test_that_who_publishes_years_has_no_year_of_quarters(store: Store) -> None:
    assert yearly.kept_or_made(store, Period(2025)) is None
    publish(store, "2025")
    made = yearly.kept_or_made(store, Period(2025))
    assert made == published.kept_in(store, Period(2025))
    assert made is not None
    assert made.quarters == ()
    assert yearly.kept_or_made(store, Period(2026)) is None
