from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, line, page, table, type_in_cell


def test_that_a_first_name_is_enough(qtbot: QtBot, window: MainWindow) -> None:
    shown = page(window, 1)
    field = line(shown, "Nieuwe persoon")
    qtbot.keyClicks(field, "Sam")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert cell(table(shown, "Mensen"), 7, 0) == "Sam"
    assert field.text() == ""


def test_that_a_role_is_recognised_and_needs_no_name(qtbot: QtBot, window: MainWindow) -> None:
    shown = page(window, 1)
    field = line(shown, "Nieuwe persoon")
    qtbot.keyClicks(field, "oma")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    people = window.session.dossier(window.view.household).people
    assert (people[-1].name, people[-1].role) == ("", "oma")


def test_that_a_year_that_can_not_be_is_refused_at_its_cell(qtbot: QtBot, window: MainWindow) -> None:
    people = table(page(window, 1), "Mensen")
    type_in_cell(qtbot, people, 0, 2, "1885")
    assert "geboortejaar" in window.view.notice.text()
    assert cell(people, 0, 2) == "1885"
    type_in_cell(qtbot, people, 0, 2, "1986")
    assert window.session.dossier(window.view.household).people[0].birth_year == 1986


def test_that_a_goal_keeps_the_households_own_words(qtbot: QtBot, window: MainWindow) -> None:
    shown = page(window, 1)
    field = line(shown, "Nieuw doel")
    qtbot.keyClicks(field, "Gewoon weer eens lachen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert cell(table(shown, "Doelen"), 3, 0) == "Gewoon weer eens lachen"


def test_that_what_is_from_the_source_and_what_is_not_is_said(window: MainWindow) -> None:
    assert "oorbeeld" in page(window, 1)._note.text()
    assert window.view._mark.text() == "VOORBEELD"
