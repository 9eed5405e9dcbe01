"""Which sums stay because who subtracts would know another one."""

from collections.abc import Mapping
from fractions import Fraction

import pytest

from doorbraak.model.exchange.figures_tied import Line
from doorbraak.model.exchange.ledger import Since
from doorbraak.model.exchange.ledger_amounts import Difference, Moved
from doorbraak.model.exchange.ledger_lines import staying
from doorbraak.model.exchange.published_rules import LIMITS
from doorbraak.model.exchange.table_catalogue import CellKey

P = 15
ALL, ONE, TWO, THREE = (("t", code) for code in ("", "1", "2", "3"))
LINE = Line(ALL, (ONE, TWO, THREE))
QUIET = Since({}, 0, Difference({}, {}))


def since(*households: int) -> Since:
    """Of each sender so many changed, each by ten thousand."""
    names = "abcdef"[: len(households)]
    moved = {
        name: Moved(10_000, 10_000 * min(2, number), 10_000 * number, 10_000 * number)
        for name, number in zip(names, households, strict=True)
        if number
    }
    apart = {name: (number, number) for name, number in zip(names, households, strict=True)}
    return Since(apart, 0, Difference({name: one.least for name, one in moved.items()}, moved))


def stays(known: Mapping[CellKey, Since | None], *alone: CellKey, lines: tuple[Line, ...] = (LINE,)) -> set[CellKey]:
    return set(staying(lines, known, frozenset(alone), LIMITS, P))


def test_that_a_total_stays_with_a_single_part_that_has_to() -> None:
    known = {ALL: since(6, 6, 6), ONE: since(1), TWO: since(6, 6, 5), THREE: QUIET}
    assert stays(known, ONE) == {ALL, ONE}
    assert stays(known) == set()


def test_that_a_total_is_new_where_the_parts_that_stay_changed_enough_together() -> None:
    some = since(4, 4, 4)
    assert stays({ALL: since(9, 9, 9), ONE: some, TWO: some, THREE: since(9, 9, 9)}, ONE, TWO) == {ONE, TWO}
    few = since(1, 1)
    assert stays({ALL: since(9, 9, 9), ONE: few, TWO: few, THREE: since(9, 9, 9)}, ONE, TWO) == {ALL, ONE, TWO}


def test_that_a_total_that_has_to_stay_keeps_the_part_in_which_least_changed() -> None:
    """Ten went from the one part to the other and one came: the parts by themselves would tell."""
    known = {ALL: since(0, 1), ONE: since(5, 5, 5), TWO: since(5, 6, 5), THREE: QUIET}
    assert stays(known, ALL) == {ALL, ONE}


def test_that_what_nobody_changed_hides_nothing() -> None:
    known = {ALL: since(6, 6, 7), ONE: since(0, 0, 1), TWO: since(6, 6, 6), THREE: QUIET}
    assert THREE not in stays(known, ONE)


def test_that_a_total_of_which_nothing_stands_there_stays_hidden() -> None:
    assert stays({ALL: None, ONE: since(1), TWO: since(6, 6, 5), THREE: QUIET}, ONE) == {ALL, ONE}


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
    assert found < cells
