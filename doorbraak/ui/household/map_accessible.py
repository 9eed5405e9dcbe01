"""The map for a screen reader: Qt tells it nothing of what is in a scene, so the view and each item answer here."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QWindow
from shiboken6 import isValid

from doorbraak.ui.accessible import Accessible

if TYPE_CHECKING:
    from doorbraak.ui.household.map_items import MapItem
    from doorbraak.ui.household.map_view import MapView


def tell_focus(item: "MapItem") -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.Focus))


def tell_name(item: "MapItem") -> None:
    """It is called otherwise now: who listens hears what an edit made of it."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleEvent(item, QAccessible.Event.NameChanged))


class ViewAccessible(Accessible):
    """The map as a list of all that can be met on it."""

    def __init__(self, view: "MapView") -> None:
        super().__init__()
        self._view = view

    def isValid(self) -> bool:
        return isValid(self._view)

    def object(self) -> QObject | None:
        return self._view if self.isValid() else None

    def window(self) -> QWindow | None:
        return self._view.window().windowHandle() if self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:
        above = self._view.parentWidget() if self.isValid() else None
        return QAccessible.queryAccessibleInterface(above) if above is not None else None

    def _items(self) -> "list[MapItem]":
        return self._view.map.told() if self.isValid() else []

    def childCount(self) -> int:
        return len(self._items())

    def child(self, at: int) -> QAccessibleInterface | None:
        items = self._items()
        return QAccessible.queryAccessibleInterface(items[at]) if 0 <= at < len(items) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        item = self._view.item_at(self._view.viewport().mapFromGlobal(QPoint(x, y))) if self.isValid() else None
        return QAccessible.queryAccessibleInterface(item) if item is not None else None

    def focusChild(self) -> QAccessibleInterface | None:
        item = self._view.map.current_item() if self.isValid() and self._view.hasFocus() else None
        return QAccessible.queryAccessibleInterface(item) if item is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        wanted = child.object()
        return next((at for at, item in enumerate(self._items()) if item is wanted), -1)

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self._view.accessibleName()
        return self._view.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        if not self.isValid():
            return QRect()
        return QRect(self._view.mapToGlobal(QPoint()), self._view.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = 1
        state.focused = int(self.isValid() and self._view.hasFocus())
        state.invisible = int(not self.isValid() or not self._view.isVisible())
        return state


class ItemAccessible(Accessible):
    """A node, line, knot or person: its name is its sentence."""

    def __init__(self, item: "MapItem") -> None:
        super().__init__()
        self._item = item

    def _view(self) -> "MapView | None":
        """None once the item left its scene."""
        scene = self._item.scene() if isValid(self._item) else None
        return next(iter(scene.views()), None) if scene is not None else None  # type: ignore[return-value]

    def isValid(self) -> bool:
        return self._view() is not None

    def object(self) -> QObject | None:
        return self._item if isValid(self._item) else None

    def parent(self) -> QAccessibleInterface | None:
        view = self._view()
        return QAccessible.queryAccessibleInterface(view) if view is not None else None

    def text(self, kind: QAccessible.Text) -> str:
        return self._item.sentence if kind == QAccessible.Text.Name and self.isValid() else ""

    def rect(self) -> QRect:
        view = self._view()
        if view is None:
            return QRect()
        seen = view.mapFromScene(self._item.sceneBoundingRect()).boundingRect()
        return QRect(view.viewport().mapToGlobal(seen.topLeft()), seen.size())

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        view, state = self._view(), QAccessible.State()
        state.focusable = state.selectable = 1
        if view is None:
            state.invalid = 1
        else:
            here = view.map.current == self._item.id
            state.selected = int(here)
            state.focused = int(here and view.hasFocus())
            state.offscreen = int(not self.rect().intersects(QRect(view.mapToGlobal(QPoint()), view.size())))
        return state
