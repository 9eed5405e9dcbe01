"""What the menu Huishouden does: a new one, its name, the date of its plan, taking it off the list."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from doorbraak.model.dossier import household
from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import UserError
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.numbers import shown_day, typed_day

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow


class HouseholdActions(QObject):
    """Belongs to one window; does nothing while no workspace, or no household, is open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def _present(self) -> Household | None:
        session, view = self._window.session, self._window.view
        if session is None or view is None or view.household is None:
            return None
        session.flush()
        return session.dossier(view.household).household

    def open_new(self) -> None:
        """Under the next number, and shown at once: its name can come later."""
        session, view = self._window.session, self._window.view
        if session is None or view is None:
            return
        session.flush()
        if session.attempt(self.tr("Nieuw huishouden"), household.open_dossier, "", opened=date.today()):
            view.open_household(household.all_of(session.store)[-1].id)

    def rename(self) -> None:
        present = self._present()
        if present is not None:
            title, question = self.tr("Naam wijzigen"), self.tr("&Werknaam van dit huishouden:")
            name = ask.line(self._window, title, question, present.name)
            session = self._window.session  # a lock may have closed the dialog
            if name is not None and session is not None:
                session.attempt(title, household.rename, present.id, name, household=present.number)

    def renumber(self) -> None:
        """Another free number, such as the one that a colleague knows the household by."""
        present = self._present()
        if present is not None:
            title = self.tr("Nummer wijzigen")
            number = ask.whole_number(
                self._window, title, self.tr("&Nummer:"), present.number, household.HIGHEST_NUMBER
            )
            session = self._window.session
            if number is not None and session is not None:
                session.attempt(title, household.renumber, present.id, number, household=present.number)

    def date_plan(self) -> None:
        present = self._present()
        if present is not None:
            title = self.tr("Datum van het plan")
            question = self.tr("De sommen beginnen op deze &dag, tot er een besluit is:")
            self._ask_plan_date(present, title, question, shown_day(present.plan_date))

    def _ask_plan_date(self, present: Household, title: str, question: str, shown: str) -> None:
        """Asks again, with what was typed and what is wrong with it, until it is a date."""
        text = ask.line(self._window, title, question, shown)
        session = self._window.session
        if text is None or session is None:
            return
        try:
            on = typed_day(text, "plan_date")
            label = self.tr("Datum van het plan wijzigen")
            session.run(label, household.set_plan_date, present.id, on, household=present.number)
        except UserError as error:
            self._ask_plan_date(present, title, error.sentence, text)

    def remove(self) -> None:
        """Asks first, since undo ends when the workspace locks; a copy is made before."""
        present, session = self._present(), self._window.session
        if present is None or session is None:
            return
        question = self.tr(
            "Huishouden %d en alles wat erbij hoort gaat uit de lijst.\n"
            "Tot de werkmap vergrendelt, komt het terug met Ctrl+Z. Eerst wordt een kopie gemaakt."
        )
        title, yes = self.tr("Huishouden weghalen"), self.tr("&Weghalen")
        if not ask.sure(self._window, title, question % present.number, yes) or self._window.session is None:
            return
        if self._window.back_up():
            session.attempt(self.tr("Huishouden weghalen"), household.remove, present.id, household=present.number)
            self._window.statusBar().showMessage(self.tr("Weggehaald. Met Ctrl+Z komt het terug."), 10_000)
