"""From values to places: a scale with room for the words at the ends of its bars, and round steps along it."""

from collections.abc import Iterable
from dataclasses import dataclass

from doorbraak.model import money
from doorbraak.model.documents.chart import Unit
from doorbraak.model.insight import names

_ROUND = (1, 2, 5, 10)
_LEAST: dict[Unit, int] = {"cents": 100, "hundredths": 100, "whole": 1}


@dataclass(frozen=True, slots=True)
class Scale:
    """`low` lies at `first`, `high` at `last`, in points."""

    low: float
    high: float
    first: float
    last: float

    def at(self, value: float) -> float:
        return self.first + (value - self.low) / (self.high - self.low) * (self.last - self.first)


def scale_of(values: Iterable[int], words: Iterable[tuple[int, float]], first: float, last: float) -> Scale:
    """`words`: beside which value how many points are needed, to its right when positive, else to its left."""
    listed, beside = list(values), list(words)
    low, high = float(min(listed)), float(max(listed))
    if low == high:
        high = low + 1
    least, most = low, high
    for _ in range(20):  # words take a share of what is there, so that each round adds less
        point = (high - low) / (last - first)
        high = max(most, *(value + wide * point for value, wide in beside if wide > 0), most)
        low = min(least, *(value + wide * point for value, wide in beside if wide < 0), least)
    return Scale(low, high, first, last)


def nice_steps(low: float, high: float, unit: Unit, most: int) -> list[int]:
    """Round values between `low` and `high`, at most `most` of them."""
    step = _LEAST[unit]
    while (high - low) / step > max(1, most):
        power = 10 ** (len(str(step)) - 1)
        step = next(one * power for one in _ROUND if one * power > step)
    begin = -int(-low // step)
    return [at * step for at in range(begin, int(high // step) + 1)]


def shown(value: int, unit: Unit) -> str:
    if unit == "cents":
        return money.whole(value)
    return names.contacts(value) if unit == "hundredths" else f"{value:,}".replace(",", ".")
