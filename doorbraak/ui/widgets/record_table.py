"""One table for all records: sorts, filters, edits in its cells, keeps the row in focus."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTableView, QWidget

from doorbraak.ui import theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.record_cell import RecordCell
from doorbraak.ui.widgets.record_model import ORIGIN, Column, RecordFilter, RecordModel
from doorbraak.ui.widgets.said_at import SaidAt

_BY_HAND = frozenset(
    {
        Qt.FocusReason.MouseFocusReason,
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
_ROW, _LINE = 28, 17  # pixels in height of a row, and of each line more
_LEAST = 130  # pixels of a column that takes what is left
_AIR = 12  # pixels around the words of a cell, which Qt does not count with a style sheet
_MOST = 3  # a column that fits its words takes no more than this part of the table


class RecordTable(QTableView):
    """`current` follows the row; Delete asks for `removal`; Enter or F2 edits, Escape lets go of what was refused,
    F4 sorts by the column in focus (again: the other way, then not at all), Tab leaves the table.
    """

    current = Signal(object)
    removal = Signal(object)
    opened = Signal(object)
    focused = Signal()
    entered = Signal()  # by a person: the focus did not just come back

    def __init__(self, session: Session, name: str, title: str, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.lines = 1  # in a row, for columns that wrap
        self.least = 0  # rows that stay in sight, however little room there is
        self.setAccessibleName(title)
        self._records = RecordModel(session, name, columns, self)
        self._shown: Sequence[Any] | None = None
        self._filter = RecordFilter(self)
        self._filter.setSourceModel(self._records)
        self.keep_at = self._records.keep_at
        self.setModel(self._filter)
        self.setItemDelegate(RecordCell(self._records, self._filter, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.setSortingEnabled(True)
        self._filter.sort(-1)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setHighlightSections(False)
        header.setAccessibleName(title)
        self._chosen: dict[int, int] = {}  # widths that somebody gave a column, in pixels
        self._fitting = False
        header.sectionResized.connect(self._keep_width)
        self._fit()
        self.selectionModel().currentRowChanged.connect(lambda: self.current.emit(self.record()))
        self._sentence = SaidAt(self)
        for moved in (self.selectionModel().currentChanged, self._filter.dataChanged, self._filter.layoutChanged,
                      self._filter.modelReset):  # fmt: skip
            moved.connect(lambda *_: self._say_refused())
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.valueChanged.connect(lambda _: self._say_refused())
        self.doubleClicked.connect(lambda: self.opened.emit(self.record()))

    def _fit(self) -> None:
        """Rows and columns in proportion to the letters; a column without a width takes what is left, and one that
        somebody made wider or narrower keeps that.
        """
        zoom, columns = theme.zoom(), self._records.columns
        self.verticalHeader().setDefaultSectionSize(round((_ROW + _LINE * (self.lines - 1)) * zoom))
        widths = [self._needed(at) if column.fits else round(column.width * zoom) for at, column in enumerate(columns)]
        shown = [width for at, width in enumerate(widths) if not self.isColumnHidden(at)]
        share = max(round(_LEAST * zoom), (self.viewport().width() - sum(shown)) // max(1, shown.count(0)))
        self._fitting = True
        for at, width in enumerate(widths):
            self.setColumnWidth(at, self._chosen.get(at) or width or share)
        self._fitting = False

    def _keep_width(self, at: int, before: int, width: int) -> None:
        if not self._fitting and before and width:  # a hidden one has none
            self._chosen[at] = width

    def _say_refused(self) -> None:
        """What was refused stays said at its cell until it is mended: of more cells at the one in focus, or the last.
        Never over the cell in focus, where one may be typing.
        """
        if not self._sentence.wanted(found := self._records.refusals()):
            return
        here = self.currentIndex()
        cells = [(self._filter.mapFromSource(index), said) for index, said in found]
        shown = [one for one in cells if one[0].isValid() and not self.isColumnHidden(one[0].column())]
        cell, sentence = next((one for one in shown if one[0] == here), shown[-1] if shown else (here, ""))
        free = self.visualRect(here) if here.isValid() and cell != here else None
        self._sentence.say(sentence, self.viewport(), self.visualRect(cell), free)

    def _needed(self, at: int) -> int:
        """For what stands in a column; never so much that nothing is left for the others."""
        words = max(self.sizeHintForColumn(at) + _AIR, self.horizontalHeader().sectionSizeHint(at))
        return min(words, max(self.viewport().width() // _MOST, 1))

    def minimumSizeHint(self) -> QSize:
        """With `least` rows in sight; else what Qt asks, which is too low for large letters."""
        asked = super().minimumSizeHint()
        if not self.least:
            return asked
        rows = self.least * self.verticalHeader().defaultSectionSize()
        bar = self.horizontalScrollBar().sizeHint().height()
        return QSize(asked.width(), self.horizontalHeader().sizeHint().height() + rows + bar + 2 * self.frameWidth())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        if event.reason() in _BY_HAND:
            self.entered.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._say_refused()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these, with the row that had the focus still in focus. The very same tuple is shown already."""
        if records is self._shown and isinstance(records, tuple):
            return
        self._shown = records
        kept, rows = self.record(), [record.id for record in self._records.records]
        row, column = self.currentIndex().row(), self.currentIndex().column()
        typing = self.isAncestorOf(QApplication.focusWidget())
        self._records.show_records(records)
        if typing and rows != [record.id for record in self._records.records]:
            self.setFocus()  # other rows close an editor, and its focus would go to whatever comes next
        self._show_origin()
        if any(column.fits for column in self._records.columns):
            self._fit()
        if rows != [record.id for record in self._records.records] and self._filter.sortColumn() >= 0:
            self._filter.sort(self._filter.sortColumn(), self._filter.sortOrder())
        if kept is not None and self.record() is None:
            self.select(kept.id)
            if self.record() is None and {record.id for record in records} < set(rows):  # taken away: on to the next
                self.setCurrentIndex(self._filter.index(min(row, self._filter.rowCount() - 1), column))

    def _show_origin(self) -> None:
        """The column of origins takes room only when there is one to show."""
        for at, column in enumerate(self._records.columns):
            if column.key == ORIGIN:
                hidden = not any(record.origin for record in self._records.records)
                if hidden != self.isColumnHidden(at):
                    self.setColumnHidden(at, hidden)
                    self._fit()

    def show_again(self) -> None:
        self._records.show_again()

    def record(self) -> Any | None:
        index = self.currentIndex()
        row = self._filter.mapToSource(index).row() if index.isValid() else -1
        return self._records.records[row] if 0 <= row < len(self._records.records) else None

    def select(self, id_: int) -> None:
        for row, record in enumerate(self._records.records):
            if record.id == id_:
                index = self._filter.mapFromSource(self._records.index(row, 0))
                if index.isValid():
                    flags = QItemSelectionModel.SelectionFlag
                    self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
                    self.scrollTo(index)
                return

    def go_to(self, id_: int, key: str) -> None:
        """The focus on the cell of this record in the column with this key."""
        self.setFocus()
        self.select(id_)
        at = next(at for at, column in enumerate(self._records.columns) if column.key == key)
        self.setCurrentIndex(self.currentIndex().siblingAtColumn(at))

    def select_first(self) -> None:
        if self._filter.rowCount():
            self.setCurrentIndex(self._filter.index(0, 0))

    def search(self, text: str) -> None:
        self._filter.search(text)

    @property
    def records(self) -> tuple[Any, ...]:
        """All of them, also those that do not pass the search, in their own order."""
        return tuple(self._records.records)

    @property
    def shown(self) -> int:
        """How many rows pass the search."""
        return self._filter.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.record()
        idle = self.state() != QAbstractItemView.State.EditingState
        if idle and record is not None and event.key() == Qt.Key.Key_Delete:
            self.removal.emit(record)
        elif idle and event.key() == Qt.Key.Key_Escape:
            at = self._filter.mapToSource(self.currentIndex())
            if record is None or not self._records.forget_refused(at):
                event.ignore()  # it is for the window around it
        elif idle and record is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._records.flags(self._filter.mapToSource(self.currentIndex())) & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
            else:
                self.opened.emit(record)
        elif idle and event.key() == Qt.Key.Key_F4 and self.isSortingEnabled():
            self._sort_by(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def _sort_by(self, column: int) -> None:
        header, up, down = self.horizontalHeader(), Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        same = header.sortIndicatorSection() == column
        if same and header.sortIndicatorOrder() == down:
            header.setSortIndicator(-1, up)
        else:
            header.setSortIndicator(column, down if same else up)
        self.scrollTo(self.currentIndex())
