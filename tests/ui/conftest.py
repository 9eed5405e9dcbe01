"""A real window on a real encrypted workspace, with settings of its own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import casefile, dossier, household
from doorbraak.model.workspace.store import Store
from doorbraak.ui import theme
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.pages import PAGES
from doorbraak.ui.widgets.record_table import RecordTable
from tests.conftest import PASSPHRASE
from tests.ui.quick_typing import Type, type_keys


@pytest.fixture(scope="session")
def first_font(qapp: QApplication) -> QFont:
    return QFont(qapp.font())


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, qapp: QApplication, first_font: QFont) -> None:
    """Also the letters: a test that made them larger leaves them so."""
    if qapp.font() != first_font:
        qapp.setFont(first_font)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture(autouse=True)
def no_window_left(qapp: QApplication) -> Iterator[None]:
    """A window or dialog that a test leaves open is a leak."""
    yield
    qapp.processEvents()
    left = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    assert not left, f"left open: {left}"


@pytest.fixture
def filled(workspace: Path) -> Path:
    """The workspace with casus-01 in it, closed."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    content = (paths.resources() / "cases" / "casus-01.json").read_bytes()
    with store.change("Casus invoeren"):
        casefile.take_in(store, casefile.read(content, catalogue.load()))
    store.close()
    return workspace


@pytest.fixture
def make_window(qtbot: QtBot) -> Iterator[Callable[[Path], MainWindow]]:
    made: list[MainWindow] = []

    def make(folder: Path) -> MainWindow:
        window = MainWindow(folder)
        made.append(window)
        window.resize(1366, 768)  # a small laptop, whatever screen the platform makes up
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()


@pytest.fixture
def window(filled: Path, make_window: Callable[[Path], MainWindow]) -> MainWindow:
    """Unlocked, on casus-01."""
    opened = make_window(filled)
    opened.open_with(PASSPHRASE)
    assert opened.session is not None
    assert opened.view is not None
    opened.view.open_household(household.all_of(opened.session.store)[0].id)
    return opened


def page(window: MainWindow, at: int) -> Page:
    """Page 1, 2, ... of the open household, in sight."""
    window.show_page(at)
    assert window.view is not None
    shown = window.view._stack.currentWidget()
    assert isinstance(shown, Page)
    return shown


def page_named(window: MainWindow, title: str) -> Page:
    """The page of the open household with this title in the list at the left, in sight."""
    return page(window, next(at for at, kind in enumerate(PAGES, 1) if kind.title == title))


def table(parent: QWidget, name: str) -> RecordTable:
    """The table with this accessible name."""
    return next(found for found in parent.findChildren(RecordTable) if found.accessibleName() == name)


def line(parent: QWidget, name: str) -> QLineEdit:
    """The line with this accessible name."""
    return next(found for found in parent.findChildren(QLineEdit) if found.accessibleName() == name)


def type_in_cell(qtbot: QtBot, shown: RecordTable, row: int, column: int, text: str) -> None:
    """Go to a cell, press Enter, type over what stands there and press Enter."""
    from PySide6.QtCore import Qt

    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(row, column))
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    editor = next(found for found in shown.viewport().findChildren(QLineEdit) if found.isVisible())
    editor.selectAll()
    editor.insert(text)  # as a paste does: key events of a test know Latin-1 only
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()


def choose_in_cell(qtbot: QtBot, shown: RecordTable, row: int, column: int, words: str) -> None:
    """Open the list of a cell with Enter, go down to these words and choose them with Enter."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QComboBox

    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(row, column))
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    QApplication.processEvents()
    editor = next(found for found in shown.viewport().findChildren(QComboBox) if found.isVisible())
    steps = editor.findText(words) - editor.currentIndex()
    for _ in range(abs(steps)):
        qtbot.keyClick(editor.view(), Qt.Key.Key_Down if steps > 0 else Qt.Key.Key_Up)
    qtbot.keyClick(editor.view(), Qt.Key.Key_Return)
    QApplication.processEvents()


def cell(shown: RecordTable, row: int, column: int) -> str:
    return str(shown.model().index(row, column).data())


@pytest.fixture
def typing(window: MainWindow) -> Type:
    """An empty household, and the line of quick entry in focus by its shortcut."""
    window.household.open_new()
    QTest.keyClick(window, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    return type_keys
