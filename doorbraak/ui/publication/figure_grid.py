"""The table of a view: every figure as it is shown, with its band and of how many households it is under it."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

from doorbraak.model.exchange import published_words
from doorbraak.model.exchange.published_view import Figure, Unit, View
from doorbraak.ui import theme

_MANY = 3  # columns with bands, which are broken over more lines then
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FigureGrid(QTableWidget):
    """As high as its rows: the page scrolls. What is hidden stands in the quiet colour."""

    def __init__(self) -> None:
        super().__init__()
        self._view: View | None = None
        self.setItemDelegate(_Airy(self))
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizeAdjustPolicy(QAbstractScrollArea.SizeAdjustPolicy.AdjustIgnored)
        self.horizontalHeader().setDefaultAlignment(_RIGHT)
        self.horizontalHeader().sectionResized.connect(lambda *_: self._fit())

    def show_view(self, view: View) -> None:
        self._view = view
        self.setAccessibleName(view.title)
        self.horizontalHeader().setAccessibleName(view.title)
        self.setColumnCount(1 + len(view.columns))
        self.setRowCount(len(view.rows))
        self.setHorizontalHeaderLabels([view.row_title, *(heads(view))])
        first = self.horizontalHeaderItem(0)
        if first is not None:
            first.setTextAlignment(_LEFT)
        for at, row in enumerate(view.rows):
            self.setItem(at, 0, self._item(row.label, strong=row.strong))
            for column, text in enumerate(said_in(view, at), 1):
                item = self._item(text, strong=row.strong)
                item.setTextAlignment(_RIGHT)
                if row.figures[column - 1].status != "shown":
                    item.setForeground(QColor(theme.current().quiet))
                self.setItem(at, column, item)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(round(90 * theme.zoom()))
        for column in range(self.columnCount()):
            kind = QHeaderView.ResizeMode.ResizeToContents if column else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(column, kind)
        self._fit()

    def _item(self, text: str, *, strong: bool) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(_LEFT)
        if strong:
            font = self.font()
            font.setBold(True)
            item.setFont(font)
        return item

    def _fit(self) -> None:
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(at) for at in range(self.rowCount()))
        bar = self.horizontalScrollBar()
        below = bar.sizeHint().height() if bar.maximum() else 0
        self.setFixedHeight(self.horizontalHeader().height() + rows + 2 * self.frameWidth() + below)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self._view is not None:
            self.show_view(self._view)

    def sizeHint(self) -> QSize:
        return QSize(400, self.minimumHeight())


class _Airy(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        asked = super().sizeHint(option, index)
        return QSize(asked.width() + 10, asked.height() + 8)


def heads(view: View) -> list[str]:
    """On more lines where the unit is said too, and where there are many."""
    made = [published_words.headed(one.title, one.unit).replace(" (", "\n(") for one in view.columns]
    return [head.replace(", ", ",\n") for head in made] if len(made) >= _MANY else made


def said_in(view: View, row: int) -> list[str]:
    """Each figure of a row with what belongs under it."""
    figures = view.rows[row].figures
    banded = [any(one.figures[at].low is not None for one in view.rows) for at in range(len(figures))]
    said = [
        "\n".join(_lines(figure, column.unit, view.of)) for figure, column in zip(figures, view.columns, strict=True)
    ]
    return [text.replace(" tot ", " tot\n") for text in said] if sum(banded) >= _MANY else said


def _lines(figure: Figure, unit: Unit, of: Unit) -> list[str]:
    below = published_words.band(figure, unit), published_words.of_how_many(figure, of), published_words.stand(figure)
    return [published_words.said(figure, unit), *filter(None, below)]


def as_text(view: View, period: str, mark: str) -> str:
    """For a spreadsheet or a letter: fields with tabs between them, and what it is above them."""
    lines = [f"{view.title}. Publicatie {period}. {mark}", "\t".join((view.row_title, *_flat(heads(view))))]
    for at, row in enumerate(view.rows):
        lines.append("\t".join((row.label, *_flat(said_in(view, at)))))
    return "\n".join(lines)


def _flat(texts: list[str]) -> list[str]:
    """On one line again."""
    return [
        text.replace(",\n", ", ").replace(" tot\n", " tot ").replace("\n(", " (").replace("\n", ", ") for text in texts
    ]
