"""Between which amounts a saving probably lies: a simulation that draws every uncertainty once.

One price in three lines is one uncertainty, and so is one chance of one event; quantities and attributions are
uncertain per line, and only where somebody gave a lowest and a highest. Never all-low plus all-low. The same
uncertainty is drawn alike in every household, on every laptop and at every time: its draws follow from its name.

numpy takes 0.1 s to import: only when something is drawn.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.insight.savings import LineSum
from doorbraak.model.insight.uncertainty import Uncertainty, What, price_of, uncertainties_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.random import RandomState
    from numpy.typing import NDArray

DRAWS = 1000
_ONE_SIDED = 10  # times as far to one side as to the other; our own border
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

    @property
    def side(self) -> Literal["", "higher", "lower"]:
        """To which side it may turn out otherwise, when that is nearly all to one: the middle lies at an end."""
        below, above = self.middle - self.low, self.high - self.middle
        if _ONE_SIDED * below < above:
            return "higher"
        return "lower" if _ONE_SIDED * above < below else ""

    @property
    def one_sided(self) -> bool:
        """Whether the middle is the very end of the band."""
        return self.side != "" and self.middle in (self.low, self.high)


def band_of(rows: Iterable[LineSum], catalogue: Catalogue) -> Band:
    """The band of what these lines save together."""
    listed = tuple(rows)
    savings = [row.amounts.saving for row in listed]
    assumed = any(saving and price_of(row, catalogue).assumed for row, saving in zip(listed, savings, strict=True))
    return band_around(drawn(listed, catalogue), sum(savings), assumed=assumed)


def band_around(draws: "NDArray[np.float64]", middle: int, *, assumed: bool) -> Band:
    """The band of drawn savings around the sum itself."""
    import numpy as np

    ordered = np.sort(draws)
    low, high = round(float(ordered[_OUTSIDE])), round(float(ordered[-_OUTSIDE - 1]))
    return Band(min(low, middle), middle, max(high, middle), assumed)


def drawn(rows: Iterable[LineSum], catalogue: Catalogue) -> "NDArray[np.float64]":
    """`DRAWS` savings of these lines together, in cents. Draws of several households may be added."""
    import numpy as np

    terms = [(row, uncertainties_of(row, catalogue)) for row in rows]
    found = np.zeros(DRAWS)
    # Floats add up alike in every order of the lines only when they are always added in one order.
    for row, ranges in sorted((term for term in terms if _moves(*term)), key=_key):
        found += _saving(row, {one.what: _draws(one.name, one.low, one.middle, one.high) for one in ranges})
    return found


def saving_with(row: LineSum, catalogue: Catalogue, name: str, at: float) -> float:
    """The saving of a line in cents when the uncertainty of that name is `at`, and all else as it is."""
    values = {one.what: at for one in uncertainties_of(row, catalogue) if one.name == name}
    return float(_saving(row, values)) if values else float(row.amounts.saving)


def _saving(row: LineSum, values: Mapping[What, Any]) -> Any:
    """With these instead of the middle ones: for single numbers and for arrays of them alike."""
    chance = values.get("chance_threatening", row.chances.threatening) - values.get("chance_plan", row.chances.plan)
    found = _whole(row) * chance * values.get("attribution", row.line.attribution) / 10_000
    for what in ("price", "quantity"):
        if what in values:
            found = found * values[what]
    return found


def _whole(row: LineSum) -> float:
    """Cents of all units, were they certain."""
    units = sum(row.units[1:], row.units[0]) if row.units else 0
    return row.line.price_cents * row.factor.numerator * units.numerator / (row.factor.denominator * units.denominator)


def _moves(row: LineSum, ranges: tuple[Uncertainty, ...]) -> bool:
    """Whether a draw of it can be anything but zero."""
    return row.chances.threatening != row.chances.plan or any(one.what.startswith("chance") for one in ranges)


def _key(term: tuple[LineSum, tuple[Uncertainty, ...]]) -> tuple[Any, ...]:
    """All that the draws of a line follow from."""
    row, ranges = term
    return (
        *([one.name for one in ranges], [(one.low, one.middle, one.high) for one in ranges]),
        *(_whole(row), row.chances.threatening, row.chances.plan, row.line.attribution),
    )


_one_at_a_time = Lock()


@lru_cache(maxsize=1)
def _stream() -> "RandomState":
    """The one generator of numpy whose draws never change. A new one asks the system for chance before it is given
    a seed, which takes longer than all the drawing.
    """
    from numpy.random import RandomState

    return RandomState(0)


def _uniform(name: str) -> "NDArray[np.float64]":
    seed = int.from_bytes(blake2b(f"doorbraak {name}".encode(), digest_size=4).digest(), "big")
    with _one_at_a_time:
        stream = _stream()
        stream.seed(seed)
        return stream.random_sample(DRAWS)


def forget() -> None:
    """Draw anew: the same again, only slower. For who measures that."""
    _draws.cache_clear()


@lru_cache(maxsize=512)
def _draws(name: str, low: float, middle: float, high: float) -> "NDArray[np.float64]":
    """As often below the middle as above it, and the nearer the likelier: on each side half a triangle.

    One triangle from the lowest to the highest would put more than half of the draws on the longer side: with a range
    to one side alone (a source that names only a higher price) the middle itself would fall outside of its band.
    """
    import numpy as np

    if high <= low:
        return np.full(DRAWS, middle)
    u = _uniform(name)
    middle = min(max(middle, low), high)
    below, above = np.sqrt(np.minimum(2 * u, 1)), np.sqrt(np.minimum(2 * (1 - u), 1))
    return np.where(u <= 0.5, low + (middle - low) * below, high - (high - middle) * above)
