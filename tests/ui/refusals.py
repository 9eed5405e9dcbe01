"""A10: what is typed in a field and refused. Each function gives the faults that were met, in words.

EN 301 549, WCAG 2.2 3.3.1 and 3.3.3: the fault is told in text, at the field, with what to do; what was typed stays,
and whoever pressed Enter is still in the field.
"""

import re
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from doorbraak.model.errors import UserError
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.record_table import RecordTable
from tests.ui import accessibility

WRONG = ("@@", "31-2-2026")
"""No number, day, month, year or price; and words for any field that takes words."""

REMEDY = re.compile(
    r"\b(?:[Ss]chrijf|[Kk]ies|[Vv]ul|[Zz]eg|[Nn]eem|[Tt]yp|[Kk]ijk|[Pp]robeer|[Mm]aak|[Cc]ontroleer|[Gg]ebruik|bijvoorbeeld)\b"
    r"|\bis nul of meer|\bvan 0 tot en met|\bheeft alleen"
)
"""What to do, or what may stand there."""

Typed = tuple[str, list[str]]
"""A field with what was typed in it, and what was wrong with how that was refused."""


class Heard:
    """What the session says that was refused, until the next field."""

    def __init__(self, window: MainWindow) -> None:
        assert window.session is not None
        self.errors: list[UserError] = []
        window.session.problem.connect(self.errors.append)

    def last(self) -> UserError | None:
        return self.errors[-1] if self.errors else None


def at_lines(window: MainWindow, page: QWidget, wrong: str) -> Iterator[Typed]:
    """In every field in sight that takes words."""
    heard = Heard(window)
    for field in [one for one in accessibility.controls(page) if isinstance(one, QLineEdit | QPlainTextEdit)]:
        if not isValid(field) or not field.isVisible() or field.isReadOnly():
            continue
        heard.errors.clear()
        name = accessibility.told(field)
        window.activateWindow()  # without a desktop nobody gives it back when a list closes
        field.setFocus()
        field.selectAll()
        _insert(field, wrong)
        QTest.keyClick(field, Qt.Key.Key_Return if isinstance(field, QLineEdit) else Qt.Key.Key_Tab)
        QApplication.processEvents()
        error = heard.last()
        if error is not None:
            yield f"{name} “{wrong}”", _at_line(window, field, wrong, error)
            if isValid(field):
                QTest.keyClick(field, Qt.Key.Key_Escape)


def _insert(field: QLineEdit | QPlainTextEdit, words: str) -> None:
    field.insert(words) if isinstance(field, QLineEdit) else field.insertPlainText(words)


def _at_line(window: MainWindow, field: QLineEdit | QPlainTextEdit, wrong: str, error: UserError) -> list[str]:
    """The field itself, or another of its row that has to be filled in first."""
    if not isValid(field):
        return ["the field is gone"]
    found = list(_said(window, error))
    if (field.text() if isinstance(field, QLineEdit) else field.toPlainText()) != wrong:
        found.append("what was typed is gone")
    at = QApplication.focusWidget() if isinstance(field, QLineEdit) else field
    if isinstance(at, QComboBox):
        return found  # something has to be chosen first
    if at is None or at.accessibleDescription() != error.sentence:
        found.append(f"not told where the focus is: {error.sentence}")
    return found


def _said(window: QWidget, error: UserError) -> Iterator[str]:
    """In sight, with what to do."""
    if not REMEDY.search(error.sentence):
        yield f"does not say what to do: {error.sentence}"
    seen = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    if not any(error.sentence in one for one in seen):
        yield f"is not in sight: {error.sentence}"


def at_cells(window: MainWindow, page: QWidget, wrong: str) -> Iterator[Typed]:
    """In the first row of every table, every cell that is typed in."""
    heard = Heard(window)
    for table in [one for one in page.findChildren(RecordTable) if one.isVisible()]:
        for at in range(table.model().columnCount() if table.model().rowCount() else 0):
            index = table.model().index(0, at)
            if not index.flags() & Qt.ItemFlag.ItemIsEditable or _chosen(table, index):
                continue
            window.activateWindow()
            editor = _editor(table, index)
            if editor is None:
                continue
            heard.errors.clear()
            editor.selectAll()
            editor.insert(wrong)
            QTest.keyClick(editor, Qt.Key.Key_Return)
            QApplication.processEvents()
            error = heard.last()
            if error is not None:
                yield f"{accessibility.told(table)}, cell {at} “{wrong}”", _at_cell(window, table, at, wrong, error)
                QTest.keyClick(table, Qt.Key.Key_Escape)


def _chosen(table: RecordTable, index: QModelIndex) -> bool:
    """Whether one chooses there, from a list."""
    record = table._records.records[table._filter.mapToSource(index).row()]
    return table._records.columns[index.column()].options(record) is not None


def _editor(table: RecordTable, index: QModelIndex) -> QLineEdit | None:
    table.setFocus()
    table.setCurrentIndex(index)
    QTest.keyClick(table, Qt.Key.Key_Return)
    QApplication.processEvents()
    return next((one for one in table.viewport().findChildren(QLineEdit) if one.isVisible()), None)


def _at_cell(window: MainWindow, table: RecordTable, at: int, wrong: str, error: UserError) -> list[str]:
    index = table.model().index(0, at)
    found = list(_said(window, error))
    if index.data() != wrong:
        found.append("what was typed is gone")
    if index.data(Qt.ItemDataRole.AccessibleDescriptionRole) != error.sentence:
        found.append(f"is not told at the cell: {error.sentence}")
    if not table.hasFocus() or table.currentIndex().column() != at:
        found.append("the cell lost the focus")
    return found


def in_form(dialog: FormDialog, wrong: str, only: int | None = None) -> tuple[int, str, list[str]]:
    """Typed in all its fields, or `only` in one, and Enter: what is refused is told above, and at one field.

    How many fields there are, what was said, and the faults; nothing said where it was taken.
    """
    fields = [one for one in accessibility.controls(dialog) if isinstance(one, QLineEdit) and not one.isReadOnly()]
    chosen = fields if only is None else fields[only : only + 1]
    for field in chosen:
        field.setText(wrong)
    if not chosen:
        return len(fields), "", []
    QTest.keyClick(chosen[-1], Qt.Key.Key_Return)
    QApplication.processEvents()
    if not dialog.isVisible() or dialog.notice.isHidden():
        return len(fields), "", []
    said, focused = dialog.notice.text(), QApplication.focusWidget()
    found = [] if all(field.text() == wrong for field in chosen) else ["what was typed is gone"]
    marked = [one for one in dialog.fields.values() if one.property("wrong")]
    if len(marked) != 1:
        found.append(f"{len(marked)} fields are marked")
    elif marked[0].accessibleDescription() != said:
        found.append("not told at the field")
    elif focused is None or not (marked[0] is focused or marked[0].isAncestorOf(focused)):
        found.append("the field has not the focus")
    return len(fields), said, found
