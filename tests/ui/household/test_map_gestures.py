"""Whatever somebody does on the map, in whatever order: nothing breaks, and undoing all of it gives back the file.

DOORBRAAK_GESTURES says how many; a hundred without it. `filterwarnings` and `qt_log_level_fail` fail on any warning.
"""

import os
import random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from doorbraak.ui.household.map import MapPage
from doorbraak.ui.household.map_items import MapItem
from doorbraak.ui.household.map_view import MapView
from doorbraak.ui.main_window import MainWindow
from tests.model.dossier.conftest import dump
from tests.ui.conftest import line, page_named

GESTURES = int(os.environ.get("DOORBRAAK_GESTURES", "100"))
AT_ONCE = 50
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
KEYS = [
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End) * 2,
    *(Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_L, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Backspace),
    *(Qt.Key.Key_0, Qt.Key.Key_3, Qt.Key.Key_7, Qt.Key.Key_H, Qt.Key.Key_P, Qt.Key.Key_S, Qt.Key.Key_D),
    *(Qt.Key.Key_W, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_X),
]


class Hand:
    """Does one thing after another, as it is drawn."""

    def __init__(self, window: MainWindow, draw: random.Random) -> None:
        self.window, self.draw = window, draw
        self.page = self.back()

    def back(self) -> MapPage:
        """Enter may have gone to another page."""
        page = page_named(self.window, "Kaart")
        assert isinstance(page, MapPage)
        page.view.setFocus()
        return page

    @property
    def view(self) -> MapView:
        return self.page.view

    def point(self) -> QPoint:
        """Mostly on something."""
        told: list[MapItem] = self.view.map.told()
        if told and self.draw.random() < 0.8:
            return self.view.mapFromScene(self.draw.choice(told).middle)
        room = self.view.viewport().size()
        return QPoint(self.draw.randrange(room.width()), self.draw.randrange(room.height()))

    def click(self) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, NONE, self.point())

    def hover(self) -> None:
        QTest.mouseMove(self.view.viewport(), self.point())

    def drag(self) -> None:
        held, start, end = self.draw.choice((NONE, NONE, SHIFT)), self.point(), self.point()
        button = self.draw.choice((Qt.MouseButton.LeftButton, Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton))
        QTest.mousePress(self.view.viewport(), button, held, start)
        for step in (1, 2, 3):
            QTest.mouseMove(self.view.viewport(), start + (end - start) * step / 3)
            if self.draw.random() < 0.1:
                self.draw.choice((self.undo, self.press, self.turn))()
        QTest.mouseRelease(self.view.viewport(), button, held, end)

    def press(self) -> None:
        key = self.draw.choice(KEYS)
        held = self.draw.choice((NONE, NONE, CONTROL, CONTROL | SHIFT)) if key in KEYS[:4] else NONE
        QTest.keyClick(self.view, key, held)

    def wheel(self) -> None:
        at = QPointF(self.point())
        event = QWheelEvent(
            at, self.view.viewport().mapToGlobal(at), QPoint(), QPoint(0, self.draw.choice((-240, -120, 120, 240))),
            Qt.MouseButton.NoButton, self.draw.choice((NONE, CONTROL)), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.view.viewport(), event)

    def turn(self) -> None:
        self.page.bar.turn()

    def search(self) -> None:
        field = line(self.page, "Zoek op de kaart")
        field.setText(self.draw.choice(("", "", "sch", "wijk", "niets van dit alles")))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def menu(self) -> None:
        """Something of the menu, or of one of its parts."""
        self.view.menu_wanted.emit(self.view.map.current, self.view.mapToGlobal(QPoint(20, 20)))
        menu = QApplication.activePopupWidget()
        assert menu is not None
        action = self.draw.choice([found for found in menu.actions() if not found.isSeparator()])
        if action.menu() is not None and action.menu().actions():
            action = self.draw.choice(action.menu().actions())
        if action.isEnabled():
            action.trigger()
        if menu.isVisible():
            menu.close()

    def undo(self) -> None:
        self.window.undo()

    def redo(self) -> None:
        self.window.redo()

    def resize(self) -> None:
        self.window.resize(self.draw.choice((1366, 1200)), self.draw.choice((768, 900)))

    def gesture(self) -> None:
        often = (self.click, self.drag, self.drag, self.press, self.press, self.press, self.menu)
        seldom = (self.hover, self.wheel, self.turn, self.search, self.undo, self.redo, self.resize)
        self.draw.choice((*often, *often, *seldom))()
        QApplication.processEvents()
        if not self.view.isVisible() or not self.view.hasFocus():
            self.back()


def test_that_no_gesture_breaks_the_map_and_all_can_be_undone(window: MainWindow) -> None:
    """One window for all: each time undoing leaves the household as it was."""
    store, changed = window.session.store, 0

    @settings(
        max_examples=max(4, GESTURES // AT_ONCE),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(seed=st.integers(0, 2**32 - 1))  # what can be done depends on what was done: hypothesis can't draw each
    def some_gestures(seed: int) -> None:
        nonlocal changed
        hand, before = Hand(window, random.Random(seed)), dump(store)
        for _ in range(AT_ONCE):
            hand.gesture()
        changed += dump(store) != before
        while store.undo_label is not None:
            window.undo()
        assert dump(store) == before
        hand.back()
        QApplication.processEvents()
        ecomap = hand.view.map.ecomap
        shown = {item.id for item in hand.view.map.told()}
        assert {node.id for node in (*ecomap.problems, *ecomap.agencies)} <= shown

    some_gestures()
    assert changed, "nothing that was done changed anything"
