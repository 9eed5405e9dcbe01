from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import page_named, table

TITLE = "Problemen en instanties"


def test_that_a_page_that_is_made_later_shows_what_was_chosen_before(window: MainWindow) -> None:
    chosen = window.session.dossier(window.view.household).agencies[5]
    window.session.selection.choose("agency", chosen.id)
    assert table(page_named(window, TITLE), "Instanties").record() == chosen


def test_that_a_row_that_is_walked_to_is_chosen_everywhere(qtbot: QtBot, window: MainWindow) -> None:
    shown = table(page_named(window, TITLE), "Problemen")
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.session.selection.chosen == ("problem", shown.record().id)
    qtbot.keyClick(shown, Qt.Key.Key_Down)
    second = window.session.dossier(window.view.household).problems[1].id
    assert window.session.selection.chosen == ("problem", second)


def test_that_a_focus_that_comes_back_of_itself_chooses_nothing_else(window: MainWindow) -> None:
    shown = table(page_named(window, TITLE), "Problemen")
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    chosen = window.session.dossier(window.view.household).agencies[5]
    window.session.selection.choose("agency", chosen.id)
    page_named(window, "Brieven")
    page_named(window, TITLE)
    shown.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
    assert window.session.selection.chosen == ("agency", chosen.id)


def test_that_another_household_begins_with_nothing_chosen(window: MainWindow) -> None:
    window.session.selection.choose("agency", 1)
    window.household.open_new()
    assert window.session.selection.chosen is None
