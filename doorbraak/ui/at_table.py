"""De aan-tafel-stand: a calm, large screen that a family may look along with. No costs, no notes, no other family."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore  # its constants load when one is named
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from doorbraak.model.errors import InputError
from doorbraak.ui.autolock import AutoLock

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

LARGER = 3  # points


class AtTable(QObject):
    """Belongs to one window. F11 begins and ends it; Escape ends it where nothing else wants that key."""

    changed = Signal(bool)

    def __init__(self, window: "MainWindow", lock: AutoLock) -> None:
        super().__init__(window)
        self._window, self._lock = window, lock
        self.on = False
        self._points = 0.0
        self._state: QtCore.Qt.WindowState  # of the window, before

    def toggle(self) -> None:
        if self.on:
            self.leave()
        else:
            self.sit_down()

    def sit_down(self) -> None:
        """Does nothing while no household is open, or when no page of it is meant for the table."""
        window = self._window
        view = window.view
        if self.on or view is None or view.household is None or not view.for_table():
            return
        self.on = True
        self._points, self._state = QApplication.font().pointSizeF(), window.windowState()
        self._lock.sit(True)
        window.appearance.zoom(LARGER)
        window.setWindowState(self._state | QtCore.Qt.WindowState.WindowFullScreen)
        window.installEventFilter(self)
        self._show(True)

    def leave(self, *, locking: bool = False) -> None:
        """Back to letters and window as they were. Before a lock no page has to be made for it."""
        if not self.on:
            return
        self.on = False
        self._window.removeEventFilter(self)
        self._lock.sit(False)
        self._window.appearance.zoom(self._points - QApplication.font().pointSizeF())
        self._window.setWindowState(self._state)
        if locking:
            self.changed.emit(False)
        else:
            self._show(False)

    def _show(self, on: bool) -> None:
        session, view = self._window.session, self._window.view
        if session is not None and view is not None:
            session.speak_plainly(on)
            view.sit_at_table(on)
        self._window.menus.refresh()
        self.changed.emit(on)

    def follow(self) -> None:
        """Without a household nobody is at the table. What comes in sight then is the list of all families: who sat
        down uncovers it.
        """
        if self.on and (self._window.view is None or self._window.view.household is None):
            self._window.neutral.hide()
            self.leave()

    def on_paper(self, work: Callable[[], object]) -> None:
        """What is refused for the safety of one of them is refused here without saying why."""
        session, view = self._window.session, self._window.view
        if self.on and session is not None and view is not None and view.household is not None:
            session.flush()
            if session.dossier(view.household).household.no_paper:
                session.problem.emit(InputError(self.tr("Afdrukken kan nu niet. Doe dit later, aan je eigen bureau.")))
                return
        work()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A key comes to the window itself when no field, list or drawing in it wanted it."""
        pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() == QtCore.Qt.Key.Key_Escape:
            self.leave()
            return True
        return False
