"""What one wants to know before ringing the bell: what was promised, what threatens, where we start, how long ago."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import tasks
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.tasks import Kind, Task
from doorbraak.model.dossier.visits import Visit
from doorbraak.model.insight import names
from doorbraak.model.insight.measuring import FollowUp, next_follow_up
from doorbraak.model.insight.worklist import Item

OWN: frozenset[Kind] = frozenset({"promise", "task", "appointment"})
"""What people agreed on. The other kinds of tasks are days that count by themselves: they stand with those."""
_LONG_AGO = timedelta(days=30)
_OVER = frozenset({"refused", "withdrawn", "done", "evaluated"})


@dataclass(frozen=True, slots=True)
class Start:
    """Where to begin: a step, else a doorbraak without steps, else what the household wants first."""

    words: str
    who: str = ""
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Today:
    """`agreed`: promises first. `dates`: by day, so what is late is on top; what is late by more
    than 30 days is last. `last_visit`: before today.

    `since`: days since the last contact, 0 when that was today; None without any.
    """

    agreed: tuple[Task, ...]
    dates: tuple[Item, ...]
    start: Start | None
    last_visit: Visit | None
    since: int | None
    follow_up: FollowUp | None


def today_of(dossier: Dossier, items: Iterable[Item], catalogue: Catalogue, today: date) -> Today:
    """`items` are the open days of this household, as the worklist has them."""
    past = [visit for visit in dossier.visits if visit.on_day <= today]
    last = max((one for one in past if one.on_day < today), key=lambda one: (one.on_day, one.id), default=None)
    open_ones = [task for task in dossier.tasks if task.done_on is None and task.kind in OWN]
    return Today(
        agreed=tuple(sorted(open_ones, key=lambda task: (task.kind != "promise", task.due or date.max, task.id))),
        dates=tuple(sorted(_dates(items), key=lambda item: (item.on < today - _LONG_AGO, item.on))),
        start=start_of(dossier, catalogue),
        last_visit=last,
        since=min(((today - visit.on_day).days for visit in past), default=None),
        follow_up=next_follow_up(dossier, today),
    )


def _dates(items: Iterable[Item]) -> list[Item]:
    return [item for item in items if item.kind not in OWN and item.kind != "measurement"]


def is_task(item: Item) -> bool:
    """Whether it can be ticked here: a step or letter is finished where it stands."""
    return item.kind in tasks.KINDS


def start_of(dossier: Dossier, catalogue: Catalogue) -> Start | None:
    """The first step that is open, of a doorbraak that goes on; else that doorbraak; else what must come first."""
    going = {one.id: one for one in dossier.interventions if one.status not in _OVER}
    steps = [step for step in dossier.steps if step.done_on is None and step.intervention in going]
    if steps:
        first = min(steps, key=lambda step: (step.due or date.max, step.id))
        return Start(first.words, first.lead, first.due)
    if going:
        one = min(going.values(), key=lambda one: one.id)
        return Start(names.intervention_name(one, catalogue), one.decider)
    wish = next((goal for goal in dossier.goals if goal.first), None)
    return Start(wish.words) if wish else None


def ago(days: int) -> str:
    """ "vandaag", "gisteren", "13 dagen geleden"."""
    return {0: "vandaag", 1: "gisteren"}.get(days, f"{days} dagen geleden")


def copy_words(at: datetime | None, now: datetime) -> str:
    """ "Kopie van 14:30, 20 minuten geleden"; of an older day with its date."""
    if at is None:
        return "Nog geen kopie"
    past = max(now - at, timedelta())
    days = (now.date() - at.date()).days
    if days > 0:
        return f"Kopie van {at.day}-{at.month} {at:%H:%M}, {ago(days)}"
    minutes = int(past.total_seconds()) // 60
    if minutes < 60:
        how = "net gemaakt" if minutes == 0 else "1 minuut geleden" if minutes == 1 else f"{minutes} minuten geleden"
    else:
        how = f"{minutes // 60} uur geleden"
    return f"Kopie van {at:%H:%M}, {how}"
