"""Whose key was taken over, and forgetting one: in the window, by keys and mouse."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QMessageBox
from pytestqt.qtbot import QtBot

from doorbraak.model.handover import leaked_keys, own_key
from doorbraak.model.workspace.store import Store
from doorbraak.ui import passphrase_dialogs
from doorbraak.ui.colleagues import ColleaguesDialog
from doorbraak.ui.handover_dialogs import ColleagueDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.passphrase_dialogs import LeakedDialog
from doorbraak.ui.recovery_dialogs import CodeDialog
from tests.conftest import PASSPHRASE
from tests.ui.test_erase import ok
from tests.ui.test_handover import colleague, doing, files, from_menu, give, key_of, put

__all__ = ["colleague", "files"]
NEW = "vier rustige woorden samen"


def test_that_one_is_forgotten_after_a_question_that_says_what_is_on_its_way(
    qtbot: QtBot, window: MainWindow, files: Path, colleague: Store
) -> None:
    give(window, qtbot, files, colleague)
    said: list[str] = []

    def first(dialog: QDialog) -> None:
        assert isinstance(dialog, ColleaguesDialog)
        assert dialog.list.count() == 1
        assert doing(window, dialog.forget.click, lambda box: (said.append(box.text()), ok(box))) == [QMessageBox]
        assert dialog.list.count() == 0
        assert not dialog.forget.isEnabled()

    assert doing(window, from_menu(window, "collega’s"), first)[0] is ColleaguesDialog
    assert "onderweg" in said[0]
    assert own_key.colleagues(window.session.store) == ()


def test_that_a_new_key_of_the_same_name_asks_to_forget_the_old_one(
    window: MainWindow, files: Path, colleague: Store
) -> None:
    store = window.session.store
    for times in (1, 2):
        put(files, "sleutel.json", key_of(colleague))
        dialog = ColleaguesDialog(window)
        met = doing(window, dialog.take.click, *([ok] * times))
        assert met == [ColleagueDialog, QMessageBox][:times]
        dialog.close()
        dialog.deleteLater()
        with colleague.change("Zin gelekt", undoable=False):
            leaked_keys.renew(colleague)
    assert len(own_key.colleagues(store)) == 1


def test_that_a_leak_renews_the_receiving_key_and_says_whom_to_tell(window: MainWindow) -> None:
    store = window.session.store
    with store.change("Sleutel", undoable=False):
        own_key.key_file(store, "Ik")
    before, said = own_key.private(store), []

    def renew(dialog: QDialog) -> None:
        assert isinstance(dialog, LeakedDialog)
        dialog.present.setText(PASSPHRASE)
        dialog.new.setText(NEW)
        dialog.again.setText(NEW)
        dialog.accept()

    def told(box: QDialog) -> None:
        said.append(box.text())

    met = doing(
        window, lambda: passphrase_dialogs.leaked(window), renew, lambda one: one.accept(), told, lambda _: None
    )
    assert met[:3] == [LeakedDialog, CodeDialog, QMessageBox]
    assert "ontvangstsleutel is nieuw" in said[0]
    assert own_key.private(window.session.store) != before
