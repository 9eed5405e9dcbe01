"""Counts of households, one dimension at a time. Raw and unprotected: only `door` may read them out.

A household counts once per row, however many problems or agencies of that kind it has, and in as many
rows as it has kinds (multi-response). So rows don't add up to anything, and there are no totals.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier import household
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.exchange.table_catalogue import NONE, OTHER
from doorbraak.model.insight.names import NO_LAW
from doorbraak.model.workspace.store import Store

OTHER_LABEL = "Overig, of in eigen woorden"


@dataclass(frozen=True, slots=True)
class CountRow:
    """How many households are in this row. `code` is a catalogue id, `overig` or `geen`."""

    code: str
    label: str
    households: int


@dataclass(frozen=True, slots=True)
class CountTable:
    """Every row that the catalogue knows, in its order, zeros included: being absent tells nothing."""

    id: str
    title: str
    row_title: str
    rows: tuple[CountRow, ...]


@dataclass(frozen=True, slots=True)
class Nesting:
    """Every household in the row `part` is in the row `whole` too. Both are (table id, code)."""

    whole: tuple[str, str]
    part: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Counts:
    """`example`: what is counted is published or made-up data, and every output says so."""

    households: int
    example: bool
    tables: tuple[CountTable, ...]
    nestings: tuple[Nesting, ...] = ()


@dataclass(frozen=True, slots=True)
class _Plan:
    """Which codes a household is in, and what the codes are called."""

    id: str
    title: str
    row_title: str
    codes: Callable[[Dossier], Iterable[str]]
    labels: Callable[[Catalogue], Mapping[str, str]]
    none: str = ""  # what an empty code is called; without it an empty code is `overig`


def names_of(rows: Mapping[str, Any]) -> dict[str, str]:
    return {id_: row.name for id_, row in rows.items()}


def law_names(catalogue: Catalogue) -> dict[str, str]:
    return {
        law.id: f"{law.title} ({law.abbreviation})" if law.abbreviation not in ("", law.title) else law.title
        for law in catalogue.laws.values()
    }


PLANS = (
    _Plan(
        "life_domains",
        "Leefgebieden",
        "Huishoudens met een probleem in dit leefgebied",
        lambda found: (problem.life_domain for problem in found.problems),
        lambda catalogue: names_of(catalogue.life_domains),
    ),
    _Plan(
        "problems",
        "Problemen",
        "Huishoudens met dit probleem",
        lambda found: (problem.kind for problem in found.problems),
        lambda catalogue: names_of(catalogue.problems),
    ),
    _Plan(
        "agencies",
        "Instanties",
        "Huishoudens met deze instantie",
        lambda found: (agency.kind for agency in found.agencies),
        lambda catalogue: names_of(catalogue.agencies),
    ),
    _Plan(
        "cost_laws",
        "Wetten van de kosten",
        "Huishoudens met kosten uit deze wet",
        lambda found: (line.law for line in found.costs),
        law_names,
        none=NO_LAW,
    ),
    _Plan(
        "interventions",
        "Doorbraken",
        "Huishoudens met deze doorbraak, ingetrokken telt niet",
        lambda found: (step.kind for step in found.interventions if step.status != "withdrawn"),
        lambda catalogue: names_of(catalogue.interventions),
    ),
)


def of_store(store: Store, catalogue: Catalogue) -> Counts:
    """Count the workspace. Example households stand in only where there is no real one.

    Otherwise they would lift a small group of real families over the threshold.
    """
    counted, example = counted_in(store)
    return count((dossiers.read(store, home.id) for home in counted), catalogue, example=example)


def counted_in(store: Store) -> tuple[tuple[household.Household, ...], bool]:
    """The real households, or the examples where there is no real one; and whether they are examples."""
    homes = household.all_of(store)
    real = tuple(home for home in homes if not home.example)
    return real or homes, store.example or not real


def count(found: Iterable[Dossier], catalogue: Catalogue, *, example: bool) -> Counts:
    """All tables over these households. Ids that the catalogue lacks, and own words, count as `overig`.

    A list of the catalogue may have a row `overig` itself; then they join it.
    """
    tallies = [_Tally(plan, catalogue) for plan in PLANS]
    households = 0
    for households, dossier in enumerate(found, 1):  # noqa: B007 - how many there were
        for tally in tallies:
            tally.add(dossier)
    return Counts(households, example, tuple(tally.table() for tally in tallies), nestings(catalogue))


def nestings(catalogue: Catalogue) -> tuple[Nesting, ...]:
    """Which rows hold which other rows, so that a reader can subtract them.

    A life domain holds its problems. A problem without a domain of the list is nearly always in own words:
    so the row of own words holds the domain `overig`. No other two tables hold each other's rows: an agency
    can be there without costs and a cost without an agency, a cost of a law needs no doorbraak and no
    problem, and a doorbraak needs none of them. Within a table no row stands for a group of others.
    """
    return (
        *(
            Nesting(("life_domains", problem.life_domain), ("problems", problem.id))
            for problem in catalogue.problems.values()
        ),
        Nesting(("problems", OTHER), ("life_domains", OTHER)),
    )


class _Tally:
    def __init__(self, plan: _Plan, catalogue: Catalogue) -> None:
        self._plan = plan
        self._labels = {**plan.labels(catalogue), OTHER: OTHER_LABEL}
        if plan.none:
            self._labels[NONE] = plan.none
        self._households = dict.fromkeys(self._labels, 0)

    def add(self, dossier: Dossier) -> None:
        for code in {self._row(code) for code in self._plan.codes(dossier)}:
            self._households[code] += 1

    def _row(self, code: str) -> str:
        if not code and self._plan.none:
            return NONE
        return code if code in self._labels else OTHER

    def table(self) -> CountTable:
        plan = self._plan
        rows = (CountRow(code, self._labels[code], number) for code, number in self._households.items())
        return CountTable(plan.id, plan.title, plan.row_title, tuple(rows))
