"""What threatens when nothing changes: a date, a reason, and a chance without and with the plan."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, confirmations, cost_ranges, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.cost_ranges import Range
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

Outcome = Literal["", "happened", "averted"]
OUTCOMES: tuple[Outcome, ...] = ("", "happened", "averted")

TABLE = columns.record_table(
    "threatening_event",
    columns.belongs_to("household"),
    columns.code("kind", "counted"),
    columns.words("words"),
    columns.day("expected_on", "never"),
    columns.words("reason"),
    columns.number("chance_threatening", 0, 100, "never"),
    columns.maybe_number("threatening_low", 0, 100, "never"),
    columns.maybe_number("threatening_high", 0, 100, "never"),
    columns.number("chance_plan", 0, 100, "never"),
    columns.maybe_number("plan_low", 0, 100, "never"),
    columns.maybe_number("plan_high", 0, 100, "never"),
    columns.choice("outcome", OUTCOMES, "counted"),
    columns.maybe_day("outcome_on", "never"),
    constraints=(
        "CHECK ((threatening_low IS NULL) = (threatening_high IS NULL))",
        "CHECK ((plan_low IS NULL) = (plan_high IS NULL))",
        "CHECK ((outcome = '') = (outcome_on IS NULL))",
    ),
)
LONGEST_REASON = 1000


@dataclass(frozen=True, slots=True)
class ThreateningEvent:
    """`kind` is an id of the catalogue's events or empty. Chances are whole per cents.

    In the current scenario the event has not happened: its chance there is 0. Lowest and highest chances are None
    where nobody gave them. `outcome`: what came of it, known since `outcome_on`; empty while it threatens.
    """

    id: int
    household: int
    kind: str
    words: str
    expected_on: date
    reason: str
    chance_threatening: int
    threatening_low: int | None
    threatening_high: int | None
    chance_plan: int
    plan_low: int | None
    plan_high: int | None
    outcome: Outcome
    outcome_on: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[ThreateningEvent, ...]:
    return reading.records(store, TABLE, ThreateningEvent, household)


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", expected_on: date, reason: str,
    chance_threatening: int, chance_plan: int, threatening_low: int | None = None,
    threatening_high: int | None = None, plan_low: int | None = None, plan_high: int | None = None,
    outcome: Outcome = "", outcome_on: date | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError without kind and words, without a reason, for a chance outside 0..100, for a range that does
    not hold its chance, or for an outcome without its day.
    """
    text = checks.line(words, "words")
    if not kind and not text:
        raise InputError("Kies wat er dreigt uit de lijst, of schrijf het in eigen woorden.", "words")
    without = cost_ranges.checked("chance", (threatening_low, threatening_high), chance_threatening)
    planned = cost_ranges.checked("chance", (plan_low, plan_high), chance_plan)
    return store.insert(
        "threatening_event",
        household=household,
        kind=checks.line(kind, "kind", most=80),
        words=text,
        expected_on=checks.day(expected_on, "expected_on"),
        reason=_reason(reason),
        chance_threatening=checks.percent(chance_threatening, "chance_threatening"),
        chance_plan=checks.percent(chance_plan, "chance_plan"),
        **_ends("threatening", without),
        **_ends("plan", planned),
        **_outcome(outcome, outcome_on),
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
    _follow(store, event, "threatening", chance)
    _lapse(store, event)


def set_chance_plan(store: Store, event: int, chance: int) -> None:
    store.update("threatening_event", event, chance_plan=checks.percent(chance, "chance_plan"))
    _follow(store, event, "plan", chance)
    _lapse(store, event)


def set_ranges(store: Store, event: int, *, threatening: Range, plan: Range) -> None:
    """Between what the two chances may lie; None: nobody knows. Raises InputError for one that misses its chance."""
    middles = store.one("SELECT chance_threatening, chance_plan FROM threatening_event WHERE id = ?", [event])
    without = cost_ranges.checked("chance", threatening or (None, None), middles[0])
    planned = cost_ranges.checked("chance", plan or (None, None), middles[1])
    store.update("threatening_event", event, **_ends("threatening", without), **_ends("plan", planned))


def set_outcome(store: Store, event: int, outcome: Outcome, on: date | None = None) -> None:
    """What came of it, since `on` (today); "": it threatens again."""
    store.update("threatening_event", event, **_outcome(outcome, (on or date.today()) if outcome else None))


def remove(store: Store, event: int) -> None:
    """Its cost lines go with it."""
    store.delete("threatening_event", event)


def _reason(reason: str) -> str:
    text = checks.paragraph(reason, "reason", most=LONGEST_REASON)
    if not text:
        raise InputError("Schrijf waarom dit dreigt: zonder reden telt het niet mee.", "reason")
    return text


def _ends(which: str, ends: Range) -> dict[str, int | None]:
    low, high = ends or (None, None)
    return {f"{which}_low": low, f"{which}_high": high}


def _follow(store: Store, event: int, which: str, chance: int) -> None:
    """A range that does not hold the new chance was about another one, and goes."""
    low, high = store.one(f"SELECT {which}_low, {which}_high FROM threatening_event WHERE id = ?", [event])
    if low is not None and not low <= chance <= high:
        store.update("threatening_event", event, **_ends(which, None))


def _outcome(outcome: Outcome, on: date | None) -> dict[str, str | None]:
    if bool(outcome) != (on is not None):
        raise InputError("Zeg wat ervan kwam, en sinds welke dag.", "outcome")
    return {"outcome": checks.one_of(outcome, OUTCOMES, "outcome"), "outcome_on": checks.day(on, "outcome_on")}


def _lapse(store: Store, event: int) -> None:
    """Its cost lines are reckoned with another chance: what was confirmed of them has to be asked again."""
    for (line,) in store.rows("SELECT id FROM cost_line WHERE event = ?", [event]):
        confirmations.lapse(store, line)
