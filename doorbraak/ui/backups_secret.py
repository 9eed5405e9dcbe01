"""Asks the passphrase once more: it is kept nowhere, and a copy opens with nothing else."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from doorbraak.model.errors import InputError
from doorbraak.ui.start import SecretField
from doorbraak.ui.widgets.form_dialog import FormDialog


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
        self.secret = SecretField(self.tr("Wachtzin"))
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.secret, 1)
        line.addWidget(self.secret.show_button(self.tr("&Tonen")))
        holder.setFocusProxy(self.secret)
        self.ask("secret", self.tr("Wacht&zin"), holder)
        self.fields["secret"] = self.secret  # what is refused shows at the line itself
        self.finish()
        self.secret.setFocus()

    def save(self) -> None:
        if not self.secret.text():
            raise InputError(self.tr("Typ de wachtzin, of de herstelcode."), "secret")
        wrong = self._refused(self.secret.text())
        if wrong:
            self.secret.selectAll()
            raise InputError(wrong, "secret")
