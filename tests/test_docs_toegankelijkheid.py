"""docs/toegankelijkheid.md answers chapter 11 of EN 301 549, each part with tests that exist."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PART = re.compile(r"^### 11\.(\d) [^\n]+\n(.*?)(?=^### |\Z)", re.MULTILINE | re.DOTALL)
TEXT = (ROOT / "docs" / "toegankelijkheid.md").read_text(encoding="utf-8")
PARTS = {int(number): text for number, text in PART.findall(TEXT)}


def test_that_each_part_of_the_chapter_is_there_once() -> None:
    assert [int(number) for number, _ in PART.findall(TEXT)] == list(range(1, 9))


@pytest.mark.parametrize("number", range(1, 9))
def test_that_each_part_says_how_far_it_is_and_names_tests_that_exist(number: int) -> None:
    answer, _, tests = PARTS[number].partition("\nTest: ")
    assert "**Voldoet" in answer or "**Deels" in answer
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", tests)
    assert named, f"11.{number} names no test"
    for path, name in named:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}, f"{path}::{name}"
