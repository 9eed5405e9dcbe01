"""One sentence about what went wrong, above the page where it can be mended."""

from PySide6.QtWidgets import QLabel, QWidget

from doorbraak.model.errors import UserError


class Notice(QLabel):
    """Hidden until there is something to say; a screen reader hears the same sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setWordWrap(True)
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
