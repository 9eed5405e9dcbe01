"""All households side by side: what the list shows of each, in one question."""

from dataclasses import dataclass

from doorbraak.model.dossier import household
from doorbraak.model.dossier.household import Household
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the household list: the household with its counts."""

    household: Household
    people: int
    problems: int
    agencies: int
    interventions: int


_COUNTED = ("person", "problem", "agency", "intervention")


def all_rows(store: Store, homes: tuple[Household, ...] | None = None) -> tuple[Row, ...]:
    """Every household by number, with what it holds; `homes` when they have just been read."""
    counts = [dict(store.rows(f"SELECT household, count(*) FROM {table} GROUP BY household")) for table in _COUNTED]
    if homes is None:
        homes = household.all_of(store)
    return tuple(Row(home, *(count.get(home.id, 0) for count in counts)) for home in homes)
