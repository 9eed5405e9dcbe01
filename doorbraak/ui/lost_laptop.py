"""Laptop kwijt: what to do, for who has no workspace at hand; and from a copy of it, what was on the laptop."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from doorbraak.model.documents.lost_laptop import paper_of
from doorbraak.model.errors import InputError
from doorbraak.model.workspace import backup, held_by_copy
from doorbraak.model.workspace.held_by_copy import HeldByCopy
from doorbraak.ui import backups_age
from doorbraak.ui.paper_to_keep import Kept, PaperDialog
from doorbraak.ui.widgets import ask, within_screen
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.form_dialog import FormDialog
from doorbraak.ui.widgets.secret_field import SecretField

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

_MOST = 60  # copies to choose from


def show_lost_laptop(window: "MainWindow") -> None:
    dialog = LostLaptopDialog(window)
    dialog.exec()
    dialog.deleteLater()


class LostLaptopDialog(PaperDialog):
    def __init__(self, window: "MainWindow") -> None:
        kept = Kept(paper_of(None, date.today()), "laptop kwijt", "laptop-kwijt.pdf", _tr("Laptop kwijt opslaan"))
        super().__init__(
            window, kept, _tr("Laptop kwijt"), _tr("Wat je doet als een laptop kwijt is"), _tr("Af&drukken…"),
            _tr("&Opslaan…"),
        )  # fmt: skip
        self.which = button(self.tr("Wat &stond erop?…"), self._ask)
        self.row.insertWidget(0, self.which)
        self.setTabOrder(self.said, self.which)
        self.setTabOrder(self.which, self.print)
        within_screen.begin(self, 680, 560)

    def show_held(self, held: HeldByCopy) -> None:
        self.show_paper(paper_of(held, date.today()))

    def _ask(self) -> None:
        folder = ask.folder(self, self.tr("Map met kopieën, bijvoorbeeld de tweede plek"), Path.home())
        if folder is None:
            return
        place = folder.parent if folder.name == backup.FOLDER else folder
        copies = tuple(sorted(backup.all_of(place), key=lambda one: one.at, reverse=True))[:_MOST]
        if not copies:
            none = self.tr("In deze map staan geen kopieën van Doorbraak. Kies de map waarin de map backups staat.")
            self.notice.show_error(InputError(none, "folder"))
            return
        self.notice.clear()
        dialog = CopyDialog(copies, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.held is not None:
            self.show_held(dialog.held)
            self.said.setFocus()
        dialog.deleteLater()


class CopyDialog(FormDialog):
    """Which copy, and what opens it. `held` is there once it was read."""

    def __init__(self, copies: tuple[backup.Backup, ...], parent: QWidget) -> None:
        super().__init__(_tr("Wat stond erop?"), parent)
        self._copies = copies
        self.held: HeldByCopy | None = None
        now = datetime.now()
        self.which = ChoiceBox("", [(at, backups_age.moment(one.at, now)) for at, one in enumerate(copies)], nothing="")
        self.which.choose(0)
        self.ask("copy", self.tr("&Kopie van"), self.which)
        self.present = SecretField("")
        self.ask_secret("present", self.tr("&Wachtzin of herstelcode van toen"), self.present, self.tr("&Tonen"))
        self.say(self.tr("De kopie wordt alleen gelezen. Er komt geen naam op het papier."))
        self.finish(self.tr("Kopie &lezen"))
        self.present.setFocus()

    def save(self) -> None:
        if self.which.value is None:
            raise InputError(self.tr("Kies een kopie."), "copy")
        if not self.present.text():
            raise InputError(self.tr("Typ de wachtzin of de herstelcode."), "present")
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            self.held = held_by_copy.read(self._copies[self.which.value], self.present.text())
        finally:
            QApplication.restoreOverrideCursor()


def _tr(text: str) -> str:
    return QCoreApplication.translate("LostLaptopDialog", text)
