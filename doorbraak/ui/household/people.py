"""Who lives here and who matters, how they are to each other, and who has authority over the children."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import people
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import Person
from doorbraak.model.insight import choice_names
from doorbraak.model.insight.typed_people import typed_person
from doorbraak.ui import theme
from doorbraak.ui.household.people_custody import CustodyBlock
from doorbraak.ui.household.people_drawing import GenogramBlock
from doorbraak.ui.household.people_relations import RelationsBlock
from doorbraak.ui.page import Page
from doorbraak.ui.selection import follows
from doorbraak.ui.session import Session
from doorbraak.ui.widgets import choices, columns
from doorbraak.ui.widgets.blocks import block, button, heading, padded, quiet, side_by_side, stacked, tabs
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.numbers import MONTHS, typed_month, typed_year
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


class PeoplePage(Page):
    tables = frozenset({"household", "person", "relation", "custody"})

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._person = DraftLine(session, self.tr("Nieuwe persoon"), "add:person")
        self._person.setPlaceholderText(self.tr("Bijvoorbeeld: Sam of oom of dochter Emma 2012"))
        self._person.returnPressed.connect(self._add_person)
        self._people = RecordTable(session, "person", self.tr("Mensen"), self._columns(), self)
        self._people.removal.connect(self.removes(self.tr("Persoon weghalen"), people.remove))
        follows(self._people, "person", session.selection)
        self._no_people = quiet(self.tr("Nog niemand. Een voornaam of een rol is genoeg."))
        self._relations, self._custody = RelationsBlock(self), CustodyBlock(self)
        self._genogram = GenogramBlock(self)
        self._genogram.added.connect(self._type_name)
        self._lay_out()

    def _lay_out(self) -> None:
        below = tabs(self.tr("Relaties en gezag"))
        below.addTab(padded(self._relations), self.tr("Relaties"))
        below.addTab(padded(self._custody), self.tr("Gezag"))
        who = block(
            heading(self.tr("Wie horen erbij?"), self._person),
            (self._person, button(self.tr("&Persoon toevoegen"), self._add_person)),
            self._no_people,
            self._people,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        if theme.zoom() > 1:  # large letters, as at the table: the drawing whole, and the table scrolls
            parts = side_by_side(self, (stacked(self, (who, 300), (below, 300)), 640), (self._genogram, 500))
        else:  # all columns in sight, and seven people
            lower = side_by_side(self, (below, 640), (self._genogram, 490))
            parts = stacked(self, (who, 292), (lower, 308))
        column.addWidget(parts)

    def _columns(self) -> list[Column]:
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
                width=140,
            ),
            Column(
                "birth_year",
                self.tr("Geboortejaar"),
                lambda p: str(p.birth_year or ""),
                self.writes(self.tr("Geboortejaar wijzigen"), people.set_birth_year, _year),
                numeric=True,
                width=104,
                sort=lambda p: p.birth_year or 0,
            ),
            Column(
                "month_of_18",
                self.tr("Wordt 18"),
                coming_of_age,
                self.writes(self.tr("Maand van 18 worden wijzigen"), people.set_month_of_18, _month),
                start=lambda p: MONTHS[p.month_of_18 - 1] if p.month_of_18 else "",
                fits=True,
                sort=lambda p: ((p.year_of_18 or 9999) * 100 + (p.month_of_18 or 99)) if coming_of_age(p) else 999_999,
                hint=self.tr("In welke maand wordt dit kind 18? Schrijf mei, of 5."),
            ),
            columns.choice(
                self,
                "lives_here",
                self.tr("Woont hier"),
                self.tr("Woont hier wijzigen"),
                people.set_living,
                choice_names.LIVING,
                width=90,
            ),
            columns.choice(
                self,
                "sex",
                self.tr("Teken"),
                self.tr("Teken wijzigen"),
                people.set_sex,
                choice_names.SEXES,
                width=84,
                hint=self.tr("Voor het teken in de kaart: vierkant, rond of een ruit. Leeg mag ook."),
            ),
            columns.flag(
                self, "died", self.tr("Overleden"), self.tr("Overleden wijzigen"), people.set_died, width=84
            ),
            columns.origin(self, "person"),
        ]  # fmt: skip

    def refresh(self, dossier: Dossier) -> None:
        self._people.show_records(dossier.people)
        self._no_people.setVisible(not dossier.people)
        self._relations.show_dossier(dossier)
        self._custody.show_dossier(dossier)
        self._genogram.show_dossier(dossier)

    def _type_name(self, person: int) -> None:
        """Who was added in the drawing is known by a role; the name can be typed at once."""
        self._people.select(person)
        self._people.setFocus()
        self._people.edit(self._people.currentIndex())

    def _add_person(self) -> None:
        who = typed_person(self._person.text(), self.session.catalogue.roles.values(), date.today())
        if (who.name or who.role) and self.attempt(
            self.tr("Persoon toevoegen"), people.add, self.household, name=who.name, role=who.role,
            birth_year=who.birth_year, sex=who.sex, lives_here=who.lives_here,
        ):  # fmt: skip
            self._person.added()
            self._people.select(self.session.dossier(self.household).people[-1].id)
        self._person.setFocus()


def coming_of_age(person: Person, today: date | None = None) -> str:
    """ "18 in mei 2027"; without a month only the year, and nothing once that is past."""
    year = person.year_of_18
    if person.month_of_18 is None:
        return f"18 in {year}" if year is not None and year >= (today or date.today()).year else ""
    month = MONTHS[person.month_of_18 - 1]
    return f"18 in {month} {year}" if year is not None else f"18 in {month}"


def _year(text: str) -> int | None:
    return typed_year(text, "birth_year")


def _month(text: str) -> Any:
    return typed_month(text, "month_of_18")
