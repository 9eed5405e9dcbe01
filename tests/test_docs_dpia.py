"""docs/dpia-bijlage.md says of every table what is kept and which columns count in figures; it may not fall behind."""

import csv
import re
from pathlib import Path

from doorbraak import paths
from doorbraak.model.dossier import dossier
from doorbraak.model.exchange import coordinator_tables
from doorbraak.model.workspace import tables

DOC = Path(__file__).parent.parent / "docs" / "dpia-bijlage.md"
ROW = re.compile(r"^\| `(\w+)` \| (.+) \| (.+) \| (ja|kan|nee) \| (.+) \|$", re.MULTILINE)


def test_that_each_table_stands_once_in_the_annex_with_the_columns_that_count() -> None:
    rows = ROW.findall(DOC.read_text(encoding="utf-8"))
    counted = [(name, [] if last == "nee" else re.findall(r"`(\w+)`", last)) for name, _, _, _, last in rows]
    every = (*dossier.TABLES, *tables.TABLES, *coordinator_tables.TABLES)
    known = [(one.name, [column.name for column in one.columns if column.privacy != "never"]) for one in every]
    assert sorted(counted) == sorted(known)


def test_that_the_terms_in_the_annex_are_those_of_the_program() -> None:
    with (paths.resources() / "law" / "retention.csv").open(encoding="utf-8", newline="") as file:
        known = {row["id"]: row for row in csv.DictReader(file)}
    said = DOC.read_text(encoding="utf-8")
    for name, law in (("jeugdwet-dossier", "Jeugdwet"), ("wmo-college-aanbieder", "Wmo 2015")):
        term = known[name]
        assert f"| {term['term_value']} {term['term_unit']} na de laatste wijziging | {law} {term['article']} |" in said
