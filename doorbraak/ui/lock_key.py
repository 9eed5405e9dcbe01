"""Ctrl+L above a dialog, a menu or a list: the shortcut of the menu bar is not heard there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6 import QtCore  # its constants load when one is named
from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def lock_key(window: "MainWindow") -> Callable[[QKeyEvent], bool]:
    """For `AutoLock.hears`. The lock comes when the key has been handled: it closes what the key was pressed in."""

    def hears(event: QKeyEvent) -> bool:
        above = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        asked = event.key() == QtCore.Qt.Key.Key_L and event.modifiers() == QtCore.Qt.KeyboardModifier.ControlModifier
        if above is None or not asked:
            return False
        QTimer.singleShot(0, window, window.lock)
        return True

    return hears
