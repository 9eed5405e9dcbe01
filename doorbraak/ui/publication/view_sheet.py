"""One view of a publication: its question, the answer in a sentence, chart, table, and how it was counted."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from doorbraak.model import whole_files
from doorbraak.model.documents import publication_charts
from doorbraak.model.errors import UserError
from doorbraak.model.exchange.published_view import View
from doorbraak.ui import theme
from doorbraak.ui.publication.figure_grid import FigureGrid, as_text
from doorbraak.ui.widgets import ask, copying
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.chart_picture import ChartPicture
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from doorbraak.model.documents.chart import Chart
    from doorbraak.ui.paper.chart_file import Kind

_WIDEST = 1100  # pixels: longer lines are hard to read, and bars get too long to compare


class ViewSheet(QWidget):
    """`told`: something was copied or saved; `refused`: why not. Shows one `View` under what is put into `above`."""

    told = Signal(str)
    refused = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.view: View | None = None
        self._chart: Chart | None = None
        self._period, self._example = "", False
        self._title, self._said = quiet(), WrappedLabel()
        self._said.setProperty("letters", "heading")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self.picture, self.grid = ChartPicture(), FigureGrid()
        self._source, self._notes = quiet(), quiet()
        self.copy = button(self.tr("&Tabel kopiëren"), self._copy)
        self.saves = [button(name, partial(self._save, kind)) for name, kind in _KINDS]
        self._as = QLabel(self.tr("Grafiek bewaren als"))
        for made, (name, _) in zip(self.saves, _KINDS, strict=True):
            made.setAccessibleName(self.tr("Grafiek bewaren als %s") % name.replace("&", "").rstrip("…"))
        self.above = QVBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(round(_WIDEST * theme.zoom()))
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 12)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._said)
        column.addLayout(self.above)
        below: tuple[QWidget, ...] = (self.picture, self._source, self.grid, self._notes)
        for part in below:
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(inside)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName(self.tr("Antwoord"))
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.copy)
        line.addStretch(1)
        line.addWidget(self._as)
        for made in self.saves:
            line.addWidget(made)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(line)

    def show_view(self, view: View, period: str, *, example: bool) -> None:
        other = self.view is None or self.view.id != view.id
        self.view, self._period, self._example = view, period, example
        self._chart = publication_charts.chart_of(view, period, example=example)
        drawn, filled = bool(self._chart.panels), bool(view.rows)
        self._title.setText(view.title)
        self._said.setText(view.conclusion)
        self._source.setText(self._chart.source if drawn else "")
        self._notes.setText("\n".join(view.notes))
        self._source.setVisible(drawn)
        self.picture.setVisible(drawn)
        self.grid.setVisible(filled)
        self.copy.setVisible(filled)
        for made in (self._as, *self.saves):
            made.setVisible(drawn)
        self.picture.setAccessibleName(view.title)
        self.picture.setAccessibleDescription(publication_charts.alternative(self._chart))
        self.setAccessibleDescription(view.conclusion)
        if drawn:
            self.picture.show_chart(self._chart)
        self.grid.show_view(view)
        if other:
            self._scroll.verticalScrollBar().setValue(0)

    def _copy(self) -> None:
        if self.view is not None:
            mark = self._chart.mark if self._chart is not None else ""
            if copying.copy(as_text(self.view, self._period, mark)):
                self.told.emit(self.tr("De tabel is gekopieerd. Over een minuut gaat die van het klembord."))

    def _save(self, kind: "Kind") -> None:
        from doorbraak.ui.paper import publication_slide
        from doorbraak.ui.paper.chart_file import chart_file, filter_of

        chart = self._chart
        if chart is None:
            return
        name = f"doorbraak-{self._period}-{chart.key}.{kind}"
        chosen = ask.target(self, self.tr("Grafiek bewaren"), name, filter_of(kind))
        if chosen is None:
            return
        path: Path = chart_file(chosen, kind).path
        make = {"png": publication_slide.png, "svg": publication_slide.svg, "pdf": publication_slide.pdf}
        try:
            whole_files.write_all(path.parent, {path.name: make[kind](chart)})
        except UserError as error:
            self.refused.emit(error)
        else:
            self.told.emit(self.tr("Bewaard: %s") % path)


_KINDS: tuple[tuple[str, "Kind"], ...] = (("&PNG…", "png"), ("&SVG…", "svg"), ("P&DF…", "pdf"))
