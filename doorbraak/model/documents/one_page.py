"""Whether a document fits on one page, as far as that can be told without a font: every guess is on the safe side."""

from unicodedata import east_asian_width

from doorbraak.model.documents.document import Block, Bullets, Document, KeyFigures, Paragraph, Quote, Subheading, Table

ROOM = 694
"""Points that a sheet of A4 has without its margins, head and foot."""
_TITLE, _HEADING = 35, 35
_WIDTH = 470
_BODY, _SMALL = 10.0, 8.6
_LEADING = 1.36
_SAFE = 1.02
"""Letters of another font may be somewhat wider."""
_WIDE = frozenset("mwMW@%—…")
_NARROW = frozenset(" .,:;il|'’")


def fits(document: Document) -> bool:
    subtitle = _lines(document.subtitle, 12.0, _WIDTH) * 12.0 * _LEADING
    sections = sum(_HEADING + sum(map(_height, section.blocks)) for section in document.sections)
    return _TITLE + subtitle + sections <= ROOM


def _height(block: Block) -> float:
    match block:
        case Paragraph(text):
            return _text(text) + 5
        case Quote(text):
            return _text(text) * 1.1 + 8
        case Bullets(items):
            return sum(_text(item) + 2 for item in items) + 3
        case Subheading(text):
            return _text(text) * 1.1 + 9
        case KeyFigures(figures):
            width = _WIDTH / max(4, len(figures)) - 6
            value = max(_lines(one.value, 15, width) for one in figures) * 15 * _LEADING
            return 10 + value + max(_lines(one.label, _SMALL, width) for one in figures) * _SMALL * _LEADING
        case Table(columns, rows, total):
            share = _WIDTH / sum(column.width for column in columns)
            widths = [column.width * share - 6 for column in columns]
            lines = [tuple(column.title for column in columns), *rows, *((total,) if total else ())]
            return 10 + sum(
                max(_lines(cell, _SMALL, width) for cell, width in zip(line, widths, strict=True)) * _SMALL * _LEADING
                + 6
                for line in lines
            )


def _text(text: str) -> float:
    return _lines(text, _BODY, _WIDTH) * _BODY * _LEADING


def _lines(text: str, size: float, width: float) -> int:
    """Word after word; one that is longer than a line begins on a line of its own."""
    return sum(_wrapped(line, width / size / _SAFE) for line in text.split("\n"))


def _wrapped(line: str, room: float) -> int:
    found, taken = 1, 0.0
    for word in line.split(" "):
        wide = sum(map(_share, word))
        if taken and taken + wide > room:
            found, taken = found + 1, 0.0
        found += int(wide / room)
        taken += wide % room + _share(" ")
    return found


def _share(sign: str) -> float:
    """Of the letter's height; most are half as wide as they are high."""
    if sign in _WIDE or sign.isupper():
        return 1.02 if sign in _WIDE else 0.7
    if sign.isascii() or sign in "éèëïöüáóíç’“”€–":
        return 0.32 if sign in _NARROW else 0.6
    return 1.02 if east_asian_width(sign) in "WF" else 0.8
