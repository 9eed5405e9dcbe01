"""A chart as a piece of a page of paper: its bars, without the words that stand around it there."""

from typing import TYPE_CHECKING

from doorbraak.ui.paper.page_breaks import Piece
from doorbraak.ui.paper.written import INNER, LEFT, POINT, Drawing

if TYPE_CHECKING:
    from doorbraak.model.documents.chart import Chart

_LETTERS, _DENSITY, _AIR = 8.6, 220 / 72, 6 * POINT


def piece_of(chart: "Chart") -> Piece:
    from PySide6.QtGui import QImage

    from doorbraak.ui.paper import chart as charts
    from doorbraak.ui.paper.chart_colours import PAPER

    wide = INNER / POINT
    high = charts.height_of(chart, wide, _LETTERS)
    canvas = charts.figure(chart, PAPER, charts.Room(wide, high, _LETTERS, _DENSITY)).canvas
    canvas.draw()
    pixels = canvas.buffer_rgba()  # type: ignore[attr-defined]
    rows, columns = pixels.shape[:2]
    seen = QImage(pixels, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
    image = seen.convertToFormat(QImage.Format.Format_RGB888)  # its own copy, and nothing shines through paper
    return Piece((Drawing(LEFT, 0, INNER, high * POINT, image),), high * POINT, after=_AIR)
