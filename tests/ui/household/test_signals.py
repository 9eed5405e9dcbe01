import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, barriers
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight import names
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

WORDS, RUNG, ARTICLE, AGENCY, TOLD_TO, TOLD_ON = range(6)
PICK = "Artikel kiezen: typ een wet of een woord"


def signals(window: MainWindow) -> tuple[Signal, ...]:
    return window.session.dossier(window.view.household).signals


@pytest.fixture
def one(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """An own household with one signal."""
    window.household.open_new()
    field = line(page_named(window, "Signalen"), "Nieuw signaal")
    qtbot.keyClicks(field, "Eerst de huur betalen mocht niet")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""
    return window


def test_that_one_line_adds_a_signal(one: MainWindow) -> None:
    assert cell(table(page_named(one, "Signalen"), "Signalen"), 0, WORDS) == "Eerst de huur betalen mocht niet"
    one.undo()
    assert signals(one) == ()


def test_that_an_article_is_chosen_for_the_row_by_keys_and_taken_off_again(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Signalen")
    field = line(shown, PICK)
    qtbot.keyClicks(field, "maatwerk")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    chosen = signals(one)[0].article
    article = one.session.catalogue.articles[chosen]
    assert cell(table(shown, "Signalen"), 0, ARTICLE) == names.article_name(chosen, one.session.catalogue)
    assert article.what in shown._text.text()
    off = next(b for b in shown.findChildren(QPushButton) if b.text() == "&Artikel weghalen")
    qtbot.mouseClick(off, Qt.MouseButton.LeftButton)
    assert signals(one)[0].article == ""
    assert not off.isEnabled()


def test_that_own_words_are_no_article(qtbot: QtBot, one: MainWindow) -> None:
    field = line(page_named(one, "Signalen"), PICK)
    qtbot.keyClicks(field, "xyzzy")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert signals(one)[0].article == ""
    assert field.text() == "xyzzy"


def test_that_a_proposal_is_kept_with_its_signal(one: MainWindow) -> None:
    shown = page_named(one, "Signalen")
    shown._proposal.setPlainText("Eerst de huur, dan het overzicht.")
    one.session.flush()
    assert signals(one)[0].proposal == "Eerst de huur, dan het overzicht."
    one.undo()
    assert shown._proposal.toPlainText() == ""


def test_that_who_was_told_and_when_stands_in_the_table(qtbot: QtBot, one: MainWindow) -> None:
    shown = table(page_named(one, "Signalen"), "Signalen")
    type_in_cell(qtbot, shown, 0, TOLD_TO, "Beleid wonen")
    type_in_cell(qtbot, shown, 0, TOLD_ON, "31-2-2026")
    assert "datum" in one.view.notice.text()
    type_in_cell(qtbot, shown, 0, TOLD_ON, "28-02-2026")
    assert cell(shown, 0, TOLD_ON) == "28-2-2026"
    assert signals(one)[0].told_to == "Beleid wonen"


def test_that_the_rungs_stand_from_hard_to_soft(one: MainWindow) -> None:
    column = table(page_named(one, "Signalen"), "Signalen")._records.columns[RUNG]
    assert [value for value, _ in column.choices()] == list(barriers.RUNGS)


def test_that_an_agency_of_the_household_can_be_chosen_and_its_new_name_is_shown(one: MainWindow) -> None:
    home = one.view.household
    added = one.session.run("Instantie toevoegen", agencies.add, home, words="De kredietbank")
    shown = table(page_named(one, "Signalen"), "Signalen")
    column = shown._records.columns[AGENCY]
    assert (str(added), "De kredietbank") in column.choices()
    shown.model().setData(shown.model().index(0, AGENCY), str(added))
    assert cell(shown, 0, AGENCY) == "De kredietbank"
    one.session.run("Instantie wijzigen", agencies.reword, added, "De stadsbank")
    assert cell(shown, 0, AGENCY) == "De stadsbank"


def test_that_without_a_signal_nothing_below_can_be_typed(one: MainWindow) -> None:
    one.undo()
    shown = page_named(one, "Signalen")
    assert not shown._words.isEnabled()
    assert not line(shown, PICK).isEnabled()
    assert shown._none.isVisible()
