"""A dossier as it was on one day, as far as the records tell: what was noted, decided and said until then.

What stands in a record itself is not kept by day: of that the dossier knows only how it is now.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention, Status, StatusChange
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.insight.figures import present_agencies

_YOUNG = frozenset({"kind", "dochter", "zoon", "baby", "stiefkind", "pleegkind", "adoptiekind"})
"""Roles of children who live here, for whom no year of birth was filled in."""


def as_on(dossier: Dossier, day: date) -> Dossier:
    """Interventions have the status of that day; confirmations, payments and outcomes are those until then."""

    def noted(records: Iterable[Any]) -> Any:
        return tuple(record for record in records if record.noted_on <= day)

    steps = tuple(
        replace(step, status=status, decided_on=step.decided_on if step.decided_on and step.decided_on <= day else None)
        for step in dossier.interventions
        if (found := status_on(step, dossier.statuses, day)) is not None
        for status in found[:1]
    )
    return replace(
        dossier,
        people=noted(dossier.people),
        problems=noted(dossier.problems),
        agencies=noted(dossier.agencies),
        interventions=steps,
        grounds=noted(dossier.grounds),
        events=noted(dossier.events),
        costs=noted(dossier.costs),
        signals=noted(dossier.signals),
        confirmations=_until(dossier.confirmations, day),
        payments=_until(dossier.payments, day),
        outcomes=_until(dossier.outcomes, day),
        measurements=_until(dossier.measurements, day),
    )


def _until(records: Iterable[Any], day: date) -> Any:
    return tuple(record for record in records if record.on_day <= day)


def status_on(step: Intervention, history: Iterable[StatusChange], day: date) -> tuple[Status, date] | None:
    """Which status it had on that day, and since when; None when it was not there yet.

    Without a history the day is that of the decision, or the one on which it was noted.
    """
    own = sorted((line for line in history if line.intervention == step.id), key=lambda line: (line.on_day, line.id))
    past = [line for line in own if line.on_day <= day]
    if past:
        return past[-1].status, past[-1].on_day
    if step.noted_on > day:
        return None
    if own or (step.decided_on is not None and step.decided_on > day):
        return "proposed", step.noted_on  # what came after it is of a later day
    return step.status, step.decided_on or step.noted_on


def problems_on(dossier: Dossier, day: date) -> tuple[Problem, ...]:
    """Those that are not solved: the day on which it was, is the first without it."""
    return tuple(one for one in dossier.problems if one.solved_on is None or one.solved_on > day)


def agencies_on(dossier: Dossier, day: date) -> tuple[Agency, ...]:
    return present_agencies(dossier.agencies, day)


def with_children(dossier: Dossier, day: date) -> bool:
    """Whether somebody under 18 lives here, if only in part."""
    return any(_is_child(person, day) for person in dossier.people if person.lives_here != "no" and not person.died)


def _is_child(person: Person, day: date) -> bool:
    if person.year_of_18 is None:
        return person.role in _YOUNG
    return (person.year_of_18, person.month_of_18 or 1) > (day.year, day.month)
