"""Keys that come in where those of a keyboard do: at the system's side of the window."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from doorbraak.model.dossier import household
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.quick_field import QuickField
from tests.ui.conftest import line, page_named, table

CONTROL = Qt.KeyboardModifier.ControlModifier
EDITING = ("Undo", "Redo", "Cut", "Copy", "Paste", "SelectAll")


class TakesAll(QObject):
    """On a field: as on a system where each key with Ctrl is one of the field's own."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        event.accept()
        return True


def greedy(field: QWidget) -> QWidget:
    field.setFocus()
    field.installEventFilter(TakesAll(field))
    return field


def press(window: MainWindow, key: Qt.Key, modifiers: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(window.windowHandle(), key, modifiers)
    QApplication.processEvents()


def type_(window: MainWindow, text: str) -> None:
    for letter in text:
        QTest.keyClick(window.windowHandle(), letter)
    QApplication.processEvents()


def in_line(window: MainWindow) -> QWidget:
    return greedy(line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel"))


def in_text(window: MainWindow) -> QWidget:
    shown = page_named(window, "Gesprek").findChildren(QPlainTextEdit)
    return greedy(next(field for field in shown if field.isVisible()))


def in_cell(window: MainWindow) -> QWidget:
    shown = table(page_named(window, "Problemen en instanties"), "Instanties")
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(0, 1))
    shown.edit(shown.currentIndex())
    return greedy(QApplication.focusWidget())


@pytest.mark.parametrize("typing", [in_line, in_text, in_cell])
def test_that_a_shortcut_goes_before_the_same_key_of_a_field(window: MainWindow, typing: object) -> None:
    field = typing(window)
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    for action in window.menus.findChildren(QAction):
        action.triggered.disconnect()
    for key, text in ((Qt.Key.Key_E, "Snel"), (Qt.Key.Key_D, "Documenten"), (Qt.Key.Key_L, "Vergrendelen"),
                      (Qt.Key.Key_4, "4 Mensen"), (Qt.Key.Key_K, "Nu een kopie")):  # fmt: skip
        done: list[bool] = []
        wanted = next(a for a in window.menus.findChildren(QAction) if a.text().replace("&", "").startswith(text))
        wanted.triggered.connect(lambda *_, done=done: done.append(True))
        press(window, key)
        assert done == [True], text
    assert field.hasFocus()


def test_that_ctrl_e_leads_to_quick_entry_and_half_words_stay(window: MainWindow) -> None:
    field = in_line(window)
    QTest.keyClicks(field, "Half")
    press(window, Qt.Key.Key_E)
    assert isinstance(QApplication.focusWidget(), QuickField)
    assert field.text() == "Half"


def test_that_a_list_that_is_offered_closes_and_takes_no_letter_more(window: MainWindow) -> None:
    field = line(page_named(window, "Problemen en instanties"), "Probleem toevoegen: typ drie letters")
    field.setFocus()
    type_(window, "schu")
    assert QApplication.activePopupWidget() is not None
    press(window, Qt.Key.Key_E)
    assert QApplication.activePopupWidget() is None
    type_(window, "uwv")
    assert (field.text(), window.view.quick.entry.line.text()) == ("schu", "uwv")


def test_that_the_keys_of_editing_stay_with_the_field(window: MainWindow) -> None:
    """Undo and redo are in the menu, and are the field's while it has something to undo; no other may come there."""
    field = line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel")
    window.session.run("Proef", household.rename, window.view.household, "Merel")
    field.setFocus()
    QTest.keyClicks(field, "Half")
    press(window, Qt.Key.Key_Z)
    assert field.text() == ""
    assert window.session.dossier(window.view.household).household.name == "Merel"
    editing = {keys for name in EDITING for keys in QKeySequence.keyBindings(QKeySequence.StandardKey[name])}
    others = [a for a in window.menus.findChildren(QAction) if a not in (window.menus.undo, window.menus.redo)]
    assert not editing & {keys for action in others for keys in action.shortcuts()}


def test_that_a_grey_action_and_a_covered_window_want_no_key(window: MainWindow) -> None:
    page_named(window, "Mensen")
    at = window.view._at
    window.neutral.toggle()
    press(window, Qt.Key.Key_1)
    assert window.neutral.on
    window.neutral.toggle()
    assert window.view._at == at
    field = in_text(window)
    grey = next(a for a in window.menus.findChildren(QAction) if a.shortcut().toString() == "Ctrl+R")
    grey.setEnabled(False)
    press(window, Qt.Key.Key_R)
    assert field.hasFocus()


def test_that_a_shortcut_is_a_sign_of_life(window: MainWindow) -> None:
    lock = window.findChild(AutoLock)
    start = lock.now()
    now = {"at": start}
    lock.now = lambda: now["at"]
    lock._alive()
    now["at"] = start + timedelta(minutes=4)
    QTest.keyPress(window.windowHandle(), Qt.Key.Key_F12)  # without Ctrl, which is a key by itself
    assert window.neutral.on
    now["at"] = start + timedelta(minutes=6)
    lock.look()
    assert window.session is not None
    QTest.keyRelease(window.windowHandle(), Qt.Key.Key_F12)
