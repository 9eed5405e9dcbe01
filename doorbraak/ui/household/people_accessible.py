"""The genogram for a screen reader: the drawing is a list, each sign in it an item with its sentence.

A sign is no widget: Qt asks an object for each, so `Told` stands in for it as long as the person is drawn.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow
from shiboken6 import isValid

from doorbraak.ui.accessible import Accessible

if TYPE_CHECKING:
    from doorbraak.ui.household.people_genogram import GenogramView


class Told(QObject):
    """One person of the drawing, as somebody who listens meets them."""

    def __init__(self, view: "GenogramView", person: int) -> None:
        super().__init__(view)
        self.view, self.person = view, person
        self.accessible: QAccessibleInterface | None = None

    def made_accessible(self) -> QAccessibleInterface:
        self.accessible = SignAccessible(self)
        return self.accessible


class GenogramAccessible(Accessible):
    def __init__(self, view: "GenogramView") -> None:
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

    def _signs(self) -> list[Told]:
        return self._view.told() if self.isValid() else []

    def childCount(self) -> int:
        return len(self._signs())

    def child(self, at: int) -> QAccessibleInterface | None:
        signs = self._signs()
        return QAccessible.queryAccessibleInterface(signs[at]) if 0 <= at < len(signs) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        found = (one for one in self._signs() if place(one).contains(x, y))
        sign = next(found, None)
        return QAccessible.queryAccessibleInterface(sign) if sign is not None else None

    def focusChild(self) -> QAccessibleInterface | None:
        here = (one for one in self._signs() if self._view.hasFocus() and one.person == self._view.chosen)
        sign = next(here, None)
        return QAccessible.queryAccessibleInterface(sign) if sign is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        wanted = child.object()
        return next((at for at, sign in enumerate(self._signs()) if sign is wanted), -1)

    def text(self, kind: QAccessible.Text) -> str:
        if not self.isValid():
            return ""
        if kind == QAccessible.Text.Name:
            return self._view.accessibleName()
        return self._view.accessibleDescription() if kind == QAccessible.Text.Description else ""

    def rect(self) -> QRect:
        return QRect(self._view.mapToGlobal(QPoint()), self._view.size()) if self.isValid() else QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = 1
        state.focused = int(self.isValid() and self._view.hasFocus())
        state.invisible = int(not self.isValid() or not self._view.isVisible())
        return state


class SignAccessible(Accessible):
    """A person: the name is the sentence."""

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told

    def isValid(self) -> bool:
        return isValid(self._told) and isValid(self._told.view)

    def object(self) -> QObject | None:
        return self._told if self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:
        return QAccessible.queryAccessibleInterface(self._told.view) if self.isValid() else None

    def text(self, kind: QAccessible.Text) -> str:
        named = kind == QAccessible.Text.Name and self.isValid()
        return self._told.view.sentence_of(self._told.person) if named else ""

    def rect(self) -> QRect:
        return place(self._told) if self.isValid() else QRect()

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.selectable = 1
        if not self.isValid():
            state.invalid = 1
            return state
        view = self._told.view
        here = view.chosen == self._told.person
        state.selected = int(here)
        state.focused = int(here and view.hasFocus())
        state.invisible = int(not view.isVisible())
        return state


def place(told: Told) -> QRect:
    """On the screen."""
    there = told.view.rect_of(told.person).toAlignedRect()
    return QRect(told.view.mapToGlobal(there.topLeft()), there.size())
