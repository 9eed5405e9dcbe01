"""More of the chosen problem and of the chosen agency: one row below the tables, and what they are linked to."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from doorbraak.model.dossier import agencies, problems
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import names
from doorbraak.model.workspace.store import Store
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import choices, columns
from doorbraak.ui.widgets.blocks import button
from doorbraak.ui.widgets.low_table import LowTable
from doorbraak.ui.widgets.pick_many import pick
from doorbraak.ui.widgets.record_model import Column

Options = list[tuple[int, str]]


class _Details(QWidget):
    """One row of the chosen record, with buttons that link it to others."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None

    def _lay_out(self, row: LowTable, *buttons: QWidget) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        for each in buttons:
            line.addWidget(each)
        line.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(row)
        column.addLayout(line)

    def _people(self) -> Options:
        catalogue = self._page.session.catalogue
        return [(p.id, names.person_name(p, catalogue)) for p in self._dossier.people] if self._dossier else []

    def _problems(self) -> Options:
        catalogue = self._page.session.catalogue
        return [(p.id, names.problem_name(p, catalogue)) for p in self._dossier.problems] if self._dossier else []


class ProblemDetails(_Details):
    """Its life domain, who takes the lead, what it waits for, for whom it is, when it was solved."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._problem: Problem | None = None
        self.row = LowTable(page.session, "problem", self.tr("Dit probleem"), self._columns(), self)
        self.waits = button(self.tr("Wa&cht op…"), self._link_waits)
        self.for_whom = button(self.tr("&Voor wie?"), self._link_people)
        self._lay_out(self.row, self.waits, self.for_whom)

    def _columns(self) -> list[Column]:
        page, catalogue = self._page, self._page.session.catalogue
        return [
            Column("name", self.tr("Dit probleem"), lambda p: names.problem_name(p, catalogue)),
            Column(
                "life_domain",
                self.tr("Leefgebied"),
                lambda p: names.life_domain_name(p.life_domain, catalogue),
                page.writes(self.tr("Leefgebied wijzigen"), problems.set_life_domain),
                choices=lambda: choices.life_domains(catalogue),
                start=lambda p: p.life_domain,
                width=140,
            ),
            columns.text(
                page,
                "lead",
                self.tr("Wie trekt dit"),
                self.tr("Wie trekt dit wijzigen"),
                problems.set_lead,
                width=150,
                hint=self.tr("Eén naam: wie is in de lead?"),
            ),
            Column("waits_for", self.tr("Wacht op"), lambda p: _called(self._problems(), p.waits_for)),
            Column("people", self.tr("Voor wie"), lambda p: _called(self._people(), p.people)),
            columns.day(
                page, "solved_on", self.tr("Opgelost op"), self.tr("Opgelost op wijzigen"), problems.set_solved_on,
                width=104,
            ),
        ]  # fmt: skip

    def show_problem(self, problem: Problem | None, dossier: Dossier) -> None:
        self._problem, self._dossier = problem, dossier
        self.row.show_record(problem)
        self.waits.setEnabled(problem is not None and len(dossier.problems) > 1)
        self.for_whom.setEnabled(problem is not None and bool(dossier.people))

    def _link_waits(self) -> None:
        problem = self._problem
        if problem is None:
            return
        others = [option for option in self._problems() if option[0] != problem.id]
        question = self.tr("Waar &wacht dit probleem op?")
        chosen = pick(self.tr("Wacht op"), self._name(problem), question, others, problem.waits_for, self)
        if chosen is not None:
            self._page.attempt(self.tr("Wacht op wijzigen"), problems.set_waits_for, problem.id, chosen)

    def _link_people(self) -> None:
        problem = self._problem
        if problem is None:
            return
        question = self.tr("&Voor welke mensen is dit?")
        chosen = pick(self.tr("Mensen"), self._name(problem), question, self._people(), problem.people, self)
        if chosen is not None:
            self._page.attempt(self.tr("Mensen koppelen"), problems.set_people, problem.id, chosen)

    def _name(self, problem: Problem) -> str:
        return names.problem_name(problem, self._page.session.catalogue)


class AgencyDetails(_Details):
    """Law and payer, what it claims, when it ends, with which it merges, for what and whom it is there."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._agency: Agency | None = None
        self.row = LowTable(page.session, "agency", self.tr("Deze instantie"), self._columns(), self)
        self.for_what = button(self.tr("Voor we&lke problemen?"), self._link_problems)
        self.for_whom = button(self.tr("V&oor welke mensen?"), self._link_people)
        self._lay_out(self.row, self.for_what, self.for_whom)

    def _columns(self) -> list[Column]:
        page, catalogue = self._page, self._page.session.catalogue
        return [
            Column("name", self.tr("Deze instantie"), lambda a: names.agency_name(a, catalogue), width=146),
            choices.law_column(catalogue, page.writes(self.tr("Wet wijzigen"), agencies.set_law), 78),
            choices.payer_column(catalogue, page.writes(self.tr("Betaler wijzigen"), agencies.set_payer), 100),
            columns.amount(
                page,
                "claim_cents",
                self.tr("Vordert"),
                self.tr("Vordering wijzigen"),
                agencies.set_claim,
                width=92,
                hint=self.tr("Wat deze instantie nog van het huishouden wil hebben"),
            ),
            columns.text(
                page,
                "ends_when",
                self.tr("Stopt als"),
                self.tr("Stopt als wijzigen"),
                agencies.set_ends_when,
                hint=self.tr("Wanneer is deze instantie niet meer nodig?"),
            ),
            columns.day(
                page, "ended_on", self.tr("Gestopt op"), self.tr("Gestopt op wijzigen"), agencies.set_ended_on,
                width=96,
            ),
            columns.one_of(
                page,
                "merges_into",
                self.tr("Samen met"),
                self.tr("Samenvoegen wijzigen"),
                _merge,
                self._others,
                nobody=self.tr("Met geen"),
                width=128,
                hint=self.tr("Met welke instantie gaat deze samen?"),
            ),
            Column("problems", self.tr("Voor problemen"), lambda a: _called(self._problems(), a.problems)),
            Column("people", self.tr("Voor mensen"), lambda a: _called(self._people(), a.people)),
        ]  # fmt: skip

    def show_agency(self, agency: Agency | None, dossier: Dossier) -> None:
        self._agency, self._dossier = agency, dossier
        self.row.show_record(agency)
        self.for_what.setEnabled(agency is not None and bool(dossier.problems))
        self.for_whom.setEnabled(agency is not None and bool(dossier.people))

    def _others(self) -> Options:
        here, catalogue = self._agency.id if self._agency else 0, self._page.session.catalogue
        listed = self._dossier.agencies if self._dossier else ()
        return [(a.id, names.agency_name(a, catalogue)) for a in listed if a.id != here]

    def _link_problems(self) -> None:
        agency = self._agency
        if agency is None:
            return
        question = self.tr("&Voor welke problemen is deze instantie er?")
        chosen = pick(self.tr("Problemen"), self._name(agency), question, self._problems(), agency.problems, self)
        if chosen is not None:
            self._page.attempt(self.tr("Problemen koppelen"), agencies.set_problems, agency.id, chosen)

    def _link_people(self) -> None:
        agency = self._agency
        if agency is None:
            return
        question = self.tr("&Voor welke mensen is dit?")
        chosen = pick(self.tr("Mensen"), self._name(agency), question, self._people(), agency.people, self)
        if chosen is not None:
            self._page.attempt(self.tr("Mensen koppelen"), agencies.set_people, agency.id, chosen)

    def _name(self, agency: Agency) -> str:
        return names.agency_name(agency, self._page.session.catalogue)


def _merge(store: Store, agency: int, other: int | None) -> None:
    """With another one, or with none after all."""
    if other is None:
        agencies.set_future(store, agency, "")
    else:
        agencies.merge_into(store, agency, other)


def _called(options: Options, wanted: Iterable[int]) -> str:
    called = dict(options)
    return ", ".join(called[id_] for id_ in wanted if id_ in called)
