"""The mouse on the map: choose, move a thing, link two with Shift, push the ground along."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from doorbraak.ui.household.map_edits import parted

if TYPE_CHECKING:
    from doorbraak.ui.household.map_view import MapView


class Pointer:
    """One press, until it is let go. Nothing is written before that, and Escape makes it nothing."""

    def __init__(self, view: "MapView") -> None:
        self._view = view
        self._pressed: QPoint | None = None
        self._last = QPoint()
        self._held = ""
        self._linking = False
        self._moved = False

    @property
    def busy(self) -> bool:
        return self._pressed is not None

    def press(self, event: QMouseEvent) -> None:
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            return
        self.let_go()
        view, at = self._view, event.position().toPoint()
        item = view.item_at(at) if event.button() == Qt.MouseButton.LeftButton else None
        if item is not None and view.linking:
            view.link_to(item.id)
            return
        self._pressed = self._last = at
        self._held = item.id if item is not None else ""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._linking = shift and parted(self._held) is not None
        if item is not None:
            view.map.choose(item.id)

    def move(self, event: QMouseEvent) -> None:
        view, at = self._view, event.position().toPoint()
        if self._pressed is None:
            item = view.item_at(at)
            view.map.hover(item.id if item is not None else "")
            return
        if not self._moved:
            self._moved = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            if not self._moved:
                return
        if self._linking:
            item = view.item_at(at)
            view.show_rubber(self._held, at)
            view.map.hover(item.id if item is not None else "")
        elif view.map.node(self._held) is not None:
            far = self._far(at)
            view.map.drag(self._held, far.x(), far.y())
            view.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            view.push(self._last - at)
        self._last = at

    def release(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        view, at, held = self._view, event.position().toPoint(), self._held
        moved, linking = self._moved, self._linking
        far = self._far(at)
        self._forget()
        if linking and moved:
            item = view.item_at(at)
            if item is not None:
                view.edits.link(held, item.id)
        elif moved and view.map.node(held) is not None:
            view.drop(held, far)
        elif not moved and not held and event.button() == Qt.MouseButton.LeftButton:
            view.map.choose("")

    def let_go(self) -> None:
        """As if it never began."""
        if self._pressed is not None:
            dragged = self._moved and not self._linking
            self._forget()
            if dragged:
                self._view.map.put_back()

    def _forget(self) -> None:
        self._pressed, self._held, self._moved, self._linking = None, "", False, False
        self._view.show_rubber("", QPoint())
        self._view.unsetCursor()

    def _far(self, at: QPoint) -> QPointF:
        return self._view.mapToScene(at) - self._view.mapToScene(self._pressed or at)
