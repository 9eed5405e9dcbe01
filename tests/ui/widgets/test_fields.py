from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.fields import TextField
from tests.conftest import PASSPHRASE
from tests.ui.conftest import page_named


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
