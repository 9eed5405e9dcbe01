"""A text of more lines that is never cut: it asks for the height that its lines need."""

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

_JOINER = "\u2060"  # no line ends here


def _whole(text: str) -> str:
    """A line may end behind a hyphen: the minus of "-€ 7.400" would stay behind alone."""
    return text.replace("-€", f"-{_JOINER}€")


class WrappedLabel(QLabel):
    """Splitters and scroll areas ask a widget how low it may be, and not how high it is at this width: this one
    says so each time that it comes in sight, or its width or its words change.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(_whole(text), parent)
        self.setWordWrap(True)

    def setText(self, text: str) -> None:
        super().setText(_whole(text))
        self._ask()

    def text(self) -> str:
        """As it was given: what keeps an amount together is for the screen alone."""
        return super().text().replace(_JOINER, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        needed = self.heightForWidth(self.width()) if self.text() and self.isVisible() else 0
        if needed != self.minimumHeight():
            self.setMinimumHeight(max(0, needed))
