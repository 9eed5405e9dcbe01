"""What stands above every page: which household, what is special about it, and its figures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier.household import Household
from doorbraak.model.handover.on_the_way import Given
from doorbraak.model.insight import names
from doorbraak.model.insight.figures import Figures
from doorbraak.ui import theme
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.short_label import ShortLabel

_NARROW = 620  # pixels, at letters of the usual size: here the figures stand closer


class HouseholdTop(QWidget):
    """`figure` gives the text of one: "agencies", "problems", "contacts" or "yearly"."""

    name_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # large letters push nothing
        self._name, self._mark = ShortLabel(sample="Huishouden 999", wraps=True), QLabel()
        self._no_paper = QLabel(self.tr("Niet op papier"))
        self._way = QLabel(self.tr("Onderweg"))
        self._give_name = button(self.tr("Naam geven…"), self.name_wanted.emit)
        self._figures: dict[str, tuple[QWidget, QLabel]] = {}
        self._lines: list[QVBoxLayout] = []
        self._alone, self._risk, self._nameless = True, False, False
        self._row, self._naming = QHBoxLayout(self), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def _lay_out(self) -> None:
        self._name.setProperty("letters", "name")
        self._mark.setObjectName("mark")
        self._no_paper.setObjectName("mark")
        self._no_paper.setToolTip(self.tr("Laat van dit huishouden niets op papier achter."))
        self._way.setObjectName("mark")
        self._way.hide()
        self._give_name.setToolTip(self.tr("Een naam hoeft niet. Met Ctrl+R kan het ook later."))
        self._naming.setSpacing(4)
        self._naming.addWidget(self._name)
        self._naming.addWidget(self._give_name, 0, Qt.AlignmentFlag.AlignLeft)
        self._naming.addStretch()
        self._row.addLayout(self._naming, 1)
        self._offer_name(False)
        marks = QVBoxLayout()
        marks.setSpacing(0)
        marks.addWidget(self._mark)
        marks.addWidget(self._no_paper)
        marks.addWidget(self._way)
        self._row.addLayout(marks)
        for key, title in (
            ("agencies", self.tr("instanties")),
            ("problems", self.tr("problemen")),
            ("contacts", self.tr("contacten per maand")),
            ("yearly", self.tr("publiek geld per jaar")),
        ):
            self._row.addWidget(self._figure(key, title))
        self._fit()

    def _offer_name(self, offered: bool) -> None:
        """Beside the number, where the name will stand: that takes all the room once it is there."""
        self._give_name.setVisible(offered)
        self._naming.setStretch(0, int(not offered))
        self._naming.setStretch(2, int(offered))

    def _figure(self, key: str, title: str) -> QWidget:
        holder, figure = QWidget(), QLabel()
        figure.setAccessibleName(title)
        figure.setProperty("letters", "name")
        under = ShortLabel(title, least=30)
        under.setProperty("quiet", True)
        column = QVBoxLayout(holder)
        column.setSpacing(0)
        column.addWidget(figure)
        column.addWidget(under)
        self._lines.append(column)
        self._figures[key] = (holder, figure)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < _NARROW * theme.zoom()
        beside = 8 if narrow else 16
        if self._row.spacing() != beside:
            way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
            self._naming.setDirection(way)
            self._row.setSpacing(beside)
            self._row.setContentsMargins(beside, 8, beside, 8)
            for line in self._lines:
                line.setContentsMargins(beside // 2 - 4, 0, beside // 2 - 4, 0)

    def figure(self, key: str) -> str:
        return self._figures[key][1].text()

    def name(self) -> str:
        return self._name.text()

    def mark(self) -> str:
        return self._mark.text()

    def show_costs(self, shown: bool) -> None:
        """Not when a family looks along; nor that paper is not safe there, which one of them may have told."""
        self._alone = shown
        self._no_paper.setVisible(shown and self._risk)
        self._offer_name(shown and self._nameless)
        self._figures["yearly"][0].setVisible(shown and not self._figures["agencies"][0].isHidden())

    def _show_way(self, way: Given | None) -> None:
        self._way.setVisible(way is not None)
        if way is not None:
            said = (
                self.tr("Onderweg naar %s. Wijzig het tot die tijd niet. Het antwoord typ je bij Overdragen.")
                % way.label
            )
            self._way.setToolTip(said)
            self._way.setAccessibleName(said)

    def show_title(self, title: str, mark: str) -> None:
        """Of the workspace: there are no figures."""
        self._name.setText(title)
        self._mark.setText(mark)
        self._risk = self._nameless = False
        self._no_paper.hide()
        self._way.hide()
        self._offer_name(False)
        for holder, _ in self._figures.values():
            holder.hide()

    def show_household(self, shown: Household, figures: Figures, way: Given | None = None) -> None:
        """`way`: of a dossier for which a colleague has a file."""
        self._show_way(way)
        self._name.setText(names.household_name(shown))
        self._mark.setText(self.tr("VOORBEELD") if shown.example else "")
        self._risk, self._nameless = shown.no_paper, not shown.name
        self._offer_name(self._alone and self._nameless)
        self._no_paper.setVisible(self._alone and self._risk)
        for key, text in (
            ("agencies", str(figures.agencies)),
            ("problems", str(figures.problems)),
            ("contacts", names.contacts(figures.contacts_e2)),
            ("yearly", money.whole(figures.yearly.public)),
        ):
            holder, figure = self._figures[key]
            figure.setText(text)
            holder.setVisible(key != "yearly" or self._alone)
