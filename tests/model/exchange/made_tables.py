"""Tables to protect: of any number of dimensions, with hierarchies, or several that share cells; and published ones."""

import json
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

from doorbraak.model.exchange.audit import Audited, Need, Publication, Reader, exactly
from doorbraak.model.exchange.protection import levels
from doorbraak.model.exchange.protection.problem import Cell, Insider, Level, Problem, Sum, Within

EXAMPLES = Path(__file__).parent / "examples"
FEWEST = 10
COUNT = levels.of_count()

Tree = Mapping[str, Sequence[str]]
"""A dimension: each total with its parts, finer ones below; the first is the total of all."""


def example(name: str) -> dict[str, Any]:
    """A published example with its source and what is known about it."""
    found: dict[str, Any] = json.loads((EXAMPLES / f"{name}.json").read_text("utf-8"))
    return found


def flat(name: str, count: int) -> Tree:
    return {"": [f"{name}{number}" for number in range(count)]}


def leaves(tree: Tree, code: str = "") -> list[str]:
    return [leaf for part in tree[code] for leaf in leaves(tree, part)] if code in tree else [code]


def table(
    trees: Sequence[Tree], values: Mapping[tuple[str, ...], int], *, id_: str = "t", more: int = 1
) -> tuple[dict[tuple[str, str], int], list[tuple[tuple[str, str], list[tuple[str, str]]]]]:
    """All cells with their values, margins too, and all sums, by key."""
    codes = [[*tree, *leaves(tree)] for tree in trees]
    below = [{code: leaves(tree, code) for code in found} for tree, found in zip(trees, codes, strict=True)]
    cells = {
        (id_, "|".join(cell)): sum(values[leaf] for leaf in product(*(b[c] for b, c in zip(below, cell, strict=True))))
        for cell in product(*codes)
    }
    sums = []
    for at, tree in enumerate(trees):
        for cell in product(*codes):
            if cell[at] in tree:
                parts = [(id_, "|".join((*cell[:at], part, *cell[at + 1 :]))) for part in tree[cell[at]]]
                sums.append(((id_, "|".join(cell)), parts))
    return cells, sums


def problem(
    cells: Mapping[tuple[str, str], int],
    sums: Iterable[tuple[tuple[str, str], Sequence[tuple[str, str]]]],
    *,
    small: Callable[[int], bool] = lambda value: value < FEWEST,
    level: Callable[[int], Level] = lambda _: COUNT,
    weight: Callable[[int], int] = lambda value: value + 1,
    **more: Any,
) -> Problem:
    place = {key: index for index, key in enumerate(cells)}
    return Problem(
        tuple(
            Cell(key, value, weight=weight(value), level=level(value) if small(value) else None)
            for key, value in cells.items()
        ),
        tuple(Sum(place[whole], tuple(place[part] for part in parts)) for whole, parts in sums),
        **more,
    )


def drawn(sizes: Sequence[int], seed: int, *, most: int = 30) -> Problem:
    """A table of counts with these numbers of codes; some cells are small, many are not."""
    chance = random.Random(seed)
    trees = [flat("abc"[at], size) for at, size in enumerate(sizes)]
    values = {leaf: chance.randint(0, most) for leaf in product(*(leaves(tree) for tree in trees))}
    return problem(*table(trees, values))


def shuffled(one: Problem, seed: int) -> Problem:
    """The same problem with its cells, lines and parts in another order."""
    chance = random.Random(seed)
    order = list(range(len(one.cells)))
    chance.shuffle(order)
    place = {index: at for at, index in enumerate(order)}

    def parts(line: Sum) -> Sum:
        moved = [place[part] for part in line.parts]
        chance.shuffle(moved)
        return Sum(place[line.whole], tuple(moved))

    sums = [parts(line) for line in one.sums]
    chance.shuffle(sums)
    withins = [Within(place[pair.whole], place[pair.part]) for pair in one.withins]
    chance.shuffle(withins)
    insiders = [Insider(each.name, {place[i]: bound for i, bound in each.bounds.items()}) for each in one.insiders]
    chance.shuffle(insiders)
    return replace(
        one,
        cells=tuple(one.cells[index] for index in order),
        sums=tuple(sums),
        withins=tuple(withins),
        insiders=tuple(insiders),
    )


def published(
    one: Problem,
    hidden: Iterable[tuple[str, str]],
    said: Callable[[int], tuple[int, int]] = exactly,
) -> Publication:
    """What the audit gets to see of a pattern; `said`: what a shown figure tells about the true one."""
    out = set(hidden)
    keys = [cell.key for cell in one.cells]
    return Publication(
        tuple(
            Audited(
                cell.key,
                cell.value,
                None if cell.key in out else said(cell.value),
                (cell.lower, cell.upper),
                _need(cell.level),
            )
            for cell in one.cells
        ),
        tuple((keys[line.whole], tuple(keys[part] for part in line.parts)) for line in one.sums),
        tuple((keys[pair.whole], keys[pair.part]) for pair in one.withins),
        one.whole_numbers,
    )


def _need(level: Level | None) -> Need:
    """A cell without a level is not small; that it is hidden has to be true all the same."""
    if level is None:
        return Need()
    return Need(level.lower, level.upper, max(1, level.sliding), level.insider)


def readers(one: Problem) -> list[Reader]:
    keys = [cell.key for cell in one.cells]
    return [Reader(each.name, {keys[i]: bound for i, bound in each.bounds.items()}) for each in one.insiders]
