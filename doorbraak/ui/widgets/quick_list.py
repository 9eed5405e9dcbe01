"""The list under the line of quick entry: what Enter would do, without ever taking the focus from the line."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

_FRAME = 2
_ROOM = 12  # pixels between the lowest row and the edge of the window


class Roomy(QStyledItemDelegate):
    """Rows high enough to hit, whatever the font."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, max(28, option.fontMetrics.height() + 10))


class QuickList(QListView):
    """Lies over what is below the line. `taken` tells the row that was pressed."""

    taken = Signal(int)

    def __init__(self, name: str, above: QWidget) -> None:
        super().__init__(above)
        self._words = QStringListModel(self)
        self._line = above
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setModel(self._words)
        self.setItemDelegate(Roomy(self))
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { border: 1px solid palette(mid); } QListView::item { padding-left: 5px; }")
        self.entered.connect(self.setCurrentIndex)
        self.clicked.connect(lambda index: self.taken.emit(index.row()))
        self.hide()

    def offer(self, words: Sequence[str], line: QWidget) -> None:
        """Show these under `line` with the first one chosen; nothing hides the list."""
        self._line = line
        self._words.setStringList(list(words))
        self.setVisible(bool(words))
        if words:
            self.setCurrentIndex(self._words.index(0))
            self.place()

    def place(self) -> None:
        """Under the line, wherever that has come to stand."""
        if not self.isVisible():
            return
        above = self.parentWidget()
        rows = sum(self.sizeHintForRow(row) for row in range(self._words.rowCount()))
        at = self._line.mapTo(above, QPoint(0, self._line.height()))
        self.setGeometry(at.x(), at.y(), self._line.width(), min(rows + 2 * _FRAME, above.height() - at.y() - _ROOM))
        self.raise_()

    @property
    def row(self) -> int:
        """The chosen row; the first one when the list is not in sight."""
        return max(0, self.currentIndex().row()) if self.isVisible() else 0

    @property
    def chosen(self) -> str:
        return str(self.currentIndex().data() or "")

    def walk(self, steps: int) -> None:
        """Down or up, round at the ends."""
        count = self._words.rowCount()
        if count:
            self.setCurrentIndex(self._words.index((self.currentIndex().row() + steps) % count))
