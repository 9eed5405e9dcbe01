"""Who lives here and who matters: first name or role is enough, a year of birth instead of a date."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

Living = Literal["yes", "partly", "no"]
LIVING: tuple[Living, ...] = ("yes", "partly", "no")
Sex = Literal["", "man", "woman", "other"]
SEXES: tuple[Sex, ...] = ("", "man", "woman", "other")
LONGEST_NAME = 100
COMING_OF_AGE = 18

TABLE = columns.record_table(
    "person",
    columns.belongs_to("household"),
    columns.words("name"),
    columns.code("role", "counted"),
    columns.maybe_number("birth_year", 1900, 2200, "counted"),
    columns.choice("lives_here", LIVING, "counted"),
    columns.choice("sex", SEXES, "never"),
    columns.maybe_number("month_of_18", 1, 12, "never"),
    columns.flag("died", "never"),
)

MARK = Table(
    "person_mark",
    (columns.belongs_to("person"), Column("mark", "TEXT NOT NULL UNIQUE", "never")),
    indexes=("person",),
)
"""Random bytes by which somebody is known once erased, so that no copy brings them back. No record ever holds them."""


@dataclass(frozen=True, slots=True)
class Person:
    """`role` is an id of the catalogue's roles, or empty; `name` may be empty ("onbekend") when there is a role.

    `sex` chooses the genogram's sign (square, circle, diamond); "" is not said. `month_of_18`: the month in which
    a child comes of age, in the year that follows from `birth_year`.
    """

    id: int
    household: int
    name: str
    role: str
    birth_year: int | None
    lives_here: Living
    sex: Sex
    month_of_18: int | None
    died: bool
    origin: Origin
    noted_on: date

    @property
    def year_of_18(self) -> int | None:
        return None if self.birth_year is None else self.birth_year + COMING_OF_AGE


def of_household(store: Store, household: int) -> tuple[Person, ...]:
    return reading.records(store, TABLE, Person, household)


def add(
    store: Store, household: int, *, name: str = "", role: str = "", birth_year: int | None = None,
    lives_here: Living = "yes", sex: Sex = "", month_of_18: int | None = None, died: bool = False, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError when both name and role are empty, or the year or month can't be."""
    name, role = checks.line(name, "name", most=LONGEST_NAME), checks.code(role, "role")
    _known(name, role)
    person = store.insert(
        "person",
        household=household,
        name=name,
        role=role,
        birth_year=_year(birth_year),
        lives_here=checks.one_of(lives_here, LIVING, "lives_here"),
        sex=checks.one_of(sex, SEXES, "sex"),
        month_of_18=_month(month_of_18),
        died=int(died),
        **values(noted),
    )
    store.insert("person_mark", person=person, mark=secrets.token_hex(32))
    return person


def rename(store: Store, person: int, name: str) -> None:
    text = checks.line(name, "name", most=LONGEST_NAME)
    _known(text, store.one("SELECT role FROM person WHERE id = ?", [person])[0])
    store.update("person", person, name=text)


def set_role(store: Store, person: int, role: str) -> None:
    text = checks.code(role, "role")
    _known(store.one("SELECT name FROM person WHERE id = ?", [person])[0], text)
    store.update("person", person, role=text)


def set_birth_year(store: Store, person: int, year: int | None) -> None:
    store.update("person", person, birth_year=_year(year))


def set_living(store: Store, person: int, lives_here: Living) -> None:
    store.update("person", person, lives_here=checks.one_of(lives_here, LIVING, "lives_here"))


def set_sex(store: Store, person: int, sex: Sex) -> None:
    store.update("person", person, sex=checks.one_of(sex, SEXES, "sex"))


def set_month_of_18(store: Store, person: int, month: int | None) -> None:
    store.update("person", person, month_of_18=_month(month))


def set_died(store: Store, person: int, died: bool) -> None:
    store.update("person", person, died=int(died))


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


def _month(month: int | None) -> int | None:
    return None if month is None else checks.whole(month, "month_of_18", 1, 12, "Kies een maand van 1 tot en met 12.")
