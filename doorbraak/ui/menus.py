"""The menu bar: every action of the window, greyed while it can't be done."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from doorbraak.ui import coordination_entries, menu_entries
from doorbraak.ui.menu_entries import Entry, Menu

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class Menus(QObject):
    """Makes the menus and follows what can be done: `refresh` after each change. A coordinator's workspace has menus
    of its own, without `undo`, `redo` and `at_table`; while nothing is open they are those of households.
    """

    made = Signal()  # others than before

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._actions: list[tuple[QAction, Entry]] = []
        self._menu_of: dict[QAction, str] = {}
        self._shown: list[QMenu] = []
        self._groups: list[QActionGroup] = []
        self._make(coordinates=False)
        self.refresh()

    def _make(self, *, coordinates: bool) -> None:
        self._coordinates = coordinates
        self._let_go()
        self._actions, self._shown, self._groups, self._menu_of = [], [], [], {}
        for menu in coordination_entries.bar(self._window) if coordinates else menu_entries.bar(self._window):
            shown = self._window.menuBar().addMenu(menu.title)
            self._shown.append(shown)
            before = len(self._actions)
            self._fill(shown, menu)
            self._menu_of |= {action: menu.title.replace("&", "") for action, _ in self._actions[before:]}
        named = {entry.name: action for action, entry in self._actions if entry.name}
        self.backups = named["backups"]
        self.undo, self.redo, self.at_table = named.get("undo"), named.get("redo"), named.get("at_table")
        self.made.emit()

    def _let_go(self) -> None:
        """A moment later: one of them may be what was chosen just now."""
        gone = QObject(self._window)
        for action, _ in self._actions:
            action.setEnabled(False)
            action.setParent(gone)
        for group in self._groups:
            group.setParent(gone)
        for menu in self._shown:
            self._window.menuBar().removeAction(menu.menuAction())
            menu.deleteLater()
        gone.deleteLater()

    def _fill(self, shown: QMenu, menu: Menu) -> None:
        group = QActionGroup(self) if menu.one_of_them else None
        if group is not None:
            self._groups.append(group)
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
        action.triggered.connect(lambda: self._do(entry))
        if entry.ticked is not None:
            action.setCheckable(True)
            action.setChecked(entry.ticked)
        self._actions.append((action, entry))
        return action

    def _do(self, entry: Entry) -> None:
        """What is about the open workspace brings that in sight, where a publication lies over it."""
        if entry.needs:
            self._window.publications.away()
        entry.work()

    def refresh(self) -> None:
        """Grey what can't be done now, and name what undo and redo would do: not at the table, where others read it."""
        session, view, at_table = self._window.session, self._window.view, self._window.at_table.on
        coordinates = session is not None and session.coordinates
        if coordinates != self._coordinates:
            self._make(coordinates=coordinates)
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
        if self.undo is None or self.redo is None or self.at_table is None:
            return
        self.at_table.setChecked(at_table)
        named = not at_table
        self.undo.setText(self.tr("&Ongedaan maken: %s") % undo if undo and named else self.tr("&Ongedaan maken"))
        self.redo.setText(self.tr("O&pnieuw doen: %s") % redo if redo and named else self.tr("O&pnieuw doen"))

    def shortcuts(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Each menu with its keys and what they do, for the list under Hulp."""
        listed: dict[str, list[tuple[str, str]]] = {}
        for action, _ in self._actions:
            if not action.shortcut().isEmpty():
                text = action.text().replace("&", "").partition(":")[0].rstrip("…").lstrip("0123456789 ")
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                listed.setdefault(self._menu_of[action], []).append((keys, text))
        return list(listed.items())
