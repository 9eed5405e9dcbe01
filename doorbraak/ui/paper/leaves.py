"""Any paper, a document or the fridge card, as A4 pages to paint: the same on the screen, on a printer and in a PDF."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from doorbraak.model.documents.fridge_card import FridgeCard
from doorbraak.ui.paper import card, page
from doorbraak.ui.paper.written import ACCENT

if TYPE_CHECKING:
    from doorbraak.model.documents.printable import Made

RATIO = page.HEIGHT / page.WIDTH


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page, upright. `paint` draws it at 0, 0, as wide and high as `page` says. `headings`: of the sections that
    begin on it.
    """

    text: str
    paint: Callable[[QPainter], None]
    headings: tuple[str, ...] = ()


def leaves_of(made: "Made") -> tuple[Leaf, ...]:
    """Needs an application (offscreen.ensure)."""
    if isinstance(made, FridgeCard):
        place = QRectF(0, 0, page.WIDTH, page.HEIGHT)
        return (Leaf(made.text, lambda painter: card.draw_card(painter, place, made)),)
    sections = frozenset(section.heading for section in made.sections)
    return tuple(Leaf(one.text(), one.paint, _headings(one, sections)) for one in page.pages_of(made))


def _headings(one: page.Page, sections: frozenset[str]) -> tuple[str, ...]:
    """In their own colour: a row of a table may say the same."""
    words = (item for item in one.items if isinstance(item, page.Words))
    return tuple(item.text for item in words if item.colour == ACCENT and item.text in sections)


def image(leaf: Leaf, width: int) -> QImage:
    """So many pixels wide, on white whatever the colours of the screen are."""
    found = QImage(width, round(width * RATIO), QImage.Format.Format_RGB32)
    found.fill(Qt.GlobalColor.white)
    painter = QPainter(found)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(width / page.WIDTH, width / page.WIDTH)
    leaf.paint(painter)
    painter.end()
    return found
