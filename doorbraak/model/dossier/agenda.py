"""Every day that counts, of all households at once or of one: what worklist, filters and calendar are made of."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from doorbraak.model.dossier import household, tasks
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.measurements import Moment
from doorbraak.model.workspace.store import Store, Value

Kind = tasks.Kind | Literal["step", "letter", "event"]
KINDS: tuple[Kind, ...] = (*tasks.KINDS, *get_args(Literal["step", "letter", "event"]))


@dataclass(frozen=True, slots=True)
class Due:
    """A day that somebody wrote down, of something that is not done: task, step, letter or threatening event.

    `row` is its id in the table of that kind. `words` says what; `code` is the catalogue's id of the letter's agency
    or of the event; `who` is the letter's sender in own words.
    """

    household: int
    kind: Kind
    row: int
    on: date
    words: str
    who: str
    code: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """A doorbraak that was refused on that day, and for which nobody made a task for bezwaar."""

    household: int
    intervention: int
    on: date
    words: str
    code: str


@dataclass(frozen=True, slots=True)
class Child:
    """Somebody with a year of birth; `month_of_18` is 1 to 12 or None."""

    household: int
    person: int
    name: str
    role: str
    birth_year: int
    month_of_18: int | None


@dataclass(frozen=True, slots=True)
class Agenda:
    """What has a day in these households; `requested` are those that wait for a decision."""

    households: tuple[Household, ...]
    due: tuple[Due, ...]
    refusals: tuple[Refusal, ...]
    requested: frozenset[int]
    measured: frozenset[tuple[int, Moment]]
    children: tuple[Child, ...]


_TASKS = "SELECT household, kind, id, due, words, '', '' FROM task WHERE due IS NOT NULL AND done_on IS NULL"
_STEPS = (
    "SELECT i.household AS household, 'step', s.id, s.due, s.words, '', '' "
    "FROM step s JOIN intervention i ON i.id = s.intervention WHERE s.due IS NOT NULL AND s.done_on IS NULL"
)
_LETTERS = (
    "SELECT l.household AS household, 'letter', l.id, l.last_day, l.demand, "
    "coalesce(nullif(l.sender, ''), a.words, ''), coalesce(a.kind, '') "
    "FROM letter l LEFT JOIN agency a ON a.id = l.agency WHERE l.last_day IS NOT NULL AND l.settled_on IS NULL"
)
_EVENTS = "SELECT household, 'event', id, expected_on, words, '', kind FROM threatening_event WHERE 1"
_REFUSED = (
    "SELECT household, id, coalesce((SELECT max(on_day) FROM status_change s WHERE s.intervention = i.id "
    "AND s.status = 'refused'), decided_on) AS refused_on, words, kind FROM intervention i WHERE status = 'refused' "
    "AND refused_on IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM task t WHERE t.intervention = i.id AND t.kind = 'objection')"
)
_CHILDREN = (
    "SELECT household, id, name, role, birth_year, month_of_18 FROM person WHERE birth_year IS NOT NULL AND died = 0"
)


def read(store: Store, only: int | None = None) -> Agenda:
    """Of every household, or of one: one question for each kind, however many there are. Raises NotFound."""

    def rows(sql: str) -> list[tuple[Value, ...]]:
        if only is None:
            return store.rows(sql)
        return store.rows(f"SELECT * FROM ({sql}) WHERE household = ?", [only])

    return Agenda(
        households=household.all_of(store) if only is None else (household.read(store, only),),
        due=tuple(
            Due(home, kind, row, date.fromisoformat(on), words, who, code)  # type: ignore[arg-type]
            for sql in (_TASKS, _STEPS, _LETTERS, _EVENTS)
            for home, kind, row, on, words, who, code in rows(sql)
        ),
        refusals=tuple(
            Refusal(home, row, date.fromisoformat(on), words, code)  # type: ignore[arg-type]
            for home, row, on, words, code in rows(_REFUSED)
        ),
        requested=frozenset(
            home  # type: ignore[misc]
            for (home,) in rows("SELECT household FROM intervention WHERE status = 'requested'")
        ),
        measured=frozenset(rows("SELECT DISTINCT household, moment FROM measurement WHERE 1")),  # type: ignore[arg-type]
        children=tuple(Child(*row) for row in rows(_CHILDREN)),  # type: ignore[arg-type]
    )


def calendar_keys(store: Store) -> dict[int, bytes]:
    """For each household a key that names its days in a calendar: another on every laptop, and it tells nothing.

    It follows from the exchange secret, so that the same day keeps its name, and the secret does not follow from it.
    """
    return {
        home: hashlib.blake2b(bytes.fromhex(secret), person=b"agenda").digest()
        for home, secret in store.rows("SELECT id, exchange_secret FROM household")
    }
