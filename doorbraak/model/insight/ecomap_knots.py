"""The names of knots on the map: what waits for what in a few words, above and below the circle, on no other word."""

from collections.abc import Iterable, Sequence

from doorbraak.model.insight.ecomap_frame import AROUND, CORRIDOR, MARGIN, Frame
from doorbraak.model.insight.ecomap_labels import LINE, Label, TextWidth, wrapped
from doorbraak.model.insight.ecomap_lines import lane_off

MOST_NAMED = 5
_LETTERS = (None, 34, 22)  # of a problem's name inside the name of a knot: whole where there is room for that
_BESIDE = 1.2  # font sizes between a name and the words beside it, for arrows
_GAP, _STEP = 0.6, 0.5
_MOST_LINES = 5  # of what waits for what
_OPENING = " gaat open"

Box = tuple[float, float, float, float]
Texts = tuple[tuple[str, ...], ...]


def words_of(members: Sequence[str], letters: int | None = _LETTERS[-1]) -> str:
    """ "Huurachterstand wacht op Schulden en terug"."""
    first, *others = (_short(name, letters) for name in members)
    return f"{first} wacht op {', dan '.join(others)} en terug"


def opening_name(number: int) -> str:
    """What stands for "Knoop 1" on the map of after, when the plan opens it."""
    return f"Knoop {number}{_OPENING}"


def _short(name: str, letters: int | None) -> str:
    if letters is None or len(name) <= letters:
        return name
    whole = name[:letters].rsplit(" ", 1)[0]
    return whole.rstrip(" ,.") + "…"


def texts_of(
    circuits: Sequence[Sequence[str]], wide: TextWidth, frame: Frame, *, lanes: int, below: bool
) -> tuple[Texts, ...]:
    """The lines of each name, from most words to fewest: the last are those that the map makes room for. Their number
    comes first and stands alone: that is what people say.
    """
    narrow = (2 * frame.middle - 2.4) * frame.font
    broad = 2 * (frame.radius + AROUND - 1) * frame.font
    found = [
        tuple(
            (f"Knoop {number}", *wrapped(words_of(members, letters), wide, most, _MOST_LINES))
            for number, members in enumerate(circuits, 1)
        )
        for letters in _LETTERS
        for most in (broad, (broad + narrow) / 2, narrow)
    ]
    for most_lines in (3, 2):
        least = tuple(
            (f"Knoop {number}", *wrapped(words_of(members), wide, narrow, most_lines))
            for number, members in enumerate(circuits, 1)
        )
        if len(circuits) <= 2 and needed_height(least, frame, lanes=lanes, below=below) <= frame.height:
            break
    return (*(texts for texts in found if not any(lines[-1].endswith("…") for lines in texts)), least)


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
    choices: Sequence[Texts],
    taken: Sequence[Box],
    wide: TextWidth,
    frame: Frame,
    *,
    lanes: tuple[int, int],
    below: bool,
) -> tuple[Label, ...]:
    """From the circle outward, in as many words as there is room for. `lanes`: how many arrows pass above and below
    it; `below`: nothing else comes into it there.
    """
    *fuller, least = choices
    edge, beside = (MARGIN + CORRIDOR * 0.6) * frame.font, _BESIDE * frame.font  # clear of the lines in the lanes
    room = (frame.top + edge, frame.bottom - edge)
    for texts in fuller:
        found = _stacked(texts, (), wide, frame, lanes=lanes, below=below)
        free = (_wider(label.box, beside) for label in found)
        if all(
            room[0] <= box[1] and box[3] <= room[1] and not any(_overlap(box, other) for other in taken) for box in free
        ):
            return found
    return _stacked(least, taken, wide, frame, lanes=lanes, below=below)


def _stacked(
    texts: Texts, taken: Iterable[Box], wide: TextWidth, frame: Frame, *, lanes: tuple[int, int], below: bool
) -> tuple[Label, ...]:
    boxes = list(taken)
    found: dict[tuple[str, ...], Label] = {}
    for stack, up, passing in zip(_stacks(texts, below=below), (True, False), lanes, strict=True):
        edge = (frame.radius + _gap(passing)) * frame.font
        for lines in stack:
            height = len(lines) * LINE * frame.font
            width = max(wide(line) for line in (f"{lines[0]}{_OPENING}", *lines[1:])) * 1.12  # the first is bold
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


def _wider(box: Box, by: float) -> Box:
    return box[0] - by, box[1], box[2] + by, box[3]


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
