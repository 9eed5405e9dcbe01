"""Between which amounts a saving probably lies: a simulation that draws every uncertainty once.

One price in three lines is one uncertainty, and so is one chance of one event; quantities and attributions are
uncertain per line, and only where somebody gave a lowest and a highest. Never all-low plus all-low. The same
uncertainty is drawn alike in every household, on every laptop and at every time: its draws follow from its name.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight.savings import LineSum
from doorbraak.model.insight.uncertainty import What, price_of, uncertainties_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

DRAWS = 1000
_OUTSIDE = DRAWS // 20  # of a hundred draws five are below the band and five above it


@dataclass(frozen=True, slots=True)
class Band:
    """Between which cents the saving lies in 9 of 10 draws. The middle is the sum itself.

    `assumed`: for at least one line the range of the price is our assumption, neither the list's nor the line's.
    """

    low: int
    middle: int
    high: int
    assumed: bool


def band_of(rows: Iterable[LineSum], catalogue: Catalogue) -> Band:
    """The band of what these lines save together."""
    listed = tuple(rows)
    assumed = any(row.amounts.saving and price_of(row, catalogue).assumed for row in listed)
    return band_around(drawn(listed, catalogue), sum(row.amounts.saving for row in listed), assumed=assumed)


def band_around(draws: "NDArray[np.float64]", middle: int, *, assumed: bool) -> Band:
    """The band of drawn savings around the sum itself."""
    ordered = np.sort(draws)
    low, high = round(float(ordered[_OUTSIDE])), round(float(ordered[-_OUTSIDE - 1]))
    return Band(min(low, middle), middle, max(high, middle), assumed)


def drawn(rows: Iterable[LineSum], catalogue: Catalogue) -> "NDArray[np.float64]":
    """`DRAWS` savings of these lines together, in cents. Draws of several households may be added."""
    parts = [(_key(row), row) for row in rows]
    found = np.zeros(DRAWS)
    for _, row in sorted(parts, key=lambda part: part[0]):  # floats add up alike in every order of the lines
        found += _drawn_line(row, catalogue)
    return found


def saving_with(row: LineSum, catalogue: Catalogue, name: str, at: float) -> float:
    """The saving of a line in cents when the uncertainty of that name is `at`, and all else as it is."""
    values = {one.what: at for one in uncertainties_of(row, catalogue) if one.name == name}
    return _saving(row, *(values.get(what) for what in _ORDER)) if values else float(row.amounts.saving)


_ORDER: tuple[What, ...] = ("price", "quantity", "chance_threatening", "chance_plan", "attribution")


def _drawn_line(row: LineSum, catalogue: Catalogue) -> "NDArray[np.float64] | float":
    values = {one.what: _draws(one.name, one.low, one.middle, one.high) for one in uncertainties_of(row, catalogue)}
    found: NDArray[np.float64] | float = _saving(row, *(values.get(what) for what in _ORDER))  # type: ignore[arg-type]
    return found


def _saving(
    row: LineSum, price: float | None, quantity: float | None, threatening: float | None, plan: float | None,
    attribution: float | None,
) -> float:  # fmt: skip
    """For single numbers and for arrays of them alike."""
    line = row.line
    whole = float(line.price_cents * row.factor * sum(row.units))
    chance = (row.chances.threatening if threatening is None else threatening) - (
        row.chances.plan if plan is None else plan
    )
    share = line.attribution if attribution is None else attribution
    return whole * (1.0 if price is None else price) * (1.0 if quantity is None else quantity) * chance * share / 10_000


def _key(row: LineSum) -> tuple[str, ...]:
    line = row.line
    return (line.price, line.words, *(str(part) for part in (line.price_cents, line.quantity_e4, row.amounts, line.id)))


@lru_cache(maxsize=512)
def _draws(name: str, low: float, middle: float, high: float) -> "NDArray[np.float64]":
    """From the triangular distribution. RandomState is the one generator of numpy whose draws never change."""
    width = high - low
    if width <= 0:
        return np.full(DRAWS, middle)
    seed = int.from_bytes(blake2b(f"doorbraak {name}".encode(), digest_size=4).digest(), "big")
    u = np.random.RandomState(seed).random_sample(DRAWS)
    middle = min(max(middle, low), high)
    left = (middle - low) / width
    below, above = np.sqrt(u * left), np.sqrt((1 - u) * (1 - left))
    return np.where(u <= left, low + width * below, high - width * above)
