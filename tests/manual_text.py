"""The manual as text: its parts, its sentences, and what stands in bold."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "docs" / "handleiding"
PICTURES = FOLDER / "beelden"
BETWEEN = " › "

_CODE = re.compile(r"`[^`]*`")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]*)\)")
_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\(([^)]*)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*(?: \((F\d+|Ctrl\+[^ )]+)\))?")
_ITEM = re.compile(r"\s*(?:[-*]|\d+\.)\s+")


@dataclass(frozen=True, slots=True)
class Named:
    """`keys`: what stands behind it between brackets, or nothing."""

    words: str
    keys: str
    at: str


def files() -> list[Path]:
    return sorted(FOLDER.glob("*.md"))


def lines(path: Path) -> list[tuple[int, str]]:
    """Without blocks of code: what is indented by four or more and stands in no list of words."""
    found = enumerate(path.read_text("utf-8").splitlines(), 1)
    return [(at, line) for at, line in found if not line.startswith("    ")]


def headings(path: Path, level: int = 2) -> list[str]:
    return [line[level + 1 :] for _, line in lines(path) if line.startswith("#" * level + " ")]


def anchors(path: Path) -> set[str]:
    """As they are called in a link: small letters, no signs, a dash for a space."""
    every = [line.lstrip("#").strip().lower() for _, line in lines(path) if line.startswith("#")]
    return {re.sub(r"[^\w\- ]", "", heading).replace(" ", "-") for heading in every}


def pictures(path: Path) -> list[tuple[str, str]]:
    """What each is called, and where it lies."""
    return [found for _, line in lines(path) for found in _PICTURE.findall(line)]


def links(path: Path) -> list[str]:
    return [target for _, line in lines(path) for _, target in _LINK.findall(line)]


def named(path: Path) -> list[Named]:
    """Everything in bold: it stands on a screen so."""
    return [
        Named(words, keys, f"{path.name}:{at}")
        for at, line in lines(path)
        for words, keys in _BOLD.findall(_CODE.sub("", line))
    ]


def codes(path: Path) -> list[str]:
    return [code.strip("`") for _, line in lines(path) for code in _CODE.findall(line)]


def blocks(path: Path) -> list[str]:
    """Of code, each without what indents it."""
    found: list[list[str]] = []
    going = False
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("    ") and line.strip():
            if not going:
                found.append([])
            found[-1].append(line)
        going = line.startswith("    ")
    return ["\n".join(line.strip() for line in block) for block in found]


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """What a reader reads in one go, with where it begins: a paragraph, an item, a cell of a table, a heading."""
    going: list[str] = []
    began = 0
    for at, line in [*lines(path), (0, "")]:
        plain = _LINK.sub(r"\1", _PICTURE.sub("", _CODE.sub("iets", line))).replace("**", "")
        apart = not plain.strip() or plain.startswith(("#", "|")) or _ITEM.match(plain)
        if apart and going:
            yield f"{path.name}:{began}", " ".join(going)
            going = []
        if plain.startswith("|"):
            for cell in plain.strip("|").split("|"):
                if cell.strip(" -"):
                    yield f"{path.name}:{at}", cell.strip()
        elif plain.startswith("#"):
            yield f"{path.name}:{at}", plain.lstrip("#").strip()
        elif plain.strip():
            began = began if going else at
            going.append(_ITEM.sub("", plain, count=1).strip())


def sentences(path: Path) -> list[tuple[str, str]]:
    """What ends as a sentence does; a label, a heading or an item of a list is none."""
    return [
        (at, one)
        for at, text in texts(path)
        for one in re.split(r"(?<=[.!?…:])\s+", text)
        if one.rstrip()[-1:] in (".", "!", "?", "…", ":")
    ]


def words(path: Path) -> list[tuple[str, str]]:
    """Of letters alone, small."""
    return [(at, word.lower()) for at, text in texts(path) for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text)]
