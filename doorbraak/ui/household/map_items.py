"""The things on the map as items of a scene. Each knows how it looks and draws itself again only when that changes."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessibleInterface, QColor, QPainter, QPainterPath, QPainterPathStroker, QPen, QPicture
from PySide6.QtWidgets import QGraphicsObject, QStyleOptionGraphicsItem, QWidget

from doorbraak.model.insight.ecomap import Link, Wait
from doorbraak.model.insight.genogram import Sign
from doorbraak.ui.drawing import ecomap as drawing
from doorbraak.ui.drawing.ink import Ink
from doorbraak.ui.drawing.words import label_rect
from doorbraak.ui.household import map_accessible
from doorbraak.ui.widgets.plain import tooltip

_NEAR = 8.0  # pixels: so close to a line is on it
_TARGET = 24.0
_LINES, _WAITS, _HOUSEHOLD, _HEADINGS, _NODES, _PEOPLE = range(6)  # from below


@dataclass(frozen=True, slots=True)
class Look:
    """All that a drawing is made of. `gone`: after the plan it is not there any more."""

    thing: Any
    font: float
    ink: Ink
    gone: bool = False
    chosen: bool = False
    focused: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A sign of the genogram, at its place on the map."""

    sign: Sign
    x: float
    y: float
    unit: float

    @property
    def sentence(self) -> str:
        return self.sign.sentence


class MapItem(QGraphicsObject):
    """Everything stands at its own coordinates of the map; the item itself stays at 0, 0, but while it is dragged.

    The mouse is the view's business: an item never handles an event, so none is changed inside its own.
    """

    layer = _LINES
    pickable = True
    stays_bright = False  # whatever somebody looks at

    def __init__(self, id_: str) -> None:
        super().__init__()
        self.id = id_
        self.look: Look | None = None
        self.accessible: QAccessibleInterface | None = None
        self._picture: QPicture | None = None
        self._drawn = False  # as it looks now
        self._bounds = QRectF()
        self._outline: QPainterPath | None = None
        self.bright, self._veiled = True, False
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def made_accessible(self) -> QAccessibleInterface:
        """What a screen reader is given; kept, since Qt does not keep it."""
        self.accessible = map_accessible.ItemAccessible(self)
        return self.accessible

    @property
    def sentence(self) -> str:
        return self.look.thing.sentence if self.look is not None else ""

    @property
    def middle(self) -> QPointF:
        return self._bounds.center()

    def show_look(self, look: Look) -> bool:
        """Whether it looks otherwise now."""
        before, told = self.look, self.sentence
        self.look = look  # also when it is equal: by the very same thing the next map knows that nothing changed
        if before == look:
            return False
        if self.sentence != told:
            self.setToolTip(tooltip(self.sentence))
            if before is not None:
                map_accessible.tell_name(self)
        if before is None or (before.thing, before.font) != (look.thing, look.font):
            self.prepareGeometryChange()
            self._outline = None
            self._bounds = self._bounds_of(look)
            self.setZValue(self.layer + self._rise(look))
        self._picture, self._drawn = None, False
        self.update()
        return True

    def set_bright(self, bright: bool, *, veiled: bool) -> None:
        """While something is looked at, all that does not belong to it is veiled, and the view paints it at once."""
        self.bright = bright
        veiled = veiled and not bright
        if veiled != self._veiled:
            self._veiled = veiled
            self.update()

    def boundingRect(self) -> QRectF:
        return self._bounds

    def shape(self) -> QPainterPath:
        if self._outline is None:
            self._outline = self._outline_of(self.look) if self.look is not None else QPainterPath()
        return self._outline

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if not self._veiled:
            self.draw(painter)

    def draw(self, painter: QPainter) -> None:
        """From what was drawn before: hundreds of things have to be on the screen within a frame. The first time
        straight: when all of them have moved, keeping each as a picture would take as long again.
        """
        if self.look is None:
            return
        if not self._drawn:
            self._drawn = True
            painter.save()
            self._draw(painter, self.look)
            painter.restore()
            return
        if self._picture is None:
            self._picture = QPicture()
            into = QPainter(self._picture)
            self._draw(into, self.look)
            into.end()
        painter.drawPicture(QPoint(), self._picture)

    def _draw(self, painter: QPainter, look: Look) -> None:
        raise NotImplementedError

    def _bounds_of(self, look: Look) -> QRectF:
        raise NotImplementedError

    def _outline_of(self, look: Look) -> QPainterPath:
        path = QPainterPath()
        path.addRect(self._bounds_of(look))
        return path

    def _rise(self, look: Look) -> float:
        """Within its layer, 0 to 1."""
        return 0.0


class NodeItem(MapItem):
    """A problem or an agency."""

    layer = _NODES

    @property
    def middle(self) -> QPointF:
        node = self.look.thing  # type: ignore[union-attr]
        return QPointF(node.x, node.y) + self.pos()

    def _draw(self, painter: QPainter, look: Look) -> None:
        drawing.paint_node(
            painter, look.thing, look.font, look.ink, chosen=look.chosen, focused=look.focused, gone=look.gone
        )

    def _bounds_of(self, look: Look) -> QRectF:
        spare = look.font * 0.6
        return drawing.node_box(look.thing, look.font).adjusted(-spare, -spare, spare, spare)

    def _outline_of(self, look: Look) -> QPainterPath:
        path = QPainterPath()
        path.addRect(drawing.node_box(look.thing, look.font))
        return path


class LinkItem(MapItem):
    layer = _LINES

    def _draw(self, painter: QPainter, look: Look) -> None:
        strength = drawing.GONE if look.gone else 1.0
        drawing.paint_link(painter, look.thing, look.font, look.ink, strength, chosen=look.chosen, gone=look.gone)

    def _bounds_of(self, look: Look) -> QRectF:
        return _room_of(look.thing, look.font)

    def _outline_of(self, look: Look) -> QPainterPath:
        return _near(look.thing)

    def _rise(self, look: Look) -> float:
        """Thin ones lie on thick ones."""
        return 1 / (1.1 + look.thing.thickness)


class WaitItem(MapItem):
    layer = _WAITS

    def _draw(self, painter: QPainter, look: Look) -> None:
        drawing.paint_wait(painter, look.thing, look.font, look.ink, chosen=look.chosen, gone=look.gone)

    def _bounds_of(self, look: Look) -> QRectF:
        return _room_of(look.thing, look.font)

    def _outline_of(self, look: Look) -> QPainterPath:
        return _near(look.thing)

    def _rise(self, look: Look) -> float:
        """Those of a knot lie on all lines."""
        return 0.5 if look.thing.knot is not None else 0.0


class KnotItem(MapItem):
    layer = _NODES

    def _draw(self, painter: QPainter, look: Look) -> None:
        drawing.paint_knot(painter, look.thing, look.font, look.ink, gone=look.gone)
        if look.focused:
            _frame(painter, label_rect(look.thing.label), look)

    def _bounds_of(self, look: Look) -> QRectF:
        spare = look.font * 0.8
        return label_rect(look.thing.label).adjusted(-spare, -spare, spare, spare)


class HeadingItem(MapItem):
    layer = _HEADINGS
    pickable = False

    @property
    def sentence(self) -> str:
        return ""

    def _draw(self, painter: QPainter, look: Look) -> None:
        drawing.paint_heading(painter, look.thing, look.font, look.ink)

    def _bounds_of(self, look: Look) -> QRectF:
        spare = look.font * 0.5
        both = label_rect(look.thing.label).united(drawing.heading_sign(look.thing, look.font))
        return both.adjusted(-spare, -spare, spare, spare)


class HouseholdItem(MapItem):
    """The circle with the genogram; its thing is a map with nothing around it."""

    layer = _HOUSEHOLD
    pickable = False
    stays_bright = True

    @property
    def sentence(self) -> str:
        return ""

    def _draw(self, painter: QPainter, look: Look) -> None:
        drawing.paint_household(painter, look.thing, look.ink)

    def _bounds_of(self, look: Look) -> QRectF:
        (x, y), far = look.thing.household, look.thing.radius + look.font
        return QRectF(x - far, y - far, 2 * far, 2 * far)


class PersonItem(MapItem):
    """Drawn with the household: here is what can be pointed at, and the frame around who is chosen."""

    layer = _PEOPLE

    def _draw(self, painter: QPainter, look: Look) -> None:
        if look.chosen or look.focused:
            _frame(painter, self._box(look.thing), look)

    @staticmethod
    def _box(person: Person) -> QRectF:
        size = max(_TARGET, person.unit * 1.3)
        return QRectF(person.x - size / 2, person.y - size / 2, size, size)

    def _bounds_of(self, look: Look) -> QRectF:
        return self._box(look.thing).adjusted(-3, -3, 3, 3)


def _room_of(line: Link | Wait, font: float) -> QRectF:
    """Also for an arrowhead, teeth and a thick pen."""
    return drawing.curve_path(line.start, line.curves).controlPointRect().adjusted(-font, -font, font, font)


def _near(line: Link | Wait) -> QPainterPath:
    around = QPainterPathStroker()
    around.setWidth(_NEAR)
    return around.createStroke(drawing.curve_path(line.start, line.curves))


def _frame(painter: QPainter, box: QRectF, look: Look) -> None:
    painter.setPen(QPen(QColor(look.ink.accent), max(2.0, look.font * 0.16)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, look.font * 0.3, look.font * 0.3)
