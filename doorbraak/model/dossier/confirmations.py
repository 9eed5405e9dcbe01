"""What came of each cost line: at 3, 6 and 12 months somebody says whether it is as the plan says."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.money import MOST_CENTS
from doorbraak.model.workspace.store import Store

After = Literal["3", "6", "12"]
AFTER: tuple[After, ...] = ("3", "6", "12")
State = Literal["confirmed", "changed", "unknown"]
STATES: tuple[State, ...] = ("confirmed", "changed", "unknown")
LONGEST = 1000

TABLE = columns.record_table(
    "confirmation",
    columns.belongs_to("cost_line"),
    columns.choice("after", AFTER, "counted"),
    columns.choice("state", STATES, "counted"),
    columns.maybe_number("actual_cents", 0, MOST_CENTS, "summed"),
    columns.day("on_day", "never"),
    columns.words("reason"),
    constraints=("CHECK ((state = 'changed') = (actual_cents IS NOT NULL))", "UNIQUE (cost_line, after)"),
)


@dataclass(frozen=True, slots=True)
class Confirmation:
    """About the months up to `after` months from the start, since the moment before.

    `actual_cents`: what the line really costs a year (in all, when it comes once); only of one that "changed".
    """

    id: int
    cost_line: int
    after: After
    state: State
    actual_cents: int | None
    on_day: date
    reason: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Confirmation, ...]:
    return reading.records(store, TABLE, Confirmation, household)


def write(
    store: Store, cost_line: int, after: After, state: State, *, actual_cents: int | None = None,
    on_day: date | None = None, reason: str = "", noted: Noted = NOW,
) -> int:  # fmt: skip
    """In place of what was said for that moment. Raises InputError for a change without its amount."""
    if (state == "changed") != (actual_cents is not None):
        raise InputError("Vul in wat het nu per jaar kost. Nul mag ook.", "actual_cents")
    stored = {
        "state": checks.one_of(state, STATES, "state"),
        "actual_cents": checks.cents(actual_cents, "actual_cents"),
        "on_day": checks.known_day(on_day or date.today(), "on_day"),
        "reason": checks.paragraph(reason, "reason", most=LONGEST),
    }
    moment = checks.one_of(after, AFTER, "after")
    known = store.rows("SELECT id FROM confirmation WHERE cost_line = ? AND after = ?", [cost_line, moment])
    if known:
        store.update("confirmation", known[0][0], **stored)
        return int(known[0][0])
    return store.insert("confirmation", cost_line=cost_line, after=moment, **stored, **values(noted))


def lapse(store: Store, cost_line: int) -> None:
    """The line is about something else now: what was confirmed of it has to be asked again. A real cost stays."""
    store.one("SELECT 1 FROM cost_line WHERE id = ?", [cost_line])
    for (row,) in store.rows("SELECT id FROM confirmation WHERE cost_line = ? AND state = 'confirmed'", [cost_line]):
        store.delete("confirmation", row)


def remove(store: Store, confirmation: int) -> None:
    """As if nobody said anything."""
    store.delete("confirmation", confirmation)
