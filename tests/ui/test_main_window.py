from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from doorbraak.ui.start import NewWorkspace, RecoveryCode, Unlock
from tests.ui.conftest import line, page_named, table, type_in_cell
from tests.ui.rooms import press

Make = Callable[[Path], MainWindow]


def test_that_undo_and_redo_bear_the_name_of_the_step(qtbot: QtBot, window: MainWindow) -> None:
    type_in_cell(qtbot, table(page_named(window, "Problemen en instanties"), "Instanties"), 0, 1, "7")
    assert window.menus.undo.text() == "&Ongedaan maken: Contacten wijzigen"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.menus.redo.text() == "O&pnieuw doen: Contacten wijzigen"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.session.dossier(window.view.household).agencies[0].contacts_e2 == 700


def test_that_five_idle_minutes_lock_and_a_key_postpones(qtbot: QtBot, window: MainWindow) -> None:
    lock = window.findChild(AutoLock)
    start = lock.now()
    now = {"at": start}
    lock.now = lambda: now["at"]
    lock._alive()
    now["at"] = start + timedelta(minutes=4, seconds=41)
    lock.look()
    assert any("20 seconden" in label.text() for label in window.findChildren(QLabel) if label.isVisible())
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    assert not any("20 seconden" in label.text() for label in window.findChildren(QLabel) if label.isVisible())
    now["at"] += timedelta(minutes=4)
    lock.look()
    assert window.session is not None
    now["at"] += timedelta(minutes=1, seconds=1)
    lock.look()
    assert window.session is None


def test_that_a_household_that_is_taken_away_can_come_back(qtbot: QtBot, window: MainWindow) -> None:
    QTimer.singleShot(0, window, lambda: press(qtbot, QApplication.activeModalWidget(), "Weghalen"))
    window.household.remove()
    assert window.view.household is None
    assert window.view._stack.currentWidget() is window.view.list
    window.undo()
    assert window.view.list._table.shown == 1


def test_that_taking_a_household_away_can_be_thought_better_of(qtbot: QtBot, window: MainWindow) -> None:
    QTimer.singleShot(0, window, lambda: press(qtbot, QApplication.activeModalWidget(), "Terug"))
    window.household.remove()
    assert window.view.household is not None


def test_that_buttons_and_labels_leave_the_letters_of_the_menu_bar_alone(
    qtbot: QtBot, make_window: Make, window: MainWindow, tmp_path: Path
) -> None:
    def letters(texts: list[str]) -> set[str]:
        return {text[text.index("&") + 1].lower() for text in texts if "&" in text}

    bar = letters([action.text() for action in window.menuBar().actions()])
    first = make_window(tmp_path / "leeg")
    shown = [first._rooms.currentWidget(), NewWorkspace(tmp_path), RecoveryCode("x"), Unlock(tmp_path, locked=True)]
    for at in range(len(PAGES) + 1):
        window.show_page(at)
        shown.append(window.view._stack.currentWidget())
    for room_ in shown:
        found = [b.text() for b in room_.findChildren(QPushButton)] + [x.text() for x in room_.findChildren(QLabel)]
        assert not letters(found) & bar, (room_.accessibleName(), found)


def test_that_closing_asks_when_what_was_typed_can_not_be_kept(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doorbraak.model.errors import DiskFull
    from doorbraak.model.workspace.drafts import Drafts

    def full(*_: object) -> None:
        raise DiskFull("De schijf is vol.")

    with monkeypatch.context() as patched:
        patched.setattr(Drafts, "keep", full)
        qtbot.keyClicks(line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel"), "Half")
        QTimer.singleShot(0, window, lambda: press(qtbot, QApplication.activeModalWidget(), "Terug"))
        assert not window.close()
    assert window.session is not None
    assert line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel").text() == "Half"


def test_that_every_action_has_a_mnemonic_that_is_its_own(window: MainWindow) -> None:
    for top in [window.menuBar().actions(), *(m.menu().actions() for m in window.menuBar().actions())]:
        letters = []
        for action in top:
            if not action.isSeparator():
                at = action.text().replace("&&", "").find("&")
                assert at >= 0, action.text()
                letters.append(action.text().replace("&&", "")[at + 1].lower())
        assert len(letters) == len(set(letters)), letters


def test_that_no_shortcut_means_two_things(window: MainWindow) -> None:
    keys = [a.shortcut().toString() for a in window.menus.findChildren(QAction) if not a.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert sum(len(rows) for _, rows in window.menus.shortcuts()) == len(keys)


def test_that_every_control_in_sight_has_a_name(window: MainWindow) -> None:
    for at in range(len(PAGES) + 1):
        window.show_page(at)
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractButton):
            for control in window.findChildren(kind):
                if control.isVisible() and not control.objectName().startswith("qt_"):
                    named = control.accessibleName() or getattr(control, "text", lambda: "")()
                    assert named, f"page {at}: {control}"


def test_that_buttons_and_fields_are_high_enough_to_hit(window: MainWindow) -> None:
    for at in range(len(PAGES) + 1):
        window.show_page(at)
        for control in window.findChildren(QPushButton) + window.findChildren(QLineEdit):
            if control.isVisible():
                assert control.height() >= 24, control


def test_that_a_window_that_was_larger_than_the_screen_comes_back_within_it(
    qtbot: QtBot, make_window: Make, filled: Path
) -> None:
    first = make_window(filled)
    first.resize(5000, 4000)
    first.close()
    again = MainWindow(filled)
    qtbot.addWidget(again)
    room_ = again.screen().availableSize()
    assert again.width() <= room_.width()
    assert again.height() < room_.height()


def test_that_a_new_household_is_the_one_that_opens(window: MainWindow) -> None:
    first = window.view.household
    window.session.run("Nummer wijzigen", household.renumber, first, household.HIGHEST_NUMBER)
    window.household.open_new()
    assert window.view.household != first
    assert window.session.dossier(window.view.household).problems == ()
    entries = [entry for entry in window.session.store.log_entries() if entry.action == "wijzigen"]
    assert entries[-1].object == f"huishouden {window.view.number()}"


def test_that_a_household_from_a_file_is_in_the_log_by_its_number(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doorbraak import paths
    from doorbraak.ui.widgets import ask

    monkeypatch.setattr(ask, "files", lambda *_: [paths.resources() / "cases" / "casus-01.json"])
    window.outgoing.take_case()
    entries = [entry for entry in window.session.store.log_entries() if entry.action == "invoeren"]
    assert window.view.number() == 2
    assert entries[-1].object == "huishouden 2"
