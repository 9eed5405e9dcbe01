"""How a card of the board looks: the household's words large, who and what around it, the lead on the last line."""

from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from doorbraak.model.insight.board import Card, agencies_words, knots_words
from doorbraak.ui import theme
from doorbraak.ui.drawing.colours import sign_colour

CARD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_PAD, _BETWEEN, _STRONG = 10, 8, 2  # pixels: inside a card, under it, and a border that has to be seen
_MOST_NAME, _MOST_WAITS = 4, 4  # lines


@dataclass(slots=True)
class Marks:
    """What the board says about cards besides what is on them. `tied` are in a knot with the chosen one; `links`:
    while one says what the chosen one waits for, those that it waits for now.
    """

    chosen: int = 0
    tied: frozenset[int] = frozenset()
    links: frozenset[int] | None = None


@dataclass(slots=True)
class _Line:
    """Words on one line of a card, from `x`, `y` down."""

    text: str
    x: int
    y: int
    font: QFont
    quiet: bool = False
    under: str = ""  # the colour of a line under it


@dataclass(slots=True)
class _Laid:
    lines: list[_Line] = field(default_factory=list)
    signs: list[tuple[str, str, int, int]] = field(default_factory=list)  # which, its words, and where
    lead: int = 0  # the top of the last line
    height: int = 0


class CardDelegate(QStyledItemDelegate):
    def __init__(self, parent: QWidget, marks: Marks) -> None:
        super().__init__(parent)
        self._marks = marks

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._room()
        return QSize(width, _laid(index.data(CARD), width, option.font).height + _BETWEEN)

    def _room(self) -> int:
        view = self.parent()
        return view.viewport().width()  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card: Card = index.data(CARD)
        colours, marks = theme.current(), self._marks
        laid = _laid(card, self._room(), option.font)
        chosen, tied = card.id == marks.chosen, card.id in marks.tied
        ground = colours.warning_ground if tied else colours.chosen if chosen else colours.field
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._frame(painter, option.rect, card, ground, focused=bool(option.state & QStyle.StateFlag.State_HasFocus))
        painter.translate(option.rect.topLeft())
        for line in laid.lines:
            painter.setFont(line.font)
            # On the ground of a warning the quiet colour is too quiet.
            painter.setPen(QColor(colours.quiet if line.quiet and not tied else colours.text))
            metrics = QFontMetrics(line.font)
            painter.drawText(line.x, line.y + metrics.ascent(), line.text)
            if line.under:
                painter.setPen(QPen(QColor(sign_colour(line.under, ground)), max(2, metrics.height() // 8)))
                y = line.y + metrics.height()
                painter.drawLine(line.x, y, line.x + metrics.horizontalAdvance(line.text), y)
        metrics = QFontMetrics(option.font)
        painter.setFont(option.font)
        for which, words, x, y in laid.signs:
            painter.setPen(QPen(QColor(colours.text if chosen and not tied else colours.warning), 1.5))
            _sign(painter, which, QRectF(x, y, metrics.height(), metrics.height()))
            painter.drawText(x + _sign_width(metrics), y + metrics.ascent(), words)
        painter.restore()

    def _frame(self, painter: QPainter, place: QRect, card: Card, ground: str, *, focused: bool) -> None:
        """They differ in shape too: the focus is a heavy border, a knot a second one inside, a link a dashed one."""
        colours, marks = theme.current(), self._marks
        linked = marks.links is not None and card.id in marks.links
        edge = colours.accent if focused or linked or card.id == marks.chosen else colours.edge
        painter.setBrush(QColor(ground))
        painter.setPen(
            QPen(
                QColor(edge),
                _STRONG + 1 if focused else _STRONG if linked else 1,
                Qt.PenStyle.DashLine if linked and not focused else Qt.PenStyle.SolidLine,
            )
        )
        box = QRectF(place).adjusted(1, 1, -1, -_BETWEEN)
        painter.drawRoundedRect(box, 6, 6)
        if card.id in marks.tied:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.warning), _STRONG))
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 4, 4)

    # -- who takes the lead ---------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(self.tr("Wie trekt dit?"))
        editor.setPlaceholderText(self.tr("Eén naam"))
        editor.setMaxLength(100)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(Qt.ItemDataRole.EditRole))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        assert isinstance(editor, QLineEdit)
        model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        place = option.rect
        top = place.top() + _laid(index.data(CARD), self._room(), option.font).lead
        height = max(24, editor.sizeHint().height())
        top = min(top - 4, place.bottom() - _BETWEEN - height)
        editor.setGeometry(place.left() + _PAD // 2, top, place.width() - _PAD, height)


def _laid(card: Card, width: int, plain: QFont) -> _Laid:
    """Every line with its place; nothing is cut but a name of more than four lines and many waits."""
    laid, metrics = _Laid(), QFontMetrics(plain)
    bold, large = QFont(plain), QFont(plain)
    bold.setBold(True)
    large.setBold(True)
    large.setPointSizeF(plain.pointSizeF() * theme.LETTERS["title"])
    left, y, high = _PAD, _PAD, metrics.height()
    if card.rank is not None:
        laid.lines.append(_Line(str(card.rank), left, y - high // 8, large))
        left += QFontMetrics(large).horizontalAdvance(str(card.rank)) + _PAD
    room = width - left - _PAD
    for text in _wrapped(card.name, bold, room, _MOST_NAME):
        laid.lines.append(_Line(text, left, y, bold))
        y += QFontMetrics(bold).height()
    y += 3
    for text in _wrapped(card.life_domain, plain, room, 2):
        laid.lines.append(_Line(text, left, y, plain, quiet=True, under=card.colour))
        y += high + 2
    y = _beside(laid, agencies_words(card.agencies) if card.agencies else "", width, y, plain) + 2
    waits = "wacht op " + ", ".join(card.waits_for) if card.waits_for else ""
    for text in _wrapped(waits, plain, room, _MOST_WAITS):
        laid.lines.append(_Line(text, left, y, plain))
        y += high
    laid.lead = y = y + 6
    signs = [("key", "Maakt het meeste los")] if card.frees else []
    signs += [("knot", knots_words(card.knots))] if card.knots else []
    lead = _wrapped(_last_line(card), plain, room, 1)
    x = left + (metrics.horizontalAdvance(lead[0]) if lead else 0) + 2 * _PAD
    wide = [_sign_width(metrics) + metrics.horizontalAdvance(words) for _, words in signs]
    if signs and x + sum(wide) + _PAD * (len(signs) - 1) > width - _PAD:  # on lines of their own, above the lead
        for which, words in signs:
            laid.signs.append((which, words, left, y))
            y += high + 2
        laid.lead = y
    else:
        x = width - _PAD - sum(wide) - _PAD * (len(signs) - 1)
        for (which, words), each in zip(signs, wide, strict=True):
            laid.signs.append((which, words, x, y))
            x += each + _PAD
    laid.lines += [_Line(text, left, y, plain, quiet=not card.lead) for text in lead]
    laid.height = y + high + _PAD
    return laid


def _beside(laid: _Laid, text: str, width: int, y: int, plain: QFont) -> int:
    """Behind the last line when there is room, else under it. Returns where the next line comes."""
    if not text:
        return y
    last, metrics = laid.lines[-1], QFontMetrics(plain)
    x = last.x + metrics.horizontalAdvance(f"{last.text}  ")
    if x + metrics.horizontalAdvance(text) <= width - _PAD:
        laid.lines.append(_Line(text, x, last.y, plain, quiet=True))
        return y
    laid.lines.append(_Line(text, last.x, y, plain, quiet=True))
    return y + metrics.height()


def _last_line(card: Card) -> str:
    if card.solved:
        return "Opgelost"
    return f"{card.lead} trekt dit" if card.lead else "Wie trekt dit?"


def _wrapped(text: str, font: QFont, width: int, most: int) -> list[str]:
    """Lines that fit, at words when it can be; the last one takes the rest, with dots when that does not fit."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    starts = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(1, width))
        starts.append(line.textStart())
    layout.endLayout()
    if not text:
        return []
    ends = [*starts[1:], len(text)][: most - 1]
    lines = [text[start:end].strip() for start, end in zip(starts, ends, strict=False)]
    if len(starts) > len(lines):
        rest = text[starts[len(lines)] :].strip()
        lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, max(1, width)))
    return lines


def _sign_width(metrics: QFontMetrics) -> int:
    return round(metrics.height() * 1.2)


def _sign(painter: QPainter, which: str, box: QRectF) -> None:
    """The key problem a ring with a dot, as on the map; a knot two rings through each other."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    high, middle = box.height(), box.center()
    if which == "key":
        painter.drawEllipse(middle, high * 0.36, high * 0.36)
        painter.setBrush(painter.pen().color())
        painter.drawEllipse(middle, high * 0.13, high * 0.13)
        return
    for side in (-1, 1):
        painter.drawEllipse(middle + QPointF(side * high * 0.19, 0), high * 0.28, high * 0.28)
