from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import own_words
from doorbraak.model.dossier.own_words import OwnWords
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.choice_box import ChoiceBox
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, line, page_named, table

TITLE = "Doelen en eigen woorden"


def text(shown: QWidget, name: str) -> QPlainTextEdit:
    return next(found for found in shown.findChildren(QPlainTextEdit) if found.accessibleName() == name)


def fresh(window: MainWindow) -> Page:
    """The page of a new household."""
    window.household.open_new()
    return page_named(window, TITLE)


def said(window: MainWindow) -> tuple[OwnWords, ...]:
    return window.session.dossier(window.view.household).own_words


def test_that_a_visit_begins_with_their_own_words(window: MainWindow) -> None:
    shown = fresh(window)
    assert QApplication.focusWidget() is text(shown, "Wat is volgens u het probleem?")


def test_that_the_large_box_keeps_itself_and_one_undo_empties_it(qtbot: QtBot, window: MainWindow) -> None:
    shown = fresh(window)
    large = text(shown, "Wat is volgens u het probleem?")
    qtbot.keyClicks(large, "Iedereen wil iets.")
    large._timer.timeout.emit()
    qtbot.keyClicks(large, " Niemand doet iets.")
    qtbot.keyClick(large, Qt.Key.Key_Tab)
    assert [(s.question, s.words) for s in said(window)] == [("problem", "Iedereen wil iets. Niemand doet iets.")]
    assert cell(table(shown, "Eigen woorden"), 0, 1) == "Iedereen wil iets. Niemand doet iets."
    window.undo()
    assert said(window) == ()
    assert large.toPlainText() == ""
    window.redo()
    assert large.toPlainText() == "Iedereen wil iets. Niemand doet iets."


def test_that_emptying_the_large_box_takes_the_words_away(qtbot: QtBot, window: MainWindow) -> None:
    large = text(fresh(window), "Wat is volgens u het probleem?")
    qtbot.keyClicks(large, "Huur")
    qtbot.keyClick(large, Qt.Key.Key_Tab)
    large.setFocus()
    qtbot.keyClick(large, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(large, Qt.Key.Key_Delete)
    qtbot.keyClick(large, Qt.Key.Key_Tab)
    assert said(window) == ()


def test_that_the_large_box_of_one_household_is_not_that_of_another(qtbot: QtBot, window: MainWindow) -> None:
    first = window.view.household
    before = said(window)
    large = text(fresh(window), "Wat is volgens u het probleem?")
    second = window.view.household
    qtbot.keyClicks(large, "Alleen hier")
    window.view.open_household(first)
    assert "Alleen hier" not in large.toPlainText()
    assert said(window) == before
    assert window.session.dossier(second).own_words[0].words == "Alleen hier"


def test_that_words_too_long_stay_as_typed_and_come_back_after_a_lock(qtbot: QtBot, window: MainWindow) -> None:
    shown = fresh(window)
    of, long = window.view.household, "a" * (own_words.LONGEST + 1)
    large = text(shown, "Wat is volgens u het probleem?")
    large.insertPlainText(long)
    qtbot.keyClick(large, Qt.Key.Key_Tab)
    assert said(window) == ()
    assert window.view.notice.isVisible()
    window.lock()
    window.open_with(PASSPHRASE)
    window.view.open_household(of)
    assert text(page_named(window, TITLE), "Wat is volgens u het probleem?").toPlainText() == long


def test_that_an_answer_belongs_to_its_question_and_its_person(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, TITLE)
    before = len(said(window))
    boxes = {found.accessibleName(): found for found in shown.findChildren(ChoiceBox)}
    boxes["Vraag"].choose("went-well")
    person = window.session.dossier(window.view.household).people[1]
    boxes["Wie zegt dit"].choose(person.id)
    field = line(shown, "Antwoord in eigen woorden")
    qtbot.keyClicks(field, "Toen er een vaste hulp was")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    added = said(window)[-1]
    assert (added.question, added.words, added.person) == ("went-well", "Toen er een vaste hulp was", person.id)
    assert field.text() == ""
    answers = table(shown, "Eigen woorden")
    assert cell(answers, before, 0) == "Wat ging eerder goed?"
    answers.setFocus()
    qtbot.keyClick(answers, Qt.Key.Key_Delete)
    assert len(said(window)) == before
    window.undo()
    assert said(window)[-1] == added


def test_that_long_words_are_read_and_written_in_full_below_the_table(qtbot: QtBot, window: MainWindow) -> None:
    shown = fresh(window)
    window.session.run("Eigen woorden toevoegen", own_words.add, window.view.household, "self", "Eén.\nTwee.")
    whole = text(shown, "De gekozen woorden, helemaal")
    assert not whole.isEnabled()
    table(shown, "Eigen woorden").select_first()
    assert whole.toPlainText() == "Eén.\nTwee."
    whole.setFocus()
    qtbot.keyClick(whole, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(whole, " Drie.")
    qtbot.keyClick(whole, Qt.Key.Key_Tab)
    assert said(window)[0].words == "Eén.\nTwee. Drie."


def test_that_a_goal_keeps_the_households_own_words_and_says_what_comes_first(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, TITLE)
    field, goals = line(shown, "Nieuw doel"), table(shown, "Doelen")
    row = goals.model().rowCount()
    qtbot.keyClicks(field, "Gewoon weer eens lachen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert cell(goals, row, 0) == "Gewoon weer eens lachen"
    assert text(shown, "Het gekozen doel, helemaal").toPlainText() == "Gewoon weer eens lachen"
    goals.model().setData(goals.model().index(row, 1), "1")
    assert cell(goals, row, 1) == "Ja"
    assert window.session.dossier(window.view.household).goals[row].first
