"""What carrying on costs, what threatens, what the plan costs, and the saving between them.

expected(line, scenario) = price x quantity x chance(line, scenario), rounded once, half-even to the cent,
per line and year. The saving is what threatens minus the plan, times the share that is attributed to the
plan, in two parts that are never merged: direct (current lines and the doorbraak's own cost) and prevented
(lines of events). Without events, what threatens equals what is current.
"""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.model.insight.months import add_months
from doorbraak.model.money import round_half_even

DRAWS = 1000
ASSUMED_RANGE = 25  # per cent up and down where the price list gives no range; our own assumption
_DECIDED = ("granted", "partly", "done", "evaluated")


@dataclass(frozen=True, slots=True)
class Amounts:
    """Cents in the period. `direct` and `prevented` are savings: negative when the plan costs more."""

    current: int = 0
    threatening: int = 0
    plan: int = 0
    direct: int = 0
    prevented: int = 0

    @property
    def saving(self) -> int:
        return self.direct + self.prevented

    def __add__(self, other: "Amounts") -> "Amounts":
        return Amounts(
            self.current + other.current,
            self.threatening + other.threatening,
            self.plan + other.plan,
            self.direct + other.direct,
            self.prevented + other.prevented,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """One law or payer (catalogue id, empty when unknown) with what its lines add up to."""

    id: str
    amounts: Amounts


PriceRange = tuple[str, float, float]
"""A name for the price, and its lowest and highest as a share of the middle one."""


@dataclass(frozen=True, slots=True)
class LineSum:
    line: CostLine
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class Band:
    """Between which cents the public saving lies in 9 of 10 draws, when only prices are uncertain.

    `assumed`: for at least one line the range is our assumption and not the price list's.
    """

    low: int
    middle: int
    high: int
    assumed: bool


@dataclass(frozen=True, slots=True)
class Saving:
    """The sums of one household over `months` from `start`. The headline is `public`.

    `by_law` and `by_payer` hold the publicly paid lines, the largest saving first; both add up to `public`.
    `uncertain`: how much of the public saving hangs on each price; `assumed`: a range of one is our assumption.
    """

    start: date
    months: int
    lines: tuple[LineSum, ...]
    total: Amounts
    public: Amounts
    private: Amounts
    public_without_transfers: Amounts
    by_law: tuple[Row, ...]
    by_payer: tuple[Row, ...]
    uncertain: tuple[tuple[PriceRange, int], ...]
    assumed: bool

    @property
    def band(self) -> Band:
        """Drawn when it is asked for: that takes longer than all the sums."""
        return _band(self.uncertain, self.public.saving, assumed=self.assumed)


def saving_of(dossier: Dossier, catalogue: Catalogue, months: int = 12) -> Saving:
    """All sums of a household. `months` is a whole number of years: 12, 24, ..."""
    start = first_day(dossier)
    event_dates = {event.id: event.expected_on for event in dossier.events}
    lines = tuple(
        LineSum(line, _amounts(line, start, months, event_dates, threatens=bool(dossier.events)))
        for line in dossier.costs
    )
    summed = tuple(row for row in lines if not is_check(row.line, catalogue))
    public = tuple(row for row in summed if is_public(row.line, catalogue))
    return Saving(
        start=start,
        months=months,
        lines=lines,
        total=_sum(summed),
        public=_sum(public),
        private=_sum(row for row in summed if not is_public(row.line, catalogue)),
        public_without_transfers=_sum(row for row in public if not row.line.transfer),
        by_law=_grouped(public, lambda line: line.law),
        by_payer=_grouped(public, lambda line: line.payer),
        uncertain=_uncertain(public, catalogue),
        assumed=any(row.amounts.saving and not _has_range(row.line, catalogue) for row in public),
    )


def is_check(line: CostLine, catalogue: Catalogue) -> bool:
    """Whether the price is a published total: it checks a sum, and adding it would count costs twice."""
    price = catalogue.prices.get(line.price)
    return price is not None and price.use == "total"


def is_public(line: CostLine, catalogue: Catalogue) -> bool:
    """Whether the payer counts as public money; a price that is no public cost never does."""
    price = catalogue.prices.get(line.price)
    if price is not None and price.use != "line":
        return False
    payer = catalogue.payers.get(line.payer)
    return payer is not None and payer.public


def first_day(dossier: Dossier) -> date:
    """Year 1 starts at the first decision, else at the plan's date, else when the dossier was opened."""
    decided = [step.decided_on for step in dossier.interventions if step.decided_on and _counts(step)]
    return min(decided) if decided else dossier.household.plan_date or dossier.household.opened


def _counts(step: Intervention) -> bool:
    return step.status in _DECIDED


def _sum(rows: Iterable[LineSum]) -> Amounts:
    return sum((row.amounts for row in rows), Amounts())


def _grouped(rows: tuple[LineSum, ...], key: Callable[[CostLine], str]) -> tuple[Row, ...]:
    found: dict[str, Amounts] = defaultdict(Amounts)
    for row in rows:
        found[key(row.line)] += row.amounts
    return tuple(Row(id_, found[id_]) for id_ in sorted(found, key=lambda id_: (-found[id_].saving, id_)))


def _amounts(line: CostLine, start: date, months: int, events: dict[int, date], *, threatens: bool) -> Amounts:
    chances = line.chances
    if not threatens:
        chances = Chances(chances.current, chances.current, chances.plan)
    yearly = [_units(line, start, year, events) for year in range(months // 12)]

    def expected(chance: int) -> int:
        whole = Fraction(line.price_cents * chance, 100)
        return sum(round_half_even(whole * units) for units in yearly)

    current, threatening, plan = (expected(c) for c in (chances.current, chances.threatening, chances.plan))
    # From the rounded cents, so that at 100% the saving is exactly what the two columns differ.
    saved = round_half_even(Fraction((threatening - plan) * line.attribution, 100))
    if line.event is not None:
        return Amounts(current, threatening, plan, prevented=saved)
    return Amounts(current, threatening, plan, direct=saved)


def _units(line: CostLine, start: date, year: int, events: dict[int, date]) -> Fraction:
    """How many units fall in year 0, 1, ... after `start`."""
    units = Fraction(line.quantity_e4, 10_000)
    begins = line.starts or (events.get(line.event) if line.event is not None else None)
    if line.recurrence == "yearly":
        return units * _months_between(start, year * 12, begins, line.ends) / 12
    if begins is None:
        return units if year == 0 else Fraction(0)
    # What the plan costs, and what still threatens, counts even when its date has passed.
    if begins < start and (line.event is not None or line.intervention is not None):
        begins = start
    return units if add_months(start, year * 12) <= begins < add_months(start, year * 12 + 12) else Fraction(0)


def _months_between(start: date, skip: int, begins: date | None, ends: date | None) -> Fraction:
    """Months of the twelve after `start` + `skip` months that lie within begins..ends, broken ones by days."""
    if begins is None and ends is None:
        return Fraction(12)
    found = Fraction(0)
    for month in range(skip, skip + 12):
        first, after = add_months(start, month), add_months(start, month + 1)
        low = max(first, begins) if begins else first
        high = min(after, ends + timedelta(days=1)) if ends else after
        found += Fraction(max(0, (high - low).days), (after - first).days)
    return found


def _uncertain(public: tuple[LineSum, ...], catalogue: Catalogue) -> tuple[tuple[PriceRange, int], ...]:
    """One price in three lines is one uncertainty."""
    weights: dict[PriceRange, int] = defaultdict(int)
    for row in public:
        weights[_range(row.line, catalogue)] += row.amounts.saving
    return tuple(sorted(weights.items()))


@lru_cache(maxsize=64)
def _band(uncertain: tuple[tuple[PriceRange, int], ...], middle: int, *, assumed: bool) -> Band:
    totals = [0.0] * DRAWS
    for price, weight in uncertain:
        totals = [total + weight * factor for total, factor in zip(totals, _factors(*price), strict=True)]
    totals.sort()
    edge = DRAWS // 20
    low, high = round(totals[edge]), round(totals[-edge - 1])
    return Band(min(low, middle), middle, max(high, middle), assumed)


def _has_range(line: CostLine, catalogue: Catalogue) -> bool:
    price = catalogue.prices.get(line.price)
    return price is not None and price.low_cents is not None and price.high_cents is not None


def _range(line: CostLine, catalogue: Catalogue) -> PriceRange:
    """A name for the uncertainty, and the lowest and highest price as a share of the middle one."""
    price = catalogue.prices.get(line.price)
    name = line.price or f"own {line.words} {line.price_cents}"
    if price is None or price.low_cents is None or price.high_cents is None or not price.price_cents:
        return name, 1 - ASSUMED_RANGE / 100, 1 + ASSUMED_RANGE / 100
    return name, price.low_cents / price.price_cents, price.high_cents / price.price_cents


@lru_cache(maxsize=2048)
def _factors(name: str, low: float, high: float) -> tuple[float, ...]:
    """The same draws for the same price in every household, on every laptop, at every time."""
    draw = random.Random(f"doorbraak {name}").random
    middle, width = min(max(1.0, low), high), high - low
    if width <= 0:
        return (middle,) * DRAWS
    # The triangular distribution by its inverse: four times as fast as Random.triangular, call by call.
    left = (middle - low) / width
    drawn = [draw() for _ in range(DRAWS)]
    return tuple(
        low + width * math.sqrt(u * left) if u <= left else high - width * math.sqrt((1 - u) * (1 - left))
        for u in drawn
    )
