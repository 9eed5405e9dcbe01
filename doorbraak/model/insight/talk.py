"""What is said at the table and read back before leaving: u, wij, wat kan stoppen; and one line to close with."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import OFF
from doorbraak.model.dossier.measurements import Measurement, Moment
from doorbraak.model.insight import names
from doorbraak.model.insight.figures import Figures, present_agencies
from doorbraak.model.insight.guide import said_before, said_today
from doorbraak.model.insight.knots import Knots
from doorbraak.model.insight.load import Action, load_of
from doorbraak.model.insight.talk_asked import letter_words
from doorbraak.model.insight.talk_promise import short_day
from doorbraak.model.insight.talk_words import in_plain_words

GRADES = ("kwaliteit-van-leven", "ervaren-grip", "nut-van-de-hulp", "vertrouwen")
"""Measures of 0 to 10 that people give themselves, in the order in which they are asked."""
_DONE = {"stop": "stopt", "pause": "pauzeert"}


@dataclass(frozen=True, slots=True)
class Ours:
    """Something that is not the household's to do: `source` "step" or "task", with its id."""

    source: str
    id: int
    words: str
    who: str
    due: date | None


@dataclass(frozen=True, slots=True)
class Told:
    """A heading with short sentences under it; what people said themselves stands between quotation marks."""

    title: str
    sentences: tuple[str, ...]


def ours_of(dossier: Dossier) -> tuple[Ours, ...]:
    """Open steps and tasks that somebody else than the household does, the first due first."""
    load = {(action.source, action.id) for action in load_of(dossier)}
    off = {one.id for one in dossier.interventions if one.status in OFF}
    found = [
        Ours("step", step.id, step.words, step.lead, step.due)
        for step in dossier.steps
        if step.done_on is None and step.intervention not in off and ("step", step.id) not in load
    ]
    found += [
        Ours("task", task.id, task.words, task.lead, task.due)
        for task in dossier.tasks
        if task.done_on is None and task.intervention not in off and ("task", task.id) not in load
    ]
    return tuple(sorted(found, key=lambda one: (one.due or date.max, one.source, one.id)))


def us_of(dossier: Dossier) -> str:
    """Who "wij" is until somebody says otherwise: the one contact person, or else the team."""
    return dossier.household.lead or "Wijkteam"


def agencies_at_table(dossier: Dossier, catalogue: Catalogue, today: date) -> tuple[Agency, ...]:
    """Those that are there now, the busiest first."""
    present = present_agencies(dossier.agencies, today)
    return tuple(sorted(present, key=lambda one: (-one.contacts_e2, names.agency_name(one, catalogue).casefold())))


def grade_today(
    measured: Iterable[Measurement], measure: str, moment: Moment, person: int | None, today: date
) -> Measurement | None:
    """The figure that was given today; of two the last."""
    found = [
        one for one in measured if (one.measure, one.moment, one.person, one.on_day) == (measure, moment, person, today)
    ]
    return max(found, key=lambda one: one.id, default=None)


def grade_before(measured: Iterable[Measurement], measure: str, person: int | None, today: date) -> Measurement | None:
    """The last one of an earlier day."""
    found = [one for one in measured if (one.measure, one.person) == (measure, person) and one.on_day < today]
    return max(found, key=lambda one: (one.on_day, one.id), default=None)


def contacts_line(figures: Figures) -> str:
    """ "24,4 contacten per maand nu, 5 straks."; what nobody chose about yet counts as it is."""
    now, then = names.contacts(figures.contacts_e2), names.contacts(figures.planned.contacts_e2)
    return f"{now} {'contact' if now == '1' else 'contacten'} per maand nu, {then} straks."


def first_steps(dossier: Dossier, today: date) -> int:
    """What was agreed to do at once, today; before that, what the household wants first."""
    now = sum(task.kind == "promise" and task.due == today and task.noted_on == today for task in dossier.tasks)
    return now or sum(goal.first for goal in dossier.goals)


def closing_line(figures: Figures, knots: Knots, steps: int) -> str:
    """ "19 instanties, 2 knopen, 1 eerste stap"; "zeker" where more knots than these were not looked for."""
    least = "zeker " if knots.bounded else ""
    return ", ".join(
        (
            _count(figures.agencies, "instantie", "instanties"),
            least + _count(len(knots.circuits), "knoop", "knopen"),
            _count(steps, "eerste stap", "eerste stappen"),
        )
    )


def read_back(dossier: Dossier, catalogue: Catalogue, today: date) -> tuple[Told, ...]:
    """Short sentences from the records, in the order of the talk. A part without any is left out."""

    def plain(text: str) -> str:
        return in_plain_words(text, catalogue.words)

    said = said_today(dossier.own_words, "problem", today)
    problem = (said,) if said else said_before(dossier.own_words, "problem", today)
    called = {person.id: names.person_called(person, catalogue) for person in dossier.people}
    first = [goal for goal in dossier.goals if goal.first]
    later = [goal for goal in dossier.goals if not goal.first]
    load = load_of(dossier)
    agreed = [action for action in load if action.source != "letter"]
    asked = [action for action in load if action.source == "letter"]
    parts = (
        Told("U zegt", tuple(_said(one.words, called.get(one.person or 0, "")) for one in problem)),
        Told("Over een jaar", tuple(_said(goal.words) for goal in later)),
        Told("Dit moet eerst", tuple(_said(goal.words) for goal in first)),
        Told("U doet", tuple(plain(action_words(action)) for action in agreed)),
        Told("Brieven vragen van u", tuple(letter_words(action, dossier, catalogue) for action in asked)),
        Told("Wij doen", tuple(plain(ours_words(one)) for one in ours_of(dossier))),
        Told("Dit kan stoppen", _stops(agencies_at_table(dossier, catalogue, today), catalogue)),
    )
    return tuple(part for part in parts if part.sentences)


def action_words(action: Action) -> str:
    """Of a step or task: "Post openen, voor 1 december."."""
    return _sentence(action.words, _by(action.due))


def ours_words(one: Ours) -> str:
    """ "Noor: bellen met de bank, voor 1 december."."""
    return _sentence(f"{one.who}: {one.words}" if one.who else one.words, _by(one.due))


def _by(due: date | None) -> str:
    return f"voor {short_day(due)}" if due else ""


def _sentence(words: str, more: str) -> str:
    bare = words.strip().rstrip(".")
    return f"{bare}, {more}." if more else f"{bare}."


def _said(words: str, who: str = "") -> str:
    quoted = f"“{' '.join(words.split())}”"
    return f"{who}: {quoted}" if who else quoted


def _stops(listed: Iterable[Agency], catalogue: Catalogue) -> tuple[str, ...]:
    present = {agency.id: names.agency_name(agency, catalogue) for agency in listed}
    found = []
    for agency in listed:
        into = present.get(agency.merges_into or 0)
        if agency.future == "merge" and into:
            found.append(f"{present[agency.id]} gaat op in {into}.")
        elif agency.future in ("stop", "pause"):
            when = f" {agency.ends_when.strip().rstrip('.')}" if agency.ends_when else ""
            found.append(f"{present[agency.id]} {_DONE[agency.future]}.{when and when + '.'}")
    return tuple(found)


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
