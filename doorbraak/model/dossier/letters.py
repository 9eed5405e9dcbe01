"""The pile of letters on the table: from whom, what each demands, how much, by when, and what contradicts what."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, links, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.links import Link
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.errors import InputError
from doorbraak.model.money import MOST_CENTS
from doorbraak.model.workspace.store import Store

TABLE = columns.record_table(
    "letter",
    columns.belongs_to("household"),
    columns.may_name("agency", "agency"),
    columns.words("sender"),
    columns.maybe_day("dated", "never"),
    columns.words("demand"),
    columns.maybe_number("amount_cents", 0, MOST_CENTS, "never"),
    columns.maybe_day("last_day", "never"),
    columns.maybe_day("settled_on", "never"),
    indexes=("agency",),
)
CONTRADICTS = Link("letter", "contradicts", "letter")
LONGEST = 1000


@dataclass(frozen=True, slots=True)
class Letter:
    """From `agency`, or from `sender` when that is no agency of the household. `demand`: what it wants.

    `last_day`: until when one can pay, answer or object. `settled_on`: dealt with. `contradicts` are ids of letters
    that can't be followed together with this one, as the professional sees it.
    """

    id: int
    household: int
    agency: int | None
    sender: str
    dated: date | None
    demand: str
    amount_cents: int | None
    last_day: date | None
    settled_on: date | None
    origin: Origin
    noted_on: date
    contradicts: tuple[int, ...]


def of_household(store: Store, household: int) -> tuple[Letter, ...]:
    return reading.records(store, TABLE, Letter, household, CONTRADICTS)


def add(
    store: Store, household: int, *, agency: int | None = None, sender: str = "", dated: date | None = None,
    demand: str = "", amount_cents: int | None = None, last_day: date | None = None, settled_on: date | None = None,
    noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError without agency, sender and demand: then nobody knows which letter it is."""
    links.same_household(store, household, agency=agency)
    sender, demand = checks.line(sender, "sender"), checks.paragraph(demand, "demand", most=LONGEST)
    _known(agency, sender, demand, "sender")
    return store.insert(
        "letter",
        household=household,
        agency=agency,
        sender=sender,
        dated=checks.day(dated, "dated"),
        demand=demand,
        amount_cents=checks.cents(amount_cents, "amount_cents"),
        last_day=checks.day(last_day, "last_day"),
        settled_on=checks.day(settled_on, "settled_on"),
        **values(noted),
    )


def set_agency(store: Store, letter: int, agency: int | None) -> None:
    """Raises InputError when nothing says any more which letter it is, as the next two do."""
    links.same_household(store, links.household_of(store, "letter", letter), agency=agency)
    sender, demand = store.one("SELECT sender, demand FROM letter WHERE id = ?", [letter])
    _known(agency, sender, demand, "agency")
    store.update("letter", letter, agency=agency)


def set_sender(store: Store, letter: int, sender: str) -> None:
    text = checks.line(sender, "sender")
    agency, demand = store.one("SELECT agency, demand FROM letter WHERE id = ?", [letter])
    _known(agency, text, demand, "sender")
    store.update("letter", letter, sender=text)


def let_go_of_agency(store: Store, agency: int) -> None:
    """Its letters take its own name, or the catalogue's id, as their sender where they have none."""
    words, kind = store.one("SELECT words, kind FROM agency WHERE id = ?", [agency])
    for letter, sender in store.rows("SELECT id, sender FROM letter WHERE agency = ?", [agency]):
        store.update("letter", letter, agency=None, sender=sender or words or kind)


def set_dated(store: Store, letter: int, on: date | None) -> None:
    store.update("letter", letter, dated=checks.day(on, "dated"))


def set_demand(store: Store, letter: int, demand: str) -> None:
    text = checks.paragraph(demand, "demand", most=LONGEST)
    agency, sender = store.one("SELECT agency, sender FROM letter WHERE id = ?", [letter])
    _known(agency, sender, text, "demand")
    store.update("letter", letter, demand=text)


def set_amount(store: Store, letter: int, amount_cents: int | None) -> None:
    store.update("letter", letter, amount_cents=checks.cents(amount_cents, "amount_cents"))


def set_last_day(store: Store, letter: int, on: date | None) -> None:
    store.update("letter", letter, last_day=checks.day(on, "last_day"))


def settle(store: Store, letter: int, on: date | None) -> None:
    """Dealt with on that day; None: not yet."""
    store.update("letter", letter, settled_on=checks.day(on, "settled_on"))


def set_contradicts(store: Store, letter: int, others: tuple[int, ...]) -> None:
    links.replace(store, CONTRADICTS, letter, others)


def remove(store: Store, letter: int) -> None:
    store.delete("letter", letter)


def _known(agency: int | None, sender: str, demand: str, field: str) -> None:
    if agency is None and not sender and not demand:
        raise InputError("Schrijf van wie de brief is, of wat erin staat.", field)
