"""Case files: one household as JSON, for examples, for moving by hand and for reading elsewhere.

A case file holds no number: on another laptop the number may belong to another family, so who takes a
file in gives it the next free one. It holds no database id and no secret either.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

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
)
from doorbraak.model.dossier.casefile_refusal import place, refuse
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.errors import InputError
from doorbraak.model.workspace.store import Store

if TYPE_CHECKING:
    from doorbraak.model.catalogue import Catalogue
    from doorbraak.model.dossier.casefile_format import CaseFile


def read(content: bytes, catalogue: "Catalogue") -> "CaseFile":
    """The household in a case file, after every check of docs/file-formats.md; writes nothing.

    Raises CaseFileRefused, with the place in the file and without what stands there.
    """
    from doorbraak.model.dossier import casefile_reading

    return casefile_reading.read(content, catalogue)


def write(dossier: Dossier) -> bytes:
    """The case file of a household: equal records give equal bytes, ending with a line end."""
    return to_bytes(of_dossier(dossier))


def to_bytes(case: "CaseFile") -> bytes:
    import msgspec

    return msgspec.json.format(msgspec.json.encode(case), indent=1) + b"\n"


def of_dossier(dossier: Dossier) -> "CaseFile":
    """The same household without ids of the database; its lists keep their order."""
    from doorbraak.model.dossier import casefile_format as form

    home = dossier.household
    person = _references("p", dossier.people)
    problem = _references("q", dossier.problems)
    agency = _references("a", dossier.agencies)
    step = _references("i", dossier.interventions)
    event = _references("e", dossier.events)

    return form.CaseFile(
        format=form.FORMAT,
        version=form.VERSION,
        notice=form.EXAMPLE if home.example else form.PERSONAL,
        household=form.Household(
            name=home.name, opened=home.opened, plan_date=home.plan_date, example=home.example, note=home.note
        ),
        goals=tuple(form.Goal(words=row.words, first=row.first) for row in dossier.goals),
        people=tuple(
            form.Person(
                id=person[row.id], name=row.name, role=row.role, birth_year=row.birth_year,
                lives_here=row.lives_here,
            )
            for row in dossier.people
        ),
        problems=tuple(
            form.Problem(
                id=problem[row.id], kind=row.kind, words=row.words, life_domain=row.life_domain,
                owner=row.owner, people=tuple(person[of] for of in row.people),
            )
            for row in dossier.problems
        ),
        agencies=tuple(
            form.Agency(
                id=agency[row.id], kind=row.kind, words=row.words, contacts_e2=row.contacts_e2, law=row.law,
                payer=row.payer, problems=tuple(problem[of] for of in row.problems),
                people=tuple(person[of] for of in row.people),
            )
            for row in dossier.agencies
        ),
        interventions=tuple(
            form.Intervention(
                id=step[row.id], kind=row.kind, words=row.words, status=row.status, decided_on=row.decided_on
            )
            for row in dossier.interventions
        ),
        grounds=tuple(
            form.Ground(
                intervention=step[row.intervention], article=row.article, role=row.role, reason=row.reason
            )
            for row in dossier.grounds
        ),
        events=tuple(
            form.Event(
                id=event[row.id], kind=row.kind, words=row.words, expected_on=row.expected_on,
                reason=row.reason, chance_threatening=row.chance_threatening, chance_plan=row.chance_plan,
            )
            for row in dossier.events
        ),
        costs=tuple(
            form.Cost(
                words=row.words, price=row.price, price_cents=row.price_cents, price_year=row.price_year,
                source=row.source, unit=row.unit, quantity_e4=row.quantity_e4, recurrence=row.recurrence,
                law=row.law, payer=row.payer, transfer=row.transfer,
                chances=None if row.event is not None or row.intervention is not None else form.Chances(
                    current=row.chances.current, threatening=row.chances.threatening, plan=row.chances.plan
                ),
                attribution=row.attribution, starts=row.starts, ends=row.ends,
                agency=None if row.agency is None else agency[row.agency],
                event=None if row.event is None else event[row.event],
                intervention=None if row.intervention is None else step[row.intervention],
            )
            for row in dossier.costs
        ),
    )  # fmt: skip


def _references(prefix: str, rows: Iterable[Any]) -> dict[int, str]:
    """p1, p2, ...: names within the file for rows that others refer to."""
    return {row.id: f"{prefix}{number}" for number, row in enumerate(rows, 1)}


def take_in(store: Store, case: "CaseFile") -> int:
    """Add the household of a case file under the next free number; returns its id. A verb: never commits.

    Raises CaseFileRefused for what a field does not take; then the caller's change writes nothing.
    """
    home = case.household
    with _refusing("household"):
        of = household.open_dossier(store, home.name, opened=home.opened, example=home.example, note=home.note)
        household.set_plan_date(store, of, home.plan_date)
    for number, goal in enumerate(case.goals):
        with _refusing(f"goals[{number}]"):
            goals.add(store, of, goal.words, first=goal.first)
    person = _take_people(store, of, case)
    problem = _take_problems(store, of, case, person)
    agency = _take_agencies(store, of, case, person, problem)
    step = _take_interventions(store, of, case)
    event = _take_events(store, of, case)
    _take_costs(store, of, case, agency, event, step)
    return of


@contextmanager
def _refusing(path: str) -> Iterator[None]:
    """What a verb refuses is refused with its place in the file."""
    field = None
    try:
        yield
    except InputError as error:
        field = error.field
    if field is not None:
        refuse(place(f"{path}.{field}" if field else path), "staat iets dat het programma niet aanneemt")


def _take_people(store: Store, of: int, case: "CaseFile") -> dict[str, int]:
    taken = {}
    for number, row in enumerate(case.people):
        with _refusing(f"people[{number}]"):
            taken[row.id] = people.add(
                store, of, name=row.name, role=row.role, birth_year=row.birth_year, lives_here=row.lives_here
            )
    return taken


def _take_problems(store: Store, of: int, case: "CaseFile", person: Mapping[str, int]) -> dict[str, int]:
    taken = {}
    for number, row in enumerate(case.problems):
        with _refusing(f"problems[{number}]"):
            taken[row.id] = problems.add(
                store, of, kind=row.kind, words=row.words, life_domain=row.life_domain, owner=row.owner,
                people=tuple(person[name] for name in row.people),
            )  # fmt: skip
    return taken


def _take_agencies(
    store: Store, of: int, case: "CaseFile", person: Mapping[str, int], problem: Mapping[str, int]
) -> dict[str, int]:
    taken = {}
    for number, row in enumerate(case.agencies):
        with _refusing(f"agencies[{number}]"):
            taken[row.id] = agencies.add(
                store, of, kind=row.kind, words=row.words, contacts_e2=row.contacts_e2, law=row.law,
                payer=row.payer, problems=tuple(problem[name] for name in row.problems),
                people=tuple(person[name] for name in row.people),
            )  # fmt: skip
    return taken


def _take_interventions(store: Store, of: int, case: "CaseFile") -> dict[str, int]:
    taken = {}
    for number, row in enumerate(case.interventions):
        with _refusing(f"interventions[{number}]"):
            taken[row.id] = interventions.add(
                store, of, kind=row.kind, words=row.words, status=row.status, decided_on=row.decided_on
            )
    for number, ground in enumerate(case.grounds):
        with _refusing(f"grounds[{number}]"):
            justification.add(store, taken[ground.intervention], ground.article, role=ground.role, reason=ground.reason)
    return taken


def _take_events(store: Store, of: int, case: "CaseFile") -> dict[str, int]:
    taken = {}
    for number, row in enumerate(case.events):
        with _refusing(f"events[{number}]"):
            taken[row.id] = events.add(
                store, of, kind=row.kind, words=row.words, expected_on=row.expected_on, reason=row.reason,
                chance_threatening=row.chance_threatening, chance_plan=row.chance_plan,
            )  # fmt: skip
    return taken


def _take_costs(
    store: Store, of: int, case: "CaseFile", agency: Mapping[str, int], event: Mapping[str, int],
    step: Mapping[str, int],
) -> None:  # fmt: skip
    for number, row in enumerate(case.costs):
        own = row.chances
        chances = None if own is None else costs.Chances(own.current, own.threatening, own.plan)
        with _refusing(f"costs[{number}]"):
            costs.add(
                store, of, words=row.words, price_cents=row.price_cents, quantity_e4=row.quantity_e4,
                unit=row.unit, recurrence=row.recurrence, price=row.price, price_year=row.price_year,
                source=row.source, law=row.law, payer=row.payer, transfer=row.transfer, chances=chances,
                attribution=row.attribution, starts=row.starts, ends=row.ends,
                agency=None if row.agency is None else agency[row.agency],
                event=None if row.event is None else event[row.event],
                intervention=None if row.intervention is None else step[row.intervention],
            )  # fmt: skip
