"""A sign for each life domain, so that colour alone never tells them apart: our own, from resources/icons."""

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF
from PySide6.QtGui import QPainter

from doorbraak import paths

if TYPE_CHECKING:
    from PySide6.QtSvg import QSvgRenderer

_INK = "#000000"  # in the files: what is drawn gets the colour that it is asked in


def paint_icon(painter: QPainter, domain: str, colour: str, box: QRectF) -> None:
    """`colour` is one that can be seen on the ground. A domain of a newer list, that has no sign here, gets none."""
    renderer = _renderer(domain, colour)
    if renderer is not None:
        renderer.render(painter, box)


@lru_cache(maxsize=128)
def _renderer(domain: str, colour: str) -> "QSvgRenderer | None":
    from PySide6.QtSvg import QSvgRenderer  # late: a list without signs needs none of it

    file = paths.resources() / "icons" / f"leefgebied-{domain}.svg"
    if not domain.isalnum() or not file.is_file():
        return None
    return QSvgRenderer(QByteArray(file.read_bytes().replace(_INK.encode(), colour.encode())))
