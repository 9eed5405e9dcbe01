"""What is written at the table goes into the records that are there, and makes the visit of today by itself."""

from collections.abc import Callable
from datetime import date
from typing import Any

from doorbraak.model.dossier import measurements, own_words, tasks, visits
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.dossier.noted import Noted
from doorbraak.model.dossier.own_words import Question
from doorbraak.model.dossier.visits import Conversation
from doorbraak.model.insight.guide import Ask, said_today, visit_of, with_answer
from doorbraak.model.insight.talk import grade_today
from doorbraak.model.workspace.store import Store

FROM_THEM = Noted("household")


def within_visit(
    store: Store, household: int, conversation: Conversation, verb: Callable[..., Any], *args: Any, **values: Any
) -> Any:
    """`verb`, after the visit of today is there: nobody has to write down apart that there was one."""
    visit_today(store, household, conversation)
    return verb(store, *args, **values)


def visit_today(store: Store, household: int, conversation: Conversation) -> int:
    found = visit_of(visits.of_household(store, household), date.today())
    if found is not None:
        return found.id
    return visits.add(store, household, date.today(), place="home", conversation=conversation)


def choose_conversation(store: Store, household: int, conversation: Conversation) -> None:
    """Only of a visit that is there: choosing alone is no visit yet."""
    found = visit_of(visits.of_household(store, household), date.today())
    if found is not None:
        visits.set_conversation(store, found.id, conversation)


def say(store: Store, household: int, question: Question, text: str) -> None:
    """The answer of today: write it, change it, or take it away when nothing is left. Raises InputError."""
    said = said_today(own_words.of_household(store, household), question, date.today())
    if said is not None and text.strip():
        own_words.reword(store, said.id, text)
    elif said is not None:
        own_words.remove(store, said.id)
    elif text.strip():
        own_words.add(store, household, question, text, noted=FROM_THEM)


def answer(store: Store, household: int, conversation: Conversation, ask: Ask, text: str) -> None:
    """To the own words or to the report of the visit, as the question says. Raises InputError."""
    if ask.to != "report":
        say(store, household, ask.to, text)
        return
    visit = visit_today(store, household, conversation)
    report = next(one.report for one in visits.of_household(store, household) if one.id == visit)
    visits.set_report(store, visit, with_answer(report, ask, text))


def grade(store: Store, household: int, measure: str, moment: Moment, person: int | None, figure: int | None) -> None:
    """The figure of today, 0 to 10; None takes it away: who rather gives none, gives none."""
    measured = measurements.of_household(store, household)
    given = grade_today(measured, measure, moment, person, date.today())
    if figure is None:
        if given is not None:
            measurements.remove(store, given.id)
    elif given is not None:
        measurements.set_found(store, given.id, figure * 100)
    else:
        measurements.add(
            store, household, measure, moment=moment, on_day=date.today(), value_e2=figure * 100, person=person,
            noted=FROM_THEM,
        )  # fmt: skip


def act_now(store: Store, household: int, words: str, who: str, done: bool) -> None:
    """The first action: a promise of today, and maybe kept at once. Raises InputError."""
    today = date.today()
    tasks.add(store, household, words, kind="promise", lead=who, due=today, done_on=today if done else None)
