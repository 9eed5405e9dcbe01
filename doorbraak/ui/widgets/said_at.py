"""A sentence at what it is about: over what lies below it, so that nothing moves, and clicks go through it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QWidget

from doorbraak.ui import theme

_WIDEST = 380  # pixels, at letters of the usual size
_PLACED = frozenset(
    {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ParentChange}
)


class SaidAt(QObject):
    """Belongs to `about`. Its label stands on the page or in the window that this is on, and is made when there is
    something to say.
    """

    def __init__(self, about: QWidget) -> None:
        super().__init__(about)
        self._about = about
        self._label: QLabel | None = None
        self._at: tuple[QWidget, QRect, QRect | None] | None = None

    def wanted(self, found: Sequence[Any]) -> bool:
        """Whether there is something to say, or something said to take away: asked at each step through a table."""
        return bool(found) or (self._label is not None and bool(self._label.text()))

    def say(self, sentence: str, inside: QWidget, at: QRect, free: QRect | None = None) -> None:
        """At `at` of `inside`, under it or else above it; never over `free`. An empty sentence takes it away."""
        if self._label is None:
            if not sentence:
                return
            self._label = self._made()
        self._at = inside, at, free
        self._label.setText(sentence)
        self._label.setAccessibleDescription(sentence)
        self._place()

    def _made(self) -> QLabel:
        """On the page itself: a low table has no room for it."""
        holder = self._about.parentWidget() or self._about
        watched = [self._about]
        while not (holder.isWindow() or isinstance(holder.parentWidget().parentWidget(), QAbstractScrollArea)):
            watched.append(holder)
            holder = holder.parentWidget()
        made = QLabel(holder)
        made.setObjectName("notice")
        made.setTextFormat(Qt.TextFormat.PlainText)
        made.setWordWrap(True)
        made.setAccessibleName(self.tr("Melding bij een vak"))
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for one in watched:
            one.installEventFilter(self)
        return made

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _PLACED:
            self._place()
        return False

    def _place(self) -> None:
        label = self._label
        if label is None or self._at is None:
            return
        inside, at, free = self._at
        holder, room = label.parentWidget(), inside.rect()
        there = bool(label.text()) and self._about.isVisibleTo(holder) and room.intersects(at)
        spot = self._spot(label, inside, at, free) if there else None
        label.setVisible(spot is not None)
        if spot is not None:
            label.setGeometry(spot)
            label.raise_()

    def _spot(self, label: QLabel, inside: QWidget, at: QRect, free: QRect | None) -> QRect | None:
        """The first place that holds it; None where it would lie over what has to stay free."""
        holder = label.parentWidget()
        corner = inside.mapTo(holder, QPoint(0, 0))
        cell, kept = at.translated(corner), free.translated(corner) if free is not None else QRect()
        label.setWordWrap(False)
        wide = min(label.sizeHint().width() + 2, round(_WIDEST * theme.zoom()), holder.width())
        label.setWordWrap(True)
        high = label.heightForWidth(wide)
        left = max(0, min(cell.left(), holder.width() - wide))
        for top in (cell.bottom() + 1, cell.top() - high):
            spot = QRect(left, top, wide, high)
            if holder.rect().contains(spot) and not spot.intersects(kept):
                return spot
        return None
