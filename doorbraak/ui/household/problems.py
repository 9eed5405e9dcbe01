"""What is stuck and who is around it: problems at the left, agencies at the right."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from doorbraak.model.catalogue import Hit
from doorbraak.model.dossier import agencies, problems
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import OWNERS, Problem
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.page import Page, register
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import choices
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.numbers import typed_number
from doorbraak.ui.widgets.pick_many import PickMany
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.type_ahead import TypeAhead

OWN_DOMAIN = "dagelijks"  # until the professional chooses one in the table


@register(20, "Problemen en instanties")
class ProblemsPage(Page):
    tables = frozenset(
        {"household", "person", "problem", "problem_person", "agency", "agency_problem", "agency_person"}
    )

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._dossier: Dossier | None = None
        self._problem = TypeAhead(session, self.tr("Probleem toevoegen: typ drie letters"), "add:problem", ("problem",))
        self._problem.picked.connect(self._add_problem)
        self._problem.own_words.connect(self._add_own_problem)
        self._agency = TypeAhead(session, self.tr("Instantie toevoegen: typ drie letters"), "add:agency", ("agency",))
        self._agency.picked.connect(self._add_agency)
        self._agency.own_words.connect(self._add_own_agency)
        self._problems = RecordTable(session, "problem", self.tr("Problemen"), self._problem_columns(), self)
        self._problems.removal.connect(self.removes(self.tr("Probleem weghalen"), problems.remove))
        self._agencies = RecordTable(session, "agency", self.tr("Instanties"), self._agency_columns(), self)
        self._agencies.removal.connect(self.removes(self.tr("Instantie weghalen"), agencies.remove))
        self._no_problems = quiet(self.tr("Nog geen problemen. Typ een paar letters en kies met Enter."))
        self._no_agencies = quiet(self.tr("Nog geen instanties. Wie komt er allemaal langs of schrijft brieven?"))
        self._lay_out()

    def _lay_out(self) -> None:
        self._for_whom = button(self.tr("&Voor wie?"), self._link_people)
        self._for_what = button(self.tr("Voor welke &problemen?"), self._link_problems)
        self._with_whom = button(self.tr("Voor welke &mensen?"), self._link_agency_people)
        self._problems.current.connect(lambda record: self._for_whom.setEnabled(record is not None))
        self._agencies.current.connect(self._agency_chosen)
        self._for_whom.setEnabled(False)
        self._agency_chosen(None)
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.setHandleWidth(16)
        both.addWidget(
            block(
                heading(self.tr("Wat zit er vast?"), self._problem),
                (self._problem, self._for_whom),
                self._no_problems,
                self._problems,
            )
        )
        both.addWidget(
            block(
                heading(self.tr("Wie bemoeit zich ermee?"), self._agency),
                (self._agency, self._for_what, self._with_whom),
                self._no_agencies,
                self._agencies,
            )
        )
        both.setSizes([510, 670])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(both)

    def _agency_chosen(self, record: Agency | None) -> None:
        self._for_what.setEnabled(record is not None)
        self._with_whom.setEnabled(record is not None)

    def _problem_columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column(
                "words",
                self.tr("Probleem"),
                lambda p: names.problem_name(p, catalogue),
                self.writes(self.tr("Probleem wijzigen"), problems.reword),
            ),
            Column(
                "life_domain",
                self.tr("Leefgebied"),
                lambda p: names.life_domain_name(p.life_domain, catalogue),
                self.writes(self.tr("Leefgebied wijzigen"), problems.set_life_domain),
                choices=lambda: choices.life_domains(catalogue),
                start=lambda p: p.life_domain,
                width=118,
            ),
            Column(
                "owner",
                self.tr("Eigenaar"),
                lambda p: choice_names.OWNERS[p.owner] if p.owner else "",
                self.writes(self.tr("Eigenaar wijzigen"), problems.set_owner),
                choices=lambda: [(owner, choice_names.OWNERS[owner]) for owner in OWNERS],
                start=lambda p: p.owner,
                width=96,
            ),
            Column("people", self.tr("Wie"), self._people_of, width=44, hint=self.tr("Van hoeveel mensen")),
        ]

    def _agency_columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column(
                "words",
                self.tr("Instantie"),
                lambda a: names.agency_name(a, catalogue),
                self.writes(self.tr("Instantie wijzigen"), agencies.reword),
            ),
            Column(
                "contacts",
                self.tr("Per maand"),
                lambda a: names.contacts(a.contacts_e2),
                self.writes(self.tr("Contacten wijzigen"), agencies.set_contacts, _contacts),
                numeric=True,
                width=86,
                sort=lambda a: a.contacts_e2,
                hint=self.tr("Contacten per maand: bezoek, gesprek, telefoon, brief"),
            ),
            choices.law_column(catalogue, self.writes(self.tr("Wet wijzigen"), agencies.set_law), 86),
            choices.payer_column(catalogue, self.writes(self.tr("Betaler wijzigen"), agencies.set_payer), 128),
            Column(
                "problems",
                self.tr("Problemen"),
                lambda a: str(len(a.problems) or ""),
                numeric=True,
                width=84,
                sort=lambda a: len(a.problems),
                hint=self.tr("Voor hoeveel problemen"),
            ),
        ]

    def refresh(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._problems.show_records(dossier.problems)
        self._agencies.show_records(dossier.agencies)
        self._no_problems.setVisible(not dossier.problems)
        self._no_agencies.setVisible(not dossier.agencies)

    def _people_of(self, problem: Problem) -> str:
        return str(len(problem.people) or "")

    def _add_problem(self, hit: Hit) -> None:
        domain = self.session.catalogue.problems[hit.id].life_domain
        label = self.tr("Probleem toevoegen")
        if self.attempt(label, problems.add, self.household, kind=hit.id, life_domain=domain):
            self._problem.added()
        self._problem.setFocus()

    def _add_own_problem(self, words: str) -> None:
        label = self.tr("Probleem toevoegen")
        if self.attempt(label, problems.add, self.household, words=words, life_domain=OWN_DOMAIN):
            self._problem.added()
        self._problem.setFocus()

    def _add_agency(self, hit: Hit) -> None:
        kind = self.session.catalogue.agencies[hit.id]
        served = tuple(
            problem.id
            for problem in self._dossier.problems
            if problem.kind and hit.id in self.session.catalogue.problems[problem.kind].agencies
        ) if self._dossier else ()  # fmt: skip
        added = self.attempt(
            self.tr("Instantie toevoegen"),
            agencies.add,
            self.household,
            kind=hit.id,
            law=kind.law,
            payer=kind.payers[0] if kind.payers else "",
            problems=served,
        )
        if added:
            self._agency.added()
        self._agency.setFocus()

    def _add_own_agency(self, words: str) -> None:
        if self.attempt(self.tr("Instantie toevoegen"), agencies.add, self.household, words=words):
            self._agency.added()
        self._agency.setFocus()

    def _link_people(self) -> None:
        problem = self._problems.record()
        if problem is None:
            return
        chosen = self._pick_people(names.problem_name(problem, self.session.catalogue), problem.people)
        if chosen is not None:
            self.attempt(self.tr("Mensen koppelen"), problems.set_people, problem.id, chosen)

    def _link_agency_people(self) -> None:
        agency = self._agencies.record()
        chosen = self._pick_people(names.agency_name(agency, self.session.catalogue), agency.people) if agency else None
        if agency and chosen is not None:
            self.attempt(self.tr("Mensen koppelen"), agencies.set_people, agency.id, chosen)

    def _pick_people(self, about: str, present: tuple[int, ...]) -> tuple[int, ...] | None:
        people = self._dossier.people if self._dossier else ()
        options = [(person.id, names.person_name(person, self.session.catalogue)) for person in people]
        return self._pick(self.tr("Mensen"), about, self.tr("&Voor welke mensen is dit?"), options, present)

    def _link_problems(self) -> None:
        agency = self._agencies.record()
        listed = self._dossier.problems if self._dossier else ()
        options = [(problem.id, names.problem_name(problem, self.session.catalogue)) for problem in listed]
        if agency:
            question = self.tr("&Voor welke problemen is deze instantie er?")
            about = names.agency_name(agency, self.session.catalogue)
            chosen = self._pick(self.tr("Problemen"), about, question, options, agency.problems)
            if chosen is not None:
                self.attempt(self.tr("Problemen koppelen"), agencies.set_problems, agency.id, chosen)

    def _pick(
        self, title: str, about: str, question: str, options: list[tuple[int, str]], present: tuple[int, ...]
    ) -> tuple[int, ...] | None:
        dialog = PickMany(title, about, question, options, present, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        accepted = dialog.exec() == PickMany.DialogCode.Accepted
        chosen = dialog.chosen if accepted else None
        dialog.deleteLater()
        return chosen


def _contacts(text: str) -> int:
    return typed_number(text, 2, "contacts")
