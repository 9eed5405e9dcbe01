"""docs/file-formats.md says of every field what it is, and of none that is not there."""

import re

import pytest
from msgspec import inspect

from doorbraak import paths
from doorbraak.model.dossier import casefile
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier.casefile_fields import Item
from doorbraak.model.dossier.casefile_format_sums import Chances
from doorbraak.model.dossier.casefile_limits import MOST_BYTES, MOST_REFERENCES, MOST_ROWS
from doorbraak.model.dossier.casefile_lists import LISTS

SECTION = (
    (paths.resources().parent / "docs" / "file-formats.md").read_text(encoding="utf-8")
    .split("## Case file")[1].split("## Workspace")[0]
)  # fmt: skip
KINDS = {field.name: getattr(field.type, "item_type", field.type) for field in inspect.type_info(form.CaseFile).fields}
TABLES = {
    found[1]: found[2] for found in re.finditer(r"^\*\*(\w+)\*\*[^\n]*\n\n((?:\|[^\n]*\n)+)", SECTION, re.MULTILINE)
}


def rows(table: str) -> dict[str, str]:
    """Field and type of each row below the head."""
    cells = [line.strip("|").split("|") for line in table.splitlines()[2:]]
    return {name.strip(): each[1] for each in cells for name in each[0].split(",")}


def test_that_the_example_in_the_document_is_a_case_file(catalogue) -> None:
    example = SECTION.split("```json\n")[1].split("```")[0]
    case = casefile.read(example.encode(), catalogue)
    assert (len(case.problems), len(case.agencies), len(case.costs)) == (1, 1, 1)


def test_that_the_document_has_a_table_for_the_household_and_for_every_list() -> None:
    assert list(TABLES) == ["household", *LISTS]
    top = rows(SECTION.split("\n\n| field |")[1].split("\n\n")[0])
    assert list(top) == list(form.CaseFile.__struct_fields__)


@pytest.mark.parametrize("name", ["household", *LISTS])
def test_that_a_table_names_every_field_and_no_other(name: str) -> None:
    of_all = set() if name == "household" else set(Item.__struct_fields__)
    assert list(rows(TABLES[name])) == [field for field in KINDS[name].cls.__struct_fields__ if field not in of_all]


def test_that_the_two_fields_of_every_row_are_described() -> None:
    assert set(Item.__struct_fields__) <= set(re.findall(r"^\| (\w+) \|", SECTION, re.MULTILINE))
    assert set(Chances.__struct_fields__) <= set(re.findall(r"`(\w+)`", TABLES["costs"]))


@pytest.mark.parametrize("name", ["household", *LISTS])
def test_that_choices_lengths_and_kinds_are_those_of_the_program(name: str) -> None:
    described = rows(TABLES[name])
    for field in KINDS[name].fields:
        if field.name in described:
            said, kind = described[field.name], field.type
            if isinstance(kind, inspect.UnionType):
                assert "or null" in said
                (kind,) = (each for each in kind.types if not isinstance(each, inspect.NoneType))
            else:
                assert "null" not in said
            if isinstance(kind, inspect.LiteralType):
                assert set(re.findall('"(.*?)"', said)) == set(kind.values)
            if isinstance(kind, inspect.IntType):
                assert f" {kind.le} " in f"{said.replace(',', '')} "
            if isinstance(kind, inspect.StrType) and said.strip().startswith("text"):
                assert int(re.findall(r"\d+", said.replace(",", ""))[-1]) == kind.max_length
                assert ("1 to" in said) == bool(kind.min_length)


def test_that_the_limits_in_the_document_are_those_of_the_program() -> None:
    heads = dict(re.findall(r"^\*\*(\w+)\*\* \(at most ([\d,]+)\)", SECTION, re.MULTILINE))
    assert {name: int(most.replace(",", "")) for name, most in heads.items()} == MOST_ROWS
    assert f"larger than {MOST_BYTES:,} bytes" in SECTION
    assert f"more than {MOST_REFERENCES:,} references" in SECTION
