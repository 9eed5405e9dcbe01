"""Which uncertainties matter most: how far the saving goes when one of them is at its lowest or highest."""

from dataclasses import dataclass

from doorbraak.model.insight.bands import saving_with
from doorbraak.model.insight.savings import LineSum, Saving
from doorbraak.model.insight.uncertainty import Uncertainty, uncertainties_of


@dataclass(frozen=True, slots=True)
class Swing:
    """The public saving in cents with this uncertainty at its lowest and at its highest, all else in the middle.

    `lines`: what hangs on it.
    """

    uncertainty: Uncertainty
    at_low: int
    at_high: int
    lines: tuple[LineSum, ...]

    @property
    def width(self) -> int:
        return abs(self.at_high - self.at_low)


def tornado_of(saving: Saving, most: int = 10) -> tuple[Swing, ...]:
    """The widest first; what moves nothing is left out."""
    hanging: dict[Uncertainty, list[LineSum]] = {}
    for row in saving.public_lines:
        for one in uncertainties_of(row, saving.catalogue):
            hanging.setdefault(one, []).append(row)
    swings = (_swing(saving, one, tuple(rows)) for one, rows in hanging.items())
    found = [swing for swing in swings if swing.width]
    return tuple(sorted(found, key=lambda swing: (-swing.width, swing.uncertainty.name))[:most])


def _swing(saving: Saving, one: Uncertainty, rows: tuple[LineSum, ...]) -> Swing:
    others = saving.public.saving - sum(row.amounts.saving for row in rows)
    ends = (sum(saving_with(row, saving.catalogue, one.name, at) for row in rows) for at in (one.low, one.high))
    low, high = (others + round(end) for end in ends)
    return Swing(one, low, high, rows)
