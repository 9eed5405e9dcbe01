"""What is asked of the household itself: the actions that are still open, counted against its strength (doenlast)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from doorbraak.model.catalogue import fold
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import OFF
from doorbraak.model.insight.letters_asking import asks

Source = Literal["step", "letter", "task"]
SOON = timedelta(days=7)
MOST_SOON, MOST_OPEN = 3, 7
"""Ours, not from a study. Soon: one for every other day of the week leaves days without anything. Open: one a day of
the week, and about as many as one can keep in mind without a list. Above either, ask what somebody else can take."""


@dataclass(frozen=True, slots=True)
class Action:
    """`id` of a step, letter or task; `words` as written there, maybe empty for a letter. `due`: its last day."""

    source: Source
    id: int
    words: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Weight:
    """How many actions are open, of which so many by `letters`; the others were agreed on.

    `soon`: those of the next seven days, with what is late; `first`: the first day.
    """

    open: int
    letters: int
    soon: int
    first: date | None

    @property
    def heavy(self) -> bool:
        """Whether it is time to move something to somebody else, or to later. A number, no verdict on anybody."""
        return self.soon > MOST_SOON or self.open > MOST_OPEN


def weight_of(actions: Iterable[Action], today: date) -> Weight:
    """Counted on `today`."""
    listed = tuple(actions)
    days = sorted(action.due for action in listed if action.due is not None)
    letters = sum(action.source == "letter" for action in listed)
    return Weight(len(listed), letters, sum(day <= today + SOON for day in days), days[0] if days else None)


def load_of(dossier: Dossier) -> tuple[Action, ...]:
    """The first due first, those without a day last. Its length is the number that the screen shows.

    - Steps that are the household's and not done, unless the doorbraak was refused or withdrawn.
    - Letters that are not settled and ask something: no refusal, nor what a sender says that it will do.
    - Tasks that are not done and that nobody outside took up: without a lead it lands on the household.

    A lead who lives here counts as the household.
    """
    ours = {fold(person.name) for person in dossier.people if person.name and person.lives_here != "no"}
    off = {intervention.id for intervention in dossier.interventions if intervention.status in OFF}
    found = [
        Action("step", step.id, step.words, step.due)
        for step in dossier.steps
        if step.done_on is None
        and step.intervention not in off
        and (step.owner == "household" or (not step.owner and fold(step.lead) in ours))
    ]
    found += [
        Action("letter", letter.id, letter.demand, letter.last_day)
        for letter in dossier.letters
        if letter.settled_on is None and asks(letter)
    ]
    found += [
        Action("task", task.id, task.words, task.due)
        for task in dossier.tasks
        if task.done_on is None and task.intervention not in off and (not task.lead or fold(task.lead) in ours)
    ]
    return tuple(sorted(found, key=lambda action: action.due or date.max))
