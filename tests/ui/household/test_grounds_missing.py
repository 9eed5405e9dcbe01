import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import barriers, justification
from doorbraak.ui import theme
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.line_list import LineList
from tests.ui.conftest import page_named, table
from tests.ui.household.grounds_page import (
    ARTICLES,
    BARRIERS,
    EARLIER,
    PERSPECTIVES,
    VALUES,
    WEIGHING,
    doorbraak,
    dossier,
    shown_on,
    with_doorbraak,
)


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    return with_doorbraak(window)


def open_list(qtbot: QtBot, window: MainWindow) -> object:
    """By its letter, which presses the button for a moment; then the list has the focus."""
    qtbot.keyClick(window, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), LineList))
    return QApplication.focusWidget()


def choose(qtbot: QtBot, listed: object, words: str) -> None:
    """Up or down to the line with these words, and Enter."""
    at = next(row for row in range(listed.count()) if words in listed.item(row).text())
    steps = at - listed.currentRow()
    for _ in range(abs(steps)):
        qtbot.keyClick(listed, Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_that_the_count_is_in_sight_and_the_list_says_why(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, ARTICLES)
    assert shown._missing.fold.text().startswith("Nog 20 d&ingen")
    assert shown._missing.isHidden()
    listed = open_list(qtbot, fresh)
    assert listed is shown._missing._list
    assert listed.count() == 20
    assert listed.item(2).text() == "Wie beslist, staat er nog niet.\nEen besluit van iemand zonder mandaat geldt niet."
    qtbot.keyClick(listed, Qt.Key.Key_Escape)
    assert shown._missing.isHidden()
    assert shown._missing.fold.hasFocus()


def test_that_enter_goes_to_the_tab_and_the_field(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, EARLIER)
    for words, tab, field in (
        ("juridische toets", WEIGHING, shown._weighing.fields["legal-test"]),
        ("rendement", VALUES, shown._values.fields["return"]),
        ("maatschappelijke kant", PERSPECTIVES, shown._perspectives.table),
        ("afweging", PERSPECTIVES, shown._perspectives.weighing),
        ("vergeleken", EARLIER, shown._earlier._compared._new),  # no earlier case: one from elsewhere
    ):
        shown._tabs.setCurrentIndex(ARTICLES)
        shown._missing.turn()
        choose(qtbot, QApplication.focusWidget(), words)
        assert shown._tabs.currentIndex() == tab, words
        assert field.hasFocus(), words
        assert shown._missing.isHidden()
    assert shown._perspectives.table.record().side == "societal"


def test_that_a_click_goes_there_too(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, ARTICLES)
    listed = open_list(qtbot, fresh)
    at = next(row for row in range(listed.count()) if "gewenste effect" in listed.item(row).text())
    listed.scrollToItem(listed.item(at))
    where = listed.visualItemRect(listed.item(at)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert shown._weighing.fields["wanted-effect"].hasFocus()


def test_that_an_article_without_a_reason_and_a_barrier_without_a_rung_are_chosen_there(
    qtbot: QtBot, fresh: MainWindow
) -> None:
    run, chosen = fresh.session.run, doorbraak(fresh)
    shown = shown_on(fresh, WEIGHING)
    run("Rechtsgrond", justification.add, chosen, "wgs:3:1", reason="Past")
    bare = run("Rechtsgrond", justification.add, chosen, "awb:4:84", role="room")
    barrier = run("Belemmering", barriers.add, chosen, "Dat doen we nooit")
    for words, tab, name, row in (
        ("waarom het hier past", ARTICLES, "Rechtsgronden", bare),
        ("wat het echt is", BARRIERS, "Belemmeringen", barrier),
    ):
        shown._tabs.setCurrentIndex(WEIGHING)
        choose(qtbot, open_list(qtbot, fresh), words)
        assert shown._tabs.currentIndex() == tab
        assert table(shown, name).record().id == row
        assert table(shown, name).hasFocus()


def test_that_what_stands_elsewhere_is_gone_to(qtbot: QtBot, fresh: MainWindow) -> None:
    for words, title in (("Wie beslist", "Doorbraak"), ("zelf kost", "Doorbraak")):
        shown_on(fresh, VALUES)
        choose(qtbot, open_list(qtbot, fresh), words)
        assert fresh.view._stack.currentWidget().accessibleName() == title


def test_that_it_says_so_when_nothing_is_missing(qtbot: QtBot, window: MainWindow) -> None:
    shown = shown_on(window, PERSPECTIVES)
    assert (shown._complete.text(), shown._complete.isVisible()) == ("Er ontbreekt niets.", True)
    assert not shown._missing.fold.isVisible()
    shown._which.choose(dossier(window).interventions[1].id)
    assert shown._missing.fold.isVisible()
    assert not shown._complete.isVisible()


def test_that_without_a_doorbraak_nothing_is_missing_yet(window: MainWindow) -> None:
    window.household.open_new()
    shown = shown_on(window, WEIGHING)
    assert not shown._missing.fold.isVisible()
    assert not shown._complete.isVisible()


def test_that_every_line_leads_somewhere(qtbot: QtBot, fresh: MainWindow) -> None:
    for at in range(20):
        shown = shown_on(fresh, EARLIER)
        shown._missing.fold.setFocus()
        before = fresh.view._stack.currentWidget()
        shown._missing.turn()
        shown._missing._list.setCurrentRow(at)
        qtbot.keyClick(shown._missing._list, Qt.Key.Key_Return)
        QApplication.processEvents()
        now = fresh.view._stack.currentWidget()
        assert now is not before or now.isAncestorOf(QApplication.focusWidget()), at
        assert QApplication.focusWidget() is not shown._missing.fold, at


def test_that_at_least_eight_lines_are_whole_in_sight_and_nothing_scrolls_around_them(
    qtbot: QtBot, fresh: MainWindow
) -> None:
    fresh.resize(1366, 768)
    shown = shown_on(fresh, WEIGHING)
    listed = open_list(qtbot, fresh)
    QApplication.processEvents()
    room = listed.viewport().rect()
    assert sum(room.contains(listed.visualItemRect(listed.item(at))) for at in range(listed.count())) >= 8
    assert fresh.view._scroll.verticalScrollBar().maximum() == 0
    assert not shown._tabs.isVisible()
    qtbot.keyClick(listed, Qt.Key.Key_Escape)
    assert shown._tabs.isVisible()


def test_that_a_list_that_was_left_open_hides_nothing_when_one_comes_back(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, WEIGHING)
    open_list(qtbot, fresh)
    page_named(fresh, "Doorbraak")
    assert shown_on(fresh, WEIGHING)._tabs.isVisible()
    assert shown._missing.fold.text().endswith("▸")


def test_that_the_form_scrolls_by_itself_and_its_head_stays(fresh: MainWindow, qapp: QApplication) -> None:
    before = qapp.font()
    fresh.resize(1366, 768)
    try:
        while theme.zoom() < 1.2:
            fresh.appearance.zoom(1)
        shown = shown_on(fresh, EARLIER)
        shown._tabs.setCurrentIndex(WEIGHING)
        QApplication.processEvents()
        assert shown._weighing.verticalScrollBar().maximum() > 0
        assert fresh.view._scroll.verticalScrollBar().maximum() == 0
    finally:
        QApplication.setFont(before)
        theme.apply(qapp, theme.LIGHT)
