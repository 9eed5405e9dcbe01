"""Locks after five idle minutes, at the kitchen table after twenty.

A warning twenty seconds ahead can be postponed by any key.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

_ALIVE = {
    QEvent.Type.KeyPress,
    QEvent.Type.ShortcutOverride,  # a key that is a shortcut comes as this alone
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
}


class AutoLock(QObject):
    """Watches the application. `due` when it is time, `soon` twenty seconds before, `postponed` after a key.

    `hears`: who else wants to know of each key that is pressed, also above a dialog; True keeps the key from others.
    `wanted`: whose shortcut a key may be; True leaves it to the shortcut without asking the field with the focus.
    """

    due = Signal()
    soon = Signal()
    postponed = Signal()

    IDLE = timedelta(minutes=5)
    AT_TABLE = timedelta(minutes=20)  # people talk there, and the screen is in sight of who may open it
    WARNING = timedelta(seconds=20)

    def __init__(self, application: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._last = self.now()
        self._warned = False
        self.idle = self.IDLE
        self.hears: list[Callable[[QKeyEvent], bool]] = []
        self.wanted: list[Callable[[QKeyEvent], bool]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)

    @staticmethod
    def now() -> datetime:
        """The wall clock, so that the time that a laptop slept counts too."""
        return datetime.now(UTC)

    @property
    def idle_since(self) -> timedelta:
        """How long there was no sign of life."""
        return max(self.now() - self._last, timedelta(0))

    def start(self) -> None:
        self._alive()
        self._application.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        self._application.removeEventFilter(self)

    def look(self) -> None:
        idle = self.now() - self._last
        if idle >= self.idle:
            self.due.emit()
        elif idle >= self.idle - self.WARNING and not self._warned:
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
        if event.spontaneous() and (kind := event.type()) in _ALIVE:
            self._alive()
            if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                heard = [hears(event) for hears in self.hears]
                return any(heard)
            if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
                wanted = any(wants(event) for wants in self.wanted)
                if wanted:
                    event.ignore()  # the one who accepts it is the one who gets the key
                return wanted
        return False
