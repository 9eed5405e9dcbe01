"""The quarters and years that figures leave in. A quarter and its year are exported apart."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from doorbraak.model.dossier.household import Household
from doorbraak.model.errors import InputError

_WRITTEN = re.compile(r"(20\d\d)(?:Q([1-4]))?", re.ASCII)
_ADDED = re.compile(r"(20\d\d)((?:Q[1-4]){2,3})", re.ASCII)
WRONG = "Dit is geen periode. Schrijf een kwartaal zo: 2026Q3, of een jaar zo: 2026. Er is niets gemaakt."


@dataclass(frozen=True, slots=True)
class Period:
    """`quarter` 1 to 4, or 0 for the whole year."""

    year: int
    quarter: int = 0

    def __str__(self) -> str:
        return f"{self.year}Q{self.quarter}" if self.quarter else f"{self.year}"

    @property
    def first(self) -> date:
        return date(self.year, self.quarter * 3 - 2 if self.quarter else 1, 1)

    @property
    def last(self) -> date:
        months = self.quarter * 3 if self.quarter else 12
        return date(self.year + months // 12, months % 12 + 1, 1) - timedelta(days=1)

    @property
    def order(self) -> int:
        """Of two periods of one kind the later has the larger."""
        return self.year * 5 + self.quarter

    def same_kind(self, other: "Period") -> bool:
        return (self.quarter == 0) == (other.quarter == 0)

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last


def parse(text: str) -> Period:
    """ "2026Q3" or "2026". Raises InputError for anything else."""
    found = _WRITTEN.fullmatch(text)
    if found is None:
        raise InputError(WRONG, "period")
    return Period(int(found[1]), int(found[2] or 0))


def added(quarters: Iterable[Period]) -> str:
    """What quarters of one year are called together: "2026" when all four are there, else "2026Q1Q2"."""
    listed = sorted(quarters, key=lambda one: one.order)
    year = str(listed[0].year)
    return year if len(listed) == 4 else year + "".join(f"Q{one.quarter}" for one in listed)


def parts_of(name: str) -> tuple[Period, ...]:
    """Of what a publication is called the period, or the quarters that it adds. Raises InputError."""
    found = _ADDED.fullmatch(name)
    if found is None:
        return (parse(name),)
    quarters = tuple(Period(int(found[1]), int(one)) for one in found[2].split("Q")[1:])
    if added(set(quarters)) != name:
        raise InputError(WRONG, "period")
    return quarters


def one_before(name: str) -> str:
    """The quarter before it; of a year, or of quarters that were added, the same of the year before."""
    parts = parts_of(name)
    if len(parts) > 1:
        return added(Period(one.year - 1, one.quarter) for one in parts)
    year, quarter = parts[0].year, parts[0].quarter
    return str(Period(year, quarter - 1) if quarter > 1 else Period(year - 1, 4 if quarter else 0))


def quarter_of(day: date) -> Period:
    return Period(day.year, (day.month + 2) // 3)


def open_in(household: Household, period: Period) -> bool:
    """Whether its dossier was open on any day of it: then the household counts."""
    return household.opened <= period.last and (household.closed is None or household.closed >= period.first)
