"""What has to be protected: cells, the sums between them, and how much may become known of which cell.

The model is that of Fischetti and Salazar-González, "Models and algorithms for optimizing cell suppression in
tabular data with linear constraints" (Management Science 47, 2001): every reader knows the relations, the shown
cells and bounds for the hidden ones, and reckons with those. Protection levels are those of the Handbook on
Statistical Disclosure Control (section 4.3), in tau-ARGUS: lower, upper and sliding.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

CellKey = tuple[str, str]  # (id of the table, codes joined by "|")
MOST = 10_000_000  # what a cell holds at most: files with more are refused
LEAST_OPEN = 1  # any hidden cell keeps so much room: what is marked hidden can't be found exactly

Duty = Literal["free", "shown", "hidden"]
"""shown: may not be hidden; hidden: was hidden before, and stays so."""


@dataclass(frozen=True, slots=True)
class Level:
    """How far apart the ends have to lie of what a reader can work out about a cell.

    `lower` and `upper`: so far below and above the true value; `sliding`: between the two ends, wherever they are;
    `insider`: the same for each sender, who knows the own households in every cell.
    """

    lower: int = 0
    upper: int = 0
    sliding: int = 0
    insider: int = 0


@dataclass(frozen=True, slots=True)
class Cell:
    """`lower` and `upper`: what anybody knows without the publication. A `level` makes it a primary: always hidden.

    `weight`: what hiding it costs. `single`: all that is in it is of one sender, who then knows the cell itself.
    """

    key: CellKey
    value: int
    lower: int = 0
    upper: int = MOST
    weight: int = 1
    level: Level | None = None
    duty: Duty = "free"
    single: bool = False

    @property
    def known(self) -> bool:
        """Everybody knows it without looking, such as a zero that can't be anything else."""
        return self.lower == self.upper

    @property
    def held(self) -> bool:
        """It is hidden in every pattern."""
        return self.level is not None or self.duty == "hidden"


@dataclass(frozen=True, slots=True)
class Sum:
    """The cell `whole` is exactly its `parts` together; all are indexes."""

    whole: int
    parts: tuple[int, ...]

    @property
    def members(self) -> tuple[int, ...]:
        return (self.whole, *self.parts)


@dataclass(frozen=True, slots=True)
class Within:
    """What is in `part` is in `whole` too. Of categories that overlap that is all there is to reckon with."""

    whole: int
    part: int


@dataclass(frozen=True, slots=True)
class Insider:
    """A sender who reads the publication beside the own files. `bounds`: per cell what that sender knows better."""

    name: str
    bounds: Mapping[int, tuple[int, int]]


Passes = Callable[[frozenset[CellKey]], bool]
"""Whether these cells of one line, added up, could be shown by the rules for a single cell. Pure: same cells, same
answer."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Cells with all that ties them. Linked tables are one problem, in which they share their common cells.

    `union_passes` is a question, not data: who stands behind several cells together takes the tokens, the largest
    amounts and a secret percentage, and those stay with the rules that judge a single cell. Who is alone in a cell
    is a fact about the cell, so it stands there.
    """

    cells: tuple[Cell, ...]
    sums: tuple[Sum, ...] = ()
    withins: tuple[Within, ...] = ()
    insiders: tuple[Insider, ...] = ()
    union_passes: Passes | None = None
    whole_numbers: bool = True

    def __post_init__(self) -> None:
        _check_cells(self)
        _check_relations(self)

    def primaries(self) -> tuple[int, ...]:
        return tuple(index for index, cell in enumerate(self.cells) if cell.level is not None)

    def held(self) -> frozenset[int]:
        return frozenset(index for index, cell in enumerate(self.cells) if cell.held)

    def choices(self) -> frozenset[int]:
        """The cells of which it is ours to say whether they are hidden."""
        return frozenset(
            index for index, cell in enumerate(self.cells) if not cell.held and cell.duty == "free" and not cell.known
        )

    def weight(self, hidden: frozenset[int]) -> int:
        """What this pattern costs beside the cells that are hidden in every pattern."""
        return sum(self.cells[index].weight for index in hidden if not self.cells[index].held)


def _check_cells(problem: Problem) -> None:
    keys = {cell.key for cell in problem.cells}
    if len(keys) < len(problem.cells):
        raise ValueError("two cells have the same key")
    for cell in problem.cells:
        if not cell.lower <= cell.value <= cell.upper:
            raise ValueError("a value is outside its bounds")
        if cell.weight < 1:
            raise ValueError("hiding a cell costs at least 1")
        if cell.level is not None and (cell.duty == "shown" or cell.known):
            raise ValueError("a cell that must be shown, or that everybody knows, can't be protected")
    for insider in problem.insiders:
        for index, (low, high) in insider.bounds.items():
            if not low <= problem.cells[index].value <= high:
                raise ValueError("a sender's bounds do not hold the true value")


def _check_relations(problem: Problem) -> None:
    values = [cell.value for cell in problem.cells]
    for line in problem.sums:
        if len(set(line.members)) < len(line.members):
            raise ValueError("a cell stands twice in one sum")
        if values[line.whole] != sum(values[part] for part in line.parts):
            raise ValueError("a sum does not add up")
    for pair in problem.withins:
        if values[pair.part] > values[pair.whole]:
            raise ValueError("a part is larger than its whole")


def in_order(problem: Problem) -> Problem:
    """The same problem with its cells by key and its relations in their order: so order changes no pattern."""
    order = sorted(range(len(problem.cells)), key=lambda index: problem.cells[index].key)
    place = {index: at for at, index in enumerate(order)}
    return replace(
        problem,
        cells=tuple(problem.cells[index] for index in order),
        sums=tuple(
            Sum(whole, parts)
            for whole, parts in sorted(
                {(place[line.whole], tuple(sorted(place[part] for part in line.parts))) for line in problem.sums}
            )
        ),
        withins=tuple(
            Within(whole, part)
            for whole, part in sorted({(place[pair.whole], place[pair.part]) for pair in problem.withins})
        ),
        insiders=tuple(
            Insider(one.name, {place[index]: one.bounds[index] for index in sorted(one.bounds, key=place.__getitem__)})
            for one in sorted(problem.insiders, key=lambda one: one.name)
        ),
    )
