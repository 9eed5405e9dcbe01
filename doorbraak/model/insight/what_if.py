"""What if a chance were another: copies of a dossier in which one differs. Nothing is written."""

from dataclasses import dataclass, replace
from typing import Literal

from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent

Knob = Literal["threatening", "plan", "attribution"]
KNOBS: tuple[Knob, ...] = ("threatening", "plan", "attribution")


@dataclass(frozen=True, slots=True)
class Handle:
    """A line or an event of which something can be turned."""

    kind: Literal["event", "line"]
    id: int


def handles_of(dossier: Dossier) -> tuple[Handle, ...]:
    """Events first: most hangs on them. The doorbraak's own cost is certain."""
    lines = (Handle("line", line.id) for line in dossier.costs if line.intervention is None)
    return (*(Handle("event", event.id) for event in dossier.events), *lines)


def knobs_of(dossier: Dossier, handle: Handle) -> dict[Knob, int]:
    """What can be turned of it, as it is in this dossier. The chances of an event's lines are the event's; and
    without events what threatens is what is current.
    """
    if handle.kind == "event":
        event = _event(dossier, handle.id)
        return {"threatening": event.chance_threatening, "plan": event.chance_plan}
    line = _line(dossier, handle.id)
    found: dict[Knob, int] = {"attribution": line.attribution}
    if line.event is not None:
        return found
    if dossier.events:
        found["threatening"] = line.chances.threatening
    return {**found, "plan": line.chances.plan}


def turned(dossier: Dossier, handle: Handle, knob: Knob, value: int) -> Dossier:
    """A copy with this one number changed. A range that does not hold it is left out, as when it is written."""
    if handle.kind == "event":
        event = _turned_event(_event(dossier, handle.id), knob, value)
        chances = Chances(0, event.chance_threatening, event.chance_plan)
        return replace(
            dossier,
            events=tuple(event if one.id == event.id else one for one in dossier.events),
            costs=tuple(replace(one, chances=chances) if one.event == event.id else one for one in dossier.costs),
        )
    line = _turned_line(_line(dossier, handle.id), knob, value)
    return replace(dossier, costs=tuple(line if one.id == line.id else one for one in dossier.costs))


def differences(dossier: Dossier, trial: Dossier) -> tuple[tuple[Handle, dict[Knob, int]], ...]:
    """What was turned, with its new values."""
    found = []
    for handle in handles_of(dossier):
        before, after = knobs_of(dossier, handle), knobs_of(trial, handle)
        if before != after:
            found.append((handle, {knob: value for knob, value in after.items() if value != before[knob]}))
    return tuple(found)


def _event(dossier: Dossier, id_: int) -> ThreateningEvent:
    return next(event for event in dossier.events if event.id == id_)


def _line(dossier: Dossier, id_: int) -> CostLine:
    return next(line for line in dossier.costs if line.id == id_)


def _turned_event(event: ThreateningEvent, knob: Knob, value: int) -> ThreateningEvent:
    if knob == "threatening":
        low, high = _kept(event.threatening_low, event.threatening_high, value)
        return replace(event, chance_threatening=value, threatening_low=low, threatening_high=high)
    if knob == "plan":
        low, high = _kept(event.plan_low, event.plan_high, value)
        return replace(event, chance_plan=value, plan_low=low, plan_high=high)
    raise ValueError("the attribution is of a line")


def _turned_line(line: CostLine, knob: Knob, value: int) -> CostLine:
    if knob == "attribution":
        low, high = _kept(line.attribution_low, line.attribution_high, value)
        return replace(line, attribution=value, attribution_low=low, attribution_high=high)
    if knob == "threatening":
        return replace(line, chances=replace(line.chances, threatening=value))
    low, high = _kept(line.chance_low, line.chance_high, value)
    return replace(line, chances=replace(line.chances, plan=value), chance_low=low, chance_high=high)


def _kept(low: int | None, high: int | None, middle: int) -> tuple[int | None, int | None]:
    return (low, high) if low is not None and high is not None and low <= middle <= high else (None, None)
