from itertools import combinations
from math import hypot

import pytest
from PySide6.QtGui import QPainter

from doorbraak.model.dossier.agencies import BONDS, Bond
from doorbraak.model.insight.ecomap import Link, Wait
from doorbraak.ui.drawing import ecomap_lines
from doorbraak.ui.drawing.ink import PAPER
from tests.ui.drawing.pictures import grey, inked

pytestmark = pytest.mark.usefixtures("qapp")
FONT, WIDTH, HEIGHT = 12.0, 240, 30
START = (10.0, 15.0)
CURVES = (((80.0, 15.0), (160.0, 15.0), (230.0, 15.0)),)
MIDDLE = slice(60, 180)


def link(bond: Bond = "helps", *, thickness: float = 3.0, colour: str = "#777777") -> Link:
    return Link("agency 1", "problem 1", colour, thickness, START, CURVES, bond=bond)


def columns(shown: Link, *, gone: bool = False) -> list[list[int]]:
    def draw(painter: QPainter) -> None:
        ecomap_lines.paint_link(painter, shown, FONT, PAPER, gone=gone)

    return inked(grey(WIDTH, HEIGHT, draw))[MIDDLE]


def heights(found: list[list[int]]) -> set[int]:
    return {rows[len(rows) // 2] for rows in found if rows}


def test_that_helping_is_a_whole_straight_line() -> None:
    found = columns(link("helps"))
    assert all(found)
    assert len(heights(found)) == 1


def test_that_a_thin_bond_is_dashed() -> None:
    found = columns(link("thin"))
    assert 20 < sum(not rows for rows in found) < 100
    assert len(heights(found)) == 1


def test_that_a_bond_that_strains_is_jagged_and_whole() -> None:
    found = columns(link("strains"))
    assert all(found)
    assert len(heights(found)) >= 3


def test_that_a_bond_that_nobody_chose_is_slight_with_a_gap_here_and_there() -> None:
    unknown, helps = columns(link("")), columns(link("helps"))
    assert 5 < sum(not rows for rows in unknown) < 20
    assert sum(map(len, unknown)) < 0.85 * sum(map(len, helps))


def test_that_all_four_kinds_differ_without_colour_whatever_the_contacts() -> None:
    for thickness in (0.08 * FONT, 0.5 * FONT):
        shown = {bond: columns(link(bond, thickness=thickness)) for bond in BONDS}
        for one, other in combinations(BONDS, 2):
            differing = sum(a != b for a, b in zip(shown[one], shown[other], strict=True))
            assert differing >= 8, (one, other, thickness)


@pytest.mark.parametrize("bond", BONDS)
def test_that_more_contacts_make_a_line_thicker(bond: Bond) -> None:
    few, many = (sum(map(len, columns(link(bond, thickness=thickness)))) for thickness in (1.5, 6.0))
    assert many > 1.3 * few


def test_that_what_is_gone_is_dotted() -> None:
    found = columns(link("helps", thickness=2), gone=True)
    assert 15 < sum(not rows for rows in found) < 110


@pytest.mark.parametrize("curves", [CURVES, (((10, 60), (200, -40), (90, 15)), ((95, 15), (95, 15), (95, 15))), ()])
def test_that_a_jagged_line_begins_and_ends_where_it_has_to(curves: tuple[()]) -> None:
    path = ecomap_lines.jagged_path(START, curves, FONT)
    end = curves[-1][2] if curves else START
    assert (path.elementAt(0).x, path.elementAt(0).y) == START
    assert hypot(path.currentPosition().x() - end[0], path.currentPosition().y() - end[1]) < 0.01


def test_that_an_arrow_points_at_what_is_waited_for() -> None:
    def ends(knot: int | None) -> tuple[int, int]:
        wait = Wait("problem 1", "problem 2", START, CURVES, knot, "")
        found = inked(grey(WIDTH, HEIGHT, lambda painter: ecomap_lines.paint_wait(painter, wait, FONT, PAPER)))
        return max(map(len, found[10:30])), max(map(len, found[210:230]))

    for knot in (None, 1):
        tail, head = ends(knot)
        assert head >= 2 * tail


def test_that_an_arrow_of_a_knot_is_dashed_and_another_is_not() -> None:
    def gaps(knot: int | None) -> int:
        wait = Wait("problem 1", "problem 2", START, CURVES, knot, "")
        found = inked(grey(WIDTH, HEIGHT, lambda painter: ecomap_lines.paint_wait(painter, wait, FONT, PAPER)))
        return sum(not rows for rows in found[MIDDLE])

    assert gaps(None) == 0
    assert gaps(1) > 20


def test_that_what_crosses_an_arrow_of_a_knot_is_kept_off_and_heads_of_others_are_not() -> None:
    def drawn(*waits: Wait) -> list[bytes]:
        def draw(painter: QPainter) -> None:
            for wait in waits:
                ecomap_lines.paint_wait(painter, wait, FONT, PAPER)

        return grey(WIDTH, HEIGHT, draw)

    back = Wait("problem 2", "problem 1", CURVES[0][2], (((160.0, 15.0), (80.0, 15.0), START),), 1, "")
    there = Wait("problem 1", "problem 2", START, CURVES, 1, "")
    heads = inked(drawn(back, there))[10:18]
    assert max(map(len, heads)) >= max(map(len, inked(drawn(back))[10:18]))
    low = tuple((x, 18.0) for x in (80.0, 160.0, 230.0))
    beside = Wait("problem 3", "problem 4", (10.0, 18.0), (low,), None, "")
    assert sum(map(len, inked(drawn(beside, there))[MIDDLE])) < sum(map(len, inked(drawn(there, beside))[MIDDLE]))


def test_that_an_arrow_of_a_knot_that_is_open_then_is_quiet_and_still_dashed() -> None:
    def ink(*, gone: bool) -> tuple[int, int]:
        wait = Wait("problem 1", "problem 2", START, CURVES, 1, "")
        rows = inked(
            grey(WIDTH, HEIGHT, lambda painter: ecomap_lines.paint_wait(painter, wait, FONT, PAPER, gone=gone))
        )
        return sum(map(len, rows[MIDDLE])), sum(not each for each in rows[MIDDLE])

    loud, quiet = ink(gone=False), ink(gone=True)
    assert quiet[0] < 0.7 * loud[0]
    assert min(loud[1], quiet[1]) > 20


def test_that_a_wait_without_a_way_does_not_stop_the_drawing() -> None:
    grey(20, 20, lambda painter: ecomap_lines.paint_wait(painter, Wait("a", "b", (5, 5), (), None, ""), FONT, PAPER))


def test_that_what_is_dimmed_is_lighter() -> None:
    def darkest(strength: float) -> int:
        rows = grey(WIDTH, HEIGHT, lambda painter: ecomap_lines.paint_link(painter, link(), FONT, PAPER, strength))
        return min(min(row) for row in rows)

    assert darkest(0.25) > darkest(1.0) + 60
