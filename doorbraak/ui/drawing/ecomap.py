"""The map, drawn: the same on a screen, on paper and in a picture. Where everything stands is the layout's business."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from doorbraak.model.insight.ecomap import Ecomap
from doorbraak.ui.drawing.ecomap_lines import curve_path, paint_link, paint_wait
from doorbraak.ui.drawing.ecomap_nodes import heading_sign, node_box, paint_heading, paint_knot, paint_node
from doorbraak.ui.drawing.genogram import paint_genogram
from doorbraak.ui.drawing.ink import Ink
from doorbraak.ui.drawing.words import paint_text, text_width
from doorbraak.ui.paper import fonts

__all__ = [
    "curve_path", "heading_sign", "node_box", "paint_heading", "paint_household", "paint_knot", "paint_link",
    "paint_map", "paint_node", "paint_wait", "text_width",
]  # fmt: skip

GONE = 0.35  # how strong a line is that is not there any more


def paint_map(painter: QPainter, ecomap: Ecomap, ink: Ink, *, after: bool = False) -> None:
    """Everything at 0, 0, lines under words. `after`: as it is when the plan is carried out."""
    font = ecomap.font
    for link in sorted(ecomap.links, key=lambda link: (not (after and link.goes), -link.thickness)):
        gone = after and link.goes
        paint_link(painter, link, font, ink, GONE if gone else 1.0, gone=gone)
    for wait in sorted(ecomap.waits, key=lambda wait: wait.knot is not None):
        paint_wait(painter, wait, font, ink, gone=after and wait.opens)
    paint_household(painter, ecomap, ink)
    for heading in ecomap.headings:
        paint_heading(painter, heading, font, ink)
    for node in (*ecomap.problems, *ecomap.agencies):
        paint_node(painter, node, font, ink, gone=after and node.goes)
    for mark in ecomap.knots:
        paint_knot(painter, mark, font, ink, gone=after and mark.opens)


def paint_household(painter: QPainter, ecomap: Ecomap, ink: Ink, strength: float = 1.0) -> None:
    """The circle in the middle, with who belongs to the household in it."""
    painter.save()
    painter.setOpacity(painter.opacity() * strength)
    painter.setPen(QPen(QColor(ink.quiet), ecomap.font * 0.12))
    painter.setBrush(QColor(ink.field))
    painter.drawEllipse(QPointF(*ecomap.household), ecomap.radius, ecomap.radius)
    if ecomap.genogram.signs:
        ground = replace(ink, ground=ink.field)  # what the signs stand on
        at = QPointF(*ecomap.genogram_at)
        paint_genogram(painter, ecomap.genogram, at, ecomap.genogram_unit, fonts.font(ecomap.font), ground)
    else:
        _household_lines(painter, ecomap, ink)
    painter.restore()


def _household_lines(painter: QPainter, ecomap: Ecomap, ink: Ink) -> None:
    x, y = ecomap.household
    line = ecomap.font * 1.5
    top = y - line * len(ecomap.household_lines) / 2
    for at, text in enumerate(ecomap.household_lines):
        place = QRectF(x - ecomap.radius, top + at * line, 2 * ecomap.radius, line)
        pixels = ecomap.font + (1 if at == 0 else 0)
        paint_text(painter, place, text, pixels, Qt.AlignmentFlag.AlignHCenter, ink.text, bold=at == 0)
