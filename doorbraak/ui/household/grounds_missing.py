"""What the justification still lacks: folded in one button, open a list that says why and goes there."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from doorbraak.model.insight.missing_parts import Missing
from doorbraak.ui import theme
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.line_list import Line, LineList

_LEAST = 116  # pixels of the open list, at letters of the usual size


class MissingStrip(QWidget):
    """`wanted` tells which part somebody goes to. `fold` opens and closes it: it stands in the head of the page.

    `opened` tells whether it is open: the page gives it the room of its tabs then, so that most of it is in sight.

    Nothing is blocked by what is in it.
    """

    wanted = Signal(object)
    opened = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._listed: tuple[Missing, ...] = ()
        self.fold: QPushButton = button("", self.turn)
        self._list = LineList(self.tr("Wat nog ontbreekt"), self)
        self._list.itemActivated.connect(lambda _: self._go())
        self._list.itemClicked.connect(lambda _: self._go())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 6)
        column.addWidget(self._list)
        self.hide()

    def show_missing(self, listed: Sequence[Missing]) -> None:
        self._listed = tuple(listed)
        self._list.show_lines([Line(at, f"{one.what}\n{one.why}") for at, one in enumerate(self._listed)])
        if not self._listed:
            self.close_list()
        self.fold.setVisible(bool(self._listed))
        self._name_fold()

    def turn(self) -> None:
        """Open, with the first one in focus; or closed."""
        if not self.isHidden():
            self.close_list()
        else:
            self.show()
            self.opened.emit(True)
            self._name_fold()
            self._list.setMinimumHeight(round(_LEAST * theme.zoom()))
            self._list.setCurrentRow(max(0, self._list.currentRow()))
            self._list.setFocus()

    def close_list(self) -> None:
        if not self.isHidden():
            self.hide()
            self.opened.emit(False)
            self._name_fold()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.turn()
            self.fold.setFocus()
        else:
            super().keyPressEvent(event)

    def _name_fold(self) -> None:
        number = len(self._listed)
        words = self.tr("Nog 1 d&ing") if number == 1 else self.tr("Nog %d d&ingen") % number
        self.fold.setText(f"{words} {'▸' if self.isHidden() else '▾'}")
        self.fold.setToolTip(self.tr("Wat nog ontbreekt, en waarom dat telt. Je kunt altijd verder."))

    def _go(self) -> None:
        key = self._list.key
        if not self.isHidden() and isinstance(key, int) and key < len(self._listed):
            chosen = self._listed[key]
            self.turn()
            self.wanted.emit(chosen)
