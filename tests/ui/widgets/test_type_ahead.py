from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, line, page_named, table

FIELD = "Probleem toevoegen: typ drie letters"


def test_that_a_few_letters_and_enter_add_the_best_hit(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    field, problems = line(shown, FIELD), table(shown, "Problemen")
    field.setFocus()
    qtbot.keyClicks(field, "eenz")
    popup = field._completer.popup()
    assert popup.isVisible()
    best = popup.model().index(0, 0).data()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert problems.model().rowCount() == 33
    assert cell(problems, 32, 0) == best
    assert field.text() == ""
    assert field.hasFocus()
    assert not popup.isVisible()


def test_that_what_is_offered_is_high_enough_to_hit(qtbot: QtBot, window: MainWindow) -> None:
    field = line(page_named(window, "Problemen en instanties"), FIELD)
    field.setFocus()
    qtbot.keyClicks(field, "won")
    popup = field._completer.popup()
    assert popup.visualRect(popup.model().index(1, 0)).height() >= 28


def test_that_the_second_hit_is_one_arrow_away(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    field, problems = line(shown, FIELD), table(shown, "Problemen")
    field.setFocus()
    qtbot.keyClicks(field, "won")
    popup = field._completer.popup()
    second = popup.model().index(1, 0).data()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert cell(problems, 32, 0) == second


def test_that_what_the_catalogue_lacks_becomes_own_words(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    field, problems = line(shown, FIELD), table(shown, "Problemen")
    field.setFocus()
    qtbot.keyClicks(field, "Xylofoon kwijt")
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    assert cell(problems, 32, 0) == "Xylofoon kwijt"


def test_that_a_problem_that_is_there_already_is_refused_in_words(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    field = line(shown, FIELD)
    field.setFocus()
    qtbot.keyClicks(field, "achterstand met de huur")
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    assert "staat al" in window.view.notice.text()
    assert table(shown, "Problemen").model().rowCount() == 32
    assert field.text() == "achterstand met de huur"


def test_that_half_typed_words_come_back_after_a_lock(qtbot: QtBot, window: MainWindow) -> None:
    household = window.view.household
    field = line(page_named(window, "Problemen en instanties"), FIELD)
    field.setFocus()
    qtbot.keyClicks(field, "schul")
    field._completer.popup().hide()
    window.lock()
    window.open_with(PASSPHRASE)
    window.view.open_household(household)
    assert line(page_named(window, "Problemen en instanties"), FIELD).text() == "schul"
