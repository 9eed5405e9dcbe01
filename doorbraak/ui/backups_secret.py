"""Asks the passphrase once more: it is kept nowhere, and a copy opens with nothing else."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from doorbraak.model.errors import InputError
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.secret_field import SecretField


def ask_secret(parent: QWidget, title: str, why: str, refused: Callable[[str], str] = lambda _: "") -> str | None:
    """What was typed, None when it was cancelled. `refused` says why it can't be this one; then it is asked again."""
    dialog = _SecretDialog(title, why, refused, parent)
    given = dialog.secret.text() if dialog.exec() == FormDialog.DialogCode.Accepted else None
    dialog.secret.clear()
    dialog.deleteLater()
    return given


class _SecretDialog(FormDialog):
    def __init__(self, title: str, why: str, refused: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(title, parent)
        self._refused = refused
        self.say(why)
        self.secret = SecretField("")
        self.ask_secret("secret", self.tr("Wacht&zin"), self.secret, self.tr("&Tonen"))
        self.finish()
        self.secret.setFocus()

    def save(self) -> None:
        if not self.secret.text():
            raise InputError(self.tr("Typ de wachtzin, of de herstelcode."), "secret")
        wrong = self._refused(self.secret.text())
        if wrong:
            self.secret.selectAll()
            raise InputError(wrong, "secret")
