"""What has to be done for the chosen doorbraak, by whom, by when: on the page of the doorbraak."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from doorbraak.model.dossier import steps
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.dossier.steps import Step
from doorbraak.model.errors import UserError
from doorbraak.model.insight import choice_names
from doorbraak.ui.page import Page
from doorbraak.ui.widgets import columns
from doorbraak.ui.widgets.blocks import block, button, quiet
from doorbraak.ui.widgets.dated_words import dated_words
from doorbraak.ui.widgets.fields import DraftLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable


class StepsBlock(QWidget):
    """The steps of the doorbraak that is chosen on `page`."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._intervention: Intervention | None = None
        self._new = DraftLine(page.session, self.tr("Nieuwe stap"), "add:step")
        self._new.setPlaceholderText(self.tr("Wat moet er gebeuren? Met de dag erachter: Brief sturen voor 1 dec"))
        self._new.returnPressed.connect(self._add)
        self._add_button = button(self.tr("&Toevoegen"), self._add)
        self._done = button(self.tr("&Gedaan"), self._finish)
        self.table = RecordTable(page.session, "step", self.tr("Stappen"), self._columns(), self)
        self.table.removal.connect(page.removes(self.tr("Stap weghalen"), steps.remove))
        self.table.current.connect(lambda _: self._show_done())
        self._none = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(block((self._new, self._add_button, self._done), self._none, self.table))

    def _columns(self) -> list[Column]:
        page = self._page
        return [
            columns.text(page, "words", self.tr("Stap"), self.tr("Stap wijzigen"), steps.reword),
            columns.choice(
                page,
                "owner",
                self.tr("Aan zet"),
                self.tr("Wie aan zet is wijzigen"),
                steps.set_owner,
                choice_names.OWNERS,
                width=100,
                hint=self.tr("Vraagt deze stap iets van het huishouden, een professional of het systeem?"),
            ),
            columns.text(
                page, "lead", self.tr("Wie"), self.tr("Wie de stap doet wijzigen"), steps.set_lead, width=110,
                hint=self.tr("Eén naam of functie"),
            ),
            columns.day(page, "due", self.tr("Uiterlijk"), self.tr("Datum van de stap wijzigen"), steps.set_due),
            columns.day(page, "done_on", self.tr("Gedaan op"), self.tr("Stap gedaan"), steps.finish),
            columns.origin(page, "step"),
        ]  # fmt: skip

    def show_intervention(self, chosen: Intervention | None, dossier: Dossier) -> None:
        self._intervention = chosen
        listed = [step for step in dossier.steps if chosen and step.intervention == chosen.id]
        self.table.show_records(listed)
        if self.table.record() is None:
            self.table.select_first()
        self._none.setVisible(not listed)
        self._none.setText(
            self.tr("Nog geen stappen. Wat gebeurt er als eerste, en wie doet dat?")
            if chosen
            else self.tr("Kies eerst een doorbraak. Dan kun je er stappen bij zetten.")
        )
        for control in (self._new, self._add_button):
            control.setEnabled(chosen is not None)
        self._show_done()

    def _show_done(self) -> None:
        step: Step | None = self.table.record()
        self._done.setEnabled(step is not None)
        self._done.setText(self.tr("Niet &gedaan") if step and step.done_on else self.tr("&Gedaan"))

    def _add(self) -> None:
        if self._intervention is None or not self._new.text().strip():
            self._new.setFocus()
            return
        try:
            words, due = dated_words(self._new.text())
            added = self._page.run(self.tr("Stap toevoegen"), steps.add, self._intervention.id, words, due=due)
        except UserError as error:
            self._page.session.problem.emit(error)
        else:
            self._new.added()
            self.table.select(int(str(added)))
        self._new.setFocus()

    def _finish(self) -> None:
        step: Step | None = self.table.record()
        if step is not None:
            self._page.attempt(self.tr("Stap gedaan"), steps.finish, step.id, None if step.done_on else date.today())
