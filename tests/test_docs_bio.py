"""docs/bio.md answers twenty points of an assessor, each with a test that exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
POINT = re.compile(r"^### (\d+)\. [^\n]+\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
POINTS = {int(number): text for number, text in POINT.findall((ROOT / "docs" / "bio.md").read_text(encoding="utf-8"))}


def test_that_each_of_the_twenty_points_is_there_once() -> None:
    assert list(POINTS) == list(range(1, 21))


@pytest.mark.parametrize("number", range(1, 21))
def test_that_each_point_has_an_answer_and_names_a_test_that_exists(number: int) -> None:
    answer, _, tests = POINTS[number].partition("\nTest: ")
    assert answer.strip()
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", tests)
    assert named, f"point {number} names no test"
    for path, name in named:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}, f"{path}::{name}"
