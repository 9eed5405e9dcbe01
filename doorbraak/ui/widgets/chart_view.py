"""One chart with all that belongs to it: its result, its picture or its table, a sentence, its source, as a file."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from doorbraak.ui import theme
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.chart_picture import ChartPicture
from doorbraak.ui.widgets.plain import tooltip
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from doorbraak.model.documents.chart import Chart
    from doorbraak.ui.session import Session

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChartView(QWidget):
    """Shows one `Chart`. Files go out by the window: `session.chart_wanted` asks it."""

    def __init__(self, session: "Session", *, files: bool = True) -> None:
        super().__init__()
        self._may_leave = files
        self._session = session
        self.chart: Chart | None = None
        self._title, self._mark = WrappedLabel(), QLabel()
        self._title.setProperty("letters", "heading")
        self._mark.setObjectName("mark")
        for label in (self._title, self._mark):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.picture = ChartPicture()
        self.table = NumbersTable()
        self._empty = quiet()
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._room = QScrollArea()
        self._room.setWidget(self.picture)
        self._room.setWidgetResizable(True)
        self._room.setFrameShape(QFrame.Shape.NoFrame)
        self._stack = QStackedWidget()
        for part in (self._room, self.table, self._empty):
            self._stack.addWidget(part)
        self._sentence, self._source = quiet(), quiet()
        self._turn = button(self.tr("&Tabel"), self._turn_over)
        self._as = QLabel(self.tr("Opslaan als"))
        self._files = [
            button(self.tr("&PNG…"), lambda: self._save("png")),
            button(self.tr("&SVG…"), lambda: self._save("svg")),
            button(self.tr("PD&F…"), lambda: self._save("pdf")),
        ]
        for made, kind in zip(self._files, ("PNG", "SVG", "PDF"), strict=True):
            made.setAccessibleName(self.tr("Grafiek opslaan als %s") % kind)
            made.setToolTip(self.tr("Opslaan als %s: bevat persoonsgegevens") % kind)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        above = QHBoxLayout()
        above.addWidget(self._title, 1)
        above.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(above)
        column.addWidget(self._stack, 1)
        column.addWidget(self._sentence)
        column.addWidget(self._source)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._turn)
        row.addStretch(1)
        row.addWidget(self._as)
        for made in self._files:
            row.addWidget(made)
        column.addLayout(row)

    def show_chart(self, chart: "Chart") -> None:
        """Words and numbers at once, the picture as soon as there is time."""
        self.chart = chart
        drawn = bool(chart.panels)
        self._title.setText(chart.title)
        self._mark.setText(chart.mark.partition(":")[0] if chart.example else "")
        self._mark.setVisible(chart.example)
        self._sentence.setText(chart.sentence if drawn else "")
        self._source.setText(chart.source if drawn else "")
        self._empty.setText("" if drawn else chart.empty)
        self._describe(chart)
        if self._stack.currentWidget() is self.table:
            self._fill()
        self._turn.setVisible(drawn)
        for made in (self._as, *self._files):
            made.setVisible(drawn and self._may_leave)
        if not drawn:
            self._show(self._empty)
        elif self._stack.currentWidget() is self._empty:
            self._show(self._room)
        if drawn:
            self.picture.show_chart(chart)

    def _describe(self, chart: "Chart") -> None:
        told = f"{chart.title}. {chart.sentence}"
        for part in (self, self._room, self.picture):
            part.setAccessibleName(chart.name)
            part.setAccessibleDescription(told)

    def _turn_over(self) -> None:
        if self._stack.currentWidget() is self.table:
            self._show(self._room)
        else:
            self._fill()
            self._show(self.table)

    def _fill(self) -> None:
        """The table follows while it is in sight only: it takes as long as a small chart."""
        if self.chart is not None:
            self.table.show_numbers(self.chart.name, self.chart.header, self.chart.table, self.chart.names)

    def _show(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        self._turn.setText(self.tr("&Tekening") if part is self.table else self.tr("&Tabel"))

    def _save(self, kind: str) -> None:
        self._session.chart_wanted.emit(lambda: self.chart, kind)


class NumbersTable(QTableWidget):
    """The exact numbers of a chart, to read and to walk through by keys."""

    def __init__(self) -> None:
        super().__init__()
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self._fit()

    def show_numbers(self, name: str, header: Sequence[str], rows: Sequence[Sequence[str]], names: int) -> None:
        """The first `names` columns hold words, all others numbers."""
        self.setAccessibleName(name)
        self.horizontalHeader().setAccessibleName(name)
        self.setColumnCount(len(header))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels([*header])
        for at in range(len(header)):
            self.horizontalHeaderItem(at).setTextAlignment(_RIGHT if at >= names else _LEFT)
        for at, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(tooltip(text))
                if column >= names:
                    item.setTextAlignment(_RIGHT)
                self.setItem(at, column, item)
        for column in range(len(header)):
            kind = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(column, kind)
        self.horizontalHeader().setMinimumSectionSize(round(60 * theme.zoom()))

    def _fit(self) -> None:
        self.verticalHeader().setDefaultSectionSize(round(26 * theme.zoom()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
