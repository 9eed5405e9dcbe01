"""A person's own statement: what somebody wants to stand beside the dossier, word for word."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

LONGEST = 10_000

TABLE = columns.record_table(
    "statement",
    columns.belongs_to("household"),
    columns.words("words"),
    columns.may_name("person", "person"),
    columns.words("by_whom"),
    columns.day("on_day", "never"),
    indexes=("person",),
)


@dataclass(frozen=True, slots=True)
class Statement:
    """By the `person` of the dossier, or by somebody else: `by_whom`."""

    id: int
    household: int
    words: str
    person: int | None
    by_whom: str
    on_day: date
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Statement, ...]:
    return reading.records(store, TABLE, Statement, household)


def add(
    store: Store, household: int, words: str, *, on_day: date, person: int | None = None, by_whom: str = "",
    noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for an empty text."""
    links.same_household(store, household, person=person)
    return store.insert(
        "statement",
        household=household,
        words=_words(words),
        person=person,
        by_whom=checks.line(by_whom, "by_whom", most=100),
        on_day=checks.known_day(on_day, "on_day"),
        **values(noted),
    )


def reword(store: Store, statement: int, words: str) -> None:
    store.update("statement", statement, words=_words(words))


def set_person(store: Store, statement: int, person: int | None) -> None:
    links.same_household(store, links.household_of(store, "statement", statement), person=person)
    store.update("statement", statement, person=person)


def set_by_whom(store: Store, statement: int, by_whom: str) -> None:
    store.update("statement", statement, by_whom=checks.line(by_whom, "by_whom", most=100))


def set_day(store: Store, statement: int, on: date) -> None:
    store.update("statement", statement, on_day=checks.known_day(on, "on_day"))


def remove(store: Store, statement: int) -> None:
    store.delete("statement", statement)


def _words(words: str) -> str:
    return checks.needed(checks.paragraph(words, "words"), "words", "Schrijf de verklaring op, in eigen woorden.")
