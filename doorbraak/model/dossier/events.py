"""What threatens when nothing changes: a date, a reason, and a chance without and with the plan."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

TABLE = columns.record_table(
    "threatening_event",
    columns.belongs_to("household"),
    columns.code("kind", "counted"),
    columns.words("words"),
    columns.day("expected_on", "never"),
    columns.words("reason"),
    columns.number("chance_threatening", 0, 100, "never"),
    columns.number("chance_plan", 0, 100, "never"),
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
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[ThreateningEvent, ...]:
    return reading.records(store, TABLE, ThreateningEvent, household)


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", expected_on: date, reason: str,
    chance_threatening: int, chance_plan: int, noted: Noted = NOW,
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
        **values(noted),
    )


def reword(store: Store, event: int, words: str) -> None:
    """Raises InputError when nothing is left that says what threatens."""
    text = checks.line(words, "words")
    if not text and not store.one("SELECT kind FROM threatening_event WHERE id = ?", [event])[0]:
        raise InputError("Schrijf wat er dreigt.", "words")
    store.update("threatening_event", event, words=text)


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
