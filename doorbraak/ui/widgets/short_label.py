"""A line that gives way when there is no room for all of it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from doorbraak.ui.widgets.plain import tooltip

_SMALLEST = 0.75  # of the usual letters: smaller than this one line with dots reads better


class ShortLabel(QLabel):
    """One line that gives way: cut with dots when there is no room, whole in its tooltip.

    It takes what is left, or with `least` no more than its words and not less than so many pixels. `sample` are
    words that are always in sight. With `wraps` it goes on in a second line where there is height for two, in
    letters that are a little smaller.
    """

    def __init__(self, text: str = "", least: int = 0, sample: str = "", *, wraps: bool = False) -> None:
        super().__init__()
        self._least, self._sample, self._wraps = least, sample, wraps
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
        font, shown = self.laid()
        painter.setFont(font)
        self.style().drawItemText(painter, self.rect(), int(Qt.AlignmentFlag.AlignVCenter), self.palette(), True, shown)

    def laid(self) -> tuple[QFont, str]:
        """What is drawn, and in which letters."""
        metrics, text, font = self.fontMetrics(), self.text(), QFont(self.font())
        if self._wraps and metrics.horizontalAdvance(text) > self.width():
            share = min(1.0, self.height() / (2 * metrics.height()))
            font.setPointSizeF(font.pointSizeF() * share)
            smaller = QFontMetrics(font)
            at = next((at for at in _spaces(text) if smaller.horizontalAdvance(text[:at]) <= self.width()), 0)
            if share >= _SMALLEST and at:
                second = smaller.elidedText(text[at + 1 :], Qt.TextElideMode.ElideRight, self.width())
                return font, f"{text[:at]}\n{second}"
        return self.font(), metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())


def _spaces(text: str) -> list[int]:
    """Where a line may end, the last place first."""
    return [at for at in range(len(text) - 1, 0, -1) if text[at] == " "]
