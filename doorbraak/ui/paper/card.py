"""The fridge card on one upright A4: signs, large letters, and never a word outside it.

It is set as large as it fits, from 24 points down to 16; what does not fit then is counted by the card itself.
Units are those of a page: tenths of a point.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtSvg import QSvgRenderer

from doorbraak import paths
from doorbraak.model.documents.fridge_card import CardLine, CardPart, FridgeCard, Sign, shorter
from doorbraak.ui.paper import fonts
from doorbraak.ui.paper.written import ACCENT, HEIGHT, INK, LINE, POINT, SOFT, WIDTH, Rule, Words

SIZES = tuple(half / 2 for half in range(48, 31, -1))
_DAY = 16 * POINT
_SIDE, _TOP, _FOOT = 40 * POINT, 36 * POINT, HEIGHT - 30 * POINT
_SIGN = 40 * POINT
_LEFT = _SIDE + _SIGN + 14 * POINT
_INNER = WIDTH - _SIDE - _LEFT
_LEADING, _WRITING = 1.25, 1.9
_SHORT_END = 32
_GAP_MOST = 26 * POINT


@dataclass(frozen=True, slots=True)
class Picture:
    """One of our own signs, drawn as lines."""

    sign: Sign
    place: QRectF

    def paint(self, painter: QPainter) -> None:
        QSvgRenderer(str(paths.resources() / "icons" / f"card-{self.sign}.svg")).render(painter, self.place)


Item = Words | Rule | Picture


@dataclass(frozen=True, slots=True)
class CardSheet:
    """What stands where. `points`: how high the letters are. `card`: what of it fitted.

    `height` is that of the page, or more with letters that no page was made for: then all is drawn smaller.
    """

    items: tuple[Item, ...]
    points: float
    card: FridgeCard
    height: float = HEIGHT

    def text(self) -> str:
        return "\n".join(item.text for item in self.items if isinstance(item, Words))


def draw_card(painter: QPainter, place: QRectF, card: FridgeCard) -> None:
    """The whole page as large as `place` allows, in its middle. Needs an application (offscreen.ensure)."""
    _paint(painter, place, sheet_of(card))


def _paint(painter: QPainter, place: QRectF, sheet: CardSheet) -> None:
    scale = min(place.width() / WIDTH, place.height() / sheet.height)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(
        place.left() + (place.width() - WIDTH * scale) / 2, place.top() + (place.height() - sheet.height * scale) / 2
    )
    painter.scale(scale, scale)
    for item in sheet.items:
        item.paint(painter)
    painter.restore()


def sheet_of(card: FridgeCard) -> CardSheet:
    """The largest letters with which it all fits; with the smallest, as much of it as fits."""
    shown = card
    smallest = _Setting(shown, SIZES[-1])
    while smallest.bottom > _FOOT:
        less = shorter(shown)
        if less is None:
            return CardSheet(smallest.spread(), SIZES[-1], shown, smallest.bottom + HEIGHT - _FOOT)
        shown, smallest = less, _Setting(less, SIZES[-1])
    for points in SIZES[:-1]:
        setting = _Setting(shown, points)
        if setting.bottom <= _FOOT:
            return CardSheet(setting.spread(), points, shown)
    return CardSheet(smallest.spread(), SIZES[-1], shown)


class _Setting:
    """The card set in letters of one size, from the top down."""

    def __init__(self, card: FridgeCard, points: float) -> None:
        self._size = points * POINT
        self._head: list[Item] = []
        self._parts: list[list[Item]] = []
        self._y = _TOP
        self._heading(card)
        for part in card.parts:
            self._part(card, part)
        self.bottom = self._y

    def spread(self) -> tuple[Item, ...]:
        """The parts a little further apart where there is room."""
        extra = max(0.0, min(_GAP_MOST, (_FOOT - self.bottom) / len(self._parts)))
        placed = [*self._head]
        for at, part in enumerate(self._parts, start=1):
            placed += [_lower(item, at * extra) for item in part]
        return tuple(placed)

    def _heading(self, card: FridgeCard) -> None:
        top, wide = self._y, WIDTH - 2 * _SIDE
        height = self._words(self._head, _SIDE, wide, card.heading, self._size * 1.5, bold=True, colour=ACCENT)
        if card.mark:
            mark = _set(card.mark, wide, 18 * POINT, bold=True, right=True)
            self._head.append(Words(_SIDE, top - 14 * POINT, card.mark, mark, INK))
        day = _set(card.day, wide, _DAY, right=True)
        self._head.append(Words(_SIDE, top + height - _DAY * _LEADING, card.day, day, SOFT))
        self._y = top + height

    def _part(self, card: FridgeCard, part: CardPart) -> None:
        items: list[Item] = []
        self._y += self._size * 0.25
        items.append(Rule(_SIDE, self._y, WIDTH - 2 * _SIDE, 0, LINE))
        self._y += self._size * 0.25
        top = self._y
        items.append(Picture(part.sign, QRectF(_SIDE, top, _SIGN, _SIGN)))
        self._y += self._words(items, _LEFT, _INNER, part.heading, self._size * 1.1, bold=True, colour=ACCENT)
        if part.hint:
            self._y += self._words(items, _LEFT, _INNER, part.hint, self._size, colour=SOFT)
        for line in part.lines:
            self._line(items, line, bold=part.sign == "phone")
        for said in card.closing(part):
            self._y += self._words(items, _LEFT, _INNER, said, self._size, colour=SOFT)
        self._y = max(self._y, top + _SIGN)
        self._parts.append(items)

    def _line(self, items: list[Item], line: CardLine, *, bold: bool) -> None:
        if not line.words:
            self._blank(items, line.start)
            return
        strong = len(line.start) + 1 if line.start else 0
        text = f"{line.text[: -len(line.end)]}{_together(line.end)}" if line.end else line.text
        height = self._words(
            items, _LEFT, _INNER, text, self._size, bold=bold, italic=line.own, strong=strong
        )  # fmt: skip
        self._y += height + self._size * 0.12

    def _blank(self, items: list[Item], label: str) -> None:
        """A line to write on, high enough for a pen."""
        high, left = self._size * _WRITING, _LEFT
        if label:
            layout = _set(label, _INNER, self._size)
            items.append(Words(_LEFT, self._y + high - self._size * 1.25, label, layout, SOFT))
            left += layout.lineAt(0).naturalTextWidth() + self._size * 0.5
        items.append(Rule(left, self._y + high, _LEFT + _INNER - left, 0, INK))
        self._y += high + self._size * 0.2

    def _words(
        self, items: list[Item], x: float, width: float, text: str, pixels: float, *, bold: bool = False,
        italic: bool = False, strong: int = 0, colour: str = INK,
    ) -> float:  # fmt: skip
        layout = _set(text, width, pixels, bold=bold, italic=italic, strong=strong)
        items.append(Words(x, self._y, text, layout, colour))
        return layout.lineCount() * pixels * _LEADING


def _together(end: str) -> str:
    """A day on one line."""
    return end.replace(" ", "\u00a0") if len(end) <= _SHORT_END else end


def _lower(item: Item, by: float) -> Item:
    match item:
        case Words(x, y, text, layout, colour):
            return Words(x, y + by, text, layout, colour)
        case Rule(x, y, width, height, colour):
            return Rule(x, y + by, width, height, colour)
        case Picture(sign, place):
            return Picture(sign, place.translated(0, by))


def _set(
    text: str, width: float, pixels: float, *, bold: bool = False, italic: bool = False, strong: int = 0,
    right: bool = False,
) -> QTextLayout:  # fmt: skip
    """`strong`: so many signs at the start are bold."""
    layout = QTextLayout(text, fonts.font(pixels, bold=bold, italic=italic))
    option = QTextOption(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setUseDesignMetrics(True)
    layout.setTextOption(option)
    if strong:
        start = QTextLayout.FormatRange()
        start.start, start.length = 0, len(text[:strong].encode("utf-16-le")) // 2
        start.format = QTextCharFormat()
        start.format.setFont(fonts.font(pixels, bold=True))
        layout.setFormats([start])
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += pixels * _LEADING
    layout.endLayout()
    return layout
