"""Who lives here and who matters: first name or role is enough, a year of birth instead of a date."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

Living = Literal["yes", "partly", "no"]
LIVING: tuple[Living, ...] = ("yes", "partly", "no")
LONGEST_NAME = 100

TABLE = Table(
    "person",
    (
        Column("household", "INTEGER NOT NULL REFERENCES household(id) ON DELETE CASCADE", "never"),
        Column("name", "TEXT NOT NULL", "never"),
        Column("role", "TEXT NOT NULL", "counted"),
        Column("birth_year", "INTEGER", "counted"),
        Column("lives_here", "TEXT NOT NULL CHECK (lives_here IN ('yes', 'partly', 'no'))", "counted"),
    ),
    indexes=("household",),
)


@dataclass(frozen=True, slots=True)
class Person:
    """`role` is an id of the catalogue's roles, or empty; `name` may be empty ("onbekend") when there is a role."""

    id: int
    household: int
    name: str
    role: str
    birth_year: int | None
    lives_here: Living


def of_household(store: Store, household: int) -> tuple[Person, ...]:
    rows = store.rows(
        "SELECT id, household, name, role, birth_year, lives_here FROM person WHERE household = ? ORDER BY id",
        [household],
    )
    return tuple(Person(*row) for row in rows)


def add(
    store: Store, household: int, *, name: str = "", role: str = "", birth_year: int | None = None,
    lives_here: Living = "yes",
) -> int:  # fmt: skip
    """Raises InputError when both name and role are empty, or the year can't be."""
    values = {"name": checks.line(name, "name", most=LONGEST_NAME), "role": checks.line(role, "role", most=80)}
    _known(values["name"], values["role"])
    return store.insert(
        "person",
        household=household,
        **values,
        birth_year=_year(birth_year),
        lives_here=checks.one_of(lives_here, LIVING, "lives_here"),
    )


def rename(store: Store, person: int, name: str) -> None:
    text = checks.line(name, "name", most=LONGEST_NAME)
    _known(text, store.one("SELECT role FROM person WHERE id = ?", [person])[0])
    store.update("person", person, name=text)


def set_role(store: Store, person: int, role: str) -> None:
    text = checks.line(role, "role", most=80)
    _known(store.one("SELECT name FROM person WHERE id = ?", [person])[0], text)
    store.update("person", person, role=text)


def set_birth_year(store: Store, person: int, year: int | None) -> None:
    store.update("person", person, birth_year=_year(year))


def set_living(store: Store, person: int, lives_here: Living) -> None:
    store.update("person", person, lives_here=checks.one_of(lives_here, LIVING, "lives_here"))


def remove(store: Store, person: int) -> None:
    store.delete("person", person)


def _known(name: str, role: str) -> None:
    if not name and not role:
        raise InputError("Vul een naam of een rol in. Een van de twee is genoeg.", "name")


def _year(year: int | None) -> int | None:
    if year is None:
        return None
    return checks.whole(
        year, "birth_year", 1900, date.today().year + 1, "Dit geboortejaar klopt niet. Schrijf vier cijfers."
    )
