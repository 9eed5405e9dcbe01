"""Synthetic households as two quarters see them: each thing noted on a day of its own, some joined and some left.

The second quarter knows more than the first: dossiers that were opened and closed, problems that came to light,
doorbraken that went on, measurements and looks back. So what is counted of the one differs from the other.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any, Literal, TypeVar

from msgspec import structs

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier import casefile_format as form
from doorbraak.model.dossier import casefile_format_sums as sums
from doorbraak.model.dossier import synthetic
from doorbraak.model.dossier.casefile_fields import Item
from doorbraak.model.dossier.casefile_lists import LISTS
from doorbraak.model.dossier.synthetic import Shape
from doorbraak.model.dossier.synthetic_draw import LAST_DAY, Draw, past
from doorbraak.model.dossier.synthetic_plausible import plausible

SECOND = date(2026, 7, 1)
"""The first day of the second of the two quarters; its last is LAST_DAY."""
LAPTOPS = Shape(
    most_often=90,
    least_often=26,
    steps=(
        *("schulden-afkopen",) * 5, *("gezinsregisseur",) * 4, *("vorderingen-pauzeren",) * 3,
        "hulp-bundelen-bij-een-aanbieder", "hulp-bundelen-bij-een-aanbieder", "woning-met-voorrang",
        "maatwerkbudget-24-uur", "rondetafel-een-plan", "niet-saneerbare-schuld-oplossen",
    ),
    statuses=("proposed", "requested", "granted", "partly", "refused", "done", "done", *("evaluated",) * 4),
)  # fmt: skip
"""Debts in nine of ten households, trouble with the police in one of four; a few doorbraken that most have."""
_JOINED, _LEFT = 12, 7  # per cent, in the second quarter
_HAPPENED = 6  # per cent of what threatened before the last day: about what the plans expect
_LATER = 18  # per cent of problems and agencies that came to light after the dossier was opened
_ON = {"measurements", "confirmations", "outcomes", "payments", "statuses", "visits", "sharing", "corrections",
       "statements"}  # fmt: skip
"""Lists of which each row is of a day: what is of a day to come is not there yet."""
_DONE = ("decided_on", "done_on", "solved_on", "ended_on", "gone_on", "told_on", "settled_on", "outcome_on", "dated")
_WITH_THE_PLAN = frozenset({"interventions", "grounds", "events", "considerations", "comparisons", "barriers", "steps"})

R = TypeVar("R", bound=Item)


def households(count: int, seed: int, catalogue: Catalogue) -> list[form.CaseFile]:
    """The first n are the same whatever `count` is."""
    return [
        _threats_told(draw, _noted(draw, _at_its_time(draw, plausible(Draw(9_000_011 * seed + number), case))))
        for number, case in enumerate(synthetic.households(count, seed, catalogue, LAPTOPS), 1)
        for draw in (Draw(7_000_003 * seed + number),)
    ]


def _at_its_time(draw: Draw, case: form.CaseFile) -> form.CaseFile:
    """Some begin in the second quarter; of the others some ended in the first."""
    home = structs.replace(case.household, closed=None, close_reason="", close_words="")
    case = structs.replace(case, household=home)
    if draw.happens(_JOINED):
        gap = ((home.plan_date or home.opened) - home.opened).days
        opened = SECOND + timedelta(days=draw.between(0, (LAST_DAY - SECOND).days - gap))
        return _moved(case, (opened - home.opened).days)
    first = SECOND - timedelta(days=91)
    if draw.happens(_LEFT) and home.opened < first:
        closed = first + timedelta(days=draw.between(0, 90))
        home = structs.replace(
            home,
            closed=closed,
            close_reason="goals-reached" if draw.happens(60) else "moved",
            close_words="Synthetisch: gesloten door het rekenprogramma.",
        )
    return structs.replace(case, household=home)


def _moved(case: form.CaseFile, days: int) -> form.CaseFile:
    """All of it so many days later, without what would be of a day to come."""
    lists = {name: tuple(_later(row, days) for row in getattr(case, name)) for name in LISTS}
    for name in _ON:
        lists[name] = tuple(row for row in lists[name] if row.on_day <= LAST_DAY)
    lists["interventions"] = tuple(_as_far(step, lists["statuses"]) for step in lists["interventions"])
    looked = {row.id for row in lists["interventions"] if row.status in ("done", "evaluated")}
    lists["outcomes"] = tuple(row for row in lists["outcomes"] if row.intervention in looked)
    return structs.replace(case, household=_later(case.household, days), **lists)


def _later(row: Any, days: int) -> Any:
    """What was done, was done by the last day; of what lies ahead the day may be after it."""
    moved = {
        field: value + timedelta(days=days)
        for field in row.__struct_fields__
        if isinstance(value := getattr(row, field), date)
    }
    return structs.replace(row, **{field: past(day) if field in _DONE else day for field, day in moved.items()})


def _as_far(step: form.Intervention, history: Iterable[form.StatusChange]) -> form.Intervention:
    """With the last status that it has by then."""
    own = [change.status for change in history if change.intervention == step.id]
    status = own[-1] if own else "proposed"
    return structs.replace(step, status=status, decided_on=step.decided_on if status == step.status else None)


def _noted(draw: Draw, case: form.CaseFile) -> form.CaseFile:
    """Each record since the day on which somebody could know it."""
    opened, plan = case.household.opened, case.household.plan_date or case.household.opened
    lists: dict[str, tuple[Any, ...]] = {}
    for name in LISTS:
        on = plan if name in _WITH_THE_PLAN else opened
        lists[name] = tuple(_since(row, getattr(row, "on_day", None) or on) for row in getattr(case, name))
    for name in ("problems", "agencies"):
        lists[name] = tuple(_since(row, _found(draw, opened)) for row in lists[name])
    since = {agency.id: agency.noted_on for agency in lists["agencies"]}
    lists["costs"] = tuple(_since(line, max(plan, since.get(line.agency or "", plan))) for line in lists["costs"])
    lists["signals"] = tuple(
        _since(one, one.told_on or past(plan + timedelta(days=draw.between(5, 180)))) for one in lists["signals"]
    )
    return structs.replace(case, **lists)


def _threats_told(draw: Draw, case: form.CaseFile) -> form.CaseFile:
    """Most of what threatened was averted; what happened, cost what it costs."""
    outcomes: dict[str, Literal["", "happened", "averted"]] = {
        event.id: "" if event.expected_on > LAST_DAY else "happened" if draw.happens(_HAPPENED) else "averted"
        for event in case.events
    }
    lines = {line.id: line for line in case.costs if line.event is not None}
    return structs.replace(
        case,
        events=tuple(
            structs.replace(event, outcome=outcome, outcome_on=event.expected_on if outcome else None)
            for event in case.events
            for outcome in (outcomes[event.id],)
        ),
        confirmations=tuple(
            _confirmed(row, lines[row.cost_line], outcomes) if row.cost_line in lines else row
            for row in case.confirmations
        ),
    )


def _confirmed(row: sums.Confirmation, line: sums.Cost, outcomes: Mapping[str, str]) -> sums.Confirmation:
    if row.state == "unknown":
        return row
    if outcomes[line.event or ""] != "happened":
        return structs.replace(row, state="confirmed", actual_cents=None, reason="")
    actual = line.price_cents * line.quantity_e4 // 10_000
    return structs.replace(row, state="changed", actual_cents=actual, reason="Synthetisch: het gebeurde toch.")


def _found(draw: Draw, opened: date) -> date:
    days = draw.between(20, 240) if draw.happens(_LATER) else 0
    return past(opened + timedelta(days=days))


def _since(row: R, on: date) -> R:
    return structs.replace(row, noted_on=past(on))
