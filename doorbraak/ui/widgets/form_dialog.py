"""A small window with a form: what is refused is said above it and at its field, and nothing typed is lost."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from doorbraak.model.errors import InputError, UserError
from doorbraak.ui.widgets.blocks import form_row, quiet
from doorbraak.ui.widgets.notice import Notice, mark
from doorbraak.ui.widgets.secret_field import SecretField, beside_its_button


class FormDialog(QDialog):
    """Build it with `ask`, `say` and `finish`; `save` writes what was filled in, or raises UserError."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.notice = Notice()
        self.fields: dict[str, QWidget] = {}
        self.form = QFormLayout(self)
        self.form.addRow(self.notice)
        self.setMinimumWidth(460)

    def showEvent(self, event: QShowEvent) -> None:
        """A least width of its own hides from Qt how wide the words are: large letters need more."""
        self.setMinimumWidth(max(self.minimumWidth(), self.form.totalMinimumSize().width()))
        super().showEvent(event)

    def ask(self, key: str, text: str, field: QWidget) -> None:
        """A row of the form. `key` is the field that an InputError names, `text` its label with a mnemonic."""
        field.setAccessibleName(text.replace("&", ""))
        self.fields[key] = field
        form_row(self.form, text, field)

    def ask_secret(self, key: str, text: str, field: SecretField, show: str) -> None:
        """A row with a passphrase. What is refused shows at the line itself; `show` is the button beside it."""
        field.setAccessibleName(text.replace("&", ""))
        self.ask(key, text, beside_its_button(field, show))
        self.fields[key] = field

    def say(self, text: str) -> None:
        self.form.addRow(quiet(text))

    def finish(self, ok: str = "") -> None:
        """The buttons: `ok` says what happens."""
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(ok or self.tr("&Goed"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("&Annuleren"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.form.addRow(buttons)

    def accept(self) -> None:
        for field in self.fields.values():
            mark(field, None)
        try:
            self.save()
        except UserError as error:
            self.notice.show_error(error)
            wrong = self.fields.get((error.field or "") if isinstance(error, InputError) else "")
            if wrong is not None:
                mark(wrong, error)
                wrong.setFocus()
            if self.hasHeightForWidth():  # the sentence above asks for room
                self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))
            return
        super().accept()

    def save(self) -> None:
        raise NotImplementedError
