"""What the next step will need, loaded while somebody looks or types: the window comes first."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

Piece = Callable[[], object]
_SETTLED = 150  # milliseconds in which the desktop gives a new window its place and the keys: it paints again then


class ReadingAhead(QObject):
    """A piece at a time, so that keys that are typed meanwhile don't wait long. `pieces`: what is still to be done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pieces: list[Piece] = []

    def plan(self, *pieces: Piece) -> None:
        """Instead of what was planned; done once the window is painted."""
        self.pieces = list(pieces)

    def add(self, pieces: Iterable[Piece]) -> None:
        self.pieces.extend(pieces)

    def forget(self) -> None:
        self.pieces = []

    def begin(self) -> None:
        """The window is painted."""
        if self.pieces:
            QTimer.singleShot(_SETTLED, self, self._next)

    def _next(self) -> None:
        if self.pieces:
            self.pieces.pop(0)()
            QTimer.singleShot(0, self, self._next)
