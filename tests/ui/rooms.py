"""The room in sight, its buttons, and the way back in after a lock."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import Unlock
from tests.conftest import PASSPHRASE


def room(window: MainWindow) -> QWidget:
    return window._rooms.currentWidget()


def press(qtbot: QtBot, parent: QWidget, text: str) -> None:
    button = next(b for b in parent.findChildren(QPushButton) if b.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def unlock_again(qtbot: QtBot, window: MainWindow) -> None:
    unlock = room(window)
    assert isinstance(unlock, Unlock)
    unlock.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
