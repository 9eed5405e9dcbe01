from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabBar
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from tests.ui.conftest import page
from tests.ui.quick_typing import Type, entry


def letters(window: MainWindow) -> list[str]:
    """Of all that is in sight, and of the menus."""
    labelled = [*window.findChildren(QAbstractButton), *window.findChildren(QLabel)]
    texts = [one.text() for one in labelled if one.isVisible()]
    for bar in window.findChildren(QTabBar):
        texts += [bar.tabText(at) for at in range(bar.count()) if bar.isVisible()]
    texts += [action.text() for action in window.menuBar().actions()]
    return [text[text.index("&") + 1].casefold() for text in texts if "&" in text]


def test_that_the_tiles_have_a_letter_of_their_own_above_every_page(qtbot: QtBot, window: MainWindow) -> None:
    for at, kind in enumerate(PAGES, 1):
        page(window, at)
        QApplication.processEvents()
        assert letters(window).count("k") == 1, kind.title
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: window.view.quick.tiles_shown)
    assert letters(window).count("k") == 1


def test_that_coming_back_to_what_is_half_typed_goes_on_at_its_end(window: MainWindow, typing: Type) -> None:
    typing("uw")
    line = entry(window).line
    window.view.list.search.setFocus()
    for _ in range(2):
        QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
        assert line.hasFocus()
        assert not line.hasSelectedText()
    QTest.keyClick(line, Qt.Key.Key_V)
    assert line.text() == "uwv"


def test_that_what_was_refused_is_let_go_with_the_line(window: MainWindow, typing: Type) -> None:
    assert window.view is not None
    typing("huurcommissie⏎")
    typing("woni⏎")
    assert "Hoeveel contacten per maand? Dit is geen getal." in window.view.notice.text()
    QTest.keyClick(entry(window).line, Qt.Key.Key_Escape)
    assert not window.view.notice.isVisible()
