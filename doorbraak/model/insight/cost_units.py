"""How many units of a cost line fall in a year, or in some months of it: broken months count by days."""

from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

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
        months = _months(start, skip, until, begins, line.ends)
        return units if months == 12 else units * months / 12
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
    whole, broken = 0, Fraction(0)
    over = ends + timedelta(days=1) if ends else None
    for first, after in pairwise(_first_days(start, skip, until)):
        low = first if begins is None or begins <= first else begins
        high = after if over is None or over >= after else over
        if low is first and high is after:
            whole += 1
        elif low < high:
            broken += Fraction((high - low).days, (after - first).days)
    return whole + broken


@lru_cache(maxsize=64)
def _first_days(start: date, skip: int, until: int) -> tuple[date, ...]:
    """Of each of these months, and the day after the last one: the same for all lines of a household."""
    return tuple(add_months(start, month) for month in range(skip, until + 1))
