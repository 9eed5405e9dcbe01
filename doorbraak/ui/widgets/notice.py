"""What went wrong, in one sentence above the page and as a mark at the field where it can be mended."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from doorbraak.model.errors import UserError
from doorbraak.ui.widgets.plain import tooltip


class Notice(QLabel):
    """Hidden until there is something to say; a screen reader hears the same sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(self.tr("Melding"))
        self.hide()

    def say(self, sentence: str) -> None:
        self.setText(sentence)
        self.setAccessibleDescription(sentence)
        self.setVisible(bool(sentence))

    def show_error(self, error: UserError) -> None:
        self.say(error.sentence)

    def clear(self) -> None:
        self.say("")


def mark(widget: QWidget, error: UserError | None) -> None:
    """Show at the field itself whether its value was refused, and why."""
    widget.setProperty("wrong", error is not None)
    widget.setToolTip(tooltip(error.sentence) if error else "")
    widget.setAccessibleDescription(error.sentence if error else "")
    widget.style().unpolish(widget)
    widget.style().polish(widget)
