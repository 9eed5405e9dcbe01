"""What has to be done and what comes: tasks with who and when, and days that count by themselves."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Kind = Literal["task", "promise", "appointment", "payment", "deadline", "objection"]
KINDS: tuple[Kind, ...] = ("task", "promise", "appointment", "payment", "deadline", "objection")
LONGEST = 500

TABLE = columns.record_table(
    "task",
    columns.belongs_to("household"),
    columns.choice("kind", KINDS, "never"),
    columns.words("words"),
    columns.words("lead"),
    columns.maybe_day("due", "never"),
    columns.maybe_day("done_on", "never"),
    columns.may_name("intervention", "intervention"),
    indexes=("intervention",),
)


@dataclass(frozen=True, slots=True)
class Task:
    """`kind` "objection": the last day for bezwaar. `lead`: who does it. `done_on`: done, or gone by."""

    id: int
    household: int
    kind: Kind
    words: str
    lead: str
    due: date | None
    done_on: date | None
    intervention: int | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Task, ...]:
    return reading.records(store, TABLE, Task, household)


def add(
    store: Store, household: int, words: str, *, kind: Kind = "task", lead: str = "", due: date | None = None,
    done_on: date | None = None, intervention: int | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for an empty text."""
    links.same_household(store, household, intervention=intervention)
    return store.insert(
        "task",
        household=household,
        kind=checks.one_of(kind, KINDS, "kind"),
        words=_words(words),
        lead=checks.line(lead, "lead", most=100),
        due=checks.day(due, "due"),
        done_on=checks.day(done_on, "done_on"),
        intervention=intervention,
        **values(noted),
    )


def reword(store: Store, task: int, words: str) -> None:
    store.update("task", task, words=_words(words))


def set_kind(store: Store, task: int, kind: Kind) -> None:
    store.update("task", task, kind=checks.one_of(kind, KINDS, "kind"))


def set_lead(store: Store, task: int, lead: str) -> None:
    store.update("task", task, lead=checks.line(lead, "lead", most=100))


def set_due(store: Store, task: int, on: date | None) -> None:
    store.update("task", task, due=checks.day(on, "due"))


def finish(store: Store, task: int, on: date | None) -> None:
    """Done on that day; None: not yet."""
    store.update("task", task, done_on=checks.day(on, "done_on"))


def set_intervention(store: Store, task: int, intervention: int | None) -> None:
    links.same_household(store, links.household_of(store, "task", task), intervention=intervention)
    store.update("task", task, intervention=intervention)


def remove(store: Store, task: int) -> None:
    store.delete("task", task)


def _words(words: str) -> str:
    return checks.needed(checks.line(words, "words", most=LONGEST), "words", "Schrijf wat er moet gebeuren.")
