"""Mijn gegevens: who works with this workspace, as it stands on documents."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from doorbraak.model.dossier import profile
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.exchange import handed_codes
from doorbraak.model.exchange.table_catalogue import Code
from doorbraak.ui.widgets.choice_box import ChoiceBox
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

    teams = handed_codes.of(session.store, "team")
    dialog = ProfileDialog(profile.read(session.store), save, window, teams)
    dialog.exec()
    dialog.deleteLater()


class ProfileDialog(FormDialog):
    """Calls `save` with what was filled in. `teams`: the coordinator's list; without it a code is typed."""

    def __init__(
        self, present: Profile, save: Callable[[Profile], object], parent: QWidget, teams: Sequence[Code] = ()
    ) -> None:  # fmt: skip
        super().__init__(self.tr("Mijn gegevens"), parent)
        self._save = save
        self._lines = {key: QLineEdit(getattr(present, key)) for key in ("name", "function", "phone")}
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.say(self.tr("Dit staat op het plan, zodat mensen je kunnen vinden. Leeg laten mag."))
        self.ask("name", self.tr("&Naam"), self._lines["name"])
        self.ask("function", self.tr("&Functie"), self._lines["function"])
        self.ask("phone", self.tr("Te&lefoon"), self._lines["phone"])
        self._team = self._ask_team(present.team, teams)
        self.finish()

    def _ask_team(self, present: str, teams: Sequence[Code]) -> Callable[[], str]:
        """Returns what reads the answer."""
        if teams:
            box = ChoiceBox(self.tr("Team"), handed_codes.choices(teams, present))
            box.choose(present)
            self.ask("team", self.tr("Tea&m"), box)
            return lambda: str(box.value)
        typed = QLineEdit(present)
        typed.setPlaceholderText(self.tr("De code van je coördinator"))
        self.ask("team", self.tr("Tea&mcode"), typed)
        return typed.text

    def save(self) -> None:
        self._save(Profile(team=self._team(), **{key: line.text() for key, line in self._lines.items()}))
