"""Where everything on the map stands: pure geometry, the same for the same dossier, in pixels.

The household is in the middle. Problems stand on the inner ring, per life domain clockwise, with labels
inward; agencies on the outer ring with labels outward. So lines run between the rings and cross no word:
what has to reach the other side goes through a lane above the labels, and an agency without a problem is
tied to the household through a lane below them.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import partial

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency, Bond
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Owner, Problem
from doorbraak.model.insight import names
from doorbraak.model.insight.ecomap_labels import (
    WIDEST,
    Label,
    Row,
    TextWidth,
    estimated_width,
    needed_height,
    row_of,
    tops_of,
)  # fmt: skip
from doorbraak.model.insight.ecomap_order import agency_sides, domains_of, ids_of, ordered, split
from doorbraak.model.insight.genogram import NOBODY, Genogram

PLAIN = "#6B7280"
HOUSEHOLD = "household"

# In font sizes, from the middle outward.
_MIDDLE, _BULGE, _SPACE, _LANE, _MARGIN = 4.0, 3.0, 0.9, 10.0, 1.0
_RADIUS, _CORRIDOR = 5.4, 3.0
_SHAPE = 1.62  # width by height when there is room: with a header and a legend it fills A4

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Node:
    """`id` is "problem 12" or "agency 3"; `name` the whole name, also where the label is cut.

    `owner` is that of a problem. `key`: solving this one frees most others. `knots`: the numbers, from 1, of the
    knots that it is in. `goes`: it is not there any more when the plan is carried out. `moved`: somebody put it here.
    `sentence` says all of it to who can't see it.
    """

    id: str
    name: str
    x: float
    y: float
    colour: str
    label: Label
    owner: Owner = ""
    key: bool = False
    knots: tuple[int, ...] = ()
    goes: bool = False
    moved: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a life domain above its problems, underlined in its colour."""

    id: str
    colour: str
    label: Label


@dataclass(frozen=True, slots=True)
class Link:
    """A line from an agency to a problem, a person ("person 4") or HOUSEHOLD: a start, then cubic curves of three
    points each. `goes`: not there any more when the plan is carried out.
    """

    agency: str
    target: str
    colour: str
    thickness: float
    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    bond: Bond = ""
    goes: bool = False
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Wait:
    """An arrow from a problem to the problem that it waits for. `knot`: the number of the knot that it is part of."""

    source: str
    target: str
    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    knot: int | None
    sentence: str


@dataclass(frozen=True, slots=True)
class KnotMark:
    """A knot with its name: "Knoop 1" and in short what waits for what. `members` are ids of nodes, in their order."""

    number: int
    members: tuple[str, ...]
    label: Label
    sentence: str


@dataclass(frozen=True, slots=True)
class Ecomap:
    """`household` is the middle of a circle with `radius`; `household_lines` is the text in it.

    `genogram` stands in the circle: its 0, 0 at `genogram_at`, one unit being `genogram_unit` pixels. Who does not
    fit is in it all the same: the unit gets smaller.
    """

    width: float
    height: float
    font: float
    household: Point
    radius: float
    household_lines: tuple[str, ...]
    headings: tuple[Heading, ...]
    problems: tuple[Node, ...]
    agencies: tuple[Node, ...]
    links: tuple[Link, ...]
    waits: tuple[Wait, ...] = ()
    knots: tuple[KnotMark, ...] = ()
    genogram: Genogram = NOBODY
    genogram_at: Point = (0.0, 0.0)
    genogram_unit: float = 0.0


def ecomap_of(
    dossier: Dossier, catalogue: Catalogue, *, font: float = 12.0, text_width: TextWidth | None = None
) -> Ecomap:
    """`font` is the size of the labels in pixels, `text_width` measures them; the canvas grows when needed."""
    wide = text_width or partial(estimated_width, font=font)
    domains = domains_of(dossier.problems, catalogue)
    known = {problem.id for problem in dossier.problems}
    served = {one.id: tuple(id_ for id_ in one.problems if id_ in known) for one in dossier.agencies}
    right, left = split(domains, served)
    sides = agency_sides(dossier.agencies, served, (ids_of(right), ids_of(left)))
    columns = [ordered(side, agencies, served) for side, agencies in zip((right, left), sides, strict=True)]
    problem_rows = [
        [row for domain, problems in side for row in _domain_rows(domain, problems, catalogue, wide, font)]
        for side, _ in columns
    ]
    agency_rows = [[_agency_row(one, catalogue, wide, font) for one in agencies] for _, agencies in columns]
    corridor = _CORRIDOR * font
    needed = max(needed_height(rows, font) for rows in problem_rows) + 2 * corridor
    needed = max(needed, *(needed_height(rows, font) for rows in agency_rows)) + 2 * _MARGIN * font
    half = (_MIDDLE + _BULGE + 2 * WIDEST + 2 * _SPACE + _LANE + _MARGIN) * font
    frame = _Frame(2 * half, max(needed, 2 * half / _SHAPE), font)
    headings, problems = _place_problems(problem_rows, frame)
    agencies = _place_agencies(agency_rows, frame)
    return Ecomap(
        width=frame.width,
        height=frame.height,
        font=font,
        household=(half, frame.height / 2),
        radius=_RADIUS * font,
        household_lines=tuple(
            line for line in (f"Huishouden {dossier.household.number}", _people(len(dossier.people))) if line
        ),
        headings=headings,
        problems=problems,
        agencies=agencies,
        links=_links(dossier.agencies, served, {node.id: node for node in (*problems, *agencies)}, frame),
    )


def _people(count: int) -> str:
    return "" if not count else "1 mens" if count == 1 else f"{count} mensen"


@dataclass(frozen=True, slots=True)
class _Frame:
    width: float
    height: float
    font: float

    def ring(self, y: float, side: int, *, outer: bool) -> float:
        """x of a ring at height y; `side` is 1 for right, -1 for left. Both rings bulge in the middle."""
        off = (y - self.height / 2) / (self.height / 2)
        em = _MIDDLE + _BULGE * (1 - off * off) + WIDEST + _SPACE + (_LANE if outer else 0)
        return self.width / 2 + side * em * self.font

    def lane(self, side: int) -> float:
        """x of the middle of the room between the rings, where it is narrowest."""
        return self.width / 2 + side * (_MIDDLE + _BULGE / 2 + WIDEST + _SPACE + _LANE / 2) * self.font


def _domain_rows(
    domain: str, problems: list[Problem], catalogue: Catalogue, wide: TextWidth, font: float
) -> Iterable[Row]:
    known = catalogue.life_domains.get(domain)
    colour = known.colour if known else PLAIN
    title = names.life_domain_name(domain, catalogue) or "Zonder leefgebied"
    yield row_of(domain, title, colour, wide, font, heading=True)
    for one in problems:
        yield row_of(f"problem {one.id}", names.problem_name(one, catalogue), colour, wide, font)


def _agency_row(one: Agency, catalogue: Catalogue, wide: TextWidth, font: float) -> Row:
    return row_of(f"agency {one.id}", names.agency_name(one, catalogue), PLAIN, wide, font)


def _place_problems(columns: list[list[Row]], frame: _Frame) -> tuple[tuple[Heading, ...], tuple[Node, ...]]:
    headings: list[Heading] = []
    nodes: list[Node] = []
    edge = (_MARGIN + _CORRIDOR) * frame.font
    for side, rows in zip((1, -1), columns, strict=True):
        for row, top in zip(rows, tops_of(rows, edge, frame.height - edge, frame.font), strict=True):
            label, node = _placed(row, top, side, frame, outer=False)
            if row.heading:
                headings.append(Heading(row.id, row.colour, label))
            else:
                nodes.append(node)
    return tuple(headings), tuple(nodes)


def _place_agencies(columns: list[list[Row]], frame: _Frame) -> tuple[Node, ...]:
    edge = _MARGIN * frame.font
    return tuple(
        _placed(row, top, side, frame, outer=True)[1]
        for side, rows in zip((1, -1), columns, strict=True)
        for row, top in zip(rows, tops_of(rows, edge, frame.height - edge, frame.font), strict=True)
    )


def _placed(row: Row, top: float, side: int, frame: _Frame, *, outer: bool) -> tuple[Label, Node]:
    height = row.height(frame.font)
    y = top + height / 2
    x = frame.ring(y, side, outer=outer)
    outward = side if outer else -side
    label = Label(row.lines, x + outward * _SPACE * frame.font, top, row.width, height, to_left=outward < 0)
    return label, Node(row.id, row.name, x, y, row.colour, label)


def _links(
    agencies: Iterable[Agency], served: dict[int, tuple[int, ...]], nodes: dict[str, Node], frame: _Frame
) -> tuple[Link, ...]:
    found = []
    wordy = {_side(node.x, frame) for node in nodes.values() if node.id.startswith("problem")}
    for one in agencies:
        node = nodes[f"agency {one.id}"]
        thickness = min(0.08 + 0.09 * (one.contacts_e2 / 100) ** 0.5, 0.5) * frame.font
        plain = Link(node.id, HOUSEHOLD, PLAIN, thickness, (node.x, node.y), ())
        for id_ in served[one.id]:
            problem = nodes[f"problem {id_}"]
            found.append(
                replace(plain, target=problem.id, colour=problem.colour, curves=_to_problem(node, problem, frame))
            )
        if not served[one.id]:
            found.append(replace(plain, curves=_to_household(node, frame, words=_side(node.x, frame) in wordy)))
    return tuple(found)


def _side(x: float, frame: _Frame) -> int:
    return 1 if x > frame.width / 2 else -1


def _to_problem(agency: Node, problem: Node, frame: _Frame) -> tuple[tuple[Point, Point, Point], ...]:
    here, there = _side(agency.x, frame), _side(problem.x, frame)
    if here == there:
        middle = (agency.x + problem.x) / 2
        return (((middle, agency.y), (middle, problem.y), (problem.x, problem.y)),)
    y = (_MARGIN + _CORRIDOR / 3) * frame.font
    first, last = frame.lane(here), frame.lane(there)
    inward = 4 * frame.font
    up, down = (first - here * inward, y), (last - there * inward, y)
    return (
        ((first, agency.y), (first, y), up),
        (up, down, down),
        ((last, y), (last, problem.y), (problem.x, problem.y)),
    )


def _to_household(agency: Node, frame: _Frame, *, words: bool) -> tuple[tuple[Point, Point, Point], ...]:
    """Under the labels of the problems when there are any on that side, else straight to the circle."""
    side, middle = _side(agency.x, frame), frame.width / 2
    if not words:
        edge = (middle + side * _RADIUS * frame.font, frame.height / 2)
        halfway = (agency.x + edge[0]) / 2
        return (((halfway, agency.y), (halfway, edge[1]), edge),)
    y = frame.height - (_MARGIN + _CORRIDOR / 3) * frame.font
    lane = frame.lane(side)
    inward, turn = (lane - side * 4 * frame.font, y), (middle + side * 2.5 * frame.font, y)
    return (
        ((lane, agency.y), (lane, y), inward),
        (inward, turn, turn),
        ((middle, y), (middle, y), (middle, frame.height / 2 + _RADIUS * frame.font)),
    )
