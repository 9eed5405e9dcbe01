"""What the tables of a follow-up share: an answer by one letter, on to the next row, what goes with an answer."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView

from doorbraak.model.dossier import noted
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names
from doorbraak.ui.widgets.record_model import ORIGIN, Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.ui.page import Page


class AnswerKeys(QObject):
    """`said` gives the row in focus and the answer of the letter; in the column with `reasons` a letter is a letter."""

    said = Signal(object, str)

    def __init__(self, table: RecordTable, keys: Mapping[str, str], reasons: int) -> None:
        super().__init__(table)
        self._table, self._keys, self._reasons = table, keys, reasons
        table.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        letter, line = event.text().casefold(), self._table.record()
        idle = self._table.state() != QAbstractItemView.State.EditingState
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if not (idle and plain and line is not None and letter in self._keys):
            return False
        if self._table.currentIndex().column() == self._reasons:
            return False
        self.said.emit(line, self._keys[letter])
        return True


def go_on(table: RecordTable) -> None:
    """To the next row, away from the column with reasons: a letter there would begin a text."""
    row = min(table.currentIndex().row() + 1, table.model().rowCount() - 1)
    table.setCurrentIndex(table.model().index(row, 0))


def said_of(line: Any, first: str, field: str) -> Any:
    """What was said of a row. Raises InputError with `first`, what has to be done before, when nothing was."""
    if line.said is None:
        raise InputError(first, field)
    return line.said


def origin_column(page: "Page", table: str, first: str) -> Column:
    """From whom an answer comes."""

    def write(line: Any, chosen: str) -> None:
        page.run("Herkomst wijzigen", noted.set_origin, table, said_of(line, first, ORIGIN).id, chosen)

    return Column(
        ORIGIN,
        "Herkomst",
        lambda line: choice_names.ORIGINS[line.origin] if line.origin else "",
        write,
        choices=lambda: list(choice_names.ORIGINS.items()),
        start=lambda line: line.origin,
        width=80,
        hint="Van wie dit komt. Een voorbeeld is verzonnen.",
    )
