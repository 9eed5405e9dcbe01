"""The data package: read back as it was published, the same every time, and harmless in a spreadsheet."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from doorbraak.model.errors import InputError
from doorbraak.model.exchange import (
    publication_csv,
    publication_package,
    publication_reading,
    published,
    summary,
    table_catalogue,
)
from doorbraak.model.exchange.ledger import Ledger
from doorbraak.model.exchange.publication_csv import guarded, unguarded
from doorbraak.model.exchange.published import Publication
from doorbraak.model.exchange.table_catalogue import Code, TableCatalogue
from tests.model.exchange.merged_caseloads import NEXT, PERIOD, home, merge, publish, small_laptops, small_tables

SMALL = small_tables()
ODD = {
    "team": (Code("1-2", "=1+1"), Code("-3", "'t Zand"), Code("noord", '＝cmd, "x"'), Code("z", "'=y")),
    "wijk": (Code("w1", "@wijk"),),
}


def files_of(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rows_of(package: bytes, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files_of(package)[name].decode(), newline="")))


def with_teams(codes: dict[str, tuple[Code, ...]], *, example: bool = False) -> Publication:
    """60 households of three laptops with the program's own tables; few codes, so that it is quick."""
    tables = table_catalogue.load().with_codes(codes)
    team = next((code.id for code in codes.get("team", ())), "overig")
    random = Random(1)
    laptops = {
        f"{number:032x}": [home(random, f"households_team {team}", "life_domains geld") for _ in range(20)]
        for number in range(3)
    }
    return publish(merge(laptops, tables, example=example), tables)[0]


@pytest.fixture(scope="module")
def odd() -> Publication:
    return with_teams(ODD, example=True)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(10, 120), st.integers(1, 6), st.booleans())
def test_that_what_is_read_back_is_what_was_published(seed: int, households: int, laptops: int, example: bool) -> None:
    merged = merge(small_laptops(seed, households, laptops), SMALL, example=example)
    made, _ = publish(merged, SMALL)
    package = publication_package.package_bytes(made, "GM0363", SMALL)
    assert publication_reading.opened(package, SMALL) == made


def test_that_a_second_period_with_carried_figures_is_read_back_too() -> None:
    laptops = small_laptops(3, 90, 4)
    first, ledger = publish(merge(laptops, SMALL), SMALL, Ledger())
    second, _ = publish(merge(laptops, SMALL, NEXT, earlier=(PERIOD, laptops)), SMALL, ledger)
    assert first != second
    for made in (first, second):
        assert publication_reading.opened(publication_package.package_bytes(made, "", SMALL), SMALL) == made


def test_that_the_real_tables_and_odd_names_of_teams_are_read_back(odd: Publication, tmp_path: Path) -> None:
    path = tmp_path / publication_package.file_name(odd.period)
    path.write_bytes(publication_package.package_bytes(odd))
    assert path.name == "doorbraak-2026Q3.zip"
    again = publication_reading.read(path)
    assert again == odd
    assert again.households == 60
    assert again.table("households_team").at("1-2").labels == ("=1+1",)


def test_that_a_withheld_table_is_read_back_as_one(odd: Publication) -> None:
    tables = publication_csv.tables_of(odd, table_catalogue.load())
    cells = {(table.id, cell.cell): cell for table in odd.tables for cell in table.cells}
    for cell in odd.table("agencies").cells:
        cells["agencies", cell.cell] = published.PublishedCell(cell.cell, (), "withheld")
    made = published.reopened(odd.period, tables, cells, example=True)
    assert made.table("agencies").withheld
    assert not made.table("grounds").withheld
    package = publication_package.package_bytes(made)
    assert publication_reading.opened(package) == made
    assert {row["table_id"] for row in rows_of(package, "tables.csv") if row["published"] == "false"} == {"agencies"}


def banded(publication: Publication, low: int | None, high: int | None) -> Publication:
    """With one saving of 20,000 euros of 30 households, and this band beside it."""
    tables = publication_csv.tables_of(publication, table_catalogue.load())
    cells = {(table.id, cell.cell): cell for table in publication.tables for cell in table.cells}
    cells["saved_direct_expected", "|"] = published.PublishedCell("|", (), "shown", 20_000, 30, low, high)
    return published.reopened(publication.period, tables, cells, example=publication.example)


@pytest.mark.parametrize(("low", "high"), [(None, None), (10_000, 30_000), (20_000, 20_000), (-5_000, 40_000)])
def test_that_a_band_is_read_back(odd: Publication, low: int | None, high: int | None) -> None:
    made = banded(odd, low, high)
    again = publication_reading.opened(publication_package.package_bytes(made))
    assert again == made
    found = again.table("saved_direct_expected").at("|")
    assert (found.value, found.households, found.low, found.high) == (20_000, 30, low, high)


@pytest.mark.parametrize(("low", "high"), [(None, 30_000), (10_000, None), (21_000, 30_000), (1, 30_000), (0, 19_000)])
def test_that_a_band_that_is_none_is_refused(odd: Publication, low: int | None, high: int | None) -> None:
    package = publication_package.package_bytes(banded(odd, low, high))
    with pytest.raises(publication_reading.PublicationRefused):
        publication_reading.opened(package)


def test_that_equal_publications_give_equal_bytes(odd: Publication) -> None:
    assert publication_package.package_bytes(with_teams(ODD, example=True)) == publication_package.package_bytes(odd)
    with zipfile.ZipFile(io.BytesIO(publication_package.package_bytes(odd))) as archive:
        listed = archive.infolist()
    assert [one.filename for one in listed] == sorted(one.filename for one in listed)
    assert {one.date_time for one in listed} == {(1980, 1, 1, 0, 0, 0)}
    assert {(one.create_system, one.comment, one.extra) for one in listed} == {(0, b"", b"")}


def test_that_every_row_says_of_which_gemeente_and_period_it_is(odd: Publication) -> None:
    package = publication_package.package_bytes(odd, "GM0363")
    names = [name for name in files_of(package) if name.endswith(".csv")]
    assert len(names) > 40
    for name in names:
        said = {(row["period"], row["gemeente"], row["example"]) for row in rows_of(package, name)}
        assert said == {("2026Q3", "GM0363", "true")}, name
    assert {row["gemeente"] for row in rows_of(publication_package.package_bytes(odd), "tables.csv")} == {""}


@pytest.mark.parametrize("code", ["0363", "gm0363", "GM363", "GM03630", "GM0363\n", "GM٠٣٦٣", "=1"])
def test_that_another_code_than_of_a_gemeente_is_refused(odd: Publication, code: str) -> None:
    with pytest.raises(InputError, match="GM en vier cijfers"):
        publication_package.package_bytes(odd, code)


def test_that_every_cell_has_a_row_that_says_what_stands_there(odd: Publication) -> None:
    package = publication_package.package_bytes(odd)
    for table in odd.tables:
        rows = rows_of(package, f"data/{table.id}.csv")
        assert [row["figure"] for row in rows] == [cell.status for cell in table.cells]
        for row, cell in zip(rows, table.cells, strict=True):
            assert row["value"] == ("" if cell.value is None else str(cell.value)), "nothing of what is hidden"


def test_that_no_field_is_a_formula_in_a_spreadsheet(odd: Publication) -> None:
    package = publication_package.package_bytes(odd)
    for name in files_of(package):
        if name.endswith(".csv"):
            for row in rows_of(package, name):
                for column, text in row.items():
                    number = column in ("value", "households", "low", "high")
                    assert number or summary.harmless(text) == text, (name, column)


@given(st.text())
def test_that_a_guarded_text_is_read_exactly(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.sampled_from("=+-@＝＋－＠−"), st.text())
def test_that_a_sign_to_calculate_with_is_never_first(sign: str, text: str) -> None:
    assert guarded(sign + text).startswith("'")


def test_that_the_description_says_what_is_in_every_file(odd: Publication) -> None:
    package = publication_package.package_bytes(odd, "GM0363")
    files = files_of(package)
    said = json.loads(files["datapackage.json"])
    assert said["name"] == "doorbraak-gm0363-2026q3"
    assert summary.EXAMPLE in said["title"]
    assert summary.EXAMPLE in said["description"]
    assert "Statistisch beveiligd" in said["description"]
    assert "anoniem" not in files["datapackage.json"].decode()
    assert {one["path"] for one in said["resources"]} == set(files) - {"datapackage.json"}
    for one in said["resources"]:
        rows = rows_of(package, one["path"])
        columns = [field["name"] for field in one["schema"]["fields"]]
        assert list(rows[0]) == columns
        keys = [tuple(row[column] for column in one["schema"]["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        assert one["bytes"] == len(files[one["path"]])
        for foreign in one["schema"].get("foreignKeys", ()):
            other = next(it for it in said["resources"] if it["name"] == foreign["reference"]["resource"])
            known = {row["code"] for row in rows_of(package, other["path"])}
            assert {row[foreign["fields"][0]] for row in rows} <= known | {""}


@pytest.mark.parametrize(
    ("table", "measure", "unit"),
    [("contacts_after", "contacts", "contacten per maand"), ("agencies_before", "agencies", "instanties"),
     ("agencies_after", "agencies", "instanties"), ("capacity", "hours", "uur per jaar")],
)  # fmt: skip
def test_that_each_table_says_in_what_it_counts(odd: Publication, table: str, measure: str, unit: str) -> None:
    package = publication_package.package_bytes(odd)
    (row,) = (one for one in rows_of(package, "tables.csv") if one["table_id"] == table)
    assert (row["measure"], row["unit"]) == (measure, unit)
    said = json.loads(files_of(package)["datapackage.json"])["resources"]
    fields = next(one for one in said if one["name"] == table)["schema"]["fields"]
    assert next(one for one in fields if one["name"] == "value")["description"] == f"In: {unit}. Leeg: zie figure."
    assert measure in said[0]["schema"]["fields"][5]["constraints"]["enum"]


def test_that_the_gemeente_of_a_package_is_read_with_it(odd: Publication, tmp_path: Path) -> None:
    path = tmp_path / "pakket.zip"
    for gemeente in ("GM0363", ""):
        path.write_bytes(publication_package.package_bytes(odd, gemeente))
        read = publication_reading.package(path)
        assert (read.publication, read.gemeente) == (odd, gemeente)


def test_that_a_real_publication_says_nowhere_that_it_is_an_example() -> None:
    package = publication_package.package_bytes(with_teams({}))
    assert summary.EXAMPLE not in files_of(package)["datapackage.json"].decode()


def test_that_only_the_reading_of_a_package_and_a_year_reopen_a_publication() -> None:
    def users() -> Iterator[str]:
        for path in Path(published.__file__).parents[2].rglob("*.py"):
            if re.search(r"published\.reopened|import .*\breopened", path.read_text("utf-8")):
                yield path.name

    assert sorted(users()) == ["publication_reading.py", "yearly.py"]


def test_that_a_publication_of_other_tables_is_no_package() -> None:
    made, _ = publish(merge(small_laptops(3, 30, 2), SMALL), SMALL)
    with pytest.raises(ValueError, match="another catalogue"):
        publication_package.package_bytes(made)


def test_that_the_catalogue_leaves_the_columns_of_figures_free() -> None:
    tables: TableCatalogue = table_catalogue.load()
    for kind in published.own_tables(tables):
        columns = publication_csv.columns_of(kind)
        assert len(set(columns)) == len(columns)
