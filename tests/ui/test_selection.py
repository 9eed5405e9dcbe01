import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import interventions
from doorbraak.model.insight.missing_parts import missing
from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.conftest import line, page_named, table

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


# -- the doorbraak that is chosen -----------------------------------------------------------------------------

PAGES_OF_ONE = ("Doorbraak", "Onderbouwing", "Papieren")


def in_sight(window: MainWindow, title: str) -> int:
    """The id of the doorbraak that this page is about."""
    shown = page_named(window, title)
    return table(shown, "Doorbraken").record().id if title == "Doorbraak" else shown._which.value


def second(window: MainWindow) -> int:
    return window.session.dossier(window.view.household).interventions[1].id


@pytest.mark.parametrize("where", PAGES_OF_ONE)
def test_that_a_doorbraak_that_is_chosen_on_one_page_is_the_same_on_the_others(
    qtbot: QtBot, window: MainWindow, where: str
) -> None:
    assert len({in_sight(window, title) for title in PAGES_OF_ONE}) == 1
    shown = page_named(window, where)
    chooser = table(shown, "Doorbraken") if where == "Doorbraak" else shown._which
    if where == "Papieren":
        shown._list.setCurrentRow(2)  # a paper about one doorbraak
    chooser.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chooser, Qt.Key.Key_Down)
    assert [in_sight(window, title) for title in PAGES_OF_ONE] == [second(window)] * 3
    window.session.selection.choose("problem", window.session.dossier(window.view.household).problems[0].id)
    assert [in_sight(window, title) for title in PAGES_OF_ONE] == [second(window)] * 3, "a problem is another choice"


def test_that_it_is_still_chosen_after_the_table_and_after_a_lock(window: MainWindow) -> None:
    page_named(window, "Onderbouwing")._which.choose(second(window))
    page_named(window, "Kaart")
    window.at_table.toggle()
    window.at_table.toggle()
    assert [in_sight(window, title) for title in PAGES_OF_ONE] == [second(window)] * 3
    page_named(window, "Vandaag")
    window.lock()
    window.open_with(PASSPHRASE)
    assert [in_sight(window, title) for title in PAGES_OF_ONE] == [second(window)] * 3


def test_that_a_new_doorbraak_is_the_chosen_one(qtbot: QtBot, window: MainWindow) -> None:
    field = line(page_named(window, "Doorbraak"), "Doorbraak toevoegen: typ drie letters")
    qtbot.keyClicks(field, "briefadres")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    new = window.session.dossier(window.view.household).interventions[-1].id
    assert [in_sight(window, title) for title in PAGES_OF_ONE] == [new] * 3


def test_that_what_is_missing_leads_to_the_doorbraak_and_the_place(window: MainWindow) -> None:
    home = window.view.household
    for words in ("Eerste", "Tweede"):
        window.session.run("Doorbraak toevoegen", interventions.add, home, words=words, status="granted")
    last = window.session.dossier(home).interventions[-1].id
    lists = missing(window.session.dossier(home), last, window.session.catalogue)
    by_code = {one.code: one for one in lists}
    for code, tab, key in (
        ("purpose", "Waarvoor", ""), ("own-cost", "", "cost"), ("decider", "Wie beslist", "decider"),
        ("decision-day", "Statusverloop", "decided_on"),
    ):  # fmt: skip
        page_named(window, "Papieren")._which.choose(last)
        window.session.missing_wanted.emit(last, by_code[code])
        shown = window.view._stack.currentWidget()
        listed = table(shown, "Doorbraken")
        assert shown.accessibleName() == "Doorbraak"
        assert listed.record().id == last
        if tab:
            assert shown._tabs.tabText(shown._tabs.currentIndex()).replace("&", "").startswith(tab)
        if key:
            assert listed.hasFocus()
            assert listed._records.columns[listed.currentIndex().column()].key == key
        else:
            assert QApplication.focusWidget() is shown._purpose.problems.choose
    window.session.missing_wanted.emit(last, by_code["comparison"])
    shown = window.view._stack.currentWidget()
    assert shown._tabs.tabText(shown._tabs.currentIndex()).replace("&", "") == "Eerdere gevallen"
    assert shown._which.value == last
