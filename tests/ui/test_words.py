"""The words on the screens: short sentences, at B1, said in one way (QUALITY.md, U9)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import doorbraak

UI = Path(doorbraak.__file__).parent / "ui"
MOST_WORDS, USUAL_WORDS = 20, 8


def texts() -> Iterator[tuple[str, str]]:
    """Everything that is shown through `tr`, with where it stands; parts that are added up count as one."""
    for path in sorted(UI.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="tr"), args=[ast.Constant(value=str(text)), *_]):
                    yield f"{path.name}:{node.lineno}", text


def sentences(text: str) -> list[str]:
    """What ends as a sentence does; a label or a title is none."""
    parts = re.split(r"(?<=[.!?])\s+|\n+", text.replace("&", ""))
    return [part for part in parts if part.rstrip()[-1:] in (".", "?", "!")]


def test_that_no_sentence_on_screen_is_longer_than_twenty_words() -> None:
    long = [f"{at}: {one}" for at, text in texts() for one in sentences(text) if len(one.split()) > MOST_WORDS]
    assert long == []


def test_that_half_of_the_sentences_on_screen_have_at_most_eight_words() -> None:
    found = [len(one.split()) for _, text in texts() for one in sentences(text)]
    assert len(found) > 200
    assert median(found) <= USUAL_WORDS
