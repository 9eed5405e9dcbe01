"""The charts of the rekensom: a list of six at the left, the chosen one at the right. Drawn only when in sight."""

from datetime import date

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.documents.chart_list import KINDS
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.savings import Saving
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import side_by_side
from doorbraak.ui.widgets.chart_view import ChartView
from doorbraak.ui.widgets.line_list import Line, LineList


class ChartsBlock(QWidget):
    """Shows the charts of one `Saving` over a year or more; what is out of sight is not even counted."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._shown: tuple[Dossier, Saving] | None = None
        self._stale = False
        self.chosen = LineList(self.tr("Grafieken"))
        self.chosen.show_lines([Line(kind.key, kind.name) for kind in KINDS])
        self.chosen.setCurrentRow(0)
        self.chosen.currentRowChanged.connect(lambda _: self._choose())
        self.view = ChartView(page.session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self, (self.chosen, 200), (self.view, 900)))

    def show_dossier(self, dossier: Dossier, saving: Saving) -> None:
        self._shown = dossier, saving
        self._choose()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._choose()

    def _choose(self) -> None:
        """The chosen chart of what is shown now; later when it is not in sight."""
        self._stale = self._shown is None or not self.isVisible()
        if self._shown is not None and not self._stale:
            kind = next(kind for kind in KINDS if kind.key == self.chosen.key)
            self.view.show_chart(kind.make(*self._shown, date.today()))
