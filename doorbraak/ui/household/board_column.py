"""A column of the board: the cards of one owner as a list, with keys, drag and drop, and a sentence per card."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)  # fmt: skip
from PySide6.QtGui import (
    QColor,
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
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable


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
        self._landing = QRect()
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
        if self._landing.isValid():
            painter.setPen(QPen(QColor(colours.accent), 3))
            painter.drawRoundedRect(self._landing.adjusted(1, 1, -2, -2), 6, 6)
        painter.end()

    # -- keys and mouse -------------------------------------------------------------------------------

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

    # -- where a dragged card would land --------------------------------------------------------------

    def show_landing(self, landing: QRect) -> None:
        """An empty one when nothing is dragged here."""
        if landing != self._landing:
            self._landing = landing
            self.viewport().update()

    def id_at(self, place: QPoint) -> int:
        """0 beside the cards."""
        index = self.indexAt(place)
        return int(index.data(CARD).id) if index.isValid() else 0

    def place_of(self, id_: int) -> QRect:
        return self.visualRect(self._cards.index(self.row_of(id_)))

    def neighbours(self, place: QPoint, moving: int) -> tuple[int | None, int | None]:
        """The open cards above and below this place."""
        others, row = self._others(moving), self._row_at(place, moving)
        return others[row - 1].id if row > 0 else None, others[row].id if row < len(others) else None

    def gap(self, place: QPoint, moving: int) -> QRect:
        """A line between those two."""
        above, below = self.neighbours(place, moving)
        if above is None and below is None:
            return QRect()
        y = self.place_of(below).top() if below is not None else self.place_of(above or 0).bottom()
        return QRect(2, min(max(0, y - 1), self.viewport().height() - 3), self.viewport().width() - 4, 3)

    def _others(self, moving: int) -> list[Card]:
        return [card for card in self._cards.cards if card.id != moving and not card.solved]

    def _row_at(self, place: QPoint, moving: int) -> int:
        """How many other open cards stand above this place."""
        return sum(place.y() > self.place_of(card.id).center().y() for card in self._others(moving))
