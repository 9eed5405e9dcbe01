"""Wie betaalt, wie wint: payer by winner as a table and as a picture, and a sheet to talk about it with one of them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.documents.result_pockets import pockets, streams_of
from doorbraak.model.documents.result_views import counted
from doorbraak.model.documents.talk_sheet import parties_of
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.ui.household.costs_figures import WhyTable
from doorbraak.ui.household.costs_flow import FlowPicture
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import block, button, quiet, side_by_side
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row
from doorbraak.ui.widgets.wrapped_label import WrappedLabel


class PocketsBlock(QWidget):
    """The purses of the household that `page` shows. `asked` gives the reason of a figure."""

    asked = Signal(object)

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._title = WrappedLabel()
        self._title.setProperty("letters", "heading")
        self._society = ChoiceBox(
            self.tr("Voor wie?"),
            [(False, self.tr("Voor wie betaalt")), (True, self.tr("Voor de samenleving, zonder uitkeringen"))],
        )
        self._society.chosen.connect(lambda _: self._show())
        self._table, self._picture = WhyTable(), FlowPicture()
        self._table.asked.connect(self.asked)
        self._why = button(self.tr("Waar&om dit getal?"), self._table.ask)
        self._said = quiet()
        self._party = ChoiceBox(self.tr("Gespreksblad voor wie?"))
        self._sheet = button(self.tr("Ges&preksblad…"), self._make_sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._title)
        self._controls = choice_row(self._society, self._why, self._party, self._sheet)
        column.addWidget(self._controls)
        self._both = side_by_side(self, (block(self._table, self._said), 720), (self._picture, 410))
        column.addWidget(self._both, 1)
        column.addStretch()

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._show()

    def _show(self) -> None:
        saving, catalogue = self._page.session.saving(self._page.household), self._page.session.catalogue
        lines = counted(saving, society=self._society.value)
        view = pockets(saving, lines)
        self._title.setText(view.title)
        self._said.setText("\n".join(view.said))
        for table in view.tables:
            self._table.show_table(table)
        ids = {id_ for row in lines for id_ in (row.line.payer, row.winner)}
        self._picture.show_streams(streams_of(lines), {id_: names.payer_name(id_, catalogue) for id_ in ids})
        parties = parties_of(saving)
        self._party.offer([(party, names.payer_name(party, catalogue)) for party in parties])
        for only in (self._party, self._sheet):
            only.setEnabled(bool(parties))
        for only in (self._both, self._controls):
            only.setVisible(bool(view.tables))

    def _make_sheet(self) -> None:
        if self._party.value is not None:
            self._page.session.sheet_wanted.emit(self._party.value)
