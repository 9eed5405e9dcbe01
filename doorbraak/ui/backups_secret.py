"""Asks the passphrase once more: it is kept nowhere, and a copy opens with nothing else."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from doorbraak.model.errors import InputError
from doorbraak.ui.start import SecretField
from doorbraak.ui.widgets.form_dialog import FormDialog


def ask_secret(parent: QWidget, title: str, why: str) -> str | None:
    """What was typed, or None when it was cancelled."""
    dialog = _SecretDialog(title, why, parent)
    given = dialog.secret.text() if dialog.exec() == FormDialog.DialogCode.Accepted else None
    dialog.secret.clear()
    dialog.deleteLater()
    return given


class _SecretDialog(FormDialog):
    def __init__(self, title: str, why: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self.say(why)
        self.secret = SecretField(self.tr("Wachtzin"))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.secret, 1)
        line.addWidget(self.secret.show_button(self.tr("&Tonen")))
        holder.setFocusProxy(self.secret)
        self.ask("secret", self.tr("Wacht&zin"), holder)
        self.finish()
        self.secret.setFocus()

    def save(self) -> None:
        if not self.secret.text():
            raise InputError(self.tr("Typ de wachtzin, of de herstelcode."), "secret")
