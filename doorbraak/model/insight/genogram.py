"""The genogram: who belongs to the household and how, as signs and lines. Pure geometry.

One unit is the width of a sign. Partners stand beside each other, children under them, who matters without living
here around them.
"""

from dataclasses import dataclass
from typing import Literal

from doorbraak.model.dossier.people import Living

Point = tuple[float, float]
Shape = Literal["square", "circle", "diamond", "unknown"]
TieStyle = Literal["solid", "dotted", "broken", "strained", "close"]


@dataclass(frozen=True, slots=True)
class Sign:
    """A person, by the genogram's convention; `x`, `y` is the middle of the sign. `name` stands under it, `inside` is
    the age or empty. `sentence` is all of it for a screen reader.
    """

    person: int
    name: str
    inside: str
    x: float
    y: float
    shape: Shape
    lives_here: Living
    died: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A line between people through `points`: of a couple, or from parents to a child. Step, foster and adoptive
    lines are dotted; former partners have `broken` lines. `relations` are the records that it shows.
    """

    relations: tuple[int, ...]
    people: tuple[int, ...]
    style: TieStyle
    points: tuple[Point, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Genogram:
    """Everything inside 0..width, 0..height."""

    width: float
    height: float
    signs: tuple[Sign, ...]
    ties: tuple[Tie, ...]


NOBODY = Genogram(0, 0, (), ())
