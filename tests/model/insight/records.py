"""Small records for tests of pure functions: only what a test is about has to be named."""

from dataclasses import fields
from datetime import date
from typing import Any, Literal, TypeVar, get_args, get_origin

from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.household import Household
from doorbraak.model.dossier.interventions import Intervention, Status
from doorbraak.model.dossier.letters import Letter
from doorbraak.model.dossier.people import Person
from doorbraak.model.dossier.problems import Problem
from doorbraak.model.dossier.steps import Step
from doorbraak.model.dossier.tasks import Task

R = TypeVar("R")
START = date(2026, 1, 1)
CERTAIN = Chances(100, 100, 100)
_EMPTY: dict[Any, Any] = {str: "", int: 0, bool: False, date: START}


def made(kind: type[R], /, **given: Any) -> R:
    """A record with what is given. The rest is empty, and belongs to household and doorbraak 1."""
    columns = fields(kind)  # type: ignore[arg-type]
    unknown = given.keys() - {field.name for field in columns}
    assert not unknown, f"{kind.__name__} has no {unknown}"
    return kind(**{field.name: given.get(field.name, _empty(field.name, field.type)) for field in columns})


def _empty(name: str, kind: Any) -> Any:
    if type(None) in getattr(kind, "__args__", ()):
        return None
    if getattr(kind, "__origin__", None) is tuple:
        return ()
    if get_origin(kind) is Literal and "" not in get_args(kind):
        return get_args(kind)[0]
    return 1 if kind is int and name in {"id", "household", "intervention", "cost_line"} else _EMPTY.get(kind, "")


def household(*, plan_date: date | None = START, example: bool = False, **given: Any) -> Household:
    return made(Household, number=given.pop("number", 12), plan_date=plan_date, example=example, **given)


def dossier(*costs: CostLine, of: Household | None = None, **parts: tuple[Any, ...]) -> Dossier:
    return made(Dossier, household=of or household(), costs=costs, **parts)


def line(
    cents: int, *, id_: int = 1, chances: Chances = CERTAIN, quantity_e4: int = 10_000, law: str = "jeugdwet",
    payer: str = "gemeente", price: str = "", once: bool = False, starts: date | None = None,
    ends: date | None = None, attribution: int = 100, transfer: bool = False, event: int | None = None,
    intervention: int | None = None, words: str = "Post", unit: str = "per jaar", **given: Any,
) -> CostLine:  # fmt: skip
    return made(
        CostLine, id=id_, words=words, price=price, price_cents=cents, unit=unit, quantity_e4=quantity_e4,
        recurrence="once" if once else "yearly", law=law, payer=payer, transfer=transfer, chances=chances,
        attribution=attribution, starts=starts, ends=ends, event=event, intervention=intervention, **given,
    )  # fmt: skip


def event(without: int, with_plan: int, *, on: date = START, **given: Any) -> ThreateningEvent:
    return made(
        ThreateningEvent, **{"words": "Huisuitzetting", **given}, expected_on=on, reason="De huur is niet betaald.",
        chance_threatening=without, chance_plan=with_plan,
    )  # fmt: skip


def intervention(*, status: Status = "proposed", decided_on: date | None = None, **given: Any) -> Intervention:
    return made(Intervention, **{"words": "De schuld betalen", **given}, status=status, decided_on=decided_on)


def problem(id_: int, kind: str = "", *waits_for: int, **given: Any) -> Problem:
    return made(Problem, id=id_, kind=kind, waits_for=waits_for, **given)


def agency(id_: int, kind: str = "", **given: Any) -> Agency:
    return made(Agency, id=id_, kind=kind, **given)


def letter(id_: int, **given: Any) -> Letter:
    return made(Letter, id=id_, **given)


def step(id_: int, **given: Any) -> Step:
    return made(Step, id=id_, **given)


def task(id_: int, **given: Any) -> Task:
    return made(Task, **{"kind": "task", **given}, id=id_)


def person(**given: Any) -> Person:
    return made(Person, **{"lives_here": "yes", **given})
