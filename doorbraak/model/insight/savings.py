"""What carrying on costs, what threatens, what the plan costs, and the saving between them.

expected(line, scenario, year) = price x quantity x chance(line, scenario), in prices of one year, rounded once,
half-even to the cent. The saving is what threatens minus the plan, times the share that is attributed to the
plan, rounded per line and year from those cents, in two parts that are never merged: direct (current lines and the
doorbraak's own cost) and prevented (lines of events). Without events, what threatens equals what is current.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.costs import Chances, CostLine
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.events import ThreateningEvent
from doorbraak.model.dossier.interventions import OFF
from doorbraak.model.insight.budget_left import cost_of
from doorbraak.model.insight.cost_units import units_in_year
from doorbraak.model.insight.first_day import first_day
from doorbraak.model.insight.price_level import PriceLevel, level_of
from doorbraak.model.money import quotient

if TYPE_CHECKING:
    from doorbraak.model.insight.bands import Band

Standing = Literal["public", "private", "check", "off"]
"""`check`: a published total, to compare with. `off`: what a doorbraak would have cost that does not come."""


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
    """One law, payer, beneficiary or effect (an id, empty when unknown) with what its lines add up to."""

    id: str
    amounts: Amounts


@dataclass(frozen=True, slots=True)
class LineSum:
    """One line: `years` are its amounts in year 1, 2, ...; `chances` what it is reckoned with; `factor` brings its
    price to the price level; `units` how many fall in each year; `event` the one that it belongs to. Year 1 begins on
    `start`. `exact`: what it cost is known, and no longer a price that may turn out otherwise.
    """

    line: CostLine
    standing: Standing
    chances: Chances
    factor: Fraction
    units: tuple[Fraction, ...]
    years: tuple[Amounts, ...]
    event: ThreateningEvent | None
    start: date
    exact: bool = False

    @property
    def amounts(self) -> Amounts:
        return self.years[0] if len(self.years) == 1 else sum(self.years, Amounts())

    @property
    def counts(self) -> bool:
        return self.standing in ("public", "private")

    @property
    def winner(self) -> str:
        """Who gains when it is no longer spent."""
        return self.line.beneficiary or self.line.payer


@dataclass(frozen=True)
class Saving:
    """The sums of one household over `months` from `start`, in the prices of `level`. The headline is `public`.

    Every grouping holds the publicly paid lines, the largest saving first, and adds up to `public`. Of several
    `households` together `start` is the earliest, and each line has its own.
    """

    start: date
    months: int
    level: PriceLevel
    lines: tuple[LineSum, ...]
    catalogue: Catalogue
    households: int = 1

    @cached_property
    def public_lines(self) -> tuple[LineSum, ...]:
        return tuple(row for row in self.lines if row.standing == "public")

    @cached_property
    def total(self) -> Amounts:
        return added(row for row in self.lines if row.counts)

    @cached_property
    def public(self) -> Amounts:
        return added(self.public_lines)

    @cached_property
    def private(self) -> Amounts:
        return added(row for row in self.lines if row.standing == "private")

    @cached_property
    def public_without_transfers(self) -> Amounts:
        """For society: a benefit that stops is one purse's gain and another's loss."""
        return added(row for row in self.public_lines if not row.line.transfer)

    @cached_property
    def own_cost(self) -> Amounts:
        """What the doorbraken themselves cost the public purse; its saving is negative."""
        return added(row for row in self.public_lines if row.line.intervention is not None)

    @cached_property
    def by_law(self) -> tuple[Row, ...]:
        return grouped(self.public_lines, lambda row: row.line.law)

    @cached_property
    def by_payer(self) -> tuple[Row, ...]:
        return grouped(self.public_lines, lambda row: row.line.payer)

    @cached_property
    def by_beneficiary(self) -> tuple[Row, ...]:
        return grouped(self.public_lines, lambda row: row.winner)

    @cached_property
    def by_effect(self) -> tuple[Row, ...]:
        """ "cash", "capacity" and, where nobody chose, ""."""
        return grouped(self.public_lines, lambda row: row.line.effect)

    @cached_property
    def pockets(self) -> tuple[tuple[str, str, Amounts], ...]:
        """Payer, beneficiary and what the lines between them add up to: where these differ it is a wrong pocket."""
        found: dict[tuple[str, str], Amounts] = defaultdict(Amounts)
        for row in self.public_lines:
            found[row.line.payer, row.winner] += row.amounts
        return tuple((payer, winner, found[payer, winner]) for payer, winner in sorted(found))

    @cached_property
    def band(self) -> "Band":
        """Drawn when it is asked for: that takes longer than all the sums."""
        from doorbraak.model.insight.bands import band_of  # late: it is made of this module's lines

        return band_of(self.public_lines, self.catalogue)


def saving_of(dossier: Dossier, catalogue: Catalogue, months: int = 12, *, level: PriceLevel | None = None) -> Saving:
    """All sums of a household. `months` is a whole number of years: 12, 24, ...; `level` None: the last known year."""
    start = first_day(dossier)
    level = level or level_of(catalogue)
    events = {event.id: event for event in dossier.events}
    factors = {year: level.factor(year) for year in {line.price_year for line in dossier.costs}}
    exact, off = _exact(dossier), _off(dossier)
    lines = tuple(
        _line_sum(
            line, catalogue, start, months // 12, events, factors[line.price_year],
            threatens=bool(events), exact=line.id in exact, off=line.id in off,
        )
        for line in dossier.costs
    )  # fmt: skip
    return Saving(start, months, level, lines, catalogue)


def joined(savings: Sequence[Saving]) -> Saving:
    """The sums of several households over the same months, in the same prices, as one. Raises ValueError for none."""
    if not savings:
        raise ValueError("no household to join")
    first = savings[0]
    lines = tuple(row for saving in savings for row in saving.lines)
    start = min(saving.start for saving in savings)
    return Saving(start, first.months, first.level, lines, first.catalogue, len(savings))


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


def added(rows: Iterable[LineSum]) -> Amounts:
    current = threatening = plan = direct = prevented = 0
    for row in rows:
        for year in row.years:
            current += year.current
            threatening += year.threatening
            plan += year.plan
            direct += year.direct
            prevented += year.prevented
    return Amounts(current, threatening, plan, direct, prevented)


def grouped(rows: Iterable[LineSum], key: Callable[[LineSum], str]) -> tuple[Row, ...]:
    """By `key`, the largest saving first."""
    parts: dict[str, list[LineSum]] = defaultdict(list)
    for row in rows:
        parts[key(row)].append(row)
    found = {id_: added(part) for id_, part in parts.items()}
    return tuple(Row(id_, found[id_]) for id_ in sorted(found, key=lambda id_: (-found[id_].saving, id_)))


def amounts_of(
    line: CostLine, chances: Chances, factor: Fraction, units: Fraction, *, attribution: int | None = None
) -> Amounts:
    """One line in one year (or a part of it): `units` of its price at that price level."""
    # In whole numbers: exact like fractions, and there are many lines.
    whole, part = line.price_cents * factor.numerator * units.numerator, factor.denominator * units.denominator * 100
    current = quotient(whole * chances.current, part)
    threatening = quotient(whole * chances.threatening, part)
    plan = quotient(whole * chances.plan, part)
    share = line.attribution if attribution is None else attribution
    # From the rounded cents, so that at 100% the saving is exactly what the two columns differ.
    saved = quotient((threatening - plan) * share, 100)
    if line.event is not None:
        return Amounts(current, threatening, plan, prevented=saved)
    return Amounts(current, threatening, plan, direct=saved)


def _line_sum(
    line: CostLine, catalogue: Catalogue, start: date, years: int, events: dict[int, ThreateningEvent],
    factor: Fraction, *, threatens: bool, exact: bool, off: bool,
) -> LineSum:  # fmt: skip
    standing: Standing = "private"
    if off:
        standing = "off"
    elif is_check(line, catalogue):
        standing = "check"
    elif is_public(line, catalogue):
        standing = "public"
    chances = line.chances
    if not threatens:
        chances = Chances(chances.current, chances.current, chances.plan)
    event = events.get(line.event) if line.event is not None else None
    units = tuple(units_in_year(line, start, year, event.expected_on if event else None) for year in range(years))
    amounts = tuple(amounts_of(line, chances, factor, each) for each in units)
    return LineSum(line, standing, chances, factor, units, amounts, event, start, exact)


def _off(dossier: Dossier) -> frozenset[int]:
    """Own costs of what was refused or withdrawn: they do not come. What was paid of them all the same, was spent."""
    gone = {one.id for one in dossier.interventions if one.status in OFF}
    paid = {payment.cost_line for payment in dossier.payments}
    return frozenset(line.id for line in dossier.costs if line.intervention in gone and line.id not in paid)


def _exact(dossier: Dossier) -> frozenset[int]:
    """Own costs of doorbraken that come once, and were paid to the cent or last confirmed as they stand here.

    Nothing else: what would have been spent without the plan stays an estimate, whatever was confirmed.
    """
    paid: dict[int, int] = defaultdict(int)
    for payment in dossier.payments:
        paid[payment.cost_line] += payment.cents
    last = {one.cost_line: one.state for one in sorted(dossier.confirmations, key=lambda one: int(one.after))}
    own = (line for line in dossier.costs if line.intervention is not None and line.recurrence == "once")
    return frozenset(
        line.id
        for line in own
        if last.get(line.id) == "confirmed"
        or (paid[line.id] and paid[line.id] == cost_of(line) and last.get(line.id) != "changed")
    )
