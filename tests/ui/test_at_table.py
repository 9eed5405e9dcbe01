from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import problems
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import PAGES
from tests.ui.conftest import cell, page_named, table

PROBLEMS = "Problemen en instanties"


@pytest.fixture(autouse=True)
def problems_too(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page with a table of names, so that a test can read them."""
    monkeypatch.setattr(next(kind.make for kind in PAGES if kind.title == PROBLEMS), "at_table", True)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, *modifiers)
    QApplication.processEvents()


def named(window: MainWindow) -> list[str]:
    shown = table(page_named(window, PROBLEMS), "Problemen")
    return [cell(shown, row, 0) for row in range(shown.model().rowCount())]


def test_that_at_the_table_nothing_is_in_sight_of_costs_or_another_household(qtbot: QtBot, window: MainWindow) -> None:
    page_named(window, "Rekensom")
    press(qtbot, window, Qt.Key.Key_F11)
    listed = window.view._titles.stringList()
    assert listed == [kind.title for kind in PAGES if kind.make.at_table]
    assert not {"Werklijst", "Huishoudens", "Rekensom", "Bezoeken", "Vandaag"} & set(listed)
    assert PAGES[window.view._at - 1].title == listed[0]
    assert not window.view.top._figures["yearly"][1].isVisible()
    assert window.view.top._figures["agencies"][1].isVisible()
    assert window.isFullScreen()


def test_that_no_key_leads_from_the_table_to_what_a_family_may_not_see(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F11)
    at, control = window.view._at, Qt.KeyboardModifier.ControlModifier
    hidden = [n for n, kind in enumerate(PAGES[:9], 1) if not kind.make.at_table]
    for key in (Qt.Key.Key_0, Qt.Key.Key_W, Qt.Key.Key_F, *(Qt.Key(Qt.Key.Key_0 + n) for n in hidden)):
        press(qtbot, window, key, control)
        assert window.view._at == at
    window.session.wanted.emit("cost_line")
    window.find()
    assert window.view._at == at


def test_that_escape_or_f11_leaves_and_all_is_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    letters, state = QApplication.font().pointSizeF(), window.windowState()
    titles = window.view._titles.stringList()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
        page_named(window, PROBLEMS)
        press(qtbot, window, Qt.Key.Key_F11)
        assert QApplication.font().pointSizeF() == letters + 3
        press(qtbot, window, key)
        assert (QApplication.font().pointSizeF(), window.windowState()) == (letters, state)
        assert window.view._titles.stringList() == titles
        assert PAGES[window.view._at - 1].title == PROBLEMS
        assert window.view.top._figures["yearly"][1].isVisible()
        assert window.view._stack.currentWidget().isAncestorOf(QApplication.focusWidget())


def test_that_names_are_plain_at_the_table_and_own_words_stay(qtbot: QtBot, window: MainWindow) -> None:
    home = window.view.household
    domain = next(iter(window.session.catalogue.life_domains))
    window.session.run("Proef", problems.add, home, words="Onze interventie", life_domain=domain)
    assert "Ondertoezichtstelling" in named(window)
    press(qtbot, window, Qt.Key.Key_F11)
    assert "Ondertoezichtstelling" not in named(window)
    assert {"Een vaste jeugdbeschermer van de rechter", "Onze interventie"} <= set(named(window))
    press(qtbot, window, Qt.Key.Key_F11)
    assert "Ondertoezichtstelling" in named(window)


def test_that_what_was_chosen_before_can_change_after_the_pages_are_made_again(
    qtbot: QtBot, window: MainWindow
) -> None:
    page_named(window, PROBLEMS)
    press(qtbot, window, Qt.Key.Key_F11)
    first = window.session.dossier(window.view.household).problems[3]
    window.session.selection.choose("problem", first.id)
    assert table(page_named(window, PROBLEMS), "Problemen").record().id == first.id


def test_that_at_the_table_it_locks_after_twenty_minutes_and_not_after_five(qtbot: QtBot, window: MainWindow) -> None:
    lock = window.findChild(AutoLock)
    start, letters = lock.now(), QApplication.font().pointSizeF()
    now = {"at": start}
    lock.now = lambda: now["at"]
    press(qtbot, window, Qt.Key.Key_F11)
    lock._alive()
    now["at"] = start + timedelta(minutes=19)
    lock.look()
    assert window.session is not None
    now["at"] = start + timedelta(minutes=20)
    lock.look()
    assert window.session is None
    assert lock.idle == timedelta(minutes=5)
    assert (window.isFullScreen(), QApplication.font().pointSizeF()) == (False, letters)


def test_that_a_household_that_goes_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    press(qtbot, window, Qt.Key.Key_F11)
    assert window.at_table.on
    window.undo()
    assert not window.at_table.on
    assert window.view._stack.currentWidget() is window.view.list


def test_that_without_a_household_nobody_sits_at_the_table(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    window.undo()
    window.at_table.toggle()
    assert not window.at_table.on
