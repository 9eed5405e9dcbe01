"""Locks after five idle minutes, at the kitchen table after twenty, or after what the administrator decided.

A warning twenty seconds ahead can be postponed by any key. A laptop that goes to sleep, or whose screen is locked,
locks at once; one that slept locks before anything else is done.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from doorbraak.model.policy import Policy, in_force
from doorbraak.ui.suspend import Suspend, slept, slept_until_now

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

    WARNING = timedelta(seconds=20)

    def __init__(self, application: QObject, parent: QObject) -> None:
        super().__init__(parent)
        self._application = application
        self._last = self.now()
        self._warned = False
        self._looked, self._slept = self._last, slept_until_now()
        self._suspend = Suspend(self)
        self._suspend.away.connect(self.due)
        self.policy = Policy()
        self._at_table = False
        self.hears: list[Callable[[QKeyEvent], bool]] = []
        self.wanted: list[Callable[[QKeyEvent], bool]] = []
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    @staticmethod
    def now() -> datetime:
        """The wall clock, so that the time that a laptop slept counts too."""
        return datetime.now(UTC)

    @property
    def idle_since(self) -> timedelta:
        """How long there was no sign of life."""
        return max(self.now() - self._last, timedelta(0))

    @property
    def idle(self) -> timedelta:
        """How long nothing may happen."""
        minutes = self.policy.lock_minutes_at_table if self._at_table else self.policy.lock_minutes
        return timedelta(minutes=minutes)

    def sit(self, at_table: bool) -> None:
        """People talk at a table, and the screen is in sight of who may open it: longer there."""
        self._at_table = at_table

    def start(self) -> None:
        self.policy = in_force()
        self._alive()
        self._looked, self._slept = self._last, slept_until_now()
        self._application.installEventFilter(self)
        self._timer.start()
        self._suspend.start()

    def stop(self) -> None:
        self._timer.stop()
        self._application.removeEventFilter(self)
        self._suspend.stop()

    def look(self) -> None:
        self._looked, self._slept = self.now(), slept_until_now()
        idle = self._looked - self._last
        if idle >= self.idle:
            self.due.emit()
        elif idle >= self.idle - self.WARNING and not self._warned:
            self._warned = True
            self.soon.emit()
        elif idle < timedelta(0):  # the clock was set back
            self._last = self._looked

    def _tick(self) -> None:
        if not self._woken():
            self.look()

    def _woken(self) -> bool:
        """Whether it was time meanwhile, while nothing of this ran. Asked before anything that comes from outside."""
        now = self.now()
        if now - self._last < self.idle and not slept(now - self._looked, self._slept, slept_until_now()):
            return False
        self.due.emit()
        return True

    def _alive(self) -> None:
        self._last = self.now()
        if self._warned:
            self._warned = False
            self.postponed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Every event of the program passes here, and its kind is slow to ask: those of a person come from outside.
        if not event.spontaneous():
            return False
        kind = event.type()
        if self._timer.isActive() and self._woken():
            return kind in _ALIVE  # the key that wakes a laptop is no sign of life, and meant for nothing
        if kind in _ALIVE:
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
