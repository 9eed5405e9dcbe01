"""How many units of a cost line fall in a year, or in some months of it: broken months count by days."""

from datetime import date, timedelta
from fractions import Fraction

from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.insight.months import add_months


def units_in_year(line: CostLine, start: date, year: int, event_on: date | None) -> Fraction:
    """In year 0, 1, ... after `start`. `event_on`: when the event of the line is expected."""
    return units_between(line, start, year * 12, year * 12 + 12, event_on)


def units_between(line: CostLine, start: date, skip: int, until: int, event_on: date | None) -> Fraction:
    """In the months after `start` + `skip` months, up to `start` + `until` months."""
    units = Fraction(line.quantity_e4, 10_000)
    begins = line.starts or event_on
    if line.recurrence == "yearly":
        return units * _months(start, skip, until, begins, line.ends) / 12
    if begins is None:
        return units if skip == 0 else Fraction(0)
    # What the plan costs, and what still threatens, counts even when its date has passed.
    if begins < start and (line.event is not None or line.intervention is not None):
        begins = start
    return units if add_months(start, skip) <= begins < add_months(start, until) else Fraction(0)


def _months(start: date, skip: int, until: int, begins: date | None, ends: date | None) -> Fraction:
    """How many of these months lie within begins..ends, broken ones by days."""
    if begins is None and ends is None:
        return Fraction(until - skip)
    found = Fraction(0)
    for month in range(skip, until):
        first, after = add_months(start, month), add_months(start, month + 1)
        low = max(first, begins) if begins else first
        high = min(after, ends + timedelta(days=1)) if ends else after
        found += Fraction(max(0, (high - low).days), (after - first).days)
    return found
