"""A line that gives way when there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from doorbraak.ui.widgets.plain import tooltip


class ShortLabel(QLabel):
    """One line that gives way: cut with dots when there is no room, whole in its tooltip.

    It takes what is left, or with `least` no more than its words and not less than so many pixels. `sample` are
    words that are always in sight.
    """

    def __init__(self, text: str = "", least: int = 0, sample: str = "") -> None:
        super().__init__()
        self._least, self._sample = least, sample
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(tooltip(text))
        across = QSizePolicy.Policy.Preferred if self._least else QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        least = self._least or self.fontMetrics().horizontalAdvance(self._sample)
        return QSize(least, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return super().sizeHint() if self._least else self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.style().drawItemText(painter, self.rect(), int(Qt.AlignmentFlag.AlignVCenter), self.palette(), True, shown)
