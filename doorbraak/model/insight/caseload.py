"""All households of one laptop together: what their plans save, when they began, what worked, and whose time is freed.

Every sum is that of the households added up, so that the parts of a caseload are the households themselves.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.dossier.assumptions import HOURS_PER_FTE
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.outcomes import Outcome, Worked
from doorbraak.model.insight.bands import Band, band_around, drawn
from doorbraak.model.insight.figures import Figures, figures_of
from doorbraak.model.insight.first_day import has_plan
from doorbraak.model.insight.price_level import PriceLevel
from doorbraak.model.insight.realised import Parts, realised_of
from doorbraak.model.insight.savings import Amounts, LineSum, Row, Saving, added, grouped, saving_of
from doorbraak.model.insight.uncertainty import price_of

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

MONTHS = 12
_BY_THE_HOUR = "per uur"


@dataclass(frozen=True, slots=True)
class Quarter:
    """Households whose year 1 starts in it (`quarter` 1 to 4), and what their first year saves."""

    year: int
    quarter: int
    households: int
    direct: Parts
    prevented: Parts

    @property
    def parts(self) -> Parts:
        return self.direct + self.prevented


@dataclass(frozen=True, slots=True)
class Tried:
    """One kind of doorbraak (empty: own words) for problems of one life domain (empty: for none that is named), and
    how often the last look back said what.
    """

    kind: str
    life_domain: str
    yes: int
    partly: int
    no: int
    too_early: int

    @property
    def times(self) -> int:
        return self.yes + self.partly + self.no + self.too_early


@dataclass(frozen=True, slots=True)
class Freed:
    """Hours of professionals in a year that go to others, negative when the plans ask more; `fte` at `hours_per_fte`.

    `not_in_hours`: lines whose capacity is not counted by the hour, and so not in here.
    """

    hours: Fraction
    hours_per_fte: int
    not_in_hours: int

    @property
    def fte(self) -> Fraction:
        return self.hours / self.hours_per_fte


@dataclass(frozen=True, slots=True)
class Home:
    """What one household adds. Made apart, so that a window can do a few and then listen again.

    `draws` are of its saving, in whole cents: they add up alike in every order.
    """

    dossier: Dossier
    saving: Saving
    figures: Figures
    direct: Parts
    prevented: Parts
    draws: "NDArray[Any]"
    assumed: bool


@dataclass(frozen=True, slots=True)
class Caseload:
    """Publicly paid lines over 12 months, in the prices of `level`. `open` and `closed` households are all counted.

    `without_plan`: how many of them are in no sum, since nothing is planned yet. `first_days`: between which days the
    years 1 of the others start; None without.
    """

    level: PriceLevel
    households: int
    open: int
    closed: int
    without_plan: int
    first_days: tuple[date, date] | None
    public: Amounts
    own_cost: Amounts
    direct: Parts
    prevented: Parts
    band: Band
    by_law: tuple[Row, ...]
    by_payer: tuple[Row, ...]
    by_beneficiary: tuple[Row, ...]
    by_effect: tuple[Row, ...]
    quarters: tuple[Quarter, ...]
    tried: tuple[Tried, ...]
    freed: Freed


def caseload_of(
    dossiers: Iterable[Dossier],
    catalogue: Catalogue,
    level: PriceLevel,
    today: date,
    *,
    hours_per_fte: int = HOURS_PER_FTE,
) -> Caseload:
    """`today` says what is closed, looked back on, and over without being confirmed."""
    homes = [home_of(dossier, catalogue, level, today) for dossier in dossiers]
    return together(homes, level, today, hours_per_fte=hours_per_fte)


def home_of(dossier: Dossier, catalogue: Catalogue, level: PriceLevel, today: date) -> Home:
    saving = saving_of(dossier, catalogue, MONTHS, level=level)
    realised = realised_of(saving, dossier.confirmations, today)
    lines = saving.public_lines
    assumed = any(row.amounts.saving and price_of(row, catalogue).assumed for row in lines)
    draws = drawn(lines, catalogue).round().astype("int64")
    return Home(
        dossier, saving, figures_of(dossier, saving, today=today), realised.direct, realised.prevented, draws, assumed
    )


def together(
    homes: Sequence[Home], level: PriceLevel, today: date, *, hours_per_fte: int = HOURS_PER_FTE
) -> Caseload:  # fmt: skip
    """The caseload of households that were made with the same level and day."""
    everybody, homes = homes, planned(homes)
    savings = [home.saving for home in homes]
    lines = tuple(row for saving in savings for row in saving.public_lines)
    parts = [(home.direct, home.prevented) for home in homes]
    public, band = added(lines), Band(0, 0, 0, assumed=False)
    if homes:  # one price is one uncertainty in all households: no bands are added, but draws
        draws = sum((home.draws for home in homes[1:]), homes[0].draws)
        band = band_around(draws, public.saving, assumed=any(home.assumed for home in homes))
    days = [saving.start for saving in savings]
    closed = sum(_is_closed(home.dossier, today) for home in everybody)
    return Caseload(
        level=level,
        households=len(everybody),
        open=len(everybody) - closed,
        closed=closed,
        without_plan=len(everybody) - len(homes),
        first_days=(min(days), max(days)) if days else None,
        public=public,
        own_cost=added(row for row in lines if row.line.intervention is not None),
        direct=sum((direct for direct, _ in parts), Parts()),
        prevented=sum((prevented for _, prevented in parts), Parts()),
        band=band,
        by_law=grouped(lines, lambda row: row.line.law),
        by_payer=grouped(lines, lambda row: row.line.payer),
        by_beneficiary=grouped(lines, lambda row: row.winner),
        by_effect=grouped(lines, lambda row: row.line.effect),
        quarters=_quarters(days, parts),
        tried=_tried([home.dossier for home in homes], today),
        freed=_freed(lines, hours_per_fte),
    )


def planned(homes: Iterable[Home]) -> list[Home]:
    """Those for which something is planned: what the others would save is promised by nobody."""
    return [home for home in homes if has_plan(home.dossier)]


def _is_closed(dossier: Dossier, today: date) -> bool:
    return dossier.household.closed is not None and dossier.household.closed <= today


def _quarters(days: Iterable[date], parts: Iterable[tuple[Parts, Parts]]) -> tuple[Quarter, ...]:
    """From the first to the last, also those in which nobody began."""
    found: dict[int, list[tuple[Parts, Parts]]] = defaultdict(list)
    for day, part in zip(days, parts, strict=True):
        found[day.year * 4 + (day.month - 1) // 3].append(part)
    if not found:
        return ()
    return tuple(
        Quarter(
            at // 4,
            at % 4 + 1,
            len(found[at]),
            sum((direct for direct, _ in found[at]), Parts()),
            sum((prevented for _, prevented in found[at]), Parts()),
        )
        for at in range(min(found), max(found) + 1)
    )


def _tried(homes: Iterable[Dossier], today: date) -> tuple[Tried, ...]:
    """Each doorbraak by its last look back, once for every life domain of its problems; the most tried first."""
    found: dict[tuple[str, str], Counter[Worked]] = defaultdict(Counter)
    for home in homes:
        last: dict[int, Outcome] = {}
        for outcome in sorted(home.outcomes, key=lambda one: (one.on_day, one.id)):
            if outcome.on_day <= today:
                last[outcome.intervention] = outcome
        domains = {problem.id: problem.life_domain for problem in home.problems}
        for step in home.interventions:
            if step.id in last:
                for domain in {domains[problem] for problem in step.problems if problem in domains} or {""}:
                    found[step.kind, domain][last[step.id].worked] += 1
    rows = (Tried(*place, said["yes"], said["partly"], said["no"], said["too-early"]) for place, said in found.items())
    return tuple(sorted(rows, key=lambda one: (-one.times, one.kind, one.life_domain)))


def _freed(lines: Iterable[LineSum], hours_per_fte: int) -> Freed:
    capacity = [row for row in lines if row.line.effect == "capacity"]
    hours = [found for row in capacity if (found := hours_of(row)) is not None]
    return Freed(sum(hours, Fraction(0)), hours_per_fte, len(capacity) - len(hours))


def hours_of(row: LineSum) -> Fraction | None:
    """What a line of capacity frees; None when it is not counted by the hour."""
    if row.line.unit != _BY_THE_HOUR:
        return None
    return sum(row.units) * Fraction((row.chances.threatening - row.chances.plan) * row.line.attribution, 10_000)
