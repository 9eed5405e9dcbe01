"""Where the household wants to stand, in its own words."""

from dataclasses import dataclass

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

TABLE = Table(
    "goal",
    (
        Column("household", "INTEGER NOT NULL REFERENCES household(id) ON DELETE CASCADE", "never"),
        Column("words", "TEXT NOT NULL", "never"),
        Column("first", "INTEGER NOT NULL CHECK (first IN (0, 1))", "never"),
    ),
    indexes=("household",),
)
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Goal:
    """`first`: the household says that this has to come first."""

    id: int
    household: int
    words: str
    first: bool


def of_household(store: Store, household: int) -> tuple[Goal, ...]:
    rows = store.rows("SELECT id, household, words, first FROM goal WHERE household = ? ORDER BY id", [household])
    return tuple(Goal(id_, of, words, bool(first)) for id_, of, words, first in rows)


def add(store: Store, household: int, words: str, *, first: bool = False) -> int:
    """Raises InputError for an empty or too long text."""
    return store.insert("goal", household=household, words=_words(words), first=int(first))


def reword(store: Store, goal: int, words: str) -> None:
    store.update("goal", goal, words=_words(words))


def put_first(store: Store, goal: int, first: bool) -> None:
    store.update("goal", goal, first=int(first))


def remove(store: Store, goal: int) -> None:
    store.delete("goal", goal)


def _words(words: str) -> str:
    text = checks.paragraph(words, "words", most=LONGEST)
    if not text:
        raise InputError("Schrijf het doel in de woorden van het huishouden.", "words")
    return text
