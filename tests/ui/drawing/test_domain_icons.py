"""A sign for each life domain: there, its own without colour, in the colour that was asked, and quiet about others."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from doorbraak.model import catalogue
from doorbraak.model.insight.ecomap import Heading
from doorbraak.model.insight.ecomap_labels import Label
from doorbraak.ui.drawing import ecomap_nodes
from doorbraak.ui.drawing.domain_icons import paint_icon
from doorbraak.ui.drawing.ink import PAPER
from tests.ui.drawing.pictures import grey, inked

pytestmark = pytest.mark.usefixtures("qapp")
DOMAINS = tuple(catalogue.load().life_domains)
SMALL = 16


def drawn(domain: str, side: int = SMALL, colour: str = "#000000") -> list[bytes]:
    return grey(side, side, lambda painter: paint_icon(painter, domain, colour, QRectF(0, 0, side, side)))


def test_that_every_life_domain_has_a_sign_and_each_differs_without_colour_as_small_as_it_is_shown() -> None:
    signs = {domain: drawn(domain) for domain in DOMAINS}
    for one, other in combinations(DOMAINS, 2):
        far = sum(
            abs(a - b) > 60 for rows in zip(signs[one], signs[other], strict=True) for a, b in zip(*rows, strict=True)
        )
        assert far > 25, (one, other)


def test_that_it_has_the_colour_that_was_asked() -> None:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint_icon(painter, "wonen", "#AA0000", QRectF(0, 0, 64, 64))
    painter.end()
    seen = {image.pixelColor(x, y).name().upper() for x in range(64) for y in range(64)}
    assert {"#AA0000", "#FFFFFF"} <= seen
    assert "#000000" not in seen


@pytest.mark.parametrize("domain", ["", "nieuw", "../doorbraak", "wonen/../geld"])
def test_that_a_domain_of_a_newer_list_has_none_and_no_name_reads_another_file(domain: str) -> None:
    assert drawn(domain) == grey(SMALL, SMALL, lambda painter: None)


def test_that_a_heading_on_the_map_has_it_in_the_row_of_the_signs() -> None:
    label = Label(("Wonen",), 50, 10, 60, 17, to_left=False)

    def shown(domain: str) -> list[bytes]:
        heading = Heading(domain, "#AA8866", label, 30, 20)
        return grey(120, 40, lambda painter: ecomap_nodes.paint_heading(painter, heading, 14.0, PAPER))

    box = ecomap_nodes.heading_sign(Heading("wonen", "#AA8866", label, 30, 20), 14.0)
    assert box.center().x() == 30
    assert box.right() < 50
    more = sum(map(len, inked(shown("wonen")))) - sum(map(len, inked(shown("nieuw"))))
    assert more > 30
