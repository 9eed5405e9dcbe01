"""Where the household wants to stand, in its own words."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

TABLE = columns.record_table(
    "goal", columns.belongs_to("household"), columns.words("words"), columns.flag("first", "never")
)
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Goal:
    """`first`: the household says that this has to come first."""

    id: int
    household: int
    words: str
    first: bool
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Goal, ...]:
    return reading.records(store, TABLE, Goal, household)


def add(store: Store, household: int, words: str, *, first: bool = False, noted: Noted = NOW) -> int:
    """Raises InputError for an empty or too long text."""
    return store.insert("goal", household=household, words=_words(words), first=int(first), **values(noted))


def reword(store: Store, goal: int, words: str) -> None:
    store.update("goal", goal, words=_words(words))


def put_first(store: Store, goal: int, first: bool) -> None:
    store.update("goal", goal, first=int(first))


def remove(store: Store, goal: int) -> None:
    store.delete("goal", goal)


def _words(words: str) -> str:
    text = checks.paragraph(words, "words", most=LONGEST)
    return checks.needed(text, "words", "Schrijf het doel in de woorden van het huishouden.")
