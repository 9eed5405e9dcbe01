"""Where the time of visits goes: to people, or to the keyboard."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from doorbraak.model.dossier.visits import NOTE_LASTS, Visit

KEYBOARD_NORM = 5
"""Per cents of a visit that may go to the keyboard: ours, sharper than the method: 2 minutes in 10."""
KEY_LASTS = 5
"""Seconds that one key counts as time at the keyboard (ours): looking for the next one is part of typing."""

SILENCE_LASTS = 60
"""Seconds after the last sign of life that still count when nobody came back to the laptop (ours)."""


@dataclass(frozen=True, slots=True)
class VisitTime:
    """Minutes of all visits together. `keyboard_share`: whole per cents of both; None when nothing was written down."""

    visits: int
    with_people: int
    at_keyboard: int

    @property
    def keyboard_share(self) -> int | None:
        total = self.with_people + self.at_keyboard
        return round(100 * self.at_keyboard / total) if total else None


def time_of(visits: Iterable[Visit]) -> VisitTime:
    listed = tuple(visits)
    return VisitTime(
        len(listed),
        sum(visit.minutes_with_people for visit in listed),
        sum(visit.minutes_at_keyboard for visit in listed),
    )


def visit_of(visits: Iterable[Visit], day: date) -> Visit | None:
    """The visit of that day; of several the one that was noted last."""
    return max((visit for visit in visits if visit.on_day == day), key=lambda visit: visit.id, default=None)


def note_goes_on(visit: Visit) -> date | None:
    """The day on which the private working note is wiped; None when there is none."""
    return visit.note_since + NOTE_LASTS if visit.note_since else None
