"""How people are to each other, on the page of people: the lines of the genogram."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import relations
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.insight import names
from doorbraak.ui.page import Page
from doorbraak.ui.selection import follows
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox, choice_row
from doorbraak.ui.widgets.numbers import typed_year
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


class RelationsBlock(QWidget):
    """The relations between the people whom `page` shows. A row reads as a sentence: who, what, whom."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._dossier: Dossier | None = None
        self._who = ChoiceBox(self.tr("Wie"))
        self._kind = ChoiceBox(self.tr("Hoe horen zij bij elkaar"), self._kinds(), nothing=self.tr("Kies hoe"))
        self._whom = ChoiceBox(self.tr("Met wie"))
        self._button = button(self.tr("&Relatie toevoegen"), self._add)
        self.table = RecordTable(page.session, "relation", self.tr("Relaties"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Relatie weghalen"), relations.remove))
        follows(self.table, "relation", page.session.selection)
        self._empty = quiet(self.tr("Nog geen relaties. Kies wie, hoe en met wie."))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Hoe horen zij bij elkaar?"), self._who),
                choice_row(self._who, self._kind, self._whom, self._button),
                self._empty,
                self.table,
            )
        )

    def _kinds(self) -> list[tuple[str, str]]:
        return [(role.id, role.name) for role in self._page.session.catalogue.roles.values() if role.kind == "relatie"]

    def _columns(self) -> list[Column]:
        page, catalogue = self._page, self._page.session.catalogue
        return [
            Column("person", self.tr("Wie"), lambda r: self._name(r.person), fits=True),
            Column(
                "kind",
                self.tr("Hoe"),
                lambda r: names.relation_name(r.kind, catalogue),
                page.writes(self.tr("Relatie wijzigen"), relations.set_kind),
                choices=self._kinds,
                start=lambda r: r.kind,
                width=116,
            ),
            Column("other", self.tr("Met wie"), lambda r: self._name(r.other), fits=True),
            Column(
                "since",
                self.tr("Sinds"),
                lambda r: str(r.since or ""),
                page.writes(self.tr("Begin van relatie wijzigen"), relations.set_since, _year),
                numeric=True,
                width=52,
                sort=lambda r: r.since or 0,
                hint=self.tr("Het jaar waarin het begon. Zo staan partners op volgorde."),
            ),
            columns.text(
                page, "words", self.tr("Toelichting"), self.tr("Toelichting wijzigen"), relations.reword
            ),
            columns.origin(page, "relation"),
        ]  # fmt: skip

    def show_dossier(self, dossier: Dossier) -> None:
        self._dossier = dossier
        people = [(p.id, names.person_called(p, self._page.session.catalogue)) for p in dossier.people]
        for box in (self._who, self._whom):
            box.offer(people)
        if len(people) > 1 and self._who.value == self._whom.value:
            self._whom.setCurrentIndex(1 if self._who.currentIndex() == 0 else 0)
        enough = len(people) > 1
        for control in (self._who, self._kind, self._whom, self._button):
            control.setEnabled(enough)
        self._empty.setText(
            self.tr("Nog geen relaties. Kies wie, hoe en met wie.") if enough
            else self.tr("Nog geen twee mensen. Voeg hen hierboven toe.")
        )  # fmt: skip
        self._empty.setVisible(not dossier.relations)
        self.table.show_records(dossier.relations)
        self.table.show_again()

    def _name(self, person: int) -> str:
        found = next((p for p in self._dossier.people if p.id == person), None) if self._dossier else None
        return names.person_called(found, self._page.session.catalogue) if found else ""

    def _add(self) -> None:
        who, whom, kind = self._who.value, self._whom.value, self._kind.value
        if who is None or whom is None:
            self._page.session.problem.emit(InputError(self.tr("Kies eerst twee mensen."), "person"))
        elif kind is None:  # a mother is not married to her son because they stand first in the lists
            self._page.session.problem.emit(InputError(self.tr("Kies eerst hoe zij bij elkaar horen."), "kind"))
            self._kind.setFocus()
            return
        elif self._page.attempt(self.tr("Relatie toevoegen"), relations.add, who, whom, kind):
            self.table.select(self._page.session.dossier(self._page.household).relations[-1].id)
        self._who.setFocus()


def _year(text: str) -> int | None:
    return typed_year(text, "since")
