"""The household: the root of a dossier, known on screen by its number and a working name."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError, NotFound
from doorbraak.model.workspace.schema import Column, Table
from doorbraak.model.workspace.store import Store

TABLE = Table(
    "household",
    (
        Column("number", "INTEGER NOT NULL UNIQUE CHECK (number > 0)", "never"),
        Column("name", "TEXT NOT NULL", "never"),
        Column("opened", "TEXT NOT NULL", "counted"),
        Column("plan_date", "TEXT", "never"),
        Column("example", "INTEGER NOT NULL CHECK (example IN (0, 1))", "never"),
        Column("note", "TEXT NOT NULL", "never"),
    ),
)
HIGHEST_NUMBER = 999_999


@dataclass(frozen=True, slots=True)
class Household:
    """`plan_date`: when the plan was made; the sums start there until a decision has its own date.

    `example`: published or made-up data, said in every output. `note`: what of it is real and what is not.
    """

    id: int
    number: int
    name: str
    opened: date
    plan_date: date | None
    example: bool
    note: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the household list: the household with its counts."""

    household: Household
    people: int
    problems: int
    agencies: int
    interventions: int


_COLUMNS = "h.id, h.number, h.name, h.opened, h.plan_date, h.example, h.note"


def _record(row: tuple[int, int, str, str, str | None, int, str]) -> Household:
    id_, number, name, opened, plan_date, example, note = row
    return Household(id_, number, name, date.fromisoformat(opened), checks.read_day(plan_date), bool(example), note)


def read(store: Store, household: int) -> Household:
    """Raises NotFound."""
    found = store.rows(f"SELECT {_COLUMNS} FROM household h WHERE h.id = ?", [household])
    if not found:
        raise NotFound("Dit huishouden bestaat niet meer. Kies een ander uit de lijst.")
    return _record(found[0])


def by_number(store: Store, number: int) -> Household:
    """Raises NotFound."""
    found = store.rows(f"SELECT {_COLUMNS} FROM household h WHERE h.number = ?", [number])
    if not found:
        raise NotFound(f"Er is geen huishouden met nummer {number}. Bekijk de lijst met huishoudens.")
    return _record(found[0])


def all_rows(store: Store) -> tuple[Row, ...]:
    """Every household by number, with what it holds."""
    counts = ", ".join(
        f"(SELECT count(*) FROM {table} t WHERE t.household = h.id)"
        for table in ("person", "problem", "agency", "intervention")
    )
    rows = store.rows(f"SELECT {_COLUMNS}, {counts} FROM household h ORDER BY h.number")
    return tuple(Row(_record(row[:7]), *row[7:]) for row in rows)


def open_dossier(store: Store, name: str, *, opened: date, example: bool = False, note: str = "") -> int:
    """A new household under the next free number; returns its id. Raises InputError when all are taken."""
    return store.insert(
        "household",
        number=_next_number(store),
        name=checks.line(name, "name"),
        opened=checks.day(opened, "opened"),
        plan_date=None,
        example=int(example),
        note=checks.paragraph(note, "note"),
    )


def _next_number(store: Store) -> int:
    """One past the highest, so that a number that was freed does not mean another family at once."""
    highest = int(store.one("SELECT coalesce(max(number), 0) FROM household")[0])
    if highest < HIGHEST_NUMBER:
        return highest + 1
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


def set_plan_date(store: Store, household: int, on: date | None) -> None:
    store.update("household", household, plan_date=checks.day(on, "plan_date"))


def remove(store: Store, household: int) -> None:
    """Take a household off with all that hangs on it; undo brings it back."""
    store.delete("household", household)
