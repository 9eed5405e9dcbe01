"""A document as data: sections with paragraphs, quotes, lists, tables and key figures. No Qt, no drawing."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from doorbraak.model.documents.chart import Chart
from doorbraak.model.dossier.household import Household

EXAMPLE = "VOORBEELD"
PERSONAL = "Bevat persoonsgegevens"
CONFIDENTIAL = "Vertrouwelijk"

Weight = Literal["plain", "muted", "strong"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a line end in `text` is a line end on paper."""

    text: str
    weight: Weight = "plain"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, shown as such."""

    text: str


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Subheading:
    text: str


@dataclass(frozen=True, slots=True)
class KeyFigure:
    value: str
    label: str


@dataclass(frozen=True, slots=True)
class KeyFigures:
    """A few numbers side by side, large."""

    figures: tuple[KeyFigure, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is a share of the table's width, in relation to the other columns. `number`: to the right."""

    title: str
    width: int
    number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Every row has as many cells as there are columns; so has `total`, the line below, when there is one."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    total: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for row in (*self.rows, *((self.total,) if self.total else ())):
            if len(row) != len(self.columns):
                raise ValueError("a row of a table has more or fewer cells than there are columns")


@dataclass(frozen=True, slots=True)
class Picture:
    """The bars of a chart. What they say stands in words beside them: a title above, a table below."""

    chart: Chart


Block = Paragraph | Quote | Bullets | Subheading | KeyFigures | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """`title` is free of names, because it also stands in the file's properties. `marks` stand on every page.

    `foot`: what stands below each page, where that is not the day.
    """

    title: str
    subtitle: str
    on: date
    marks: tuple[str, ...]
    sections: tuple[Section, ...]
    foot: str = ""


def marks_of(household: Household) -> tuple[str, ...]:
    """What every page about one household says of itself."""
    return (EXAMPLE, PERSONAL, CONFIDENTIAL) if household.example else (PERSONAL, CONFIDENTIAL)


def text_of(document: Document) -> str:
    """All words of a document in reading order, one piece per line: to search, copy or test."""
    pieces = [document.title, document.subtitle, *document.marks]
    for section in document.sections:
        pieces.append(section.heading)
        for block in section.blocks:
            pieces += _pieces(block)
    return "\n".join(piece for piece in pieces if piece)


def read_as_text(document: Document) -> str:
    """The same for somebody who reads it on the screen as plain letters: parts apart, lists and tables to be seen."""
    parts = ["\n".join(piece for piece in (document.title, document.subtitle, *document.marks) if piece)]
    for section in document.sections:
        lines = [section.heading.upper()]
        for block in section.blocks:
            if isinstance(block, Bullets):
                lines += [f"• {item}" for item in block.items]
            elif isinstance(block, Table):
                lines += [_told(block, row) for row in (*block.rows, block.total) if row]
            else:
                lines += [piece for piece in _pieces(block) if piece]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def _told(table: Table, row: tuple[str, ...]) -> str:
    """ "Nummer 3 · Naar Sam": what each is, since columns don't stand below each other. Of two the first names it."""
    if len(row) <= 2:
        return ": ".join(row)
    return " · ".join(f"{column.title} {cell}" for column, cell in zip(table.columns, row, strict=True) if cell)


def _pieces(block: Block) -> list[str]:
    match block:
        case Bullets(items):
            return list(items)
        case KeyFigures(figures):
            return [f"{figure.value} {figure.label}" for figure in figures]
        case Table(columns, rows, total):
            lines = [tuple(column.title for column in columns), *rows, total]
            return ["\t".join(line) for line in lines]
        case Picture():
            return []
        case Paragraph(text) | Quote(text) | Subheading(text):
            return [text]
