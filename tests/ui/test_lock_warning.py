"""Twenty seconds before a lock it is said where one looks, and any sign of life takes it away."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from doorbraak.ui import lock_warning
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.quick_paste import PasteAgencies


@pytest.fixture
def wait(window: MainWindow) -> Callable[[timedelta], None]:
    """Nobody does anything for so long, and then the lock looks at the clock."""
    lock = window.findChild(AutoLock)
    now = {"at": lock.now()}
    lock.now = lambda: now["at"]
    lock._alive()
    lock._looked = now["at"]

    def move(much: timedelta) -> None:
        now["at"] += much
        lock.look()
        QApplication.processEvents()

    return move


@pytest.fixture
def dialog(window: MainWindow) -> PasteAgencies:
    made = PasteAgencies(window.session, window.view.household, "", window)
    made.open()
    QApplication.processEvents()
    return made


def warnings(over: QWidget) -> list[QLabel]:
    return [one for one in over.findChildren(QLabel) if one.isVisible() and "20 seconden" in one.text()]


ALMOST = timedelta(minutes=4, seconds=45)


def test_that_it_lies_across_the_top_of_the_window_and_in_no_small_letters(
    window: MainWindow, wait: Callable[[timedelta], None]
) -> None:
    assert warnings(window) == []
    wait(ALMOST)
    (said,) = warnings(window)
    assert said.mapTo(window, QPoint()).y() < 60
    assert said.width() > window.width() * 0.8
    assert said.fontInfo().pointSizeF() > window.statusBar().fontInfo().pointSizeF()
    assert said.height() >= said.heightForWidth(said.width()), "its words are whole"
    middle = said.mapTo(window, said.rect().center())
    assert window.childAt(middle) is said, "nothing lies over it"
    assert said.property("calm"), "nothing went wrong"
    window.resize(1024, 700)
    QApplication.processEvents()
    assert said.mapTo(window, QPoint(said.width(), 0)).x() <= 1024


@pytest.mark.parametrize("sign", ["key", "mouse"])
def test_that_a_key_or_a_mouse_that_moves_takes_it_away(
    window: MainWindow, wait: Callable[[timedelta], None], sign: str
) -> None:
    wait(ALMOST)
    assert warnings(window)
    if sign == "key":
        QTest.keyClick(window, Qt.Key.Key_Shift)
    else:
        for at in (QPoint(300, 300), QPoint(340, 320)):  # it may have been there already
            QTest.mouseMove(window.windowHandle(), at)
        QApplication.processEvents()
    assert warnings(window) == []
    wait(ALMOST)
    assert warnings(window), "and it comes again"
    assert window.session is not None


def test_that_it_is_seen_above_a_dialog_too_and_a_key_there_takes_it_away(
    window: MainWindow, dialog: PasteAgencies, wait: Callable[[timedelta], None]
) -> None:
    wait(ALMOST)
    (said,) = [one for one in warnings(dialog) if one.window() is dialog]
    assert said.y() == 0
    assert said.width() == dialog.width()
    assert said.height() >= said.heightForWidth(said.width())
    QTest.keyClick(dialog, Qt.Key.Key_Shift)
    assert warnings(window) == []
    dialog.close()


def test_that_it_is_there_at_the_table(window: MainWindow, wait: Callable[[timedelta], None]) -> None:
    window.show_page(2)
    window.at_table.toggle()
    wait(ALMOST)
    assert warnings(window) == [], "one may talk longer there"
    wait(timedelta(minutes=15))
    assert warnings(window)
    QTest.keyClick(window, Qt.Key.Key_Shift)
    assert warnings(window) == []
    window.at_table.toggle()


def test_that_a_lock_leaves_nothing_of_it(
    window: MainWindow, dialog: PasteAgencies, wait: Callable[[timedelta], None]
) -> None:
    wait(ALMOST)
    wait(timedelta(seconds=21))
    assert window.session is None
    assert not dialog.isVisible()
    assert warnings(window) == []


def test_that_a_screen_reader_says_it(
    window: MainWindow, wait: Callable[[timedelta], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[QAccessibleAnnouncementEvent] = []
    told = type("Told", (QAccessible,), {"updateAccessibility": staticmethod(heard.append)})
    monkeypatch.setattr(lock_warning.QtGui, "QAccessible", told)
    wait(ALMOST)
    (event,) = heard
    assert "Over 20 seconden" in event.message()
    (said,) = warnings(window)
    assert "Over 20 seconden" in QAccessible.queryAccessibleInterface(said).text(QAccessible.Text.Description)
