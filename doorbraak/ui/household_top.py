"""What stands above every page: which household, what is special about it, and its figures."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from doorbraak.model import money
from doorbraak.model.dossier.household import Household
from doorbraak.model.insight import names
from doorbraak.model.insight.figures import Figures
from doorbraak.ui import theme
from doorbraak.ui.widgets.short_label import ShortLabel

_NARROW = 620  # pixels, at letters of the usual size: here the figures stand closer


class HouseholdTop(QWidget):
    """`figure` gives the text of one: "agencies", "problems", "contacts" or "yearly"."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("top")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # large letters push nothing
        self._name, self._mark = ShortLabel(sample="Huishouden 999"), QLabel()
        self._no_paper = QLabel(self.tr("Niet op papier"))
        self._figures: dict[str, tuple[QWidget, QLabel]] = {}
        self._lines: list[QVBoxLayout] = []
        self._alone, self._risk = True, False
        self._row = QHBoxLayout(self)
        self._lay_out()

    def _lay_out(self) -> None:
        self._name.setProperty("letters", "name")
        self._mark.setObjectName("mark")
        self._no_paper.setObjectName("mark")
        self._no_paper.setToolTip(self.tr("Laat van dit huishouden niets op papier achter."))
        self._row.addWidget(self._name, 1)
        marks = QVBoxLayout()
        marks.setSpacing(0)
        marks.addWidget(self._mark)
        marks.addWidget(self._no_paper)
        self._row.addLayout(marks)
        for key, title in (
            ("agencies", self.tr("instanties")),
            ("problems", self.tr("problemen")),
            ("contacts", self.tr("contacten per maand")),
            ("yearly", self.tr("publiek geld per jaar")),
        ):
            self._row.addWidget(self._figure(key, title))
        self._fit()

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
        self._figures["yearly"][0].setVisible(shown and not self._figures["agencies"][0].isHidden())

    def show_title(self, title: str, mark: str) -> None:
        """Of the workspace: there are no figures."""
        self._name.setText(title)
        self._mark.setText(mark)
        self._risk = False
        self._no_paper.hide()
        for holder, _ in self._figures.values():
            holder.hide()

    def show_household(self, shown: Household, figures: Figures) -> None:
        self._name.setText(names.household_name(shown))
        self._mark.setText(self.tr("VOORBEELD") if shown.example else "")
        self._risk = shown.no_paper
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
