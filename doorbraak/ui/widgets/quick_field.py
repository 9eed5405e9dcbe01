"""The line that quick entry is typed in: which keys mean more to it than letters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence, QMoveEvent, QResizeEvent

from doorbraak.ui.widgets.fields import DraftLine


class QuickField(DraftLine):
    """Signals say what a key asks; while `dropped` is on, what stands there is no draft."""

    entered = Signal()
    walked = Signal(int)
    went_back = Signal()
    ended = Signal()
    more = Signal()
    skipped = Signal()
    lines_pasted = Signal(str)
    came = Signal()
    left = Signal()
    moved = Signal()

    dropped = False  # a number for a record that is in the file already is nothing to begin with after a lock

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, empty = event.key(), not self.text()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.walked.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.ended.emit()
        elif key == Qt.Key.Key_Backspace and empty:
            self.went_back.emit()
        elif event.text() == "+" and empty:
            self.more.emit()
        elif event.text() == "-" and empty and self.dropped:
            self.skipped.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and len(_clipboard().strip().splitlines()) > 1:
            self.lines_pasted.emit(_clipboard())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.moved.emit()

    def _keep(self) -> None:
        if self.dropped:
            self._timer.stop()
            self._session.drop_draft(self._place) if self._place else None
        else:
            super()._keep()


def _clipboard() -> str:
    return QGuiApplication.clipboard().text()
