"""Every day that counts, of all households at once or of one: what worklist, filters and calendar are made of."""

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, get_args

from doorbraak.model.dossier import household, interventions, tasks
from doorbraak.model.dossier.checks import read_day
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.interventions import Status
from doorbraak.model.dossier.measurements import CORE, Moment
from doorbraak.model.workspace.store import Store, Value

Kind = tasks.Kind | Literal["step", "letter", "event"]
KINDS: tuple[Kind, ...] = (*tasks.KINDS, *get_args(Literal["step", "letter", "event"]))


@dataclass(frozen=True, slots=True)
class Due:
    """A day that somebody wrote down, of something that is not done: task, step, letter or what still threatens.

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
    """What has a day in these households; `requested` are those that wait for a decision.

    `decided`: of a household in which something was allowed, the day of the first decision.
    """

    households: tuple[Household, ...]
    due: tuple[Due, ...]
    refusals: tuple[Refusal, ...]
    requested: frozenset[int]
    decided: dict[int, date]
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
_EVENTS = "SELECT household, 'event', id, expected_on, words, '', kind FROM threatening_event WHERE outcome = ''"
_REFUSED = "SELECT household, id, decided_on, words, kind FROM intervention WHERE status = 'refused'"
_HISTORY = (
    "SELECT i.household AS household, i.id, s.status, s.on_day FROM status_change s "
    "JOIN intervention i ON i.id = s.intervention WHERE i.status = 'refused'"
)
_OBJECTIONS = (
    "SELECT household, intervention, due FROM task "
    "WHERE kind = 'objection' AND intervention IS NOT NULL AND due IS NOT NULL"
)
_MEASURED = (
    "SELECT household, moment FROM measurement WHERE measure IN ({}) GROUP BY household, moment "
    "HAVING count(DISTINCT measure) = {}"
).format(", ".join(f"'{measure}'" for measure in CORE), len(CORE))
_DECIDED = (
    "SELECT household, min(decided_on) FROM intervention WHERE decided_on IS NOT NULL AND status IN ({}) "
    "GROUP BY household"
).format(", ".join(f"'{status}'" for status in sorted(interventions.ALLOWED)))
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
        refusals=_refusals(rows(_REFUSED), rows(_HISTORY), rows(_OBJECTIONS)),
        requested=frozenset(
            home  # type: ignore[misc]
            for (home,) in rows("SELECT household FROM intervention WHERE status = 'requested'")
        ),
        decided={home: date.fromisoformat(on) for home, on in rows(_DECIDED)},  # type: ignore[arg-type, misc]
        measured=frozenset(rows(_MEASURED)),  # type: ignore[arg-type]
        children=tuple(Child(*row) for row in rows(_CHILDREN)),  # type: ignore[arg-type]
    )


def _refusals(
    refused: list[tuple[Any, ...]], history: list[tuple[Any, ...]], objections: list[tuple[Any, ...]]
) -> tuple[Refusal, ...]:
    days: dict[int, list[tuple[Status, date]]] = defaultdict(list)
    for _, row, status, on in history:
        days[row].append((status, date.fromisoformat(on)))
    made: dict[int, date] = {}
    for _, row, due in sorted(objections, key=lambda task: str(task[2])):
        made[row] = date.fromisoformat(due)  # the last one: an older one was about an older refusal
    found = []
    for home, row, decided_on, words, code in refused:
        on = interventions.answer_day("refused", read_day(decided_on), days[row])
        if on is not None and made.get(row, date.min) < on:
            found.append(Refusal(home, row, on, words, code))
    return tuple(found)


def calendar_keys(store: Store) -> dict[int, bytes]:
    """For each household a key that names its days in a calendar: another on every laptop, and it tells nothing.

    It follows from the exchange secret, so that the same day keeps its name, and the secret does not follow from it.
    """
    return {
        home: hashlib.blake2b(bytes.fromhex(secret), person=b"agenda").digest()
        for home, secret in store.rows("SELECT id, exchange_secret FROM household")
    }
