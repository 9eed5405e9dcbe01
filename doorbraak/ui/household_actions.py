"""What the menu Huishouden does: a new one, its name, taking it off the list, erasing it for good."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from doorbraak.model.dossier import household
from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import UserError
from doorbraak.ui.widgets import ask

if TYPE_CHECKING:
    from doorbraak.ui.main_window import MainWindow

FIRST_PAGE = "Vandaag"


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
        """Under the next number, and shown at once where work begins, whatever page was in sight: its name can come
        later.
        """
        session, view = self._window.session, self._window.view
        if session is None or view is None:
            return
        session.flush()
        try:
            number = household.next_number(session.store)
            label = self.tr("Nieuw huishouden")
            made = session.run(label, household.open_dossier, "", opened=date.today(), household=number)
        except UserError as error:
            session.problem.emit(error)
            return
        view.open_at(made, FIRST_PAGE)
        view.quick.take_focus()

    def rename(self) -> None:
        present = self._present()
        if present is not None:
            title = self.tr("Naam wijzigen") if present.name else self.tr("Naam geven")
            question = self.tr("&Werknaam van dit huishouden:")
            name = ask.line(self._window, title, question, present.name)
            session = self._window.session  # a lock may have closed the dialog
            if name is not None and session is not None:
                session.attempt(title, household.rename, present.id, name, household=present.number)

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

    def erase(self) -> None:
        """For good, also from copies: nothing brings it back."""
        present = self._present()
        if present is not None:
            from doorbraak.ui.erase import erase  # late: a start needs none of it

            erase(self._window, present.id)
