"""What a painter drew, in shades of grey: 0 is black, 255 white."""

from collections.abc import Callable

from PySide6.QtGui import QImage, QPainter


def grey(width: int, height: int, draw: Callable[[QPainter], None]) -> list[bytes]:
    """The rows of the picture."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    draw(painter)
    painter.end()
    shown = image.convertToFormat(QImage.Format.Format_Grayscale8)
    return [bytes(shown.constScanLine(y))[:width] for y in range(height)]


def inked(rows: list[bytes], darker_than: int = 230) -> list[list[int]]:
    """For each column from the left, the rows with ink."""
    return [[y for y, row in enumerate(rows) if row[x] < darker_than] for x in range(len(rows[0]))]
