"""One household with all that is recorded about it, the tables that hold it, and opening a workspace of them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from doorbraak.model.dossier import (
    agencies,
    assumptions,
    barriers,
    budgets,
    comparisons,
    confirmations,
    considerations,
    copy_blocks,
    corrections,
    costs,
    custody,
    events,
    goals,
    handing,
    household,
    interventions,
    justification,
    letters,
    life_events,
    local_mandates,
    measurements,
    outcomes,
    own_lists,
    own_words,
    payments,
    people,
    perspectives,
    problems,
    profile,
    refusals,
    relations,
    sharing,
    signals,
    statements,
    steps,
    tasks,
    visits,
    workers,
)
from doorbraak.model.workspace import erasing
from doorbraak.model.workspace.log import Origin
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything of one household, fresh from the file; what documents and sums are made of."""

    household: household.Household
    goals: tuple[goals.Goal, ...]
    own_words: tuple[own_words.OwnWords, ...]
    people: tuple[people.Person, ...]
    relations: tuple[relations.Relation, ...]
    custody: tuple[custody.Custody, ...]
    life_events: tuple[life_events.LifeEvent, ...]
    problems: tuple[problems.Problem, ...]
    agencies: tuple[agencies.Agency, ...]
    workers: tuple[workers.Worker, ...]
    letters: tuple[letters.Letter, ...]
    visits: tuple[visits.Visit, ...]
    statuses: tuple[interventions.StatusChange, ...]
    interventions: tuple[interventions.Intervention, ...]
    steps: tuple[steps.Step, ...]
    outcomes: tuple[outcomes.Outcome, ...]
    grounds: tuple[justification.LegalGround, ...]
    considerations: tuple[considerations.Consideration, ...]
    perspectives: tuple[perspectives.Perspective, ...]
    barriers: tuple[barriers.Barrier, ...]
    comparisons: tuple[comparisons.Comparison, ...]
    events: tuple[events.ThreateningEvent, ...]
    costs: tuple[costs.CostLine, ...]
    confirmations: tuple[confirmations.Confirmation, ...]
    payments: tuple[payments.Payment, ...]
    refusals: tuple[refusals.Refusal, ...]
    measurements: tuple[measurements.Measurement, ...]
    tasks: tuple[tasks.Task, ...]
    signals: tuple[signals.Signal, ...]
    sharing: tuple[sharing.Sharing, ...]
    corrections: tuple[corrections.Correction, ...]
    statements: tuple[statements.Statement, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A field of Dossier: the question that reads it, and the tables that the answer comes from."""

    read: Callable[[Store, int], Any]
    tables: tuple[Table, ...]

    @property
    def table_names(self) -> frozenset[str]:
        return frozenset(table.name for table in self.tables)


PARTS: dict[str, Part] = {
    "household": Part(household.read, (household.TABLE,)),
    "goals": Part(goals.of_household, (goals.TABLE,)),
    "people": Part(people.of_household, (people.TABLE,)),
    "own_words": Part(own_words.of_household, (own_words.TABLE,)),
    "relations": Part(relations.of_household, (relations.TABLE,)),
    "custody": Part(custody.of_household, (custody.TABLE,)),
    "life_events": Part(life_events.of_household, (life_events.TABLE,)),
    "problems": Part(problems.of_household, (problems.TABLE, problems.PEOPLE.table, problems.WAITS_FOR.table)),
    "agencies": Part(agencies.of_household, (agencies.TABLE, agencies.PROBLEMS.table, agencies.PEOPLE.table)),
    "workers": Part(workers.of_household, (workers.TABLE,)),
    "letters": Part(letters.of_household, (letters.TABLE, letters.CONTRADICTS.table)),
    "visits": Part(visits.of_household, (visits.TABLE,)),
    "interventions": Part(
        interventions.of_household,
        (
            interventions.TABLE,
            interventions.PROBLEMS.table,
            interventions.GOALS.table,
            interventions.AGENCIES.table,
        ),
    ),
    "statuses": Part(interventions.history_of_household, (interventions.HISTORY,)),
    "steps": Part(steps.of_household, (steps.TABLE,)),
    "outcomes": Part(outcomes.of_household, (outcomes.TABLE,)),
    "grounds": Part(justification.of_household, (justification.TABLE,)),
    "considerations": Part(considerations.of_household, (considerations.TABLE,)),
    "perspectives": Part(perspectives.of_household, (perspectives.TABLE,)),
    "barriers": Part(barriers.of_household, (barriers.TABLE,)),
    "comparisons": Part(comparisons.of_household, (comparisons.TABLE,)),
    "events": Part(events.of_household, (events.TABLE,)),
    "costs": Part(costs.of_household, (costs.TABLE, events.TABLE)),
    "confirmations": Part(confirmations.of_household, (confirmations.TABLE,)),
    "payments": Part(payments.of_household, (payments.TABLE,)),
    "refusals": Part(refusals.of_household, (refusals.TABLE,)),
    "measurements": Part(measurements.of_household, (measurements.TABLE,)),
    "tasks": Part(tasks.of_household, (tasks.TABLE,)),
    "signals": Part(signals.of_household, (signals.TABLE,)),
    "sharing": Part(sharing.of_household, (sharing.TABLE,)),
    "corrections": Part(corrections.of_household, (corrections.TABLE,)),
    "statements": Part(statements.of_household, (statements.TABLE,)),
}
TABLES: tuple[Table, ...] = (
    profile.TABLE,
    assumptions.TABLE,
    budgets.TABLE,
    local_mandates.TABLE,
    copy_blocks.TABLE,
    own_lists.TABLE,
    *dict.fromkeys(table for part in PARTS.values() for table in part.tables),
    people.MARK,
    *handing.TABLES,
)
_READ_FROM = {name: part.table_names for name, part in PARTS.items()}


def read(store: Store, household_id: int) -> Dossier:
    """Raises NotFound."""
    return Dossier(**{name: part.read(store, household_id) for name, part in PARTS.items()})


def read_only(store: Store, household_id: int, names: Collection[str]) -> Dossier:
    """With nothing but these parts, the household itself among them: for a sum over many. Raises NotFound."""
    parts: dict[str, Any] = {name: PARTS[name].read(store, household_id) if name in names else () for name in PARTS}
    return Dossier(**parts)


def read_again(store: Store, dossier: Dossier, changed: Collection[str]) -> Dossier:
    """The same household after a change of these tables; what comes from others is not asked again.

    Raises NotFound when it is gone.
    """
    names = [name for name, tables in _READ_FROM.items() if not tables.isdisjoint(changed)]
    if not names:
        return dossier
    id_ = dossier.household.id
    return replace(dossier, **{name: PARTS[name].read(store, id_) for name in names})


def open_workspace(folder: Path, secret: str, *, origin: Origin = "venster", today: date | None = None) -> Store:
    """`Store.open`, and then what time does: working notes of 30 days old are gone, also those that were never more
    than a draft, and what was erased is gone everywhere that can be reached. Raises what it raises.
    """
    return with_time_passed(Store.open(folder, secret, TABLES, origin=origin), today or date.today())


def with_time_passed(store: Store, now: date) -> Store:
    """Closed again when that could not be done."""
    try:
        if visits.with_expired_note(store, now):
            with store.change("Verlopen werknotities wissen", action="wissen", undoable=False):
                visits.expire_private_notes(store, now)
        store.drafts.drop_older(":private_note", (now - visits.NOTE_LASTS).isoformat())
        erasing.finish(store)
    except BaseException:
        store.close()
        raise
    return store
