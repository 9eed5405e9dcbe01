"""Onderbouwing of one doorbraak: articles, the form, values, four sides, what blocks, earlier cases, what lacks."""

from typing import cast

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.model.dossier import local_mandates
from doorbraak.model.dossier.considerations import Part
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.insight.missing_parts import Missing, missing
from doorbraak.ui.doorbraak_choice import DoorbraakChoice
from doorbraak.ui.household.grounds_articles import ArticlesBlock
from doorbraak.ui.household.grounds_barriers import BarriersBlock
from doorbraak.ui.household.grounds_earlier import EarlierBlock
from doorbraak.ui.household.grounds_missing import MissingStrip
from doorbraak.ui.household.grounds_perspectives import PerspectivesBlock
from doorbraak.ui.household.grounds_values import ValuesBlock
from doorbraak.ui.household.grounds_weighing import PARTS, WeighingBlock
from doorbraak.ui.page import Page
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import heading, padded, quiet, tabs


class GroundsPage(Page):
    tables = frozenset(
        {
            "household", "person", "goal", "own_words", "problem", "agency", "letter", "task", "measurement",
            "intervention", "intervention_problem", "intervention_goal", "intervention_agency", "step",
            "legal_ground", "consideration", "perspective", "barrier", "comparison", "threatening_event", "cost_line",
            "local_mandate",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._which = DoorbraakChoice(session, self.tr("Welke doorbraak?"))
        self._which.currentIndexChanged.connect(lambda _: self._show_chosen())
        self._none = quiet(self.tr("Nog geen doorbraak. Zet hem eerst op het blad Doorbraak."))
        self._complete = quiet(self.tr("Er ontbreekt niets."))
        self._articles, self._weighing = ArticlesBlock(self), WeighingBlock(self)
        self._values, self._perspectives = ValuesBlock(self), PerspectivesBlock(self)
        self._barriers, self._earlier = BarriersBlock(self), EarlierBlock(self)
        self._missing = MissingStrip(self)
        self._missing.opened.connect(lambda is_open: self._tabs.setHidden(is_open))
        self._missing.wanted.connect(lambda one: session.missing_wanted.emit(self._which.value, one))
        self._tabs = tabs(self.tr("Delen van de onderbouwing"))
        self._tabs.currentChanged.connect(lambda _: self._turned())
        self._lay_out()

    def _lay_out(self) -> None:
        for part, title in (
            (self._articles, self.tr("&Artikelen")),
            (self._weighing, self.tr("A&fweging")),
            (self._values, self.tr("Waa&rden")),
            (self._perspectives, self.tr("&Perspectieven")),
            (self._barriers, self.tr("Be&lemmeringen")),
            (self._earlier, self.tr("&Eerdere gevallen")),
        ):
            self._tabs.addTab(padded(part), title)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(heading(self.tr("Waarom mag het, en waarom helpt het?"), self._which))
        top.addWidget(self._which, 1)
        top.addWidget(self._missing.fold)
        top.addWidget(self._complete)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self._none)
        column.addWidget(self._missing, 1)
        column.addWidget(self._tabs, 1)

    def take_focus(self) -> None:
        """Without an add line in sight that takes words: where the tab begins, or the tabs themselves."""
        self._missing.close_list()
        shown = self._tabs.currentWidget()
        if self._chosen() is None:
            self._tabs.setFocus()
        elif shown is self._weighing.parentWidget():
            self._weighing.go_to(PARTS[0])
        elif shown is self._values.parentWidget():
            self._values.go_to("legitimacy")
        elif shown is self._perspectives.parentWidget():
            self._perspectives.table.setFocus()
        elif shown is self._earlier.parentWidget():
            self._earlier.table.setFocus()
        else:
            super().take_focus()

    def _turned(self) -> None:
        """Another tab: typing begins there at once, unless somebody walks through the tabs by arrow keys."""
        self._show_earlier()
        if self.isVisible() and not self._tabs.tabBar().hasFocus():
            self.take_focus()

    def part(self) -> tuple[int, ...]:
        """The tab, and about which doorbraak."""
        return (self._tabs.currentIndex(), self._which.value or 0)

    def back_to_part(self, part: tuple[int, ...]) -> None:
        if len(part) == 2:
            self._tabs.setCurrentIndex(part[0])
            self._which.choose(part[1])

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._which.show_doorbraken(dossier)
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
        for part in (self._articles, self._weighing, self._values, self._perspectives, self._barriers):
            part.show_intervention(chosen, self._dossier)
        self._show_missing(chosen, self._dossier)
        if self._tabs.currentWidget() is self._earlier.parentWidget():
            self._earlier.show_intervention(chosen)

    def _show_missing(self, chosen: Intervention | None, dossier: Dossier) -> None:
        mandates = local_mandates.all_of(self.session.store)
        left = missing(dossier, chosen.id, self.session.catalogue, mandates) if chosen else ()
        self._missing.show_missing(left)
        self._complete.setVisible(chosen is not None and not left)

    def _show_earlier(self) -> None:
        """Other households are read when somebody looks, and not at each edit of this one."""
        if self._dossier is not None and self._tabs.currentWidget() is self._earlier.parentWidget():
            self._earlier.show_dossier(self._dossier, self._chosen())

    def go_to(self, one: Missing) -> None:
        """The tab and the field where it is filled in."""
        self._missing.close_list()
        match one.table:
            case "legal_ground":
                self._open(self._articles)
                self._articles.table.select(one.row)
                if one.row:
                    self._articles.table.setFocus()
                else:
                    self.take_focus()
            case "consideration":
                self._go_to_part(cast(Part, one.part))
            case "perspective":
                self._open(self._perspectives)
                self._perspectives.go_to(one.part, one.row)
            case "barrier":
                self._open(self._barriers)
                self._barriers.table.select(one.row)
                self._barriers.table.setFocus()
            case "comparison":
                self._open(self._earlier)
                self._earlier.take_focus()

    def _go_to_part(self, part: Part) -> None:
        if part in PARTS:
            self._open(self._weighing)
            self._weighing.go_to(part)
        elif part == "weighing":
            self._open(self._perspectives)
            self._perspectives.go_to(part)
        else:
            self._open(self._values)
            self._values.go_to(part)

    def _open(self, part: QWidget) -> None:
        self._tabs.setCurrentWidget(part.parentWidget())
