"""The texts on the map: wrapped into labels, and stacked into a column in which none overlaps another."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

TextWidth = Callable[[str], float]
"""The width of a text in pixels, at the font size of the map."""

CHARACTER = 0.62  # of the font size: wider than the average character of DejaVu Sans, the widest font we use

LINE = 1.25  # in font sizes, like what follows
_ROOM, _TIGHT, _HEADING = 0.45, 0.2, 0.55
MOST_LINES = 3


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


def row_of(
    id_: str, name: str, colour: str, wide: TextWidth, most: float, lines: int, *, heading: bool = False,
    bold: bool = False,
) -> Row:  # fmt: skip
    """At most so many lines of at most so many pixels."""
    factor = 1.12 if heading or bold else 1.0
    cut = wrapped(name, lambda text: wide(text) * factor, most, lines)
    return Row(id_, name, cut, max(wide(line) for line in cut) * factor, colour, heading)


def wrapped(text: str, wide: TextWidth, most: float, most_lines: int = MOST_LINES) -> tuple[str, ...]:
    """No wider than `most`; what doesn't fit in so many lines ends in an ellipsis."""
    if wide(text) <= most and "\n" not in text:
        return (text,)
    lines: list[str] = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if wide(joined) <= most:
            lines[-1] = joined
            continue
        rest = word
        if lines[-1]:
            lines.append("")
        while wide(rest) > most and len(lines) <= most_lines:
            fits = _fitting(rest, wide, most)
            lines[-1], rest = rest[:fits], rest[fits:]
            lines.append("")
        lines[-1] = rest
        if len(lines) > most_lines:
            break
    if len(lines) <= most_lines:
        return tuple(lines)
    last = lines[most_lines - 1]
    while last and wide(last + "…") > most:
        last = last[:-1]
    return (*lines[: most_lines - 1], last.rstrip() + "…")


def _fitting(word: str, wide: TextWidth, most: float) -> int:
    """How many of its letters."""
    return max(1, bisect_right(range(1, len(word)), most, key=lambda letters: wide(word[:letters])))


def needed_height(rows: Sequence[Row], font: float, *, tight: bool = False) -> float:
    """With as much room between them as reads calmly; `tight`: with the least, before a map outgrows its room."""
    return sum(row.height(font) for row in rows) + (_TIGHT if tight else _ROOM) * font * sum(_weights(rows))


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
