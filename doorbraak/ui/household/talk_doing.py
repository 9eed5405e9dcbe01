"""Wat doen we: three columns, u, wij, and what may stop."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel, QVBoxLayout

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.household.talk_actions import WeColumn, YouColumn
from doorbraak.ui.household.talk_agencies import MayStopColumn
from doorbraak.ui.household.talk_stage import Stage
from doorbraak.ui.widgets.blocks import side_by_side

if TYPE_CHECKING:
    from doorbraak.ui.household.talk import TalkPage


class DoingStage(Stage):
    def __init__(self, page: "TalkPage") -> None:
        super().__init__(page)
        asked = QLabel(self.tr("Wat doen we?"))
        asked.setProperty("letters", "title")
        self._you, self._we, self._stop = YouColumn(self), WeColumn(self), MayStopColumn(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(asked)
        column.addWidget(side_by_side(self, (self._you, 300), (self._we, 300), (self._stop, 320)), 1)

    def take_focus(self) -> None:
        self._you.take_focus()

    def show_dossier(self, dossier: Dossier, today: date) -> None:
        for part in (self._you, self._we, self._stop):
            part.show_dossier(dossier, today)
