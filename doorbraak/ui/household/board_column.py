"""A column of the board: the cards of one owner as a list, with keys, drag and drop, and a sentence per card."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import (
    QColor,
    QDragLeaveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from doorbraak.model.insight.board import Card
from doorbraak.ui import theme
from doorbraak.ui.household.board_card import CARD, CardDelegate, Marks
from doorbraak.ui.widgets.plain import tooltip

DRAGGED = "application/x-doorbraak-problem"  # its number in the file and nothing else
Index = QModelIndex | QPersistentModelIndex
_CAME = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.MouseFocusReason)
"""Somebody came to this column; else the focus fell here because a page or a button went out of sight."""
_LEAST = 150  # pixels, at letters of the usual size


class Cards(QAbstractListModel):
    """`lead` gets a card and the name that was typed on it."""

    def __init__(self, lead: Callable[[Card, str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._lead = lead
        self.cards: Sequence[Card] = ()

    def show(self, cards: Sequence[Card]) -> bool:
        """Whether other cards, or cards in another order, stand there now."""
        other = [card.id for card in cards] != [card.id for card in self.cards]
        if other:
            self.beginResetModel()
        self.cards = cards
        if other:
            self.endResetModel()
        elif cards:
            self.dataChanged.emit(self.index(0), self.index(len(cards) - 1))
        return other

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.cards[index.row()]
        if role == CARD:
            return card
        if role == Qt.ItemDataRole.DisplayRole:
            return card.name
        if role == Qt.ItemDataRole.EditRole:
            return card.lead
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.sentence
        return tooltip(card.sentence) if role == Qt.ItemDataRole.ToolTipRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        card = self.cards[index.row()]
        if str(value).strip() != card.lead:
            self._lead(card, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return [DRAGGED]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        mime = QMimeData()
        mime.setData(DRAGGED, QByteArray(str(self.cards[indexes[0].row()].id).encode()))
        return mime

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction


class BoardColumn(QListView):
    """`chosen`: the card one came to. `picked`: Enter on it. `sideways`: one column to the left or right.

    `dropped`: a card that was let go here, and those above and below that place. `linked`: one was let go on
    another with Shift held.
    """

    chosen = Signal(int)
    picked = Signal(int)
    sideways = Signal(int)
    escaped = Signal()
    dropped = Signal(int, object, object)
    linked = Signal(int, int)

    def __init__(self, title: str, empty: str, lead: Callable[[Card, str], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._empty = empty
        self.marks = Marks()
        self._cards = Cards(lead, self)
        self._showing = False
        self.setAccessibleName(title)
        self.setModel(self._cards)
        self.setItemDelegate(CardDelegate(self, self.marks))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)  # cards stand on the ground of the page
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(24)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    # -- what stands in it ----------------------------------------------------------------------------

    def show_cards(self, cards: Sequence[Card]) -> None:
        row, self._showing = self.currentIndex().row(), True
        if self._cards.show(cards):
            near = self._cards.index(min(max(row, 0), len(cards) - 1))
            self.selectionModel().setCurrentIndex(near, QItemSelectionModel.SelectionFlag.NoUpdate)
        else:
            self.scheduleDelayedItemsLayout()  # a card may have become higher
        self._showing = False

    def card(self) -> Card | None:
        row = self.currentIndex().row()
        return self._cards.cards[row] if 0 <= row < len(self._cards.cards) else None

    def current_id(self) -> int:
        card = self.card()
        return card.id if card is not None else 0

    def height_of_current(self) -> int:
        return self.visualRect(self.currentIndex()).center().y()

    def row_of(self, id_: int) -> int:
        """-1 when it is not here."""
        return next((row for row, card in enumerate(self._cards.cards) if card.id == id_), -1)

    def go_to(self, id_: int) -> None:
        """Follows without telling and without taking the focus."""
        index, flags = self._cards.index(max(0, self.row_of(id_))), QItemSelectionModel.SelectionFlag
        self._showing = True
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect)
        self._showing = False
        self.scrollTo(index)

    def near(self, y: int) -> int:
        """The card at this height, or the nearest one; 0 in an empty column."""
        middles = {card.id: self.visualRect(self._cards.index(row)).center().y()
                   for row, card in enumerate(self._cards.cards)}  # fmt: skip
        return min(middles, key=lambda id_: abs(middles[id_] - y), default=0)

    def edit_lead(self) -> None:
        if self.card() is not None:
            self.edit(self.currentIndex())

    def mark(self, marks: Marks) -> None:
        own = self.marks
        own.chosen, own.tied, own.links = marks.chosen, marks.tied, marks.links
        self.viewport().update()

    def minimumSizeHint(self) -> QSize:
        least = round(_LEAST * theme.zoom())
        return QSize(least, least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # narrower cards are higher

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, colours = QPainter(self.viewport()), theme.current()
        focused = self.hasFocus()
        if not self._cards.cards:
            painter.setPen(QPen(QColor(colours.accent if focused else colours.edge), 2 if focused else 1,
                                Qt.PenStyle.SolidLine if focused else Qt.PenStyle.DashLine))  # fmt: skip
            box = self.viewport().rect().adjusted(1, 1, -2, -2)
            painter.drawRoundedRect(box, 6, 6)
            painter.setPen(QColor(colours.quiet))
            flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter
            painter.drawText(box.adjusted(12, 12, -12, -12), flags, self._empty)
        painter.end()

    # -- keys, mouse and drag -------------------------------------------------------------------------

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._tell()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in _CAME:
            self._tell()

    def _tell(self) -> None:
        card = self.card()
        if card is not None and self.hasFocus() and not self._showing:
            self.chosen.emit(card.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        card, key = self.card(), event.key()
        idle = self.state() != QAbstractItemView.State.EditingState  # else Enter belongs to the name that is typed
        plain = idle and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and card is not None:
            self.picked.emit(card.id)
        elif plain and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.sideways.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif plain and key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Only tells what was let go where: the cards are shown again by the change that follows."""
        id_, place = int(event.mimeData().data(DRAGGED).toStdString() or 0), event.position().toPoint()
        on = self.indexAt(place)
        row = self._row_at(place, id_)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        super().dragLeaveEvent(QDragLeaveEvent())  # takes away the line where it would land, and ends the scrolling
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            if on.isValid():
                self.linked.emit(id_, on.data(CARD).id)
            return
        others = [card.id for card in self._cards.cards if card.id != id_ and not card.solved]
        above = others[row - 1] if 0 < row <= len(others) else None
        self.dropped.emit(id_, above, others[row] if row < len(others) else None)

    def _row_at(self, place: QPoint, moving: int) -> int:
        """How many other open cards stand above this place."""
        middles = [self.visualRect(self._cards.index(row)).center().y()
                   for row, card in enumerate(self._cards.cards) if card.id != moving and not card.solved]  # fmt: skip
        return sum(place.y() > middle for middle in middles)
