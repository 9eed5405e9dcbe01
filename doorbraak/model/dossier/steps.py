"""The steps of a doorbraak: what has to be done, by whom, by when."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import checks, columns, reading
from doorbraak.model.dossier.columns import Origin
from doorbraak.model.dossier.noted import NOW, Noted, values
from doorbraak.model.dossier.problems import OWNERS, Owner
from doorbraak.model.workspace.store import Store

TABLE = columns.record_table(
    "step",
    columns.belongs_to("intervention"),
    columns.words("words"),
    columns.choice("owner", OWNERS, "never"),
    columns.words("lead"),
    columns.maybe_day("due", "never"),
    columns.maybe_day("done_on", "never"),
)
LONGEST = 500


@dataclass(frozen=True, slots=True)
class Step:
    """`owner`: whose turn it is; the household's own steps are its load. `lead`: who, by name or function."""

    id: int
    intervention: int
    words: str
    owner: Owner
    lead: str
    due: date | None
    done_on: date | None
    origin: Origin
    noted_on: date


def of_household(store: Store, household: int) -> tuple[Step, ...]:
    return reading.records(store, TABLE, Step, household)


def add(
    store: Store, intervention: int, words: str, *, owner: Owner = "", lead: str = "", due: date | None = None,
    done_on: date | None = None, noted: Noted = NOW,
) -> int:  # fmt: skip
    """Raises InputError for an empty text."""
    return store.insert(
        "step",
        intervention=intervention,
        words=_words(words),
        owner=checks.one_of(owner, OWNERS, "owner"),
        lead=checks.line(lead, "lead", most=100),
        due=checks.day(due, "due"),
        done_on=checks.day(done_on, "done_on"),
        **values(noted),
    )


def reword(store: Store, step: int, words: str) -> None:
    store.update("step", step, words=_words(words))


def set_owner(store: Store, step: int, owner: Owner) -> None:
    store.update("step", step, owner=checks.one_of(owner, OWNERS, "owner"))


def set_lead(store: Store, step: int, lead: str) -> None:
    store.update("step", step, lead=checks.line(lead, "lead", most=100))


def set_due(store: Store, step: int, on: date | None) -> None:
    store.update("step", step, due=checks.day(on, "due"))


def finish(store: Store, step: int, on: date | None) -> None:
    """Done on that day; None: not yet."""
    store.update("step", step, done_on=checks.day(on, "done_on"))


def remove(store: Store, step: int) -> None:
    store.delete("step", step)


def _words(words: str) -> str:
    return checks.needed(checks.line(words, "words", most=LONGEST), "words", "Schrijf wat er gedaan moet worden.")
