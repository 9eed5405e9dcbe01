"""De meekijkstand: with one key the whole window is a quiet picture, for when somebody comes to stand behind you.

Nothing is read or written for it. What was in sight lies under the picture, dialogs too, and comes back as it was.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui  # constants and what paints load when they are named
from PySide6.QtCore import QEvent, QObject, QPointF, QTime, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenuBar, QToolTip, QVBoxLayout, QWidget
from shiboken6 import isValid

from doorbraak.ui import theme
from doorbraak.ui.focus import lasting
from doorbraak.ui.widgets.blocks import button, quiet

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

_HILLS = ((0.70, 0.06, 0.0), (0.80, 0.05, 0.35))  # how far down, how high, how far along


class _Cover(QWidget):
    """Lies over all of one window, and keeps every key and click from what is under it."""

    back = Signal()
    lock = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAccessibleName(self.tr("Even iets anders"))
        self._clock = QLabel()
        self._clock.setProperty("letters", "title")
        self._clock.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        words = quiet(self.tr("Even iets anders"))
        words.setAlignment(QtCore.Qt.AlignmentFlag.AlignCenter)
        self._return = button(self.tr("&Terug (F12)"), self.back.emit)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._clock)
        column.addWidget(words)
        column.addWidget(self._return, 0, QtCore.Qt.AlignmentFlag.AlignCenter)
        column.addStretch(2)
        self._ticking = QTimer(self)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start(1000)
        self._tick()
        over.installEventFilter(self)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def take_focus(self) -> None:
        self._return.setFocus()

    def _tick(self) -> None:
        self._clock.setText(QTime.currentTime().toString("HH:mm"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays here: what it would come to is hidden."""
        self._return.setFocus()
        return True

    def event(self, event: QEvent) -> bool:
        """No letter of a button or shortcut that lies under it works: keys come here instead."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        own_letter = event.key() == QtCore.Qt.Key.Key_T and event.modifiers() == QtCore.Qt.KeyboardModifier.AltModifier
        if (_hides(event) or own_letter) and not event.isAutoRepeat():  # a finger that stays on it shows nothing
            self.back.emit()
        elif event.key() == QtCore.Qt.Key.Key_L and event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier:
            self.lock.emit()
        event.accept()  # an Escape must not end the dialog that lies under it

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colours.ground))
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        for (down, high, along), colour in zip(_HILLS, (colours.side, colours.chosen), strict=True):
            painter.setBrush(QColor(colour))
            painter.drawPath(self._hill(down * self.height(), high * self.height(), along * self.width()))

    def _hill(self, down: float, high: float, along: float) -> "QtGui.QPainterPath":
        wide = self.width() / 2
        path = QPointF(-along, down)
        drawn = QtGui.QPainterPath(path)
        for step in range(4):
            top = down - high if step % 2 else down + high
            at = path.x() + wide
            drawn.cubicTo(QPointF(at - wide / 2, path.y()), QPointF(at - wide / 2, top), QPointF(at, top))
            path = QPointF(at, top)
        drawn.lineTo(path.x(), self.height())
        drawn.lineTo(-along, self.height())
        return drawn


@dataclass(frozen=True)
class _Covered:
    """One window, what was in sight in it, and where its focus was. `title` is not that of the window itself."""

    window: QWidget
    cover: _Cover
    title: str
    focused: QWidget | None
    hidden: tuple[QWidget, ...]


class Neutral(QObject):
    """Belongs to one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._title = ""
        self._listens = self._seen = False
        self._covered: list[_Covered] = []
        self.listen(True)

    @property
    def on(self) -> bool:
        return bool(self._covered)

    def name(self, title: str) -> None:
        """The window's title, now or as soon as it is in sight again."""
        self._title = title
        if not self.on:
            self._window.setWindowTitle(title)

    def listen(self, on: bool) -> None:
        """To the key above a dialog while no workspace is open; else `hears` is told of it."""
        self._listens = on
        self._watch()

    def begin(self) -> None:
        """The window is painted. Nobody pressed a key before, and what passes makes Qt's binding load classes."""
        self._seen = True
        self._watch()

    def stop(self) -> None:
        """The window closes, as it is: what it covers is not shown again."""
        if self.on:
            QApplication.instance().focusChanged.disconnect(self._keep_focus)  # type: ignore[union-attr]
        self._covered = []
        self.listen(False)

    def hears(self, event: QKeyEvent) -> bool:
        """The key above a dialog or an open list, where the menu's shortcut does not come."""
        if not _hides(event) or self.on:
            return False
        self.hide()
        return True

    def toggle(self) -> None:
        if self.on:
            self.show_again()
        else:
            self.hide()

    def hide(self) -> None:
        """Lists and menus close; what one was typing in them stands in the field that opened them."""
        if self.on:
            return
        QToolTip.hideText()
        for _ in range(20):
            popup = QApplication.activePopupWidget()
            if popup is None:
                break
            popup.close()
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and _can_be_covered(window):
                self._cover(window)
        self._bar().setEnabled(False)
        self._watch()
        QApplication.instance().focusChanged.connect(self._keep_focus)  # type: ignore[union-attr]

    def _cover(self, window: QWidget) -> None:
        """What is under it is hidden too: a screen reader reads what is covered as well."""
        title, focused = window.windowTitle(), lasting(window.focusWidget())
        window.setWindowTitle("Doorbraak")
        cover = _Cover(window)
        cover.back.connect(self.show_again)
        cover.lock.connect(self._window.lock)
        cover.repaint()  # before what the focus that goes away may have to write
        cover.take_focus()
        direct = QtCore.Qt.FindChildOption.FindDirectChildrenOnly
        under = [one for one in window.findChildren(QWidget, options=direct) if one is not cover]
        hidden = tuple(one for one in under if not one.isWindow() and not one.isHidden())
        for one in hidden:
            one.hide()
        self._covered.append(_Covered(window, cover, title, focused, hidden))

    def show_again(self) -> None:
        """Everything as it was, the focus too."""
        if not self.on:
            return
        QApplication.instance().focusChanged.disconnect(self._keep_focus)  # type: ignore[union-attr]
        covered, self._covered = self._covered, []
        self._watch()
        self._bar().setEnabled(True)
        for one in covered:
            if isValid(one.window):
                self._uncover(one)

    def _uncover(self, one: _Covered) -> None:
        for widget in filter(isValid, one.hidden):
            widget.show()
        if one.window.layout() is not None:
            one.window.layout().activate()  # it was not asked meanwhile
        if isValid(one.cover):
            one.cover.hide()
            one.cover.deleteLater()
        one.window.setWindowTitle(self._title if one.window is self._window else one.title)
        if one.focused is not None and isValid(one.focused) and one.focused.isVisible():
            one.focused.setFocus()

    # -- while it is on -------------------------------------------------------------------------------

    def _watch(self) -> None:
        """Every event of the program passes here, so only when there is something to see."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
            if (self._listens and self._seen) or self.on:
                application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return event.spontaneous() and self.hears(event)
        if not self.on or kind not in (QEvent.Type.Show, QEvent.Type.LayoutRequest) or not isinstance(watched, QWidget):
            return False
        known = any(one.window is watched for one in self._covered)
        if kind == QEvent.Type.LayoutRequest:
            return known  # without what is hidden a dialog would shrink
        if not known and _can_be_covered(watched):
            self._cover(watched)  # a dialog that comes while nobody should see it
        return False

    def _keep_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        """What is done under the cover may ask the focus."""
        for one in self._covered:
            here = now is not None and isValid(one.cover) and now.window() is one.window
            if here and not one.cover.isAncestorOf(now):
                one.cover.take_focus()

    def _bar(self) -> QMenuBar:
        return self._window.menuBar()


def _hides(event: QKeyEvent) -> bool:
    return event.key() == QtCore.Qt.Key.Key_F12


def _can_be_covered(window: QWidget) -> bool:
    return window.isWindow() and window.windowType() in (QtCore.Qt.WindowType.Window, QtCore.Qt.WindowType.Dialog)
