"""What can be answered to a measure: a number between bounds, or one of a few words."""

import re
from dataclasses import dataclass
from functools import cache

from doorbraak.model.catalogue.records import Measure

_BOUNDS = re.compile(r"\b(\d+)-(\d+)\b")
_MOST = 100_000_000


@dataclass(frozen=True, slots=True)
class Scale:
    """`answers`: the words to choose from, worst or first in the list's order; empty for a number.

    `low` and `high` bound a number, in whole units of the scale.
    """

    answers: tuple[str, ...]
    low: int
    high: int

    def takes(self, value_e2: int | None, answer: str) -> bool:
        """Whether this figure (in hundredths) or this answer is on the scale; exactly one is given."""
        if self.answers:
            return value_e2 is None and answer in self.answers
        return not answer and value_e2 is not None and self.low * 100 <= value_e2 <= self.high * 100


@cache
def scale_of(measure: Measure) -> Scale:
    """Read from the list's own words: "0-10", "aantal (0-60)", "geen / tijdelijk / eigen", "euro per jaar"."""
    if " / " in measure.scale:
        return Scale(tuple(word.strip() for word in measure.scale.split(" / ")), 0, 0)
    bounds = _BOUNDS.search(measure.scale)
    if bounds:
        return Scale((), int(bounds[1]), int(bounds[2]))
    if "percentage" in measure.scale:
        return Scale((), 0, 100)
    negative = "euro" in measure.scale
    return Scale((), -_MOST if negative else 0, _MOST)
