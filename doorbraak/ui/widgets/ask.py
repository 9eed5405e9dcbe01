"""One question with one line to answer it, wide enough to read what is there."""

from PySide6.QtWidgets import QDialog, QInputDialog, QWidget


def line(parent: QWidget, title: str, question: str, text: str) -> str | None:
    """What was filled in, or None when it was cancelled."""
    dialog = _dialog(parent, title, question)
    dialog.setInputMode(QInputDialog.InputMode.TextInput)
    dialog.setTextValue(text)
    return dialog.textValue() if _asked(dialog) else None


def whole_number(parent: QWidget, title: str, question: str, value: int, highest: int) -> int | None:
    """A number from 1 to `highest`, or None when it was cancelled."""
    dialog = _dialog(parent, title, question)
    dialog.setInputMode(QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, highest)
    dialog.setIntValue(value)
    return dialog.intValue() if _asked(dialog) else None


def _dialog(parent: QWidget, title: str, question: str) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setOkButtonText("&Goed")
    dialog.setCancelButtonText("&Annuleren")
    dialog.resize(480, dialog.sizeHint().height())
    return dialog


def _asked(dialog: QInputDialog) -> bool:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted
