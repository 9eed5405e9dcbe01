"""Did it work? At each look back every doorbraak gets an answer, and why."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Worked = Literal["yes", "partly", "no", "too-early"]
WORKED: tuple[Worked, ...] = ("yes", "partly", "no", "too-early")
LONGEST = 2000

TABLE = columns.record_table(
    "outcome",
    columns.belongs_to("intervention"),
    columns.day("on_day", "counted"),
    columns.choice("worked", WORKED, "counted"),
    columns.words("why"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    id: int
    intervention: int
    on_day: date
    worked: Worked
    why: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Outcome, ...]:
    return reading.records(store, TABLE, Outcome, household)


def add(store: Store, intervention: int, worked: Worked, on_day: date, *, why: str = "", noted: Noted = NOW) -> int:
    return store.insert(
        "outcome",
        intervention=intervention,
        on_day=checks.known_day(on_day, "on_day"),
        worked=checks.one_of(worked, WORKED, "worked"),
        why=checks.paragraph(why, "why", most=LONGEST),
        **values(noted),
    )


def set_worked(store: Store, outcome: int, worked: Worked) -> None:
    store.update("outcome", outcome, worked=checks.one_of(worked, WORKED, "worked"))


def set_day(store: Store, outcome: int, on: date) -> None:
    store.update("outcome", outcome, on_day=checks.known_day(on, "on_day"))


def set_why(store: Store, outcome: int, why: str) -> None:
    store.update("outcome", outcome, why=checks.paragraph(why, "why", most=LONGEST))


def remove(store: Store, outcome: int) -> None:
    store.delete("outcome", outcome)
