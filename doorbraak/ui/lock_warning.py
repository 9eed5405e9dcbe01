"""Twenty seconds before a lock: a calm strip across the top of whatever is in sight, dialogs too."""

from PySide6 import QtGui  # its words for screen readers load when there is something to say
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget
from shiboken6 import isValid

from doorbraak.ui.widgets.notice import Notice


class LockWarning(QObject):
    """Belongs to one window. `show` says it, `hide` takes it away: whoever moves or types goes on."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: list[_Strip] = []

    def show(self) -> None:
        """Over the window and over each dialog that is open: which of them one looks at nobody knows."""
        self.hide()
        said = self.tr("Over 20 seconden vergrendelt de werkmap. Druk op een toets of beweeg de muis om door te gaan.")
        dialogs = [one for one in self._window.findChildren(QWidget) if one.isWindow() and one.isModal()]
        for window in (self._window, *dialogs):
            if window.isVisible():
                self._shown.append(_Strip(window, said))
        above = QApplication.activeModalWidget() or self._window
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(above, said))

    def hide(self) -> None:
        for strip in filter(isValid, self._shown):
            strip.hide()
            strip.deleteLater()
        self._shown = []


class _Strip(Notice):
    """Lies over what is there, so that nothing moves under the hand that comes back: in the window over the strip with
    the household, where there is one.
    """

    spoken = False  # there may be more than one: who shows them says it once

    def __init__(self, over: QWidget, said: str) -> None:
        super().__init__(over)
        self._over = over
        over.installEventFilter(self)
        self.setAccessibleName(self.tr("Waarschuwing"))
        self.setProperty("letters", "heading")
        self.say(said, calm=True)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        top = self._over.findChild(QWidget, "top")
        place = self._over.rect()
        if top is not None and top.isVisible():
            place = QRect(top.mapTo(self._over, QPoint()), top.size())
        elif isinstance(self._over, QMainWindow):
            place.setTop(self._over.menuBar().geometry().bottom() + 1)
        least = top.height() if top is not None and top.isVisible() else 0
        self.setGeometry(place.x(), place.y(), place.width(), max(self.heightForWidth(place.width()), least))
        self.raise_()
