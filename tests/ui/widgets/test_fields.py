from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import people
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.fields import TextField
from tests.conftest import PASSPHRASE
from tests.ui.conftest import line, page_named, table


def words(window: MainWindow) -> TextField:
    shown = page_named(window, "Doorbraak")
    return next(f for f in shown.findChildren(TextField) if f.accessibleName() == "Wat gebeurt er in dit huishouden?")


def test_that_a_long_text_is_saved_after_the_pause(qtbot: QtBot, window: MainWindow) -> None:
    field = words(window)
    field.setFocus()
    qtbot.keyClicks(field, "Nu. ")
    assert field._timer.isActive()
    assert field._timer.interval() <= 2000
    field._timer.timeout.emit()
    assert window.session.dossier(window.view.household).interventions[0].words.startswith("Nu. ")


def test_that_a_text_that_is_left_is_saved_at_once(qtbot: QtBot, window: MainWindow) -> None:
    field = words(window)
    field.setFocus()
    qtbot.keyClicks(field, "Eerst ")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert window.session.dossier(window.view.household).interventions[0].words.startswith("Eerst ")


def test_that_keys_of_one_visit_are_one_undo_step(qtbot: QtBot, window: MainWindow) -> None:
    field = words(window)
    before = field.toPlainText()
    field.setFocus()
    for part in ("een ", "twee ", "drie "):
        qtbot.keyClicks(field, part)
        field._timer.timeout.emit()
    field.clearFocus()
    window.undo()
    assert field.toPlainText() == before
    assert window.session.store.undo_label is None


def test_that_a_text_that_is_too_long_stays_and_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    household = window.view.household
    field = words(window)
    field.setFocus()
    field.setPlainText("a" * 2500)
    field.clearFocus()
    assert "te lang" in window.view.notice.text()
    window.lock()
    window.open_with(PASSPHRASE)
    window.view.open_household(household)
    assert words(window).toPlainText() == "a" * 2500
    assert window.session.dossier(household).interventions[0].words != "a" * 2500


def test_that_a_text_in_the_editor_is_saved_by_a_lock(qtbot: QtBot, window: MainWindow) -> None:
    household = window.view.household
    field = words(window)
    field.setFocus()
    qtbot.keyClicks(field, "Slot ")
    window.lock()
    window.open_with(PASSPHRASE)
    assert window.session.dossier(household).interventions[0].words.startswith("Slot ")


def test_that_a_saved_text_does_not_move_the_cursor(qtbot: QtBot, window: MainWindow) -> None:
    """A pasted tab, a decomposed accent or an invisible sign is stored otherwise than it was typed."""
    field = words(window)
    field.setFocus()
    field.setPlainText("Naam\tbedrag cafe\u0301 \u200bx")
    field.moveCursor(QTextCursor.MoveOperation.End)
    field._timer.timeout.emit()
    qtbot.keyClicks(field, "ERNA")
    assert field.toPlainText().endswith("xERNA")
    field.clearFocus()
    assert window.session.dossier(window.view.household).interventions[0].words.endswith("xERNA")


def test_that_the_other_row_does_not_get_this_rows_text(qtbot: QtBot, window: MainWindow) -> None:
    field = words(window)
    steps = window.session.dossier(window.view.household).interventions
    field.setFocus()
    qtbot.keyClicks(field, "Alleen hier ")
    from tests.ui.conftest import table

    table(page_named(window, "Doorbraak"), "Doorbraken").setCurrentIndex(
        table(page_named(window, "Doorbraak"), "Doorbraken").model().index(1, 0)
    )
    assert isinstance(field, QPlainTextEdit)
    now = window.session.dossier(window.view.household).interventions
    assert now[0].words.startswith("Alleen hier ")
    assert now[1].words == steps[1].words
    assert field.toPlainText() == steps[1].words


def test_that_after_adding_undo_takes_back_the_step_and_while_typing_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    field = line(page_named(window, "Mensen"), "Nieuwe persoon")
    control = Qt.KeyboardModifier.ControlModifier

    def counted() -> int:
        return len(window.session.dossier(window.view.household).people)

    before = counted()
    field.setFocus()
    qtbot.keyClicks(field, "Sam")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert counted() == before + 1
    qtbot.keyClicks(field, "Bo")
    qtbot.keyClick(field, Qt.Key.Key_Z, control)
    assert field.text() == ""
    assert counted() == before + 1
    qtbot.keyClick(field, Qt.Key.Key_Y, control)
    assert field.text() == "Bo"
    qtbot.keyClick(field, Qt.Key.Key_Z, control)
    qtbot.keyClick(field, Qt.Key.Key_Z, control)
    assert counted() == before
    assert field.text() == ""
    assert field.hasFocus()


def test_that_a_line_with_suggestions_leaves_undo_to_the_window_too(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    field, problems = line(shown, "Probleem toevoegen: typ drie letters"), table(shown, "Problemen")
    before = problems.model().rowCount()
    field.setFocus()
    qtbot.keyClicks(field, "eenz")
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    assert problems.model().rowCount() == before + 1
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert problems.model().rowCount() == before
    control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_Z, control_shift)
    assert problems.model().rowCount() == before + 1


def test_that_a_search_line_with_nothing_typed_leaves_undo_to_the_window(qtbot: QtBot, window: MainWindow) -> None:
    home = window.view.household
    before = len(window.session.dossier(home).people)
    window.session.run("Persoon toevoegen", people.add, home, name="Sam")
    window.show_page(0)
    field = line(window, "Zoeken in alle huishoudens")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(window.session.dossier(home).people) == before
