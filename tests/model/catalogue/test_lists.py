"""What resources/ has to be, whoever edits it: encoding, separators, references, ranges, counts."""

import csv
import re
import unicodedata
from pathlib import Path

import pytest

from doorbraak import paths
from doorbraak.model.catalogue import Catalogue, fold
from doorbraak.model.catalogue.lists import SHEETS, UNITS

LISTS = ("synonyms_nl", "typical_agencies", "typical_laws", "typical_prices", "problems", "prices", "payer")
FILES = sorted(sheet.file for sheet in SHEETS.values())


def rows_of(file: str) -> list[dict[str, str]]:
    with (paths.resources() / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def promised_rows() -> dict[str, int]:
    readme = (paths.resources() / "README.md").read_text(encoding="utf-8")
    return {file: int(rows) for file, rows in re.findall(r"^\| (\S+\.csv) \| (\d+) \|", readme, re.MULTILINE)}


def test_that_every_file_is_read_and_every_read_file_is_there() -> None:
    folders = [paths.resources() / name for name in ("catalogue", "law", "prices")]
    found = {f"{folder.name}/{path.name}" for folder in folders for path in folder.iterdir() if path.suffix == ".csv"}
    assert found == set(FILES)


def test_that_the_readme_names_every_file_with_its_number_of_rows() -> None:
    assert promised_rows() == {file: len(rows_of(file)) for file in FILES}


@pytest.mark.parametrize("file", FILES)
def test_that_every_row_of_a_file_becomes_a_record(file: str, catalogue: Catalogue) -> None:
    name = Path(file).stem
    assert len(getattr(catalogue, name)) == len(catalogue.lines[name]) == len(rows_of(file))


@pytest.mark.parametrize("file", FILES)
def test_that_a_file_is_plain_utf8_with_unix_lines(file: str) -> None:
    raw = (paths.resources() / file).read_bytes()
    content = raw.decode("utf-8")
    assert not content.startswith("\ufeff")
    assert b"\r" not in raw
    assert raw.endswith(b"\n")
    assert content == unicodedata.normalize("NFC", content)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufffd]|Ã.|â€", content), "control sign or broken encoding"


@pytest.mark.parametrize("file", FILES)
def test_that_no_field_has_spaces_around_it_or_a_line_break_in_it(file: str) -> None:
    untidy = [(at, value) for at, row in enumerate(rows_of(file), 2) for value in row.values()
              if value != value.strip() or "\n" in value or "  " in value]  # fmt: skip
    assert untidy == []


@pytest.mark.parametrize("file", FILES)
def test_that_lists_are_separated_by_a_bare_semicolon(file: str) -> None:
    for row in rows_of(file):
        for column in LISTS:
            parts = (row.get(column) or "x").split(";")
            assert all(part and part == part.strip() and "|" not in part for part in parts), row


@pytest.mark.parametrize("file", FILES)
def test_that_every_source_is_a_web_address(file: str) -> None:
    for row in rows_of(file):
        for column in {"url", "source_url"} & row.keys():
            assert re.fullmatch(r"https?://[^\s/]+\.[^\s/]+/?\S*", row[column]), row[column]


@pytest.mark.parametrize(
    ("file", "column", "target"),
    [
        ("catalogue/problems.csv", "life_domain", "catalogue/life_domains.csv"),
        ("catalogue/problems.csv", "typical_agencies", "catalogue/agencies.csv"),
        ("catalogue/problems.csv", "typical_laws", "law/laws.csv"),
        ("catalogue/problems.csv", "typical_prices", "prices/prices.csv"),
        ("catalogue/agencies.csv", "default_law", "law/laws.csv"),
        ("catalogue/agencies.csv", "financier", "catalogue/payers.csv"),
        ("catalogue/interventions.csv", "typical_laws", "law/laws.csv"),
        ("catalogue/events.csv", "problems", "catalogue/problems.csv"),
        ("catalogue/events.csv", "prices", "prices/prices.csv"),
        ("catalogue/events.csv", "law", "law/laws.csv"),
        ("catalogue/events.csv", "payer", "catalogue/payers.csv"),
        ("law/laws.csv", "financier", "catalogue/payers.csv"),
        ("law/articles.csv", "law", "law/laws.csv"),
        ("law/tensions.csv", "law_a", "law/laws.csv"),
        ("law/tensions.csv", "law_b", "law/laws.csv"),
        ("law/mandates.csv", "law", "law/laws.csv"),
        ("law/retention.csv", "law", "law/laws.csv"),
        ("prices/prices.csv", "law", "law/laws.csv"),
        ("prices/prices.csv", "financier", "catalogue/payers.csv"),
        ("prices/agency_prices.csv", "agency", "catalogue/agencies.csv"),
        ("prices/agency_prices.csv", "price", "prices/prices.csv"),
    ],
)
def test_that_every_reference_leads_to_a_row(file: str, column: str, target: str) -> None:
    known = {row["id"] for row in rows_of(target)}
    named = {part for row in rows_of(file) for part in row[column].split(";") if part}
    assert named
    assert named <= known


@pytest.mark.parametrize("file", [file for file in FILES if "id" in rows_of(file)[0]])
def test_that_ids_are_unique_and_plain(file: str) -> None:
    ids = [row["id"] for row in rows_of(file)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z0-9][A-Za-z0-9_.:-]*", id_) for id_ in ids)


def test_that_both_articles_of_a_tension_are_in_the_list() -> None:
    """By number, or by the one paragraph that is meant."""
    articles = rows_of("law/articles.csv")
    known = {(row["law"], row["article"]) for row in articles}
    known |= {(row["law"], row["id"].removeprefix(f"{row['law']}:")) for row in articles}
    for row in rows_of("law/tensions.csv"):
        assert {(row["law_a"], row["article_a"]), (row["law_b"], row["article_b"])} <= known


def test_that_a_price_lies_in_its_own_range_with_a_known_unit(catalogue: Catalogue) -> None:
    ranged = 0
    for price in catalogue.prices.values():
        assert price.unit in UNITS
        assert price.price_cents > 0
        if price.low_cents is not None and price.high_cents is not None:
            assert price.low_cents <= price.price_cents <= price.high_cents
            ranged += 1
    assert ranged == 37


def test_that_every_price_year_can_be_converted_or_is_newer_than_the_index(catalogue: Catalogue) -> None:
    years = [cpi.year for cpi in catalogue.cpi]
    assert years == list(range(2000, 2026))
    assert all(price.price_year in years or price.price_year > years[-1] for price in catalogue.prices.values())
    assert next(cpi.index_hundredths for cpi in catalogue.cpi if cpi.year == 2015) == 100_00


def test_that_proposals_use_only_prices_that_may_be_summed(catalogue: Catalogue) -> None:
    used = {row.price for row in catalogue.agency_prices}
    used |= {price for event in catalogue.events.values() for price in event.prices}
    assert {catalogue.prices[price].use for price in used} == {"line"}


def test_that_the_counts_in_the_readme_text_hold(catalogue: Catalogue) -> None:
    problems = catalogue.problems.values()
    assert sum(bool(problem.prices) for problem in problems) == 180
    summable = [[p for p in problem.prices if catalogue.prices[p].use == "line"] for problem in problems]
    assert sum(map(bool, summable)) == 179
    assert sum(agency.public_creditor for agency in catalogue.agencies.values()) == 17
    assert sum(role.kind == "rol" for role in catalogue.roles.values()) == 44
    assert sum(article.needs_check for article in catalogue.articles.values()) == 3
    assert sum(not law.payers for law in catalogue.laws.values()) == 26
    assert len({row.agency for row in catalogue.agency_prices}) == 96


def test_that_agencies_listed_as_without_a_price_have_none(catalogue: Catalogue) -> None:
    text = (paths.resources() / "prices/agency_prices_missing.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| [^|]+ \| ([a-z0-9-]+) \| [^|]+ \|$", text.split("## 7.")[0], re.MULTILINE)
    missing = [row for row in rows if row != "id"]  # the head of each table
    assert len(missing) == len(set(missing)) == 95
    assert set(missing) <= catalogue.agencies.keys() - {row.agency for row in catalogue.agency_prices}


def test_that_life_domains_are_numbered_and_coloured_apart(catalogue: Catalogue) -> None:
    domains = list(catalogue.life_domains.values())
    assert [domain.order for domain in domains] == list(range(1, 16))
    assert len({domain.colour for domain in domains}) == 15


def test_that_names_tell_problems_and_agencies_apart(catalogue: Catalogue) -> None:
    names = [fold(r.name) for r in (*catalogue.problems.values(), *catalogue.agencies.values())]
    assert len(set(names)) == len(names)
