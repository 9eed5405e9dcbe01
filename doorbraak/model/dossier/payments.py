"""What was paid of a cost line: the doorbraakbudget counts it as spent."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.money import MOST_CENTS
from doorbraak.model.workspace.store import Store

TABLE = columns.record_table(
    "payment",
    columns.belongs_to("cost_line"),
    columns.day("on_day", "never"),
    columns.number("cents", 0, MOST_CENTS, "summed"),
    columns.words("words"),
)


@dataclass(frozen=True, slots=True)
class Payment:
    id: int
    cost_line: int
    on_day: date
    cents: int
    words: str
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Payment, ...]:
    return reading.records(store, TABLE, Payment, household)


def add(store: Store, cost_line: int, on_day: date, cents: int, *, words: str = "", noted: Noted = NOW) -> int:
    """Raises InputError for nothing or less, and for a line that is not a doorbraak's own cost."""
    if store.one("SELECT intervention FROM cost_line WHERE id = ?", [cost_line])[0] is None:
        raise InputError("Een betaling hoort bij de kosten van een doorbraak. Kies zo’n post.", "cost_line")
    return store.insert(
        "payment",
        cost_line=cost_line,
        on_day=checks.known_day(on_day, "on_day"),
        cents=_paid(cents),
        words=checks.line(words, "words"),
        **values(noted),
    )


def set_day(store: Store, payment: int, on: date) -> None:
    store.update("payment", payment, on_day=checks.known_day(on, "on_day"))


def set_cents(store: Store, payment: int, cents: int) -> None:
    store.update("payment", payment, cents=_paid(cents))


def reword(store: Store, payment: int, words: str) -> None:
    store.update("payment", payment, words=checks.line(words, "words"))


def remove(store: Store, payment: int) -> None:
    store.delete("payment", payment)


def is_paid(store: Store, *, line: int | None = None, intervention: int | None = None) -> bool:
    """Whether something was paid of the line, or of a line of the doorbraak."""
    asked, row = ("c.id", line) if line is not None else ("c.intervention", intervention)
    question = f"SELECT 1 FROM payment p JOIN cost_line c ON c.id = p.cost_line WHERE {asked} = ? LIMIT 1"
    return bool(store.rows(question, [row]))


def refuse_when(paid: bool) -> None:
    """Raises InputError: money that was spent stays where it was spent on."""
    if paid:
        raise InputError(
            "Hier is al voor betaald, dus dit blijft staan. Haal eerst de betaling weg, op het blad Doorbraakbudget.",
            "payment",
        )


def _paid(cents: int) -> int:
    if cents < 1:
        raise InputError("Een betaling is meer dan nul. Haal de regel weg als er niets is betaald.", "cents")
    return checks.cents(cents, "cents") or 0
