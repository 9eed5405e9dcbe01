"""The genogram with a painter: signs by the genogram's convention, lines by what they say, names under the signs."""

from itertools import pairwise
from math import ceil, hypot

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from doorbraak.model.insight.genogram import Genogram, Sign, Tie
from doorbraak.ui.drawing.ink import Ink

_NAMED = 36.0  # pixels of a sign from which there is room for a name
_SIGN = 0.47  # half a sign, in its width
_NAME_WIDE = 1.6
_NAME_TOP = 0.53


def paint_genogram(
    painter: QPainter, genogram: Genogram, at: QPointF, unit: float, font: QFont, ink: Ink, strength: float = 1.0,
    chosen: int | None = None,
) -> None:  # fmt: skip
    """With its 0, 0 `at`, a sign being `unit` wide. `strength` below 1 fades; `chosen` is a person."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(painter.opacity() * strength)
    painter.translate(at)
    for tie in genogram.ties:
        paint_tie(painter, tie, unit, ink, chosen=chosen in tie.people)
    for sign in genogram.signs:
        paint_sign(painter, sign, unit, font, ink, chosen=sign.person == chosen)
    painter.restore()


def sign_rect(sign: Sign, unit: float) -> QRectF:
    half = _SIGN * unit
    return QRectF(sign.x * unit - half, sign.y * unit - half, 2 * half, 2 * half)


def paint_sign(painter: QPainter, sign: Sign, unit: float, font: QFont, ink: Ink, *, chosen: bool = False) -> None:
    """Closed lines for who lives here, an open sign for who does not, half filled for partly; a cross for the dead."""
    shape, box = sign_path(sign, unit), sign_rect(sign, unit)
    away = sign.lives_here == "no"
    edge = QColor(ink.quiet if away else ink.text)
    painter.setBrush(QColor(ink.ground))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPath(shape)
    if not away:
        painter.save()
        if sign.lives_here == "partly":
            painter.setClipRect(box.adjusted(-1, box.height() / 2, 1, 1), Qt.ClipOperation.IntersectClip)
        painter.setBrush(QColor(ink.chosen))
        painter.drawPath(shape)
        painter.restore()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(edge, max(1.0, unit * (0.03 if away else 0.05))))
    painter.drawPath(shape)
    if sign.died:
        inner = box.adjusted(*(unit * part for part in (0.14, 0.14, -0.14, -0.14)))
        painter.drawLine(inner.topLeft(), inner.bottomRight())
        painter.drawLine(inner.topRight(), inner.bottomLeft())
    if sign.inside and unit >= 14:
        painter.setFont(_sized(font, unit * (0.36 if len(sign.inside) < 3 else 0.28)))
        painter.setPen(edge)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign.inside)
    if unit >= _NAMED:
        _paint_name(painter, sign, unit, font, ink, chosen=chosen)
    if chosen:
        painter.setPen(QPen(QColor(ink.accent), max(2.0, unit * 0.05)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        far = max(3.0, unit * 0.08)
        painter.drawRoundedRect(box.adjusted(-far, -far, far, far), far, far)


def sign_path(sign: Sign, unit: float) -> QPainterPath:
    """A man is a square, a woman a circle, other a diamond; not said has round corners."""
    path, box = QPainterPath(), sign_rect(sign, unit)
    if sign.shape == "square":
        path.addRect(box.adjusted(unit * 0.04, unit * 0.04, -unit * 0.04, -unit * 0.04))
    elif sign.shape == "circle":
        path.addEllipse(box)
    elif sign.shape == "diamond":
        middle = box.center()
        path.addPolygon(
            QPolygonF([QPointF(middle.x(), box.top()), QPointF(box.right(), middle.y()),
                       QPointF(middle.x(), box.bottom()), QPointF(box.left(), middle.y())])
        )  # fmt: skip
        path.closeSubpath()
    else:
        path.addRoundedRect(
            box.adjusted(unit * 0.04, unit * 0.04, -unit * 0.04, -unit * 0.04), unit * 0.28, unit * 0.28
        )
    return path


def paint_tie(painter: QPainter, tie: Tie, unit: float, ink: Ink, *, chosen: bool = False) -> None:
    points = [QPointF(x * unit, y * unit) for x, y in tie.points]
    colour = QColor(ink.warning if tie.style == "strained" else ink.accent if tie.style == "close" else ink.text)
    pen = QPen(colour, max(1.0, unit * (0.055 if chosen else 0.035)))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if tie.style == "dotted":
        pen.setDashPattern([1.2, 2.6])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    if tie.style == "strained":
        painter.drawPath(_jagged(points, unit))
    elif tie.style == "close":
        for line in _doubled(points, unit * 0.055):
            painter.drawPolyline(line)
    else:
        painter.drawPolyline(points)
    if tie.style == "broken":
        _paint_strokes(painter, points, unit)


def _paint_strokes(painter: QPainter, points: list[QPointF], unit: float) -> None:
    """Two slanting strokes across the longest stretch, off its middle: a line to a child may hang there."""
    start, end = max(pairwise(points), key=lambda stretch: _length(*stretch))
    along = (end - start) / max(_length(start, end), 0.001)
    middle = start + (end - start) * 0.25
    slant = QPointF(along.x() * 0.07 - along.y() * 0.15, along.y() * 0.07 + along.x() * 0.15) * unit
    for step in (-0.05, 0.05):
        at = middle + along * (step * unit)
        painter.drawLine(at - slant, at + slant)


def _jagged(points: list[QPointF], unit: float) -> QPainterPath:
    path = QPainterPath(points[0])
    for start, end in pairwise(points):
        long = _length(start, end)
        teeth = max(2, ceil(long / (unit * 0.16)))
        along = (end - start) / max(long, 0.001)
        across = QPointF(-along.y(), along.x()) * (unit * 0.07)
        for tooth in range(1, teeth):
            path.lineTo(start + (end - start) * (tooth / teeth) + across * (1 if tooth % 2 else -1))
        path.lineTo(end)
    return path


def _doubled(points: list[QPointF], apart: float) -> list[list[QPointF]]:
    """Two lines beside each other. Corners of our lines are square, so both shift along with each stretch."""
    lines: list[list[QPointF]] = [[], []]
    for nth, side in enumerate((-1, 1)):
        for start, end in pairwise(points):
            along = (end - start) / max(_length(start, end), 0.001)
            shift = QPointF(-along.y(), along.x()) * (side * apart / 1.2)
            if lines[nth]:
                corner = lines[nth].pop()
                flat = abs(along.x()) > abs(along.y())
                lines[nth].append(QPointF(corner.x(), start.y() + shift.y()) if flat
                                  else QPointF(start.x() + shift.x(), corner.y()))  # fmt: skip
            else:
                lines[nth].append(start + shift)
            lines[nth].append(end + shift)
    return lines


def _paint_name(painter: QPainter, sign: Sign, unit: float, font: QFont, ink: Ink, *, chosen: bool) -> None:
    """In two lines at most, on the ground: a line of the drawing never runs through words."""
    sized = _name_font(font, unit)
    sized.setBold(chosen)
    metrics, top = QFontMetricsF(sized), (sign.y + _NAME_TOP) * unit
    painter.setFont(sized)
    for line in _two_lines(sign.name, metrics, _NAME_WIDE * unit):
        wide, high = metrics.horizontalAdvance(line) + 4, metrics.height()
        box = QRectF(sign.x * unit - wide / 2, top, wide, high)
        painter.fillRect(box, QColor(ink.ground))
        painter.setPen(QColor(ink.quiet if sign.lives_here == "no" and not chosen else ink.text))
        painter.drawText(box.adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, line)
        top += high


def _two_lines(name: str, metrics: QFontMetricsF, wide: float) -> list[str]:
    """Broken between words where that helps, with dots where it is still too long."""
    words, first = name.split(), ""
    if metrics.horizontalAdvance(name) > wide:
        while len(words) > 1 and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= wide:
            first = f"{first} {words.pop(0)}".strip()
    rest = " ".join(words)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, wide) for line in (first, rest) if line]


def _name_font(font: QFont, unit: float) -> QFont:
    """As it is given, or smaller when two lines would stand in what is drawn below them."""
    made = QFont(font)
    high, most = QFontMetricsF(made).height(), unit * 0.32
    return _sized(made, QFontInfo(made).pixelSize() * most / high) if high > most else made


def _sized(font: QFont, pixels: float) -> QFont:
    made = QFont(font)
    made.setPixelSize(max(1, round(pixels)))
    return made


def _length(start: QPointF, end: QPointF) -> float:
    return hypot(end.x() - start.x(), end.y() - start.y())
