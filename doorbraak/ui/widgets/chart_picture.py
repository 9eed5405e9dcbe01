"""The picture of a chart: drawn by matplotlib when it is in sight, as sharp as the screen."""

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QTimer, Signal
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from doorbraak.ui import theme

if TYPE_CHECKING:
    from doorbraak.model.documents.chart import Chart

_REST = 20  # milliseconds without a change before the same chart is drawn again: numbers on the page go first
_LETTERS = 44  # of which the width of a picture holds at least so many heights
_LOWEST = 180
_AGAIN = (QEvent.Type.PaletteChange, QEvent.Type.FontChange, QEvent.Type.StyleChange)


class ChartPicture(QWidget):
    """Shows one `Chart`; until it is drawn anew the older picture stays. Stands in a scroll area: it asks for the
    room that its words need.
    """

    drawn = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._image = QImage()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._draw)

    def show_chart(self, chart: "Chart") -> None:
        """Drawn once the program has nothing else to do; another chart than the one in sight before that."""
        other = self._chart is None or self._chart.key != chart.key
        self._chart = chart
        self._ask(0 if other or self._image.isNull() else _REST)

    def _ask(self, wait: int) -> None:
        if self._chart is not None and self.isVisible():
            self._soon.start(wait)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask(0 if self._image.isNull() else _REST)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in _AGAIN:
            self._ask(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(round(_LETTERS * self._letters()), _LOWEST)

    def _letters(self) -> float:
        return QFontInfo(self.font()).pixelSize() * 0.92

    def _draw(self) -> None:
        from doorbraak.ui.paper import chart
        from doorbraak.ui.paper.chart_colours import look_of

        assert self._chart is not None
        letters, density = self._letters(), self.devicePixelRatioF()
        wide = max(self.width(), self.minimumSizeHint().width())
        needed = max(_LOWEST, math.ceil(chart.height_of(self._chart, wide, letters)))
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)
        room = chart.Room(wide, max(needed, self.height()), letters, density)
        canvas = chart.figure(self._chart, look_of(theme.current()), room).canvas
        canvas.draw()  # type: ignore[attr-defined]
        pixels = canvas.buffer_rgba()  # type: ignore[attr-defined]
        height, width = pixels.shape[:2]
        image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGBA8888)
        self._image = image.copy()  # the pixels go with the figure
        self._image.setDevicePixelRatio(density)
        self.update()
        self.drawn.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.current().field))
        if not self._image.isNull():
            painter.drawImage(0, 0, self._image)
        painter.end()
