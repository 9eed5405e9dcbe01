"""Whether a document fits on one page, as far as that can be told without a font: every guess is on the safe side."""

from unicodedata import east_asian_width

from doorbraak.model.documents.document import (
    Block,
    Bullets,
    Document,
    KeyFigures,
    Paragraph,
    Picture,
    Quote,
    Subheading,
    Table,
)

ROOM = 694
"""Points that a sheet of A4 has without its margins, head and foot."""
_TITLE, _HEADING = 35, 35
_WIDTH, _IN_BULLETS = 480, 468
_BODY, _SMALL = 10.0, 8.6
_LEADING = 1.36
_BOLD = 1.12
_WIDTHS = {
    sign: width
    for signs, width in (
        ("ijlI|'’", 0.3), (" .,:;!f/-", 0.36), ("rt()[]", 0.42), ("csz“”", 0.55), ("aeokvxy", 0.62),
        ("bdghnpqu0123456789€–éèëïöüáóíç", 0.64), ("DGHNOQU", 0.79), ("mwMW@%—…", 1.02),
    )
    for sign in signs
}  # fmt: skip
"""Of the letter's height, in the widest font that paper can have."""


def fits(document: Document) -> bool:
    subtitle = _lines(document.subtitle, 12.0, _WIDTH) * 12.0 * _LEADING
    sections = sum(_HEADING + sum(map(_height, section.blocks)) for section in document.sections)
    return _TITLE + subtitle + sections <= ROOM


def _height(block: Block) -> float:
    match block:
        case Paragraph(text, weight):
            return _text(text, _WIDTH / (_BOLD if weight == "strong" else 1)) + 5
        case Quote(text):
            return _text(text, _IN_BULLETS) * 1.1 + 8
        case Bullets(items):
            return sum(_text(item, _IN_BULLETS) + 2 for item in items) + 3
        case Subheading(text):
            return _text(text) * 1.1 + 9
        case KeyFigures(figures):
            width = _WIDTH / max(4, len(figures)) - 6
            value = max(_lines(one.value, 15, width) for one in figures) * 15 * _LEADING
            return 10 + value + max(_lines(one.label, _SMALL, width) for one in figures) * _SMALL * _LEADING
        case Picture():
            return ROOM  # how high it is, only who draws it knows
        case Table(columns, rows, total):
            share = _WIDTH / sum(column.width for column in columns)
            widths = [column.width * share - 6 for column in columns]
            bold = [tuple(column.title for column in columns), *((total,) if total else ())]
            high = [_row(line, [width / _BOLD for width in widths]) for line in bold]
            return 10 + sum(high) + sum(_row(line, widths) for line in rows)


def _row(cells: tuple[str, ...], widths: list[float]) -> float:
    return max(_lines(cell, _SMALL, width) for cell, width in zip(cells, widths, strict=True)) * _SMALL * _LEADING + 6


def _text(text: str, width: float = _WIDTH) -> float:
    return _lines(text, _BODY, width) * _BODY * _LEADING


def _lines(text: str, size: float, width: float) -> int:
    """Word after word; one that is longer than a line begins on a line of its own."""
    return sum(_wrapped(line, width / size) for line in text.split("\n"))


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
    """Of the letter's height."""
    if known := _WIDTHS.get(sign):
        return known
    if sign.isascii():
        return 0.7 if sign.isupper() else 0.64
    return 1.02 if east_asian_width(sign) in "WF" else 0.8
