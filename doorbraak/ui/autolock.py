"""Locks after five idle minutes; a warning twenty seconds ahead that any key postpones."""

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_ALIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class AutoLock(QObject):
    """Watches the application. `due` when it is time, `soon` twenty seconds before, `postponed` after a key."""

    due = Signal()
    soon = Signal()
    postponed = Signal()

    IDLE = timedelta(minutes=5)
    WARNING = timedelta(seconds=20)

    def __init__(self, application: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._last = self.now()
        self._warned = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)

    @staticmethod
    def now() -> datetime:
        """The wall clock, so that the time that a laptop slept counts too."""
        return datetime.now(UTC)

    def start(self) -> None:
        self._alive()
        self._application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._application.removeEventFilter(self)

    def look(self) -> None:
        idle = self.now() - self._last
        if idle >= self.IDLE:
            self.due.emit()
        elif idle >= self.IDLE - self.WARNING and not self._warned:
            self._warned = True
            self.soon.emit()
        elif idle < timedelta(0):  # the clock was set back
            self._last = self.now()

    def _alive(self) -> None:
        self._last = self.now()
        if self._warned:
            self._warned = False
            self.postponed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the program passes here, and its kind is slow to ask: those of a person come from outside.
        if event.spontaneous() and event.type() in _ALIVE:
            self._alive()
        return False
