"""The household: the root of a dossier, known on screen by its number and a working name."""

import secrets
from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

CloseReason = Literal["", "goals-reached", "handed-over", "moved", "household-stopped", "team-stopped", "died", "other"]
CLOSE_REASONS: tuple[CloseReason, ...] = (
    "", "goals-reached", "handed-over", "moved", "household-stopped", "team-stopped", "died", "other",
)  # fmt: skip

TABLE = Table(
    "household",
    (
        Column("number", "INTEGER NOT NULL UNIQUE CHECK (number > 0)", "never"),
        columns.words("name"),
        columns.day("opened", "counted"),
        columns.maybe_day("plan_date", "never"),
        columns.flag("example", "never"),
        columns.words("note"),
        columns.words("lead"),
        columns.code("wijk", "counted"),
        columns.maybe_day("closed", "counted"),
        columns.choice("close_reason", CLOSE_REASONS, "never"),
        columns.words("close_words"),
        columns.flag("no_paper", "never"),
        columns.code("retention", "never"),
        columns.day("here_since", "never"),
        Column("exchange_secret", "TEXT NOT NULL", "never"),
    ),
    constraints=("CHECK ((closed IS NULL) = (close_reason = ''))",),
)
HIGHEST_NUMBER = 999_999


@dataclass(frozen=True, slots=True)
class Household:
    """`plan_date`: when the plan was made; the sums start there until a decision has its own date.

    `example`: published or made-up data, said in every output. `note`: what of it is real and what is not.
    `lead`: the one contact person. `wijk`: a code from the coordinator, or empty. `closed` comes with a reason.
    `no_paper`: nothing may be left behind on paper. `retention`: the id of a legal basis for keeping it, or empty.
    `here_since`: when it was made or taken in on this laptop; no file takes that along.
    """

    id: int
    number: int
    name: str
    opened: date
    plan_date: date | None
    example: bool
    note: str
    lead: str
    wijk: str
    closed: date | None
    close_reason: CloseReason
    close_words: str
    no_paper: bool
    retention: str
    here_since: date


_COLUMNS = ", ".join(name for name in TABLE.column_names if name != "exchange_secret")


def read(store: Store, household: int) -> Household:
    """Raises NotFound."""
    found = store.rows(f"SELECT {_COLUMNS} FROM household WHERE id = ?", [household])
    if not found:
        raise NotFound("Dit huishouden bestaat niet meer. Kies een ander uit de lijst.")
    return reading.made(Household, found[0])


def by_number(store: Store, number: int) -> Household:
    """Raises NotFound."""
    found = store.rows(f"SELECT {_COLUMNS} FROM household WHERE number = ?", [number])
    if not found:
        raise NotFound(f"Er is geen huishouden met nummer {number}. Bekijk de lijst met huishoudens.")
    return reading.made(Household, found[0])


def all_of(store: Store) -> tuple[Household, ...]:
    """Every household by number."""
    rows = store.rows(f"SELECT {_COLUMNS} FROM household ORDER BY number")
    return tuple(reading.made(Household, row) for row in rows)


def exchange_secret(store: Store, household: int) -> bytes:
    """32 random bytes that no document, case file or record ever holds. Raises NotFound."""
    return bytes.fromhex(store.one("SELECT exchange_secret FROM household WHERE id = ?", [household])[0])


def open_dossier(store: Store, name: str, *, opened: date, example: bool = False, note: str = "") -> int:
    """A new household under the next free number; returns its id. Raises InputError when all are taken."""
    return store.insert(
        "household",
        number=next_number(store),
        name=checks.line(name, "name"),
        opened=checks.day(opened, "opened"),
        plan_date=None,
        example=int(example),
        note=checks.paragraph(note, "note"),
        lead="",
        wijk="",
        closed=None,
        close_reason="",
        close_words="",
        no_paper=0,
        retention="",
        here_since=date.today().isoformat(),
        exchange_secret=secrets.token_hex(32),
    )


def next_number(store: Store) -> int:
    """One past the highest, and past as many as there ever were: a number in the log or on paper that was freed
    must not mean another family. Raises InputError when all are taken.
    """
    highest, made = store.one(
        "SELECT coalesce(max(number), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'household'), 0) "
        "FROM household"
    )
    if max(highest, made) < HIGHEST_NUMBER:
        return int(max(highest, made)) + 1
    (gap,) = store.one(
        "SELECT min(free) FROM (SELECT 1 AS free UNION ALL SELECT number + 1 FROM household) "
        "WHERE free <= ? AND free NOT IN (SELECT number FROM household)",
        [HIGHEST_NUMBER],
    )
    if gap is None:
        raise InputError("Alle nummers zijn in gebruik. Verwijder eerst een huishouden.", "number")
    return int(gap)


def rename(store: Store, household: int, name: str) -> None:
    store.update("household", household, name=checks.line(name, "name"))


def renumber(store: Store, household: int, number: int) -> None:
    """Raises InputError when the number is taken or out of range."""
    checks.whole(number, "number", 1, HIGHEST_NUMBER, "Kies een nummer van 1 tot en met 999999.")
    if store.rows("SELECT 1 FROM household WHERE number = ? AND id <> ?", [number, household]):
        raise InputError("Dit nummer heeft al een ander huishouden. Kies een ander nummer.", "number")
    store.update("household", household, number=number)


def set_note(store: Store, household: int, note: str) -> None:
    store.update("household", household, note=checks.paragraph(note, "note"))


def set_plan_date(store: Store, household: int, on: date | None) -> None:
    store.update("household", household, plan_date=checks.day(on, "plan_date"))


def set_opened(store: Store, household: int, on: date) -> None:
    """Raises InputError for a day after it was closed."""
    closed = read(store, household).closed
    if closed is not None and on > closed:
        raise InputError("Het dossier kan niet na het afsluiten beginnen. Kijk de data na.", "opened")
    store.update("household", household, opened=checks.known_day(on, "opened"))


def set_lead(store: Store, household: int, lead: str) -> None:
    """Who is the one contact person."""
    store.update("household", household, lead=checks.line(lead, "lead", most=100))


def set_wijk(store: Store, household: int, wijk: str) -> None:
    """A code from the coordinator. Raises InputError for what is no code: it may leave the laptop."""
    code = checks.code_that_leaves(wijk, "wijk")
    store.update("household", household, wijk=code)


def close(store: Store, household: int, on: date, reason: CloseReason, words: str = "") -> None:
    """Raises InputError without a reason, or for a day before it was opened."""
    if not reason:
        raise InputError("Kies waarom het dossier sluit.", "close_reason")
    if on < read(store, household).opened:
        raise InputError("Het dossier kan niet sluiten voor het begon. Kijk de datum na.", "closed")
    store.update(
        "household",
        household,
        closed=checks.known_day(on, "closed"),
        close_reason=checks.one_of(reason, CLOSE_REASONS, "close_reason"),
        close_words=checks.paragraph(words, "close_words", most=1000),
    )


def reopen(store: Store, household: int) -> None:
    store.update("household", household, closed=None, close_reason="", close_words="")


def set_no_paper(store: Store, household: int, no_paper: bool) -> None:
    """Whether it is unsafe to leave anything behind on paper."""
    store.update("household", household, no_paper=int(no_paper))


def set_retention(store: Store, household: int, retention: str) -> None:
    """The legal basis that says how long to keep it."""
    store.update("household", household, retention=checks.code(retention, "retention"))


def remove(store: Store, household: int) -> None:
    """Take a household off with all that hangs on it; undo brings it back."""
    store.delete("household", household)
