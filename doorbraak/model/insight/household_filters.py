"""Which households ask for something now: the filters of the list, and the first day of each."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.dossier.agenda import Agenda
from doorbraak.model.insight import worklist

Filter = Literal["open", "overdue", "measurement", "decision", "turns-18", "closed", "all"]
FILTERS: tuple[Filter, ...] = ("open", "overdue", "measurement", "decision", "turns-18", "closed", "all")
FILTER_NAMES: dict[Filter, str] = {
    "open": "Lopend",
    "overdue": "Over tijd",
    "measurement": "Meting nodig",
    "decision": "Wacht op besluit",
    "turns-18": "Wordt 18",
    "closed": "Gesloten",
    "all": "Alle",
}
MARKS: tuple[Filter, ...] = ("overdue", "measurement", "decision", "turns-18", "closed")
"""Those that are said of a household in the list; the others say nothing of one."""


@dataclass(frozen=True, slots=True)
class Standing:
    """In which filters a household stands, and its earliest open day: one that has passed comes before all.

    A measurement that can be made has a filter of its own, so its day is no first day any more.
    """

    filters: frozenset[Filter]
    first_day: date | None

    @property
    def marks(self) -> str:
        """ "Over tijd · Wacht op besluit"."""
        return " · ".join(FILTER_NAMES[name] for name in MARKS if name in self.filters)


def standings(known: Agenda, today: date) -> dict[int, Standing]:
    """Of each household, by its id."""
    first: dict[int, date] = {}
    late: set[int] = set()
    for item in worklist.items(known, today):
        if item.kind != "measurement" or item.on > today:
            first.setdefault(item.household, item.on)
        if worklist.when(item, today) == "overdue":
            late.add(item.household)
    grown = {child.household for child in known.children if worklist.comes_of_age(child, today)}
    found: dict[int, Standing] = {}
    for home in known.households:
        filters: set[Filter] = {"all", "closed" if home.closed else "open"}
        if home.closed is None:
            filters |= {"overdue"} if home.id in late else set()
            filters |= {"measurement"} if worklist.measurement_due(known, home, today) else set()
            filters |= {"decision"} if home.id in known.requested else set()
            filters |= {"turns-18"} if home.id in grown else set()
        found[home.id] = Standing(frozenset(filters), first.get(home.id))
    return found


def counts(of: dict[int, Standing]) -> dict[Filter, int]:
    """How many households stand in each filter."""
    return {name: sum(name in standing.filters for standing in of.values()) for name in FILTERS}
