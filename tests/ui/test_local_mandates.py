"""Wie mag wat besluiten: one list for the workspace, from the menu or from a doorbraak."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import local_mandates
from doorbraak.ui.local_mandates import LocalMandatesDialog
from doorbraak.ui.main_window import MainWindow
from tests.ui import accessibility
from tests.ui.conftest import cell, type_in_cell
from tests.ui.test_screens import clipped

LAW, DECISION, DECIDER, SOURCE, CHECKED = range(5)


def ask(window: MainWindow, act: Callable[[LocalMandatesDialog], None]) -> None:
    """Through the menu."""
    faults: list[AssertionError] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LocalMandatesDialog)
        QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        try:
            act(dialog)
        except AssertionError as error:  # inside Qt’s loop it would only be printed
            faults.append(error)
        dialog.reject()

    QTimer.singleShot(0, window, answer)
    next(one for one in window.menus.findChildren(QAction) if one.text() == "Wie mag wat &besluiten…").trigger()
    if faults:
        raise faults[0]


def pick(dialog: LocalMandatesDialog, words: str) -> None:
    dialog.law.setFocus()
    QTest.keyClicks(dialog.law, words)
    QApplication.processEvents()
    QTest.keyClick(dialog.law._completer.popup(), Qt.Key.Key_Return)
    dialog.activateWindow()  # the platform of the tests leaves the list that closed active
    QTest.qWaitForWindowActive(dialog)
    QApplication.processEvents()


def known(window: MainWindow) -> list[tuple[str, str, str, str, date | None]]:
    rows = local_mandates.all_of(window.session.store)
    return [(one.law, one.decision, one.decider, one.source, one.checked_on) for one in rows]


def test_that_an_empty_list_says_so_and_begins_at_the_law(window: MainWindow) -> None:
    def look(dialog: LocalMandatesDialog) -> None:
        assert dialog._none.isVisible()
        assert "Nog " in dialog._none.text()
        assert dialog.law.hasFocus()
        assert not dialog.examples.isVisible()

    ask(window, look)


def test_that_a_law_offers_its_examples_and_enter_takes_one_over(qtbot: QtBot, window: MainWindow) -> None:
    def take(dialog: LocalMandatesDialog) -> None:
        pick(dialog, "participatiewet")
        assert dialog.law.text() == "PW"
        usual = [one for one in window.session.catalogue.mandates if one.law == "participatiewet"]
        assert [cell(dialog.examples, row, 0) for row in range(dialog.examples.shown)] == [
            one.decision for one in usual
        ]
        assert dialog.examples.hasFocus()
        QTest.keyClick(dialog.examples, Qt.Key.Key_Down)
        assert "De bekendste valkuil" in dialog._advice.text()
        QTest.keyClick(dialog.examples, Qt.Key.Key_Return)
        assert dialog.table.hasFocus()
        assert dialog.table.currentIndex().column() == DECIDER
        assert not dialog._none.isVisible()

    ask(window, take)
    assert known(window) == [("participatiewet", "Bijzondere bijstand toekennen", "College van B en W", "", None)]


def test_that_own_words_are_added_by_enter_and_the_lines_are_empty_again(qtbot: QtBot, window: MainWindow) -> None:
    def add(dialog: LocalMandatesDialog) -> None:
        pick(dialog, "wgs")
        dialog.decision.setFocus()
        QTest.keyClicks(dialog.decision, "Alles onder 5.000 euro")
        QTest.keyClick(dialog.decision, Qt.Key.Key_Return)
        assert dialog.notice.text() == "Schrijf welke functie dit mag besluiten."
        assert dialog.decider.hasFocus()
        QTest.keyClicks(dialog.decider, "Teamleider schulden")
        QTest.keyClick(dialog.decider, Qt.Key.Key_Return)
        assert not dialog.notice.isVisible()
        assert [line.text() for line in (dialog.law, dialog.decision, dialog.decider)] == ["", "", ""]
        assert dialog.isVisible()

    ask(window, add)
    assert known(window) == [("wgs", "Alles onder 5.000 euro", "Teamleider schulden", "", None)]


def test_that_without_a_law_it_is_asked_for_and_nothing_typed_is_lost(qtbot: QtBot, window: MainWindow) -> None:
    def add(dialog: LocalMandatesDialog) -> None:
        dialog.decider.setFocus()
        QTest.keyClicks(dialog.decider, "Teamleider")
        QTest.keyClick(dialog.decider, Qt.Key.Key_Return)
        assert dialog.notice.text() == "Kies om welke wet het gaat."
        assert dialog.law.hasFocus()
        assert dialog.decider.text() == "Teamleider"
        pick(dialog, "wgs")
        QTest.keyClicks(dialog.law, "x")  # another law is being looked for: the chosen one does not hold any more
        QTest.keyClick(dialog.decider, Qt.Key.Key_Return)
        assert dialog.notice.text() == "Kies om welke wet het gaat."

    ask(window, add)
    assert known(window) == []


def test_that_cells_are_written_looked_up_removed_and_brought_back(qtbot: QtBot, window: MainWindow) -> None:
    window.session.run("x", local_mandates.add, "wgs", "Teamleider")
    window.session.run("x", local_mandates.add, "jeugdwet", "Jeugdteam")

    def edit(dialog: LocalMandatesDialog) -> None:
        listed = dialog.table
        assert [cell(listed, row, LAW) for row in range(2)] == ["Jw", "Wgs"]
        type_in_cell(qtbot, listed, 1, DECISION, "Schuldhulp")
        type_in_cell(qtbot, listed, 1, DECIDER, "Manager")
        type_in_cell(qtbot, listed, 1, SOURCE, "Bijlage 2, regel 14")
        type_in_cell(qtbot, listed, 0, CHECKED, "1-10-2026")
        type_in_cell(qtbot, listed, 1, DECIDER, "")
        assert dialog.notice.text() == "Schrijf welke functie dit mag besluiten."
        QTest.keyClick(listed, Qt.Key.Key_Escape)
        qtbot.mouseClick(dialog._checked, Qt.MouseButton.LeftButton)
        assert not dialog.notice.isVisible()

    ask(window, edit)
    jeugd = ("jeugdwet", "", "Jeugdteam", "", date(2026, 10, 1))
    wgs = ("wgs", "Schuldhulp", "Manager", "Bijlage 2, regel 14", date.today())
    assert known(window) == [jeugd, wgs]

    def remove(dialog: LocalMandatesDialog) -> None:
        dialog.table.setCurrentIndex(dialog.table.model().index(0, LAW))
        dialog.table.setFocus()
        QTest.keyClick(dialog.table, Qt.Key.Key_Delete)
        assert known(window) == [wgs]
        QTest.keyClick(dialog.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert known(window) == [jeugd, wgs]
        assert dialog.table.shown == 2
        QTest.keyClick(dialog.table, Qt.Key.Key_F4)
        dialog.table.sortByColumn(CHECKED, Qt.SortOrder.DescendingOrder)
        assert cell(dialog.table, 0, LAW) == "Wgs"

    ask(window, remove)


def test_that_a_chosen_law_is_no_draft_of_the_next_time(window: MainWindow) -> None:
    ask(window, lambda dialog: pick(dialog, "wgs"))

    def look(dialog: LocalMandatesDialog) -> None:
        assert dialog.law.text() == ""

    ask(window, look)


def test_that_a_lock_closes_it(window: MainWindow) -> None:
    def lock(dialog: LocalMandatesDialog) -> None:
        window.lock()
        assert not dialog.isVisible()

    ask(window, lock)
    assert window.session is None


def test_that_everything_in_it_has_a_name_room_and_a_letter_of_its_own(window: MainWindow) -> None:
    def look(dialog: LocalMandatesDialog) -> None:
        pick(dialog, "jeugdwet")
        assert accessibility.unnamed(dialog) == []
        assert accessibility.small(dialog) == []
        assert clipped(dialog) == []
        met = accessibility.tab_round(dialog, dialog.law)
        assert accessibility.unreached(dialog, met) == []
        assert accessibility.backward(dialog, met) == []
        texts = [found.text() for kind in (QPushButton, QLabel) for found in dialog.findChildren(kind)]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(set(letters)) == 6

    ask(window, look)
