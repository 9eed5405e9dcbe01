"""One household with all that is recorded about it, and the tables that hold it."""

from dataclasses import dataclass

from doorbraak.model.dossier import (
    agencies,
    costs,
    events,
    goals,
    household,
    interventions,
    justification,
    people,
    problems,
)  # fmt: skip
from doorbraak.model.workspace.store import Store

TABLES = (
    household.TABLE,
    people.TABLE,
    goals.TABLE,
    problems.TABLE,
    problems.PEOPLE,
    agencies.TABLE,
    agencies.PROBLEMS,
    agencies.PEOPLE,
    interventions.TABLE,
    justification.TABLE,
    events.TABLE,
    costs.TABLE,
)


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything of one household, fresh from the file; what documents and sums are made of."""

    household: household.Household
    goals: tuple[goals.Goal, ...]
    people: tuple[people.Person, ...]
    problems: tuple[problems.Problem, ...]
    agencies: tuple[agencies.Agency, ...]
    interventions: tuple[interventions.Intervention, ...]
    grounds: tuple[justification.LegalGround, ...]
    events: tuple[events.ThreateningEvent, ...]
    costs: tuple[costs.CostLine, ...]


def read(store: Store, household_id: int) -> Dossier:
    """Raises NotFound."""
    return Dossier(
        household.read(store, household_id),
        goals.of_household(store, household_id),
        people.of_household(store, household_id),
        problems.of_household(store, household_id),
        agencies.of_household(store, household_id),
        interventions.of_household(store, household_id),
        justification.of_household(store, household_id),
        events.of_household(store, household_id),
        costs.of_household(store, household_id),
    )
