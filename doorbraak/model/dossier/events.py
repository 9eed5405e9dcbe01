"""What threatens when nothing changes: a date, a reason, and a chance without and with the plan."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

TABLE = Table(
    "threatening_event",
    (
        Column("household", "INTEGER NOT NULL REFERENCES household(id) ON DELETE CASCADE", "never"),
        Column("kind", "TEXT NOT NULL", "counted"),
        Column("words", "TEXT NOT NULL", "never"),
        Column("expected_on", "TEXT NOT NULL", "never"),
        Column("reason", "TEXT NOT NULL", "never"),
        Column("chance_threatening", "INTEGER NOT NULL CHECK (chance_threatening BETWEEN 0 AND 100)", "never"),
        Column("chance_plan", "INTEGER NOT NULL CHECK (chance_plan BETWEEN 0 AND 100)", "never"),
    ),
    indexes=("household",),
)
LONGEST_REASON = 1000


@dataclass(frozen=True, slots=True)
class ThreateningEvent:
    """`kind` is an id of the catalogue's events or empty. Chances are whole per cents.

    In the current scenario the event has not happened: its chance there is 0.
    """

    id: int
    household: int
    kind: str
    words: str
    expected_on: date
    reason: str
    chance_threatening: int
    chance_plan: int


def of_household(store: Store, household: int) -> tuple[ThreateningEvent, ...]:
    rows = store.rows(
        "SELECT id, household, kind, words, expected_on, reason, chance_threatening, chance_plan "
        "FROM threatening_event WHERE household = ? ORDER BY id",
        [household],
    )
    return tuple(
        ThreateningEvent(id_, of, kind, words, date.fromisoformat(on), reason, threatening, plan)
        for id_, of, kind, words, on, reason, threatening, plan in rows
    )


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", expected_on: date, reason: str,
    chance_threatening: int, chance_plan: int,
) -> int:  # fmt: skip
    """Raises InputError without kind and words, without a reason, or for a chance outside 0..100."""
    text = checks.line(words, "words")
    if not kind and not text:
        raise InputError("Kies wat er dreigt uit de lijst, of schrijf het in eigen woorden.", "words")
    return store.insert(
        "threatening_event",
        household=household,
        kind=checks.line(kind, "kind", most=80),
        words=text,
        expected_on=checks.day(expected_on, "expected_on"),
        reason=_reason(reason),
        chance_threatening=checks.percent(chance_threatening, "chance_threatening"),
        chance_plan=checks.percent(chance_plan, "chance_plan"),
    )


def set_expected_on(store: Store, event: int, on: date) -> None:
    store.update("threatening_event", event, expected_on=checks.day(on, "expected_on"))


def set_reason(store: Store, event: int, reason: str) -> None:
    store.update("threatening_event", event, reason=_reason(reason))


def set_chance_threatening(store: Store, event: int, chance: int) -> None:
    store.update("threatening_event", event, chance_threatening=checks.percent(chance, "chance_threatening"))


def set_chance_plan(store: Store, event: int, chance: int) -> None:
    store.update("threatening_event", event, chance_plan=checks.percent(chance, "chance_plan"))


def remove(store: Store, event: int) -> None:
    """Its cost lines go with it."""
    store.delete("threatening_event", event)


def _reason(reason: str) -> str:
    text = checks.paragraph(reason, "reason", most=LONGEST_REASON)
    if not text:
        raise InputError("Schrijf waarom dit dreigt: zonder reden telt het niet mee.", "reason")
    return text
