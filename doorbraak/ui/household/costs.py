"""The rekensom: what it costs, what threatens, what comes out, and who pays and wins."""

from collections.abc import Callable

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model.documents import sum_words
from doorbraak.model.documents.reasons import Reason
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.household.costs_cards import CardsBlock
from doorbraak.ui.household.costs_events import EventsBlock
from doorbraak.ui.household.costs_lines import LinesBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import quiet, tabs

Show = Callable[[Dossier], None]
_IN_SIGHT = {True: QSizePolicy.Policy.Preferred, False: QSizePolicy.Policy.Ignored}


class CostsPage(Page):
    """Each tab reads when it is in sight, and those with results are made when they are first looked at."""

    tables = frozenset(
        {
            "household", "cost_line", "threatening_event", "intervention", "agency", "agency_problem", "problem",
            "person", "refusal", "confirmation", "payment", "measurement", "assumptions",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self.cards = CardsBlock()
        self.cards.asked.connect(self._explain)
        self.first_day = quiet()
        self._tabs = tabs(self.tr("Rekensom"))
        self._shows: dict[int, Show] = {}
        self._seen: dict[int, Dossier] = {}
        self._makers: tuple[tuple[str, Callable[[], tuple[QWidget, Show]]], ...] = (
            (self.tr("Koste&n"), self._lines),
            (self.tr("Wat d&reigt"), self._events),
            (self.tr("U&itkomst"), self._result),
            (self.tr("Wi&e betaalt, wie wint"), self._pockets),
            (self.tr("&Langer vooruit"), self._longer),
            (self.tr("&Grafieken"), self._charts),
        )
        for title, _ in self._makers:
            holder = QWidget()
            QVBoxLayout(holder).setContentsMargins(0, 8, 0, 0)
            self._tabs.addTab(holder, title)
        for entered in (0, 1):
            self._make(entered)
        self._tabs.currentChanged.connect(lambda _: self._show_tab())
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.cards)
        column.addWidget(self.first_day)
        column.addWidget(self._tabs, 1)

    def refresh(self, dossier: Dossier) -> None:
        fresh = self._dossier is None or self._dossier.household.id != dossier.household.id
        self._dossier = dossier
        if fresh and not dossier.costs:  # a household without costs begins where they are filled in
            self._tabs.setCurrentIndex(0)
        self.cards.show_saving(self.session.saving(self.household), dossier)
        asked = sum_words.ask_first_day(dossier)
        self.first_day.setText(asked)
        self.first_day.setVisible(bool(asked))
        self._seen = {}
        self._show_tab()

    def _show_tab(self) -> None:
        at = self._tabs.currentIndex()
        for tab in range(self._tabs.count()):  # what is out of sight asks for no room
            holder = self._tabs.widget(tab)
            holder.setSizePolicy(holder.sizePolicy().horizontalPolicy(), _IN_SIGHT[tab == at])
        if self._dossier is None or self._seen.get(at) is self._dossier:
            return
        self._make(at)
        self._shows[at](self._dossier)
        self._seen[at] = self._dossier

    def _make(self, at: int) -> None:
        if at not in self._shows:
            block, self._shows[at] = self._makers[at][1]()
            self._tabs.widget(at).layout().addWidget(block)

    def _lines(self) -> tuple[QWidget, Show]:
        block = LinesBlock(self)
        return block, block.show_dossier

    def _events(self) -> tuple[QWidget, Show]:
        block = EventsBlock(self)
        return block, block.show_dossier

    def _result(self) -> tuple[QWidget, Show]:
        from doorbraak.ui.household.costs_result import ResultBlock

        block = ResultBlock(self)
        block.asked.connect(self._explain)
        return block, block.show_dossier

    def _pockets(self) -> tuple[QWidget, Show]:
        from doorbraak.ui.household.costs_pockets import PocketsBlock

        block = PocketsBlock(self)
        block.asked.connect(self._explain)
        return block, block.show_dossier

    def _longer(self) -> tuple[QWidget, Show]:
        from doorbraak.ui.household.costs_longer import LongerBlock

        block = LongerBlock(self)
        block.asked.connect(self._explain)
        return block, block.show_dossier

    def _charts(self) -> tuple[QWidget, Show]:
        from doorbraak.ui.household.costs_charts import ChartsBlock

        block = ChartsBlock(self)
        return block, lambda dossier: block.show_dossier(dossier, self.session.saving(self.household))

    def _explain(self, reason: Reason) -> None:
        from doorbraak.ui.household.costs_why import WhyDialog

        dialog = WhyDialog(reason, self)
        dialog.exec()
        dialog.deleteLater()
