"""What is stuck: from the catalogue or in own words, for whom, and who owns it."""

from dataclasses import dataclass
from typing import Literal

from doorbraak.model.dossier import checks, links
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

Owner = Literal["", "household", "professional", "system"]
OWNERS: tuple[Owner, ...] = ("", "household", "professional", "system")

TABLE = Table(
    "problem",
    (
        Column("household", "INTEGER NOT NULL REFERENCES household(id) ON DELETE CASCADE", "never"),
        Column("kind", "TEXT NOT NULL", "counted"),
        Column("words", "TEXT NOT NULL", "never"),
        Column("life_domain", "TEXT NOT NULL", "counted"),
        Column("owner", "TEXT NOT NULL CHECK (owner IN ('', 'household', 'professional', 'system'))", "counted"),
    ),
    indexes=("household",),
)
PEOPLE = Table(
    "problem_person",
    (
        Column("problem", "INTEGER NOT NULL REFERENCES problem(id) ON DELETE CASCADE", "never"),
        Column("person", "INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE", "never"),
    ),
    constraints=("UNIQUE (problem, person)",),
    indexes=("person",),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """`kind` is a catalogue id or empty; then `words` says what it is. `people` are ids, in order."""

    id: int
    household: int
    kind: str
    words: str
    life_domain: str
    owner: Owner
    people: tuple[int, ...]


def of_household(store: Store, household: int) -> tuple[Problem, ...]:
    rows = store.rows(
        "SELECT id, household, kind, words, life_domain, owner FROM problem WHERE household = ? ORDER BY id",
        [household],
    )
    people = links.of_household(store, PEOPLE.name, "problem", "person", household)
    return tuple(
        Problem(id_, of, kind, words, life_domain, owner, people.get(id_, ()))
        for id_, of, kind, words, life_domain, owner in rows
    )


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", life_domain: str, owner: Owner = "",
    people: tuple[int, ...] = (),
) -> int:  # fmt: skip
    """Raises InputError without kind and words, or when the household has this kind already."""
    text = checks.line(words, "words")
    if not kind and not text:
        raise InputError("Kies een probleem uit de lijst, of schrijf het in eigen woorden.", "words")
    if kind and store.rows("SELECT 1 FROM problem WHERE household = ? AND kind = ?", [household, kind]):
        raise InputError("Dit probleem staat al bij dit huishouden.", "kind")
    problem = store.insert(
        "problem",
        household=household,
        kind=checks.line(kind, "kind", most=80),
        words=text,
        life_domain=checks.line(life_domain, "life_domain", most=80),
        owner=checks.one_of(owner, OWNERS, "owner"),
    )
    set_people(store, problem, people)
    return problem


def reword(store: Store, problem: int, words: str) -> None:
    """The household's own words beside or instead of the catalogue's. Raises InputError when nothing is left."""
    text = checks.line(words, "words")
    if not text and not store.one("SELECT kind FROM problem WHERE id = ?", [problem])[0]:
        raise InputError("Schrijf wat er vastzit, in eigen woorden.", "words")
    store.update("problem", problem, words=text)


def set_life_domain(store: Store, problem: int, life_domain: str) -> None:
    store.update("problem", problem, life_domain=checks.line(life_domain, "life_domain", most=80))


def set_owner(store: Store, problem: int, owner: Owner) -> None:
    store.update("problem", problem, owner=checks.one_of(owner, OWNERS, "owner"))


def set_people(store: Store, problem: int, people: tuple[int, ...]) -> None:
    """Whose problem it is."""
    links.replace(store, PEOPLE.name, "problem", "person", problem, people)


def remove(store: Store, problem: int) -> None:
    store.delete("problem", problem)
