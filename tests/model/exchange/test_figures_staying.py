"""Which sums stay because who subtracts would know another one."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

import pytest

from doorbraak.model.exchange.cell_facts import Amounts, Facts
from doorbraak.model.exchange.cell_judgement import Judge
from doorbraak.model.exchange.figures_staying import Changed, staying
from doorbraak.model.exchange.figures_tied import Figure, Line
from doorbraak.model.exchange.ledger import Since
from doorbraak.model.exchange.ledger_amounts import Difference, Moved
from doorbraak.model.exchange.publication_problem import FARTHEST, Marked
from doorbraak.model.exchange.table_catalogue import CellKey

ALL, ONE, TWO, THREE = (("t", code) for code in ("", "1", "2", "3"))
LINE = Line(ALL, (ONE, TWO, THREE))
QUIET = Since({}, 0, Difference({}, {}))
EACH = 10_000


def since(*households: int) -> Since:
    """Of each sender so many changed, each by ten thousand."""
    names = "abcdef"[: len(households)]
    moved = {
        name: Moved(EACH, EACH * min(2, number), EACH * number, EACH * number)
        for name, number in zip(names, households, strict=True)
        if number
    }
    apart = {name: (number, number) for name, number in zip(names, households, strict=True)}
    return Since(apart, 0, Difference({name: one.least for name, one in moved.items()}, moved))


def marked(key: CellKey, lines: tuple[Line, ...], *, held: bool) -> Marked:
    """Forty households of four senders in every cell of no codes more; all of it adds up."""
    below = {line.whole: line.parts for line in lines}
    times = 1
    for parts in (below.get(key, ()), below.get(below.get(key, (key,))[0], ())):
        times *= max(1, len(parts))
    facts = Facts(40 * times, dict.fromkeys("abcd", 10 * times), Amounts(total=times * 10_000))
    return Marked(Figure(key, (key,), facts, "amount", 0), times * 100, 0, FARTHEST, held=held)


def stays(
    known: Mapping[CellKey, Since | None], *alone: CellKey, lines: tuple[Line, ...] = (LINE,),
    hidden: tuple[CellKey, ...] = (),
) -> set[CellKey]:  # fmt: skip
    changed = {key: Changed(None if key in hidden else one, one, key in alone) for key, one in known.items()}
    figures = [marked(key, lines, held=key in hidden) for key in known]
    return set(staying(figures, lines, changed, 100, Judge(400, 15)))


def test_that_a_part_stays_with_a_single_part_that_has_to_and_the_total_is_new() -> None:
    known = {ALL: since(7, 6, 5), ONE: since(1), TWO: since(6, 6, 5), THREE: QUIET}
    assert stays(known, ONE) == {ONE, TWO}
    assert stays(known) == set()


def test_that_parts_that_stay_changed_enough_together() -> None:
    few = since(1, 1)
    assert stays({ALL: since(9, 9, 9), ONE: few, TWO: few, THREE: since(7, 7, 9)}, ONE, TWO) == {ONE, TWO, THREE}
    some = since(4, 4, 4)
    assert stays({ALL: since(9, 9, 9), ONE: some, TWO: some, THREE: since(1, 1, 1)}, ONE, TWO) == {ONE, TWO}


def test_that_a_total_stays_where_no_parts_change_enough_together() -> None:
    known = {ALL: since(1, 1, 1), ONE: since(1), TWO: since(0, 1), THREE: since(0, 0, 1)}
    assert stays(known, ONE) >= {ALL, ONE}


def test_that_a_total_that_has_to_stay_keeps_a_part_with_it() -> None:
    """Ten went from the one part to the other and one came: the parts by themselves would tell."""
    known = {ALL: since(0, 1), ONE: since(5, 5, 5), TWO: since(5, 6, 5), THREE: QUIET}
    found = stays(known, ALL)
    assert ALL in found
    assert len(found) == 2


def test_that_what_nobody_changed_hides_nothing() -> None:
    known = {ALL: since(6, 6, 7), ONE: since(0, 0, 1), TWO: since(6, 6, 6), THREE: QUIET}
    assert THREE not in stays(known, ONE)


@pytest.mark.parametrize("changed", [QUIET, since(0, 0, 1), since(1, 2, 1)])
def test_that_what_stays_with_it_does_not_tell_whether_anybody_changed(changed: Since) -> None:
    """A new total beside other parts that are new would, were it new only where nobody came."""
    known = {ALL: since(9, 9, 9), ONE: changed, TWO: since(6, 6, 6), THREE: since(9, 9, 9)}
    assert stays(known, ONE) == {ONE, TWO}


def test_that_what_is_hidden_anyway_changed_enough_too() -> None:
    """Beside a part that is hidden the same time after time, the total would show what changed in it."""
    known = {ALL: since(6, 6, 7), ONE: QUIET, TWO: since(0, 0, 1), THREE: since(3, 3, 3)}
    assert stays(known, hidden=(ONE, TWO)) == {THREE}
    assert stays({**known, TWO: since(3, 3, 3)}, hidden=(ONE, TWO)) == set()


def determined(key: CellKey, lines: tuple[Line, ...], unknown: set[CellKey]) -> bool:
    """Whether anybody who solves all lines for what stays has this one."""
    order = [other for other in sorted(unknown) if other != key] + [key]
    rows = [
        [Fraction((other == line.whole) - (other in line.parts)) for other in order]
        for line in lines
        if unknown.intersection(line.members)
    ]
    for at in range(len(order)):
        pivot = next((row for row in rows if row[at] and not any(row[:at])), None)
        if pivot is None:
            continue
        if at == len(order) - 1:
            return True
        rows = [
            row if row is pivot else [one - own * row[at] / pivot[at] for one, own in zip(row, pivot, strict=True)]
            for row in rows
        ]
    return False


@pytest.mark.parametrize("size", [2, 3, 4])
def test_that_no_sum_that_has_to_stay_follows_from_all_lines_together(size: int) -> None:
    """Tables of two dimensions of which a corner has to stay, while all else changed a lot."""
    codes = [str(number) for number in range(size)]
    lines = (
        *(Line(("t", f"{row}|"), tuple(("t", f"{row}|{column}") for column in codes)) for row in ("", *codes)),
        *(Line(("t", f"|{column}"), tuple(("t", f"{row}|{column}") for row in codes)) for column in ("", *codes)),
    )
    cells = {key for line in lines for key in line.members}
    corner = ("t", "0|0")
    known: dict[CellKey, Since | None] = {key: since(1) if key == corner else since(6, 6, 6) for key in cells}
    found = stays(known, corner, lines=lines)
    assert not determined(corner, lines, found)
    assert determined(corner, lines, {corner})
    assert ("t", "|") not in found
    assert len(found) == 4, "the corner, one beside it, one below it and one where those two meet"


def test_that_a_count_that_stays_does_not_follow_from_new_ones() -> None:
    def came(*households: int) -> Since:
        return Since({name: (one, one) for name, one in zip("abcd", households, strict=False)}, 0, None)

    known = {ALL: came(7, 6, 5), ONE: came(1), TWO: came(6, 6, 5), THREE: QUIET}
    changed = {key: Changed(one, one, key == ONE) for key, one in known.items()}
    figures = [
        replace(one, figure=replace(one.figure, measured="count"))
        for one in (marked(k, (LINE,), held=False) for k in known)
    ]
    assert staying(figures, (LINE,), changed, 1, Judge(400, 15)) == {ONE, TWO}
