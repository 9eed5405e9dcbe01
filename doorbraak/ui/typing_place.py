"""Where somebody is typing in a page, so that the cursor is there again when the page was made anew.

A page goes and comes at the kitchen table and after a lock. Typing must not land in another field meanwhile.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QWidget,
)

from doorbraak.ui.focus import lasting
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class Field:
    """Of the fields in sight of its class: how many there are, which one it is, and which of those with its name."""

    kind: type[QWidget]
    of: int
    at: int
    name: int
    at_with_name: int


@dataclass(frozen=True, slots=True)
class TypingPlace:
    """Numbers only, and of a name no more than its hash: it is kept while the workspace is locked."""

    part: tuple[int, ...]
    rows: dict[int, tuple[int, int]]
    tabs: dict[int, int]
    field: Field | None
    editing: bool
    cursor: tuple[int, int]


def typing_place(page: Page) -> TypingPlace:
    """Before anything is written: that closes the editor of a cell."""
    focused = page.window().focusWidget()
    inside = focused if focused is not None and page.isAncestorOf(focused) else None
    stays = lasting(inside)
    return TypingPlace(
        page.part(),
        {_name(one): _row(one) for one in page.findChildren(RecordTable)},
        {_name(one): one.currentIndex() for one in page.findChildren(QTabWidget)},
        _field(page, stays) if stays is not None else None,
        inside is not stays and isinstance(inside, QLineEdit),
        _cursor(inside),
    )


def type_on(page: Page, place: TypingPlace) -> bool:
    """The same part, rows, field and cursor; whether that field is there. If not, the focus stays where it is."""
    page.back_to_part(place.part)
    for table in page.findChildren(RecordTable):
        _go_to(table, *place.rows.get(_name(table), (0, 0)))
    for tabs in page.findChildren(QTabWidget):  # after the rows: one that is chosen turns to its own tab
        tabs.setCurrentIndex(place.tabs.get(_name(tabs), 0))
    field = _found(page, place.field) if place.field is not None else None
    if field is None:
        return False
    field.setFocus()
    if place.editing and isinstance(field, QAbstractItemView):
        field.edit(field.currentIndex())
    _set_cursor(QApplication.focusWidget(), *place.cursor)
    return True


def _row(table: RecordTable) -> tuple[int, int]:
    record = table.record()
    return record.id if record is not None else 0, table.currentIndex().column()


def _go_to(table: RecordTable, id_: int, column: int) -> None:
    if id_:
        table.select(id_)
        table.setCurrentIndex(table.currentIndex().siblingAtColumn(column))


# -- the field ----------------------------------------------------------------------------------------


def _name(widget: QWidget) -> int:
    own = widget.text() if isinstance(widget, QAbstractButton) else ""
    return hash(widget.accessibleName() or own)


def _in_sight(page: Page, kind: type[QWidget]) -> list[QWidget]:
    """Not the editors of cells, which come and go, and not the lists that fields offer."""
    found = [one for one in page.findChildren(kind) if type(one) is kind and one.isVisible()]
    return [one for one in found if lasting(one) is one and not one.isWindow()]


def _field(page: Page, widget: QWidget) -> Field:
    alike, name = _in_sight(page, type(widget)), _name(widget)
    named = [one for one in alike if _name(one) == name]
    return Field(type(widget), len(alike), _at(alike, widget), name, _at(named, widget))


def _at(widgets: Sequence[QWidget], wanted: QWidget) -> int:
    return next((at for at, one in enumerate(widgets) if one is wanted), 0)


def _found(page: Page, field: Field) -> QWidget | None:
    """By its name; at the table that may be a plain one, and then by its place among as many as there were."""
    alike = _in_sight(page, field.kind)
    named = [one for one in alike if _name(one) == field.name]
    if field.at_with_name < len(named):
        return named[field.at_with_name]
    return alike[field.at] if len(alike) == field.of and alike else None


# -- the cursor in it ---------------------------------------------------------------------------------


def _cursor(widget: QWidget | None) -> tuple[int, int]:
    """Where it is, and where what is selected began."""
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().position(), widget.textCursor().anchor()
    if isinstance(widget, QLineEdit):
        at, start, end = widget.cursorPosition(), widget.selectionStart(), widget.selectionEnd()
        return at, at if start < 0 else end if at == start else start
    return 0, 0


def _set_cursor(widget: QWidget | None, at: int, anchor: int) -> None:
    if isinstance(widget, QPlainTextEdit):
        last = len(widget.toPlainText())
        cursor = widget.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(at, last), QTextCursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
    elif isinstance(widget, QLineEdit):
        widget.deselect()
        widget.setCursorPosition(anchor)
        widget.cursorForward(True, at - anchor)
