"""What went wrong, in one sentence above the page and as a mark at the field where it can be mended."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from doorbraak.model.errors import UserError
from doorbraak.ui import announce
from doorbraak.ui.widgets.by_number import as_typed
from doorbraak.ui.widgets.plain import tooltip
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

_ASIDE, _ABOVE = 12, 4  # pixels around a notice that lies over a page
_AROUND = 2 * (6 + 1)  # above and below its words: what the style sheet leaves open, and the border


class Notice(WrappedLabel):
    """Hidden until there is something to say; a screen reader hears the same sentence."""

    spoken = True  # by itself, when it comes

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("notice")
        as_typed(self)
        self.setAccessibleName(self.tr("Melding"))
        self.hide()

    def say(self, sentence: str, *, calm: bool = False) -> None:
        """`calm`: nothing went wrong, so not in the colour of a warning."""
        if calm != bool(self.property("calm")):
            self.setProperty("calm", calm)
            self.style().unpolish(self)
            self.style().polish(self)
        new = sentence != self.text() or self.isHidden()
        self.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))
        if new and self.spoken:
            announce.say(self, sentence)

    def show_error(self, error: UserError) -> None:
        self.say(error.sentence)

    def clear(self) -> None:
        self.say("")


class OverNotice(Notice):
    """Lies over `above`, the strip at the top of a page, and goes away by a click: what is below never moves, so that
    the next click edits the row that somebody meant. So the strip is always high enough for two lines, and only what
    is longer lies over the page too.
    """

    def __init__(self, above: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._above = above
        self.setToolTip(self.tr("Klik om deze melding weg te doen"))
        above.installEventFilter(self)
        self._make_room()

    def say(self, sentence: str, *, calm: bool = False) -> None:
        super().say(sentence, calm=calm)
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._make_room()
            self._place()

    def _make_room(self) -> None:
        self._above.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + _AROUND + 2 * _ABOVE)

    def _ask(self) -> None:
        """It takes the height that it needs by itself."""

    def _place(self) -> None:
        if self.isHidden():
            return
        place = self._above.geometry()
        room = place.adjusted(_ASIDE, 0, -_ASIDE, 0)
        high = max(self.heightForWidth(room.width()), place.height() - 2 * _ABOVE)
        self.setGeometry(room.x(), place.y() + _ABOVE, room.width(), high)
        self.raise_()


def mark(widget: QWidget, error: UserError | None) -> None:
    """Show at the field itself whether its value was refused, and why."""
    widget.setProperty("wrong", error is not None)
    widget.setToolTip(tooltip(error.sentence) if error else "")
    widget.setAccessibleDescription(error.sentence if error else "")
    widget.style().unpolish(widget)
    widget.style().polish(widget)
