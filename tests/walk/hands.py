"""Two hands at the window: they know a button or a field by its words, and use keys and mouse only."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QFileDialog,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from doorbraak.ui.pages import COORDINATION, OVERVIEWS, PAGES
from tests.walk.eyes import Eyes, plain

Then = Callable[[], object]
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
_SPECIAL = {
    "⏎": Qt.Key.Key_Return, "⎋": Qt.Key.Key_Escape, "⇥": Qt.Key.Key_Tab, "↓": Qt.Key.Key_Down, "↑": Qt.Key.Key_Up,
    "→": Qt.Key.Key_Right, "←": Qt.Key.Key_Left, "⌂": Qt.Key.Key_Home,
}  # fmt: skip


class Hands(Eyes):
    """Each key is counted as one, with Shift or Ctrl or without; so is each click."""

    def _count(self, keys: int, clicks: int) -> None:
        counted = self.counted.setdefault(self.part, [0, 0])
        counted[0] += keys
        counted[1] += clicks

    # -- keys and mouse -------------------------------------------------------------------------------

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, then: Sequence[Then] = ()) -> None:
        """`then`: what is done in each dialog that it opens, in turn."""
        self._meeting(lambda: self._strike(key, modifier), then)

    def type(self, text: str) -> None:
        """Some signs are keys; see _SPECIAL."""
        for sign in text:
            self._strike(_SPECIAL.get(sign, sign))

    def _strike(self, key: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Where the keys of a keyboard come in: at the system's side of the window."""
        self.settle()
        self._count(1, 0)
        QTest.keyClick(self.place.windowHandle(), key, modifier)

    def click(self, on: str | QWidget, *then: Then, at: QPoint | None = None) -> None:
        """A button by its words. `then`: what is done in each dialog that it opens, in turn."""
        target = self.found(on, QAbstractButton) if isinstance(on, str) else on
        assert target.isEnabled(), f"can't be chosen now: {on}"
        self._count(0, 1)
        where = at if at is not None else target.rect().center()
        self._meeting(lambda: QTest.mouseClick(target, Qt.MouseButton.LeftButton, NONE, where), then)
        self.settle()

    def _meeting(self, act: Then, then: Sequence[Then]) -> None:
        """A dialog holds up what opened it: what is done there is done from a timer."""
        if not then:
            act()
            return
        waiting, left, faults = QTimer(), list(then), []
        known: list[QWidget | None] = [QApplication.activeModalWidget()]

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None or dialog is known[-1] or not dialog.isVisible() or not left:
                return
            known.append(dialog)
            waiting.stop()
            try:
                left.pop(0)()
            except BaseException as error:  # noqa: BLE001 - in a slot it would leave the dialog open
                faults.append(error)
                left.clear()
                while (open_ := QApplication.activeModalWidget()) is not None and open_ is not known[0]:
                    open_.close()
            else:
                waiting.start(5)

        waiting.timeout.connect(look)
        waiting.start(5)
        act()
        self.until(lambda: not left, "a dialog")
        waiting.stop()
        if faults:
            raise faults[0]

    def into(self, name: str) -> QWidget:
        """A field by its name, with a click."""
        target = self.found(name, (QLineEdit, QPlainTextEdit, QAbstractItemView))
        if not target.hasFocus():
            within = target.viewport() if isinstance(target, QPlainTextEdit | QAbstractItemView) else target
            self.click(within, at=QPoint(12, 12))
        return target

    def fill(self, name: str, text: str) -> None:
        """Type in a field, over what stands there."""
        target = self.into(name)
        there = (
            target.text()
            if isinstance(target, QLineEdit)
            else target.toPlainText()
            if isinstance(target, QPlainTextEdit)
            else ""
        )
        if there:
            self.key(Qt.Key.Key_A, CONTROL)
        self.type(text)

    def choose(self, name: str, words: str) -> None:
        """In a list that drops down: a click, arrows, Enter."""
        box = self.found(name, QComboBox)
        assert isinstance(box, QComboBox)
        self.click(box)
        self._take(box, words)

    def _take(self, box: QComboBox, words: str) -> None:
        """In the list that is open."""
        self.until(box.view().isVisible, "the list to choose from")
        offered = [box.itemText(at) for at in range(box.count())]
        assert words in offered, f"{words} is not among {offered}"
        steps = offered.index(words) - box.currentIndex()
        for key in [Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up] * abs(steps) + [Qt.Key.Key_Return]:
            self._count(1, 0)
            QTest.keyClick(box.view(), key)  # which has the keyboard while it is open
        self.settle()

    def tab(self, words: str) -> None:
        """A tab by its words."""
        self.settle()
        for bar in self.place.findChildren(QTabBar):
            for at in range(bar.count()):
                if bar.isVisible() and plain(bar.tabText(at)).startswith(words):
                    self.click(bar, at=bar.tabRect(at).center())
                    return
        raise AssertionError(f"no tab {words}")

    def menu(self, *path: str, then: Sequence[Then] = (), seen: str = "") -> None:
        """Through the menu bar with the mouse. `seen` makes a picture of the menu that is open."""
        self.settle()
        shown: QMenu | None = None
        for at, words in enumerate(path):
            holder: QMenuBar | QMenu = shown or self.window.menuBar()
            action = next((one for one in holder.actions() if plain(one.text()) == words), None)
            assert action is not None, f"{words} is not in the menu: {[plain(one.text()) for one in holder.actions()]}"
            assert action.isEnabled(), f"can't be chosen now: {words}"
            where = holder.actionGeometry(action).center()
            last = at == len(path) - 1
            if last and seen:
                self.see(seen)
            self.click(holder, *(then if last else ()), at=where)
            shown = action.menu() if not last else None
            if shown is not None:
                self.until(shown.isVisible, words)

    def page(self, title: str) -> None:
        """By its shortcut."""
        for kind in (*OVERVIEWS, *COORDINATION):
            if kind.title == title and kind.keys:
                keys = kind.keys.split("+")
                held = NONE
                for one in keys[:-1]:
                    held |= {"Ctrl": CONTROL, "Shift": SHIFT}[one]
                self.key(Qt.Key(ord(keys[-1])), held)
                self.settle()
                return
        at = next(at for at, kind in enumerate(PAGES, 1) if kind.title == title)
        if at >= 20:
            self.row("Onderdelen", title)
            return
        digit = at if at < 10 else (at - 9) % 10
        self.key(Qt.Key(Qt.Key.Key_0.value + digit), CONTROL | (SHIFT if at > 9 else NONE))
        self.settle()

    def row(self, listed: str, words: str) -> None:
        """A click on a row of a list."""
        view = self.found(listed, QAbstractItemView)
        assert isinstance(view, QAbstractItemView)
        model = view.model()
        rows = [str(model.index(at, 0).data()) for at in range(model.rowCount())]
        at = next((at for at, row in enumerate(rows) if row.startswith(words)), None)
        assert at is not None, f"{words} is not among {rows}"
        view.scrollTo(model.index(at, 0))
        self.click(view.viewport(), at=view.visualRect(model.index(at, 0)).center())

    # -- tables ---------------------------------------------------------------------------------------

    def cell(self, table: str, row: int, column: str) -> QAbstractItemView:
        """A click on a cell, found by the title above it."""
        view = self.found(table, QAbstractItemView)
        assert isinstance(view, QAbstractItemView)
        model = view.model()
        titles = [str(model.headerData(at, Qt.Orientation.Horizontal) or "") for at in range(model.columnCount())]
        at = next((at for at, title in enumerate(titles) if title == column), None)
        assert at is not None, f"{column} is not among {titles}"
        index = model.index(row, at)
        view.scrollTo(index)
        self.click(view.viewport(), at=view.visualRect(index).center())
        return view

    def write_cell(self, table: str, row: int, column: str, text: str) -> None:
        """Enter opens the cell, what is typed goes over what stands there, Enter keeps it."""
        view = self.cell(table, row, column)
        self.type("⏎")
        self.settle()
        self.until(lambda: [one for one in view.viewport().findChildren(QLineEdit) if one.isVisible()], "an editor")
        self.key(Qt.Key.Key_A, CONTROL)
        self.type(text + "⏎")
        self.settle()

    def choose_cell(self, table: str, row: int, column: str, words: str) -> None:
        """Enter opens the list of the cell, arrows go to the words, Enter takes them."""
        view = self.cell(table, row, column)

        def opened() -> list[QComboBox]:
            return [one for one in view.viewport().findChildren(QComboBox) if one.view().isVisible()]

        self.type("⏎")
        self.until(opened, "the list of a cell")
        self._take(opened()[0], words)
        self.until(lambda: not opened(), "the choice of a cell")
        self.settle()

    # -- dialogs --------------------------------------------------------------------------------------

    def file_name(self, path: object) -> None:
        """In the dialog that asks for a file or a folder."""
        dialog = self.place
        assert isinstance(dialog, QFileDialog), f"asks for no file: {dialog}"
        name = next(one for one in dialog.findChildren(QLineEdit) if one.objectName() == "fileNameEdit")
        name.setFocus()
        self.key(Qt.Key.Key_A, CONTROL)
        self.type(f"{path}⏎")


def day(on: date) -> str:
    """As somebody types it."""
    return f"{on.day}-{on.month}-{on.year}"
