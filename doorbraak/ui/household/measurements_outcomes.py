"""Did it work? For each doorbraak an answer at every look back, with why."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import outcomes
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.outcomes import Outcome
from doorbraak.model.errors import InputError
from doorbraak.model.insight import choice_names, names
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.record_text import RecordText

if TYPE_CHECKING:
    from doorbraak.ui.page import Page


class OutcomesBlock(QWidget):
    """The outcomes of the household that `page` shows."""

    def __init__(self, page: "Page") -> None:
        super().__init__()
        self._page = page
        self._names: dict[int, str] = {}
        self._which = ChoiceBox(self.tr("Welke doorbraak?"))
        asked = self.tr("Werkte het?")
        self._worked = ChoiceBox(asked, list(choice_names.WORKED.items()), nothing=asked)
        self._add_button = button(self.tr("&Toevoegen"), self._add)
        self._table = RecordTable(page.session, "outcome", self.tr("Werkte het?"), self._columns(), self)
        self._table.removal.connect(page.removes(self.tr("Antwoord weghalen"), outcomes.remove))
        self._empty = quiet()
        self._why = RecordText(
            page,
            "outcome",
            "why",
            self.tr("Waarom werkte het, of niet?"),
            self.tr("Reden wijzigen"),
            outcomes.set_why,
            hint=self.tr("Waarom werkte het, of waarom niet?"),
            height=64,
        )
        self._table.current.connect(self._why.show_record)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(
            block(
                heading(self.tr("Werkte het?"), self._which),
                (self._which, self._worked, self._add_button),
                self._empty,
                self._table,
                self._why,
            )
        )

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            Column("intervention", self.tr("Doorbraak"), lambda one: self._names.get(one.intervention, "")),
            columns.choice(
                page,
                "worked",
                self.tr("Werkte het?"),
                self.tr("Antwoord wijzigen"),
                outcomes.set_worked,
                choice_names.WORKED,
                width=92,
            ),
            columns.day(
                page, "on_day", self.tr("Dag"), self.tr("Dag van het antwoord wijzigen"), outcomes.set_day,
                needed=True, width=84,
            ),
            columns.origin(page, "outcome"),
        ]  # fmt: skip

    def show_dossier(self, dossier: Dossier) -> None:
        catalogue = self._page.session.catalogue
        self._names = {step.id: names.intervention_name(step, catalogue) for step in dossier.interventions}
        self._which.offer(list(self._names.items()))
        for control in (self._which, self._worked, self._add_button):
            control.setVisible(bool(self._names))
        self._table.show_records(dossier.outcomes)
        self._table.show_again()  # a doorbraak may have got another name
        if self._table.record() is None:
            self._table.select_first()
        self._empty.setVisible(not dossier.outcomes)
        self._empty.setText(
            self.tr("Nog geen antwoord. Vraag het bij elke nameting, ook als het te vroeg is.")
            if self._names
            else self.tr("Nog geen doorbraak. Zet hem eerst op het blad Doorbraak.")
        )
        self._why.setVisible(bool(dossier.outcomes))
        self._why.show_record(self._table.record())

    def _add(self) -> None:
        intervention = self._which.value
        if intervention is None:
            return
        label, worked = self.tr("Antwoord toevoegen"), self._worked.value
        if worked is None:
            self._page.session.problem.emit(InputError(self.tr("Kies eerst of het werkte."), "worked"))
            self._worked.setFocus()
        elif self._page.attempt(label, outcomes.add, intervention, worked, date.today()):
            added: Outcome = self._page.session.dossier(self._page.household).outcomes[-1]
            self._worked.choose(None)
            self._table.select(added.id)
            self._why.setFocus()
