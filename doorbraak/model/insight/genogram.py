"""The genogram: who belongs to the household and how, as signs and lines. Pure geometry.

One unit is the width of a sign. Partners stand beside each other, children under them, who matters without living
here around them.
"""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import Living, Person
from doorbraak.model.insight.genogram_families import Shape, TieStyle, generations, shape_of
from doorbraak.model.insight.genogram_lines import HALF, NAME, lines
from doorbraak.model.insight.genogram_rows import COLUMN, places
from doorbraak.model.insight.genogram_words import Wording

Point = tuple[float, float]
_EDGE = 0.12  # for the width of a line and the teeth of a jagged one


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


def genogram_of(dossier: Dossier, catalogue: Catalogue, today: date) -> Genogram:
    """Everybody once, in the same place tomorrow. A relation that fits in no row still gets its line."""
    if not dossier.people:
        return NOBODY
    middles = places(dossier.people, dossier.relations, generations(dossier.people, dossier.relations))
    drawn = lines(dossier.relations, middles)
    points = [point for line in drawn for point in line.points]
    left = min([x - COLUMN / 2 for x, _ in middles.values()] + [x - _EDGE for x, _ in points])
    right = max([x + COLUMN / 2 for x, _ in middles.values()] + [x + _EDGE for x, _ in points])
    top = min([y - HALF - _EDGE for _, y in middles.values()] + [y - _EDGE for _, y in points])
    bottom = max([y + NAME for _, y in middles.values()] + [y + _EDGE for _, y in points])
    wording = Wording(dossier, catalogue, today)
    signs = tuple(_sign(person, middles[person.id], (left, top), wording) for person in dossier.people)
    ties = tuple(
        Tie(
            tuple(relation.id for relation in line.relations),
            line.people,
            line.style,
            tuple((x - left, y - top) for x, y in line.points),
            wording.of_relations(line.relations),
        )
        for line in drawn
    )
    return Genogram(right - left, bottom - top, signs, ties)


def _sign(person: Person, at: Point, corner: Point, wording: Wording) -> Sign:
    age = wording.age(person)
    unknown = "" if person.died or person.role == "ongeboren-kind" else "?"
    return Sign(
        person.id,
        wording.called[person.id],
        str(age) if age is not None else unknown,
        at[0] - corner[0],
        at[1] - corner[1],
        shape_of(person),
        person.lives_here,
        person.died,
        wording.of_person(person),
    )
