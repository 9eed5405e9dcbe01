"""The course of a doorbraak in sentences: how long a request waits, help that came first, and time for bezwaar."""

from collections.abc import Iterable
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents import sum_words
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention, StatusChange
from doorbraak.model.dossier.tasks import Task
from doorbraak.model.insight import choice_names, names, objection
from doorbraak.model.insight.first_day import far_before
from doorbraak.model.insight.mandates import DECIDED
from doorbraak.model.insight.today import ago
from doorbraak.model.insight.worklist import from_today
from doorbraak.model.shortening import cut
from doorbraak.ui.widgets.numbers import shown_day

_MOST_WORDS = 120


def requested_on(one: Intervention, statuses: Iterable[StatusChange]) -> date | None:
    """The day of its last request."""
    days = [line.on_day for line in statuses if line.intervention == one.id and line.status == "requested"]
    return max(days, default=None)


def status_words(one: Intervention, statuses: Iterable[StatusChange], today: date) -> str:
    """ "Aangevraagd, 23 dagen geleden" while it waits; else the status alone."""
    said = choice_names.STATUSES[one.status]
    asked = requested_on(one, statuses) if one.status == "requested" else None
    return f"{said}, {ago((today - asked).days)}" if asked and asked <= today else said


def request_words(one: Intervention, statuses: Iterable[StatusChange], today: date) -> str:
    """How long it waits for a decision, or waited; nothing without a request."""
    asked = requested_on(one, statuses)
    if asked is None or asked > today:
        return ""
    said = f"Aangevraagd op {shown_day(asked)}"
    if one.status == "requested":
        return f"{said}, {ago((today - asked).days)}."
    if one.status in DECIDED and one.decided_on is not None and one.decided_on >= asked:
        days = (one.decided_on - asked).days
        return f"{said}. Het besluit kwam na {'1 dag' if days == 1 else f'{days} dagen'}."
    return f"{said}."


def help_first_words(one: Intervention, statuses: Iterable[StatusChange]) -> str:
    """Help first and paper later may be; it is said, so that the paper does come."""
    decided = one.decided_on is not None or any(
        line.status in DECIDED for line in statuses if line.intervention == one.id
    )
    return "" if decided or one.status not in ("done", "evaluated") else "Hulp is er al; het besluit volgt nog."


def first_day_words(one: Intervention, dossier: Dossier) -> str:
    """At the decision that moves all sums to a year long ago; nothing at any other."""
    on = far_before(dossier)
    return sum_words.ask_first_day(dossier) if on is not None and one.decided_on == on else ""


def objection_words(one: Intervention, statuses: Iterable[StatusChange], today: date) -> str:
    """The last day for bezwaar after a refusal, also of a part; nothing for any other status."""
    refused, last = objection.refused_on(one, statuses), objection.last_day(one, statuses)
    if refused is None or last is None:
        return ""
    said = f"{choice_names.STATUSES[one.status]} op {shown_day(refused)}."
    if last < today:
        return f"{said} De tijd voor bezwaar liep tot en met {shown_day(last)}."
    against = " tegen wat niet mag" if one.status == "partly" else ""
    return f"{said} Bezwaar{against} kan meestal tot en met {shown_day(last)}: {from_today(last, today)}."


def objection_to_plan(
    one: Intervention, statuses: Iterable[StatusChange], tasks: Iterable[Task], today: date
) -> date | None:  # fmt: skip
    """The last day, while it can still be made and no task says so."""
    last = objection.last_day(one, statuses)
    planned = any(task.kind == "objection" and task.intervention == one.id for task in tasks)
    return None if last is None or last < today or planned else last


def objection_task(one: Intervention, catalogue: Catalogue) -> str:
    return cut(f"Laatste dag voor bezwaar: {names.intervention_name(one, catalogue)}", _MOST_WORDS)
