"""What stands in the way of a doorbraak, on which rung it stands (a law, or only a habit), and what was tried."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.workspace.store import Store

Rung = Literal["", "law", "ordinance", "policy-rule", "work-process", "ict", "habit"]
RUNGS: tuple[Rung, ...] = ("", "law", "ordinance", "policy-rule", "work-process", "ict", "habit")
LONGEST = 2000

TABLE = columns.record_table(
    "barrier",
    columns.belongs_to("intervention"),
    columns.words("words"),
    columns.choice("rung", RUNGS, "never"),
    columns.words("tried"),
    columns.maybe_day("gone_on", "never"),
)


@dataclass(frozen=True, slots=True)
class Barrier:
    """`rung`: the barrière-ladder, from hard to soft. `gone_on`: the day on which it no longer stood in the way."""

    id: int
    intervention: int
    words: str
    rung: Rung
    tried: str
    gone_on: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Barrier, ...]:
    return reading.records(store, TABLE, Barrier, household)


def add(
    store: Store, intervention: int, words: str, *, rung: Rung = "", tried: str = "", gone_on: date | None = None,
    noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for an empty text."""
    return store.insert(
        "barrier",
        intervention=intervention,
        words=_words(words),
        rung=checks.one_of(rung, RUNGS, "rung"),
        tried=checks.paragraph(tried, "tried", most=LONGEST),
        gone_on=checks.day(gone_on, "gone_on"),
        **values(noted),
    )


def reword(store: Store, barrier: int, words: str) -> None:
    store.update("barrier", barrier, words=_words(words))


def set_rung(store: Store, barrier: int, rung: Rung) -> None:
    store.update("barrier", barrier, rung=checks.one_of(rung, RUNGS, "rung"))


def set_tried(store: Store, barrier: int, tried: str) -> None:
    store.update("barrier", barrier, tried=checks.paragraph(tried, "tried", most=LONGEST))


def set_gone_on(store: Store, barrier: int, on: date | None) -> None:
    store.update("barrier", barrier, gone_on=checks.day(on, "gone_on"))


def remove(store: Store, barrier: int) -> None:
    store.delete("barrier", barrier)


def _words(words: str) -> str:
    return checks.needed(checks.paragraph(words, "words", most=LONGEST), "words", "Schrijf wat er in de weg staat.")
