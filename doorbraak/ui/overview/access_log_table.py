"""The lines of the access log in a table that reads only those in sight: years show as soon as a day does."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from doorbraak.model.documents import log_words
from doorbraak.model.errors import UserError
from doorbraak.model.workspace import log_reading
from doorbraak.model.workspace.log import Entry
from doorbraak.model.workspace.log_reading import Order, Wanted
from doorbraak.ui import theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.plain import tooltip
from doorbraak.ui.widgets.record_model import LEFT, RIGHT, Index

_ROW, _LEAST = 28, 5  # pixels in height, and how many rows stay in sight
_GAP, _NUMBER_GAP = 4, 10  # pixels between a cell's words and its edge
_AT_ONCE = 200  # lines that are read together
_KEPT = 20  # of those readings
_UP, _DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class _Column:
    title: str
    order: Order
    text: Callable[[int, Entry], str]
    width: int = 0
    numeric: bool = False


class LogLines(QAbstractTableModel):
    """`show` says which lines; `sort` in which order. Emits `failed` when the file can't be read."""

    failed = Signal(object)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.columns = (
            _Column(self.tr("Regel"), "id", lambda number, _: log_words.whole_number(number), 90, True),
            _Column(self.tr("Moment"), "at", lambda _, line: log_words.moment(line.at), 160),
            _Column(self.tr("Wat"), "action", lambda _, line: log_words.action(line.action), 220),
            _Column(self.tr("Waarover"), "object", lambda _, line: line.object, 0),
            _Column(
                self.tr("Gelukt"), "result", lambda _, line: self.tr("ja") if _went_well(line) else self.tr("nee"), 80
            ),
            _Column(self.tr("Waar"), "origin", lambda _, line: line.origin, 130),
            _Column(self.tr("Wie"), "actor", lambda _, line: line.actor, 190),
        )
        self._wanted = Wanted()
        self._order: tuple[Order, bool] = ("id", True)
        self._every: Sequence[int] = ()
        self._ids: Sequence[int] = ()
        self._read: dict[int, dict[int, Entry]] = {}

    @property
    def lines(self) -> int:
        """How many there are in the whole log."""
        return len(self._every)

    @property
    def last(self) -> int:
        """The id of the newest line that it knows."""
        return self._every[-1] if self._every else 0

    def show(self, wanted: Wanted) -> None:
        """Raises what reading the file raises; then what was shown stays."""
        every, some = self._asked(wanted)
        self.beginResetModel()
        self._wanted, self._every, self._ids, self._read = wanted, every, some, {}
        self.endResetModel()

    def _asked(self, wanted: Wanted) -> tuple[Sequence[int], Sequence[int]]:
        """The ids of all lines, and of those that are wanted in their order."""
        store, (order, falling) = self._session.store, self._order
        every = log_reading.all_ids(store)
        if wanted == Wanted() and order == "id":
            return every, every[::-1] if falling else every
        return every, log_reading.ids(store, wanted, order, falling=falling, called=_CALLED)

    def forget(self) -> None:
        self.beginResetModel()
        self._wanted, self._every, self._ids, self._read = Wanted(), (), (), {}
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = _UP) -> None:
        """By a column, or newest first when it is less than 0. The line in focus stays in focus."""
        self._order = (self.columns[column].order, order == _DOWN) if column >= 0 else ("id", True)
        if not self._every:
            return
        try:
            every, some = self._asked(self._wanted)
        except UserError as error:
            self.failed.emit(error)
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [self._ids[index.row()] for index in before]
        self._every, self._ids, self._read = every, some, {}
        rows = {id_: some.index(id_) if id_ in some else -1 for id_ in kept}
        after = [self.index(rows[id_], index.column()) for id_, index in zip(kept, before, strict=True)]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def row_of(self, number: int) -> int:
        """Where the line with this number stands, or -1 when it is not wanted."""
        if not 0 < number <= len(self._every):
            return -1
        try:
            return self._ids.index(self._every[number - 1])
        except ValueError:
            return -1

    def line(self, row: int) -> tuple[int, Entry] | None:
        """With its number; None when it can't be read."""
        if not 0 <= row < len(self._ids):
            return None
        part = row // _AT_ONCE
        if part not in self._read:
            if len(self._read) >= _KEPT:
                self._read.clear()
            wanted = self._ids[part * _AT_ONCE : (part + 1) * _AT_ONCE]
            self._read[part] = {}  # also when it fails: it is said once
            try:
                self._read[part] = log_reading.lines(self._session.store, wanted)
            except UserError as error:
                self.failed.emit(error)
        found = self._read[part].get(self._ids[row])
        return (bisect_left(self._every, self._ids[row]) + 1, found) if found is not None else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self.columns[section].numeric else LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if column.numeric else LEFT
        found = self.line(index.row()) if role in _ASKED else None
        if found is None:
            return None
        text = " ".join(column.text(*found).split())
        if role == Qt.ItemDataRole.ForegroundRole:
            wrong = column.order == "result" and not _went_well(found[1])
            return QColor(theme.current().warning) if wrong else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {text}"
        return tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text


_ASKED = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ForegroundRole,
)
_CALLED: dict[str, str] = {name: words for name, words in log_words.ACTIONS.items()}  # noqa: C416 - plain names


def _went_well(line: Entry) -> bool:
    return line.result == "gelukt"


class _Cell(QStyledItemDelegate):
    """As the cells of the tables of records look."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        self.initStyleOption(option, index)
        palette, rect, state = option.palette, option.rect, option.state.value
        numeric = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
        chosen = state & QStyle.StateFlag.State_Selected.value
        if chosen:
            painter.fillRect(rect, palette.highlight())
        wrong = index.data(Qt.ItemDataRole.ForegroundRole)
        painter.setPen(wrong or (palette.highlightedText() if chosen else palette.text()).color())
        room = rect.adjusted(_GAP, 0, -(_NUMBER_GAP if numeric else _GAP), 0)
        text = option.fontMetrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, RIGHT if numeric else LEFT, text)
        if state & QStyle.StateFlag.State_HasFocus.value:
            painter.setPen(QColor(theme.current().accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


class LogTable(QTableView):
    """Emits `opened` with what a line is about, by Enter or two clicks. F4 sorts by the column in focus, as in the
    tables of records.
    """

    opened = Signal(str)

    def __init__(self, session: Session, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self.records = LogLines(session, self)
        self.setModel(self.records)
        self.setItemDelegate(_Cell(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSortIndicator(-1, _DOWN)
        header.setSortIndicatorClearable(True)
        header.setHighlightSections(False)
        header.setAccessibleName(title)
        self.setSortingEnabled(True)
        self.doubleClicked.connect(lambda _: self._open())
        self._fit()

    def _fit(self) -> None:
        """Rows and columns in proportion to the letters; the column without a width takes what is left."""
        zoom = theme.zoom()
        self.verticalHeader().setDefaultSectionSize(round(_ROW * zoom))
        widths = [round(column.width * zoom) for column in self.records.columns]
        share = max(round(160 * zoom), self.viewport().width() - sum(widths))
        for at, width in enumerate(widths):
            self.setColumnWidth(at, width or share)

    def minimumSizeHint(self) -> QSize:
        rows = _LEAST * self.verticalHeader().defaultSectionSize() + self.horizontalScrollBar().sizeHint().height()
        high = self.horizontalHeader().sizeHint().height() + rows + 2 * self.frameWidth()
        return QSize(super().minimumSizeHint().width(), high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_lines(self, wanted: Wanted) -> None:
        """With the line that had the focus still in focus. Raises what reading the file raises."""
        kept, column = self.records.line(self.currentIndex().row()), max(0, self.currentIndex().column())
        self.records.show(wanted)
        row = self.records.row_of(kept[0]) if kept is not None else -1
        if self.records.rowCount():
            self.setCurrentIndex(self.records.index(max(0, row), column))

    def go_to(self, number: int) -> None:
        row = self.records.row_of(number)
        if row >= 0:
            self.setCurrentIndex(self.records.index(row, 0))
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _open(self) -> None:
        found = self.records.line(self.currentIndex().row())
        if found is not None:
            self.opened.emit(found[1].object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif event.key() == Qt.Key.Key_F4:
            self._sort_by(self.currentIndex().column())
        else:
            super().keyPressEvent(event)

    def _sort_by(self, column: int) -> None:
        header = self.horizontalHeader()
        same = header.sortIndicatorSection() == column
        if same and header.sortIndicatorOrder() == _DOWN:
            header.setSortIndicator(-1, _UP)
        else:
            header.setSortIndicator(column, _DOWN if same else _UP)
        self.scrollTo(self.currentIndex())
