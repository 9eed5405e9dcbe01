"""Shortcuts of the menus go before what a field would do with the same keys.

On some systems Ctrl+E is the end of a line to a field, Ctrl+K cuts the rest of it and Ctrl+D a letter; Qt asks the
field first. A shortcut that a menu names has to work wherever one types.
"""

from typing import TYPE_CHECKING

from PySide6 import QtWidgets  # lists load with the first one
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class OwnKeys(QObject):
    """Belongs to one window. Undo and redo stay with the field as long as it has keys of its own to undo."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._known: dict[int, QAction] = {}
        window.menus.made.connect(self._known.clear)

    def _actions(self) -> dict[int, QAction]:
        """By their keys. Read at the first key: a start waits for none."""
        menus = self._window.menus
        self._known = self._known or {
            keys[0].toCombined(): action
            for action in menus.findChildren(QAction)
            for keys in action.shortcuts()
            if action not in (menus.undo, menus.redo)
        }
        return self._known

    def wants(self, event: QKeyEvent) -> bool:
        """Whether no field has to be asked. Under the cover of the meekijkstand it is the cover that is."""
        action = self._actions().get(event.keyCombination().toCombined())
        if action is None or not action.isEnabled() or self._window.neutral.on:
            return False
        offered = QApplication.activePopupWidget()
        if isinstance(offered, QtWidgets.QAbstractItemView):
            offered.hide()  # what a line offers to one who types: it would stay, and take the first letter elsewhere
        return True
