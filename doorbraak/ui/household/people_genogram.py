"""The genogram on the page of people: to look at, to walk through with arrows, to draw lines in.

It asks and never writes: `GenogramBlock` knows what the keys do.
"""

from itertools import pairwise
from math import ceil, hypot

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from doorbraak.model.insight.genogram import NOBODY, Genogram, Sign, Tie
from doorbraak.ui import accessible, theme
from doorbraak.ui.drawing import ink
from doorbraak.ui.drawing.genogram import paint_genogram, sign_rect
from doorbraak.ui.household.people_accessible import GenogramAccessible, Told
from doorbraak.ui.widgets.plain import tooltip

_LEAST, _MOST = 44, 72  # pixels of a sign: names stay readable, and three people do not fill the page
_NEAR = 6  # pixels from a line that still hit it
_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class GenogramView(QWidget):
    """One Tab stop. `pressed` tells one of `keys`, `joined` two people between whom a line was drawn."""

    picked = Signal(int)
    let_go = Signal()  # of who was chosen, by a press beside everybody
    line_picked = Signal(int)
    pressed = Signal(int)
    joined = Signal(int, int)
    asked = Signal(QPoint)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self.keys: frozenset[int] = frozenset()
        self._genogram = NOBODY
        self._chosen: int | None = None
        self._from: int | None = None  # where a line begins that is being drawn
        self._start = QPointF()
        self._end: QPointF | None = None  # where the mouse has it
        accessible.install()
        self.accessible: QAccessibleInterface | None = None
        self._told: dict[int, Told] = {}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._tell()

    @property
    def chosen(self) -> int | None:
        return self._chosen

    def made_accessible(self) -> QAccessibleInterface:
        """What a screen reader is given; kept, since Qt does not keep it."""
        self.accessible = GenogramAccessible(self)
        return self.accessible

    def told(self) -> list[Told]:
        """All that are drawn, as one reads."""
        signs = sorted(self._genogram.signs, key=lambda sign: (sign.y, sign.x))
        return [self._told[sign.person] for sign in signs]

    def sentence_of(self, person: int) -> str:
        sign = self._sign(person)
        return sign.sentence if sign is not None else ""

    def show_genogram(self, genogram: Genogram) -> None:
        if genogram == self._genogram:
            return
        self._genogram = genogram
        there = {sign.person for sign in genogram.signs}
        for gone in self._told.keys() - there:
            self._told.pop(gone).deleteLater()
        self._told |= {person: Told(self, person) for person in there - self._told.keys()}
        self._chosen = self._chosen if self._chosen in there else None
        self._let_go()
        self.setMinimumSize(self.sizeHint())
        self._tell()

    def choose(self, person: int) -> None:
        if person != self._chosen and self._sign(person) is not None:
            self._chosen = person
            self._tell()

    def join(self) -> None:
        """Begin a line at the chosen one: arrows say to whom, Enter draws it, Escape does not."""
        self._from = self._chosen
        self._tell()

    def sizeHint(self) -> QSize:
        least = _LEAST * theme.zoom()
        return QSize(
            max(220, ceil(self._genogram.width * least) + 16), max(120, ceil(self._genogram.height * least) + 16)
        )

    def rect_of(self, person: int) -> QRectF:
        """Where the sign of this person is, in pixels of the widget."""
        sign = self._sign(person)
        return sign_rect(sign, self._unit()).translated(self._corner()) if sign else QRectF()

    def _sign(self, person: int | None) -> Sign | None:
        return next((sign for sign in self._genogram.signs if sign.person == person), None)

    def _unit(self) -> float:
        if not self._genogram.signs:
            return 1.0
        fits = min((self.width() - 16) / self._genogram.width, (self.height() - 16) / self._genogram.height)
        return max(_LEAST * theme.zoom(), min(fits, _MOST * theme.zoom()))

    def _corner(self) -> QPointF:
        unit = self._unit()
        left, top = self.width() - self._genogram.width * unit, self.height() - self._genogram.height * unit
        return QPointF(max(8.0, left / 2), max(8.0, min(top / 2, 24.0)))

    def _tell(self) -> None:
        """The name that is read aloud is the chosen one's sentence; all of them stand in the description."""
        sign, start = self._sign(self._chosen), self._sign(self._from)
        said = sign.sentence if sign else self.tr("Niemand gekozen.")
        if start is not None and sign is not None and start is not sign:
            said = self.tr("Lijn van {0} naar {1}. Enter kiest hoe.").format(start.name, said)
        self.setAccessibleName(f"{self._name}: {said}")
        self.setAccessibleDescription(" ".join(one.sentence for one in self._genogram.signs))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.NameChanged))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), ink.of_theme(theme.current())
        painter.fillRect(self.rect(), QColor(colours.ground))
        paint_genogram(painter, self._genogram, self._corner(), self._unit(), self.font(), colours, chosen=self._chosen)
        self._paint_line(painter, colours)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def _paint_line(self, painter: QPainter, colours: ink.Ink) -> None:
        if self._from is None:
            return
        start = self.rect_of(self._from).center()
        end = self._end if self._end is not None else self.rect_of(self._chosen or 0).center()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 3, Qt.PenStyle.DashLine))
        painter.drawLine(start, end)

    # By keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _WAYS.get(Qt.Key(event.key()))
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if not plain or not (self._genogram.signs or event.key() in self.keys):
            super().keyPressEvent(event)
        elif way is not None:
            self._walk(way)
        elif self._from is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(self._chosen)
        elif self._from is not None and event.key() == Qt.Key.Key_Escape:
            self._pick(self._from)
            self._let_go()
        elif self._from is None and event.key() in self.keys:
            self.pressed.emit(event.key())
        else:
            super().keyPressEvent(event)

    def _walk(self, way: tuple[int, int]) -> None:
        """To the nearest sign that way; further aside counts double."""
        here = self._sign(self._chosen)
        if here is None:
            self._pick(self._first())
            return
        found = []
        for sign in self._genogram.signs:
            across, down = sign.x - here.x, sign.y - here.y
            along, aside = (across * way[0], down) if way[0] else (down * way[1], across)
            if along > 0.1 and (not way[0] or abs(aside) <= along):
                found.append((along + 2 * abs(aside) if way[0] else 4 * along + abs(aside), sign.person))
        if found:
            self._pick(min(found)[1])

    def _first(self) -> int:
        return min(self._genogram.signs, key=lambda sign: (sign.y, sign.x)).person

    def _pick(self, person: int) -> None:
        self.choose(person)
        self.picked.emit(person)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._genogram.signs and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._pick(self._chosen if self._chosen is not None else self._first())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    def _let_go(self) -> None:
        self._from = self._end = None
        self._tell()

    def _finish(self, other: int | None) -> None:
        start = self._from
        self._let_go()
        if start is not None and other is not None and start != other:
            self.joined.emit(start, other)

    # By mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        person, tie = self._person_at(event.position()), self._tie_at(event.position())
        if person is not None and self._from not in (None, person):  # a line begun with a key ends with a press
            self._pick(person)
            self._finish(person)
        elif person is not None:
            self._start = event.position()
            if event.button() == Qt.MouseButton.LeftButton:
                self._from = person
            self._pick(person)
        elif tie is not None:
            self.line_picked.emit(tie.relations[0])
        elif event.button() == Qt.MouseButton.LeftButton:
            self._chosen = None
            self._let_go()
            self.let_go.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._person_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)
        far = (event.position() - self._start).manhattanLength() >= QApplication.startDragDistance()
        if self._from is not None and event.buttons() & Qt.MouseButton.LeftButton and (far or self._end is not None):
            self._end = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._finish(self._person_at(event.position()) if self._end is not None else None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        if keys and self._chosen is not None:
            self.asked.emit(self.mapToGlobal(self.rect_of(self._chosen).center().toPoint()))
        else:
            self.asked.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            sign, tie = self._sign(self._person_at(QPointF(event.pos()))), self._tie_at(QPointF(event.pos()))
            found = sign or tie
            QToolTip.showText(event.globalPos(), tooltip(found.sentence) if found else "", self)
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setMinimumSize(self.sizeHint())

    def _person_at(self, at: QPointF) -> int | None:
        """A sign with the name under it."""
        name = self._unit() * 0.3
        found = (s.person for s in self._genogram.signs if self.rect_of(s.person).adjusted(0, 0, 0, name).contains(at))
        return next(found, None)

    def _tie_at(self, at: QPointF) -> Tie | None:
        unit, corner = self._unit(), self._corner()
        near = [
            (_distance(at, *(QPointF(x, y) * unit + corner for x, y in stretch)), nth)
            for nth, tie in enumerate(self._genogram.ties)
            for stretch in pairwise(tie.points)
        ]
        least = min(near, default=(float(_NEAR + 1), 0))
        return self._genogram.ties[least[1]] if least[0] <= _NEAR else None


def _distance(at: QPointF, start: QPointF, end: QPointF) -> float:
    along = end - start
    long = along.x() ** 2 + along.y() ** 2
    share = QPointF.dotProduct(at - start, along) / long if long else 0.0
    nearest = start + along * min(1.0, max(0.0, share))
    return hypot(at.x() - nearest.x(), at.y() - nearest.y())
