"""What a publication says in short, what is left out of it and why, table by table, and how it was counted."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from doorbraak.model.exchange.published import Publication, PublishedTable
from doorbraak.ui.widgets.blocks import heading, quiet, side_by_side
from doorbraak.ui.widgets.chart_view import NumbersTable
from doorbraak.ui.widgets.wrapped_label import WrappedLabel


class LeftOut(QWidget):
    """All tables with how many of their figures are shown; under them why, for the chosen one."""

    def __init__(self) -> None:
        super().__init__()
        self._tables: tuple[PublishedTable, ...] = ()
        self._said, self.table = quiet(), NumbersTable()
        self._title, self._why = QLabel(), WrappedLabel()
        self._title.setProperty("letters", "heading")
        for label in (self._title, self._why):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.table.currentCellChanged.connect(lambda row, *_: self._choose(row))
        why = QWidget()
        beside = QVBoxLayout(why)
        beside.setContentsMargins(0, 0, 12, 0)
        beside.addWidget(self._title)
        beside.addWidget(self._why, 1)
        scroll = QScrollArea()
        scroll.setWidget(why)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(heading(self.tr("Wat is weggelaten en waarom"), self.table))
        column.addWidget(self._said)
        column.addWidget(side_by_side(self, (self.table, 620), (scroll, 420)), 1)

    def show_publication(self, publication: Publication) -> None:
        self._tables = publication.tables
        known = sum(len(table.cells) for table in self._tables)
        shown = sum(len(table.shown) for table in self._tables)
        self._said.setText(
            self.tr(
                "Van %s vakjes staat er in %s een cijfer. De andere zijn verborgen of komen niet voor: aan het "
                "vakje is dat niet te zien. Kies een tabel om te lezen waarom."
            )
            % (_dotted(known), _dotted(shown))
        )
        rows = [(one.title, _dotted(len(one.cells)), one.shown_words) for one in self._tables]
        name = self.tr("Alle tabellen")
        self.table.show_numbers(name, (self.tr("Tabel"), self.tr("Vakjes"), self.tr("Getoond")), rows, 1)
        self.table.setCurrentCell(0, 0)
        self._choose(0)

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._tables):
            self._title.setText(self._tables[row].title)
            self._why.setText("\n\n".join(self._tables[row].why))


class Told(QScrollArea):
    """Headings with sentences under them, to read from top to bottom."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)

    def show_parts(self, parts: Iterable[tuple[str, Sequence[str]]]) -> None:
        inside = QWidget()
        inside.setMaximumWidth(820)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 12, 12)
        column.setSpacing(4)
        for title, sentences in parts:
            column.addWidget(heading(title))
            for sentence in sentences:
                words = WrappedLabel(sentence)
                words.setTextFormat(Qt.TextFormat.PlainText)
                column.addWidget(words)
            column.addSpacing(8)
        column.addStretch(1)
        self.setWidget(inside)


def _dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")
