"""Two fields for a new passphrase, with what is still missing said below while somebody types."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from doorbraak.model.errors import InputError
from doorbraak.model.workspace import strength
from doorbraak.ui import theme
from doorbraak.ui.phrase_strength import strength_line
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.secret_field import SecretField


class PhraseDialog(FormDialog):
    """A form that ends with a new passphrase. Call `ask_new` where the fields should stand."""

    def __init__(self, title: str, workspace: str, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._workspace = workspace
        self.setMinimumWidth(min(round(560 * theme.zoom()), 1200))

    def ask_present(self) -> None:
        """That of now, above the new one; one button shows them all."""
        self.present = self._ask("present", self.tr("Wachtzin van n&u"))

    def _ask(self, key: str, text: str) -> SecretField:
        field = SecretField(text.replace("&", ""))
        self.ask(key, text, field)
        return field

    def ask_new(self) -> None:
        self.new = self._ask("passphrase", self.tr("&Nieuwe wachtzin"))
        self.strength = strength_line(self.new, self._workspace)
        self.form.addRow("", self.strength)
        self.again = self._ask("again", self.tr("N&og een keer"))
        others = [one for one in self.findChildren(SecretField) if one is not self.new]
        below = QHBoxLayout()
        below.addWidget(self.new.show_button(self.tr("&Tonen"), others))
        below.addStretch()
        self.form.addRow("", below)

    def chosen(self) -> str:
        """Raises InputError when the two differ, WeakPassphrase when it is easy to guess."""
        strength.check(self.new.text(), self._workspace)
        if self.new.text() != self.again.text():
            said = self.tr("De twee wachtzinnen zijn niet gelijk. Er is niets veranderd. Typ ze nog eens.")
            raise InputError(said, "again")
        return self.new.text()
