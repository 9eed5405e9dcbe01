"""What waits, in all households: every open day with what it asks, and how near it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from operator import attrgetter
from typing import Any, Literal

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import agenda, people
from doorbraak.model.dossier.agenda import Agenda, Child
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.insight import choice_names, objection
from doorbraak.model.insight.first_day import first_day_of
from doorbraak.model.insight.months import add_months

Kind = agenda.Kind | Literal["measurement", "term", "turns-18"]
_TASK_NAMES: dict[Any, str] = {**choice_names.TASKS}
KIND_NAMES: dict[Kind, str] = {
    **_TASK_NAMES,
    "step": "Stap",
    "letter": "Brief",
    "event": "Dreigt",
    "measurement": "Meting",
    "term": "Bezwaar",
    "turns-18": "Wordt 18",
}
When = Literal["overdue", "today", "week", "later"]
WHENS: tuple[When, ...] = ("overdue", "today", "week", "later")
CAN_BE_DONE: frozenset[Kind] = frozenset({*agenda.KINDS} - {"event"})
FOLLOW_UPS: tuple[tuple[Moment, int], ...] = (("3", 3), ("6", 6), ("12", 12))
WEEK, AHEAD = timedelta(days=7), timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Item:
    """An open day of a household. `row` is the id of the record in the table of its kind.

    Kind "term" is the last day for bezwaar after a refusal (`row` is the doorbraak), "measurement" a follow-up
    (`row` is the household), "turns-18" the last day of the month, or of the year when no month is known, in which
    somebody comes of age (`row` is the person). `detail`: the months of a follow-up; "year" without a month.
    """

    household: int
    number: int
    name: str
    example: bool
    kind: Kind
    row: int
    on: date
    words: str = ""
    who: str = ""
    code: str = ""
    detail: str = ""

    @property
    def id(self) -> str:
        """The same as long as it is the same day of the same record's kind."""
        return f"{self.kind}-{self.row}-{self.detail}"

    @property
    def can_be_done(self) -> bool:
        return self.kind in CAN_BE_DONE


def items(known: Agenda, today: date) -> tuple[Item, ...]:
    """Every open day of the households that are not closed, earliest first, however far ahead (birthdays: a year).

    A term for bezwaar that has passed is gone: nothing can be done about it any more. So is a birthday.
    """
    open_ones = {home.id: home for home in known.households if home.closed is None}
    found = [
        *_written(known, open_ones),
        *_follow_ups(known, open_ones.values(), today),
        *_terms(known, open_ones, today),
        *_birthdays(known, open_ones, today),
    ]
    return tuple(sorted(found, key=attrgetter("on", "number", "kind", "row")))


def near(of: Iterable[Item], today: date) -> tuple[Item, ...]:
    """Those that stand in the worklist, the nearest first: all that is late, and what comes within 30 days."""
    there = [item for item in of if item.on <= today + AHEAD]
    return tuple(sorted(there, key=lambda item: nearness(item, today)))


def nearness(item: Item, today: date) -> tuple[int, date]:
    """For sorting: first what is late, then today, the week, and later."""
    return WHENS.index(when(item, today)), item.on


def when(item: Item, today: date) -> When:
    """`week`: within seven days. A measurement is never late: from its day on it can be made."""
    if item.on <= today and item.kind == "measurement":
        return "week"
    if item.on < today:
        return "overdue"
    if item.on == today:
        return "today"
    return "week" if item.on <= today + WEEK else "later"


def measurement_due(known: Agenda, home: Household, today: date) -> Moment | None:
    """The follow-up whose month has come and that nobody made; an earlier one that was missed is missed."""
    come = moment_reached(_begun(known, home), today)
    return come if come != "start" and (home.id, come) not in known.measured else None


def follow_up_days(begun: date) -> tuple[tuple[Moment, date], ...]:
    """3, 6 and 12 months after the first day (`first_day`): the days on which the sums want to know how it went."""
    return tuple((moment, add_months(begun, months)) for moment, months in FOLLOW_UPS)


def moment_reached(begun: date, today: date) -> Moment:
    """The last one whose month has come."""
    reached: Moment = "start"
    for moment, on in follow_up_days(begun):
        if _month(on) <= _month(today):
            reached = moment
    return reached


def _begun(known: Agenda, home: Household) -> date:
    return first_day_of(home, known.decided.get(home.id))


def comes_of_age(child: Child, today: date) -> bool:
    """Whether somebody becomes 18 within a year; without a month the whole year counts, this one too."""
    year = child.birth_year + people.COMING_OF_AGE
    this, next_ = _month(today), (today.year + 1, today.month)
    return this <= (year, child.month_of_18 or 12) and (year, child.month_of_18 or 1) <= next_


def what(item: Item, catalogue: Catalogue) -> str:
    """What it asks, in words: own words first, else what the catalogue calls it."""
    match item.kind:
        case "letter":
            agency = catalogue.agencies.get(item.who or item.code)
            sender = agency.name if agency else item.who or item.code
            return ": ".join(part for part in (sender, item.words) if part)
        case "event":
            event = catalogue.events.get(item.code)
            return item.words or (event.name if event else item.code)
        case "measurement":
            return f"Meting na {item.detail} maanden"
        case "term":
            step = catalogue.interventions.get(item.code)
            refused = step.name if step else item.words or item.code
            return f"Laatste dag voor bezwaar: {refused}"
        case "turns-18":
            role = catalogue.roles.get(item.code)
            child = item.who or (role.name if role else item.code) or "Iemand"
            month = "" if item.detail == "year" else f"{item.on.month}-"
            return f"{child} wordt 18 in {month}{item.on.year}"
    return item.words


def how_near(item: Item, today: date) -> str:
    """ "3 dagen te laat", "vandaag", "morgen", "over 5 dagen"; "kan nu" of a measurement."""
    if item.on <= today and item.kind == "measurement":
        return "kan nu"
    return from_today(item.on, today)


def from_today(on: date, today: date) -> str:
    """ "3 dagen te laat", "vandaag", "morgen", "over 5 dagen"."""
    days = (on - today).days
    if days < 0:
        return "1 dag te laat" if days == -1 else f"{-days} dagen te laat"
    return {0: "vandaag", 1: "morgen"}.get(days, f"over {days} dagen")


def _item(home: Household, kind: Kind, row: int, on: date, **more: str) -> Item:
    return Item(home.id, home.number, home.name, home.example, kind, row, on, **more)


def _written(known: Agenda, homes: dict[int, Household]) -> Iterator[Item]:
    for due in known.due:
        if due.household in homes:
            home = homes[due.household]
            yield _item(home, due.kind, due.row, due.on, words=due.words, who=due.who, code=due.code)


def _follow_ups(known: Agenda, homes: Iterable[Household], today: date) -> Iterator[Item]:
    """The one that is due now, and the next ones."""
    for home in homes:
        due = measurement_due(known, home, today)
        for moment, on in follow_up_days(_begun(known, home)):
            ahead = _month(on) > _month(today) and (home.id, moment) not in known.measured
            if moment == due or ahead:
                yield _item(home, "measurement", home.id, on, detail=moment)


def _terms(known: Agenda, homes: dict[int, Household], today: date) -> Iterator[Item]:
    for refused in known.refusals:
        last = refused.on + objection.TERM
        if refused.household in homes and last >= today:
            home = homes[refused.household]
            yield _item(home, "term", refused.intervention, last, words=refused.words, code=refused.code)


def _birthdays(known: Agenda, homes: dict[int, Household], today: date) -> Iterator[Item]:
    for child in known.children:
        if child.household not in homes or not comes_of_age(child, today):
            continue
        home, detail = homes[child.household], "" if child.month_of_18 else "year"
        # Shown until its month is over, or its year when no month is known: the day itself is not asked.
        begins = date(child.birth_year + people.COMING_OF_AGE, child.month_of_18 or 12, 1)
        on = add_months(begins, 1) - timedelta(days=1)
        if on >= today:
            yield _item(home, "turns-18", child.person, on, who=child.name, code=child.role, detail=detail)


def _month(on: date) -> tuple[int, int]:
    return on.year, on.month
