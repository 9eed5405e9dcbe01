"""Beside the tasks: the days that stand elsewhere in the dossier, to read."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import agenda, tasks
from doorbraak.model.insight import worklist
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, heading, quiet
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


@dataclass(frozen=True, slots=True)
class Shown:
    id: int
    item: worklist.Item


class ElsewhereBlock(QWidget):
    """Open steps, last days of letters, threats, follow-ups and terms of the household that `page` shows."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        catalogue = page.session.catalogue
        title = self.tr("Data uit de rest van het dossier")
        self._table = RecordTable(
            page.session,
            "elsewhere",
            title,
            [
                Column(
                    "on",
                    self.tr("Datum"),
                    lambda shown: shown_day(shown.item.on),
                    width=84,
                    sort=lambda shown: shown.item.on.toordinal(),
                ),
                Column(
                    "near",
                    self.tr("Wanneer"),
                    lambda shown: worklist.how_near(shown.item, date.today()),
                    width=120,
                    sort=lambda shown: shown.item.on.toordinal(),
                ),
                Column("kind", self.tr("Soort"), lambda shown: worklist.KIND_NAMES[shown.item.kind], width=72),
                Column("what", self.tr("Wat"), lambda shown: worklist.what(shown.item, catalogue)),
            ],
            self,
        )
        self._none = quiet(self.tr("Nog niets met een dag op de andere bladen."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wat komt er uit de rest van het dossier?"), self._table),
                quiet(self.tr("Stappen, brieven, dreigingen en metingen. Wijzig ze op hun eigen blad.")),
                self._none,
                self._table,
            )
        )

    def refresh(self) -> None:
        """Reads again: the days come from many tables."""
        known = agenda.read(self._page.session.store, self._page.household)
        own = [item for item in worklist.items(known, date.today()) if item.kind not in tasks.KINDS]
        self._table.show_records([Shown(at, item) for at, item in enumerate(own, 1)])
        self._table.show_again()
        self._none.setVisible(not own)
