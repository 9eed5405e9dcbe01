"""The doorbraak: the unusual step that unlocks the rest."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

Status = Literal["proposed", "requested", "granted", "partly", "refused", "done", "evaluated", "withdrawn"]
STATUSES: tuple[Status, ...] = (
    "proposed", "requested", "granted", "partly", "refused", "done", "evaluated", "withdrawn",
)  # fmt: skip

TABLE = Table(
    "intervention",
    (
        Column("household", "INTEGER NOT NULL REFERENCES household(id) ON DELETE CASCADE", "never"),
        Column("kind", "TEXT NOT NULL", "counted"),
        Column("words", "TEXT NOT NULL", "never"),
        Column("status", "TEXT NOT NULL", "counted"),
        Column("decided_on", "TEXT", "counted"),
    ),
    indexes=("household",),
)
LONGEST = 2000


@dataclass(frozen=True, slots=True)
class Intervention:
    """`kind` is a catalogue id or empty; `words` says what is done in this household."""

    id: int
    household: int
    kind: str
    words: str
    status: Status
    decided_on: date | None


def of_household(store: Store, household: int) -> tuple[Intervention, ...]:
    rows = store.rows(
        "SELECT id, household, kind, words, status, decided_on FROM intervention WHERE household = ? ORDER BY id",
        [household],
    )
    return tuple(
        Intervention(id_, of, kind, words, status, checks.read_day(on)) for id_, of, kind, words, status, on in rows
    )


def add(
    store: Store, household: int, *, kind: str = "", words: str = "", status: Status = "proposed",
    decided_on: date | None = None,
) -> int:  # fmt: skip
    """Raises InputError without kind and words."""
    text = checks.paragraph(words, "words", most=LONGEST)
    if not kind and not text:
        raise InputError("Kies een doorbraak uit de lijst, of schrijf hem in eigen woorden.", "words")
    return store.insert(
        "intervention",
        household=household,
        kind=checks.line(kind, "kind", most=80),
        words=text,
        status=checks.one_of(status, STATUSES, "status"),
        decided_on=checks.day(decided_on, "decided_on"),
    )


def reword(store: Store, intervention: int, words: str) -> None:
    text = checks.paragraph(words, "words", most=LONGEST)
    if not text and not store.one("SELECT kind FROM intervention WHERE id = ?", [intervention])[0]:
        raise InputError("Schrijf wat de doorbraak is.", "words")
    store.update("intervention", intervention, words=text)


def set_status(store: Store, intervention: int, status: Status) -> None:
    store.update("intervention", intervention, status=checks.one_of(status, STATUSES, "status"))


def set_decided_on(store: Store, intervention: int, on: date | None) -> None:
    store.update("intervention", intervention, decided_on=checks.day(on, "decided_on"))


def remove(store: Store, intervention: int) -> None:
    store.delete("intervention", intervention)
