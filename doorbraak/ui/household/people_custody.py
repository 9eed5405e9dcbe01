"""Who has authority (gezag) over which child, on the page of people: consent and rights hang on it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import custody
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.people import Person
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


class CustodyBlock(QWidget):
    """Authority over the children whom `page` shows. Who is not in the dossier is named in words."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._child = ChoiceBox(self.tr("Kind"))
        self._authority = ChoiceBox(self.tr("Soort gezag"), list(choice_names.AUTHORITIES.items()))
        self._holder = ChoiceBox(self.tr("Wie heeft gezag"))
        self._picked = False  # whether somebody chose the holder, in this household
        self._child.chosen.connect(lambda _: self._suggest_holder())
        self._holder.chosen.connect(self._pick_holder)
        self._button = button(self.tr("&Gezag toevoegen"), self._add)
        self.table = RecordTable(page.session, "custody", self.tr("Gezag"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Gezag weghalen"), custody.remove))
        self._empty = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Wie heeft gezag over wie?"), self._child),
                choice_row(self._child, self._authority, self._holder, self._button),
                self._empty,
                self.table,
            )
        )

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            Column("person", self.tr("Kind"), lambda c: dict(self._people()).get(c.person, ""), fits=True),
            columns.choice(
                page,
                "authority",
                self.tr("Gezag"),
                self.tr("Gezag wijzigen"),
                custody.set_authority,
                choice_names.AUTHORITIES,
                width=116,
            ),
            columns.one_of(
                page,
                "holder",
                self.tr("Wie"),
                self.tr("Gezag wijzigen"),
                custody.set_holder,
                self._people,
                nobody=self.tr("Iemand anders"),
                width=100,
            ),
            columns.text(page, "words", self.tr("Toelichting"), self.tr("Toelichting wijzigen"), custody.reword),
            columns.origin(page, "custody"),
        ]

    def _people(self) -> list[tuple[int, str]]:
        catalogue = self._page.session.catalogue
        return [(p.id, names.person_called(p, catalogue)) for p in self._dossier.people] if self._dossier else []

    def show_dossier(self, dossier: Dossier) -> None:
        if self._dossier is None or self._dossier.household.id != dossier.household.id:
            self._picked = False
        self._dossier = dossier
        year, people = date.today().year, self._people()
        ages = {person.id: person.year_of_18 for person in dossier.people if maybe_under_age(person, year)}
        children = sorted((one for one in people if one[0] in ages), key=lambda one: ages[one[0]] is None)
        self._child.offer(children)
        self._holder.offer([*people, (0, self.tr("Iemand anders"))])
        self._suggest_holder()
        for control in (self._child, self._authority, self._holder, self._button):
            control.setEnabled(bool(children))
        self._empty.setText(
            self.tr("Nog niets over gezag. Kies het kind, het gezag en wie het heeft.") if children
            else self.tr("Nog geen kinderen onder de 18 om gezag over te hebben.")
        )  # fmt: skip
        self._empty.setVisible(not dossier.custody)
        self.table.show_records(dossier.custody)
        self.table.show_again()

    def _pick_holder(self) -> None:
        self._picked = True

    def _suggest_holder(self) -> None:
        """An adult, or else who may be one; never the child itself. What was chosen stays while it can be."""
        if self._dossier is None or (self._picked and self._holder.value != self._child.value):
            return
        year = date.today().year
        others = [person for person in self._dossier.people if person.id != self._child.value and not person.died]
        adults = [person for person in others if not maybe_under_age(person, year)]
        unknown = [person for person in others if person.year_of_18 is None]
        self._holder.choose(next((person.id for person in (*adults, *unknown)), 0))

    def _add(self) -> None:
        child = self._child.value
        if child is None:
            self._page.session.problem.emit(InputError(self.tr("Kies eerst een kind."), "person"))
            return
        added = self._page.attempt(
            self.tr("Gezag toevoegen"),
            custody.add,
            child,
            authority=self._authority.value,
            holder=self._holder.value or None,
        )
        if added:
            self.table.select(self._page.session.dossier(self._page.household).custody[-1].id)
        self._child.setFocus()


def maybe_under_age(person: Person, year: int) -> bool:
    """Turns 18 this year or later, or nobody knows when."""
    return person.year_of_18 is None or person.year_of_18 >= year
