"""When the first year of a household begins: of its sums, its follow-ups and its worklist alike."""

from datetime import date

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.interventions import ALLOWED, OFF
from doorbraak.model.insight.months import add_months

_EARLY = 12  # months before the opening; our own border


def first_day(dossier: Dossier) -> date:
    """The day of the first decision that allowed a doorbraak, else that of the plan or of the opening."""
    return first_day_of(dossier.household, _decided(dossier))


def far_before(dossier: Dossier) -> date | None:
    """The first decision, when it lies more than a year before the opening and before the plan: maybe a wrong day.

    It stays what was typed, and the sums begin there; who shows them says so.
    """
    home, decided = dossier.household, _decided(dossier)
    if decided is None or decided >= min(add_months(home.opened, -_EARLY), home.plan_date or date.max):
        return None
    return decided


def _decided(dossier: Dossier) -> date | None:
    decided = [step.decided_on for step in dossier.interventions if step.decided_on and step.status in ALLOWED]
    return min(decided, default=None)


def has_plan(dossier: Dossier) -> bool:
    """Whether anything is meant to be done: a plan with a date, or a doorbraak that is not off the table.

    Without one an expected saving is a sum and no promise.
    """
    return dossier.household.plan_date is not None or any(step.status not in OFF for step in dossier.interventions)


def first_day_of(home: Household, decided: date | None) -> date:
    """`decided`: the first decision, where only that is known (`agenda.Agenda.decided`)."""
    return decided or home.plan_date or home.opened
