"""Prices of different years in those of one year, by the consumer price index of CBS (resources/prices/cpi.csv)."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from doorbraak.model.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class PriceLevel:
    """`year`: in whose prices sums are. `index`: hundredths of an index point by year.

    A year without index takes the nearest that has one: `used` says which, and who shows a sum says so.
    """

    year: int
    index: Mapping[int, int]

    def used(self, year: int) -> int:
        """The year whose index stands for `year`: the last one known, or the first for what is older."""
        return max(min(self.index), min(year, max(self.index)))

    def factor(self, price_year: int | None) -> Fraction:
        """What a price of that year is multiplied by; 1 for a price of which nobody knows the year."""
        if price_year is None:
            return Fraction(1)
        return Fraction(self.index[self.used(self.year)], self.index[self.used(price_year)])

    def is_exact(self, price_year: int | None) -> bool:
        """Whether both years have an index of their own, or there is nothing to convert."""
        return price_year is None or price_year == self.year or {price_year, self.year} <= self.index.keys()


def level_of(catalogue: Catalogue, year: int | None = None) -> PriceLevel:
    """Prices of `year`; None is the last year with an index."""
    index = {row.year: row.index_hundredths for row in catalogue.cpi}
    return PriceLevel(max(index) if year is None else year, index)
