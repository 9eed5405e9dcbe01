"""Choices from a seed, and rows of a case file of which only a part was drawn."""

import random
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from doorbraak.model.dossier.casefile_fields import Item

T = TypeVar("T")
S = TypeVar("S", bound=Item)

FIRST_DAY = date(2025, 9, 1)
LAST_DAY = date(2026, 9, 30)
"""What is done, was done by then: a fixed day, so that the same seed gives the same households for ever."""
_EMPTY: Mapping[str, object] = {
    "origin": "example", "noted_on": FIRST_DAY, "kind": "", "words": "", "sex": "", "died": False, "lead": "",
    "owner": "", "waits_for": (), "contradicts": (), "bond": "", "future": "", "ends_when": "", "decider": "",
    "payer": "", "law": "", "problems": (), "goals": (), "agencies": (), "people": (), "title": "", "text": "",
    "text_version": "", "article": "", "answer": "", "reason": "", "phone": "", "sender": "", "asked_by": "",
    "by_whom": "", "with_whom": "", "told_to": "", "price": "", "beneficiary": "", "effect": "", "outcome": "",
}  # fmt: skip
"""Of fields that may be empty without being None."""


class Draw:
    """Choices from one seed, each made of a single call of `random()`."""

    def __init__(self, seed: int) -> None:
        self._source = random.Random(seed)

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._source.random() * (high - low + 1))

    def happens(self, percent: int) -> bool:
        return self._source.random() * 100 < percent

    def one(self, of: Sequence[T]) -> T:
        return of[self.between(0, len(of) - 1)]

    def some(self, of: Sequence[T], number: int) -> tuple[T, ...]:
        """`number` different ones, or all when there are fewer, in the order in which they were drawn."""
        left = list(of)
        return tuple(left.pop(self.between(0, len(left) - 1)) for _ in range(min(number, len(left))))


def made(kind: type[S], /, **drawn: object) -> S:
    """A row with what was drawn; the rest of it is empty."""
    return kind(**{field: drawn.get(field, _EMPTY.get(field)) for field in kind.__struct_fields__})  # type: ignore[arg-type]


def past(day: date) -> date:
    return min(day, LAST_DAY)
