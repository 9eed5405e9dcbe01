"""The texts on the map: wrapped into labels, and stacked into a column in which none overlaps another."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

TextWidth = Callable[[str], float]
"""The width of a text in pixels, at the font size of the map."""

CHARACTER = 0.62  # of the font size: wider than the average character of DejaVu Sans, the widest font we use

WIDEST = 16.0  # of a label, in font sizes, like all that follows
LINE = 1.25
_ROOM, _HEADING = 0.45, 0.55
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Label:
    """Text in lines; `x` is its right edge when `to_left`, else its left edge; `y` its top."""

    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float
    to_left: bool

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        left = self.x - self.width if self.to_left else self.x
        return left, self.y, left + self.width, self.y + self.height


@dataclass(frozen=True, slots=True)
class Row:
    """Something with a label in a column: a heading, a problem or an agency; without its place yet."""

    id: str
    name: str
    lines: tuple[str, ...]
    width: float
    colour: str
    heading: bool = False

    def height(self, font: float) -> float:
        return (len(self.lines) * LINE + (_HEADING if self.heading else 0)) * font


def estimated_width(text: str, font: float) -> float:
    """For when no font can be asked."""
    return len(text) * CHARACTER * font


def row_of(id_: str, name: str, colour: str, wide: TextWidth, font: float, *, heading: bool = False) -> Row:
    factor = 1.12 if heading else 1.0  # headings are bold
    lines = wrapped(name, lambda text: wide(text) * factor, WIDEST * font)
    return Row(id_, name, lines, max(wide(line) for line in lines) * factor, colour, heading)


def wrapped(text: str, wide: TextWidth, most: float) -> tuple[str, ...]:
    """At most three lines no wider than `most`; what doesn't fit ends in an ellipsis."""
    lines: list[str] = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if wide(joined) <= most:
            lines[-1] = joined
            continue
        rest = word
        if lines[-1]:
            lines.append("")
        while wide(rest) > most:
            fits = next(n for n in range(len(rest) - 1, -1, -1) if n <= 1 or wide(rest[:n]) <= most) or 1
            lines[-1], rest = rest[:fits], rest[fits:]
            lines.append("")
        lines[-1] = rest
    if len(lines) <= _MOST_LINES:
        return tuple(lines)
    last = lines[_MOST_LINES - 1]
    while last and wide(last + "…") > most:
        last = last[:-1]
    return (*lines[: _MOST_LINES - 1], last.rstrip() + "…")


def needed_height(rows: Sequence[Row], font: float) -> float:
    return sum(row.height(font) for row in rows) + _ROOM * font * sum(_weights(rows))


def _weights(rows: Sequence[Row]) -> list[float]:
    """How much of the spare room comes after each row but the last: a heading stays close to its problems."""
    return [0.3 if row.heading else 1.7 if after.heading else 1.0 for row, after in pairwise(rows)]


def tops_of(rows: Sequence[Row], low: float, high: float, font: float) -> list[float]:
    """The top of each row, spread over low..high; a few rows stay together in the middle."""
    heights = [row.height(font) for row in rows]
    weights = _weights(rows)
    spare = high - low - sum(heights)
    unit = min(spare / max(1.0, sum(weights)), 2.4 * font)
    y = (low + high - sum(heights) - unit * sum(weights)) / 2
    tops = []
    for height, weight in zip(heights, (*weights, 0.0), strict=False):
        tops.append(y)
        y += height + weight * unit
    return tops
