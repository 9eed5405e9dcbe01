"""What restores put aside: shown in its folder, or removed for good after one question."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QWidget

from doorbraak.model.errors import UserError
from doorbraak.ui import backups_age
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.blocks import button, quiet

if TYPE_CHECKING:
    from doorbraak.model.workspace.kept import Kept
    from doorbraak.ui.backups_table import CopyRow


class KeptFiles(QWidget):
    """Buttons for the row in focus. `removed` after one was taken away, `refused` with why it could not be."""

    removed = Signal()
    refused = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._row: CopyRow | None = None
        self.show_folder = button(self.tr("&In de map tonen"), self._show_folder)
        self.remove = button(self.tr("Ve&rwijderen…"), self._remove)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.show_folder)
        line.addWidget(self.remove)
        line.addWidget(quiet(self.tr("Wat bij terugzetten is bewaard, haalt het programma niet zelf weg.")), 1)

    def offer(self, row: "CopyRow | None") -> None:
        """None when nothing can be done now."""
        self._row = row if row is not None and row.kept is not None else None
        for one in (self.show_folder, self.remove):
            one.setEnabled(self._row is not None)

    def _show_folder(self) -> None:
        if self._row is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._row.path.parent)))

    def _remove(self) -> None:
        row = self._row
        if row is None or row.kept is None:
            return
        title, yes = self.tr("Bewaard bestand verwijderen?"), self.tr("&Verwijderen")
        if not ask.sure(self, title, removing(row.kept, datetime.now()), yes) or not self.isVisible():
            return
        from doorbraak.model.workspace import kept

        try:
            kept.remove(self._session.store, row.kept)
        except UserError as error:
            self.refused.emit(error)
        self.removed.emit()


def removing(one: "Kept", now: datetime) -> str:
    when, much = backups_age.moment(one.at, now), backups_age.size(one.size)
    if one.copy is None:
        said = f"Dit is de werkmap zoals zij was vóór het terugzetten van {when} ({much})."
        only = "Wat alleen daarin staat, is daarna nergens meer."
    else:
        said = f"Dit is een kopie van {when} ({much}), die bij terugzetten opzij is gezet."
        only = "Zij kan nieuwer zijn dan de werkmap van nu."
    return f"{said}\n{only}\nVerwijderen kan niet ongedaan worden gemaakt."
