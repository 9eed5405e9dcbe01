"""The names of knots on the map: what waits for what in a few words, above and below the circle, on no other word."""

from collections.abc import Iterable, Sequence

from doorbraak.model.insight.ecomap_frame import CORRIDOR, MARGIN, Frame
from doorbraak.model.insight.ecomap_labels import LINE, Label, TextWidth, wrapped
from doorbraak.model.insight.ecomap_lines import lane_off

MOST_NAMED = 5
_MOST_LETTERS = 22  # of a problem's name inside the name of a knot
_GAP, _STEP = 0.6, 0.5

Box = tuple[float, float, float, float]


def words_of(members: Sequence[str]) -> str:
    """ "Huurachterstand wacht op Schulden en terug"."""
    first, *others = (_short(name) for name in members)
    return f"{first} wacht op {', dan '.join(others)} en terug"


def _short(name: str) -> str:
    if len(name) <= _MOST_LETTERS:
        return name
    whole = name[:_MOST_LETTERS].rsplit(" ", 1)[0]
    return whole.rstrip(" ,.") + "…"


def texts_of(circuits: Sequence[Sequence[str]], wide: TextWidth, frame: Frame) -> tuple[tuple[str, ...], ...]:
    """The lines of each name. Their number comes first and stands alone: that is what people say."""
    most = (2 * frame.middle - 2.4) * frame.font
    lines = 3 if len(circuits) <= 2 else 2
    return tuple(
        (f"Knoop {number}", *wrapped(words_of(members), wide, most, lines))
        for number, members in enumerate(circuits, 1)
    )


def needed_height(texts: Sequence[tuple[str, ...]], frame: Frame, *, lanes: int, below: bool) -> float:
    """Of the map, in pixels, so that all names have room."""
    stacks = [sum(len(lines) * LINE + _GAP for lines in stack) for stack in _stacks(texts, below=below)]
    if not texts:
        return 0.0
    return 2 * (frame.radius + _gap(lanes) + max(stacks) + CORRIDOR + MARGIN) * frame.font


def _gap(lanes: int) -> float:
    """Between the circle and the first name: so many arrows pass there."""
    return lane_off(lanes) + 0.3 if lanes else _GAP


def _stacks(texts: Sequence[tuple[str, ...]], *, below: bool) -> tuple[Sequence[tuple[str, ...]], ...]:
    return (texts[::2], texts[1::2]) if below else (texts, ())


def placed(
    texts: Sequence[tuple[str, ...]],
    taken: Iterable[Box],
    wide: TextWidth,
    frame: Frame,
    *,
    lanes: tuple[int, int],
    below: bool,
) -> tuple[Label, ...]:
    """From the circle outward. `lanes`: how many arrows pass above and below it; `below`: nothing else comes into it
    there.
    """
    boxes = list(taken)
    found: dict[tuple[str, ...], Label] = {}
    for stack, up, passing in zip(_stacks(texts, below=below), (True, False), lanes, strict=True):
        edge = (frame.radius + _gap(passing)) * frame.font
        for lines in stack:
            height = len(lines) * LINE * frame.font
            width = max(wide(line) for line in lines) * 1.12  # the first is bold
            while True:
                top = frame.y + (-edge - height if up else edge)
                label = Label(lines, frame.x - width / 2, top, width, height, to_left=False)
                if not any(_overlap(label.box, box) for box in boxes):
                    break
                edge += _STEP * frame.font
            boxes.append(label.box)
            found[lines] = label
            edge += height + _GAP * frame.font
    return tuple(found[lines] for lines in texts)


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
