"""Frozen records as rows of a table: what a cell shows, what writing in it does, what was refused."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)
from PySide6.QtWidgets import QWidget

from doorbraak.model.catalogue import fold
from doorbraak.model.errors import UserError
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.plain import tooltip

Index = QModelIndex | QPersistentModelIndex
ORIGIN = "origin"  # the key of the column that says from whom a record comes
SORT_ROLE = Qt.ItemDataRole.UserRole + 1
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
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
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_READ = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITE = _READ | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class Column:
    """`text` shows a record; `write` gets the record and what was typed (or the id that was chosen).

    `choices` gives (id, name) pairs, `choices_for` those of one record: none means a line to type in. `suggest`
    gives words that such a line completes. `tip` says more than fits; `start` is what an editor begins with when
    it differs from `text`. `missing`: what has to be filled in still, shown as something to mend. One without
    `width` takes what is left, and with `fits` what its words need; one that `wraps` uses all lines of its row. `sign`:
    a life domain and its colour, drawn before the words of one that does not wrap.
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
    fits: bool = False
    hint: str = ""
    tip: Callable[[Any], str] | None = None
    choices_for: Callable[[Any], Sequence[tuple[str, str]]] | None = None
    suggest: Callable[[], Sequence[str]] | None = None
    missing: Callable[[Any], bool] | None = None
    wraps: bool = False
    sign: Callable[[Any], tuple[str, str]] | None = None

    def options(self, record: Any) -> Sequence[tuple[str, str]] | None:
        """What can be chosen for this record; None when it is typed."""
        if self.choices_for is not None:
            return self.choices_for(record) or None
        return self.choices() if self.choices is not None else None


class RecordModel(QAbstractTableModel):
    """Frozen records with an `id`, as rows. Knows no verbs: a column's `write` runs them."""

    def __init__(self, session: Session, name: str, columns: Sequence[Column], parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.name = name
        self._place_of: Callable[[Any], str] = lambda record: f"{name}:{record.id}"
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
        rows = {self._place_of(record) for record in fresh}
        for place, content in self._session.store.drafts.all().items():
            if place.rpartition(":")[0] in rows and place not in self._refused:
                self._refused[place] = (content, self.tr("Dit was nog niet goed ingevuld."))
        self.endResetModel()

    def show_again(self) -> None:
        """Names may have changed although the records did not."""
        if self.records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.records) - 1, len(self.columns) - 1))

    def _place(self, index: Index) -> str:
        return f"{self._place_of(self.records[index.row()])}:{self.columns[index.column()].key}"

    def keep_at(self, place_of: Callable[[Any], str]) -> None:
        """Where what was refused is kept, when a record is no row of the table that names this one."""
        self._place_of = place_of

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
            return RIGHT if column.numeric else LEFT
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
            return RIGHT
        if role == SORT_ROLE:
            return column.sort(record) if column.sort else fold(column.text(record))
        return None

    def face(self, row: int, at: int) -> tuple[str, bool, bool]:
        """What a cell shows: its text, whether it stands right, whether something has to be mended in it."""
        column, record = self.columns[at], self.records[row]
        if self._refused:
            refused = self._refused.get(f"{self._place_of(record)}:{column.key}")
            if refused:
                return refused[0], column.numeric, True
        return column.text(record), column.numeric, column.missing is not None and column.missing(record)

    def refusals(self) -> list[tuple[QModelIndex, str]]:
        """The cells in which something was refused, the last one last, with what to mend."""
        if not self._refused:
            return []
        at = {self._place(self.index(row, column)): (row, column)
              for row in range(len(self.records)) for column in range(len(self.columns))}  # fmt: skip
        return [(self.index(*at[place]), said) for place, (_, said) in self._refused.items() if place in at]

    def forget_refused(self, index: Index) -> bool:
        """Let go of what was refused in a cell: what the file holds stands there again. Whether there was anything."""
        place = self._place(index)
        if not self._refused.pop(place, None):
            return False
        self._session.drop_draft(place)
        self.dataChanged.emit(index, index)
        self._session.mended.emit()
        return True

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column, record, place = self.columns[index.column()], self.records[index.row()], self._place(index)
        if column.write is None:
            return False
        unchanged = str(value) == str(column.start(record) if column.start else column.text(record))
        try:
            if not unchanged:
                column.write(record, str(value))
        except UserError as error:
            self._refused.pop(place, None)
            self._refused[place] = (str(value), error.sentence)  # the last one last
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


class RecordFilter(QSortFilterProxyModel):
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

    def source_row(self, index: Index) -> int:
        """Which record a shown row is; without search and sorting, the same."""
        return index.row() if not self._words and self.sortColumn() < 0 else self.mapToSource(index).row()

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        model = self.sourceModel()
        if not self._words or not isinstance(model, RecordModel):
            return True
        shown = " ".join(fold(column.text(model.records[row])) for column in model.columns)
        return all(word in shown for word in self._words)
