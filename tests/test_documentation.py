"""What the documents say about the code is in the code."""

import re

import pytest

from tests.benchmarks.own_process import PROJECT

EXCERPT = re.compile(r"^`(?P<path>[\w/.]+\.\w+)`\n```text\n(?P<code>.*?)```", re.MULTILINE | re.DOTALL)
FILES = re.compile(r"(?:tests|doorbraak|docs|resources)/[\w/.-]*\w\.(?:py|md|json)")
ARCHITECTURE = (PROJECT / "docs" / "architecture.md").read_text("utf-8")


@pytest.mark.parametrize("found", list(EXCERPT.finditer(ARCHITECTURE)), ids=lambda found: found["path"])
def test_that_every_excerpt_stands_in_the_file_that_it_names(found: re.Match[str]) -> None:
    assert found["code"].strip(), "an empty excerpt shows nothing"
    assert found["code"] in (PROJECT / found["path"]).read_text("utf-8")


def test_that_there_is_an_excerpt_of_each_step() -> None:
    paths = [found["path"] for found in EXCERPT.finditer(ARCHITECTURE)]
    assert len(paths) >= 6
    assert {path.split("/")[1] for path in paths} == {"model", "ui"}


@pytest.mark.parametrize("name", sorted(path.name for path in (PROJECT / "docs").glob("*.md")))
def test_that_every_file_that_a_document_names_is_there(name: str) -> None:
    text = (PROJECT / "docs" / name).read_text("utf-8")
    missing = [path for path in FILES.findall(text) if not (PROJECT / path).exists()]
    assert missing == []
