"""What turned a life: a birth, a divorce, a death, a job, a move; the timeline of a household."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Kind = Literal[
    "birth", "death", "together", "divorce", "job", "job-lost", "detention", "move", "homeless", "illness",
    "child-placed", "other",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "birth", "death", "together", "divorce", "job", "job-lost", "detention", "move", "homeless", "illness",
    "child-placed", "other",
)  # fmt: skip
LONGEST = 1000

TABLE = columns.record_table(
    "life_event",
    columns.belongs_to("household"),
    columns.choice("kind", KINDS, "never"),
    columns.words("words"),
    columns.number("year", 1900, 2200, "never"),
    columns.maybe_number("month", 1, 12, "never"),
    columns.may_name("person", "person"),
    indexes=("person",),
)


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """`month` is 1 to 12, or None when only the year is known."""

    id: int
    household: int
    kind: Kind
    words: str
    year: int
    month: int | None
    person: int | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[LifeEvent, ...]:
    return reading.records(store, TABLE, LifeEvent, household)


def add(
    store: Store, household: int, kind: Kind, *, year: int, month: int | None = None, words: str = "",
    person: int | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for a year or month that can't be."""
    links.same_household(store, household, person=person)
    return store.insert(
        "life_event",
        household=household,
        kind=checks.one_of(kind, KINDS, "kind"),
        words=checks.paragraph(words, "words", most=LONGEST),
        year=_year(year),
        month=_month(month),
        person=person,
        **values(noted),
    )


def set_kind(store: Store, event: int, kind: Kind) -> None:
    store.update("life_event", event, kind=checks.one_of(kind, KINDS, "kind"))


def reword(store: Store, event: int, words: str) -> None:
    store.update("life_event", event, words=checks.paragraph(words, "words", most=LONGEST))


def set_when(store: Store, event: int, year: int, month: int | None) -> None:
    store.update("life_event", event, year=_year(year), month=_month(month))


def set_person(store: Store, event: int, person: int | None) -> None:
    links.same_household(store, links.household_of(store, "life_event", event), person=person)
    store.update("life_event", event, person=person)


def remove(store: Store, event: int) -> None:
    store.delete("life_event", event)


def _year(year: int) -> int:
    latest = date.today().year + checks.MOST_YEARS_AHEAD
    return checks.whole(year, "year", 1900, latest, "Dit jaartal klopt niet. Schrijf vier cijfers.")


def _month(month: int | None) -> int | None:
    return None if month is None else checks.whole(month, "month", 1, 12, "Kies een maand van 1 tot en met 12.")
