"""One table for all records: sorts, edits in its cells through verbs, keeps what was refused as typed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from doorbraak.model.catalogue import fold
from doorbraak.model.errors import UserError
from doorbraak.ui import theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.plain import tooltip

Index = QModelIndex | QPersistentModelIndex
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
# Made once: a table asks for these thousands of times in one repaint, and Qt's flags are slow to combine.
_ASKED = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.EditRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Qt.ItemDataRole.AccessibleDescriptionRole,
        Qt.ItemDataRole.TextAlignmentRole,
        SORT_ROLE,
    )
)
_LEFT_GAP, _NUMBER_GAP = 4, 10  # pixels between a cell's words and its edge
_SELECTED, _FOCUSED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
_LEAST = 130  # pixels of a column that takes what is left
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITE = _READ | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class Column:
    """`text` shows a record; `write` gets the record and what was typed (or the id that was chosen).

    `choices` gives (id, name) pairs; `tip` says more than fits; `start` is what an editor begins with when
    it differs from `text`.
    """

    key: str
    title: str
    text: Callable[[Any], str]
    write: Callable[[Any, str], object] | None = None
    choices: Callable[[], Sequence[tuple[str, str]]] | None = None
    start: Callable[[Any], str] | None = None
    sort: Callable[[Any], Any] | None = None
    numeric: bool = False
    width: int = 0
    hint: str = ""
    tip: Callable[[Any], str] | None = None


class RecordModel(QAbstractTableModel):
    """Frozen records with an `id`, as rows. Knows no verbs: a column's `write` runs them."""

    def __init__(self, session: Session, name: str, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._name = name
        self.columns = tuple(columns)
        self.records: list[Any] = []
        self._refused: dict[str, tuple[str, str]] = {}

    def show_records(self, records: Sequence[Any]) -> None:
        """The same rows are changed in place, so that selection, scrolling and an open editor stay."""
        fresh = list(records)
        if [r.id for r in fresh] == [r.id for r in self.records]:
            old, self.records = self.records, fresh
            for row, (before, after) in enumerate(zip(old, fresh, strict=True)):
                if before != after:
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
            return
        self.beginResetModel()
        self.records = fresh
        prefix = f"{self._name}:"
        for place, content in self._session.store.drafts().items():
            if place.startswith(prefix) and place not in self._refused:
                self._refused[place] = (content, self.tr("Dit was nog niet goed ingevuld."))
        self.endResetModel()

    def show_again(self) -> None:
        """Names may have changed although the records did not."""
        if self.records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.records) - 1, len(self.columns) - 1))

    def _place(self, index: Index) -> str:
        return f"{self._name}:{self.records[index.row()].id}:{self.columns[index.column()].key}"

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.hint or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.numeric else _LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ASKED or not index.isValid():
            return None
        record, column = self.records[index.row()], self.columns[index.column()]
        if role == _DISPLAY and not self._refused:
            return column.text(record)
        refused = self._refused.get(self._place(index)) if self._refused else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if refused:
                return refused[0]
            if role == Qt.ItemDataRole.EditRole and column.start:
                return column.start(record)
            return column.text(record)
        if role == Qt.ItemDataRole.ToolTipRole:
            return tooltip(refused[1] if refused else (column.tip or column.text)(record))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(record)}"
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return refused[1] if refused else column.hint
        if role == Qt.ItemDataRole.TextAlignmentRole and column.numeric:
            return _RIGHT
        if role == SORT_ROLE:
            return column.sort(record) if column.sort else fold(column.text(record))
        return None

    def face(self, row: int, at: int) -> tuple[str, bool, bool]:
        """What a cell shows: its text, whether it stands right, whether it was refused."""
        column, record = self.columns[at], self.records[row]
        if self._refused:
            refused = self._refused.get(f"{self._name}:{record.id}:{column.key}")
            if refused:
                return refused[0], column.numeric, True
        return column.text(record), column.numeric, False

    def forget_refused(self, index: Index) -> None:
        """Let go of what was refused in a cell: what the file holds stands there again."""
        place = self._place(index)
        if self._refused.pop(place, None):
            self._session.drop_draft(place)
            self.dataChanged.emit(index, index)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column, record, place = self.columns[index.column()], self.records[index.row()], self._place(index)
        if column.write is None:
            return False
        unchanged = str(value) == str(column.start(record) if column.start else column.text(record))
        try:
            if not unchanged:
                column.write(record, str(value))
        except UserError as error:
            self._refused[place] = (str(value), error.sentence)
            self._session.keep_draft(place, str(value))
            self.dataChanged.emit(index, index)
            self._session.problem.emit(error)
            return False
        if self._refused.pop(place, None):
            self._session.drop_draft(place)
            self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return _WRITE if index.isValid() and self.columns[index.column()].write else _READ


class _Choice(QComboBox):
    """A list that opens before it takes a key: a letter finds, and only Enter or a click chooses."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            super().keyPressEvent(event)
            return
        self.showPopup()
        if event.text().isprintable() and event.text().strip():
            self.view().keyboardSearch(event.text())

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past must not choose


class _Cell(QStyledItemDelegate):
    """Paints a cell, and gives it a line to type in or a list to choose from."""

    def __init__(self, records: RecordModel, shown: QSortFilterProxyModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._records = records
        self._shown = shown

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One question to the model and four calls to the painter: Qt takes twenty."""
        text, numeric, refused = self._records.face(self._shown.mapToSource(index).row(), index.column())
        palette, rect = option.palette, option.rect
        chosen = bool(option.state & _SELECTED)
        if chosen:
            painter.fillRect(rect, palette.highlight())
        pen = QColor(theme.current().warning) if refused else palette.highlightedText() if chosen else palette.text()
        painter.setPen(pen.color() if isinstance(pen, QBrush) else pen)
        room = rect.adjusted(_LEFT_GAP, 0, -(_NUMBER_GAP if numeric else _LEFT_GAP), 0)
        shown = option.fontMetrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _RIGHT if numeric else _LEFT, shown)
        if option.state & _FOCUSED:
            painter.setPen(QColor(theme.current().accent))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._records.columns[index.column()]
        if column.choices is None:
            editor: QWidget = QLineEdit(parent)
        else:
            editor = _Choice(parent)
            for value, shown in column.choices():
                editor.addItem(shown, value)
            editor.activated.connect(lambda: self._chosen(editor))
            QTimer.singleShot(0, editor, editor.showPopup)
        editor.setAccessibleName(column.title)
        return editor

    def _chosen(self, editor: QWidget) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            present = index.data(Qt.ItemDataRole.EditRole)
            if editor.findData(present) < 0:  # looking at a cell must not change it
                editor.insertItem(0, index.data() or self.tr("Niet ingevuld"), present)
            editor.setCurrentIndex(editor.findData(present))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())


class _Filter(QSortFilterProxyModel):
    """Rows that hold all the words somewhere, accents and case aside."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setSortRole(SORT_ROLE)
        self.setDynamicSortFilter(False)

    def search(self, text: str) -> None:
        self.beginFilterChange()
        self._words = tuple(fold(text).split())
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        if not self._words or not isinstance(model, RecordModel):
            return True
        shown = " ".join(fold(column.text(model.records[row])) for column in model.columns)
        return all(word in shown for word in self._words)


class RecordTable(QTableView):
    """`current` follows the row; Delete asks for `removal`; Enter or F2 edits, Escape lets go of what was refused,
    Tab leaves the table.
    """

    current = Signal(object)
    removal = Signal(object)
    opened = Signal(object)

    def __init__(self, session: Session, name: str, title: str, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._records = RecordModel(session, name, columns, self)
        self._filter = _Filter(self)
        self._filter.setSourceModel(self._records)
        self.setModel(self._filter)
        self.setItemDelegate(_Cell(self._records, self._filter, self))
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
        self._fit()
        self.selectionModel().currentRowChanged.connect(lambda: self.current.emit(self.record()))
        self.doubleClicked.connect(lambda: self.opened.emit(self.record()))

    def _fit(self) -> None:
        """Rows and columns in proportion to the letters; a column without a width takes what is left."""
        zoom, columns = theme.zoom(), self._records.columns
        self.verticalHeader().setDefaultSectionSize(round(28 * zoom))
        left = self.viewport().width() - sum(round(column.width * zoom) for column in columns)
        share = max(round(_LEAST * zoom), left // max(1, sum(not column.width for column in columns)))
        for at, column in enumerate(columns):
            self.setColumnWidth(at, round(column.width * zoom) if column.width else share)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def show_records(self, records: Sequence[Any]) -> None:
        """Show these, with the row that had the focus still in focus."""
        kept, rows = self.record(), [record.id for record in self._records.records]
        self._records.show_records(records)
        if rows != [record.id for record in self._records.records] and self._filter.sortColumn() >= 0:
            self._filter.sort(self._filter.sortColumn(), self._filter.sortOrder())
        if kept is not None and self.record() is None:
            self.select(kept.id)

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

    def select_first(self) -> None:
        if self._filter.rowCount():
            self.setCurrentIndex(self._filter.index(0, 0))

    def search(self, text: str) -> None:
        self._filter.search(text)

    @property
    def shown(self) -> int:
        """How many rows pass the search."""
        return self._filter.rowCount()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        record = self.record()
        idle = self.state() != QAbstractItemView.State.EditingState
        if idle and record is not None and event.key() == Qt.Key.Key_Delete:
            self.removal.emit(record)
        elif idle and record is not None and event.key() == Qt.Key.Key_Escape:
            self._records.forget_refused(self._filter.mapToSource(self.currentIndex()))
        elif idle and record is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._records.flags(self._filter.mapToSource(self.currentIndex())) & Qt.ItemFlag.ItemIsEditable:
                self.edit(self.currentIndex())
            else:
                self.opened.emit(record)
        else:
            super().keyPressEvent(event)
