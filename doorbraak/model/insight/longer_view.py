"""Three or five years ahead, in constant prices: each later year weighs less, by a dated rate.

Evidence beyond two years is thin; who shows this says so.
"""

from dataclasses import dataclass
from fractions import Fraction

from doorbraak.model.insight.savings import Amounts, Saving
from doorbraak.model.money import round_half_even


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
        weight = Fraction(10_000, 10_000 + discount_e4) ** at
        found.append(
            YearAhead(
                at + 1, amounts, round_half_even(amounts.direct * weight), round_half_even(amounts.prevented * weight)
            )
        )
    return tuple(found)
