"""What the household says itself: the problem as it sees it, what it can do, what went well before."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Question = Literal["problem", "self", "with-whom", "went-well", "not-allowed", "other"]
QUESTIONS: tuple[Question, ...] = ("problem", "self", "with-whom", "went-well", "not-allowed", "other")
LONGEST = 4000

TABLE = columns.record_table(
    "own_words",
    columns.belongs_to("household"),
    columns.choice("question", QUESTIONS, "never"),
    columns.words("words"),
    columns.may_name("person", "person"),
    indexes=("person",),
)


@dataclass(frozen=True, slots=True)
class OwnWords:
    """`person` said it; None when nobody in particular did."""

    id: int
    household: int
    question: Question
    words: str
    person: int | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[OwnWords, ...]:
    return reading.records(store, TABLE, OwnWords, household)


def add(
    store: Store, household: int, question: Question, words: str, *, person: int | None = None, noted: Noted = NOW
) -> int:
    """Raises InputError for an empty or too long text."""
    links.same_household(store, household, person=person)
    return store.insert(
        "own_words",
        household=household,
        question=checks.one_of(question, QUESTIONS, "question"),
        words=_words(words),
        person=person,
        **values(noted),
    )


def reword(store: Store, said: int, words: str) -> None:
    store.update("own_words", said, words=_words(words))


def set_question(store: Store, said: int, question: Question) -> None:
    store.update("own_words", said, question=checks.one_of(question, QUESTIONS, "question"))


def set_person(store: Store, said: int, person: int | None) -> None:
    links.same_household(store, links.household_of(store, "own_words", said), person=person)
    store.update("own_words", said, person=person)


def remove(store: Store, said: int) -> None:
    store.delete("own_words", said)


def _words(words: str) -> str:
    return checks.needed(checks.paragraph(words, "words", most=LONGEST), "words", "Schrijf op wat er gezegd is.")
