"""What the window tells when asked: whether the workspace is whole, the shortcuts, what this program is."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets  # what they hold loads when a box is shown
from PySide6.QtCore import QObject

from doorbraak import __version__
from doorbraak.model.errors import UserError

if TYPE_CHECKING:
    from doorbraak.model.workspace.store import Store
    from doorbraak.ui.main_window import MainWindow


class Information(QObject):
    """Belongs to one window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def check(self) -> None:
        session = self._window.session
        if session is None:
            return
        store = session.store
        store.note("controleren", "werkmap")
        whole, broken = not store.faults(), store.log_broken_at()
        lines = [
            self.tr("Het bestand is heel.") if whole else self.tr("Het bestand is beschadigd. Zet een kopie terug."),
            self.tr("Het logboek is heel.")
            if broken is None
            else self.tr("Het logboek is veranderd bij regel %d. Meld dit.") % broken,
            *store.strange(),
            *store.mended,
            *(self._secrets(store) or [self.tr("De wachtzin en de herstelcode zijn heel.")]),
        ]
        self.tell(self.tr("Werkmap controleren"), "\n".join(lines))

    def _secrets(self, store: "Store") -> list[str]:
        try:
            return list(store.keys.faults())
        except UserError as error:  # the file with the keys can't be read now
            return [error.sentence]

    def show_shortcuts(self) -> None:
        """To read, and on paper."""
        from doorbraak.model.documents import shortcuts  # late: a start needs none of it
        from doorbraak.ui.paper_to_keep import Kept, PaperDialog

        made = shortcuts.paper_of(self._window.menus.shortcuts(), date.today())
        kept = Kept(made, "sneltoetsen", "sneltoetsen.pdf", self.tr("Sneltoetsen opslaan"))
        read, on_paper, keep = self.tr("Alle toetsen"), self.tr("Af&drukken…"), self.tr("&Opslaan…")
        dialog = PaperDialog(self._window, kept, self.tr("Sneltoetsen"), read, on_paper, keep)
        dialog.exec()
        dialog.deleteLater()

    def show_about(self) -> None:
        words = self.tr("Doorbraak %s\nWerkt volgens de Doorbraakmethode.\nVrije software, licentie EUPL-1.2.")
        early = self.tr("Dit is een vroege uitgave. Gebruik nog geen gegevens van echte mensen.")
        self.tell(self.tr("Over Doorbraak"), f"{words % __version__}\n\n{early}")

    def tell(self, title: str, text: str) -> None:
        box = QtWidgets.QMessageBox(
            QtWidgets.QMessageBox.Icon.NoIcon, title, text, QtWidgets.QMessageBox.StandardButton.Ok, self._window
        )
        box.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        box.button(QtWidgets.QMessageBox.StandardButton.Ok).setText(self.tr("&Goed"))
        box.exec()
        box.deleteLater()
