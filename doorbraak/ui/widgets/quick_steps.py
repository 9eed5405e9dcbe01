"""From one stage of a line to the next: what each key takes, and what is asked after it."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from doorbraak.model import money
from doorbraak.model.errors import UserError
from doorbraak.model.insight import names
from doorbraak.model.insight.quick_entry import Choice, Reading, read_agency, read_line, read_problem
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.numbers import typed_number
from doorbraak.ui.widgets.quick_words import HOW_OFTEN, Stage, contacts_line, cost_lines, hint, taken
from doorbraak.ui.widgets.quick_writing import QuickWriting

_NUMBERS = (Stage.CONTACTS, Stage.COST)
_WORDS = {stage.name: stage for stage in (Stage.AGENCY, Stage.MORE)}
"""Stages with words of their own: half typed they are worth coming back to."""


class QuickSteps(QObject):
    """Where the line is. `asked` tells that something else is to be typed now, with the text to begin with.

    What a key does may raise UserError: then the line is where it was.
    """

    asked = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.writing = QuickWriting(session, self)
        self.stage = Stage.START
        self._asks_costs = True
        self._reading = Reading(())
        self._last_problem: int | None = None
        self._last_agency: int | None = None

    # -- what it is about -----------------------------------------------------------------------------

    @property
    def takes_number(self) -> bool:
        return self.stage in _NUMBERS

    @property
    def about(self) -> str:
        """What half-typed words answer to, to keep beside them; empty for a new line."""
        if self.stage.name not in _WORDS:
            return ""
        return f"{self.stage.name} {self.writing.problem or 0} {self.writing.agency or 0}"

    @property
    def hint(self) -> str:
        return hint(self.stage, goes_on=bool(self._last_problem or self._last_agency))

    @property
    def taken(self) -> str:
        return taken(self.stage, self.writing, self._session.catalogue)

    def there(self) -> bool:
        """Whether the household and what the line is about are there."""
        try:
            return bool(self.writing.household) and self.writing.still_there()
        except UserError:
            return False

    def shown(self, text: str) -> list[str]:
        """The list for what is typed."""
        if self.stage is Stage.CONTACTS:
            return [contacts_line(text, self.writing.present_agency)]
        if self.stage is Stage.COST:
            return cost_lines(text, self.writing.proposals())
        dossier, catalogue = self.writing.dossier, self._session.catalogue
        if self.stage is Stage.AGENCY:
            problem = self.writing.present_problem
            self._reading = read_agency(text, problem.kind if problem else "", dossier, catalogue)
        elif self.stage is Stage.MORE:
            self._reading = read_problem(text, dossier, catalogue)
        else:
            self._reading = read_line(text, date.today(), dossier, catalogue)
        return [choice.shown for choice in self._reading.choices]

    def _ask(self, stage: Stage, text: str = "") -> None:
        self.stage = stage
        self.asked.emit(text)

    # -- beginning and ending -------------------------------------------------------------------------

    def open(self, household: int, text: str, about: str) -> None:
        """At this household, with the words that were left there at what they answered to, if that is still there."""
        self.writing.household = household
        self._last_problem = self._last_agency = None
        self.writing.begin()
        name, *ids = about.split() or [""]
        if name in _WORDS:
            self.writing.problem, self.writing.agency = (int(id_) or None for id_ in ids)
            if self.there():
                self._ask(_WORDS[name], text)
                return
            self.writing.begin()
        self._ask(Stage.START, text)

    def begin(self) -> None:
        """A new line, that has nothing to go on with."""
        self._last_problem = self._last_agency = None
        self.writing.begin()
        self._ask(Stage.START)

    def escape(self) -> None:
        """What was taken stays, what is half typed goes."""
        if self.stage is Stage.START:
            self._ask(Stage.START)
        else:
            self.finish()

    def finish(self) -> None:
        """The line is written; "+" can still go on with it."""
        self._last_problem, self._last_agency = self.writing.problem, self.writing.agency
        self.writing.begin()
        self._ask(Stage.START)

    def end(self, text: str) -> None:
        """Without a key of the line itself: half-typed words stay with what they answer to, a number is taken."""
        if self.stage is Stage.CONTACTS and text.strip():
            self.take_number(text)
        if self.stage is Stage.START or (text.strip() and not self.takes_number):
            self._ask(self.stage, text)
        else:
            self.finish()

    @property
    def asks_costs(self) -> bool:
        """Off where a family looks along."""
        return self._asks_costs

    @asks_costs.setter
    def asks_costs(self, on: bool) -> None:
        self._asks_costs = on
        if not on and self.stage is Stage.COST:
            self.finish()

    # -- taking ---------------------------------------------------------------------------------------

    def take(self, row: int, text: str) -> None:
        """What the list that was last `shown` says at this row."""
        if self.stage is Stage.CONTACTS:
            self._take_contacts(text)
        elif self.stage is Stage.COST:
            self._take_cost(row, text.strip())
        elif not text.strip() and self.stage in (Stage.START, Stage.MORE):
            self.begin()
        elif self._reading.choices:
            self._take_choice(self._reading.choices[min(row, len(self._reading.choices) - 1)])

    def _take_choice(self, choice: Choice) -> None:
        if choice.kind == "agency":
            fresh, beside = choice.row is None, self.stage is Stage.AGENCY
            self.writing.take_agency(choice)
            agency = self.writing.present_agency
            known = not fresh and beside and agency is not None and bool(agency.contacts_e2)
            self.finish() if known else self._ask(Stage.CONTACTS)
        elif choice.kind == "problem":
            self.writing.take_problem(choice)
            self._ask(Stage.MORE if self.stage is Stage.MORE else Stage.AGENCY)
        else:
            self.writing.take_letter(choice) if choice.kind == "letter" else self.writing.take_person(choice)
            self.writing.begin()
            self.finish()

    def take_number(self, text: str) -> None:
        """The contacts, and nothing else yet."""
        self.writing.take_contacts(typed_number(text, 2, "contacts", HOW_OFTEN))

    def _take_contacts(self, text: str) -> None:
        if text.strip():
            self.take_number(text)
        if self._asks_costs and not self.writing.has_costs:
            self._ask(Stage.COST)
        else:
            self.finish()

    def _take_cost(self, row: int, text: str) -> None:
        if text in ("", "-"):
            proposals = self.writing.proposals()
            if not text and row < len(proposals[:1]):
                self.writing.take_costs(proposals)
        elif row == 0:
            cents = money.parse(text, field="price_cents")
            if cents:
                self.writing.take_amount(cents)
        self.finish()

    # -- going on and back ----------------------------------------------------------------------------

    def skip(self) -> None:
        """ "-" where a number is asked: it stays unknown."""
        if self.stage is Stage.CONTACTS:
            self._take_contacts("")
        else:
            self.finish()

    def more(self) -> None:
        """ "+": one more agency for the problem of this line or the one before; for an agency alone, its problems."""
        if self.stage is Stage.START:
            self.writing.problem, self.writing.agency = self._last_problem, self._last_agency
            if not self.there():
                self.writing.problem = self.writing.agency = None
        if self.writing.problem is not None:
            self.writing.agency = None
            self._ask(Stage.AGENCY)
        elif self.writing.agency is not None:
            self._ask(Stage.MORE)

    def back(self) -> None:
        """A stage back: what the line wrote there is taken out again."""
        if self.stage is Stage.COST:
            agency = self.writing.present_agency
            self._ask(Stage.CONTACTS, names.contacts(agency.contacts_e2) if agency and agency.contacts_e2 else "")
        elif self.stage is Stage.CONTACTS:
            self.writing.back_from_agency()
            self._ask(Stage.AGENCY if self.writing.problem is not None else Stage.START)
        elif self.stage is Stage.AGENCY:
            self.writing.back_from_problem()
            self.begin()
        elif self.stage is Stage.MORE:
            self.finish()
