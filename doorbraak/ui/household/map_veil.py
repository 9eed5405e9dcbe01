"""What is veiled while somebody looks at one thing: painted once, so that an edit of that thing costs little."""

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsView

from doorbraak.ui import theme
from doorbraak.ui.household.map_scene import MapScene

_VEIL = 0.75  # how much of the ground lies over it


class Veil:
    """One picture, as large as the view, of all that does not belong to what is looked at."""

    def __init__(self, view: QGraphicsView, scene: MapScene) -> None:
        self._view, self._scene = view, scene
        self._picture: QPixmap | None = None
        self._made_of: tuple[Any, ...] = ()

    def forget(self) -> None:
        self._picture = None

    def paint(self, painter: QPainter) -> None:
        """Under all else, wherever the view stands; nothing when nothing is veiled."""
        if not self._scene.is_veiled:
            self._picture = None
            return
        view = self._view.viewport()
        made_of = (self._view.viewportTransform(), view.size(), view.devicePixelRatio())
        if self._picture is None or made_of != self._made_of:
            self._made_of = made_of
            self._picture = QPixmap(view.size() * view.devicePixelRatio())
            self._picture.setDevicePixelRatio(view.devicePixelRatio())
            self._draw(self._picture)
        painter.save()
        painter.resetTransform()
        painter.drawPixmap(0, 0, self._picture)
        painter.restore()

    def _draw(self, picture: QPixmap) -> None:
        ground = QColor(theme.current().ground)
        picture.fill(ground)
        painter = QPainter(picture)
        painter.setRenderHints(self._view.renderHints())
        painter.setTransform(self._view.viewportTransform())
        for item in self._scene.veiled():
            item.draw(painter)
        painter.resetTransform()
        ground.setAlphaF(_VEIL)
        painter.fillRect(QRectF(self._view.viewport().rect()), ground)
        painter.end()
