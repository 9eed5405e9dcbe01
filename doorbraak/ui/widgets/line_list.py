"""A calm list of lines to read, tick and choose from: words that wrap, the rest by keys on the chosen line."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from doorbraak.ui import theme

_KEY = Qt.ItemDataRole.UserRole
_TICKED = {True: Qt.CheckState.Checked, False: Qt.CheckState.Unchecked}
_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_AROUND = 14  # pixels above and below the words together
_BESIDE, _TICK = 14, 26  # pixels that words can't have: margins, and the box
_LOWEST = 30
_LONGEST_WORD = "Belastingdienst, voor"
DELETE = "\x7f"
"""The Delete key, among the letters of `keys`."""


@dataclass(frozen=True, slots=True)
class Line:
    """`key` says which record it is; `ticked` None: there is nothing to tick."""

    key: Hashable
    words: str
    ticked: bool | None = None


class _Roomy(QStyledItemDelegate):
    """As high as all words need, with air and a quiet line between one and the next: Qt cuts the last words off."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        shown: QListWidget = self.parent()
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) is not None
        room = max(40, shown.viewport().width() - _BESIDE - (_TICK if ticked else 0))
        needed = shown.fontMetrics().boundingRect(
            QRect(0, 0, room, 1 << 20), int(Qt.TextFlag.TextWordWrap), str(index.data())
        )
        return QSize(room, max(_LOWEST, needed.height() + _AROUND))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        if not option.state & QStyle.StateFlag.State_HasFocus:  # which has a line all round
            painter.setPen(QColor(theme.current().line))
            painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())


class LineList(QListWidget):
    """`ticked` tells key and state after a click or Space; `asked` key and letter of a key from `keys`."""

    ticked = Signal(object, bool)
    asked = Signal(object, str)
    _clicked = Signal(object, bool)

    def __init__(self, name: str, parent: QWidget | None = None, *, keys: str = "") -> None:
        super().__init__(parent)
        self._letters = keys
        self.setAccessibleName(name)
        self.setItemDelegate(_Roomy(self))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)  # lines wrap at the new width
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemChanged.connect(self._changed)
        # A tick may take its line away: not while Qt is still busy with the click on it.
        self._clicked.connect(self.ticked, Qt.ConnectionType.QueuedConnection)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """The chosen line stays chosen; when it went, the one that came in its place is."""
        row, kept = self.currentRow(), self.key
        with QSignalBlocker(self):
            while self.count() > len(lines):
                self.takeItem(self.count() - 1)
            for at, line in enumerate(lines):
                item = self.item(at) if at < self.count() else QListWidgetItem(self)
                item.setData(_KEY, line.key)
                item.setText(line.words)
                if line.ticked is None:
                    item.setFlags(_PLAIN)
                    item.setData(Qt.ItemDataRole.CheckStateRole, None)
                else:
                    item.setFlags(_PLAIN | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(_TICKED[line.ticked])
        keys = [line.key for line in lines]
        at = keys.index(kept) if kept in keys else min(max(row, 0), len(lines) - 1)
        self.setCurrentRow(at)
        if self.hasFocus():  # the chosen line may have become longer
            self.scrollToItem(self.currentItem())
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        """Two lines high, and as wide as a long word."""
        word = self.fontMetrics().horizontalAdvance(_LONGEST_WORD)
        return QSize(word + _BESIDE + _TICK + self.verticalScrollBar().sizeHint().width(), 2 * _LOWEST + 4)

    @property
    def key(self) -> object | None:
        """Of the chosen line; None in an empty list."""
        item = self.currentItem()
        return item.data(_KEY) if item is not None else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = DELETE if event.key() == Qt.Key.Key_Delete else event.text().casefold()
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)
        if letter and letter in self._letters and plain and self.key is not None:
            self.asked.emit(self.key, letter)
            event.accept()
            return
        super().keyPressEvent(event)

    def _changed(self, item: QListWidgetItem) -> None:
        self._clicked.emit(item.data(_KEY), item.checkState() == Qt.CheckState.Checked)
