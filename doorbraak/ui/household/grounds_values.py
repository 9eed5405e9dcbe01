"""The waardendriehoek: three values, each with its facts now, threatening and with the plan, and a field of own words.

There is no score: who decides, weighs.
"""

from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from doorbraak.model.dossier.considerations import Part
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.value_triangle import VALUES, Fact, Value, value_triangle
from doorbraak.ui.household.grounds_part import PartText, written_of
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.blocks import heading, quiet
from doorbraak.ui.widgets.figure_table import FigureTable, Heading

_SHARES = (27, 29, 17, 27)  # of a hundred parts of the width: however large the letters, no column is out of sight
_AIR = 8  # pixels above and below the words of a row together


class ValuesBlock(QScrollArea):
    """The values of the doorbraak that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._shown: tuple[Intervention | None, Dossier] | None = None
        self.fields: dict[Part, PartText] = {value: PartText(page, value) for value in VALUES}
        self.facts: dict[Value, _Facts] = {}
        self._about = quiet()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(4)
        column.addWidget(self._about)
        for value in VALUES:
            name = choice_names.PARTS[value]
            self.facts[value] = _Facts(self._page, self.tr("%s: de feiten") % name)
            column.addWidget(heading(name, self.fields[value]))
            column.addWidget(self.facts[value])
            column.addWidget(self.fields[value])
            column.addSpacing(8)
        column.addStretch()
        self.setWidget(inside)

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        """The facts are worked out when they are in sight: the band of the saving takes longest."""
        self._shown = chosen, dossier
        written = written_of(chosen, dossier)
        for field in self.fields.values():
            field.show_part(chosen, written)
        self._about.setText(
            self.tr("Feiten uit het dossier, zonder cijfer voor het geheel. Schrijf eronder wat ze hier betekenen.")
            if chosen
            else self.tr("Kies eerst een doorbraak. Dan zie je hier de feiten.")
        )
        if self.isVisible():
            self._show_facts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_facts()

    def go_to(self, part: Part) -> None:
        """The field of this value, in sight and in focus."""
        field = self.fields.get(part, self.fields[VALUES[0]])
        self.ensureWidgetVisible(field)
        field.setFocus()

    def _show_facts(self) -> None:
        if self._shown is None:
            return
        (chosen, dossier), session = self._shown, self._page.session
        found: dict[Value, tuple[Fact, ...]] = {}
        if chosen is not None:
            saving = session.saving(dossier.household.id)
            found = value_triangle(dossier, chosen, session.catalogue, saving, date.today())
        for value, facts in self.facts.items():
            facts.show_facts(found.get(value, ()))


class _Wrapped(QStyledItemDelegate):
    """Words on as many lines as they need, with a little air."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        asked = super().sizeHint(option, index)
        return QSize(asked.width(), asked.height() + _AIR)


class _Facts(FigureTable):
    """All rows in sight, and no words cut off: the page scrolls, not the table."""

    def __init__(self, page: Page, title: str) -> None:
        tr = page.tr
        headings = (
            Heading(tr("Feit"), "words"),
            Heading(tr("Nu"), "words"),
            Heading(tr("Dreigt"), "words"),
            Heading(tr("Met het plan"), "words"),
        )
        super().__init__(page.session, "", title, headings, page)
        self.setSortingEnabled(False)  # the order is that of the reasoning
        self.setItemDelegate(_Wrapped(self))
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        self.show_rows((fact.what, fact.now, fact.threatens, fact.plan) for fact in facts)
        self._fit()

    def _fit(self) -> None:
        super()._fit()
        for at, share in enumerate(_SHARES):
            self.setColumnWidth(at, self.viewport().width() * share // 100)
        self.resizeRowsToContents()
        needed = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        if needed != self.height():
            self.setFixedHeight(needed)
