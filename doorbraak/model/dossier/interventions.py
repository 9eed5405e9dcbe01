"""The doorbraak: the unusual step that unlocks the rest, and every status that it had."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, links, payments, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.links import Link
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

Status = Literal["proposed", "requested", "granted", "partly", "refused", "done", "evaluated", "withdrawn"]
STATUSES: tuple[Status, ...] = (
    "proposed", "requested", "granted", "partly", "refused", "done", "evaluated", "withdrawn",
)  # fmt: skip
ALLOWED: frozenset[Status] = frozenset({"granted", "partly", "done", "evaluated"})
"""Somebody decided that it may, at least in part."""
DECISIONS: frozenset[Status] = frozenset({"granted", "partly", "refused"})
"""Who gets one of these, decided on that day."""
OFF: frozenset[Status] = frozenset({"refused", "withdrawn"})
"""It does not come: it asks, costs and moves nothing."""
_STAGE: dict[Status, int] = {
    "proposed": 0, "requested": 1, "granted": 2, "partly": 2, "refused": 2, "done": 3, "evaluated": 4, "withdrawn": 5,
}  # fmt: skip
LONGEST = 2000

TABLE = columns.record_table(
    "intervention",
    columns.belongs_to("household"),
    columns.code("kind", "counted"),
    columns.words("words"),
    columns.choice("status", STATUSES, "counted"),
    columns.maybe_day("decided_on", "counted"),
    columns.words("decider"),
    columns.code("payer", "counted"),
)
PROBLEMS = Link("intervention", "problem")
GOALS = Link("intervention", "goal")
AGENCIES = Link("intervention", "agency")

HISTORY = columns.record_table(
    "status_change",
    columns.belongs_to("intervention"),
    columns.choice("status", STATUSES, "counted"),
    columns.day("on_day", "counted"),
    columns.words("reason"),
)


@dataclass(frozen=True, slots=True)
class Intervention:
    """`kind` is a catalogue id or empty; `words` says what is done in this household.

    `decider`: who decides, in words. `payer`: a catalogue id or empty. `problems` and `goals` are what it is for;
    `agencies` those that stop, pause or merge by it.
    """

    id: int
    household: int
    kind: str
    words: str
    status: Status
    decided_on: date | None
    decider: str
    payer: str
    origin: Origin
    noted_on: date
    problems: tuple[int, ...]
    goals: tuple[int, ...]
    agencies: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """From `on_day` on it had this status; `reason` says why, for a refusal above all."""

    id: int
    intervention: int
    status: Status
    on_day: date
    reason: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Intervention, ...]:
    return reading.records(store, TABLE, Intervention, household, PROBLEMS, GOALS, AGENCIES)


def history_of_household(store: Store, household: int) -> tuple[StatusChange, ...]:
    return reading.records(store, HISTORY, StatusChange, household)


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", status: Status = "proposed",
    decided_on: date | None = None, decider: str = "", payer: str = "", problems: tuple[int, ...] = (),
    goals: tuple[int, ...] = (), agencies: tuple[int, ...] = (), noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError without kind and words."""
    text = checks.paragraph(words, "words", most=LONGEST)
    if not kind and not text:
        raise InputError("Kies een doorbraak uit de lijst, of schrijf hem in eigen woorden.", "words")
    intervention = store.insert(
        "intervention",
        household=household,
        kind=checks.code(kind, "kind"),
        words=text,
        status=checks.one_of(status, STATUSES, "status"),
        decided_on=checks.day(decided_on, "decided_on"),
        decider=checks.line(decider, "decider"),
        payer=checks.code(payer, "payer"),
        **values(noted),
    )
    links.replace(store, PROBLEMS, intervention, problems)
    links.replace(store, GOALS, intervention, goals)
    links.replace(store, AGENCIES, intervention, agencies)
    return intervention


def reword(store: Store, intervention: int, words: str) -> None:
    text = checks.paragraph(words, "words", most=LONGEST)
    if not text and not store.one("SELECT kind FROM intervention WHERE id = ?", [intervention])[0]:
        raise InputError("Schrijf wat de doorbraak is.", "words")
    store.update("intervention", intervention, words=text)


def answer_day(answer: Status, decided_on: date | None, history: Iterable[tuple[Status, date]]) -> date | None:
    """When a doorbraak that is refused or partly granted now got that answer: the term for bezwaar runs from there.

    A status is often noted later than the letter came, so of the day in the history and the day of the decision the
    earlier one counts; but not a decision from before another status, such as a request that was made again.
    """
    days = sorted(history, key=lambda change: change[1])
    while days and days[-1][0] != answer:
        days.pop()  # from after it
    if not days or decided_on is None:
        return days[-1][1] if days else decided_on
    last, before = days[-1][1], days[-2][1] if len(days) > 1 else date.min
    return min(last, decided_on) if decided_on >= before else last


def set_status(store: Store, intervention: int, status: Status, *, on: date | None = None, reason: str = "") -> None:
    """From `on` (today) it has this status; it enters the history. On one day a choice that goes on from the last one
    comes after it, and any other one replaces it.

    A decision gets its day with it, while nobody gave another. The status that it has already changes nothing.
    """
    day = checks.known_day(on or date.today(), "on_day")
    before, decided = store.one("SELECT status, decided_on FROM intervention WHERE id = ?", [intervention])
    if before == status:
        return
    store.update("intervention", intervention, status=checks.one_of(status, STATUSES, "status"))
    _date_decision(store, intervention, status, day, decided)
    reason = checks.paragraph(reason, "reason", most=LONGEST)
    newest = "SELECT id, on_day, status FROM status_change WHERE intervention = ? ORDER BY id DESC LIMIT 1"
    last = store.rows(newest, [intervention])
    if last and last[0][1] == day and not _goes_on(last[0][2], status):
        store.update("status_change", last[0][0], status=status, reason=reason)
    else:
        add_status(store, intervention, status, on or date.today(), reason=reason)


def _goes_on(before: Status, after: Status) -> bool:
    """Whether both can be true of one day: asked and decided at once, decided and carried out."""
    return _STAGE[before] < _STAGE[after]


def _date_decision(store: Store, intervention: int, status: Status, day: str, decided: str | None) -> None:
    """The day of an old refusal is not that of a new decision; and a decision taken back at once leaves no day."""
    changes = "SELECT status, on_day FROM status_change WHERE intervention = ? ORDER BY id"
    history = store.rows(changes, [intervention])
    of_refusal = ("refused", decided) in {(was, on) for was, on in history}
    if status in DECISIONS and (decided is None or of_refusal):
        store.update("intervention", intervention, decided_on=day)
        return
    was, on = history[-1] if history else ("", "")
    if status not in DECISIONS | ALLOWED and was in DECISIONS and decided == day == on:
        store.update("intervention", intervention, decided_on=None)


def add_status(
    store: Store, intervention: int, status: Status, on_day: date, *, reason: str = "", noted: Noted = NOW
) -> int:
    """A line of the history by itself; the status of today stays as it is."""
    return store.insert(
        "status_change",
        intervention=intervention,
        status=checks.one_of(status, STATUSES, "status"),
        on_day=checks.known_day(on_day, "on_day"),
        reason=checks.paragraph(reason, "reason", most=LONGEST),
        **values(noted),
    )


def set_status_day(store: Store, change: int, on: date) -> None:
    """The day of a decision that was the same, goes along."""
    day = checks.known_day(on, "on_day")
    asked = "SELECT intervention, status, on_day FROM status_change WHERE id = ?"
    intervention, status, before = store.one(asked, [change])
    store.update("status_change", change, on_day=day)
    decided = store.one("SELECT decided_on FROM intervention WHERE id = ?", [intervention])[0]
    if status in DECISIONS and decided == before:
        store.update("intervention", intervention, decided_on=day)


def set_status_reason(store: Store, change: int, reason: str) -> None:
    store.update("status_change", change, reason=checks.paragraph(reason, "reason", most=LONGEST))


def remove_status(store: Store, change: int) -> None:
    store.delete("status_change", change)


def set_decided_on(store: Store, intervention: int, on: date | None) -> None:
    store.update("intervention", intervention, decided_on=checks.day(on, "decided_on"))


def set_decider(store: Store, intervention: int, decider: str) -> None:
    store.update("intervention", intervention, decider=checks.line(decider, "decider"))


def set_payer(store: Store, intervention: int, payer: str) -> None:
    store.update("intervention", intervention, payer=checks.code(payer, "payer"))


def set_problems(store: Store, intervention: int, problems: tuple[int, ...]) -> None:
    links.replace(store, PROBLEMS, intervention, problems)


def set_goals(store: Store, intervention: int, goals: tuple[int, ...]) -> None:
    links.replace(store, GOALS, intervention, goals)


def set_agencies(store: Store, intervention: int, agencies: tuple[int, ...]) -> None:
    """Which agencies stop, pause or merge by it."""
    links.replace(store, AGENCIES, intervention, agencies)


def remove(store: Store, intervention: int) -> None:
    """With its cost lines. Raises InputError when something was paid of them."""
    payments.refuse_when(payments.is_paid(store, intervention=intervention))
    store.delete("intervention", intervention)
