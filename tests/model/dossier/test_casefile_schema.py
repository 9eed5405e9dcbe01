import json
import re

import pytest

from doorbraak import paths
from doorbraak.model.dossier import casefile, casefile_schema
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import casefile_format_sums as sums
from tests.model.dossier.small_case import small

CASES = sorted((paths.resources() / "cases").glob("*.json"))


def test_that_the_schema_in_resources_is_the_one_of_the_program() -> None:
    kept = (paths.resources() / casefile_schema.NAME).read_bytes()
    assert kept == casefile_schema.schema(), "write it again with casefile_schema.schema()"


def test_that_every_object_of_the_schema_names_all_its_fields_and_no_other() -> None:
    made = json.loads(casefile_schema.schema())
    objects = {"CaseFile": made} | made["$defs"]
    shapes = (*vars(form).values(), *vars(sums).values())
    kinds = {kind.__name__: kind for kind in shapes if isinstance(kind, type)}
    assert set(objects) > {"CaseFile", "Household", "Problem", "Chances"}
    for name, found in objects.items():
        assert found["additionalProperties"] is False
        assert set(found["required"]) == set(found["properties"]) == set(kinds[name].__struct_fields__)


def test_that_the_schema_can_be_read_by_other_programs() -> None:
    text = casefile_schema.schema().decode()
    assert r"\\Z" not in text, "only Python knows it"
    patterns = set(re.findall(r'"pattern": "(.*)"', text))
    assert patterns == {"^[a-z][a-z0-9-]{0,39}$"}
    assert re.findall(r'"description": "(.{13})', text) == ["Eén huishoude"]


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_that_every_case_that_we_publish_is_taken_by_our_own_reader(path, catalogue) -> None:
    case = casefile.read(path.read_bytes(), catalogue)
    assert case.household.example


def test_that_the_case_that_tests_spoil_has_every_field_that_the_schema_asks(catalogue) -> None:
    made = json.loads(casefile_schema.schema())
    case = small()
    assert set(case) == set(made["required"])
    for name, kind in made["properties"].items():
        if kind.get("type") == "array":
            of = made["$defs"][kind["items"]["$ref"].rsplit("/", 1)[1]]
            assert all(set(row) == set(of["required"]) for row in case[name])
