"""A whole session in a real window, for a process of its own: the marker into every field and cell there is.

Run as a script: folder, passphrase, marker. Prints how many fields and cells took it.
"""

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QPlainTextEdit, QTabWidget, QWidget

from doorbraak.model.dossier import dossier
from doorbraak.model.workspace import drafts
from doorbraak.ui import app
from doorbraak.ui.household.costs_new_event import NewEvent
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from doorbraak.ui.widgets.record_table import RecordTable


def visible(window: MainWindow, kind: type[QWidget]) -> list[QWidget]:
    return [w for w in window.view._stack.currentWidget().findChildren(kind) if w.isVisible() and w.isEnabled()]


def fill_fields(window: MainWindow, marker: str) -> int:
    """Add rows through every line, then write in every long text."""
    fields = visible(window, QLineEdit)
    for field in fields:
        field.setFocus()
        field.clear()
        QTest.keyClicks(field, marker)
        QTimer.singleShot(0, window, lambda: fill_dialog(marker))
        QTest.keyClick(field, Qt.Key.Key_Return)
        if field.text():
            field.clear()
    for text in visible(window, QPlainTextEdit):
        text.setFocus()
        QTest.keyClicks(text, marker)
        text.clearFocus()
        fields.append(text)
    return len(fields)


def fill_dialog(marker: str) -> None:
    """What a line asks about a new record: the marker everywhere, and once that is refused only where words may be."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        return
    assert isinstance(dialog, NewEvent)
    for field in dialog.findChildren(QLineEdit):
        QTest.keyClicks(field, marker)
    dialog.accept()
    for field, text in ((dialog.on, "1-3-2099"), (dialog.now, "60"), (dialog.plan, "20")):
        field.setText(text)
    dialog.accept()
    assert not dialog.isVisible()


def fill_cells(window: MainWindow, marker: str) -> int:
    """Type over every editable text cell; what is refused becomes a draft."""
    typed = 0
    for table in visible(window, RecordTable):
        for column in range(table.model().columnCount()):
            table.setFocus()  # first: what is written when another field is left may give the table other rows
            table.setCurrentIndex(table.model().index(0, column))
            index = table.currentIndex()
            if not index.isValid() or not table.model().flags(index) & Qt.ItemFlag.ItemIsEditable:
                continue
            table.edit(index)
            for editor in table.viewport().findChildren(QLineEdit):
                if editor.isVisible():
                    editor.selectAll()
                    QTest.keyClicks(editor, marker)
                    QTest.keyClick(editor, Qt.Key.Key_Return)
                    typed += 1
            QApplication.processEvents()
    return typed


def add_article(window: MainWindow) -> None:
    """The one field that takes no own words: then the reason can be given."""
    for field in visible(window, QLineEdit):
        if field.accessibleName().startswith("Artikel"):
            field.clear()
            QTest.keyClicks(field, "maatwerk")
            QTest.keyClick(field, Qt.Key.Key_Return)


def name_household(window: MainWindow, marker: str) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        dialog.setTextValue(marker)
        dialog.accept()

    QTimer.singleShot(0, window, answer)
    window.household.rename()


def session(folder: Path, passphrase: str, marker: str) -> None:
    app.application()
    sys.excepthook = app.our_bug
    window = MainWindow(folder)
    window.show()
    window.ask_new()
    room = window._rooms.currentWidget()
    room.passphrase.setText(passphrase)
    room.again.setText(passphrase)
    QTest.keyClick(room.again, Qt.Key.Key_Return)
    window._rooms.currentWidget().done.emit()
    window.household.open_new()
    name_household(window, marker)
    fields = cells = 0
    for at in range(1, len(PAGES) + 1):
        window.show_page(at)
        QApplication.processEvents()
        for tab in (0, 0, 1, 2, 3, 4, 5, 0):  # the second time there is a row to write about
            for tabs in visible(window, QTabWidget):
                tabs.setCurrentIndex(min(tab, tabs.count() - 1))
            fields += fill_fields(window, marker)
            cells += fill_cells(window, marker)
            add_article(window)
        for half in visible(window, QLineEdit)[:1]:  # a page to look at has none
            QTest.keyClicks(half, marker)  # typed but not added: a draft
        for popup in QApplication.topLevelWidgets():
            if popup.windowType() == Qt.WindowType.Popup:
                popup.hide()
    print(fields, cells)
    window.undo()
    window.redo()
    window.back_up()
    try:
        raise RuntimeError(marker)
    except RuntimeError as error:
        print(app.where(error), file=sys.stderr)
    window.lock()
    window.open_with(passphrase)
    kept = window.session.store.drafts.all()
    assert kept
    tables = {table.name for table in dossier.TABLES}
    assert [place for place in kept if not place.startswith("workspace:") and not drafts.rows_of(place, tables)] == []
    window.find()
    QTest.keyClicks(window.view.list.search, marker)
    window.close()


if __name__ == "__main__":
    session(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
