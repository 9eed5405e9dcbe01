"""What quick entry writes: each Enter at once, all that belongs to one line as one undo step."""

from collections.abc import Callable, Sequence
from itertools import count
from typing import Any

from PySide6.QtCore import QObject

from doorbraak.model.dossier import agencies, costs, letters, people, problems
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight import names
from doorbraak.model.insight.quick_costs import Proposal, usual_costs
from doorbraak.model.insight.quick_entry import Choice
from doorbraak.model.insight.quick_links import problems_of
from doorbraak.ui.session import Session

OWN_DOMAIN = "dagelijks"  # of a problem in own words, until the professional chooses one
_steps = count(1)


class QuickWriting(QObject):
    """The records of the line that is being typed: `problem` and `agency` are ids, or None. Raises UserError.

    What is new by this line can be taken back by it; what was there already is let alone.
    """

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.household = 0
        self.problem: int | None = None
        self.agency: int | None = None
        self._new: set[tuple[str, int]] = set()
        self._linked = False
        self.begin()

    def begin(self) -> None:
        """A new line, and a new undo step."""
        self.problem = self.agency = None
        self._new, self._linked = set(), False
        self._step = f"quick:{next(_steps)}"

    @property
    def dossier(self) -> Dossier:
        return self._session.dossier(self.household)

    def still_there(self) -> bool:
        """Whether undo, or an edit elsewhere, left the records of this line in the file."""
        dossier = self.dossier
        return (self.problem is None or _with(dossier.problems, self.problem) is not None) and (
            self.agency is None or _with(dossier.agencies, self.agency) is not None
        )

    def _run(self, verb: Callable[..., Any], *args: Any, **values: Any) -> Any:
        label, number = self.tr("Snel invoeren"), self.dossier.household.number
        return self._session.run(label, verb, *args, household=number, merge=self._step, by=self, **values)

    # -- taking ---------------------------------------------------------------------------------------

    def take_problem(self, choice: Choice) -> None:
        """The problem of the line, or with an agency in the line one more that it is concerned with."""
        known = self._session.catalogue.problems.get(choice.code)
        row = choice.row
        if row is None:
            domain = known.life_domain if known else OWN_DOMAIN
            row = self._run(
                problems.add, self.household, kind=choice.code, words=choice.words, life_domain=domain
            )  # fmt: skip
            self._new.add(("problem", row))
        agency = self.present_agency
        if agency is not None and row not in agency.problems:
            self._run(agencies.set_problems, agency.id, (*agency.problems, row))
        elif agency is None:
            self.problem = row
        self._session.selection.choose("problem", row)

    def take_agency(self, choice: Choice) -> None:
        """For the line's problem; without one, for the problems that usually bring it."""
        if choice.row is not None:
            self._link(choice.row)
        else:
            kind = self._session.catalogue.agencies.get(choice.code)
            usual = problems_of(choice.code, self.dossier, self._session.catalogue)
            self.agency = self._run(
                agencies.add,
                self.household,
                kind=choice.code,
                words=choice.words,
                law=kind.law if kind else "",
                payer=kind.payers[0] if kind and kind.payers else "",
                problems=usual if self.problem is None else (self.problem,),
            )
            self._new.add(("agency", self.agency))
        self._session.selection.choose("agency", self.agency or 0)

    def _link(self, row: int) -> None:
        self.agency = row
        agency = self.present_agency
        self._linked = agency is not None and self.problem is not None and self.problem not in agency.problems
        if agency is not None and self.problem is not None and self._linked:
            self._run(agencies.set_problems, row, (*agency.problems, self.problem))

    def take_contacts(self, contacts_e2: int) -> None:
        if self.agency is not None:
            self._run(agencies.set_contacts, self.agency, contacts_e2)

    def take_costs(self, proposals: Sequence[Proposal]) -> None:
        """What the list of prices proposes."""
        for one in proposals:
            self._run(
                costs.add, self.household, words=one.words, price=one.price, price_cents=one.price_cents,
                price_year=one.price_year, unit=one.unit, quantity_e4=one.quantity_e4, recurrence=one.recurrence,
                law=one.law, payer=one.payer, transfer=one.transfer, agency=self.agency,
            )  # fmt: skip

    def take_amount(self, cents: int) -> None:
        """An own amount a year."""
        agency = self.present_agency
        if agency is not None:
            self._run(
                costs.add, self.household, words=names.agency_name(agency, self._session.catalogue),
                price_cents=cents, law=agency.law, payer=agency.payer, agency=agency.id,
            )  # fmt: skip

    def take_letter(self, choice: Choice) -> None:
        letter = choice.letter
        if letter is None:
            return
        if choice.adds_sender:
            self.take_agency(choice)
        agency = self.agency if choice.adds_sender else letter.agency
        self._run(
            letters.add, self.household, agency=agency, sender="" if agency else choice.name, demand=letter.demand,
            amount_cents=letter.amount_cents, last_day=letter.last_day,
        )  # fmt: skip

    def take_person(self, choice: Choice) -> None:
        who = choice.person
        if who is not None:
            self._run(
                people.add, self.household, name=who.name, role=who.role, birth_year=who.birth_year, sex=who.sex,
                lives_here=who.lives_here,
            )  # fmt: skip

    # -- taking back ----------------------------------------------------------------------------------

    def back_from_agency(self) -> None:
        agency = self.present_agency
        if agency is not None and ("agency", agency.id) in self._new:
            self._run(agencies.remove, agency.id)
        elif agency is not None and self._linked:
            self._run(agencies.set_problems, agency.id, tuple(one for one in agency.problems if one != self.problem))
        self.agency, self._linked = None, False

    def back_from_problem(self) -> None:
        if self.problem is not None and ("problem", self.problem) in self._new:
            self._run(problems.remove, self.problem)
        self.problem = None

    # -- asking ---------------------------------------------------------------------------------------

    @property
    def present_problem(self) -> Problem | None:
        return _with(self.dossier.problems, self.problem)

    @property
    def present_agency(self) -> Agency | None:
        return _with(self.dossier.agencies, self.agency)

    @property
    def has_costs(self) -> bool:
        return any(line.agency == self.agency for line in self.dossier.costs)

    def proposals(self) -> tuple[Proposal, ...]:
        """The usual costs of the line's agency that come to an amount."""
        agency = self.present_agency
        if agency is None:
            return ()
        found = usual_costs(self._session.catalogue, agency.kind, agency.contacts_e2, payer=agency.payer)
        return tuple(one for one in found if one.cents)


def _with(records: Sequence[Any], id_: int | None) -> Any | None:
    return next((record for record in records if record.id == id_), None)
