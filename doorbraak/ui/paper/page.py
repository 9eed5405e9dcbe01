"""A Document laid out on A4 pages: which words stand where. Without a device, so a test can read it.

Units are tenths of a point. A row of a table is never split over pages unless it is higher than a page;
a table that goes on repeats its head; a heading never stands alone at the foot of a page, nor a subheading.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextLayout, QTextLine, QTextOption

from doorbraak.model.documents import wording
from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Document,
    KeyFigures,
    Paragraph,
    Quote,
    Section,
    Subheading,
    Table,
)
from doorbraak.ui.paper import fonts

POINT = 10.0
WIDTH, HEIGHT = 595 * POINT, 842 * POINT
LEFT, TOP, BOTTOM = 56 * POINT, 84 * POINT, 64 * POINT
INNER = WIDTH - 2 * LEFT
FOOT = HEIGHT - BOTTOM

INK, SOFT, LINE, ACCENT = "#1F2933", "#52606D", "#CBD2D9", "#174A7C"
_BODY, _SMALL, _LEADING = 10 * POINT, 8.6 * POINT, 1.36
_CELL_X, _CELL_Y = 3 * POINT, 3 * POINT
_INDENT = 12 * POINT  # of quotes and bullets
_MOST_LINES = 40  # of a cell in one row: with these and a head a page is not full
_MOST_ABOVE = 2  # lines of a title and of a subtitle


@dataclass(frozen=True, slots=True)
class Words:
    """A text wrapped to a width, at `x`, `y`: its left top."""

    x: float
    y: float
    text: str
    layout: QTextLayout
    colour: str

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

    def paint(self, painter: QPainter) -> None:
        if self.height:
            painter.fillRect(QRectF(self.x, self.y, self.width, self.height), QColor(self.colour))
        else:
            painter.setPen(QPen(QColor(self.colour), 0.6 * POINT))
            painter.drawLine(QPointF(self.x, self.y), QPointF(self.x + self.width, self.y))


@dataclass(slots=True)
class Page:
    items: list[Words | Rule] = field(default_factory=list)

    def text(self) -> str:
        return "\n".join(item.text for item in self.items if isinstance(item, Words))

    def paint(self, painter: QPainter) -> None:
        for item in self.items:
            item.paint(painter)


@dataclass(frozen=True, slots=True)
class _Set:
    """A piece of text, set at a width; not placed yet."""

    text: str
    layout: QTextLayout
    height: float
    colour: str

    def at(self, x: float, y: float) -> Words:
        return Words(x, y, self.text, self.layout, self.colour)


def _set(
    text: str,
    width: float,
    pixels: float = _BODY,
    *,
    bold: bool = False,
    italic: bool = False,
    colour: str = INK,
    right: bool = False,
) -> _Set:
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
    return _Set(text, layout, y, colour)


def _lines(layout: QTextLayout) -> Iterator[QTextLine]:
    while (line := layout.createLine()).isValid():
        yield line


class Flow:
    """Fills pages from top to bottom."""

    def __init__(self) -> None:
        self.pages: list[Page] = [Page()]
        self.y = TOP

    def room(self, height: float) -> None:
        """Go to a new page when `height` doesn't fit on this one any more."""
        if self.y + height > FOOT and self.y > TOP:
            self.pages.append(Page())
            self.y = TOP

    def put(self, x: float, piece: _Set) -> None:
        self.pages[-1].items.append(piece.at(x, self.y))

    def rule(self, x: float, width: float, *, height: float = 0.0, colour: str = LINE) -> None:
        self.pages[-1].items.append(Rule(x, self.y, width, height, colour))


def pages_of(document: Document) -> tuple[Page, ...]:
    """All pages with head and foot. Needs an application (offscreen.ensure)."""
    flow = Flow()
    flow.put(LEFT, _set(document.title, INNER, 22 * POINT, bold=True, colour=ACCENT))
    flow.y += 31 * POINT
    if document.subtitle:
        piece = _set(_shortened(document.subtitle, INNER, 12 * POINT), INNER, 12 * POINT, colour=SOFT)
        flow.put(LEFT, piece)
        flow.y += piece.height
    flow.y += 4 * POINT
    for section in document.sections:
        _section(flow, section)
    for number, page in enumerate(flow.pages, start=1):
        _frame(page, document, number, len(flow.pages))
    return tuple(flow.pages)


def _frame(page: Page, document: Document, number: int, of: int) -> None:
    """The head (title and marks) and foot (date and number) of a page."""
    half = INNER / 2
    head, foot = 40 * POINT, HEIGHT - 44 * POINT
    page.items += [
        _set(document.title, half, _SMALL, colour=SOFT).at(LEFT, head),
        _set("  ·  ".join(document.marks), half * 1.2, _SMALL, bold=True, right=True).at(LEFT + half * 0.8, head),
        Rule(LEFT, head + 16 * POINT, INNER, 0, LINE),
        Rule(LEFT, foot - 6 * POINT, INNER, 0, LINE),
        _set(wording.day(document.on), half, _SMALL, colour=SOFT).at(LEFT, foot),
        _set(f"{number} van {of}", half, _SMALL, colour=SOFT, right=True).at(LEFT + half, foot),
    ]


def _section(flow: Flow, section: Section) -> None:
    heading = _set(section.heading, INNER, 14 * POINT, bold=True, colour=ACCENT)
    flow.y += 12 * POINT if flow.y > TOP else 0
    flow.room(heading.height + 4 * POINT + _first_height(section.blocks))
    flow.put(LEFT, heading)
    flow.y += heading.height + 4 * POINT
    for at, block in enumerate(section.blocks):
        _block(flow, block, section.blocks[at + 1 :])


def _first_height(blocks: Sequence[Block]) -> float:
    """How high is what stands below a heading and is never split: with less room the heading would be alone."""
    if not blocks:
        return 0.0
    match blocks[0]:
        case Table() as table:
            head, *rows = _table_rows(table, _short_rows(table))
            return 2 * POINT + head.height + _with_total(table, rows, 0)
        case KeyFigures() as figures:
            return 2 * POINT + sum(_figure_heights(figures))
        case Subheading(text):
            return 9 * POINT + _set(text, INNER, 11 * POINT, bold=True).height + _first_height(blocks[1:])
        case Quote(text):
            return _set(next(_pieces(f"“{text}”")), INNER - _INDENT, 11 * POINT, italic=True).height
        case Bullets(items):
            return _set(next(_pieces(items[0])), INNER - _INDENT).height if items else _first_height(blocks[1:])
        case Paragraph(text, weight):
            return _set(next(_pieces(text)), INNER, bold=weight == "strong").height


def _block(flow: Flow, block: Block, following: Sequence[Block]) -> None:
    match block:
        case Paragraph(text, weight):
            colour = SOFT if weight == "muted" else INK
            _paragraphs(flow, text, bold=weight == "strong", colour=colour)
        case Quote(text):
            _quote(flow, text)
        case Bullets(items):
            for item in items:
                _bullet(flow, item)
            flow.y += 3 * POINT
        case Subheading(text):
            piece = _set(text, INNER, 11 * POINT, bold=True)
            flow.y += 6 * POINT if flow.y > TOP else 0
            flow.room(piece.height + 3 * POINT + _first_height(following))
            flow.put(LEFT, piece)
            flow.y += piece.height + 3 * POINT
        case KeyFigures():
            _key_figures(flow, block)
        case Table():
            _table(flow, block)


def _paragraphs(flow: Flow, text: str, *, bold: bool = False, colour: str = INK) -> None:
    for part in _pieces(text):
        piece = _set(part, INNER, bold=bold, colour=colour)
        flow.room(piece.height)
        flow.put(LEFT, piece)
        flow.y += piece.height
    flow.y += 5 * POINT


def _pieces(text: str, most: int = 1500) -> Iterator[str]:
    """A text per line end, and a very long one per so many characters, so that each piece fits on a page."""
    for line in text.split("\n"):
        rest = line
        while len(rest) > most:
            cut = rest.rfind(" ", 1, most)
            cut = cut if cut > 0 else most
            yield rest[:cut]
            rest = rest[cut:].lstrip()
        yield rest


def _quote(flow: Flow, text: str) -> None:
    parts = list(_pieces(f"“{text}”"))
    for part in parts:
        piece = _set(part, INNER - _INDENT, 11 * POINT, italic=True)
        flow.room(piece.height)
        flow.rule(LEFT, 2.4 * POINT, height=piece.height, colour=ACCENT)
        flow.put(LEFT + _INDENT, piece)
        flow.y += piece.height
    flow.y += 6 * POINT


def _bullet(flow: Flow, text: str) -> None:
    for at, part in enumerate(_pieces(text)):
        piece = _set(part, INNER - _INDENT)
        flow.room(piece.height)
        if at == 0:
            flow.put(LEFT, _set("•", _INDENT))
        flow.put(LEFT + _INDENT, piece)
        flow.y += piece.height + 2 * POINT


def _figures(block: KeyFigures) -> tuple[list[_Set], list[_Set], float]:
    """Figures and what they say under them, and how wide each is."""
    width = INNER / max(4, len(block.figures))
    values = [_set(one.value, width, 15 * POINT, bold=True) for one in block.figures]
    labels = [_set(one.label, width - 6 * POINT, _SMALL, colour=SOFT) for one in block.figures]
    return values, labels, width


def _figure_heights(block: KeyFigures) -> tuple[float, float]:
    values, labels, _ = _figures(block)
    return max(value.height for value in values), max(label.height for label in labels)


def _key_figures(flow: Flow, block: KeyFigures) -> None:
    values, labels, width = _figures(block)
    above, below = _figure_heights(block)
    height = above + below
    flow.y += 2 * POINT
    flow.room(height)
    for at, (value, label) in enumerate(zip(values, labels, strict=True)):
        flow.pages[-1].items += [
            value.at(LEFT + at * width, flow.y),
            label.at(LEFT + at * width, flow.y + above),
        ]
    flow.y += height + 8 * POINT


@dataclass(frozen=True, slots=True)
class _TableRow:
    cells: tuple[_Set, ...]
    lefts: tuple[float, ...]
    height: float


def _widths(table: Table) -> list[float]:
    share = INNER / sum(column.width for column in table.columns)
    return [column.width * share for column in table.columns]


def _table_rows(table: Table, rows: Sequence[tuple[str, ...]] | None = None) -> list[_TableRow]:
    """The head, the rows and the total, each set in its columns."""
    widths = _widths(table)
    lefts = tuple(LEFT + sum(widths[:at]) for at in range(len(widths)))
    head = tuple(column.title for column in table.columns)
    lines = [head, *(table.rows if rows is None else rows), *((table.total,) if table.total else ())]
    found = []
    for at, line in enumerate(lines):
        bold = at == 0 or bool(table.total and at == len(lines) - 1)
        cells = tuple(
            _set(
                text,
                width - 2 * _CELL_X,
                _SMALL,
                bold=bold,
                colour=SOFT if at == 0 else INK,
                right=column.number,
            )
            for text, width, column in zip(line, widths, table.columns, strict=True)
        )
        found.append(_TableRow(cells, lefts, max(cell.height for cell in cells) + 2 * _CELL_Y))
    return found


def _table(flow: Flow, table: Table) -> None:
    head, *rows = _table_rows(table, _short_rows(table))
    flow.y += 2 * POINT
    flow.room(head.height + _with_total(table, rows, 0))
    _row(flow, head)
    for at, row in enumerate(rows):
        together = _with_total(table, rows, at)
        if flow.y + together > FOOT:
            flow.room(together)
            _row(flow, head)
        _row(flow, row)
    flow.y += 8 * POINT


def _with_total(table: Table, rows: Sequence[_TableRow], at: int) -> float:
    """How high row `at` is, with the total when that comes next: it is never alone below a repeated head."""
    last = bool(table.total) and at == len(rows) - 2
    return sum(one.height for one in rows[at : at + (2 if last else 1)])


def _row(flow: Flow, row: _TableRow) -> None:
    page = flow.pages[-1]
    page.items += [cell.at(left + _CELL_X, flow.y + _CELL_Y) for cell, left in zip(row.cells, row.lefts, strict=True)]
    flow.y += row.height
    flow.rule(LEFT, INNER)


def _short_rows(table: Table) -> list[tuple[str, ...]]:
    """A row with a very long cell becomes rows that each fit on a page."""
    widths = [width - 2 * _CELL_X for width in _widths(table)]
    found: list[tuple[str, ...]] = []
    for row in table.rows:
        cells = [_by_lines(text.replace("\n", " "), width) for text, width in zip(row, widths, strict=True)]
        found += [tuple(parts[at] if at < len(parts) else "" for parts in cells) for at in range(max(map(len, cells)))]
    return found


def _by_lines(text: str, width: float) -> list[str]:
    """Cut where a line ends: how much fits follows from the width, and one long word breaks anywhere."""
    layout = _set(text, width, _SMALL).layout
    starts = [layout.lineAt(at).textStart() for at in range(0, layout.lineCount(), _MOST_LINES)]
    return [_cut(text, start, end).strip() for start, end in zip(starts, [*starts[1:], None], strict=True)] or [""]


def _shortened(text: str, width: float, pixels: float) -> str:
    """With dots where more lines would come than stand above a document."""
    layout = _set(text, width, pixels).layout
    if layout.lineCount() <= _MOST_ABOVE:
        return text
    kept = _cut(text, 0, layout.lineAt(_MOST_ABOVE).textStart()).rstrip()
    return f"{kept[:-3].rstrip()}…"  # room for the dots, and for a wide letter less


def _cut(text: str, start: int, end: int | None) -> str:
    """Qt counts in halves of what is one character to us, such as a smiley."""
    halves = text.encode("utf-16-le")
    return halves[2 * start : None if end is None else 2 * end].decode("utf-16-le", "ignore")
