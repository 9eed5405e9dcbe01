"""All households side by side: what the list shows of each, in one question."""

from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier import household
from doorbraak.model.dossier.household import Household
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the household list: the household with what is there now: not what is solved or over."""

    household: Household
    people: int
    problems: int
    agencies: int
    interventions: int


_COUNTED = (
    "person WHERE 1", "problem WHERE solved_on IS NULL", "agency WHERE ended_on IS NULL OR ended_on > ?",
    "intervention WHERE 1",
)  # fmt: skip


def all_rows(store: Store, homes: tuple[Household, ...] | None = None) -> tuple[Row, ...]:
    """Every household by number, with what it holds; `homes` when they have just been read."""
    today = date.today().isoformat()
    counts = [
        dict(store.rows(f"SELECT household, count(*) FROM {rows} GROUP BY household", [today] * rows.count("?")))
        for rows in _COUNTED
    ]
    if homes is None:
        homes = household.all_of(store)
    return tuple(Row(home, *(count.get(home.id, 0) for count in counts)) for home in homes)
