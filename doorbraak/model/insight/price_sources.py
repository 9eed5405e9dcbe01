"""Who published the prices of the list, and of which years they are."""

import re
from collections import defaultdict
from dataclasses import dataclass

from doorbraak.model.catalogue import Catalogue

_NAME_ENDS = re.compile(r"[,;:(]| - ")
"""Behind it comes which table or page it was read from."""


@dataclass(frozen=True, slots=True)
class Source:
    """`years`: "2022", or "2019 tot en met 2024" where its prices are of more than one. `prices`: how many."""

    name: str
    years: str
    prices: int


def sources(lists: Catalogue) -> tuple[Source, ...]:
    """Of what may be a cost line, most prices first."""
    found: dict[str, list[int]] = defaultdict(list)
    for price in lists.prices.values():
        if price.use == "line":
            found[_NAME_ENDS.split(price.source_title, maxsplit=1)[0].strip()].append(price.price_year)
    made = [Source(name, _years(years), len(years)) for name, years in found.items()]
    return tuple(sorted(made, key=lambda one: (-one.prices, one.name)))


def _years(years: list[int]) -> str:
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first} tot en met {last}"
