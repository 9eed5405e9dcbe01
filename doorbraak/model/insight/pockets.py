"""Who pays and who wins: between which purses the saving goes, the doorbraak's own cost apart from it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from doorbraak.model.insight.savings import Amounts, LineSum, added


@dataclass(frozen=True, slots=True)
class Flow:
    """What goes from `payer` to `winner`; `own`: as the doorbraak's own cost, which is paid and saves nothing."""

    payer: str
    winner: str
    own: bool
    lines: tuple[LineSum, ...]

    @property
    def amounts(self) -> Amounts:
        return added(self.lines)


@dataclass(frozen=True, slots=True)
class Purse:
    """One party: what it lays out for the doorbraken, and what it wins by them, in cents."""

    id: str
    lays_out: int
    direct: int
    prevented: int

    @property
    def wins(self) -> int:
        return self.direct + self.prevented


def flows_of(rows: Iterable[LineSum]) -> tuple[Flow, ...]:
    """By payer, winner, and the own cost after the rest: together the very lines that were given."""
    found: dict[tuple[str, str, bool], list[LineSum]] = defaultdict(list)
    for row in rows:
        found[row.line.payer, row.winner, row.line.intervention is not None].append(row)
    return tuple(Flow(*key, tuple(found[key])) for key in sorted(found))


def purses_of(rows: Iterable[LineSum]) -> tuple[Purse, ...]:
    """The largest winner first. What is laid out and what is won add up to the saving of these lines."""
    laid: dict[str, int] = defaultdict(int)
    won: dict[str, Amounts] = defaultdict(Amounts)
    for row in rows:
        if row.line.intervention is not None:
            laid[row.line.payer] -= row.amounts.saving
        else:
            won[row.winner] += row.amounts
    purses = [Purse(id_, laid[id_], won[id_].direct, won[id_].prevented) for id_ in laid.keys() | won.keys()]
    return tuple(sorted(purses, key=lambda one: (-one.wins, one.id)))


def elsewhere(rows: Iterable[LineSum]) -> int:
    """Cents of the saving that another wins than who pays now."""
    return sum(row.amounts.saving for row in rows if row.line.intervention is None and row.winner != row.line.payer)
