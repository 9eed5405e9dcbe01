"""What is no knelpunt yet and could be one: Enter makes it one."""

from PySide6.QtCore import Signal as QtSignal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import signals
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.signal_offers import FROM_NAMES, Offer, offers
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


class OffersBlock(QWidget):
    """Of the household on `page`. Emits `made` with the id of the signal that came of one."""

    made = QtSignal(int)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self.table = RecordTable(page.session, "signal_offer", self.tr("Nog geen knelpunt"), self._columns(), self)
        self.table.opened.connect(self._take)
        self.table.current.connect(lambda _: self._offer())
        self._help = quiet()
        self._make = button(self.tr("&Maak er een knelpunt van"), lambda: self._take(self.table.record()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wat liep vast, en is nog geen knelpunt?"), self.table),
                (self._help, self._make),
                self.table,
            )
        )

    def _columns(self) -> list[Column]:
        return [
            Column("came_from", self.tr("Waarvandaan"), lambda offer: FROM_NAMES[offer.came_from], width=160),
            Column("words", self.tr("Wat liep vast?"), lambda offer: offer.words),
            Column(
                "rung",
                self.tr("Wat houdt tegen"),
                lambda offer: choice_names.RUNGS[offer.rung] if offer.rung else "",
                width=130,
            ),
            Column("intervention", self.tr("Bij welke doorbraak"), self._intervention, width=260),
        ]

    def _intervention(self, offer: Offer) -> str:
        listed = self._dossier.interventions if self._dossier else ()
        found = next((one for one in listed if one.id == offer.intervention), None)
        return names.intervention_name(found, self._page.session.catalogue) if found else ""

    def show_dossier(self, dossier: Dossier) -> int:
        """Gives how many there are."""
        self._dossier = dossier
        found = offers(dossier, self._page.session.catalogue)
        self.table.show_records(found)
        if self.table.record() is None:
            self.table.select_first()
        self._help.setText(
            self.tr("Enter maakt er een knelpunt van. De woorden zijn daarna nog te veranderen.")
            if found
            else self.tr("Nog niets dat wacht. Een belemmering of een afwijzing komt hier vanzelf.")
        )
        self._offer()
        return len(found)

    def _offer(self) -> None:
        self._make.setEnabled(self.table.record() is not None)

    def _take(self, offer: Offer | None) -> None:
        if offer is None or self._dossier is None:
            return
        page = self._page
        if page.attempt(self.tr("Knelpunt maken"), signals.add, page.household, **offer.values()):
            self.made.emit(page.session.dossier(page.household).signals[-1].id)
