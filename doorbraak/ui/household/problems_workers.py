"""Whom to call at the chosen agency: name, function, phone, mail. They stay in the dossier."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import workers
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.shortening import cut
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, quiet
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.low_table import LowTable
from doorbraak.ui.widgets.record_model import Column


class WorkersBlock(QWidget):
    """The workers of the agency that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._agency: Agency | None = None
        self._add_line = DraftLine(page.session, self.tr("Nieuwe medewerker"), "add:worker")
        self._add_line.setPlaceholderText(self.tr("Naam, functie, telefoon, mail. Een naam is genoeg."))
        self._add_line.returnPressed.connect(self._add)
        self._button = button(self.tr("&Toevoegen"), self._add)
        self._of = quiet()
        self._of.setWordWrap(False)
        self.table = LowTable(page.session, "worker", self.tr("Medewerkers"), self._columns(), self, rows=2)
        self.table.removal.connect(page.removes(self.tr("Medewerker weghalen"), workers.remove))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(block((self._add_line, self._of, self._button), self.table))

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            columns.text(page, "name", self.tr("Naam"), self.tr("Medewerker wijzigen"), workers.rename),
            columns.text(page, "function", self.tr("Functie"), self.tr("Medewerker wijzigen"), workers.set_function),
            columns.text(
                page, "phone", self.tr("Telefoon"), self.tr("Medewerker wijzigen"), workers.set_phone, width=160
            ),
            columns.text(page, "mail", self.tr("E-mail"), self.tr("Medewerker wijzigen"), workers.set_mail),
            columns.origin(page, "worker"),
        ]

    def show_agency(self, agency: Agency | None, dossier: Dossier) -> None:
        self._agency = agency
        here = [worker for worker in dossier.workers if agency is not None and worker.agency == agency.id]
        self.table.show_records(here)
        for control in (self._add_line, self._button):
            control.setEnabled(agency is not None)
        name = names.agency_name(agency, self._page.session.catalogue) if agency else ""
        if agency is None:
            self._of.setText(self.tr("Kies eerst een instantie."))
        else:
            self._of.setText((self.tr("bij %s") if here else self.tr("Nog niemand bij %s")) % cut(name, 40))

    def _add(self) -> None:
        """Commas part name, function, phone and mail; what stands behind a fourth comma belongs to the mail."""
        if self._agency is None or not self._add_line.text().strip():
            return
        parts = [part.strip() for part in self._add_line.text().split(",", 3)]
        told = dict(zip(("name", "function", "phone", "mail"), parts, strict=False))
        if self._page.attempt(self.tr("Medewerker toevoegen"), workers.add, self._agency.id, **told):
            self._add_line.added()
        self._add_line.setFocus()
