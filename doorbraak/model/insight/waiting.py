"""What waiting costs: each week without the plan, and what is at stake on the day of an event."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from doorbraak.model.dossier.costs import Chances
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.insight.months import add_months
from doorbraak.model.insight.savings import LineSum, Saving, added, amounts_of
from doorbraak.model.money import round_half_even

_CERTAIN = Chances(0, 100, 0)


@dataclass(frozen=True, slots=True)
class Waiting:
    """`weekly`: public cents that each week of waiting does not save, the doorbraak's own cost left out.

    `days` until the event (negative when it has passed), `until_then`: what waiting so long costs. `happens`: what the
    event's own lines cost when it happens, whatever its chance; `prevented`: what the plan is expected to save of that.
    """

    event: ThreateningEvent
    days: int
    weekly: int
    until_then: int
    happens: int
    prevented: int


def weekly_of(saving: Saving) -> Fraction:
    """Cents a week: the direct saving of the first year over its days."""
    days = (add_months(saving.start, 12) - saving.start).days
    lines = (row for row in saving.public_lines if row.line.event is None and row.line.intervention is None)
    return Fraction(7 * sum(row.years[0].direct for row in lines), days)


def only_prevents(saving: Saving) -> bool:
    """All that the plan saves is what it prevents. "Wachten kost € 0 per week" would then read as: no hurry."""
    return weekly_of(saving) <= 0 and any(certain(row) for row in saving.public_lines if row.event is not None)


def certain(row: LineSum) -> int:
    """Cents of a line of an event when that happens for sure."""
    return sum(amounts_of(row.line, _CERTAIN, row.factor, units).threatening for units in row.units)


def waiting_of(saving: Saving, events: tuple[ThreateningEvent, ...], today: date) -> tuple[Waiting, ...]:
    """The events that still threaten, the nearest first."""
    weekly = weekly_of(saving)
    found = []
    for event in sorted(events, key=lambda one: (one.expected_on, one.id)):
        if event.outcome:
            continue
        days = (event.expected_on - today).days
        lines = [row for row in saving.public_lines if row.line.event == event.id]
        happens = sum(map(certain, lines))
        until_then = round_half_even(weekly * max(days, 0) / 7)
        found.append(Waiting(event, days, round_half_even(weekly), until_then, happens, added(lines).prevented))
    return tuple(found)
