"""Volgorde en namen van het plakpakket: asked in one window, one step, for all households."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from doorbraak.model.documents.copy_pack import LABELS
from doorbraak.model.dossier import copy_blocks
from doorbraak.model.dossier.copy_blocks import LONGEST, CopyBlock
from doorbraak.ui.copy_blocks import CopyBlocksDialog
from doorbraak.ui.household.copy_pack import CopyPackPage
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import page_named

ALT = Qt.KeyboardModifier.AltModifier


def ask(window: MainWindow, fill: Callable[[CopyBlocksDialog], None], *, ok: bool = True) -> None:
    """By the button of the page."""
    faults: list[AssertionError] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, CopyBlocksDialog)
        if not dialog.isActiveWindow():
            dialog.activateWindow()
            QTimer.singleShot(10, window, answer)
            return
        try:
            fill(dialog)
            which = QDialogButtonBox.StandardButton.Ok if ok else QDialogButtonBox.StandardButton.Cancel
            dialog.findChild(QDialogButtonBox).button(which).click()
        except AssertionError as error:  # inside Qt's loop it would only be printed
            faults.append(error)
        dialog.reject()

    page = page_named(window, "Plakpakket")
    assert isinstance(page, CopyPackPage)
    QTimer.singleShot(0, window, answer)
    page.settings.click()
    assert faults == []


def lines(dialog: CopyBlocksDialog) -> list[str]:
    return [dialog.list.item(at).text() for at in range(dialog.list.count())]


def stored(window: MainWindow) -> tuple[CopyBlock, ...]:
    return copy_blocks.all_of(window.session.store)


def test_that_order_name_and_what_is_shown_are_one_step(qtbot: QtBot, window: MainWindow) -> None:
    def fill(dialog: CopyBlocksDialog) -> None:
        assert lines(dialog) == list(LABELS.values())
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
        assert lines(dialog)[:2] == ["Gezinssamenstelling", "Gespreksverslag"]
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down)
        dialog.label.setFocus()
        qtbot.keyClicks(dialog.label, "Netwerk")
        assert lines(dialog)[3] == "Netwerk (Betrokken instanties)"
        qtbot.keyClick(dialog.label, Qt.Key.Key_Up, ALT)
        QApplication.processEvents()

    before = window.session.store.undo_label
    ask(window, fill)
    assert stored(window)[:4] == (
        CopyBlock("people"), CopyBlock("report"), CopyBlock("agencies", "Netwerk"), CopyBlock("domains", shown=False),
    )  # fmt: skip
    page = page_named(window, "Plakpakket")
    assert [block.piece.label for block in page.blocks[:4]] == [
        "Gezinssamenstelling", "Gespreksverslag", "Netwerk", "Doelen",
    ]  # fmt: skip
    window.undo()
    assert stored(window) == ()
    assert window.session.store.undo_label == before


def test_that_the_buttons_move_too_and_stop_at_the_ends(qtbot: QtBot, window: MainWindow) -> None:
    def fill(dialog: CopyBlocksDialog) -> None:
        assert not dialog.up.isEnabled()
        qtbot.mouseClick(dialog.down, Qt.MouseButton.LeftButton)
        assert lines(dialog)[1] == "Gespreksverslag"
        assert dialog.list.key == "report"
        qtbot.mouseClick(dialog.up, Qt.MouseButton.LeftButton)
        dialog.list.setCurrentRow(dialog.list.count() - 1)
        assert not dialog.down.isEnabled()
        qtbot.keyClick(dialog.list, Qt.Key.Key_Down, ALT)
        assert lines(dialog) == list(LABELS.values())

    before = window.session.store.undo_label
    ask(window, fill)
    assert window.session.store.undo_label == before, "nothing changed, so there is no step"


def test_that_the_beginning_comes_back(qtbot: QtBot, window: MainWindow) -> None:
    window.session.run("Indelen", copy_blocks.write, (CopyBlock("sum", "Geld"), CopyBlock("report", shown=False)))

    def fill(dialog: CopyBlocksDialog) -> None:
        assert lines(dialog)[:2] == ["Geld (Rekensom)", "Gespreksverslag"]
        dialog.back.setFocus()
        qtbot.keyClick(dialog.back, Qt.Key.Key_Space)
        assert lines(dialog) == list(LABELS.values())
        assert dialog.list.hasFocus()

    ask(window, fill)
    assert stored(window) == ()


def test_that_cancelling_leaves_it_and_a_label_has_its_length(window: MainWindow) -> None:
    def fill(dialog: CopyBlocksDialog) -> None:
        dialog.label.insert("x" * (LONGEST + 50))
        assert len(dialog.label.text()) == LONGEST
        dialog._move(1)

    ask(window, fill, ok=False)
    assert stored(window) == ()
