"""What a chart is: the numbers for the picture, its table and its sentences in one record. Drawn in ui/paper."""

from dataclasses import dataclass
from typing import Literal

from doorbraak.model import money
from doorbraak.model.insight.savings import Saving

Tone = Literal[
    "total", "direct", "prevented", "rest", "realised", "expected", "unconfirmed", "low", "high", "undecided", "hidden"
]  # fmt: skip
Unit = Literal["cents", "hundredths", "whole"]
MOST_ROWS = 8
"""Rows in a picture; the last of more holds all that are left. The table has every one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A bar between two values. `words` stand beside its `end`; `assumed`: a border of it is our assumption.

    `reach`: between which values its end probably lies. `inside`: the words stand in it, where they fit.
    """

    tone: Tone
    start: int
    end: int
    words: str = ""
    assumed: bool = False
    reach: tuple[int, int] | None = None
    inside: bool = False


@dataclass(frozen=True, slots=True)
class Spread:
    """Between which values one in the middle probably lies."""

    low: int
    middle: int
    high: int
    words: str
    assumed: bool


@dataclass(frozen=True, slots=True)
class BarRow:
    """`lanes` lie under each other, the pieces of one lane beside each other; `spread` has a lane of its own below."""

    name: str
    lanes: tuple[tuple[Piece, ...], ...]
    spread: Spread | None = None


@dataclass(frozen=True, slots=True)
class Curve:
    """A value at 0, 1, 2, ... months. `words` stand at its end."""

    tone: Tone
    values: tuple[int, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows of bars, or curves by month, on one scale.

    `centre`: the value that the bars go out from, with its words; without one they stand on zero. `moment`: a month
    that is marked, with its words.
    """

    unit: Unit
    title: str = ""
    rows: tuple[BarRow, ...] = ()
    curves: tuple[Curve, ...] = ()
    centre: tuple[int, str] | None = None
    moment: tuple[int, str] | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """`title` states the result, `sentence` says in words what the picture shows, `source` what it rests on.

    `mark` says that it is an example, or that it holds personal data: a picture travels without its plan. `header`
    and `table` hold all numbers, exact; the first `names` columns are words. `legend` explains the tones. Where
    there is nothing to draw `empty` says what is missing, and there are no panels.
    """

    key: str
    name: str
    title: str
    sentence: str
    source: str
    mark: str
    example: bool
    header: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]
    panels: tuple[Panel, ...] = ()
    legend: tuple[tuple[Tone, str], ...] = ()
    names: int = 1
    empty: str = ""


def mark_of(*, example: bool) -> str:
    return "VOORBEELD: gepubliceerde of verzonnen gegevens" if example else "Bevat persoonsgegevens · Vertrouwelijk"


def result(saving: Saving) -> str:
    """The headline in one sentence."""
    euros, one = money.whole(abs(saving.public.saving)), saving.households == 1
    costs = "Het plan kost" if one else "De plannen kosten"
    if saving.public.saving > 0:
        saves = "Het plan bespaart" if one else "De plannen besparen"
        return f"{saves} {euros} publiek geld in {saving.months} maanden"
    if saving.public.saving < 0:
        return f"{costs} {euros} meer publiek geld in {saving.months} maanden"
    return f"{costs} evenveel publiek geld in {saving.months} maanden"
