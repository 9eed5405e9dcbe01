"""Words in a drawing: one font for screen, paper and picture, so that a layout that was measured fits all three."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from doorbraak.model.insight.ecomap_labels import LINE, Label, TextWidth
from doorbraak.ui.paper import fonts

_NARROWEST, _WIDE = 0.85, 4000.0


def text_width(font: float) -> TextWidth:
    """What a layout measures its labels with."""
    return QFontMetricsF(fonts.font(font)).horizontalAdvance


def label_rect(label: Label) -> QRectF:
    left, top, right, bottom = label.box
    return QRectF(left, top, right - left, bottom - top)


def paint_label(
    painter: QPainter, label: Label, font: float, colour: str, *, bold: bool = False, struck: bool = False,
    middle: bool = False,
) -> None:  # fmt: skip
    """`middle`: lines stand under each other's middle, else at the side of the sign."""
    left, top, right, _ = label.box
    side = Qt.AlignmentFlag.AlignRight if label.to_left else Qt.AlignmentFlag.AlignLeft
    for at, line in enumerate(label.lines):
        place = QRectF(left, top + at * font * LINE, right - left, font * LINE)
        paint_text(painter, place, line, font, Qt.AlignmentFlag.AlignHCenter if middle else side, colour, bold=bold)
        if struck:
            _strike(painter, place, line, font, colour, to_left=label.to_left)


def paint_text(
    painter: QPainter, place: QRectF, text: str, pixels: float, side: Qt.AlignmentFlag, colour: str, *,
    bold: bool = False,
) -> None:  # fmt: skip
    """One line, never cut: `place` only says where it begins, ends or has its middle.

    Bold words are a little narrower where they would take more room than plain ones were given.
    """
    font = fonts.font(pixels, bold=bold)
    painter.save()
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.translate(_anchor(place, side), place.center().y())
    if bold:  # by the painter: letters that stand closer differ from one kind of picture to another
        painter.scale(max(_NARROWEST, min(1.0, place.width() / QFontMetricsF(font).horizontalAdvance(text or " "))), 1)
    # Wider than any text, so that no painter cuts a letter that leans out.
    left = 0 if side == Qt.AlignmentFlag.AlignLeft else -_WIDE
    right = 0 if side == Qt.AlignmentFlag.AlignRight else _WIDE
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.drawText(QRectF(left, -place.height() / 2, right - left, place.height()), flags, text)
    painter.restore()


def _anchor(place: QRectF, side: Qt.AlignmentFlag) -> float:
    if side == Qt.AlignmentFlag.AlignLeft:
        return place.left()
    return place.right() if side == Qt.AlignmentFlag.AlignRight else place.center().x()


def _strike(painter: QPainter, place: QRectF, line: str, font: float, colour: str, *, to_left: bool) -> None:
    """Drawn by ourselves: an SVG keeps no struck letters."""
    width = text_width(font)(line)
    left = place.right() - width if to_left else place.left()
    y = place.center().y() + font * 0.06
    painter.setPen(QPen(QColor(colour), font * 0.06))
    painter.drawLine(QPointF(left, y), QPointF(left + width, y))
