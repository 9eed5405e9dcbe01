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


# The clauses of chapter 11 of EN 301 549 V3.2.1; "a-b" where some of them in a row are answered together.
CLAUSES = """
    1.1.1 1.2.1 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
    2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.3 2.4.4 2.4.6 2.4.7 2.5.1 2.5.2 2.5.3 2.5.4
    3.1.1 3.2.1 3.2.2 3.3.1 3.3.2 3.3.3 3.3.4 4.1.1 4.1.2 4.1.3
    5.1 5.2.1 5.2.3 5.2.4 5.2.5 5.2.6 5.2.7 5.2.8 5.2.9 5.2.10 5.2.11 5.2.12 5.2.13 5.2.14 5.2.15 5.2.16 5.2.17
    6.1 6.2 7 8.1 8.2 8.3 8.4 8.5
"""


def test_that_every_clause_is_answered() -> None:
    rows = re.findall(
        r"^\| (11\.[\d.]+(?:–11\.[\d.]+)?) [^|]+\|[^|]+\| (Voldoet|Deels|N\.v\.t\.) \|$", TEXT, re.MULTILINE
    )
    answered = [number for row, _ in rows for number in row.split("–")]
    assert answered == [f"11.{number}" for number in CLAUSES.split()]
    for number, text in PARTS.items():
        partly = "| Deels |" in text
        assert ("**Deels**" in text) == partly, f"11.{number} says something else than its rows"


@pytest.mark.parametrize("number", range(1, 9))
def test_that_each_part_says_how_far_it_is_and_names_tests_that_exist(number: int) -> None:
    answer, _, tests = PARTS[number].partition("\nTest: ")
    assert "**Voldoet" in answer or "**Deels" in answer
    named = re.findall(r"`(tests/[\w/]+\.py)::(test_\w+)`", tests)
    assert named, f"11.{number} names no test"
    for path, name in named:
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}, f"{path}::{name}"
