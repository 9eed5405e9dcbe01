"""What is stuck and who is around it: problems at the left, agencies at the right, more of the chosen one below."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.missing_parts import Missing
from doorbraak.ui.household.problems_agencies import AgenciesBlock
from doorbraak.ui.household.problems_details import AgencyDetails, ProblemDetails
from doorbraak.ui.household.problems_stuck import StuckBlock
from doorbraak.ui.household.problems_workers import WorkersBlock
from doorbraak.ui.page import Page
from doorbraak.ui.selection import follows
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import padded, side_by_side, tabs

_PROBLEM, _AGENCY, _WORKERS = range(3)  # the tabs below


class ProblemsPage(Page):
    tables = frozenset(
        {
            "household", "person", "problem", "problem_person", "problem_waits_for", "agency", "agency_problem",
            "agency_person", "worker",
        }
    )  # fmt: skip

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._dossier: Dossier | None = None
        self._reading = False
        self._stuck, self._around = StuckBlock(self), AgenciesBlock(self)
        self._problem, self._agency, self._workers = ProblemDetails(self), AgencyDetails(self), WorkersBlock(self)
        self._below = tabs(self.tr("Meer over wat gekozen is"))
        self._lay_out()
        for table, tab in ((self._stuck.table, _PROBLEM), (self._around.table, _AGENCY)):
            table.current.connect(lambda _, tab=tab: self._chosen(tab))
            table.focused.connect(lambda tab=tab: self._turn_to(tab))
        self._follow = (
            follows(self._stuck.table, "problem", session.selection),
            follows(self._around.table, "agency", session.selection),
        )

    def _lay_out(self) -> None:
        both = side_by_side(self, (self._stuck, 580), (self._around, 560))
        self._below.addTab(padded(self._problem, low=True), self.tr("Het &probleem"))
        self._below.addTab(padded(self._agency, low=True), self.tr("De &instantie"))
        self._below.addTab(padded(self._workers, low=True), self.tr("&Medewerkers"))
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(both, 1)
        column.addWidget(self._below)

    def go_to(self, one: Missing) -> None:
        """Who can solve it is what may be missing here."""
        self._stuck.table.go_to(one.row, "owner")

    def refresh(self, dossier: Dossier) -> None:
        other = self._dossier is None or self._dossier.household.id != dossier.household.id
        self._dossier, self._reading = dossier, True
        self._stuck.show_dossier(dossier)
        self._around.show_dossier(dossier)
        if other:
            self._stuck.table.select_first()
            self._around.table.select_first()
            for follow in self._follow:
                follow()
        self._reading = False
        if other:
            self._below.setCurrentIndex(_PROBLEM)
        self._show_chosen()

    def _chosen(self, tab: int) -> None:
        if not self._reading:
            self._turn_to(tab)
            self._show_chosen()

    def _turn_to(self, tab: int) -> None:
        """Below is what was chosen last; who reads workers goes on reading those of the next agency."""
        if not (tab == _AGENCY and self._below.currentIndex() == _WORKERS):
            self._below.setCurrentIndex(tab)

    def _show_chosen(self) -> None:
        if self._dossier is None:
            return
        problem: Any = self._stuck.table.record()
        agency: Any = self._around.table.record()
        self._problem.show_problem(problem, self._dossier)
        self._agency.show_agency(agency, self._dossier)
        self._workers.show_agency(agency, self._dossier)
