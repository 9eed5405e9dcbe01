"""Mijn gegevens: who works with this workspace, as it stands on documents."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from doorbraak.model.dossier import profile
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.errors import InputError, UserError
from doorbraak.ui.widgets.blocks import quiet
from doorbraak.ui.widgets.notice import Notice, mark

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


def edit_profile(window: "MainWindow") -> None:
    """Asks and writes as one step; does nothing while no workspace is open."""
    session = window.session
    if session is None:
        return
    session.flush()

    def save(filled_in: Profile) -> None:
        session.run("Mijn gegevens wijzigen", profile.write, filled_in)

    dialog = ProfileDialog(profile.read(session.store), save, window)
    dialog.exec()
    dialog.deleteLater()


class ProfileDialog(QDialog):
    """Calls `save` with what was filled in; what that refuses is said here, and nothing typed is lost."""

    def __init__(self, present: Profile, save: Callable[[Profile], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mijn gegevens"))
        self._save = save
        self.notice = Notice()
        self.fields: dict[str, QLineEdit] = {}
        form = QFormLayout(self)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow(self.notice)
        form.addRow(quiet(self.tr("Dit staat op het plan, zodat mensen je kunnen vinden. Leeg laten mag.")))
        for key, title, hint in (
            ("name", self.tr("&Naam"), ""),
            ("function", self.tr("&Functie"), ""),
            ("phone", self.tr("&Telefoon"), ""),
            ("team", self.tr("Tea&mcode"), self.tr("De code van je coördinator")),
        ):
            field = QLineEdit(getattr(present, key))
            field.setAccessibleName(title.replace("&", ""))
            field.setPlaceholderText(hint)
            form.addRow(title, field)
            self.fields[key] = field
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("&Goed"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("&Annuleren"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)
        self.setMinimumWidth(460)

    def accept(self) -> None:
        for field in self.fields.values():
            mark(field, None)
        try:
            self._save(Profile(**{key: field.text() for key, field in self.fields.items()}))
        except UserError as error:
            self.notice.show_error(error)
            wrong = self.fields.get(error.field if isinstance(error, InputError) else "")
            if wrong is not None:
                mark(wrong, error)
                wrong.setFocus()
            return
        super().accept()
