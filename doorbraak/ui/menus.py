"""The menu bar: every action of the window, greyed while it can't be done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from doorbraak.ui import menu_entries
from doorbraak.ui.menu_entries import Entry, Menu

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class Menus(QObject):
    """Makes the menus once and follows what can be done: `refresh` after each change."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._actions: list[tuple[QAction, Entry]] = []
        for menu in menu_entries.bar(window):
            self._fill(window.menuBar().addMenu(menu.title), menu)
        named = {entry.name: action for action, entry in self._actions if entry.name}
        self.backups, self.undo, self.redo = named["backups"], named["undo"], named["redo"]
        self.at_table = named["at_table"]
        self.refresh()

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        group = QActionGroup(self) if menu.one_of_them else None
        for entry in menu.entries:
            if entry is None:
                shown.addSeparator()
            elif isinstance(entry, Menu):
                self._fill(shown.addMenu(entry.title), entry)
            else:
                action = self._action(entry)
                shown.addAction(action)
                if group is not None:
                    group.addAction(action)

    def _action(self, entry: Entry) -> QAction:
        action = QAction(entry.text, self)
        action.setShortcuts([QKeySequence(keys) for keys in entry.keys])
        action.setAutoRepeat(entry.repeats)
        action.triggered.connect(lambda: entry.work())
        if entry.ticked is not None:
            action.setCheckable(True)
            action.setChecked(entry.ticked)
        self._actions.append((action, entry))
        return action

    def refresh(self) -> None:
        """Grey what can't be done now, and name what undo and redo would do: not at the table, where others read it."""
        session, view, at_table = self._window.session, self._window.view, self._window.at_table.on
        undo = session.store.undo_label if session else None
        redo = session.store.redo_label if session else None
        there = {
            "": True,
            "open": session is not None,
            "household": view is not None and view.household is not None,
            "undo": undo is not None,
            "redo": redo is not None,
        }
        for action, entry in self._actions:
            action.setEnabled(there[entry.needs] and (entry.at_table or not at_table))
        self.at_table.setChecked(at_table)
        named = not at_table
        self.undo.setText(self.tr("&Ongedaan maken: %s") % undo if undo and named else self.tr("&Ongedaan maken"))
        self.redo.setText(self.tr("O&pnieuw doen: %s") % redo if redo and named else self.tr("O&pnieuw doen"))

    def shortcuts(self) -> list[tuple[str, str]]:
        """What each shortcut does, for the list under Hulp."""
        listed = []
        for action, _ in self._actions:
            if not action.shortcut().isEmpty():
                text = action.text().replace("&", "").partition(":")[0].rstrip("…").lstrip("0123456789 ")
                listed.append((text, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)))
        return listed
