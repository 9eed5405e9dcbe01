"""What tests of the page of costs do by keys."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.record_table import RecordTable
from tests.ui.conftest import page_named, table

TITLE = "Rekensom"


def lines_of(window: MainWindow) -> tuple[Page, RecordTable]:
    shown = page_named(window, TITLE)
    return shown, table(shown, "Kostenposten")


def events_of(window: MainWindow) -> tuple[Page, RecordTable]:
    """With the tab of what threatens in sight."""
    from PySide6.QtWidgets import QTabWidget

    shown = page_named(window, TITLE)
    for lists in shown.findChildren(QTabWidget):
        for at in range(lists.count()):
            if lists.tabText(at).replace("&", "") == "Wat dreigt":
                lists.setCurrentIndex(at)
    QApplication.processEvents()
    return shown, table(shown, "Dreigingen")


def at(shown: RecordTable, key: str) -> int:
    """The place of the column that shows this field."""
    return next(place for place, column in enumerate(shown._records.columns) if column.key == key)


def press(shown: QWidget, words: str) -> None:
    """The button in sight that begins with these words, by Enter."""
    found = next(
        each
        for each in shown.findChildren(QPushButton)
        if each.isVisible() and each.text().replace("&", "").startswith(words)
    )
    found.setFocus()
    found.click()
    QApplication.processEvents()


def in_dialog(qtbot: QtBot, window: MainWindow, opens: Callable[[], object], answer: Callable[[Any], object]) -> None:
    """What `opens` shows is answered; a window that stays is closed."""
    seen: list[bool] = []
    failed: list[BaseException] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        seen.append(True)
        try:
            answer(dialog)
        except Exception as error:  # noqa: BLE001 - inside Qt's loop it would only be printed
            failed.append(error)
        dialog.reject()

    QTimer.singleShot(0, window, look)
    opens()
    assert seen, "no window came"
    if failed:
        raise failed[0]


def fill_in(qtbot: QtBot, field: QWidget, text: str) -> None:
    """Over what stands there, as a paste does."""
    field.setFocus()
    field.selectAll()
    field.insert(text)


def enter(qtbot: QtBot, dialog: QWidget) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
