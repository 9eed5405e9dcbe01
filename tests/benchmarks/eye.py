"""Sees when a widget has been painted, from outside: the program itself knows nothing of being measured."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

_PAINTED = QEvent.Type(QEvent.registerEventType())
_PATIENCE = 60_000  # milliseconds: only what hangs takes longer


class Eye(QObject):
    """`painted` comes once the widget and all that lies on it are on the screen."""

    painted = Signal()

    def __init__(self, watched: QWidget) -> None:
        super().__init__()
        self.seen = False
        self._waiting = False
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A widget is painted before its children, all within one event of the window: an event that is posted
        # now, ahead of all others, is handled straight after the last child.
        if event.type() == QEvent.Type.Paint and not self._waiting:
            self._waiting = True
            QCoreApplication.postEvent(self, QEvent(_PAINTED), Qt.EventPriority.HighEventPriority.value)
        return False

    def event(self, event: QEvent) -> bool:
        if event.type() == _PAINTED:
            self._waiting, self.seen = False, True
            self.painted.emit()
            return True
        return super().event(event)


def wait_for(*eyes: Eye) -> None:
    """Handle events until all of these have seen a painting. Raises TimeoutError."""
    clock = QElapsedTimer()
    clock.start()
    while not all(eye.seen for eye in eyes):
        if clock.hasExpired(_PATIENCE):
            raise TimeoutError("nothing was painted")
        QApplication.processEvents()
