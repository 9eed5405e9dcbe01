"""The map on the screen: what is looked at, how large, and what keys and mouse do with it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessibleInterface,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QScrollBar, QStyle, QWidget

from doorbraak.model.insight.ecomap import place_of
from doorbraak.ui import accessible, theme
from doorbraak.ui.household import map_accessible
from doorbraak.ui.household.map_edits import MapEdits, parted
from doorbraak.ui.household.map_items import MapItem
from doorbraak.ui.household.map_keys import Keys
from doorbraak.ui.household.map_layout import EDGE
from doorbraak.ui.household.map_pointer import Pointer
from doorbraak.ui.household.map_scene import MapScene
from doorbraak.ui.household.map_veil import Veil

_LEAST, _MOST, _NOTCH = 0.2, 6.0, 1.2  # of a zoom
_AROUND = 30  # pixels that stay in sight around what is chosen


class MapView(QGraphicsView):
    """`opened` and `menu_wanted` carry the id of what is chosen; `linking_changed` what is being linked, or ""."""

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)
    linking_changed = Signal(str)
    room_changed = Signal()

    def __init__(self, edits: MapEdits, parent: QWidget) -> None:
        super().__init__(parent)
        accessible.install()
        self.map, self.edits = MapScene(self), edits
        self.linking = ""
        self.accessible: QAccessibleInterface | None = None
        self.pointer, self._keys = Pointer(self), Keys(self)
        self._series = 0
        self._fitted = False
        self._rubber: tuple[str, QPoint] | None = None
        self.setScene(self.map)
        self.setAccessibleName(self.tr("Kaart van het huishouden"))
        self.setAccessibleDescription(
            self.tr("Pijlen lopen over de kaart, Enter opent, L koppelt, Ctrl met een pijl verplaatst.")
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.BoundingRectViewportUpdate)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self._veil = Veil(self, self.map)
        self.map.walked.connect(self._walked)
        self.map.relit.connect(self._relit)

    def made_accessible(self) -> QAccessibleInterface:
        """What a screen reader is given; kept, since Qt does not keep it."""
        self.accessible = map_accessible.ViewAccessible(self)
        return self.accessible

    # -- how large ------------------------------------------------------------------------------------

    def room(self) -> QSize:
        """What is there when no scroll bar takes from it."""
        return self.maximumViewportSize()

    def bar_width(self) -> int:
        """What a scroll bar takes of the room, as this view reckons."""
        asked = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        return max(asked, self.verticalScrollBar().sizeHint().width())

    def show_framed(self) -> None:
        """All of the map can be scrolled to. Where only its empty edge is too large for the room, that is left out."""
        seen, room, ecomap = self.map.sceneRect(), self.room(), self.map.ecomap
        spare = 2 * EDGE * ecomap.font if ecomap is not None else 0.0
        wide, high = seen.width() - room.width(), seen.height() - room.height()
        off = (wide / 2 if 0 < wide <= spare else 0.0, high / 2 if 0 < high <= spare else 0.0)
        self.setSceneRect(seen.adjusted(*off, -off[0], -off[1]))

    def settle(self, middle: tuple[float, float]) -> None:
        """After the room or the letters have changed: the middle in sight; what was fitted is fitted again."""
        if self._fitted:
            self.fit()
        elif self.transform().isIdentity():
            self.centerOn(*middle)

    def unzoom(self) -> None:
        """As large as it is meant."""
        self._fitted = False
        self.resetTransform()

    def zoom_by(self, notches: float) -> None:
        self._fitted = False
        now = self.transform().m11()
        self._scale(now * _NOTCH**notches)

    def fit(self) -> None:
        """All of it in sight, and never larger than it is meant."""
        seen, room = self.sceneRect(), self.room()
        if seen.width() > 0 and seen.height() > 0:
            self._scale(min(1.0, room.width() / seen.width(), room.height() / seen.height()))
            self.centerOn(seen.center())
            self._fitted = True

    def _scale(self, wanted: float) -> None:
        factor = min(_MOST, max(_LEAST, wanted))
        self.setTransform(QTransform.fromScale(factor, factor))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room_changed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
            self.zoom_by(event.angleDelta().y() / 120)
            self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
            event.accept()
        else:
            super().wheelEvent(event)

    def push(self, by: QPoint) -> bool:
        """Whether there was anything to push."""
        return self.push_by(by.x(), by.y())

    def push_by(self, x: int, y: int) -> bool:
        bars = ((self.horizontalScrollBar(), x), (self.verticalScrollBar(), y))
        for bar, far in bars:
            bar.setValue(bar.value() + far)
        return any(_can_go(bar) for bar, _ in bars)

    # -- what is looked at ----------------------------------------------------------------------------

    def item_at(self, at: QPoint) -> MapItem | None:
        found = self.items(at)
        return next((item for item in found if isinstance(item, MapItem) and item.pickable), None)

    def go_to(self, id_: str) -> None:
        """Choose it and have it in sight."""
        self.map.choose(id_)
        item = self.map.item(id_)
        if item is not None:
            self.ensureVisible(item.sceneBoundingRect(), _AROUND, _AROUND)

    def _walked(self, id_: str) -> None:
        self._series += 1
        item = self.map.item(id_)
        if item is not None and self.hasFocus():
            map_accessible.tell_focus(item)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        walked = self.map.walk()
        by_tab = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_tab and not self.map.current and walked:
            self.map.choose(walked[0].id)
        self.map.set_focused(True)
        current = self.map.current_item()
        if current is not None:
            map_accessible.tell_focus(current)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._series += 1
        self.map.set_focused(False)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.stop_linking()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.map.hover("")

    def hideEvent(self, event: QHideEvent) -> None:
        self.pointer.let_go()
        self.map.hover("")
        super().hideEvent(event)

    # -- moving things --------------------------------------------------------------------------------

    def drop(self, id_: str, far: QPointF) -> None:
        """Put a node so far from where it stood."""
        node, ecomap = self.map.node(id_), self.map.ecomap
        if node is not None and ecomap is not None:
            before = ecomap
            self.edits.place(id_, place_of(ecomap, node.x + far.x(), node.y + far.y()))
            if self.map.ecomap is before:  # refused, or the place it had
                self.map.put_back()

    def nudge(self, across: int, down: int) -> None:
        """The chosen one, by so many letters' heights; a row of these is one step."""
        node, ecomap = self.map.node(self.map.current), self.map.ecomap
        if node is not None and ecomap is not None:
            wanted = place_of(ecomap, node.x + across * ecomap.font, node.y + down * ecomap.font)
            self.edits.place(node.id, wanted, self._series)
            self.go_to(node.id)

    # -- linking --------------------------------------------------------------------------------------

    def start_linking(self) -> None:
        if parted(self.map.current) is not None:
            self.linking = self.map.current
            self.linking_changed.emit(self.linking)

    def stop_linking(self) -> None:
        if self.linking:
            self.linking = ""
            self.linking_changed.emit("")

    def link_to(self, id_: str) -> None:
        """It goes on: one agency often has more problems to be linked to."""
        self.edits.link(self.linking, id_)
        self.map.choose(id_)

    def show_rubber(self, id_: str, at: QPoint) -> None:
        """A line from what is being linked to the mouse, while it is dragged."""
        rubber = (id_, at) if id_ else None
        if rubber != self._rubber:
            self._rubber = rubber
            self.viewport().update()

    def _relit(self) -> None:
        self._veil.forget()
        self.viewport().update()

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawBackground(painter, rect)
        self._veil.paint(painter)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        item = self.map.item(self._rubber[0]) if self._rubber is not None else None
        if item is not None and self._rubber is not None:
            pen = QPen(QColor(theme.current().accent), 2, Qt.PenStyle.DashLine)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLine(item.middle, self.mapToScene(self._rubber[1]))

    # -- keys and mouse -------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._keys.press(event):
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.item_at(event.position().toPoint())
        if item is not None:
            self.map.choose(item.id)
            self.opened.emit(item.id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse for what lies under it, by key for what is chosen."""
        self.pointer.let_go()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            item = self.item_at(event.pos())
            self.map.choose(item.id if item is not None else "")
            self.menu_wanted.emit(self.map.current, event.globalPos())
        else:
            item = self.map.current_item()
            at = self.mapFromScene(item.middle) if item is not None else self.viewport().rect().center()
            self.menu_wanted.emit(self.map.current, self.viewport().mapToGlobal(at))
        event.accept()


def _can_go(bar: QScrollBar) -> bool:
    return bar.maximum() > bar.minimum()
