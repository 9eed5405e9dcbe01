from itertools import combinations
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QImage, QPainter

from doorbraak.model.insight.genogram import Genogram, Sign, Tie
from doorbraak.ui.drawing.genogram import paint_genogram, sign_path
from doorbraak.ui.drawing.ink import PAPER, Ink, of_theme
from doorbraak.ui.theme import THEMES

STYLES: tuple[Any, ...] = ("solid", "dotted", "broken", "strained", "close")


def sign(**given: Any) -> Sign:
    plain: dict[str, Any] = {"person": 1, "name": "Anna", "inside": "42", "x": 1.5, "y": 1.0, "shape": "circle",
                             "lives_here": "yes", "died": False, "sentence": "Anna."}  # fmt: skip
    return Sign(**plain | given)


def painted(*signs: Sign, ties: tuple[Tie, ...] = (), unit: float = 50, ink: Ink = PAPER, **how: Any) -> QImage:
    image = QImage(int(3 * unit) + 40, int(2.4 * unit) + 40, QImage.Format.Format_RGB32)
    image.fill(ink.ground)
    painter, font = QPainter(image), QFont()
    font.setPixelSize(13)
    before = painter.font(), painter.pen(), painter.transform()
    paint_genogram(painter, Genogram(3, 2.4, signs, ties), QPointF(20, 20), unit, font, ink, **how)
    assert (painter.font(), painter.pen(), painter.transform()) == before
    painter.end()
    return image


def grey(image: QImage) -> QImage:
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def tie(style: Any) -> Tie:
    return Tie((1,), (1, 2), style, ((0.2, 1.0), (2.8, 1.0)), "")


def test_that_every_style_of_line_differs_without_colour(qapp: object) -> None:
    pictures = [grey(painted(ties=(tie(style),))) for style in STYLES]
    assert all(one != other for one, other in combinations(pictures, 2))


@pytest.mark.parametrize(
    ("field", "values"),
    [("shape", ("square", "circle", "diamond", "unknown")), ("lives_here", ("yes", "partly", "no")),
     ("died", (False, True)), ("inside", ("", "?", "8"))],
)  # fmt: skip
def test_that_signs_differ_without_colour(qapp: object, field: str, values: tuple[Any, ...]) -> None:
    pictures = [grey(painted(sign(**{field: value}))) for value in values]
    assert all(one != other for one, other in combinations(pictures, 2))


def test_that_small_signs_have_no_name_and_large_ones_do(qapp: object) -> None:
    assert painted(sign(), unit=30) == painted(sign(name="Bo"), unit=30)
    assert painted(sign(), unit=40) != painted(sign(name="Bo"), unit=40)


def test_that_the_chosen_one_is_seen(qapp: object) -> None:
    assert painted(sign(), chosen=1) != painted(sign()) == painted(sign(), chosen=2)


def test_that_a_long_name_stays_within_its_own_room(qapp: object) -> None:
    image = painted(sign(name="Zelfgekozen steunfiguur Annemarie Wilhelmina"))
    ground = image.pixel(0, 0)
    marked = [x for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground]
    assert min(marked) > 20 + 1.5 * 50 - 45
    assert max(marked) < 20 + 1.5 * 50 + 45


@pytest.mark.parametrize("name", THEMES)
def test_that_it_is_painted_in_every_theme(qapp: object, name: str) -> None:
    ink = of_theme(THEMES[name])
    image = painted(sign(), ties=tuple(tie(style) for style in STYLES), ink=ink)
    assert image.pixelColor(2, 2).name().casefold() == ink.ground.casefold()
    assert image != painted(ink=ink)


def test_that_half_strength_fades(qapp: object) -> None:
    full, faded = painted(ties=(tie("solid"),)), painted(ties=(tie("solid"),), strength=0.5)
    assert min(full.pixelColor(90, y).lightness() for y in range(full.height())) < min(
        faded.pixelColor(90, y).lightness() for y in range(faded.height())
    )


def test_that_a_sign_fills_its_own_place_only(qapp: object) -> None:
    for shape in ("square", "circle", "diamond", "unknown"):
        box = sign_path(sign(shape=shape), 50).boundingRect()
        assert box.center().toPoint() == QPointF(75, 50).toPoint()
        assert max(box.width(), box.height()) <= 50
