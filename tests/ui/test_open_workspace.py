"""What a lock closes and keeps, and where one is after it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QInputDialog,
    QLineEdit,
)
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.model.dossier import household
from doorbraak.model.errors import DiskFull
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from doorbraak.ui import opening
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import Unlock
from doorbraak.ui.widgets import copying
from tests.ui.conftest import line, page_named
from tests.ui.rooms import room, unlock_again

Make = Callable[[Path], MainWindow]


def test_that_after_a_lock_nothing_names_anybody(qtbot: QtBot, window: MainWindow) -> None:
    assert "Huishouden 1" in window.windowTitle()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.session is None
    assert window.windowTitle() == "Vergrendeld – Doorbraak"
    QApplication.processEvents()
    shown = [w.text() for w in window.findChildren(QLineEdit)]
    assert not any("achtenveertig" in text.lower() for text in shown)
    assert window.menus.undo.text() == "&Ongedaan maken"


def test_that_a_lock_closes_an_open_dialog(qtbot: QtBot, window: MainWindow) -> None:
    seen: list[bool] = []

    def lock() -> None:
        seen.append(isinstance(QApplication.activeModalWidget(), QInputDialog))
        window.lock()

    QTimer.singleShot(0, window, lock)
    window.household.rename()
    assert seen == [True]
    assert window.session is None


def test_that_ctrl_l_locks_above_a_dialog_too_and_nothing_of_it_stays(qtbot: QtBot, window: MainWindow) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        field = dialog.findChild(QLineEdit)
        qtbot.keyClicks(field, " de Vries")
        qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(0, window, press)
    window.household.rename()
    qtbot.waitUntil(lambda: window.session is None)
    assert QApplication.activeModalWidget() is None
    assert window.windowTitle() == "Vergrendeld – Doorbraak"


def test_that_ctrl_l_locks_above_an_open_menu(qtbot: QtBot, window: MainWindow) -> None:
    menu = window.menuBar().actions()[0].menu()
    menu.popup(window.mapToGlobal(QPoint(10, 30)))
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.session is None)
    assert not menu.isVisible()


def test_that_a_lock_also_closes_when_a_draft_can_not_be_kept(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk nothing can be kept; locking goes first."""
    from doorbraak.model.errors import DiskFull
    from doorbraak.model.workspace.drafts import Drafts

    def full(*_: object) -> None:
        raise DiskFull("De schijf is vol.")

    monkeypatch.setattr(Drafts, "keep", full)
    qtbot.keyClicks(line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel"), "Half")
    window.lock()
    assert window.session is None
    assert isinstance(room(window), Unlock)


def test_that_after_a_lock_one_is_back_on_the_same_page_of_the_same_household(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    here = window.view.household
    page_named(window, "Brieven")
    window.lock()
    assert window.windowTitle() == "Vergrendeld – Doorbraak"
    assert "Brieven" not in str([window._settings.value(key) for key in window._settings.allKeys()])
    unlock_again(qtbot, window)
    assert window.view.household == here
    assert window.view._stack.currentWidget().accessibleName() == "Brieven"
    assert window.view._stack.currentWidget().isAncestorOf(QApplication.focusWidget())
    window.show_page(-1)
    window.lock()
    unlock_again(qtbot, window)
    assert window.view.household == here
    assert window.view._stack.currentWidget().accessibleName() == "Werklijst"


def test_that_whatever_goes_wrong_on_the_way_out_the_file_is_closed_and_nothing_is_in_sight(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr(window.at_table, "leave", broken)
    store = window.session.store
    with pytest.raises(RuntimeError, match="a bug of ours"):
        window.lock()
    assert (window.workspace, window.session, window.view) == (None, None, None)
    assert store.closed
    assert opening.in_use(window.folder) is None
    assert isinstance(room(window), Unlock)
    assert copying.before == []


def test_that_shown_anew_it_is_the_same_open_file_at_the_same_place(window: MainWindow) -> None:
    page_named(window, "Brieven")
    before, store, home = window.workspace, window.session.store, window.view.household
    window.show_anew()
    assert window.workspace is not before
    assert window.session.store is store
    assert not store.closed
    assert window.view.household == home
    assert window.view._stack.currentWidget().accessibleName() == "Brieven"
    heard: list[object] = []
    before.session.changed.connect(heard.append)
    window.session.run("Naam wijzigen", household.rename, home, "Anders")
    assert heard == []
    assert window.menus.undo.text() == "&Ongedaan maken: Naam wijzigen"


def test_that_a_recovery_slot_that_was_damaged_is_said_at_opening(qtbot: QtBot, window: MainWindow) -> None:
    assert window.session is not None
    path = window.session.store.folder / SLOTS
    window.lock()
    content = json.loads(path.read_text())
    for slot in content["slots"]:
        if slot["kind"] == "recovery":
            slot["rounds"] += 1
    path.write_text(json.dumps(content))
    unlock_again(qtbot, window)
    assert window.view is not None
    assert "Maak een nieuwe herstelcode" in window.view.notice.text()


def test_that_the_room_of_a_lock_says_why_no_copy_was_made(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """The status line has room for half a sentence."""
    assert window.session is not None
    window.session.run("Proef", household.open_dossier, "Huis", opened=date(2026, 11, 22))

    def full(_: Store) -> None:
        raise DiskFull("De schijf is vol. Maak ruimte vrij.")

    monkeypatch.setattr(Store, "backup", full)
    window.lock()
    shown = room(window)
    assert isinstance(shown, Unlock)
    assert shown.notice.text() == "De schijf is vol. Maak ruimte vrij."


def test_that_a_policy_file_with_a_fault_is_said_at_opening(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = tmp_path / "beleid.json"
    decided.write_text('{"format": "doorbraak-beleid", "version": 1, "lock_minutes": "x"}')
    monkeypatch.setattr(paths, "policy_file", lambda: decided)
    window.lock()
    unlock_again(qtbot, window)
    assert window.view is not None
    assert "Meld het aan de beheerder." in window.view.notice.text()
