"""Until when one can object (bezwaar) to a refusal."""

from collections.abc import Iterable
from datetime import date, timedelta

from doorbraak.model.dossier.interventions import Intervention, StatusChange

TERM = timedelta(weeks=6)
"""Algemene wet bestuursrecht, artikel 6:7. It runs from the day after the decision was made known (6:8): nakijken."""


def refused_on(one: Intervention, statuses: Iterable[StatusChange]) -> date | None:
    """The day of its last refusal, while it is refused; the day of the decision when its history tells none."""
    if one.status != "refused":
        return None
    days = [change.on_day for change in statuses if change.intervention == one.id and change.status == "refused"]
    return max(days, default=one.decided_on)


def last_day(one: Intervention, statuses: Iterable[StatusChange]) -> date | None:
    """None for any other status, and while nobody wrote down when it was refused."""
    refused = refused_on(one, statuses)
    return None if refused is None else refused + TERM
