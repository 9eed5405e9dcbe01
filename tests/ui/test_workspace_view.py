"""The list, the pages in it, and how they fit with small and large letters."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from tests.ui.conftest import line, page_named, table

Make = Callable[[Path], MainWindow]


def test_that_the_list_opens_a_household_by_search_and_enter(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = window.view.list.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "zzz")
    assert "Niets gevonden" in window.view.list._found._help.text()
    search.clear()
    qtbot.keyClicks(search, "achtenveertig")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.view._stack.currentWidget() is not window.view.list


def test_that_typing_can_begin_on_a_new_page_and_goes_on_after_undo(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    add = line(page_named(window, "Problemen en instanties"), "Instantie toevoegen: typ drie letters")
    qtbot.keyClicks(add, "uwv")
    qtbot.keyClick(add, Qt.Key.Key_Return)
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    agencies.setFocus()
    window.undo()
    assert agencies.model().rowCount() == 0
    assert agencies.hasFocus()


def test_that_what_was_typed_for_one_household_is_not_shown_at_another(qtbot: QtBot, window: MainWindow) -> None:
    first = window.view.household
    qtbot.keyClicks(line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel"), "Doel van A")
    window.household.open_new()
    assert line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel").text() == ""
    window.view.open_household(first)
    assert line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel").text() == "Doel van A"


def test_that_looking_at_a_household_is_logged_by_number_only(window: MainWindow) -> None:
    last = [entry for entry in window.session.store.log_entries() if entry.action == "inzien"][-1]
    assert last.object == "huishouden 1"
    assert last.origin == "venster"


@pytest.fixture
def letters(window: MainWindow, qapp: QApplication) -> Iterator[MainWindow]:
    """Letters twice as large as they were."""
    before = qapp.font()
    window.appearance.zoom(round(before.pointSizeF()))
    yield window
    qapp.setFont(before)


def test_that_letters_twice_as_large_leave_the_window_as_it_was(letters: MainWindow) -> None:
    scroll = letters.view._scroll
    scrolled = 0
    for at in range(-3, len(PAGES) + 1):
        letters.show_page(at)
        for _ in range(3):  # lines that wrap ask for their height once they know their width
            QApplication.processEvents()
        assert (letters.width(), letters.height()) == (1366, 768), at
        shown = letters.view._stack.currentWidget()
        needed, room_ = shown.minimumSizeHint(), scroll.viewport().size()
        assert scroll.horizontalScrollBar().maximum() >= needed.width() - room_.width(), at
        assert scroll.verticalScrollBar().maximum() >= needed.height() - room_.height(), at
        scrolled += scroll.horizontalScrollBar().maximum() > 0 or scroll.verticalScrollBar().maximum() > 0
    assert scrolled > 3


def test_that_what_gets_the_focus_comes_in_sight(qtbot: QtBot, letters: MainWindow) -> None:
    shown, scroll = page_named(letters, "Metingen"), letters.view._scroll
    QApplication.processEvents()
    assert scroll.verticalScrollBar().maximum() > 0
    places = set()
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        if shown.isAncestorOf(focused):
            places.add(scroll.verticalScrollBar().value())
            top_left = focused.mapTo(scroll.viewport(), QPoint())
            in_sight = QRect(top_left, focused.size()) & scroll.viewport().rect()
            assert in_sight.height() >= min(focused.height(), scroll.viewport().height() // 2), focused.accessibleName()
    assert len(places) > 1, "it never had to scroll"
    scroll.verticalScrollBar().setValue(0)
    lowest = max(
        (one for one in shown.findChildren(QPushButton) if one.isVisible() and one.isEnabled()),
        key=lambda one: one.mapTo(shown, QPoint()).y(),
    )
    assert not scroll.viewport().rect().contains(lowest.mapTo(scroll.viewport(), lowest.rect().bottomLeft()))
    letters.setFocus()
    lowest.setFocus()  # as its letter with Alt does
    assert scroll.viewport().rect().contains(lowest.mapTo(scroll.viewport(), lowest.rect().bottomLeft()))


def test_that_with_letters_of_the_usual_size_no_page_scrolls(window: MainWindow) -> None:
    for at in range(-3, len(PAGES) + 1):
        window.show_page(at)
        QApplication.processEvents()
        scroll = window.view._scroll
        assert (scroll.horizontalScrollBar().maximum(), scroll.verticalScrollBar().maximum()) == (0, 0), at


def test_that_no_paper_is_said_above_every_page(window: MainWindow) -> None:
    def said() -> bool:
        return any(
            label.text() == "Niet op papier" and label.isVisible() for label in window.view.top.findChildren(QLabel)
        )

    assert not said()
    window.session.run("Niet op papier", household.set_no_paper, window.view.household, True, household=1)
    for at in range(1, len(PAGES) + 1):
        window.show_page(at)
        assert said(), PAGES[at - 1].title
    window.show_page(0)
    assert not said()
    window.show_page(1)
    window.household.open_new()
    assert not said()
