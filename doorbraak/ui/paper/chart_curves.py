"""Values month by month as lines that differ without colour: whole, dashed and dotted, each named at its end."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from doorbraak.model.documents.chart import Curve, Panel, Tone
from doorbraak.ui.paper.chart_colours import Look
from doorbraak.ui.paper.chart_pen import Dashes, Pen
from doorbraak.ui.paper.chart_scale import Scale, nice_steps, shown
from doorbraak.ui.paper.chart_words import measured

if TYPE_CHECKING:
    from doorbraak.ui.paper.chart_panels import Box

LEAST = 16.0  # heights of letters
_STYLES: dict[Tone, tuple[Dashes, float]] = {
    "total": ("-", 2.2), "direct": ((0, (6, 2)), 1.6), "prevented": ((0, (1.5, 1.8)), 1.8)
}  # fmt: skip
_AIR = 5.0


def draw(pen: Pen, panel: Panel, look: Look, letters: float, box: "Box") -> None:
    values = [0, *(value for curve in panel.curves for value in curve.values)]
    low, high = min(values), max(values)
    spare = max(1, high - low) * 0.08
    bottom, top = box.bottom - letters * 2.2, box.top + letters * 2.2
    up = Scale(low - (spare if low < 0 else 0), high + spare, bottom, top)
    steps = nice_steps(up.low, up.high, panel.unit, max(2, min(7, int((bottom - top) / (letters * 2.2)))))
    months = len(panel.curves[0].values) - 1
    left = box.left + max(measured(shown(step, panel.unit), letters * 0.9) for step in steps) + 2 * _AIR
    right = box.right - max(measured(curve.words, letters) for curve in panel.curves) - 2 * _AIR
    along = Scale(0, months, left, right)
    for step in steps:
        pen.line([left, right], [up.at(step)] * 2, look.line, 0.8, over=0)
        pen.words(shown(step, panel.unit), left - _AIR, up.at(step), look.quiet, letters * 0.9, side="right")
    pen.line([left, right], [up.at(0)] * 2, look.text, 1.0, over=1)
    every = next(
        each for each in (1, 2, 3, 6, 12, 24) if (right - left) / (months / each) > letters * 2.4 or each == 24
    )
    for month in range(0, months + 1, every):
        pen.words(str(month), along.at(month), bottom + letters, look.quiet, letters * 0.9, side="center")
    pen.words("maanden", min(right + 2 * _AIR + letters, box.right - 5 * letters), bottom + letters, look.quiet,
          letters * 0.9)  # fmt: skip
    _below_zero(pen, panel.curves[0], up, along, look)
    for curve in reversed(panel.curves):
        style, wide = _STYLES[curve.tone]
        xs = [along.at(month) for month in range(months + 1)]
        colour = look.text if curve.tone == "total" else look.fills[curve.tone].edge
        pen.line(xs, [up.at(value) for value in curve.values], colour, wide, dashes=style, over=3)
    for curve, y in _apart(panel.curves, up, letters, top, bottom):
        pen.words(curve.words, right + _AIR, y, look.text, letters, bold=curve.tone == "total")
    if panel.moment:
        _moment(pen, panel.moment, along, look, letters, top, bottom)


def _moment(
    pen: Pen, moment: tuple[int, str], along: Scale, look: Look, letters: float, top: float, bottom: float
) -> None:
    """A line at that month, its words above the curves."""
    x, wide = along.at(moment[0]), measured(moment[1], letters)
    pen.line([x, x], [top - letters * 0.4, bottom], look.text, 1.2, dashes=(0, (3, 3)), over=2)
    place = min(max(x, along.first + wide / 2), along.last - wide / 2)
    pen.words(moment[1], place, top - letters * 1.2, look.text, letters, side="center", bold=True)


def _below_zero(pen: Pen, curve: Curve, up: Scale, along: Scale, look: Look) -> None:
    """Hatched where the plan has cost more than it saved."""
    if min(curve.values) >= 0:
        return
    points = [(along.at(month), up.at(value)) for month, value in _dips(curve.values)]
    pen.hatched(points, look.fills["unconfirmed"].edge)


def _dips(values: tuple[int, ...]) -> Iterator[tuple[float, float]]:
    """The curve where it lies under zero, and zero elsewhere; with the points where it crosses."""
    yield 0.0, 0.0
    for month, (one, other) in enumerate(pairwise(values)):
        yield float(month), min(0.0, one)
        if one * other < 0:
            yield month + one / (one - other), 0.0
    yield float(len(values) - 1), min(0.0, values[-1])
    yield float(len(values) - 1), 0.0


def _apart(
    curves: tuple[Curve, ...], up: Scale, letters: float, top: float, bottom: float
) -> list[tuple[Curve, float]]:
    """The heights of the words at the ends: none over another, none outside."""
    least = letters * 1.4
    placed: list[tuple[Curve, float]] = []
    for curve in sorted(curves, key=lambda one: up.at(one.values[-1])):
        y = up.at(curve.values[-1])
        placed.append((curve, max(y, placed[-1][1] + least) if placed else max(y, top)))
    low = bottom - letters
    for at in range(len(placed) - 1, -1, -1):
        placed[at] = (placed[at][0], min(placed[at][1], low))
        low = placed[at][1] - least
    return placed
