"""Three or five years ahead, in constant prices: each later year weighs less, by a dated rate.

Evidence beyond two years is thin; who shows this says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from doorbraak.model.insight.months import add_months
from doorbraak.model.insight.savings import Amounts, Saving
from doorbraak.model.money import round_half_even

if TYPE_CHECKING:
    from doorbraak.model.insight.bands import Band


@dataclass(frozen=True, slots=True)
class YearAhead:
    """Year 1, 2, ...: the public amounts, and its savings after discounting, in cents."""

    year: int
    amounts: Amounts
    direct: int
    prevented: int


def longer_view_of(saving: Saving, discount_e4: int) -> tuple[YearAhead, ...]:
    """`saving` over the years wanted. Year 1 counts in full, year 2 is divided by one plus the rate, and so on."""
    found = []
    for at in range(saving.months // 12):
        amounts = sum((row.years[at] for row in saving.public_lines), Amounts())
        weight = _weight(discount_e4, at)
        found.append(
            YearAhead(
                at + 1, amounts, round_half_even(amounts.direct * weight), round_half_even(amounts.prevented * weight)
            )
        )
    return tuple(found)


def year_of(saving: Saving, at: int) -> Saving:
    """Year 0, 1, ... of it, as sums of their own."""
    lines = tuple(replace(row, units=(row.units[at],), years=(row.years[at],)) for row in saving.lines)
    return replace(saving, start=add_months(saving.start, 12 * at), months=12, lines=lines)


def band_ahead(saving: Saving, years: Sequence[YearAhead], discount_e4: int) -> "Band":
    """Between what these years probably save after discounting. One uncertainty is drawn alike in all of them."""
    from doorbraak.model.insight.bands import band_around, band_of, drawn  # late: numpy takes 0.1 s to import

    parts = [year_of(saving, year.year - 1).public_lines for year in years]
    draws = drawn((), saving.catalogue)
    for part, year in zip(parts, years, strict=True):
        draws = draws + drawn(part, saving.catalogue) * float(_weight(discount_e4, year.year - 1))
    assumed = any(band_of(part, saving.catalogue).assumed for part in parts)
    return band_around(draws, sum(year.direct + year.prevented for year in years), assumed=assumed)


def _weight(discount_e4: int, at: int) -> Fraction:
    """What year 0, 1, ... counts for."""
    return Fraction(10_000, 10_000 + discount_e4) ** at
