from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import people, sharing
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.choice_box import ChoiceBox
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

DAY, WHAT, AGENCY, WITH_WHOM, GROUND, LAW, TOLD, WHY_UNTOLD = range(8)


def known(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


@pytest.fixture
def empty(window: MainWindow) -> MainWindow:
    window.household.open_new()
    return window


def tab(window: MainWindow, at: int) -> Page:
    shown = page_named(window, "Delen en rechten")
    shown.findChild(QTabWidget).setCurrentIndex(at)
    return shown


def add(qtbot: QtBot, shown: Page, name: str, text: str) -> None:
    field = line(shown, name)
    field.setFocus()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""


def test_that_what_is_not_told_yet_is_said_in_words(qtbot: QtBot, empty: MainWindow) -> None:
    shown = tab(empty, 0)
    add(qtbot, shown, "Nieuw gedeeld gegeven", "Het plan")
    acts = table(shown, "Wat is gedeeld")
    assert cell(acts, 0, TOLD) == "nog niet"
    assert known(empty).sharing[0].on_day == date.today()
    type_in_cell(qtbot, acts, 0, TOLD, "2-11-2026")
    assert cell(acts, 0, TOLD) == "sinds 2-11-2026"
    type_in_cell(qtbot, acts, 0, TOLD, "")
    assert cell(acts, 0, TOLD) == "nog niet"


def test_that_not_told_asks_for_a_reason_and_says_so_quietly(qtbot: QtBot, empty: MainWindow) -> None:
    shown = tab(empty, 0)
    add(qtbot, shown, "Nieuw gedeeld gegeven", "Het plan")
    acts = table(shown, "Wat is gedeeld")
    assert cell(acts, 0, WHY_UNTOLD) == "nog geen reden"
    assert shown._untold.isVisible()
    assert "reden: 1" in shown._untold.text()
    type_in_cell(qtbot, acts, 0, WHY_UNTOLD, "Dan is de moeder niet veilig")
    assert known(empty).sharing[0].why_untold == "Dan is de moeder niet veilig"
    assert not shown._untold.isVisible()
    type_in_cell(qtbot, acts, 0, WHY_UNTOLD, "")
    type_in_cell(qtbot, acts, 0, TOLD, "2-11-2026")
    assert cell(acts, 0, WHY_UNTOLD) == ""
    assert not shown._untold.isVisible()


def test_that_an_act_of_sharing_has_a_day(qtbot: QtBot, empty: MainWindow) -> None:
    shown = tab(empty, 0)
    add(qtbot, shown, "Nieuw gedeeld gegeven", "Het plan")
    acts = table(shown, "Wat is gedeeld")
    type_in_cell(qtbot, acts, 0, DAY, "")
    assert "datum" in empty.view.notice.text()
    assert known(empty).sharing[0].on_day == date.today()


def test_that_the_six_grounds_of_the_avg_can_be_chosen(qtbot: QtBot, empty: MainWindow) -> None:
    shown = tab(empty, 0)
    add(qtbot, shown, "Nieuw gedeeld gegeven", "Het plan")
    acts = table(shown, "Wat is gedeeld")
    assert [value for value, _ in acts._records.columns[GROUND].choices()] == list(sharing.GROUNDS)
    acts.model().setData(acts.model().index(0, GROUND), "public-task")
    assert cell(acts, 0, GROUND) == "Taak van algemeen belang"


def test_that_the_page_says_what_consent_can_not_do(empty: MainWindow) -> None:
    said = [label.text() for label in tab(empty, 0).findChildren(QLabel) if label.isVisible()]
    assert any("toestemming" in text.lower() and "niet" in text for text in said)


def test_that_why_is_kept_and_undone(qtbot: QtBot, empty: MainWindow) -> None:
    shown = tab(empty, 0)
    add(qtbot, shown, "Nieuw gedeeld gegeven", "Het plan")
    shown._why.setPlainText("Zij beslist over de bijdrage.")
    empty.session.flush()
    assert known(empty).sharing[0].why == "Zij beslist over de bijdrage."
    empty.undo()
    assert shown._why.toPlainText() == ""


def test_that_a_correction_keeps_what_stood_there_what_should_and_what_was_decided(
    qtbot: QtBot, empty: MainWindow
) -> None:
    mother = empty.session.run("Persoon toevoegen", people.add, empty.view.household, name="Sanne")
    shown = tab(empty, 1)
    add(qtbot, shown, "Nieuwe verbetering", "Zij dronk tot 2021")
    asked = table(shown, "Verbeteringen")
    type_in_cell(qtbot, asked, 0, 3, "Problemen")
    type_in_cell(qtbot, asked, 0, 4, "Zij drinkt")
    asked.model().setData(asked.model().index(0, 1), str(mother))
    asked.model().setData(asked.model().index(0, 6), "refused")
    reason = shown._corrections._texts[2]
    reason.setPlainText("De brief is van dit jaar.")
    empty.session.flush()
    (one,) = known(empty).corrections
    assert (one.place, one.old_text, one.new_text) == ("Problemen", "Zij drinkt", "Zij dronk tot 2021")
    assert (one.person, one.decision, one.reason) == (mother, "refused", "De brief is van dit jaar.")
    assert (cell(asked, 0, 1), cell(asked, 0, 6)) == ("Sanne", "Afgewezen")


def test_that_the_day_of_a_decision_is_kept_and_what_is_still_open_is_said(qtbot: QtBot, empty: MainWindow) -> None:
    shown = tab(empty, 1)
    add(qtbot, shown, "Nieuwe verbetering", "Zij dronk tot 2021")
    asked, open_ = table(shown, "Verbeteringen"), shown._corrections._open
    type_in_cell(qtbot, asked, 0, 0, "31-01-2026")
    assert "Antwoord uiterlijk op 28-2-2026." in open_.text()
    assert "Te laat: 1." in open_.text()
    asked.model().setData(asked.model().index(0, 6), "refused")
    assert known(empty).corrections[0].decided_on == date.today()
    assert open_.text() == "○ Niet of deels verbeterd, en nog zonder reden: 1."
    asked.model().setData(asked.model().index(0, 6), "statement")
    assert not open_.isVisible()
    assert cell(asked, 0, 6) == "Verklaring erbij gezet"
    type_in_cell(qtbot, asked, 0, 7, "03-02-2026")
    assert known(empty).corrections[0].decided_on == date(2026, 2, 3)
    empty.undo()
    assert known(empty).corrections[0].decided_on == date.today()
    asked.model().setData(asked.model().index(0, 6), "")
    assert known(empty).corrections[0].decided_on is None


def test_that_a_correction_of_nothing_is_refused_and_stays_as_typed(qtbot: QtBot, empty: MainWindow) -> None:
    shown = tab(empty, 1)
    add(qtbot, shown, "Nieuwe verbetering", "Zij dronk tot 2021")
    asked = table(shown, "Verbeteringen")
    type_in_cell(qtbot, asked, 0, 5, "")
    assert known(empty).corrections[0].new_text == "Zij dronk tot 2021"
    assert "moet staan" in empty.view.notice.text()


def test_that_a_statement_is_kept_word_for_word_and_comes_back_after_delete(qtbot: QtBot, empty: MainWindow) -> None:
    shown = tab(empty, 2)
    who = asking(shown)
    who.choose(0)
    assert who.currentText() == "Een ander"
    add(qtbot, shown, "Nieuwe verklaring", "Ik ben geen geval.")
    said = table(shown, "Eigen verklaringen")
    type_in_cell(qtbot, said, 0, 2, "oma")
    said.setFocus()
    said.select_first()
    qtbot.keyClick(said, Qt.Key.Key_Delete)
    assert known(empty).statements == ()
    empty.undo()
    assert (known(empty).statements[0].words, known(empty).statements[0].by_whom) == ("Ik ben geen geval.", "oma")


def asking(shown: Page) -> ChoiceBox:
    (who,) = [one for one in shown.findChildren(ChoiceBox) if one.accessibleName() == "Wie zegt dit?"]
    return who


def test_that_a_statement_asks_who_makes_it_and_keeps_what_was_typed(qtbot: QtBot, empty: MainWindow) -> None:
    """It stands in the inzage of that person; without one in nobody's, so it is not left out by chance."""
    with empty.session.store.change("Mens erbij"):
        person = people.add(empty.session.store, empty.view.household, name="Fatima")
    shown = tab(empty, 2)
    field, who = line(shown, "Nieuwe verklaring"), asking(shown)
    field.setFocus()
    qtbot.keyClicks(field, "Ik ben geen geval.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert known(empty).statements == ()
    assert "Kies eerst wie dit zegt" in empty.view.notice.text()
    assert who.hasFocus()
    qtbot.keyClick(who, Qt.Key.Key_Down)
    assert field.text() == "Ik ben geen geval."
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [(one.words, one.person) for one in known(empty).statements] == [("Ik ben geen geval.", person)]
    assert who.value is None, "the next one is asked anew"


def test_that_typing_can_begin_on_each_tab(empty: MainWindow) -> None:
    for at, name in enumerate(("Nieuw gedeeld gegeven", "Nieuwe verbetering", "Nieuwe verklaring")):
        shown = tab(empty, at)
        shown.take_focus()
        assert line(shown, name).hasFocus()
