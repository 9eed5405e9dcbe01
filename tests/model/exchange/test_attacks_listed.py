"""The list of attacks in docs/security.md names tests that are there."""

import re

import pytest

from tests.benchmarks.own_process import PROJECT

FILES = sorted((PROJECT / "tests").rglob("test_*.py"))
SECURITY = (PROJECT / "docs" / "security.md").read_text("utf-8")
LISTED = SECURITY.partition("## What leaves, attacked")[2].partition("\n## ")[0]
ROWS = [line.strip("|").split(" | ") for line in LISTED.splitlines() if line.startswith("| ") and "`" in line]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0].strip())
def test_that_every_attack_that_is_listed_is_a_test(row: list[str]) -> None:
    _, files, names = row
    there = [
        name
        for path in FILES
        if path.stem in re.findall(r"`(\w+)`", files)
        for name in re.findall(r"^def test_attack_(\w+)\(", path.read_text("utf-8"), re.MULTILINE)
    ]
    for name in names.strip().split(", "):
        stem = name.rstrip("…").rstrip("_")
        assert any(one == name or (name.endswith("…") and one.startswith(stem)) for one in there), name


def test_that_the_list_is_read() -> None:
    assert len(ROWS) > 20
