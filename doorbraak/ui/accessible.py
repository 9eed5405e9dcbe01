"""Drawings for a screen reader: what answers for something that is drawn and is no widget.

Qt makes an interface when it is asked for one and drops it with its object; who it belongs to keeps a reference, since
Python would let it go at once.
"""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QWindow


def _interface_of(_: str, thing: QObject) -> QAccessibleInterface | None:
    make = getattr(thing, "made_accessible", None)
    return make() if make is not None else None


_installed: list[Any] = []


def install() -> None:
    """Once in a process: Qt keeps what it is given for good."""
    if not _installed:
        _installed.append(_interface_of)
        QAccessible.installFactory(_interface_of)


class Accessible(QAccessibleInterface):
    """What a drawing and the things in it have in common."""

    def window(self) -> QWindow | None:
        above = self.parent()
        return above.window() if above is not None else None

    def childCount(self) -> int:
        return 0

    def child(self, at: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names come from the records."""

    def relations(self, match: Any = None) -> list[Any]:
        return []
