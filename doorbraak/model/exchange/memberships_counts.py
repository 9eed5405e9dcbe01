"""In which cells of the counted tables a household is."""

from collections.abc import Iterable, Iterator

from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import OFF, StatusChange
from doorbraak.model.dossier.outcomes import Outcome
from doorbraak.model.exchange.memberships_day import agencies_on, problems_on, status_on, with_children
from doorbraak.model.exchange.periods import Period
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, TableCatalogue, TableKind, cell_of

Cell = tuple[str, tuple[str, ...]]
"""A table with what the household has in each dimension, not yet coded."""


def cells(dossier: Dossier, period: Period, tables: TableCatalogue, team: str) -> Iterator[Cell]:
    """`dossier` as on the last day; a cell may come more than once."""
    yield "households_team", (team,)
    yield from _problems(dossier, period, tables)
    for agency in agencies_on(dossier, period.last):
        yield "agencies", (agency.kind,)
    yield from _worked(dossier, period, tables)
    yield from _grounds(dossier)
    yield from _signals(dossier, team)


def children(dossier: Dossier, period: Period) -> str:
    return "met" if with_children(dossier, period.last) else "zonder"


def _problems(dossier: Dossier, period: Period, tables: TableCatalogue) -> Iterator[Cell]:
    """A problem of the list is in the life domain that the list gives it, also where somebody moved it: so every
    household of a problem is in its domain, and the two tables say the same everywhere.
    """
    composition = children(dossier, period)
    for problem in problems_on(dossier, period.last):
        yield "problems_children", (problem.kind, composition)
        yield "life_domains", (_domain(problem.kind, problem.life_domain, tables),)


def _domain(kind: str, said: str, tables: TableCatalogue) -> str:
    code = tables.tables["problems_children"].dimensions[0].by_id.get(kind)
    return code.parent if code is not None and code.parent else said


def statuses(dossier: Dossier, history: Iterable[StatusChange], period: Period) -> Iterator[Cell]:
    """Each doorbraak of which the status of the last day began within the period. `dossier` as it is now."""
    listed = tuple(history)
    for step in dossier.interventions:
        found = status_on(step, listed, period.last)
        if found is not None and period.holds(found[1]):
            yield "interventions", (step.kind, found[0])


def _worked(dossier: Dossier, period: Period, tables: TableCatalogue) -> Iterator[Cell]:
    """The last look back within the period, once for every life domain of the problems that it was for."""
    last: dict[int, Outcome] = {}
    for outcome in sorted(dossier.outcomes, key=lambda one: (one.on_day, one.id)):
        if period.holds(outcome.on_day):
            last[outcome.intervention] = outcome
    domains = {one.id: _domain(one.kind, one.life_domain, tables) or OTHER for one in dossier.problems}
    for step in dossier.interventions:
        if step.id in last:
            for domain in {domains[problem] for problem in step.problems if problem in domains} or {NONE}:
                yield "interventions_worked", (step.kind, domain, last[step.id].worked)


def _grounds(dossier: Dossier) -> Iterator[Cell]:
    """What carries a doorbraak or gives it room; an own article has no code."""
    off = {step.id for step in dossier.interventions if step.status in OFF}
    there = {step.id for step in dossier.interventions} - off
    for ground in dossier.grounds:
        if ground.intervention in there and ground.role != "blocks":
            yield "grounds", (ground.article or OTHER,)


def _signals(dossier: Dossier, team: str) -> Iterator[Cell]:
    for signal in dossier.signals:
        yield "signals_rung", (signal.rung,)
        yield "signals_rule_team", (signal.article, team)
        yield "signals_wijk", (dossier.household.wijk,)


def coded(kind: TableKind, values: tuple[str, ...]) -> str:
    return cell_of(*(dimension.coded(value) for dimension, value in zip(kind.dimensions, values, strict=True)))
