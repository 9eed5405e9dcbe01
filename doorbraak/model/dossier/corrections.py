"""Corrections that somebody asked for: the old text, the new text, who asked, when, and what was decided."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

Decision = Literal["", "done", "partly", "refused", "statement"]
DECISIONS: tuple[Decision, ...] = ("", "done", "partly", "refused", "statement")
"""The last one: it stays as it is, and a statement of the person's own stands beside it."""
LONGEST = 4000

TABLE = columns.record_table(
    "correction",
    columns.belongs_to("household"),
    columns.words("place"),
    columns.words("old_text"),
    columns.words("new_text"),
    columns.words("asked_by"),
    columns.may_name("person", "person"),
    columns.day("on_day", "never"),
    columns.choice("decision", DECISIONS, "never"),
    columns.words("reason"),
    columns.maybe_day("decided_on", "never"),
    indexes=("person",),
)


@dataclass(frozen=True, slots=True)
class Correction:
    """`place`: where it stood. `asked_by`, or the `person` of the dossier. `reason`: of what was decided."""

    id: int
    household: int
    place: str
    old_text: str
    new_text: str
    asked_by: str
    person: int | None
    on_day: date
    decision: Decision
    reason: str
    decided_on: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Correction, ...]:
    return reading.records(store, TABLE, Correction, household)


def add(
    store: Store, household: int, *, on_day: date, place: str = "", old_text: str = "", new_text: str = "",
    asked_by: str = "", person: int | None = None, decision: Decision = "", reason: str = "",
    decided_on: date | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError without an old and a new text."""
    links.same_household(store, household, person=person)
    old, new = _text(old_text, "old_text"), _text(new_text, "new_text")
    _known(old, new, "new_text")
    return store.insert(
        "correction",
        household=household,
        place=checks.line(place, "place"),
        old_text=old,
        new_text=new,
        asked_by=checks.line(asked_by, "asked_by", most=100),
        person=person,
        on_day=checks.known_day(on_day, "on_day"),
        decision=checks.one_of(decision, DECISIONS, "decision"),
        reason=_text(reason, "reason"),
        decided_on=checks.day(decided_on, "decided_on"),
        **values(noted),
    )


def set_place(store: Store, correction: int, place: str) -> None:
    store.update("correction", correction, place=checks.line(place, "place"))


def set_old_text(store: Store, correction: int, old_text: str) -> None:
    text = _text(old_text, "old_text")
    (kept,) = store.one("SELECT new_text FROM correction WHERE id = ?", [correction])
    _known(text, kept, "old_text")
    store.update("correction", correction, old_text=text)


def set_new_text(store: Store, correction: int, new_text: str) -> None:
    text = _text(new_text, "new_text")
    (kept,) = store.one("SELECT old_text FROM correction WHERE id = ?", [correction])
    _known(kept, text, "new_text")
    store.update("correction", correction, new_text=text)


def set_asked_by(store: Store, correction: int, asked_by: str) -> None:
    store.update("correction", correction, asked_by=checks.line(asked_by, "asked_by", most=100))


def set_person(store: Store, correction: int, person: int | None) -> None:
    links.same_household(store, links.household_of(store, "correction", correction), person=person)
    store.update("correction", correction, person=person)


def set_day(store: Store, correction: int, on: date) -> None:
    store.update("correction", correction, on_day=checks.known_day(on, "on_day"))


def decide(store: Store, correction: int, decision: Decision, on: date) -> None:
    """Without a decision there is no day of it either."""
    chosen, day = checks.one_of(decision, DECISIONS, "decision"), checks.known_day(on, "decided_on")
    store.update("correction", correction, decision=chosen, decided_on=day if chosen else None)


def set_decided_on(store: Store, correction: int, on: date | None) -> None:
    store.update("correction", correction, decided_on=checks.day(on, "decided_on"))


def answer_by(correction: Correction) -> date:
    """Within a month of the request (AVG article 12 lid 3): the same day of the next month, or its last one."""
    asked = correction.on_day
    year, month = (asked.year + 1, 1) if asked.month == 12 else (asked.year, asked.month + 1)
    return date(year, month, min(asked.day, monthrange(year, month)[1]))


def set_reason(store: Store, correction: int, reason: str) -> None:
    store.update("correction", correction, reason=_text(reason, "reason"))


def remove(store: Store, correction: int) -> None:
    store.delete("correction", correction)


def _text(text: str, field: str) -> str:
    return checks.paragraph(text, field, most=LONGEST)


def _known(old: str, new: str, field: str) -> None:
    if not old and not new:
        raise InputError("Schrijf wat er stond, of wat er moet staan.", field)
