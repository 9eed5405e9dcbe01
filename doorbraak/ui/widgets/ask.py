"""Questions in a window of their own: a line, a number, a folder, files. No answer is remembered anywhere."""

from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QInputDialog,
    QLabel,
    QMessageBox,
    QSpinBox,
    QWidget,
)


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
    _lead_to(dialog, dialog.findChild(QSpinBox), question)
    return dialog.intValue() if _asked(dialog) else None


def _dialog(parent: QWidget, title: str, question: str) -> QInputDialog:
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setOkButtonText("&Goed")
    dialog.setCancelButtonText("&Annuleren")
    dialog.resize(480, dialog.sizeHint().height())
    return dialog


def _lead_to(dialog: QInputDialog, field: QSpinBox, question: str) -> None:
    """Qt's own dialog leaves its question with a line that is not in sight."""
    field.setAccessibleName(question.replace("&", ""))
    dialog.findChild(QLabel).setBuddy(field)


def _asked(dialog: QInputDialog) -> bool:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return accepted


def sure(parent: QWidget, title: str, question: str, yes: str) -> bool:
    """Whether the user chose `yes`; going back is the default."""
    buttons = QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel
    box = QMessageBox(QMessageBox.Icon.NoIcon, title, question, buttons, parent)
    box.button(QMessageBox.StandardButton.Ok).setText(yes)
    box.button(QMessageBox.StandardButton.Cancel).setText("&Terug")
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    answer = box.exec()
    box.deleteLater()
    return bool(answer == QMessageBox.StandardButton.Ok)


def folder(parent: QWidget, title: str, start: Path) -> Path | None:
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    _forget()
    return Path(chosen) if chosen else None


def files(parent: QWidget, title: str, kinds: str, start: Path | None = None) -> list[Path]:
    """`start`: the file that lies ready in the window, or a folder."""
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(start or Path.home()), kinds)
    _forget()
    return [Path(name) for name in chosen]


def target(parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
    """Where to write; the dialog itself asks before a file is written over."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    _forget()
    return Path(chosen) if chosen else None


def target_and_kind(parent: QWidget, title: str, name: str, kinds: str) -> tuple[Path, str] | None:
    """Where to write, and which of the `kinds` was chosen in the list."""
    chosen, kind = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    _forget()
    return (Path(chosen), kind) if chosen else None


def _forget() -> None:
    """Qt's own dialog keeps the folders that were visited in a settings file; their names may tell of a family."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    for key in ("FileDialog/history", "FileDialog/lastVisited"):
        kept.remove(key)
    kept.sync()
