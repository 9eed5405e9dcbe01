"""What is half typed in a dialog when the workspace locks is there again when the dialog is opened again."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from doorbraak.ui import assumptions
from doorbraak.ui.assumptions import AssumptionsDialog
from doorbraak.ui.household.household_file import HouseholdFilePage
from doorbraak.ui.household.household_file_closing import Closing
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview import signals_letter
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.form_drafts import FormDrafts
from doorbraak.ui.widgets.quick_paste import PasteAgencies
from tests.ui.conftest import page_named
from tests.ui.rooms import unlock_again

Step = Callable[[FormDialog], object]
TYPED = "tante Bep\nbuurman Kees"


def paste(window: MainWindow) -> None:
    window.view.quick.paste()


def close_dossier(window: MainWindow) -> None:
    page = page_named(window, "Dossier")
    assert isinstance(page, HouseholdFilePage)
    page._ask_closing()


FORMS = [
    (paste, PasteAgencies, "text"),
    (close_dossier, Closing, "close_words"),
    (assumptions.edit_assumptions, AssumptionsDialog, "discount_source"),
]
every_form = pytest.mark.parametrize(("open_", "kind", "key"), FORMS, ids=lambda one: getattr(one, "__name__", one))


def with_form(window: MainWindow, open_: Callable[[MainWindow], None], kind: type[FormDialog], work: Step) -> None:
    """`work` with the dialog that `open_` opens, until it is closed."""
    faults: list[BaseException] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        try:
            assert isinstance(dialog, kind)
            work(dialog)
            assert not dialog.isVisible()
        except BaseException as error:  # noqa: BLE001 - an exception in a slot would leave the dialog open
            faults.append(error)
            if dialog is not None:
                dialog.close()

    QTimer.singleShot(0, window, answer)
    open_(window)
    if faults:
        raise faults[0]


def words(dialog: FormDialog, key: str) -> QPlainTextEdit:
    field = dialog.fields[key]
    assert isinstance(field, QPlainTextEdit)
    return field


@every_form
def test_that_what_is_typed_in_a_dialog_at_a_lock_comes_back_and_is_said_to_be_unsaved(
    qtbot: QtBot, window: MainWindow, open_: Callable[[MainWindow], None], kind: type[FormDialog], key: str
) -> None:
    def locked(dialog: FormDialog) -> None:
        words(dialog, key).setPlainText(TYPED)
        window.lock()

    def found(dialog: FormDialog) -> None:
        assert words(dialog, key).toPlainText() == TYPED
        assert "nog niet opgeslagen" in dialog.notice.text()
        assert dialog.notice.property("calm")
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def empty(dialog: FormDialog) -> None:
        assert TYPED not in words(dialog, key).toPlainText()
        assert dialog.notice.isHidden()
        dialog.reject()

    with_form(window, open_, kind, locked)
    assert window.session is None
    unlock_again(qtbot, window)
    with_form(window, open_, kind, found)
    with_form(window, open_, kind, empty)


@every_form
def test_that_two_seconds_after_the_last_key_it_would_survive_a_kill(
    window: MainWindow, open_: Callable[[MainWindow], None], kind: type[FormDialog], key: str
) -> None:
    def type_(dialog: FormDialog) -> None:
        words(dialog, key).setPlainText(TYPED)
        timer = dialog.findChild(FormDrafts)._timer
        assert timer.isActive()
        assert timer.interval() <= 2000
        timer.timeout.emit()
        assert any("tante Bep" in content for content in window.session.store.drafts.all().values())
        words(dialog, key).undo()
        dialog.reject()

    with_form(window, open_, kind, type_)
    assert not any("tante Bep" in content for content in window.session.store.drafts.all().values())


def test_that_what_was_saved_leaves_no_draft(window: MainWindow) -> None:
    def save(dialog: FormDialog) -> None:
        words(dialog, "text").setPlainText("tante Bep")
        dialog.findChild(FormDrafts)._timer.timeout.emit()
        dialog.accept()

    before = window.session.store.drafts.all()
    with_form(window, paste, PasteAgencies, save)
    assert window.session.store.drafts.all() == before
    assert window.session.dossier(window.view.household).agencies[-1].words == "tante Bep"


def test_that_a_new_paste_comes_below_what_was_left(qtbot: QtBot, window: MainWindow) -> None:
    def locked(dialog: FormDialog) -> None:
        words(dialog, "text").setPlainText("tante Bep")
        window.lock()

    def found(dialog: FormDialog) -> None:
        assert words(dialog, "text").toPlainText() == "tante Bep\nbuurman Kees"
        dialog.reject()

    with_form(window, paste, PasteAgencies, locked)
    unlock_again(qtbot, window)
    with_form(window, lambda shown: shown.view.quick.paste("buurman Kees"), PasteAgencies, found)


def test_that_a_choice_and_a_day_of_a_form_come_back_too(qtbot: QtBot, window: MainWindow) -> None:
    def locked(dialog: FormDialog) -> None:
        assert isinstance(dialog, Closing)
        dialog.reason.setCurrentIndex(2)
        dialog.on.setText("1-2-2026")
        window.lock()

    def found(dialog: FormDialog) -> None:
        assert isinstance(dialog, Closing)
        assert (dialog.reason.currentIndex(), dialog.on.text()) == (2, "1-2-2026")
        dialog.reject()

    with_form(window, close_dossier, Closing, locked)
    unlock_again(qtbot, window)
    with_form(window, close_dossier, Closing, found)


def test_that_every_dialog_with_a_longer_text_keeps_it() -> None:
    """A form that gets such a field later is put in the list above, or keeps it as the letter about a signal does."""
    import ast
    from pathlib import Path

    import doorbraak.ui

    known = {kind.__name__ for _, kind, _ in FORMS} | {signals_letter.LetterForm.__name__}
    found = set()
    for path in Path(doorbraak.ui.__file__).parent.rglob("*.py"):
        for made in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(made, ast.ClassDef) and any("Dialog" in ast.unparse(one) for one in made.bases):
                source = ast.unparse(made)
                if (
                    any(one in source for one in ("QPlainTextEdit(", "TextField(", "_List("))
                    and "setReadOnly" not in source
                ):
                    found.add(made.name)
    assert found == known
