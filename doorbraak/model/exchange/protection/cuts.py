"""What every good pattern has in common, found out by attacking one that is not good enough."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

_NOTHING = 1e-7  # a smaller coefficient is noise of the solver; leaving it out asks a little more, never less


@dataclass(frozen=True, slots=True)
class Cut:
    """Of `terms`, hidden cells (1 each, 0 if shown) times their coefficients, there has to be at least `least`.

    `only_with`: it asks this only when that cell is hidden. `minus`: cells
    that count when they are shown.
    `about`: the cell that is exposed without it.
    """

    terms: tuple[tuple[int, float], ...]
    least: float
    about: int
    only_with: int | None = None
    minus: tuple[int, ...] = ()

    def row(self) -> tuple[float, dict[int, float]]:
        """The same as `low <= row * hidden`."""
        row = dict(self.terms)
        low = self.least
        for index in self.minus:
            row[index] = row.get(index, 0.0) - 1
            low -= 1
        if self.only_with is not None:
            row[self.only_with] = row.get(self.only_with, 0.0) - self.least
            low -= self.least
        return low, row

    def lacks(self, hidden: Sequence[float]) -> float:
        """How far this pattern stays below it."""
        low, row = self.row()
        return low - sum(share * hidden[index] for index, share in row.items())


def cut(
    coefficients: Mapping[int, float],
    least: float,
    about: int,
    *,
    held: frozenset[int],
    choices: frozenset[int],
    only_with: int | None = None,
) -> Cut:
    """The cut in its strongest plain form: what is hidden anyway is taken off, and of the rest no cell gives more
    than is asked for (Fischetti and Salazar, section 4.2). Without any terms nothing can help.
    """
    asked = least - sum(share for index, share in coefficients.items() if index in held or index == only_with)
    if asked <= _NOTHING * least:
        return Cut((), 0.0, about)
    terms = tuple(
        (index, min(1.0, share / asked))
        for index, share in sorted(coefficients.items())
        if index in choices and index != only_with and share / asked > _NOTHING
    )
    return Cut(terms, 1.0, about, only_with)


def one_more(hidden: frozenset[int], choices: frozenset[int], about: int, *, only_with: int | None = None) -> Cut:
    """Whatever is hidden now is not enough, and neither is any part of it: hiding more never tells more."""
    return Cut(tuple((index, 1.0) for index in sorted(choices - hidden)), 1.0, about, only_with)
