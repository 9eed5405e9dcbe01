"""The charts of the rekensom: a list of six at the left, the chosen one at the right. Drawn only when in sight."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.documents.chart_list import KINDS, Counted
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import side_by_side
from doorbraak.ui.widgets.chart_view import ChartView
from doorbraak.ui.widgets.line_list import Line, LineList


class Charts(QWidget):
    """Shows what one `Counted` comes to; what is out of sight is not even counted.

    `files`: whether a chart may be saved. What is counted over households together leaves by the publication alone.
    """

    def __init__(self, session: Session, *, files: bool = True) -> None:
        super().__init__()
        self._counted: Counted | None = None
        self._stale = False
        self.chosen = LineList(self.tr("Grafieken"))
        self.chosen.show_lines([Line(kind.key, kind.name) for kind in KINDS])
        self.chosen.setCurrentRow(0)
        self.chosen.currentRowChanged.connect(lambda _: self._choose())
        self.view = ChartView(session, files=files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self, (self.chosen, 200), (self.view, 900)))

    def show_counted(self, counted: Counted) -> None:
        self._counted = counted
        self._choose()

    def forget(self) -> None:
        self._counted = None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._choose()

    def _choose(self) -> None:
        """The chosen chart of what is counted now; later when it is not in sight."""
        self._stale = self._counted is None or not self.isVisible()
        if self._counted is not None and not self._stale:
            kind = next(kind for kind in KINDS if kind.key == self.chosen.key)
            self.view.show_chart(kind.make(self._counted))
