"""Who is typing when somebody sits down at the table, gets up, or locks, types on in the same field."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from doorbraak.ui.household.talk import TalkPage
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, line, page_named, table


def type_(text: str) -> None:
    QTest.keyClicks(QApplication.focusWidget(), text)


def sit(window: MainWindow) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_F11)
    QApplication.processEvents()


def come_back(window: MainWindow) -> None:
    window.lock()
    window.open_with(PASSPHRASE)


BETWEEN = [sit, come_back]


@pytest.mark.parametrize("between", BETWEEN)
def test_that_own_words_go_on_in_the_same_box_at_the_same_place(window: MainWindow, between: object) -> None:
    page_named(window, "Gesprek")
    assert isinstance(QApplication.focusWidget(), QPlainTextEdit)
    type_("dit is")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    for more in ("ZZ", "YY"):
        between(window)
        box = QApplication.focusWidget()
        assert isinstance(box, QPlainTextEdit)
        type_(more)
        window.session.flush()
    assert box.toPlainText() == "dit iZZYYs"
    assert [one.words for one in window.session.dossier(window.view.household).own_words][-1] == "dit iZZYYs"


@pytest.mark.parametrize("between", BETWEEN)
def test_that_the_question_that_was_asked_is_asked_again(window: MainWindow, between: object) -> None:
    shown = page_named(window, "Gesprek")
    kind = next(box for box in shown.findChildren(QComboBox) if box.accessibleName() == "Soort gesprek")
    kind.setFocus()
    QTest.keyClick(kind, Qt.Key.Key_End)
    window.view._stack.currentWidget()._choose(kind.currentData())
    answer = line(shown, "Antwoord op de vraag")
    answer.setFocus()
    QTest.keyClick(answer, Qt.Key.Key_Return)
    asked = answer.accessibleDescription()
    type_("half")
    between(window)
    again = QApplication.focusWidget()
    assert isinstance(again, QLineEdit)
    assert (again.accessibleDescription(), again.text(), again.cursorPosition()) == (asked, "half", 4)


def test_that_a_figure_is_not_given_for_somebody_else(window: MainWindow) -> None:
    shown = page_named(window, "Gesprek")
    assert isinstance(shown, TalkPage)
    shown.go_to(2)
    who = next(box for box in shown.findChildren(QComboBox) if box.accessibleName() == "Van wie is het cijfer")
    who.setCurrentIndex(2)
    person = who.currentData()
    shown._stages[2]._show()
    sit(window)
    assert QApplication.focusWidget().isVisible()
    again = window.view._stack.currentWidget()
    assert again.part()[0] == 2
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_7)
    given = window.session.dossier(window.view.household).measurements[-1]
    assert (given.person, given.value_e2) == (person, 700)


def test_that_a_cell_is_written_on_in(window: MainWindow) -> None:
    people = table(page_named(window, "Mensen"), "Mensen")
    people.setFocus()
    people.setCurrentIndex(people.model().index(2, 0))
    QTest.keyClick(people, Qt.Key.Key_Return)
    QApplication.focusWidget().selectAll()
    type_("Sam")
    for more in ("mi", "e"):
        sit(window)
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        type_(more)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.processEvents()
    again = table(window.view._stack.currentWidget(), "Mensen")
    assert again is not people
    assert cell(again, 2, 0) == "Sammie"
    assert again.hasFocus()


def test_that_the_same_row_is_written_about(window: MainWindow) -> None:
    """A lock makes the page again: fields below a table are those of the row that is chosen."""
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    agencies.setFocus()
    agencies.setCurrentIndex(agencies.model().index(3, 1))
    agency = agencies.record().id
    come_back(window)
    again = table(window.view._stack.currentWidget(), "Instanties")
    assert again.hasFocus()
    assert (again.record().id, again.currentIndex().column()) == (agency, 1)


def test_that_quick_entry_and_the_list_at_the_left_keep_the_focus(window: MainWindow) -> None:
    page_named(window, "Gesprek")
    for field in (window.view.quick.entry.line, window.view._nav):
        field.setFocus()
        for _ in range(2):
            sit(window)
            assert field.hasFocus()


def test_that_another_page_at_the_table_begins_where_it_always_begins(window: MainWindow) -> None:
    page_named(window, "Problemen en instanties")
    sit(window)
    assert PAGES[window.view._at - 1].at_table
    assert window.view._stack.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_that_nothing_readable_is_kept_while_it_is_locked(window: MainWindow) -> None:
    page_named(window, "Gesprek")
    type_("iets van hen")
    window.lock()
    kept = repr(window.closed.left_at)
    assert "iets" not in kept
    assert "probleem" not in kept
