"""Words and lines on a page of paper, with the sizes and colours of all papers. Units are tenths of a point."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QTextLayout, QTextLine, QTextOption

from doorbraak.ui.paper import fonts

POINT = 10.0
WIDTH, HEIGHT = 595 * POINT, 842 * POINT
LEFT, TOP, BOTTOM = 56 * POINT, 84 * POINT, 64 * POINT
INNER = WIDTH - 2 * LEFT
FOOT = HEIGHT - BOTTOM

INK, SOFT, LINE, ACCENT = "#1F2933", "#52606D", "#CBD2D9", "#174A7C"
BODY, SMALL, _LEADING = 10 * POINT, 8.6 * POINT, 1.36


@dataclass(frozen=True, slots=True)
class Words:
    """A text wrapped to a width, at `x`, `y`: its left top."""

    x: float
    y: float
    text: str
    layout: QTextLayout
    colour: str

    def lower(self, by: float) -> "Words":
        return Words(self.x, self.y + by, self.text, self.layout, self.colour)

    def paint(self, painter: QPainter) -> None:
        painter.setPen(QColor(self.colour))
        self.layout.draw(painter, QPointF(self.x, self.y))


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line or, with a height, a filled bar."""

    x: float
    y: float
    width: float
    height: float
    colour: str

    def lower(self, by: float) -> "Rule":
        return Rule(self.x, self.y + by, self.width, self.height, self.colour)

    def paint(self, painter: QPainter) -> None:
        if self.height:
            painter.fillRect(QRectF(self.x, self.y, self.width, self.height), QColor(self.colour))
        else:
            painter.setPen(QPen(QColor(self.colour), 0.6 * POINT))
            painter.drawLine(QPointF(self.x, self.y), QPointF(self.x + self.width, self.y))


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture, as wide and high as it stands on paper."""

    x: float
    y: float
    width: float
    height: float
    image: QImage

    def lower(self, by: float) -> "Drawing":
        return Drawing(self.x, self.y + by, self.width, self.height, self.image)

    def paint(self, painter: QPainter) -> None:
        painter.drawImage(QRectF(self.x, self.y, self.width, self.height), self.image)


@dataclass(slots=True)
class Page:
    items: list[Words | Rule | Drawing] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join(item.text for item in self.items if isinstance(item, Words))

    def paint(self, painter: QPainter) -> None:
        for item in self.items:
            item.paint(painter)


@dataclass(frozen=True, slots=True)
class Written:
    """A piece of text, set at a width; not placed yet."""

    text: str
    layout: QTextLayout
    height: float
    colour: str

    def at(self, x: float, y: float) -> Words:
        return Words(x, y, self.text, self.layout, self.colour)


def write(
    text: str,
    width: float,
    pixels: float = BODY,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: str = INK,
    right: bool = False,
) -> Written:
    layout = QTextLayout(text.replace("\n", "\u2028"), fonts.font(pixels, bold=bold, italic=italic))
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    for line in _lines(layout):
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += pixels * _LEADING
    layout.endLayout()
    return Written(text, layout, y, colour)


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    while (line := layout.createLine()).isValid():
        yield line


def cut(text: str, start: int, end: int | None) -> str:
    """Qt counts in halves of what is one character to us, such as a smiley."""
    halves = text.encode("utf-16-le")
    return halves[2 * start : None if end is None else 2 * end].decode("utf-16-le", "ignore")
