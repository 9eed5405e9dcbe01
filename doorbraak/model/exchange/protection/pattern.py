"""What comes out of the search: the cells to hide, or that the table can't be protected."""

from dataclasses import dataclass
from typing import Literal

from doorbraak.model.exchange.protection.problem import CellKey


@dataclass(frozen=True, slots=True)
class Pattern:
    """All `hidden` cells, small ones included. `weight`: what the others among them cost together.

    `optimal`: no pattern costs less; else the search ended at its limit. `rounds`: how often a pattern was attacked.
    """

    hidden: frozenset[CellKey]
    weight: int
    optimal: bool
    rounds: int


@dataclass(frozen=True, slots=True)
class Withheld:
    """Nothing of it can be published. `cell`: one that stays exposed whatever is hidden.

    exposed: no pattern protects that cell; line: no pattern brings the cells of its line together far enough; unsolved:
    the solver gave no answer that can be trusted.
    """

    reason: Literal["exposed", "line", "unsolved"]
    cell: CellKey | None = None
