"""The manual as it is read in the program: its chapters, and in those the parts under their headings.

The files are our own, and come along with the program: what is wrong with them is a bug of ours.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from doorbraak import paths
from doorbraak.model.catalogue import fold

# In the order in which one reads them; a chapter that is not named here comes last.
_ORDER = ("index", "eerste-uur", "wijkteamlid", "coordinator", "manager", "beheerder", "laptop-kwijt", "nieuw")
_HEADING = re.compile(r"^(#{1,2}) +(.+?) *$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Part:
    """`text` is Markdown, its heading included. The first part of a chapter has the title of the chapter."""

    chapter: str
    title: str
    text: str

    @property
    def anchor(self) -> str:
        """As a link to it ends: small letters and digits, with a dash between words."""
        return "-".join(re.findall(r"[a-z0-9]+", fold(self.title)))


@dataclass(frozen=True, slots=True)
class Chapter:
    """`name` of the file, without its ending."""

    name: str
    parts: tuple[Part, ...]

    @property
    def title(self) -> str:
        return self.parts[0].title


@lru_cache(maxsize=1)
def chapters() -> tuple[Chapter, ...]:
    files = {path.stem: path for path in paths.manual().glob("*.md")}
    order = [*(name for name in _ORDER if name in files), *sorted(files.keys() - set(_ORDER))]
    return tuple(Chapter(name, _parts(name, files[name])) for name in order)


def _parts(name: str, path: Path) -> tuple[Part, ...]:
    text = path.read_text("utf-8")
    found = list(_HEADING.finditer(text))
    ends = [one.start() for one in found[1:]] + [len(text)]
    return tuple(Part(name, one[2], text[one.start() : end].strip()) for one, end in zip(found, ends, strict=True))


def whole(part: Part) -> str:
    """What is read when it is chosen: itself, and for the first of a chapter all of that chapter."""
    chapter = next((one for one in chapters() if one.name == part.chapter), None)
    if chapter is None or chapter.parts[0] != part:
        return part.text
    return "\n\n".join(one.text for one in chapter.parts)


def about(title: str, first: str = "wijkteamlid") -> Part | None:
    """The part about a page of the window, in the chapter where it would be looked for or in another."""
    in_order = sorted(chapters(), key=lambda one: one.name != first)
    return next((part for chapter in in_order for part in chapter.parts[1:] if part.title == title), None)


def linked(target: str, within: str) -> Part | None:
    """What a link such as "wijkteamlid.md#kaart" leads to; `within`: the chapter that it stands in."""
    file, _, anchor = target.partition("#")
    name = file.removesuffix(".md") or within
    chapter = next((one for one in chapters() if one.name == name), None)
    if chapter is None:
        return None
    return next((part for part in chapter.parts if anchor and part.anchor == anchor), chapter.parts[0])


def holding(words: str) -> tuple[Part, ...]:
    """The parts in which all of these words stand, first those that have them in their title."""
    wanted = fold(words).split()
    if not wanted:
        return ()
    found = [part for chapter in chapters() for part in chapter.parts if _has(part.text, wanted)]
    return tuple(sorted(found, key=lambda part: not _has(part.title, wanted)))


def _has(text: str, wanted: list[str]) -> bool:
    folded = fold(text)
    return all(word in folded for word in wanted)
