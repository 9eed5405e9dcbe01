"""The pages of one paper as they will be printed, under each other, each drawn when it comes in sight."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from doorbraak.ui import theme

if TYPE_CHECKING:
    from doorbraak.ui.paper.leaves import Leaf

Fit = Literal["width", "page", "large"]
_AROUND = 12  # pixels round a page
_OVERLAP = 40  # pixels of what was read last that stay in sight
_NARROWEST = 160
_KEYS = {
    Qt.Key.Key_PageDown: 1,
    Qt.Key.Key_Space: 1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Backspace: -1,
}


class PaperView(QAbstractScrollArea):
    """PageUp and PageDown go on by what is in sight and never past the top of a page; `turned` tells which one it is.

    Paper is white whatever the colours of the screen are.
    """

    turned = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._leaves: tuple[Leaf, ...] = ()
        self._images: dict[int, QImage] = {}
        self._fit: Fit = "width"
        self._told = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else the width follows the height
        self.verticalScrollBar().valueChanged.connect(self._moved)
        self.horizontalScrollBar().valueChanged.connect(self._moved)

    def show_leaves(self, leaves: "Sequence[Leaf]", name: str, words: str, *, from_top: bool) -> None:
        """`words` is all that stands on them, for who can't see them."""
        self._leaves, self._images = tuple(leaves), {}
        self.setAccessibleName(name)
        self.setAccessibleDescription(words)
        self._measure()
        if from_top:
            self.verticalScrollBar().setValue(0)
        self._moved()

    def fit(self, how: Fit) -> None:
        """The page in sight stays in sight."""
        at = self.at
        self._fit = how
        self._measure()
        self.go(at)
        self._moved()

    # -- where what is --------------------------------------------------------------------------------

    @property
    def _wide(self) -> float:
        """Of a page, in pixels."""
        from doorbraak.ui.paper.leaves import RATIO

        room = max(_NARROWEST, self.viewport().width() - 2 * _AROUND)
        if self._fit == "page":
            return min(room, max(_NARROWEST, (self.viewport().height() - 2 * _AROUND) / RATIO))
        return 2.0 * room if self._fit == "large" else float(room)

    @property
    def _pitch(self) -> float:
        """From the top of one page to that of the next."""
        from doorbraak.ui.paper.leaves import RATIO

        return self._wide * RATIO + _AROUND

    @property
    def at(self) -> int:
        """Which page, from 0, has the middle of what is in sight."""
        middle = self.verticalScrollBar().value() + self.viewport().height() / 2
        return max(0, min(len(self._leaves) - 1, int((middle - _AROUND / 2) / self._pitch)))

    def go(self, at: int) -> None:
        """The top of a page comes above."""
        self.verticalScrollBar().setValue(round(max(0, min(len(self._leaves) - 1, at)) * self._pitch))

    def _measure(self) -> None:
        upright, across = self.verticalScrollBar(), self.horizontalScrollBar()
        high, wide = self.viewport().height(), self.viewport().width()
        share = upright.value() / upright.maximum() if upright.maximum() else 0.0
        upright.setRange(0, max(0, round(_AROUND + len(self._leaves) * self._pitch) - high))
        upright.setPageStep(high)
        upright.setSingleStep(round(_OVERLAP * theme.zoom()))
        upright.setValue(round(share * upright.maximum()))
        across.setRange(0, max(0, round(self._wide + 2 * _AROUND) - wide))
        across.setPageStep(wide)
        across.setSingleStep(round(_OVERLAP * theme.zoom()))

    def _place(self, at: int) -> QRectF:
        wide = self._wide
        left = max(float(_AROUND), (self.viewport().width() - wide) / 2) - self.horizontalScrollBar().value()
        top = _AROUND + at * self._pitch - self.verticalScrollBar().value()
        return QRectF(left, top, wide, self._pitch - _AROUND)

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST + 2 * _AROUND, _NARROWEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
        self._moved()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().update()

    def _moved(self) -> None:
        self.viewport().update()
        told = (self.at + 1, len(self._leaves)) if self._leaves else (0, 0)
        if told != self._told:
            self._told = told
            self.turned.emit(*told)

    # -- keys -----------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() in _KEYS:
            self.turn(_KEYS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Home:
            bar.setValue(0)
        elif event.key() == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def turn(self, way: int) -> None:
        """On (1) or back (-1) by what is in sight, with a stop at the top of each page."""
        bar = self.verticalScrollBar()
        step = max(_OVERLAP, self.viewport().height() - _OVERLAP)
        tops = [round(at * self._pitch) for at in range(len(self._leaves))]
        if way > 0:
            bar.setValue(min([bar.value() + step, *(top for top in tops if top > bar.value())]))
        else:
            bar.setValue(max([bar.value() - step, *(top for top in tops if top < bar.value())]))

    # -- drawing --------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, shown = theme.current(), QRectF(self.viewport().rect())
        painter = QPainter(self.viewport())
        painter.fillRect(shown, QColor(colours.side))
        places = {at: place for at in range(len(self._leaves)) if (place := self._place(at)).intersects(shown)}
        near = {one + by for one in places for by in (-1, 0, 1)}
        self._images = {at: found for at, found in self._images.items() if at in near}
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for at, place in places.items():
            painter.drawImage(place, self._image(at, place.width()))
            painter.setPen(QPen(QColor(colours.edge), 1))
            painter.drawRect(place)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(shown.adjusted(1, 1, -1, -1))
        painter.end()

    def _image(self, at: int, wide: float) -> QImage:
        """As sharp as the screen; kept while it is near."""
        from doorbraak.ui.paper import leaves

        pixels = round(wide * self.devicePixelRatioF())
        known = self._images.get(at)
        if known is None or known.width() != pixels:
            known = self._images[at] = leaves.image(self._leaves[at], pixels)
        return known
