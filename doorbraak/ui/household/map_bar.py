"""The bar above the map: search, now or after the plan, how large; and a line that says what goes on."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.wrapped_label import WrappedLabel

NOW, AFTER = "now", "after"


class _Search(QLineEdit):
    """Enter goes to the next that is found, Escape ends the search."""

    onward = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.onward.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class MapBar(QWidget):
    """Says what is wanted; the page does it."""

    searched = Signal(str)
    onward = Signal()
    turned = Signal()
    zoomed = Signal(int)
    fitted = Signal()
    explained = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._search = _Search()
        self._search.setAccessibleName(self.tr("Zoek op de kaart"))
        self._search.setPlaceholderText(self.tr("Zoek op de kaart"))
        self._search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._search.textChanged.connect(self.searched)
        self._search.onward.connect(self.onward)
        titles = {NOW: self.tr("&Nu"), AFTER: self.tr("Na de d&oorbraak")}
        self._turn = FilterBar(self.tr("Nu of na de doorbraak"), titles, self)
        self._turn.chosen.connect(lambda _: self.turned.emit())
        smaller, larger = (button(sign, lambda by=by: self.zoomed.emit(by)) for sign, by in (("−", -1), ("+", 1)))
        smaller.setAccessibleName(self.tr("Kaart kleiner"))
        larger.setAccessibleName(self.tr("Kaart groter"))
        fit = button(self.tr("Hele k&aart"), self.fitted.emit)
        fit.setAccessibleName(self.tr("Hele kaart in beeld"))
        self.legend = QPushButton(self.tr("Uit&leg"))
        self.legend.setCheckable(True)
        self.legend.setAccessibleName(self.tr("Uitleg van de tekens en lijnen"))
        self.legend.toggled.connect(self.explained)
        for made in (smaller, larger, fit, self.legend):
            made.setToolTip(made.accessibleName())
        self._line = WrappedLabel()  # what one has to see within five seconds
        self._line.setTextFormat(Qt.TextFormat.PlainText)
        self._line.setProperty("letters", "heading")
        self._line.setAccessibleName(self.tr("Stand van de kaart"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._search, 1)
        row.addWidget(self._turn)
        for made in (smaller, larger, fit, self.legend):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self._line)

    @property
    def after(self) -> bool:
        return self._turn.key == AFTER

    def turn(self) -> None:
        """To the other one."""
        self._turn.choose(NOW if self.after else AFTER)

    def begin(self) -> None:
        """Another household opens as it is now. Says nothing: it is about to be shown."""
        with QSignalBlocker(self._turn):
            self._turn.choose(NOW)

    @property
    def searching(self) -> str:
        return self._search.text()

    def say(self, sentence: str) -> None:
        if sentence != self._line.text():
            self._line.setText(sentence)
