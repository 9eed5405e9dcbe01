"""Who lives here, and where the household wants to stand, in its own words."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout

from doorbraak.model.dossier import goals, people
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import LIVING
from doorbraak.model.insight import choice_names
from doorbraak.ui.page import Page, register
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import choices
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.numbers import typed_year
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


@register(10, "Mensen en doelen")
class PeoplePage(Page):
    tables = frozenset({"household", "person", "goal"})

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._goal = DraftLine(session, self.tr("Nieuw doel"), "add:goal")
        self._goal.setPlaceholderText(self.tr("Waar wil het huishouden over een jaar staan? In eigen woorden."))
        self._goal.returnPressed.connect(self._add_goal)
        self._goals = RecordTable(session, "goal", self.tr("Doelen"), self._goal_columns(), self)
        self._goals.removal.connect(self.removes(self.tr("Doel weghalen"), goals.remove))
        self._person = DraftLine(session, self.tr("Nieuwe persoon"), "add:person")
        self._person.setPlaceholderText(self.tr("Voornaam of rol: Sam, moeder, oom"))
        self._person.returnPressed.connect(self._add_person)
        self._people = RecordTable(session, "person", self.tr("Mensen"), self._person_columns(), self)
        self._people.removal.connect(self.removes(self.tr("Persoon weghalen"), people.remove))
        self._no_goals = quiet(self.tr("Nog geen doel. Vraag het eerst aan het huishouden zelf."))
        self._no_people = quiet(self.tr("Nog niemand. Een voornaam of een rol is genoeg."))
        self._note = quiet()
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()

    def _lay_out(self) -> None:
        left = block(
            heading(self.tr("Wie horen erbij?"), self._person),
            (self._person, button(self.tr("&Persoon toevoegen"), self._add_person)),
            self._no_people,
            self._people,
        )
        right = block(
            heading(self.tr("Wat wil het huishouden?"), self._goal),
            (self._goal, button(self.tr("D&oel toevoegen"), self._add_goal)),
            self._no_goals,
            self._goals,
        )
        both = QSplitter()
        both.setChildrenCollapsible(False)
        both.setHandleWidth(16)
        both.addWidget(left)
        both.addWidget(right)
        both.setSizes([560, 560])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(both, 1)
        foot = QHBoxLayout()
        foot.addWidget(self._note)
        column.addLayout(foot)

    def _goal_columns(self) -> list[Column]:
        return [
            Column(
                "words",
                self.tr("Doel, in eigen woorden"),
                lambda g: g.words,
                self.writes(self.tr("Doel wijzigen"), goals.reword),
            ),
            Column(
                "first",
                self.tr("Eerst?"),
                lambda g: self.tr("Ja") if g.first else "",
                self.writes(self.tr("Doel eerst zetten"), goals.put_first, bool),
                choices=lambda: [("1", self.tr("Ja")), ("", self.tr("Nee"))],
                start=lambda g: "1" if g.first else "",
                width=80,
                hint=self.tr("Wat moet volgens het huishouden eerst?"),
            ),
        ]

    def _person_columns(self) -> list[Column]:
        catalogue = self.session.catalogue
        return [
            Column("name", self.tr("Naam"), lambda p: p.name, self.writes(self.tr("Naam wijzigen"), people.rename)),
            Column(
                "role",
                self.tr("Rol"),
                lambda p: catalogue.roles[p.role].name if p.role in catalogue.roles else p.role,
                self.writes(self.tr("Rol wijzigen"), people.set_role),
                choices=lambda: choices.roles(catalogue),
                start=lambda p: p.role,
                width=160,
            ),
            Column(
                "birth_year",
                self.tr("Geboortejaar"),
                lambda p: str(p.birth_year or ""),
                self.writes(self.tr("Geboortejaar wijzigen"), people.set_birth_year, _year),
                numeric=True,
                width=110,
                sort=lambda p: p.birth_year or 0,
            ),
            Column(
                "lives_here",
                self.tr("Woont hier"),
                lambda p: choice_names.LIVING[p.lives_here],
                self.writes(self.tr("Woont hier wijzigen"), people.set_living),
                choices=lambda: [(living, choice_names.LIVING[living]) for living in LIVING],
                start=lambda p: p.lives_here,
                width=100,
            ),
        ]

    def refresh(self, dossier: Dossier) -> None:
        self._goals.show_records(dossier.goals)
        self._people.show_records(dossier.people)
        self._no_goals.setVisible(not dossier.goals)
        self._no_people.setVisible(not dossier.people)
        self._note.setText(dossier.household.note)
        self._note.setVisible(bool(dossier.household.note))

    def _add_goal(self) -> None:
        if self._goal.text().strip() and self.attempt(
            self.tr("Doel toevoegen"), goals.add, self.household, self._goal.text()
        ):
            self._goal.added()
        self._goal.setFocus()

    def _add_person(self) -> None:
        typed = " ".join(self._person.text().split())
        role = next(
            (
                r.id
                for r in self.session.catalogue.roles.values()
                if r.kind == "rol" and r.name.lower() == typed.lower()
            ),
            "",
        )
        name = "" if role else typed
        if typed and self.attempt(self.tr("Persoon toevoegen"), people.add, self.household, name=name, role=role):
            self._person.added()
        self._person.setFocus()


def _year(text: str) -> int | None:
    return typed_year(text, "birth_year")
