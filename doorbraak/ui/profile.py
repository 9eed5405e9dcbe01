"""Mijn gegevens: who works with this workspace, as it stands on documents."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from doorbraak.model.dossier import profile
from doorbraak.model.dossier.profile import Profile
from doorbraak.ui.widgets.form_dialog import FormDialog

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


class ProfileDialog(FormDialog):
    """Calls `save` with what was filled in."""

    def __init__(self, present: Profile, save: Callable[[Profile], object], parent: QWidget) -> None:
        super().__init__(self.tr("Mijn gegevens"), parent)
        self._save = save
        self._lines = {key: QLineEdit(getattr(present, key)) for key in ("name", "function", "phone", "team")}
        self._lines["team"].setPlaceholderText(self.tr("De code van je coördinator"))
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.say(self.tr("Dit staat op het plan, zodat mensen je kunnen vinden. Leeg laten mag."))
        self.ask("name", self.tr("&Naam"), self._lines["name"])
        self.ask("function", self.tr("&Functie"), self._lines["function"])
        self.ask("phone", self.tr("&Telefoon"), self._lines["phone"])
        self.ask("team", self.tr("Tea&mcode"), self._lines["team"])
        self.finish()

    def save(self) -> None:
        self._save(Profile(**{key: line.text() for key, line in self._lines.items()}))
