"""The signs of the map with their words: a problem by its owner's shape, an agency as a square, a knot's name."""

from dataclasses import replace
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from doorbraak.model.insight.ecomap import Heading, KnotMark, Node
from doorbraak.model.insight.ecomap_knots import opening_name
from doorbraak.model.insight.ecomap_labels import LINE
from doorbraak.ui.drawing.colours import faded_text, sign_colour
from doorbraak.ui.drawing.domain_icons import paint_icon
from doorbraak.ui.drawing.ecomap_lines import knot_pen
from doorbraak.ui.drawing.ink import Ink
from doorbraak.ui.drawing.words import label_rect, paint_label

TARGET = 24.0  # pixels: what is hit is never smaller (WCAG 2.2, 2.5.8)
_SIGN = 0.42  # half a sign, in font sizes
_ICON = 1.5  # a domain's, in font sizes


def paint_node(
    painter: QPainter, node: Node, font: float, ink: Ink, strength: float = 1.0, chosen: bool = False,
    focused: bool = False, *, gone: bool = False,
) -> None:  # fmt: skip
    """Sign and label where the layout put them. `gone`: not there any more: an open sign, words struck through."""
    painter.save()
    painter.setOpacity(painter.opacity() * strength)
    if chosen or focused:
        _ground(painter, node_box(node, font), font, ink, chosen=chosen, focused=focused)
    paint_sign(painter, node, font, ink, gone=gone)
    words = faded_text(ink.quiet, ink.ground, ink.read) if gone else ink.text
    paint_label(painter, node.label, font, words, bold=node.key, struck=gone)
    painter.restore()


def paint_sign(painter: QPainter, node: Node, font: float, ink: Ink, *, gone: bool = False) -> None:
    agency = node.id.startswith("agency")
    colour = QColor(ink.text if agency else sign_colour(node.colour, ink.ground, ink.seen))
    unknown = not agency and node.owner == ""
    painter.setPen(QPen(QColor(ink.quiet) if gone else colour, font * (0.1 if gone else 0.16 if unknown else 0.04)))
    painter.setBrush(QColor(ink.ground) if gone or unknown else colour)
    painter.drawPath(sign_path(node, font))
    if node.key:
        painter.setPen(QPen(QColor(ink.warning), font * 0.15))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(node.x, node.y), font * 0.68, font * 0.68)


def sign_path(node: Node, font: float) -> QPainterPath:
    """An agency is a square; a problem a circle, a diamond when a professional owns it, a triangle when the system."""
    path, half = QPainterPath(), _SIGN * font
    if node.id.startswith("agency"):
        path.addRect(QRectF(node.x - half * 0.85, node.y - half * 0.85, half * 1.7, half * 1.7))
    elif node.owner == "professional":
        _corners(path, node, half * 1.3, 4)
    elif node.owner == "system":
        _corners(path, node, half * 1.35, 3)
    else:
        path.addEllipse(QPointF(node.x, node.y), half, half)
    return path


def node_box(node: Node, font: float) -> QRectF:
    """Sign and label together: what is hit and what is framed."""
    sign = QRectF(node.x - font * 0.85, node.y - font * 0.85, font * 1.7, font * 1.7)
    box = sign.united(label_rect(node.label).adjusted(-font * 0.2, 0, font * 0.2, 0))
    wider, higher = max(0.0, TARGET - box.width()) / 2, max(0.0, TARGET - box.height()) / 2
    return box.adjusted(-wider, -higher, wider, higher)


def paint_heading(painter: QPainter, heading: Heading, font: float, ink: Ink) -> None:
    """The name of a life domain, bold, with its sign before it and a line under it in its colour."""
    paint_label(painter, heading.label, font, ink.quiet, bold=True)
    box = label_rect(heading.label)
    colour = sign_colour(heading.colour, ink.ground, ink.seen)
    paint_icon(painter, heading.id, colour, heading_sign(heading, font))
    painter.setPen(QPen(QColor(colour), font * 0.16))
    y = box.bottom() - font * 0.3
    painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))


def heading_sign(heading: Heading, font: float) -> QRectF:
    """Where its sign stands: in the row of the signs of its problems."""
    half = _ICON * font / 2
    return QRectF(heading.x - half, heading.y - half, 2 * half, 2 * half)


def paint_knot(
    painter: QPainter, mark: KnotMark, font: float, ink: Ink, strength: float = 1.0, *, gone: bool = False
) -> None:
    """Its name, bold, and what waits for what, on the ground; a line above them as its arrows have.

    `gone`: the plan opens it, and it says so.
    """
    painter.save()
    painter.setOpacity(painter.opacity() * strength)
    box = label_rect(mark.label)
    painter.fillRect(box, QColor(ink.ground))
    name, rest = (opening_name(mark.number),) if gone else mark.label.lines[:1], mark.label.lines[1:]
    below = replace(mark.label, lines=rest, y=mark.label.y + LINE * font)
    loud, plain = (ink.quiet, ink.quiet) if gone else (ink.warning, ink.text)
    paint_label(painter, replace(mark.label, lines=name), font, loud, bold=True, middle=True)
    paint_label(painter, below, font, plain, middle=True)
    half = font * 2.4
    painter.setPen(knot_pen(font, ink, gone=gone))
    painter.drawLine(QPointF(box.center().x() - half, box.top()), QPointF(box.center().x() + half, box.top()))
    painter.restore()


def _corners(path: QPainterPath, node: Node, radius: float, count: int) -> None:
    """The first corner on top."""
    points = [
        QPointF(node.x + radius * sin(2 * pi * at / count), node.y - radius * cos(2 * pi * at / count))
        for at in range(count)
    ]
    path.moveTo(points[0])
    for point in points[1:]:
        path.lineTo(point)
    path.closeSubpath()


def _ground(painter: QPainter, box: QRectF, font: float, ink: Ink, *, chosen: bool, focused: bool) -> None:
    painter.setPen(QPen(QColor(ink.accent), max(2.0, font * 0.16)) if focused else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ink.chosen) if chosen else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, font * 0.3, font * 0.3)
