"""A row of large numbers from 0 to 10, and "liever niet": one stop for Tab, chosen by a digit, an arrow or a click."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from doorbraak.ui import theme

_LAST = 11  # after 0 to 10: liever niet
_RATHER_NOT = "liever niet"
_TEN_WITHIN = 1200  # milliseconds in which a 0 after a 1 makes it a 10


class NumberRow(QWidget):
    """`chosen` tells the figure, or None for "liever niet". `figure` is what stands there, None while nothing does."""

    chosen = Signal(object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.figure: int | None = None
        self._at = 5
        self._one = QTimer(self)
        self._one.setSingleShot(True)
        self._one.setInterval(_TEN_WITHIN)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.show_figure(None)

    def show_figure(self, figure: int | None) -> None:
        self.figure = figure
        if figure is not None and not self.hasFocus():
            self._at = figure
        self.setAccessibleDescription(str(figure) if figure is not None else "nog geen cijfer")
        self.update()

    def sizeHint(self) -> QSize:
        high = self.fontMetrics().height() + 16
        return QSize(11 * (high + 6) + self.fontMetrics().horizontalAdvance(_RATHER_NOT) + 40, high)

    def minimumSizeHint(self) -> QSize:
        high = self.fontMetrics().height() + 16
        each = max(26, self.fontMetrics().horizontalAdvance("10") + 8)
        return QSize(11 * (each + 6) + self.fontMetrics().horizontalAdvance(_RATHER_NOT) + 24, high)

    def place(self, at: int) -> QRect:
        """Where a number stands; `_LAST` is "liever niet"."""
        words = self.fontMetrics().horizontalAdvance(_RATHER_NOT) + 24
        each = min(max(26, (self.width() - words) // 11 - 6), self.height() + 16)
        if at == _LAST:
            return QRect(11 * (each + 6), 1, words - 2, self.height() - 2)
        return QRect(at * (each + 6) + 1, 1, each, self.height() - 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(_LAST + 1):
            on = at == self.figure
            here = self.hasFocus() and at == self._at
            painter.setBrush(QColor(colours.accent if on else colours.field))
            painter.setPen(QPen(QColor(colours.text if here else colours.edge), 3 if here else 1))
            painter.drawRoundedRect(self.place(at).adjusted(1, 1, -1, -1), 5, 5)
            painter.setPen(QColor(colours.on_accent if on else colours.text))
            words = str(at) if at < _LAST else _RATHER_NOT
            painter.drawText(self.place(at), Qt.AlignmentFlag.AlignCenter, words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._under(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self._at = at
            self._choose()

    def _under(self, point: QPointF) -> int | None:
        return next((at for at in range(_LAST + 1) if self.place(at).contains(point.toPoint())), None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._at = min(max(0, self._at + (1 if key == Qt.Key.Key_Right else -1)), _LAST)
            self.update()
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._at = _LAST
            self._choose()
        elif event.text() and event.text() in "0123456789" and not event.modifiers() & _COMMANDS:
            self._digit(int(event.text()))
        else:
            super().keyPressEvent(event)

    def _digit(self, digit: int) -> None:
        self._at = 10 if digit == 0 and self._one.isActive() else digit
        if digit == 1:
            self._one.start()
        else:
            self._one.stop()
        self._choose()

    def _choose(self) -> None:
        self.update()
        self.chosen.emit(self._at if self._at < _LAST else None)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._one.stop()
        self.update()


_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
