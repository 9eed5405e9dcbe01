"""Where everything on the map stands: pure geometry, the same for the same dossier, in pixels.

The household is in the middle. Problems stand on the inner ring, per life domain, with labels inward; agencies on the
outer ring with labels outward. So lines run between the rings and cross no word: what has to reach the other side
goes through a lane above the labels, and an agency without a problem is tied to its people, or to the household,
through a lane below them. Waits go through the middle. What somebody has moved stands where it was put; its place
on the ring stays free, so that nothing else moves.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from math import hypot

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency, Bond
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Owner, Problem
from doorbraak.model.insight import ecomap_knots, ecomap_lines
from doorbraak.model.insight import ecomap_sentences as sentences
from doorbraak.model.insight.ecomap_facts import Facts, facts_of
from doorbraak.model.insight.ecomap_frame import CORRIDOR, MARGIN, SPACE, Frame, frame_in
from doorbraak.model.insight.ecomap_labels import (
    Label,
    Row,
    TextWidth,
    estimated_width,
    needed_height,
    tops_of,
)  # fmt: skip
from doorbraak.model.insight.ecomap_order import Order, order_of
from doorbraak.model.insight.ecomap_rows import Rows, rows_of
from doorbraak.model.insight.genogram import NOBODY, Genogram, genogram_of
from doorbraak.model.insight.names import PLAIN

HOUSEHOLD = "household"
_WIDEST_SIGN = 2.4  # of somebody in the circle, in font sizes
_INSIDE = 0.92  # of the circle is for the genogram

Point = tuple[float, float]
Box = tuple[float, float, float, float]


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
    """The name of a life domain above its problems, underlined in its colour. Its sign stands at x, y."""

    id: str
    colour: str
    label: Label
    x: float
    y: float


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
    """An arrow from a problem to the problem that it waits for. `knot`: the number of the knot that it is part of;
    `opens`: that knot opens when the plan is carried out.
    """

    source: str
    target: str
    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    knot: int | None
    sentence: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class KnotMark:
    """A knot with its name: "Knoop 1" and in short what waits for what. `members` are ids of nodes, in their order.
    `opens`: the plan is for one of them, so that they do not wait for each other any more when it is carried out.
    """

    number: int
    members: tuple[str, ...]
    label: Label
    sentence: str
    opens: bool = False


@dataclass(frozen=True, slots=True)
class Ecomap:
    """`household` is the middle of a circle with `radius`; `household_lines` is the text in it.

    `genogram` stands in the circle: its 0, 0 at `genogram_at`, one unit being `genogram_unit` pixels. Who does not
    fit is in it all the same: the unit gets smaller. `opening`: the numbers of all knots that the plan opens, also of
    those without a name.
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
    opening: tuple[int, ...] = ()
    genogram: Genogram = NOBODY
    genogram_at: Point = (0.0, 0.0)
    genogram_unit: float = 0.0


def ecomap_of(
    dossier: Dossier, catalogue: Catalogue, *, font: float = 12.0, text_width: TextWidth | None = None,
    room: tuple[float, float] | None = None, today: date | None = None,
) -> Ecomap:  # fmt: skip
    """`font` is the size of the labels in pixels, `text_width` measures them. The canvas fills `room`, or the shape of
    A4, and grows when needed. What is solved, or over by `today` (the day of the clock), is not there.
    """
    day = today or date.today()
    order = order_of(dossier.problems, dossier.agencies, catalogue)
    return drawn(dossier, catalogue, order, font=font, text_width=text_width, room=room, today=day)


def drawn(
    dossier: Dossier, catalogue: Catalogue, order: Order, *, font: float, text_width: TextWidth | None,
    room: tuple[float, float] | None, today: date,
) -> Ecomap:  # fmt: skip
    """The map in a given order, so that orders can be compared."""
    facts = facts_of(dossier, catalogue, today)
    wide = text_width or partial(estimated_width, font=font)
    order = order.only(facts.problems, facts.agencies).tied_last(facts.served)
    named, opening = facts.knots.circuits[: ecomap_knots.MOST_NAMED], facts.opening()
    frame = frame_in(room, font)
    below = all(facts.served.values())  # nobody is tied to the household, so there is room under the circle
    lanes = _opposite(facts.waits, order)
    texts = ecomap_knots.texts_of(
        [[facts.problem_called(id_) for id_ in ids] for ids in named], wide, frame, lanes=lanes, below=below
    )
    rows = rows_of(facts, order, wide, frame)
    height = max(
        *(needed_height(column, font, tight=True) + 2 * (CORRIDOR + MARGIN) * font for column in rows.inner),
        *(needed_height(column, font, tight=True) + 2 * MARGIN * font for column in rows.outer),
        ecomap_knots.needed_height(texts[-1], frame, lanes=lanes, below=below),
        frame.height,
    )
    frame = replace(frame, height=height, y=height / 2)
    headings, nodes = _placed(facts, rows, frame)
    taken = [heading.label.box for heading in headings] + [node.label.box for node in nodes]
    labels = ecomap_knots.placed(texts, taken, wide, frame, lanes=_lanes(facts, nodes, frame), below=below)
    boxes = [label.box for label in labels] + [_box(node, font) for node in nodes if node.moved]
    canvas = _canvas(boxes, frame)
    if canvas[:2] != (0.0, 0.0):
        frame = replace(frame, x=frame.x - canvas[0], y=frame.y - canvas[1])
        headings, nodes = _placed(facts, rows, frame)
        labels = tuple(replace(label, x=label.x - canvas[0], y=label.y - canvas[1]) for label in labels)
    genogram = genogram_of(dossier, catalogue, today)
    corner, unit = _in_circle(genogram, frame)
    signs = {sign.person: (corner[0] + sign.x * unit, corner[1] + sign.y * unit) for sign in genogram.signs}
    by_id = {node.id: node for node in nodes}
    return Ecomap(
        width=canvas[2] - canvas[0],
        height=canvas[3] - canvas[1],
        font=font,
        household=(frame.x, frame.y),
        radius=frame.radius * font,
        household_lines=tuple(
            line for line in (f"Huishouden {dossier.household.number}", _people(len(dossier.people))) if line
        ),
        headings=headings,
        problems=tuple(node for node in nodes if node.id.startswith("problem")),
        agencies=tuple(node for node in nodes if node.id.startswith("agency")),
        links=tuple(_links(facts, by_id, signs, frame)),
        waits=tuple(_waits(facts, by_id, frame)),
        knots=tuple(
            KnotMark(
                number,
                tuple(f"problem {id_}" for id_ in circuit),
                label,
                sentences.of_knot(
                    number,
                    [facts.problem_called(id_) for id_ in circuit],
                    aimed=[facts.problem_called(id_) for id_ in circuit if id_ in facts.aimed],
                ),
                opens=number in opening,
            )
            for number, (circuit, label) in enumerate(zip(named, labels, strict=True), 1)
        ),
        opening=opening,
        genogram=genogram,
        genogram_at=corner,
        genogram_unit=unit,
    )


def place_of(shown: Ecomap, x: float, y: float) -> tuple[int, int]:
    """Where a point of the map is for `map_x` and `map_y`: in hundredths of a font size from the household."""
    middle, font = shown.household, shown.font
    return round(100 * (x - middle[0]) / font), round(100 * (y - middle[1]) / font)


def _people(count: int) -> str:
    return "" if not count else "1 mens" if count == 1 else f"{count} mensen"


def _in_circle(genogram: Genogram, frame: Frame) -> tuple[Point, float]:
    """Where its 0, 0 is and how large its unit, so that all signs and lines are inside."""
    points = [point for tie in genogram.ties for point in tie.points]
    points += [(sign.x + x, sign.y + y) for sign in genogram.signs for x in (-0.5, 0.5) for y in (-0.5, 0.5)]
    if not points:
        return (frame.x, frame.y), _WIDEST_SIGN * frame.font
    x, y = ((min(along) + max(along)) / 2 for along in zip(*points, strict=True))
    farthest = max(hypot(at[0] - x, at[1] - y) for at in points)
    unit = min(_WIDEST_SIGN, _INSIDE * frame.radius / farthest) * frame.font
    return (frame.x - x * unit, frame.y - y * unit), unit


def _opposite(waits: Iterable[tuple[int, int]], order: Order) -> int:
    """How many waits go to the other side."""
    right = {id_ for _, ids in order.blocks[0] for id_ in ids}
    return sum((one in right) != (other in right) for one, other in waits)


def _lanes(facts: Facts, nodes: Iterable[Node], frame: Frame) -> tuple[int, int]:
    """How many waits go around the circle above and below."""
    ends = {node.id: _inner_end(node, frame) for node in nodes}
    halves = [
        ecomap_lines.half_of(ends[f"problem {one}"], ends[f"problem {other}"], frame) for one, other in facts.waits
    ]
    return halves.count(-1), halves.count(1)


# -- nodes ----------------------------------------------------------------------------------------------


def _placed(facts: Facts, rows: Rows, frame: Frame) -> tuple[tuple[Heading, ...], tuple[Node, ...]]:
    headings: list[Heading] = []
    nodes: list[Node] = []
    for side, columns in zip((1, -1), zip(rows.inner, rows.outer, strict=True), strict=True):
        for column, outer in zip(columns, (False, True), strict=True):
            edge = (MARGIN if outer else MARGIN + CORRIDOR) * frame.font
            tops = tops_of(column, frame.top + edge, frame.bottom - edge, frame.font)
            for row, top in zip(column, tops, strict=True):
                y = top + row.height(frame.font) / 2
                x = frame.ring(y, side, outer=outer)
                label = _label(row, x, y, side if outer else -side, frame.font)
                if row.heading:
                    headings.append(Heading(row.id, row.colour, label, x, y))
                else:
                    nodes.append(_node(facts, row, x, y, label, frame))
    return tuple(headings), tuple(nodes)


def _label(row: Row, x: float, y: float, outward: int, font: float) -> Label:
    height = row.height(font)
    return Label(row.lines, x + outward * SPACE * font, y - height / 2, row.width, height, to_left=outward < 0)


def _node(facts: Facts, row: Row, x: float, y: float, label: Label, frame: Frame) -> Node:
    kind, number = row.id.split()
    id_ = int(number)
    node: Node
    record: Problem | Agency
    if kind == "problem":
        record = facts.problems[id_]
        node = Node(
            row.id, row.name, x, y, row.colour, label, record.owner, facts.is_key(id_),
            tuple(facts.in_knots.get(id_, ())), sentence=facts.problem_sentence(id_),
        )  # fmt: skip
    else:
        record = facts.agencies[id_]
        goes = facts.end_of(id_) not in ("", "keep")
        node = Node(row.id, row.name, x, y, row.colour, label, goes=goes, sentence=facts.agency_sentence(id_))
    if record.map_x is None or record.map_y is None:
        return node
    x, y = frame.x + record.map_x * frame.font / 100, frame.y + record.map_y * frame.font / 100
    side = 1 if record.map_x >= 0 else -1
    moved = _label(row, x, y, side if kind == "agency" else -side, frame.font)
    return replace(node, x=x, y=y, label=moved, moved=True)


def _box(node: Node, font: float) -> Box:
    """Of the sign and the label."""
    left, top, right, bottom = node.label.box
    return min(left, node.x - font), min(top, node.y - font), max(right, node.x + font), max(bottom, node.y + font)


def _canvas(boxes: Sequence[Box], frame: Frame) -> Box:
    """What the canvas has to hold: the rings, and what stands elsewhere."""
    edge = MARGIN * frame.font
    return (
        min([0.0, *(box[0] - edge for box in boxes)]),
        min([0.0, *(box[1] - edge for box in boxes)]),
        max([frame.width, *(box[2] + edge for box in boxes)]),
        max([frame.height, *(box[3] + edge for box in boxes)]),
    )


# -- lines ----------------------------------------------------------------------------------------------


def _links(facts: Facts, nodes: Mapping[str, Node], signs: Mapping[int, Point], frame: Frame) -> Iterator[Link]:
    font = frame.font
    wordy = {frame.side(node.x) for node in nodes.values() if node.id.startswith("problem")}
    for one in facts.agencies.values():
        node = nodes[f"agency {one.id}"]
        at = (node.x, node.y)
        thickness = min(0.07 + 0.07 * (one.contacts_e2 / 100) ** 0.5, 0.36) * font  # calmer than a knot
        plain = Link(node.id, HOUSEHOLD, PLAIN, thickness, at, (), one.bond, node.goes)
        for id_ in facts.served[one.id]:
            problem = nodes[f"problem {id_}"]
            yield replace(
                plain,
                target=problem.id,
                colour=problem.colour,
                curves=ecomap_lines.to_problem(at, (problem.x, problem.y), frame, moved=node.moved or problem.moved),
                sentence=sentences.of_link(one, facts.catalogue, problem.name),
            )
        if facts.served[one.id]:
            continue
        words = frame.side(node.x) in wordy
        foot = ecomap_lines.foot(frame)
        for person in facts.tied_to(one.id):
            end = signs.get(person, foot)
            yield replace(
                plain,
                target=f"person {person}",
                curves=ecomap_lines.to_household(at, end, frame, words=words, moved=node.moved),
                sentence=sentences.of_link(one, facts.catalogue, facts.person_called(person)),
            )
        if not facts.tied_to(one.id):
            yield replace(
                plain,
                curves=ecomap_lines.to_household(at, foot, frame, words=words, moved=node.moved),
                sentence=sentences.of_link(one, facts.catalogue, "het huishouden"),
            )


def _waits(facts: Facts, nodes: Mapping[str, Node], frame: Frame) -> Iterator[Wait]:
    words = [node.label.box for node in nodes.values() if node.id.startswith("problem")]
    lanes, opening = {-1: 0, 0: 0, 1: 0}, frozenset(facts.opening())
    for one, other in facts.waits:
        source, target = nodes[f"problem {one}"], nodes[f"problem {other}"]
        start, end = _inner_end(source, frame), _inner_end(target, frame)
        half = ecomap_lines.half_of(start, end, frame)
        curves = ecomap_lines.waiting(start, end, words, lanes[half], frame)
        lanes[half] += 1
        knot = facts.knot_of.get((one, other))
        sentence = sentences.of_wait(source.name, target.name, knot)
        yield Wait(source.id, target.id, start, curves, knot, sentence, opens=knot in opening)


def _inner_end(node: Node, frame: Frame) -> Point:
    """Of its label, where the room in the middle begins."""
    left, _, right, _ = node.label.box
    return (left - 0.35 * frame.font if node.label.to_left else right + 0.35 * frame.font), node.y
