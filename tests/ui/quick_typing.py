"""Typing in the line of quick entry, and what is read back: of the line, of its list and of the file."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.quick_entry import QuickEntry
from doorbraak.ui.widgets.quick_list import QuickList

Type = Callable[[str], None]
KEYS = {
    "⏎": Qt.Key.Key_Return, "⌫": Qt.Key.Key_Backspace, "⎋": Qt.Key.Key_Escape, "↓": Qt.Key.Key_Down,
    "↑": Qt.Key.Key_Up,
}  # fmt: skip


def type_keys(text: str) -> None:
    """In whatever has the focus; a sign of KEYS is that key."""
    for sign in text:
        focused = QApplication.focusWidget()
        assert focused is not None
        if sign in KEYS:
            QTest.keyClick(focused, KEYS[sign])
        else:
            QTest.keyClicks(focused, sign)


def dossier(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def entry(window: MainWindow) -> QuickEntry:
    return window.view.quick.entry


def listed(window: MainWindow) -> list[str]:
    found = window.view.findChild(QuickList)
    assert found is not None
    model = found.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())] if found.isVisible() else []


def kinds(window: MainWindow) -> list[tuple[str, int, int]]:
    """Each agency with its contacts and how many problems it serves."""
    return [(agency.kind, agency.contacts_e2, len(agency.problems)) for agency in dossier(window).agencies]
