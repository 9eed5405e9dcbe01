"""A card that is dragged over the board. Its picture is a part of the page, so that it goes when the page does."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from doorbraak.ui.household.board_column import BoardColumn

_SEEN_THROUGH = 0.8
_EDGE, _SCROLLED = 24, 12  # pixels: so near to an edge the column scrolls along, by so much at a time
_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease)


class _Picture(QWidget):
    """The card as it looked when it was picked up."""

    def __init__(self, card: QPixmap, over: QWidget) -> None:
        super().__init__(over)
        self._card = card
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.resize(card.deviceIndependentSize().toSize())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(_SEEN_THROUGH)
        painter.drawPixmap(0, 0, self._card)


class BoardDrag(QObject):
    """From one press until it is let go. Nothing is told before that, and `stop` makes it nothing."""

    def __init__(self, over: QWidget, views: Sequence[BoardColumn]) -> None:
        super().__init__(over)
        self._over, self._views = over, views
        self._held = 0
        self._source: BoardColumn | None = None
        self._pressed, self._at = QPoint(), QPoint()
        self._held_keys = Qt.KeyboardModifier.NoModifier
        self._picture: _Picture | None = None
        self._scrolling = QTimer(self)
        self._scrolling.setInterval(50)
        self._scrolling.timeout.connect(self._scroll)
        for view in views:
            view.installEventFilter(self)
            view.viewport().installEventFilter(self)

    def stop(self) -> None:
        """As if it never began."""
        self._held = 0
        self._scrolling.stop()
        for view in self._views:
            view.show_landing(QRect())
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
            self._picture = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.KeyPress and self._picture is not None and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.stop()
                return True
        elif kind in _MOUSE and isinstance(event, QMouseEvent):
            view = next((view for view in self._views if view.viewport() is watched), None)
            if view is not None:
                return self._mouse(view, event)
        return False

    def _mouse(self, view: BoardColumn, event: QMouseEvent) -> bool:
        """Whether it is kept from the column."""
        if event.type() == QEvent.Type.MouseButtonPress:
            self._press(view, event)
            return False
        if not self._held:
            return False
        if event.type() == QEvent.Type.MouseMove:
            return self._move(event)
        return self._release(event)

    def _press(self, view: BoardColumn, event: QMouseEvent) -> None:
        self.stop()
        if event.button() == Qt.MouseButton.LeftButton:
            self._source, self._held = view, view.id_at(event.position().toPoint())
            self._pressed = event.globalPosition().toPoint()

    def _move(self, event: QMouseEvent) -> bool:
        if not event.buttons() & Qt.MouseButton.LeftButton:  # let go where we were not told
            self.stop()
            return False
        self._at, self._held_keys = event.globalPosition().toPoint(), event.modifiers()
        far = (self._at - self._pressed).manhattanLength()
        if self._picture is None and far >= QApplication.startDragDistance():
            self._begin()
        if self._picture is not None:
            self._follow()
        return True

    def _begin(self) -> None:
        if self._source is not None:
            viewport, card = self._source.viewport(), self._source.place_of(self._held)
            self._pressed = viewport.mapFromGlobal(self._pressed) - card.topLeft()  # where on the card it is held
            self._picture = _Picture(viewport.grab(card), self._over)
            self._picture.show()
            self._scrolling.start()

    def _release(self, event: QMouseEvent) -> bool:
        if event.button() != Qt.MouseButton.LeftButton:
            return False
        id_, dragged = self._held, self._picture is not None
        self._at = event.globalPosition().toPoint()
        self.stop()
        view = self._under()
        if dragged and view is not None:
            place = view.viewport().mapFromGlobal(self._at)
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                other = view.id_at(place)
                if other:
                    view.linked.emit(id_, other)
            else:
                view.dropped.emit(id_, *view.neighbours(place, id_))
        return dragged

    # -- what is shown meanwhile ----------------------------------------------------------------------

    def _under(self) -> BoardColumn | None:
        """The column the mouse is over."""
        return next((view for view in self._views if view.isVisible()
                     and view.viewport().rect().contains(view.viewport().mapFromGlobal(self._at))), None)  # fmt: skip

    def _follow(self) -> None:
        """The card under the mouse, and where it would land."""
        if self._picture is not None:
            self._picture.move(self._over.mapFromGlobal(self._at) - self._pressed)
            self._picture.raise_()
        under = self._under()
        for view in self._views:
            view.show_landing(self._landing(view) if view is under else QRect())

    def _landing(self, view: BoardColumn) -> QRect:
        """With Shift the card it would wait for; in its own column a place between two; else the whole column."""
        place = view.viewport().mapFromGlobal(self._at)
        if self._held_keys & Qt.KeyboardModifier.ShiftModifier:
            other = view.id_at(place)
            return view.place_of(other) if other and other != self._held else QRect()
        if view is self._source:
            return view.gap(place, self._held)
        return view.viewport().rect()

    def _scroll(self) -> None:
        view = self._under()
        if view is not None:
            y, high = view.viewport().mapFromGlobal(self._at).y(), view.viewport().height()
            by = -_SCROLLED if y < _EDGE else _SCROLLED if y > high - _EDGE else 0
            if by:
                bar = view.verticalScrollBar()
                bar.setValue(bar.value() + by)
                self._follow()
