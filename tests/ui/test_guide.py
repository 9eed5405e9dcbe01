"""Step by step through a first household: by what is in the dossier, no pop-up, and gone for good when skipped."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, goals, interventions, people, problems
from doorbraak.ui.guide import Guide
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from tests.conftest import PASSPHRASE
from tests.ui.rooms import press

Make = Callable[[Path], MainWindow]


@pytest.fixture
def begun(make_window: Make, workspace: Path) -> MainWindow:
    """On a first household in which there is nothing."""
    window = make_window(workspace)
    window.open_with(PASSPHRASE)
    window.household.open_new()
    return window


def guide(window: MainWindow) -> Guide:
    assert window.view is not None
    return window.view.guide


def go(qtbot: QtBot, window: MainWindow) -> str:
    """The page to which the line leads."""
    press(qtbot, guide(window), "Breng me erheen")
    assert window.view is not None
    return window.view.page_title()


def test_that_each_step_ticks_itself_off_and_leads_to_where_the_next_is_done(qtbot: QtBot, begun: MainWindow) -> None:
    session, home = begun.session, begun.view.household
    assert guide(begun).isVisible()
    assert "0 van 5" in guide(begun).said.text()
    assert QApplication.activeModalWidget() is None
    go(qtbot, begun)
    assert begun.view.quick.isAncestorOf(QApplication.focusWidget())
    session.run("p", problems.add, home, words="Huur", life_domain="wonen")
    assert "0 van 5" in guide(begun).said.text()
    session.run("a", agencies.add, home, words="Corporatie")
    assert "1 van 5" in guide(begun).said.text()
    assert go(qtbot, begun) == "Mensen"
    session.run("m", people.add, home, name="Moeder")
    assert go(qtbot, begun) == "Doelen en eigen woorden"
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Nieuw doel", "and not where they tell what the problem is"
    session.run("d", goals.add, home, "Rust")
    assert go(qtbot, begun) == "Doorbraak"
    session.run("s", interventions.add, home, words="Schuld overnemen")
    assert go(qtbot, begun) == "Papieren"
    session.store.note("afdrukken", "huishouden 1")
    guide(begun).look()
    assert "Alle vijf" in guide(begun).said.text()
    press(qtbot, guide(begun), "Klaar")
    assert not guide(begun).isVisible()


def test_that_undo_takes_a_step_back_too(begun: MainWindow) -> None:
    session, home = begun.session, begun.view.household
    session.run("m", people.add, home, name="Moeder")
    assert "1 van 5" in guide(begun).said.text()
    session.undo()
    assert "0 van 5" in guide(begun).said.text()


def test_that_who_skips_it_sees_it_no_more_until_it_is_asked_for(
    qtbot: QtBot, begun: MainWindow, make_window: Make
) -> None:
    press(qtbot, guide(begun), "Niet meer tonen")
    assert not guide(begun).isVisible()
    begun.show_page(1)
    assert not guide(begun).isVisible()
    begun.lock()
    begun.open_with(PASSPHRASE)
    begun.view.open_household(1)
    assert not guide(begun).isVisible()
    next(action for action, entry in begun.menus._actions if entry.text == "S&tap voor stap").trigger()
    assert guide(begun).isVisible()


def test_that_an_example_has_none(window: MainWindow) -> None:
    assert not guide(window).isVisible()


def test_that_it_is_not_there_over_all_households_nor_with_a_second_one(begun: MainWindow) -> None:
    begun.show_page(0)
    assert not guide(begun).isVisible()
    begun.household.open_new()
    assert not guide(begun).isVisible()


def test_that_at_the_table_nobody_sees_it(qtbot: QtBot, begun: MainWindow) -> None:
    qtbot.keyClick(begun, Qt.Key.Key_F11)
    assert begun.at_table.on
    assert not guide(begun).isVisible()
    qtbot.keyClick(begun, Qt.Key.Key_F11)
    assert guide(begun).isVisible()


def test_that_every_page_still_fits_with_it(begun: MainWindow) -> None:
    from tests.ui.test_screens import clipped

    for at in range(1, len(PAGES) + 1):
        begun.show_page(at)
        QApplication.processEvents()
        assert clipped(begun) == [], PAGES[at - 1].title
        assert (begun.width(), begun.height()) == (1366, 768)
