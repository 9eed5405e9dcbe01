"""Waarom dit getal: the lines under a figure, with formula, source, price year and grade. To read, select and copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from doorbraak.model.documents.reasons import Reason
from doorbraak.model.documents.result_table import Cell, Table
from doorbraak.ui import theme
from doorbraak.ui.household.costs_figures import WhyTable
from doorbraak.ui.widgets import within_screen
from doorbraak.ui.widgets.blocks import button, quiet
from doorbraak.ui.widgets.copying import Readable, copy


class WhyDialog(QDialog):
    """Shows one `Reason`. The text below follows the row that is chosen."""

    def __init__(self, reason: Reason, parent: QWidget) -> None:
        super().__init__(parent)
        self.reason = reason
        self.setWindowTitle(self.tr("Waarom dit getal?"))
        title = QLabel(reason.title)
        title.setTextFormat(Qt.TextFormat.PlainText)
        title.setProperty("letters", "heading")
        title.setWordWrap(True)
        figure = QLabel(reason.figure)
        figure.setProperty("letters", "figure")
        figure.setAccessibleName(reason.title)
        for label in (title, figure):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.table = WhyTable()
        self.story = Readable(self.tr("Alles over deze regel"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        for widget in (title, figure, quiet("\n".join(reason.sentences))):
            column.addWidget(widget)
        if reason.rows:
            self.table.show_table(_table_of(reason))
            self.table.currentCellChanged.connect(lambda row, *_: self._tell(row))
            column.addWidget(self.table, 3)
        if reason.stories or not reason.rows:
            column.addWidget(self.story, 2)
            self._tell(0)
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Alles &kopiëren"), lambda: copy(self.reason.text)))
        buttons.addStretch()
        buttons.addWidget(button(self.tr("&Sluiten"), self.accept))
        column.addLayout(buttons)
        zoom = theme.zoom()
        within_screen.begin(self, min(round(1120 * zoom), 1280), min(round(560 * zoom), 700))
        self.table.setFocus()

    def _tell(self, row: int) -> None:
        stories = self.reason.stories
        self.story.setPlainText(stories[row] if 0 <= row < len(stories) else self.reason.text if not stories else "")


def _table_of(reason: Reason) -> Table:
    rows = (*reason.rows, *((reason.total,) if reason.total else ()))
    return Table(
        reason.title,
        reason.header,
        tuple(tuple(Cell(text) for text in row) for row in rows),
        names=reason.names,
        total=bool(reason.total),
    )
