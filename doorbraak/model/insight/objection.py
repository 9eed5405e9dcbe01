"""Until when one can object (bezwaar) to a refusal, also to one of a part."""

from collections.abc import Iterable
from datetime import date, timedelta

from doorbraak.model.dossier import interventions
from doorbraak.model.dossier.interventions import Intervention, StatusChange

TERM = timedelta(weeks=6)
"""Algemene wet bestuursrecht, artikel 6:7. It runs from the day after the decision was made known (6:8): nakijken."""


def refused_on(one: Intervention, statuses: Iterable[StatusChange]) -> date | None:
    """The day of its last refusal, in whole or in part, while that is its status."""
    if one.status not in ("refused", "partly"):
        return None
    history = [(change.status, change.on_day) for change in statuses if change.intervention == one.id]
    return interventions.answer_day(one.status, one.decided_on, history)


def last_day(one: Intervention, statuses: Iterable[StatusChange]) -> date | None:
    """None for any other status, and while nobody wrote down when it was refused."""
    refused = refused_on(one, statuses)
    return None if refused is None else refused + TERM
