"""What a cell of a publication has to be before it is shown: per household and per sender. All constants stand here.

The dangerous reader is a colleague, who subtracts the own households. So each rule holds for everybody together and
once more without each sender. A setting can make a rule stricter and never less strict: the floors are in the code.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

from doorbraak.model.exchange import rules

FEWEST = rules.FEWEST
FEWEST_OTHERS = 5
FEWEST_OTHERS_OF_TWO = 10
"""Households that a sender does not have in a cell, unless there are none; the second where there are two senders:
then what the one does not have is what the other has."""
MOST_SHARE = rules.MOST_SHARE
LARGEST_SHARE = 30
"""Per cent of a sum that one household may be."""
LOWEST_P, HIGHEST_P = 12, 18
COUNT_WIDTH = 4
"""How far apart the ends lie of what can be worked out about a small count."""
KEY_BYTES = 32
LESS_STRICT = (
    "De instelling “%s” is minder streng dan het programma toestaat. De strengere waarde van het programma geldt."
)

Verdict = Literal["shown", "most", "small"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What holds here. Raises ValueError for anything less strict than the floors."""

    fewest: int = FEWEST
    fewest_others: int = FEWEST_OTHERS
    most_share: int = MOST_SHARE
    fewest_changed: int = rules.FEWEST_CHANGED

    def __post_init__(self) -> None:
        if (
            self.fewest < FEWEST
            or self.fewest_others < FEWEST_OTHERS
            or not 0 < self.most_share <= MOST_SHARE
            or self.fewest_changed < rules.FEWEST_CHANGED
        ):
            raise ValueError("a limit is less strict than its floor")


LIMITS = Limits()


def limits_of(given: Mapping[str, int]) -> tuple[Limits, tuple[str, ...]]:
    """With the numbers of a settings file; a sentence for each that is less strict than its floor, or not known."""
    names = {one.name for one in fields(Limits)}
    good: dict[str, int] = {}
    refused = []
    for name in sorted(given):
        try:
            Limits(**{name: given[name]})
        except (TypeError, ValueError):
            refused.append(LESS_STRICT % (name if name in names else "onbekend"))
        else:
            good[name] = given[name]
    return Limits(**good), tuple(refused)


def limits_here() -> tuple[Limits, tuple[str, ...]]:
    """By the administrator's policy for this computer: what is less strict there, is said and does not hold."""

    from doorbraak.model import policy

    return limits_of(policy.in_force().publication)


@dataclass(frozen=True, slots=True)
class Secrets:
    """Drawn once and kept in the coordinator's workspace: with another key or percentage two publications of the
    same households could be laid side by side.
    """

    key: bytes = field(repr=False)
    p: int = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) != KEY_BYTES or not LOWEST_P <= self.p <= HIGHEST_P:
            raise ValueError("these are not the secrets of a publication")


def drawn_secrets() -> Secrets:
    import secrets

    return Secrets(secrets.token_bytes(KEY_BYTES), LOWEST_P + secrets.randbelow(HIGHEST_P - LOWEST_P + 1))


def too_few(households: int, own: Mapping[str, int], limits: Limits = LIMITS) -> bool:
    """`own`: of each sender how many of these households it has. Zero is as small as one."""
    return households < limits.fewest or not _others_enough(households, own, limits)


def _others_enough(households: int, own: Mapping[str, int], limits: Limits) -> bool:
    least = _fewest_others(own, limits)
    return all(number in (0, households) or households - number >= least for number in own.values())


def _fewest_others(own: Mapping[str, int], limits: Limits) -> int:
    having = sum(1 for number in own.values() if number)
    return max(FEWEST_OTHERS_OF_TWO, limits.fewest_others) if having == 2 else limits.fewest_others


def verdict(
    households: int, own: Mapping[str, int], everybody: int, others: Mapping[str, int], limits: Limits = LIMITS
) -> Verdict:
    """Of a count among `everybody`; `others`: how many of them each sender does not have. More than 90% says something
    about every household, so only that is said, and only where it leaves enough numbers open: of 12 households it would
    mean 11 or 12. A sender takes off the own households and asks the same of the others.
    """
    if too_few(households, own, limits):
        return "small"
    if not nearly_all(households, everybody, limits):
        return "small" if told_of_others(households, own, others, limits) else "shown"
    lowest = lowest_most(everybody, limits)
    left = [everybody - lowest]
    for sender, group in others.items():
        mine = own.get(sender, 0)
        if mine < households:
            left.append(group - max(lowest - mine, _fewest_others(own, limits)))
    return "most" if min(left) + 1 >= rules.FEWEST_POSSIBLE else "small"


def nearly_all(households: int, group: int, limits: Limits = LIMITS) -> bool:
    """More than 90% of a group that others may know, as those with children, tells about each of them."""
    return households * 100 > group * limits.most_share


def told_of_others(
    households: int, own: Mapping[str, int], others: Mapping[str, int], limits: Limits = LIMITS
) -> list[int]:
    """The groups, each of all that one sender does not have, of which these households are nearly all."""
    return [
        group for sender, group in others.items() if nearly_all(households - own.get(sender, 0), group, limits)
    ]  # fmt: skip


def has_to_be_possible(group: int, limits: Limits = LIMITS) -> int:
    """How many of a group have to be able to be outside, so that it is not nearly all."""
    return group - group * limits.most_share // 100


def lowest_most(everybody: int, limits: Limits = LIMITS) -> int:
    """The lowest number that is more than 90%."""
    return everybody * limits.most_share // 100 + 1


def dominated(size: int, first: int, second: int, p: int) -> bool:
    """The p% rule: whoever has the second largest amount could estimate the largest too well. Without signs."""
    return (size - first - second) * 100 < p * first


def level(size: int, first: int, second: int, p: int) -> int:
    """How uncertain an amount that is hidden has to stay, in each direction."""
    asked = max(p * first - 100 * (size - first - second), p * size)
    return min(size, max(0, math.ceil(asked / 100)))


def too_large_a_part(total: int, first: int) -> bool:
    """One household is more than 30% of the sum; near a sum of nothing every household is."""
    return first * 100 > LARGEST_SHARE * abs(total)
