"""Questions in a window of their own: a line, a number, a folder, files. No answer is remembered anywhere."""

from pathlib import Path

from PySide6 import QtWidgets  # its classes load when they are named: a start asks nothing
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QWidget


def line(parent: QWidget, title: str, question: str, text: str) -> str | None:
    """What was filled in, or None when it was cancelled."""
    dialog = _dialog(parent, title, question)
    dialog.setInputMode(QtWidgets.QInputDialog.InputMode.TextInput)
    dialog.setTextValue(text)
    return dialog.textValue() if _asked(dialog) else None


def whole_number(parent: QWidget, title: str, question: str, value: int, highest: int) -> int | None:
    """A number from 1 to `highest`, or None when it was cancelled."""
    dialog = _dialog(parent, title, question)
    dialog.setInputMode(QtWidgets.QInputDialog.InputMode.IntInput)
    dialog.setIntRange(1, highest)
    dialog.setIntValue(value)
    _lead_to(dialog, dialog.findChild(QtWidgets.QSpinBox), question)
    return dialog.intValue() if _asked(dialog) else None


def _dialog(parent: QWidget, title: str, question: str) -> "QtWidgets.QInputDialog":
    dialog = QtWidgets.QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setOkButtonText("&Goed")
    dialog.setCancelButtonText("&Annuleren")
    dialog.resize(480, dialog.sizeHint().height())
    return dialog


def _lead_to(dialog: "QtWidgets.QInputDialog", field: "QtWidgets.QSpinBox", question: str) -> None:
    """Qt's own dialog leaves its question, and the way of Tab, with a line that is not in sight."""
    field.setAccessibleName(question.replace("&", ""))
    dialog.findChild(QtWidgets.QLabel).setBuddy(field)
    last: QWidget = field
    for made in dialog.findChild(QtWidgets.QDialogButtonBox).buttons():
        QWidget.setTabOrder(last, made)
        last = made


def _asked(dialog: "QtWidgets.QInputDialog") -> bool:
    accepted = dialog.exec() == QtWidgets.QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def sure(parent: QWidget, title: str, question: str, yes: str) -> bool:
    """Whether the user chose `yes`; going back is the default."""
    buttons = QtWidgets.QMessageBox.StandardButton.Ok | QtWidgets.QMessageBox.StandardButton.Cancel
    box = QtWidgets.QMessageBox(QtWidgets.QMessageBox.Icon.NoIcon, title, question, buttons, parent)
    box.button(QtWidgets.QMessageBox.StandardButton.Ok).setText(yes)
    box.button(QtWidgets.QMessageBox.StandardButton.Cancel).setText("&Terug")
    box.setDefaultButton(QtWidgets.QMessageBox.StandardButton.Cancel)
    answer = box.exec()
    box.deleteLater()
    return bool(answer == QtWidgets.QMessageBox.StandardButton.Ok)


def folder(parent: QWidget, title: str, start: Path) -> Path | None:
    chosen = QtWidgets.QFileDialog.getExistingDirectory(parent, title, str(start))
    _forget()
    return Path(chosen) if chosen else None


def files(parent: QWidget, title: str, kinds: str, start: Path | None = None) -> list[Path]:
    """`start`: the file that lies ready in the window, or a folder."""
    chosen, _ = QtWidgets.QFileDialog.getOpenFileNames(parent, title, str(start or Path.home()), kinds)
    _forget()
    return [Path(name) for name in chosen]


def target(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to write; the dialog itself asks before a file is written over."""
    chosen, _ = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    _forget()
    return Path(chosen) if chosen else None


def target_and_kind(parent: QWidget, title: str, name: str, kinds: str) -> tuple[Path, str] | None:
    """Where to write, and which of the `kinds` was chosen in the list."""
    chosen, kind = QtWidgets.QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    _forget()
    return (Path(chosen), kind) if chosen else None


def _forget() -> None:
    """Qt's own dialog keeps the folders that were visited in a settings file; their names may tell of a family."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("FileDialog/history", "FileDialog/lastVisited"):
        kept.remove(key)
    kept.sync()
