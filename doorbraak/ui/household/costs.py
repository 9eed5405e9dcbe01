"""The rekensom: what it costs, what threatens, what comes out, and who pays and wins."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.household.costs_events import EventsBlock
from doorbraak.ui.household.costs_lines import LinesBlock
from doorbraak.ui.household.costs_result import ResultBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import padded, side_by_side, tabs


class CostsPage(Page):
    tables = frozenset({"household", "cost_line", "threatening_event", "intervention", "agency"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._result = ResultBlock(session)
        self._lines = LinesBlock(self)
        self._events = EventsBlock(self)
        entered = tabs(self.tr("Kosten en dreigingen"))
        entered.addTab(padded(self._lines), self.tr("&Kosten"))
        entered.addTab(padded(self._events), self.tr("Wat d&reigt"))
        split = side_by_side(self, (entered, 852), (self._result.tables, 300))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self._result)
        column.addWidget(split, 1)

    def refresh(self, dossier: Dossier) -> None:
        self._lines.show_dossier(dossier)
        self._events.show_dossier(dossier)
        self._result.show_saving(self.session.saving(self.household), dossier)
