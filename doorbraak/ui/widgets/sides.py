"""Blocks next to each other while there is room, else under each other: then a page scrolls one way only."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_WAYS = {True: Qt.Orientation.Horizontal, False: Qt.Orientation.Vertical}


class Sides(QSplitter):
    """Widgets with their first width in pixels; who works with them can give one more room."""

    def __init__(self, holder: QWidget, *parts: tuple[QWidget, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal, holder)
        self._widths = [width for _, width in parts]
        self.setChildrenCollapsible(False)
        self.setHandleWidth(16)
        for widget, _ in parts:
            self.addWidget(widget)
        self.setSizes(self._widths)

    def _least(self) -> list[QSize]:
        parts = [self.widget(at) for at in range(self.count())]
        return [part.minimumSizeHint().expandedTo(part.minimumSize()) for part in parts]

    def minimumSizeHint(self) -> QSize:
        """No wider than the widest block: the others can go under it."""
        return QSize(max(least.width() for least in self._least()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._turn()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a block needs more or less room, with other letters too
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        least = self._least()
        needed = sum(one.width() for one in least) + self.handleWidth() * (len(least) - 1)
        way = _WAYS[needed <= self.width()]
        if way == self.orientation():
            return
        self.setOrientation(way)
        across = way == Qt.Orientation.Horizontal
        self.setSizes(self._widths if across else [one.height() for one in least])
        self.updateGeometry()
