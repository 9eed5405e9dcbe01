"""A table of figures, each of which can be asked why: by Enter, a double click or its menu."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QTableWidget, QTableWidgetItem

from doorbraak.model.documents.reasons import Reason
from doorbraak.model.documents.result_table import Cell, Table
from doorbraak.ui import theme
from doorbraak.ui.widgets.plain import tooltip
from doorbraak.ui.widgets.record_model import LEFT, RIGHT

_ROW, _SIDES, _LEAST_NAME, _MOST_NAME, _LEAST_FIGURE, _STEP = 28, 18, 130, 460, 62, 6  # pixels
_LOWEST, _ANY = 150, 16_777_215  # pixels in height: of a table that scrolls, and Qt's word for no bound
_BOLD = 1.12  # how much wider bold letters are: those of titles, and of a last row


class WhyTable(QTableWidget):
    """`asked` gives the reason of the figure that somebody wants to know more about."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._table: Table | None = None
        self._whole = False
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.horizontalHeader().setHighlightSections(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._menu)
        self.cellDoubleClicked.connect(lambda *_: self.ask())

    def show_whole(self, whole: bool) -> None:
        """As high as its rows, in a page that scrolls; else in the room that is left, scrolling itself."""
        self._whole = whole
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if whole else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        if whole:
            self.setFixedHeight(self.needed)
        else:
            self.setMinimumHeight(min(self.needed, round(_LOWEST * theme.zoom())))
            self.setMaximumHeight(_ANY)

    def show_table(self, table: Table) -> None:
        """The cell that was chosen stays so, where there still is one."""
        at, fresh = (self.currentRow(), self.currentColumn()), self._table is None or self._table.name != table.name
        self._table = None  # a new size has nothing to fit until all is there
        self.setWordWrap(table.names == len(table.header))  # sentences
        self.setAccessibleName(table.name)
        self.horizontalHeader().setAccessibleName(table.name)
        self.setRowCount(len(table.rows))
        self.setColumnCount(len(table.header))
        self.setHorizontalHeaderLabels(list(table.header))
        for column in range(len(table.header)):
            self.horizontalHeaderItem(column).setTextAlignment(LEFT if column < table.names else RIGHT)
            self.horizontalHeaderItem(column).setToolTip(tooltip(table.header[column]))
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                self.setItem(row, column, self._item(cell, table, row, column))
        self._table = table
        if table.rows:
            self.setCurrentCell(*((0, 0) if fresh or at[0] < 0 else (min(at[0], len(table.rows) - 1), at[1])))
        self._fit()

    def _item(self, cell: Cell, table: Table, row: int, column: int) -> QTableWidgetItem:
        made = QTableWidgetItem(cell.text)
        made.setToolTip(tooltip(cell.text))
        made.setTextAlignment(LEFT if column < table.names else RIGHT)
        if cell.below:
            made.setForeground(QColor(theme.current().warning))
        if table.total and row == len(table.rows) - 1:
            font = self.font()
            font.setBold(True)
            made.setFont(font)
        return made

    @property
    def why(self) -> Callable[[], Reason] | None:
        """Of the figure that is chosen."""
        if self._table is None or not 0 <= self.currentRow() < len(self._table.rows):
            return None
        return self._table.rows[self.currentRow()][self.currentColumn()].why

    def ask(self) -> None:
        if self.why is not None:
            self.asked.emit(self.why())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A table that is in sight as a whole has nothing to scroll: the page does."""
        if self._whole:
            event.ignore()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
        else:
            super().keyPressEvent(event)

    def _menu(self, at: QPoint) -> None:
        if self.why is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Waar&om dit getal?")).triggered.connect(self.ask)
        menu.exec(self.viewport().mapToGlobal(at))
        menu.deleteLater()

    @property
    def needed(self) -> int:
        """Pixels in height for all rows."""
        titles, rows = self.horizontalHeader(), self.verticalHeader().length()
        if titles.length() > self.viewport().width():
            rows += self.horizontalScrollBar().sizeHint().height()
        return titles.sizeHint().height() + rows + 2 * self.frameWidth() + 2

    def _fit(self) -> None:
        """Figures as wide as they are; the words take what is left, the last of them most."""
        if self._table is None:
            return
        zoom, table, room = theme.zoom(), self._table, self.viewport().width()
        self.verticalHeader().setDefaultSectionSize(round(_ROW * zoom))
        wide = [self._wanted(table, column) for column in range(len(table.header))]
        for column in range(table.names):
            wide[column] = min(wide[column], round(_MOST_NAME * zoom))
        least = round(_LEAST_NAME * zoom)
        while (over := sum(wide) - room) > 0:  # the widest words give way, till all are short; past that one scrolls
            widest = max(range(table.names), key=wide.__getitem__)
            if wide[widest] <= least:
                break
            wide[widest] -= min(over, _STEP)
        if room < sum(wide):  # then titles are cut before figures are
            cut = [
                min(each, self._wanted(table, at, titled=False)) if at >= table.names else each
                for at, each in enumerate(wide)
            ]
            for at in sorted(range(len(cut)), key=lambda at: wide[at] - cut[at]):  # and no more of them than need be
                cut[at] += max(0, min(wide[at] - cut[at], room - sum(cut)))
            wide = cut
        last = table.names - 1
        wide[last] = max(wide[last], wide[last] + room - sum(wide))
        letters = self.horizontalHeader().fontMetrics()
        for column, width in enumerate(wide):
            self.setColumnWidth(column, width)
            # Qt cuts a title at both sides; a screen reader has all of it.
            title, item = table.header[column], self.horizontalHeaderItem(column)
            item.setText(
                letters.elidedText(title, Qt.TextElideMode.ElideRight, round((width - _SIDES * zoom / 2) / _BOLD))
            )
            item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
        if self.wordWrap():
            self.resizeRowsToContents()
        if self._whole and self.height() != self.needed:
            self.setFixedHeight(self.needed)

    def _wanted(self, table: Table, column: int, *, titled: bool = True) -> int:
        metrics, header = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        widest = max((metrics.horizontalAdvance(cells[column].text) * _BOLD for cells in table.rows), default=0)
        title = header.horizontalAdvance(table.header[column]) * _BOLD if titled else _LEAST_FIGURE * theme.zoom()
        return round(max(widest, title) + _SIDES * theme.zoom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() == QEvent.Type.StyleChange and self._table is not None:  # other colours
            self.show_table(self._table)
