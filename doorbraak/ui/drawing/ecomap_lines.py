"""The lines of the map: what kind of bond, how often, and who waits for whom; to be told apart without colour too."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import atan2, cos, hypot, pi, sin

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from doorbraak.model.dossier.agencies import Bond
from doorbraak.model.insight.ecomap import Link, Point, Wait
from doorbraak.ui.drawing.colours import line_colour
from doorbraak.ui.drawing.ink import Ink

Curve = tuple[Point, Point, Point]
# On and off, in pixels at a font of 12.
_DASH, _DOT, _KNOT, _OPEN = (6.0, 5.0), (0.2, 4.0), (5.0, 3.5), (20.0, 3.5)
_TOOTH, _LEAN = 0.72, 0.16  # of a jagged line, in font sizes: along it, and how far it leans out
_CALM = 4  # teeth from each end grow, so that lines that meet do not make a knot of their own
_HALO = 0.14  # beside an arrow of a knot, in font sizes: what the eye has to meet first lies free
_HEADS = 1.6  # font sizes at each end of it that stay as they are
_QUIET = 0.75  # how thick a line is when nobody said what kind of bond it is


def curve_path(start: Point, curves: Sequence[Curve]) -> QPainterPath:
    path = QPainterPath(QPointF(*start))
    for first, second, end in curves:
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    return path


@lru_cache(maxsize=512)  # a map is painted again at every move of the mouse
def jagged_path(start: Point, curves: tuple[Curve, ...], font: float, lean: float = _LEAN) -> QPainterPath:
    """The same way with teeth that lean out `lean` font sizes; the ends stay where they are. Not to be changed."""
    points = list(_walked(start, curves, _TOOTH * font / 2))
    path = QPainterPath(QPointF(*start))
    for at in range(1, len(points) - 1):
        (x, y), before, after = points[at], points[at - 1], points[at + 1]
        along = atan2(after[1] - before[1], after[0] - before[0])
        grown = min(1.0, at / _CALM, (len(points) - 1 - at) / _CALM)
        out = lean * font * grown * (1 if at % 2 else -1)
        path.lineTo(x - sin(along) * out, y + cos(along) * out)
    path.lineTo(QPointF(*points[-1]))
    return path


def paint_link(
    painter: QPainter, link: Link, font: float, ink: Ink, strength: float = 1.0, chosen: bool = False, *,
    gone: bool = False,
) -> None:  # fmt: skip
    """Solid helps, dashed is thin, jagged strains, slight with a gap here and there is not chosen yet.

    `gone`: dotted, not there any more.
    """
    bond: Bond = "" if gone else link.bond
    thickness = max(link.thickness * (_QUIET if bond == "" else 1.0), font * 0.07)
    jagged = bond == "strains"
    if jagged:  # thick teeth run together: part of what tells how often goes into their height
        thickness = max(thickness * 0.6, font * 0.09)
        path = jagged_path(link.start, link.curves, font, _LEAN + thickness / font / 2)
    else:
        path = curve_path(link.start, link.curves)
    pen = QPen(QColor(ink.accent if chosen else line_colour(link.colour, ink.ground, ink.seen)), thickness)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin if jagged else Qt.PenJoinStyle.RoundJoin)
    if gone or bond in ("thin", ""):
        _dash(pen, _DOT if gone else _DASH if bond else _OPEN, font)
    if chosen:
        pen.setWidthF(pen.widthF() + font * 0.12)
    _stroke(painter, path, pen, strength)


def paint_wait(
    painter: QPainter, wait: Wait, font: float, ink: Ink, strength: float = 1.0, chosen: bool = False, *,
    gone: bool = False,
) -> None:  # fmt: skip
    """An arrow; one that is part of a knot is dashed, in the colour of a warning, and keeps what it crosses off.

    `gone`: of a knot that is open then: still dashed, but thin and quiet.
    """
    path = curve_path(wait.start, wait.curves)
    if wait.knot is None:
        pen = QPen(QColor(ink.edge), font * 0.09)
    else:
        pen = knot_pen(font, ink, gone=gone)
        if not gone:
            _stroke(painter, _between(path, font), QPen(QColor(ink.ground), pen.widthF() + 2 * _HALO * font), strength)
    if chosen:
        pen.setColor(QColor(ink.accent))
        pen.setWidthF(pen.widthF() + font * 0.08)
    colour = pen.color()
    _stroke(painter, path, pen, strength)
    painter.save()
    painter.setOpacity(painter.opacity() * strength)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(arrowhead(wait, font))
    painter.restore()


def knot_pen(font: float, ink: Ink, *, gone: bool = False) -> QPen:
    """What belongs to a knot: dashed, in the colour of a warning; quiet when the knot is open."""
    pen = QPen(QColor(ink.quiet), font * 0.12) if gone else QPen(QColor(ink.warning), font * 0.28)
    _dash(pen, _KNOT, font)
    return pen


def _between(path: QPainterPath, font: float) -> QPainterPath:
    """Without its ends, where arrowheads of others are."""
    end = _HEADS * font / max(path.length(), 1.0)
    return path.trimmed(end, 1 - end) if end < 0.5 else QPainterPath()


def arrowhead(wait: Wait, font: float) -> QPolygonF:
    """Its tip is where the arrow ends; it looks along the last part of the way."""
    tip = wait.curves[-1][2] if wait.curves else wait.start
    way = [wait.start, *(point for curve in wait.curves for point in curve)]
    apart = (point for point in reversed(way) if hypot(point[0] - tip[0], point[1] - tip[1]) > 0.5)
    far = next(apart, (tip[0] - 1, tip[1]))
    along = atan2(tip[1] - far[1], tip[0] - far[0])
    wings = [
        QPointF(tip[0] + cos(along + turn) * font * 0.85, tip[1] + sin(along + turn) * font * 0.85)
        for turn in (pi - 0.4, pi + 0.4)
    ]
    return QPolygonF([QPointF(*tip), *wings])


def _stroke(painter: QPainter, path: QPainterPath, pen: QPen, strength: float) -> None:
    painter.save()
    painter.setOpacity(painter.opacity() * strength)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def _dash(pen: QPen, on_and_off: tuple[float, float], font: float) -> None:
    """Qt measures dashes in widths of the pen; ours are as long on a thick line as on a thin one."""
    width = max(pen.widthF(), 0.01)
    pen.setDashPattern([part * font / 12 / width for part in on_and_off])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if on_and_off != _DOT else Qt.PenCapStyle.RoundCap)


def _walked(start: Point, curves: Sequence[Curve], step: float) -> Iterator[Point]:
    """Points along the way, about `step` apart; the first and the last are its ends."""
    yield start
    here, left, last = start, step, start
    for first, second, end in curves:
        rough = hypot(first[0] - here[0], first[1] - here[1]) + hypot(second[0] - first[0], second[1] - first[1])
        rough += hypot(end[0] - second[0], end[1] - second[1])
        parts = max(2, round(rough / step * 2))
        for at in range(1, parts + 1):
            point = _on(here, first, second, end, at / parts)
            left -= hypot(point[0] - last[0], point[1] - last[1])
            last = point
            if left <= 0:
                left += step
                yield point
        here = end
    yield last


def _on(start: Point, first: Point, second: Point, end: Point, t: float) -> Point:
    u = 1 - t
    a, b, c, d = u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t
    x = a * start[0] + b * first[0] + c * second[0] + d * end[0]
    return x, a * start[1] + b * first[1] + c * second[1] + d * end[1]
