"""The columns of the board beside each other, with their titles; one card of them all is the chosen one."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from doorbraak.model.dossier.problems import Owner
from doorbraak.model.insight.board import Card
from doorbraak.ui.household.board_card import Marks
from doorbraak.ui.household.board_column import BoardColumn
from doorbraak.ui.household.board_drag import BoardDrag
from doorbraak.ui.widgets.blocks import heading

ORDER: tuple[Owner, ...] = ("household", "professional", "system", "")


class BoardColumns(QWidget):
    """`lead` gets a card and the name that was typed on it. The last column is there when it has cards."""

    chosen = Signal(int)
    picked = Signal(int)
    clicked = Signal(int)
    escaped = Signal()
    dropped = Signal(str, int, object, object)
    linked = Signal(int, int)

    def __init__(self, lead: Callable[[Card, str], object], actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self._views: dict[Owner, BoardColumn] = {}
        self._titles: dict[Owner, QLabel] = {}
        self._holders: dict[Owner, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        for owner in ORDER:
            title, empty = self._words(owner)
            view = self._views[owner] = BoardColumn(title, empty, lead, self)
            view.addActions(list(actions))
            self._listen(owner, view)
            named = self._titles[owner] = heading(title, view)
            holder = self._holders[owner] = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(6)
            column.addWidget(named)
            column.addWidget(view, 1)
            row.addWidget(holder, 3 if owner else 2)
        self._drag = BoardDrag(self, list(self._views.values()))

    def hideEvent(self, event: QHideEvent) -> None:
        self._drag.stop()
        super().hideEvent(event)

    def _words(self, owner: Owner) -> tuple[str, str]:
        """A column's title, and what it says when it is empty."""
        return {
            "household": (self.tr("Het huishouden"), self.tr("Wat het huishouden zelf in beweging zet.")),
            "professional": (self.tr("De professional"), self.tr("Wat een professional losmaakt.")),
            "system": (self.tr("Het systeem"), self.tr("Wat regels of instanties vastzetten.")),
            "": (self.tr("Nog van niemand"), ""),
        }[owner]

    def _listen(self, owner: Owner, view: BoardColumn) -> None:
        view.chosen.connect(self.chosen)
        view.picked.connect(self.picked)
        view.clicked.connect(lambda _: self.clicked.emit(view.current_id()))
        view.escaped.connect(self.escaped)
        view.sideways.connect(lambda way: self._step(owner, way))
        view.dropped.connect(lambda id_, above, below: self.dropped.emit(owner, id_, above, below))
        view.linked.connect(self.linked)

    def show_cards(self, cards: Sequence[Card]) -> None:
        for owner, view in self._views.items():
            here = [card for card in cards if card.owner == owner]
            view.show_cards(here)
            opened = sum(not card.solved for card in here)
            title = self._words(owner)[0]
            self._titles[owner].setText(f"{title} · {opened}" if opened else title)
            if owner == "":
                self._holders[owner].setVisible(bool(here))

    def mark(self, marks: Marks) -> None:
        for view in self._views.values():
            view.mark(marks)

    def has_focus(self) -> bool:
        return any(view.hasFocus() for view in self._views.values())

    def go_to(self, id_: int, *, focus: bool = False) -> bool:
        """Whether the card is here."""
        view = next((view for view in self._views.values() if view.row_of(id_) >= 0), None)
        if view is None:
            return False
        view.go_to(id_)
        if focus:
            view.setFocus()
        return True

    def edit_lead(self, id_: int) -> None:
        if self.go_to(id_, focus=True):
            next(view for view in self._views.values() if view.hasFocus()).edit_lead()

    def first(self) -> int:
        """The first card as one reads; 0 when there is none."""
        return next((view.current_id() for view in self._views.values() if view.current_id()), 0)

    def _step(self, owner: Owner, way: int) -> None:
        """To the card beside it, past columns without any."""
        at, height = ORDER.index(owner), self._views[owner].height_of_current()
        beside = ORDER[at + 1 :] if way > 0 else ORDER[:at][::-1]
        found = (self._views[other].near(height) for other in beside)
        id_ = next(filter(None, found), 0)
        if self.go_to(id_, focus=True):
            self.chosen.emit(id_)
