"""Who has authority (gezag) over a child: consent and rights hang on it."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

Authority = Literal["parental", "guardian", "temporary", "institution", "unknown"]
AUTHORITIES: tuple[Authority, ...] = ("parental", "guardian", "temporary", "institution", "unknown")

TABLE = columns.record_table(
    "custody",
    columns.belongs_to("person"),
    columns.choice("authority", AUTHORITIES, "never"),
    columns.may_name("holder", "person", gone="CASCADE"),
    columns.words("words"),
    constraints=("CHECK (person <> holder)",),
    indexes=("holder",),
)


@dataclass(frozen=True, slots=True)
class Custody:
    """Over the child `person`; `holder` is somebody in the dossier, or None and then `words` says who."""

    id: int
    person: int
    authority: Authority
    holder: int | None
    words: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Custody, ...]:
    return reading.records(store, TABLE, Custody, household)


def add(
    store: Store, person: int, *, authority: Authority = "parental", holder: int | None = None, words: str = "",
    noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for a child over itself."""
    _other(store, person, holder)
    return store.insert(
        "custody",
        person=person,
        authority=checks.one_of(authority, AUTHORITIES, "authority"),
        holder=holder,
        words=checks.line(words, "words"),
        **values(noted),
    )


def set_authority(store: Store, custody: int, authority: Authority) -> None:
    store.update("custody", custody, authority=checks.one_of(authority, AUTHORITIES, "authority"))


def set_holder(store: Store, custody: int, holder: int | None) -> None:
    _other(store, store.one("SELECT person FROM custody WHERE id = ?", [custody])[0], holder)
    store.update("custody", custody, holder=holder)


def reword(store: Store, custody: int, words: str) -> None:
    store.update("custody", custody, words=checks.line(words, "words"))


def remove(store: Store, custody: int) -> None:
    store.delete("custody", custody)


def _other(store: Store, person: int, holder: int | None) -> None:
    if person == holder:
        raise InputError("Een kind heeft geen gezag over zichzelf. Kies een ander.", "holder")
    links.same_household(store, links.household_of(store, "person", person), person=holder)
