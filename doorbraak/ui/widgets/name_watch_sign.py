"""A small sign in a field with marked words: what Alt+V writes instead, and how many more there are."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from doorbraak.ui import theme

_PAD = 6  # pixels around its words, and to the border of the field


class NameWatchSign(QWidget):
    """Stands where no words are, and gives way to them; a click is as good as the menu of the field.

    Keys don't come here: they are told in words, at the field and in the bar below.
    """

    pressed = Signal(QPoint)

    def __init__(self, field: QPlainTextEdit | QLineEdit) -> None:
        super().__init__(field.viewport() if isinstance(field, QPlainTextEdit) else field)
        self._field = field
        self._words = ""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    @property
    def words(self) -> str:
        return self._words

    def say(self, words: str) -> None:
        """Nothing to say: it goes."""
        self._words = words
        self.setAccessibleName(words)
        self.place()
        self.update()

    def place(self) -> None:
        """At the right below; out of sight while words stand there."""
        inside: QWidget = self.parentWidget()
        metrics = self._field.fontMetrics()
        wide, high = metrics.horizontalAdvance(self._words) + 2 * _PAD, max(24, metrics.height() + 4)
        high = min(high, inside.height() - 2)
        left, top = inside.width() - wide - _PAD // 2, inside.height() - high - 1
        fits = bool(self._words) and left > 0 and top >= 0 and self._free(left, top)
        if fits:
            self.setGeometry(left, top, wide, high)
        self.setVisible(fits)

    def _free(self, left: int, top: int) -> bool:
        field = self._field
        if isinstance(field, QLineEdit):
            return field.fontMetrics().horizontalAdvance(field.text()) + 3 * _PAD < left
        block, offset = field.firstVisibleBlock(), field.contentOffset()
        while block.isValid():
            place = field.blockBoundingGeometry(block).translated(offset)
            if place.top() >= field.viewport().height():
                break
            for at in range(block.layout().lineCount()):
                line = block.layout().lineAt(at).naturalTextRect().translated(place.topLeft())
                if line.bottom() > top and line.right() + _PAD > left:
                    return False
            block = block.next()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit(event.globalPosition().toPoint())
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        now, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._field.font())
        painter.setPen(QColor(now.line))
        painter.setBrush(QColor(now.ground))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.setPen(QColor(now.quiet))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words)
