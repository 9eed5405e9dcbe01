"""Rules about who stands behind the hidden cells of one line, which no linear program sees.

- Singleton rule (tau-ARGUS manual 4.1, section 2.10): with two hidden cells in a line, the sender who is alone in one
  of them subtracts it and knows the other. Such a line needs a third.
- Union rule: of a line with a shown total anybody knows the sum of its hidden cells. So those together have to
  pass the rules for a single cell (the virtual cell of the same section).
"""

from collections.abc import Iterator
from itertools import chain, combinations

from doorbraak.model.exchange.protection.cuts import Cut
from doorbraak.model.exchange.protection.problem import Problem, Sum

_MOST_TRIED = 6  # optional cells of a line of which every selection is tried, to ask more than "not exactly these"


def from_the_start(problem: Problem) -> Iterator[Cut]:
    """What is true of every line whatever else is hidden: one hidden cell alone is found by subtracting."""
    held, choices = problem.held(), problem.choices()
    for line in problem.sums:
        able = [i for i in line.members if i in choices or (i in held and not problem.cells[i].known)]
        for index in able:
            others = tuple((other, 1.0) for other in able if other != index and other not in held)
            if not any(other in held for other in able if other != index):
                yield Cut(others, 1.0, index, None if index in held else index)


def violated(problem: Problem, hidden: frozenset[int]) -> list[Cut]:
    """The lines of this pattern that break a rule, each as a cut."""
    found = [*_singletons(problem, hidden)]
    if problem.union_passes is not None:
        found += _unions(problem, hidden)
    return found


def _singletons(problem: Problem, hidden: frozenset[int]) -> Iterator[Cut]:
    cells, held, choices = problem.cells, problem.held(), problem.choices()
    for line in problem.sums:
        inside = _hidden_in(problem, line, hidden)
        if len(inside) == 2 and any(cells[index].single for index in inside):
            third = tuple((index, 1.0) for index in line.members if index in choices and index not in hidden)
            yield Cut(third, 1.0, min(inside), minus=tuple(index for index in inside if index not in held))


def _unions(problem: Problem, hidden: frozenset[int]) -> Iterator[Cut]:
    cells, choices, passes = problem.cells, problem.choices(), problem.union_passes
    assert passes is not None
    for line in problem.sums:
        inside = _hidden_in(problem, line, hidden)
        if line.whole in hidden or not inside or passes(frozenset(cells[index].key for index in inside)):
            continue
        more = tuple((index, 1.0) for index in line.members if index in choices and index not in hidden)
        loose = [index for index in inside if index in choices]
        yield Cut(more, 1.0, min(inside), minus=() if _no_part_passes(problem, inside, loose) else tuple(loose))


def _no_part_passes(problem: Problem, inside: list[int], loose: list[int]) -> bool:
    """Showing some of them again does not help either, so the line needs one more."""
    assert problem.union_passes is not None
    firm = [problem.cells[index].key for index in inside if index not in loose]
    if not firm or len(loose) > _MOST_TRIED:
        return False
    keys = [problem.cells[index].key for index in loose]
    parts = chain.from_iterable(combinations(keys, size) for size in range(len(keys)))
    return not any(problem.union_passes(frozenset([*firm, *part])) for part in parts)


def _hidden_in(problem: Problem, line: Sum, hidden: frozenset[int]) -> list[int]:
    """A zero that everybody knows hides nothing, so it does not count."""
    return sorted(index for index in line.members if index in hidden and not problem.cells[index].known)
