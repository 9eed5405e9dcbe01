"""Measuring and learning: six core measures over time, all other measurements, and whether a doorbraak worked."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.household.measurements_grid import CoreGrid
from doorbraak.ui.household.measurements_list import MeasurementList
from doorbraak.ui.household.measurements_outcomes import OutcomesBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import side_by_side


class MeasurementsPage(Page):
    tables = frozenset({"household", "person", "agency", "intervention", "measurement", "outcome"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._grid = CoreGrid(self)
        self._list = MeasurementList(self)
        self._outcomes = OutcomesBlock(self)
        below = side_by_side(self, (self._list, 712), (self._outcomes, 408))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(12)
        column.addWidget(self._grid)
        column.addWidget(below, 1)

    def take_focus(self) -> None:
        """The grid is where a measurement begins: at the first question of the first moment."""
        if not self._grid.table.currentIndex().isValid():
            self._grid.table.setCurrentIndex(self._grid.table.model().index(1, 2))
        self._grid.table.setFocus()

    def refresh(self, dossier: Dossier) -> None:
        self._grid.show_dossier(dossier, date.today())
        self._list.show_dossier(dossier)
        self._outcomes.show_dossier(dossier)
