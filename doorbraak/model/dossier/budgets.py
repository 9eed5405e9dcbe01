"""The doorbraakbudget of the team: what a payer put aside for a year. What is reserved and spent follows from it."""

from dataclasses import dataclass

from doorbraak.model.dossier import checks, columns
from doorbraak.model.money import MOST_CENTS
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store

TABLE = Table(
    "budget",
    (
        columns.number("year", 2000, 2200, "counted"),
        columns.code("payer", "counted"),
        columns.number("cents", 0, MOST_CENTS, "summed"),
        columns.words("words"),
    ),
    ("UNIQUE (year, payer)",),
)


@dataclass(frozen=True, slots=True)
class Budget:
    """`payer`: an id of the catalogue. `words`: where it was decided."""

    id: int
    year: int
    payer: str
    cents: int
    words: str


def all_of(store: Store) -> tuple[Budget, ...]:
    """By year, the newest first."""
    return tuple(
        Budget(*row)
        for row in store.rows("SELECT id, year, payer, cents, words FROM budget ORDER BY year DESC, payer, id")
    )


def write(store: Store, year: int, payer: str, cents: int, *, words: str = "") -> int:
    """In place of what that payer put aside for that year. Raises InputError."""
    stored: dict[str, str | int | None] = {
        "year": checks.whole(year, "year", 2000, 2200, "Dit jaar klopt niet. Schrijf vier cijfers."),
        "payer": checks.needed(checks.code(payer, "payer"), "payer", "Kies wie dit budget betaalt."),
        "cents": checks.cents(cents, "cents"),
        "words": checks.line(words, "words"),
    }
    known = store.rows("SELECT id FROM budget WHERE year = ? AND payer = ?", [stored["year"], stored["payer"]])
    if known:
        store.update("budget", known[0][0], **stored)
        return int(known[0][0])
    return store.insert("budget", **stored)


def remove(store: Store, budget: int) -> None:
    store.delete("budget", budget)
