"""Onderbouwing of one doorbraak: articles, what is weighed, who judged, what blocks, and how it went elsewhere."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.insight import names
from doorbraak.ui.household.grounds_articles import ArticlesBlock
from doorbraak.ui.household.grounds_barriers import BarriersBlock
from doorbraak.ui.household.grounds_earlier import EarlierBlock
from doorbraak.ui.household.grounds_perspectives import PerspectivesBlock
from doorbraak.ui.household.grounds_weighing import WeighingBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import heading, padded, quiet, tabs
from doorbraak.ui.widgets.choice_box import ChoiceBox

_LONGEST = 90  # letters of a doorbraak in own words that the choice shows


class GroundsPage(Page):
    tables = frozenset(
        {"household", "problem", "intervention", "legal_ground", "consideration", "perspective", "barrier"}
    )

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._which = ChoiceBox(self.tr("Welke doorbraak?"))
        self._which.currentIndexChanged.connect(lambda _: self._show_chosen())
        self._none = quiet(self.tr("Nog geen doorbraak. Zet hem eerst op de pagina Doorbraak."))
        self._articles, self._weighing = ArticlesBlock(self), WeighingBlock(self)
        self._perspectives, self._barriers = PerspectivesBlock(self), BarriersBlock(self)
        self._earlier = EarlierBlock(self)
        self._tabs = tabs(self.tr("Delen van de onderbouwing"))
        self._tabs.currentChanged.connect(lambda _: self._show_earlier())
        self._lay_out()

    def _lay_out(self) -> None:
        for part, title in (
            (self._articles, self.tr("&Artikelen")),
            (self._weighing, self.tr("&Overwegingen")),
            (self._perspectives, self.tr("&Perspectieven")),
            (self._barriers, self.tr("Be&lemmeringen")),
            (self._earlier, self.tr("&Eerdere gevallen")),
        ):
            self._tabs.addTab(padded(part), title)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(heading(self.tr("Waarom mag het, en waarom helpt het?"), self._which))
        top.addWidget(self._which, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._none)
        column.addWidget(self._tabs, 1)

    def take_focus(self) -> None:
        """Without an add line in sight that takes words: where the tab begins, or the tabs themselves."""
        if self._chosen() is None:
            self._tabs.setFocus()
        elif self._tabs.currentWidget() is self._weighing.parentWidget():
            self._weighing.table.setFocus()
        elif self._tabs.currentWidget() is self._earlier.parentWidget():
            self._earlier.table.setFocus()
        else:
            super().take_focus()

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        catalogue = self.session.catalogue
        self._which.blockSignals(True)  # all is shown once, below
        self._which.offer([(one.id, _short(names.intervention_name(one, catalogue))) for one in dossier.interventions])
        self._which.blockSignals(False)
        self._which.setEnabled(bool(dossier.interventions))
        self._none.setVisible(not dossier.interventions)
        self._show_chosen()
        self._show_earlier()

    def _chosen(self) -> Intervention | None:
        listed = self._dossier.interventions if self._dossier else ()
        return next((one for one in listed if one.id == self._which.value), None)

    def _show_chosen(self) -> None:
        if self._dossier is None:
            return
        chosen = self._chosen()
        for part in (self._articles, self._weighing, self._perspectives, self._barriers):
            part.show_intervention(chosen, self._dossier)

    def _show_earlier(self) -> None:
        """Other households are read when somebody looks, and not at each edit of this one."""
        if self._dossier is not None and self._tabs.currentWidget() is self._earlier.parentWidget():
            self._earlier.show_dossier(self._dossier)


def _short(name: str) -> str:
    line = " ".join(name.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"
