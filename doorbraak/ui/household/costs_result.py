"""What comes out of the rekensom, looked at in one way at a time: in short, per law, payer, winner, line, and so on."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from doorbraak.model.documents import result_beside, result_more, result_views
from doorbraak.model.documents.result_table import View
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.realised import realised_of
from doorbraak.ui.household.costs_figures import WhyTable
from doorbraak.ui.household.costs_sliders import WhatIfBlock
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import button, quiet, side_by_side
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row
from doorbraak.ui.widgets.line_list import Line, LineList
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

WHAT_IF = "what-if"
_FIRST_YEAR = frozenset({"glance", "followed", "waiting"})
_ONE_SIDE = frozenset({"tornado", "waiting"})


class ResultBlock(QWidget):
    """The result of the household that `page` shows. `asked` gives the reason of a figure."""

    asked = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._shown_name = ""
        self._list = LineList(self.tr("Hoe bekijken?"))
        self._list.show_lines([Line(key, title) for key, title in self._titles().items()])
        self._months = ChoiceBox(self.tr("Hoe lang?"), [(12, self.tr("12 maanden")), (24, self.tr("24 maanden"))])
        self._society = ChoiceBox(
            self.tr("Voor wie?"),
            [(False, self.tr("Voor wie betaalt")), (True, self.tr("Voor de samenleving, zonder uitkeringen"))],
        )
        self._title = WrappedLabel()
        self._title.setProperty("letters", "heading")
        self._first, self._second = WhyTable(), WhyTable()
        self._said = quiet()
        self._why = button(self.tr("Waar&om dit getal?"), self._ask)
        self._last = self._first
        for table in (self._first, self._second):
            table.asked.connect(self.asked)
            table.currentCellChanged.connect(lambda *_, table=table: self._chosen(table))
        controls = choice_row(self._months, self._society, self._why)
        tables = QWidget()
        column = QVBoxLayout(tables)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for widget in (self._title, controls):
            column.addWidget(widget)
        column.addWidget(self._first, 1)
        column.addWidget(self._second, 1)
        column.addWidget(self._said)
        column.addStretch()
        self._room = QScrollArea()
        self._room.setFrameShape(QScrollArea.Shape.NoFrame)
        self._room.setWidgetResizable(True)
        self._room.setWidget(tables)
        self._what_if = WhatIfBlock(page)
        self._what_if.asked.connect(self.asked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._room)
        self._stack.addWidget(self._what_if)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(side_by_side(self, (self._list, 196), (self._stack, 940)))
        self._list.setCurrentRow(0)
        self._list.currentRowChanged.connect(lambda _: self._show())
        self._months.chosen.connect(lambda _: self._show())
        self._society.chosen.connect(lambda _: self._show())

    def _titles(self) -> dict[str, str]:
        return {
            "glance": self.tr("In het kort"),
            "law": self.tr("Per wet"),
            "payer": self.tr("Per betaler"),
            "winner": self.tr("Per winnaar"),
            "effect": self.tr("Kasbaar of capaciteit"),
            "lines": self.tr("Per kostenpost"),
            "followed": self.tr("Wat is uitgekomen?"),
            "tornado": self.tr("Wat telt het meest?"),
            "waiting": self.tr("Kosten van wachten"),
            WHAT_IF: self.tr("Wat als?"),
        }

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._show()

    def _show(self) -> None:
        if self._dossier is None:
            return
        key = self._list.key
        self._stack.setCurrentIndex(int(key == WHAT_IF))
        if key == WHAT_IF:
            self._what_if.show_dossier(self._dossier)
            return
        self._months.setVisible(key not in _FIRST_YEAR)
        self._society.setVisible(key not in _ONE_SIDE)
        self._show_view(self._view(key, self._dossier))

    def _view(self, key: str, dossier: Dossier) -> View:
        session, household, today = self._page.session, self._page.household, date.today()
        year, society = session.saving(household), self._society.value
        if key == "glance":
            table = result_beside.beside(dossier, year, today)
            return result_views.glance((year, session.saving(household, 24)), table, society=society)
        if not year.lines:
            return result_views.NO_COSTS
        if key == "followed":
            realised = realised_of(year, dossier.confirmations, today)
            return result_more.followed(realised, year, society=society)
        if key == "waiting":
            return result_more.waiting(dossier, year, today)
        saving = session.saving(household, self._months.value)
        if key == "tornado":
            return result_more.matters_most(saving)
        if key == "lines":
            return result_views.every_line(saving, society=society)
        return result_views.grouping(saving, key, society=society)

    def _show_view(self, view: View) -> None:
        self._title.setText(view.title)
        self._said.setText("\n".join(view.said))
        for at, table in enumerate((self._first, self._second)):
            table.setVisible(at < len(view.tables))
            if at < len(view.tables):
                table.show_table(view.tables[at])
                table.show_whole(len(view.tables) > 1)  # two that scroll apart each hide a part of the other
        if view.tables and self._shown_name != view.tables[0].name:
            self._room.verticalScrollBar().setValue(0)
            self._shown_name = view.tables[0].name
        self._said.setVisible(bool(view.said))
        self._last = self._first
        self._why.setVisible(bool(view.tables))

    def _chosen(self, table: WhyTable) -> None:
        if table.hasFocus():
            self._last = table
            cell = table.visualItemRect(table.currentItem()) if table.currentItem() is not None else table.rect()
            at = table.viewport().mapTo(self._room.widget(), cell.center())
            self._room.ensureVisible(at.x(), at.y(), 0, cell.height())
        self._why.setEnabled(self._last.why is not None)

    def _ask(self) -> None:
        self._last.ask()
