"""Where a passphrase or a recovery code is typed: hidden, to be shown by a button, and pasting is allowed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from doorbraak.ui import theme
from doorbraak.ui.widgets import by_number
from doorbraak.ui.widgets.blocks import button

_WIDE = 200  # pixels, at letters of the usual size: some twenty signs


class SecretField(QLineEdit):
    """One line. `show_button` makes what stands beside it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        by_number.secret(self)

    def show_button(self, text: str, also: Sequence["SecretField"] = ()) -> QWidget:
        """Shows this one, and the others that belong to it."""
        made = button(text, lambda: None)
        made.setCheckable(True)
        for field in (self, *also):
            made.toggled.connect(field.show_typed)
        made.toggled.connect(lambda on: made.setText(self.tr("Niet %s") % text.replace("T", "t") if on else text))
        return made

    def show_typed(self, on: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)


def beside_its_button(field: SecretField, text: str) -> QWidget:
    """For a row of a form."""
    field.setMinimumWidth(round(_WIDE * theme.zoom()))
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(field, 1)
    line.addWidget(field.show_button(text))
    holder.setFocusProxy(field)
    return holder
