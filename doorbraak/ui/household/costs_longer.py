"""Langer vooruit: three and five years in constant prices, each later year weighing less. Evidence that far is thin."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.documents.result_longer import THIN, YEARS, longer
from doorbraak.model.dossier import assumptions
from doorbraak.model.dossier.assumptions import Assumptions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.assumptions import DRAFT, AssumptionsDialog
from doorbraak.ui.household.costs_figures import WhyTable
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.form_drafts import FormDrafts
from doorbraak.ui.widgets.wrapped_label import WrappedLabel


class LongerBlock(QWidget):
    """The years ahead of the household that `page` shows. `asked` gives the reason of a figure."""

    asked = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._title = WrappedLabel()
        self._title.setProperty("letters", "heading")
        self._thin = WrappedLabel(THIN)
        self._table = WhyTable()
        self._table.asked.connect(self.asked)
        self._said = quiet()
        self._empty = quiet(self.tr("Nog geen publieke kosten. Vul ze in bij Kosten."))
        self._why = button(self.tr("Waar&om dit getal?"), self._table.ask)
        change = button(self.tr("&Aannames wijzigen…"), self._change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head = heading(self.tr("Wat als we verder kijken dan twee jaar?"), self._table)
        column.addWidget(
            block((head, self._why, change), self._title, self._thin, self._empty, self._table, self._said)
        )
        column.addStretch()

    def show_dossier(self, dossier: Dossier) -> None:
        session = self._page.session
        view = longer(session.saving(self._page.household, 12 * max(YEARS)), session.assumptions)
        self._title.setText(view.title)
        self._said.setText("\n".join(view.said))
        for table in view.tables:
            self._table.show_table(table)
            self._table.setFixedHeight(self._table.needed)
        self._empty.setVisible(not view.tables)
        for only in (self._title, self._thin, self._table, self._why):
            only.setVisible(bool(view.tables))

    def _change(self) -> None:
        """For the whole workspace: every household follows."""
        session = self._page.session

        def save(chosen: Assumptions) -> None:
            if chosen != session.assumptions:
                session.run(self.tr("Aannames wijzigen"), assumptions.write, chosen)

        dialog = AssumptionsDialog(session.assumptions, session.catalogue, save, self)
        FormDrafts(session, DRAFT, dialog)
        dialog.exec()
        dialog.deleteLater()
