"""The lines and arrows of the map, as cubic curves of three points each.

Between an agency and a problem beside each other they stay between the rings. To the other side they go above all
words, to the household below them. Arrows of waits go through the middle, around the circle.
"""

from collections.abc import Iterable

from doorbraak.model.insight.ecomap_frame import AROUND, CORRIDOR, MARGIN, Frame

Point = tuple[float, float]
Curves = tuple[tuple[Point, Point, Point], ...]
Box = tuple[float, float, float, float]

MOST_LANES = 6
_LANE = MARGIN + CORRIDOR / 3


def to_problem(agency: Point, problem: Point, frame: Frame, *, moved: bool = False) -> Curves:
    """`moved`: one of them stands elsewhere than on its ring, so that no lane is its own."""
    (left, top), (right, bottom) = agency, problem
    here, there = frame.side(left), frame.side(right)
    if here == there or moved:
        middle = (left + right) / 2
        return (((middle, top), (middle, bottom), problem),)
    y = frame.top + _LANE * frame.font
    first, last, inward = frame.lane(here), frame.lane(there), 4 * frame.font
    up, down = (first - here * inward, y), (last - there * inward, y)
    return (((first, top), (first, y), up), (up, down, down), ((last, y), (last, bottom), problem))


def to_household(agency: Point, end: Point, frame: Frame, *, words: bool, moved: bool = False) -> Curves:
    """Under the labels of the problems when there are any on that side, else straight to the circle. From the circle
    on to `end`, that is inside it or on its lower edge.
    """
    side, middle, radius = frame.side(agency[0]), frame.x, frame.radius * frame.font
    onward = end != foot(frame)
    if not words or moved:
        edge = end if onward else (middle + side * radius, frame.y)
        halfway = (agency[0] + edge[0]) / 2
        return (((halfway, agency[1]), (halfway, edge[1]), edge),)
    y = frame.bottom - _LANE * frame.font
    lane = frame.lane(side)
    inward, turn = (lane - side * 4 * frame.font, y), (middle + side * 2.5 * frame.font, y)
    below = foot(frame)
    curves: Curves = (((lane, agency[1]), (lane, y), inward), (inward, turn, turn), ((middle, y), (middle, y), below))
    return (*curves, (below, (end[0], (below[1] + end[1]) / 2), end)) if onward else curves


def foot(frame: Frame) -> Point:
    """The lowest point of the circle."""
    return frame.x, frame.y + frame.radius * frame.font


def waiting(start: Point, end: Point, words: Iterable[Box], lane: int, frame: Frame) -> Curves:
    """From the inner end of a label to that of another. `words` are the labels of problems; `lane` counts arrows
    around this half of the circle from 0, so that they do not lie on each other.
    """
    here, there = frame.side(start[0]), frame.side(end[0])
    if here != there:
        return _around(start, end, lane, frame)
    font, middle = frame.font, frame.x
    low, high = min(start[1], end[1]), max(start[1], end[1])
    ends = [box[0] if here > 0 else box[2] for box in words if box[1] < high and box[3] > low]
    between = [here * (x - middle) for x in ends if here * (x - middle) > 0]
    free = min([here * (start[0] - middle), here * (end[0] - middle), *between])
    nearest = free - 0.7 * font - 0.03 * (high - low)
    radius = frame.radius * font
    if low < frame.y + radius and high > frame.y - radius:
        nearest = max(nearest, radius + 0.5 * font)
    # A curve comes three quarters of the way to its controls.
    spine = [x + (middle + here * nearest - x) * 4 / 3 for x in (start[0], end[0])]
    return (((spine[0], start[1]), (spine[1], end[1]), end),)


def half_of(start: Point, end: Point, frame: Frame) -> int:
    """Of the circle that an arrow goes around, whichever is nearer: -1 above, 1 below, 0 when it stays at its side."""
    if frame.side(start[0]) == frame.side(end[0]):
        return 0
    return -1 if start[1] + end[1] <= 2 * frame.y else 1


def _around(start: Point, end: Point, lane: int, frame: Frame) -> Curves:
    """Low over the circle, since names of knots stand above and below it."""
    font = frame.font
    top = (frame.x, frame.y + half_of(start, end, frame) * (frame.radius + lane_off(lane)) * font)

    def controls(at: Point) -> tuple[Point, Point]:
        side = frame.side(at[0])
        near = min(side * (at[0] - frame.x), (frame.radius + AROUND) * font)
        return (frame.x + side * near, at[1]), (frame.x + side * 1.3 * frame.radius * font, top[1])

    leave, to_top = controls(start)
    arrive, from_top = controls(end)
    return ((leave, to_top, top), (from_top, arrive, end))


def lane_off(lane: int) -> float:
    """How far from the circle an arrow passes it, in font sizes: of many the last lie on each other."""
    return 0.7 + 0.35 * min(lane, MOST_LANES - 1)
