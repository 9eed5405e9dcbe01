"""One block of the plakpakket: its label, the text to read and select in, a button, and whether it was copied."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from doorbraak.model.documents.copy_pack import Piece
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.copying import Readable
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

KEYS = 9
"""So many blocks have a key of their own."""
_LINES = 6  # in sight; the others by scrolling
_AIR = 0.5  # of a line: with less Qt thinks that the last one does not fit
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class BlockText(Readable):
    """As high as its lines need, up to `_LINES`. `entered` comes with Enter."""

    entered = Signal()
    reached = Signal()

    def __init__(self) -> None:
        super().__init__("")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )

    def show_text(self, name: str, text: str) -> None:
        """The place in it stays while the text does."""
        self.setAccessibleName(name)
        self.setToolTip("")
        if self.toPlainText() != text:
            self.setPlainText(text)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """By what is drawn: with a style of its own a line is lower than its letters say."""
        lines = min(_LINES, max(1, round(self.document().size().height())))  # Qt counts a plain text in lines
        first = self.document().firstBlock()
        line = self.blockBoundingRect(first).height() / max(1, first.lineCount()) or self.fontMetrics().lineSpacing()
        around = self.height() - self.viewport().height() + 2 * self.document().documentMargin()
        high = ceil((lines + _AIR) * line + around)
        if high != self.minimumHeight():
            self.setFixedHeight(high)


class CopyBlockFrame(QFrame):
    """`wanted` comes when it has to be copied, `reached` when it gets the focus."""

    wanted = Signal()
    reached = Signal()

    def __init__(self, at: int) -> None:
        super().__init__()
        self.setObjectName("card")
        self.piece: Piece | None = None
        self._label = WrappedLabel()
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("letters", "heading")
        self.mark = QLabel(self.tr("✓ gekopieerd"))
        self.text = BlockText()
        self.text.entered.connect(self.wanted)
        self.text.reached.connect(self.reached)
        self.button = button(self.tr("Kopiëren"), self.wanted.emit)
        key = quiet(self.tr("Alt+%d") % at if at <= KEYS else "")
        key.setWordWrap(False)
        above = QHBoxLayout()
        above.setSpacing(12)
        above.addWidget(self._label, 1)
        above.addWidget(self.mark)
        above.addWidget(key)
        above.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addLayout(above)
        column.addWidget(self.text)
        self.setTabOrder(self.button, self.text)

    def show_piece(self, piece: Piece, *, copied: bool) -> None:
        self.piece = piece
        self._label.setText(piece.label)
        self.text.show_text(piece.label, piece.text)
        self.mark.setVisible(copied)
        said = self.tr("%s kopiëren, al gekopieerd") if copied else self.tr("%s kopiëren")
        self.button.setAccessibleName(said % piece.label)
