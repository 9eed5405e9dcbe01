"""Where the pages of a sheet end when it is printed: none with a lone line, no table cut that fits on one.

A sheet is as wide as its page, in any program. How high it is then, follows from widths and heights that it states
itself; only a sheet of one page may be fitted to that: programs keep to the ends of pages in no other.
"""

from collections.abc import Sequence
from dataclasses import dataclass

LONG, SHORT = 841.9, 595.3
"""A4, in points."""
SIDE, ABOVE, EDGE = 36.0, 45.0, 22.0
"""Margins: at each side; above and below, with title and page number in them, so far from the edge."""
_UNIT, _GAP = 5.25, 3.75
"""A column in points: for each sign of its width, and around them."""
_SPARE = 0.98
"""Of a page: another program's lines are a little higher."""
_TIGHT = 0.8
"""How much smaller a sheet may get to be on one page."""
_READ = 0.75
"""As small as a page upright may get; lying down it is larger."""


@dataclass(frozen=True, slots=True)
class Line:
    """`tied`: it is nothing without the next one. `begins`: something that belongs together begins with it."""

    height: float
    tied: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Pages:
    """`ends`: after which rows a page ends, counted from 1; none when it is fitted to `whole` one."""

    landscape: bool
    whole: bool
    ends: tuple[int, ...]


def pages_of(lines: Sequence[Line], widths: Sequence[float]) -> Pages:
    """Lying down, or upright where that takes fewer pages and is read as well."""
    lying, upright = (_laid_out(lines, widths, landscape=landscape) for landscape in (True, False))
    fewer = upright.whole > lying.whole or len(upright.ends) < len(lying.ends)
    return upright if fewer and _scale(widths, landscape=False) >= _READ else lying


def _laid_out(lines: Sequence[Line], widths: Sequence[float], *, landscape: bool) -> Pages:
    room = _SPARE * ((SHORT if landscape else LONG) - 2 * ABOVE) / _scale(widths, landscape=landscape)
    whole = _height(lines) <= room / _TIGHT
    return Pages(landscape, whole, () if whole else _ends(lines, room))


def _scale(widths: Sequence[float], *, landscape: bool) -> float:
    """What its width asks."""
    wide = sum(width * _UNIT + _GAP for width in widths)
    return min(1.0, ((LONG if landscape else SHORT) - 2 * SIDE) / wide)


def _ends(lines: Sequence[Line], room: float) -> tuple[int, ...]:
    """What belongs together goes to a next page when it fits there whole; what is tied, always does."""
    found: list[int] = []
    used, at = 0.0, 0
    while at < len(lines):
        low = _until(lines, at)
        high = next((more for more in range(at + 1, len(lines)) if lines[more].begins), len(lines))
        tied, whole = _height(lines[at:low]), _height(lines[at:high])
        if used and (used + tied > room or (lines[at].begins and used + whole > room >= whole)):
            found.append(at)
            used = 0.0
        used += tied
        at = low
    return tuple(found)


def _until(lines: Sequence[Line], at: int) -> int:
    """The first line behind what is tied to this one."""
    while at + 1 < len(lines) and lines[at].tied:
        at += 1
    return at + 1


def _height(lines: Sequence[Line]) -> float:
    return sum(one.height for one in lines)
