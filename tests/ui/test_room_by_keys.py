"""A7: what can be dragged wider can be given room by keys and from the menu."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QSplitter, QTreeWidget, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.manual import Manual
from tests.ui import accessibility
from tests.ui.conftest import page_named, table
from tests.ui.test_accessibility import pages

ALT, WIDER, NARROWER = Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Plus, Qt.Key.Key_Minus


def press(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, ALT)
    QApplication.processEvents()


def test_that_every_part_that_can_be_dragged_wider_gets_room_by_keys(window: MainWindow) -> None:
    """Where its neighbour has room to give; and it is given back."""
    assert window.view is not None
    tried, found = 0, []
    for name in pages(window):
        page = window.view._stack.currentWidget()
        for parts in [one for one in page.findChildren(QSplitter) if one.isVisible() and one.count() > 1]:
            for at in range(parts.count()):
                inside = [one for one in accessibility.controls(parts.widget(at)) if _by_tab(one)]
                if not inside or _splitter_of(inside[0]) is not parts:
                    continue
                inside[0].setFocus()
                before = parts.sizes()
                press(WIDER)
                after = parts.sizes()
                press(NARROWER)
                tried += after != before
                if after[at] < before[at] or sum(after) != sum(before):
                    found.append(f"{name}, part {at}: {before} became {after}")
                if after != before and parts.sizes()[at] >= after[at]:
                    found.append(f"{name}, part {at} kept what it got: {parts.sizes()}")
    assert found == []
    assert tried > 15


def _by_tab(control: QWidget) -> bool:
    return bool(control.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _splitter_of(control: QWidget) -> QWidget | None:
    holder = control.parentWidget()
    while holder is not None and not isinstance(holder, QSplitter):
        holder = holder.parentWidget()
    return holder


def test_that_a_column_gets_wider_and_narrower_by_keys(window: MainWindow) -> None:
    shown = table(page_named(window, "Problemen en instanties"), "Instanties")
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(0, 1))
    before = shown.columnWidth(1)
    press(Qt.Key.Key_Period)
    assert shown.columnWidth(1) == before + 40
    window.resize(1300, 700)
    QApplication.processEvents()
    assert shown.columnWidth(1) == before + 40, "the window fits its columns anew, and forgets what somebody chose"
    for _ in range(40):
        press(Qt.Key.Key_Comma)
    assert shown.columnWidth(1) == shown.horizontalHeader().minimumSectionSize()


def test_that_it_says_so_where_there_is_nothing_to_divide(window: MainWindow) -> None:
    assert window.view is not None
    page_named(window, "Kaart")
    window.view._nav.setFocus()
    press(Qt.Key.Key_Period)
    assert "Ga eerst naar een vak" in window.statusBar().currentMessage()


def test_that_the_manual_has_the_same_keys(qtbot: QtBot, window: MainWindow) -> None:
    manual = Manual(window)
    manual.show()
    manual.activateWindow()
    qtbot.waitUntil(manual.isActiveWindow)
    parts = manual.findChild(QSplitter)
    assert parts is not None
    contents = manual.findChild(QTreeWidget)
    assert contents is not None
    contents.setFocus()
    before = parts.sizes()
    press(WIDER)
    assert parts.sizes()[0] > before[0]
    manual.close()
