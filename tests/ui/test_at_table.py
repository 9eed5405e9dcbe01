from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household, problems
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.neutral import _Cover
from doorbraak.ui.pages import PAGES
from doorbraak.ui.widgets.quick_tiles import QuickTiles
from tests.ui.conftest import cell, page_named, table

PROBLEMS = "Problemen en instanties"


@pytest.fixture(autouse=True)
def problems_too(window: MainWindow) -> Iterator[None]:
    """A page with a table of names, so that a test can read them."""
    shown = next(kind for kind in PAGES if kind.title == PROBLEMS)
    object.__setattr__(shown, "at_table", True)  # it is frozen
    yield
    object.__setattr__(shown, "at_table", False)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, *modifiers)
    QApplication.processEvents()


def named(window: MainWindow) -> list[str]:
    shown = table(page_named(window, PROBLEMS), "Problemen")
    return [cell(shown, row, 0) for row in range(shown.model().rowCount())]


def test_that_at_the_table_nothing_is_in_sight_of_costs_or_another_household(qtbot: QtBot, window: MainWindow) -> None:
    page_named(window, "Rekensom")
    press(qtbot, window, Qt.Key.Key_F11)
    listed = window.view._nav.titles()
    assert listed == [kind.title for kind in PAGES if kind.at_table]
    assert not {"Werklijst", "Huishoudens", "Rekensom", "Bezoeken", "Vandaag"} & set(listed)
    assert PAGES[window.view._at - 1].title == listed[0]
    assert not window.view.top._figures["yearly"][1].isVisible()
    assert window.view.top._figures["agencies"][1].isVisible()
    assert window.isFullScreen()


def test_that_no_key_leads_from_the_table_to_what_a_family_may_not_see(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F11)
    at, control = window.view._at, Qt.KeyboardModifier.ControlModifier
    hidden = [n for n, kind in enumerate(PAGES[:9], 1) if not kind.at_table]
    for key in (Qt.Key.Key_0, Qt.Key.Key_W, Qt.Key.Key_F, *(Qt.Key(Qt.Key.Key_0 + n) for n in hidden)):
        press(qtbot, window, key, control)
        assert window.view._at == at
    window.session.wanted.emit("cost_line")
    window.find()
    assert window.view._at == at


def test_that_escape_or_f11_leaves_and_all_is_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    letters, state = QApplication.font().pointSizeF(), window.windowState()
    titles = window.view._nav.titles()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
        page_named(window, PROBLEMS)
        press(qtbot, window, Qt.Key.Key_F11)
        assert QApplication.font().pointSizeF() == letters + 3
        press(qtbot, window, key)
        assert (QApplication.font().pointSizeF(), window.windowState()) == (letters, state)
        assert window.view._nav.titles() == titles
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


def test_that_a_household_that_goes_ends_it_and_the_list_of_families_is_covered(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.household.open_new()
    press(qtbot, window, Qt.Key.Key_F11)
    assert window.at_table.on
    window.undo()
    assert not window.at_table.on
    assert window.neutral.on
    assert not window.view.list.isVisible()
    assert isinstance(QApplication.focusWidget().parent(), _Cover)
    assert window.windowTitle() == "Doorbraak"
    press(qtbot, window, Qt.Key.Key_F12)
    assert window.view._stack.currentWidget() is window.view.list
    assert window.view.list.isVisible()


def entry(window: MainWindow, text: str) -> QAction:
    return next(a for a in window.menus.findChildren(QAction) if a.text().replace("&", "").startswith(text))


def test_that_what_does_not_belong_at_the_table_is_grey_there(qtbot: QtBot, window: MainWindow) -> None:
    named = ("Weghalen uit de lijst", "Huishouden naar een bestand", "Naam wijzigen", "Mijn gegevens")
    entries = [entry(window, text) for text in named]
    assert all(one.isEnabled() for one in entries)
    press(qtbot, window, Qt.Key.Key_F11)
    assert not any(one.isEnabled() for one in entries)
    press(qtbot, window, Qt.Key.Key_F11)
    assert all(one.isEnabled() for one in entries)


def test_that_undo_does_not_say_at_the_table_what_was_done(qtbot: QtBot, window: MainWindow) -> None:
    window.session.run("Veiligheid wijzigen", household.set_no_paper, window.view.household, True)
    assert window.menus.undo.text() == "&Ongedaan maken: Veiligheid wijzigen"
    press(qtbot, window, Qt.Key.Key_F11)
    assert (window.menus.undo.text(), window.menus.undo.isEnabled()) == ("&Ongedaan maken", True)
    window.undo()
    assert (window.menus.redo.text(), window.menus.redo.isEnabled()) == ("O&pnieuw doen", True)
    press(qtbot, window, Qt.Key.Key_F11)
    assert window.menus.redo.text() == "O&pnieuw doen: Veiligheid wijzigen"


def test_that_it_does_not_show_at_the_table_that_paper_is_not_safe(qtbot: QtBot, window: MainWindow) -> None:
    home = window.view.household
    window.session.run("Proef", household.set_no_paper, home, True)
    page_named(window, PROBLEMS)
    mark = next(label for label in window.view.top.findChildren(QLabel) if label.text() == "Niet op papier")
    assert mark.isVisible()
    press(qtbot, window, Qt.Key.Key_F11)
    assert not mark.isVisible()
    window.session.run("Proef", household.rename, home, "Merel")
    assert not mark.isVisible()
    for text in ("Kaart afdrukken", "Kaart opslaan"):
        window.view.notice.clear()
        entry(window, text).trigger()
        assert window.view.notice.text() == "Afdrukken kan nu niet. Doe dit later, aan je eigen bureau."
    press(qtbot, window, Qt.Key.Key_F11)
    assert mark.isVisible()


def test_that_tiles_follow_the_names_of_the_table(qtbot: QtBot, window: MainWindow) -> None:
    def named() -> set[str]:
        tiles = window.view.quick.findChild(QuickTiles)
        domains, met = tiles.findChild(QListWidget), set()
        for row in range(domains.count()):
            domains.setCurrentRow(row)
            met |= {tile.kind.name for tile in tiles._tiles}
        return met

    window.view.quick.show_tiles()
    assert "Ambulante begeleiding (Wmo)" in named()
    press(qtbot, window, Qt.Key.Key_F11)
    assert not window.view.quick.tiles_shown
    window.view.quick.show_tiles()
    assert "Begeleiding bij u thuis (Wmo)" in named()
    assert "Ambulante begeleiding (Wmo)" not in named()
    window.view.quick.close_tiles()
    press(qtbot, window, Qt.Key.Key_F11)
    window.view.quick.show_tiles()
    assert "Ambulante begeleiding (Wmo)" in named()


def test_that_the_quick_line_speaks_plainly_when_one_sits_down_and_half_words_stay(
    qtbot: QtBot, window: MainWindow
) -> None:
    page_named(window, PROBLEMS)
    entry = window.view.quick.entry
    entry.take_focus()
    qtbot.keyClicks(entry.line, "Ondertoezicht")
    qtbot.keyClick(entry.line, Qt.Key.Key_Return)
    assert "Ondertoezichtstelling" in entry._taken.text()
    qtbot.keyClicks(entry.line, "Halve")
    press(qtbot, window, Qt.Key.Key_F11)
    assert "Ondertoezichtstelling" not in entry._taken.text() + entry._taken.toolTip() + entry._taken.accessibleName()
    assert entry.line.text() == "Halve"
    assert "Halve" in window.session.store.drafts.all().values()


def test_that_without_a_household_nobody_sits_at_the_table(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    window.undo()
    window.at_table.toggle()
    assert not window.at_table.on
