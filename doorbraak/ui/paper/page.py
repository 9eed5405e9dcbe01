"""A Document laid out on A4 pages: which words stand where. Without a device, so a test can read it.

Units are tenths of a point. Where a page ends is up to page_breaks.py.
"""

from doorbraak.model.documents import wording
from doorbraak.model.documents.document import Document
from doorbraak.ui.paper import pieces
from doorbraak.ui.paper.page_breaks import Flow
from doorbraak.ui.paper.written import (
    ACCENT,
    FOOT,
    HEIGHT,
    INNER,
    LEFT,
    LINE,
    POINT,
    SMALL,
    SOFT,
    TOP,
    WIDTH,
    Page,
    Rule,
    Words,
    cut,
    write,
)

__all__ = ["FOOT", "HEIGHT", "LEFT", "POINT", "TOP", "WIDTH", "Page", "Words", "pages_of"]

_MOST_ABOVE = 2  # lines of a title and of a subtitle


def pages_of(document: Document) -> tuple[Page, ...]:
    """All pages with head and foot. Needs an application (offscreen.ensure)."""
    flow = Flow()
    above = flow.pages[0].items
    above.append(write(document.title, INNER, 22 * POINT, bold=True, colour=ACCENT).at(LEFT, flow.y))
    flow.y += 31 * POINT
    if document.subtitle:
        said = write(_shortened(document.subtitle, INNER, 12 * POINT), INNER, 12 * POINT, colour=SOFT)
        above.append(said.at(LEFT, flow.y))
        flow.y += said.height
    flow.y += 4 * POINT
    flow.fill([piece for section in document.sections for piece in pieces.pieces_of(section)])
    for number, page in enumerate(flow.pages, start=1):
        _frame(page, document, number, len(flow.pages))
    return tuple(flow.pages)


def _frame(page: Page, document: Document, number: int, of: int) -> None:
    """The head (title and marks) and foot (date and number) of a page."""
    half = INNER / 2
    head, foot = 40 * POINT, HEIGHT - 44 * POINT
    page.items += [
        write(document.title, half, SMALL, colour=SOFT).at(LEFT, head),
        write("  ·  ".join(document.marks), half * 1.2, SMALL, bold=True, right=True).at(LEFT + half * 0.8, head),
        Rule(LEFT, head + 16 * POINT, INNER, 0, LINE),
        Rule(LEFT, foot - 6 * POINT, INNER, 0, LINE),
        write(document.foot or wording.day(document.on), half, SMALL, colour=SOFT).at(LEFT, foot),
        write(f"{number} van {of}", half, SMALL, colour=SOFT, right=True).at(LEFT + half, foot),
    ]


def _shortened(text: str, width: float, pixels: float) -> str:
    """With dots where more lines would come than stand above a document."""
    layout = write(text, width, pixels).layout
    if layout.lineCount() <= _MOST_ABOVE:
        return text
    kept = cut(text, 0, layout.lineAt(_MOST_ABOVE).textStart()).rstrip()
    return f"{kept[:-3].rstrip()}…"  # room for the dots, and for a wide letter less
