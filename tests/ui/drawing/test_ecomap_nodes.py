from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from doorbraak.model.dossier.problems import OWNERS
from doorbraak.model.insight.ecomap import KnotMark, Node
from doorbraak.model.insight.ecomap_labels import Label
from doorbraak.ui.drawing import ecomap_nodes
from doorbraak.ui.drawing.ink import PAPER
from tests.ui.drawing.pictures import grey, inked

pytestmark = pytest.mark.usefixtures("qapp")
FONT = 14.0
NO_WORDS = Label((), 20, 20, 0, 0, to_left=False)


def node(id_: str = "problem 1", label: Label = NO_WORDS, **given: object) -> Node:
    return Node(id_, "Naam", 20, 20, "#1D2730", label, **given)


def shown(one: Node, width: int = 40, **how: bool) -> list[bytes]:
    def draw(painter: QPainter) -> None:
        ecomap_nodes.paint_node(painter, one, FONT, PAPER, **how)

    return grey(width, 40, draw)


def differing(one: list[bytes], other: list[bytes]) -> int:
    return sum(abs(a - b) > 60 for row, row2 in zip(one, other, strict=True) for a, b in zip(row, row2, strict=True))


def test_that_every_owner_and_an_agency_have_a_shape_of_their_own_without_colour() -> None:
    signs = {owner: shown(node(owner=owner)) for owner in OWNERS} | {"agency": shown(node("agency 1"))}
    for one, other in combinations(signs, 2):
        assert differing(signs[one], signs[other]) > 15, (one, other)


def test_that_the_key_problem_has_a_ring() -> None:
    assert differing(shown(node(owner="system")), shown(node(owner="system", key=True))) > 60


def test_that_an_agency_that_is_gone_is_open_and_struck_through() -> None:
    assert differing(shown(node("agency 1")), shown(node("agency 1"), gone=True)) > 40
    label = Label(("Naam",), 40, 12, 40, 17, to_left=False)
    plain, gone = shown(node("agency 1", label), 90), shown(node("agency 1", label), 90, gone=True)

    def longest_line(rows: list[bytes]) -> int:
        return max(sum(tone < 235 for tone in row[40:80]) for row in rows)

    assert longest_line(gone) > longest_line(plain) + 5


def test_that_where_the_keyboard_is_and_what_is_chosen_differ_from_rest_and_each_other() -> None:
    ways = [shown(node()), shown(node(), focused=True), shown(node(), chosen=True)]
    for one, other in combinations(ways, 2):
        assert one != other
    assert differing(ways[0], ways[1]) > 40


@pytest.mark.parametrize("font", [11.0, 14.0, 22.0])
@pytest.mark.parametrize("to_left", [False, True])
def test_that_what_is_hit_holds_sign_and_label_and_is_large_enough(font: float, to_left: bool) -> None:
    label = Label(("Naam",), 100 + (-font if to_left else font), 95, 44, 12, to_left=to_left)
    box = ecomap_nodes.node_box(Node("problem 1", "Naam", 100, 100, "#000000", label), font)
    left, top, right, bottom = label.box
    for point in (QPointF(100, 100), QPointF(left, top), QPointF(right, bottom)):
        assert box.contains(point)
    small = ecomap_nodes.node_box(Node("problem 1", "", 100, 100, "#000000", Label((), 100, 100, 0, 0, False)), 8)
    assert min(small.width(), small.height()) >= 24


def test_that_the_name_of_a_knot_is_bolder_than_its_words() -> None:
    mark = KnotMark(1, (), Label(("Knoop 1", "Knoop 1"), 5, 4, 80, 36, to_left=False), "")
    found = grey(90, 44, lambda painter: ecomap_nodes.paint_knot(painter, mark, FONT, PAPER))
    first, second = inked(found[6:22], 128), inked(found[23:40], 128)
    assert sum(map(len, first)) > 1.15 * sum(map(len, second)) > 0
