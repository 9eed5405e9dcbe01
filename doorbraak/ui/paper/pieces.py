"""A section of a document as pieces of paper, tied to what they belong with."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from doorbraak.model.documents.document import (
    Block,
    Bullets,
    KeyFigures,
    Paragraph,
    Picture,
    Quote,
    Section,
    Subheading,
    Table,
)
from doorbraak.ui.paper import picture_piece, table_rows
from doorbraak.ui.paper.page_breaks import Piece, Tie, height_of, tied
from doorbraak.ui.paper.written import (
    ACCENT,
    FOOT,
    INK,
    INNER,
    LEFT,
    POINT,
    SMALL,
    SOFT,
    TOP,
    Rule,
    Written,
    write,
)

_INDENT = 12 * POINT  # of quotes and bullets
_MOST_SIGNS, _MOST_IN_HEADING = 1500, 400  # in one piece: it fits on a page in the widest letters
_FEW_ITEMS = 6
_LOW = (FOOT - TOP) / 4


def pieces_of(section: Section) -> list[Piece]:
    """A low section stays whole; in a higher one, each subheading with what is below it, when that is low."""
    heading = _heading(section.heading, 14 * POINT, gap=12 * POINT, below=4 * POINT, colour=ACCENT)
    parts = [_whole_when_low(_part(part)) for part in _by_subheading(section.blocks)]
    return _whole_when_low([*heading, *(piece for part in parts for piece in part)])


def _whole_when_low(pieces: list[Piece]) -> list[Piece]:
    return tied(pieces, Tie.WHOLE) if height_of(pieces) <= _LOW else pieces


def _by_subheading(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    starts = [at for at, block in enumerate(blocks) if at and isinstance(block, Subheading)]
    for start, end in pairwise([0, *starts, len(blocks)]):
        yield blocks[start:end]


def _part(blocks: Sequence[Block]) -> list[Piece]:
    """Blocks below one subheading: what introduces a list holds on to it, a note to what it is about, a table to the
    picture of it.
    """
    made = [(block, found) for block in blocks if (found := _pieces(block))]
    leads = _leads(made)
    pieces: list[Piece] = []
    for at, (block, found) in enumerate(made):
        pictured = isinstance(block, Table) and at > 0 and isinstance(made[at - 1][0], Picture)
        held = at > 0 and (leads[at - 1] or pictured or _is_note(block, found))
        pieces += [replace(found[0], tie=Tie.WHOLE), *found[1:]] if held else found
    return pieces


def _leads(made: Sequence[tuple[Block, list[Piece]]]) -> list[bool]:
    """For each block whether it introduces the next: a paragraph or a few, before a table, a list or figures."""
    found = [False] * len(made)
    room = 0.0
    for at in range(len(made) - 2, -1, -1):
        (block, pieces), (following, _) = made[at], made[at + 1]
        if isinstance(following, Table | Bullets | KeyFigures | Picture):
            room = _LOW
        elif not (isinstance(following, Paragraph) and found[at + 1]):
            room = 0.0
        room -= height_of(pieces)
        found[at] = isinstance(block, Paragraph) and room >= 0
    return found


def _is_note(block: Block, pieces: list[Piece]) -> bool:
    """The link and the date of an article, how a table is to be read."""
    return isinstance(block, Paragraph) and block.weight == "muted" and height_of(pieces) <= _LOW


def _pieces(block: Block) -> list[Piece]:
    match block:
        case Paragraph(text, weight):
            colour = SOFT if weight == "muted" else INK
            said = [write(part, INNER, bold=weight == "strong", colour=colour) for part in _parts(text)]
            return _with_room_below([_piece(one) for one in said], 5 * POINT)
        case Quote(text):
            said = [write(part, INNER - _INDENT, 11 * POINT, italic=True) for part in _parts(f"“{text}”")]
            return _with_room_below([_quoted(one) for one in said], 6 * POINT)
        case Bullets(items):
            return _bullets(items)
        case Subheading(text):
            return _heading(text, 11 * POINT, gap=6 * POINT, below=3 * POINT, colour=INK)
        case KeyFigures():
            return _key_figures(block)
        case Picture(chart):
            return [picture_piece.piece_of(chart)]
        case Table():
            return table_rows.pieces_of(block)


def _parts(text: str, most: int = _MOST_SIGNS) -> Iterator[str]:
    """A text per line end, and a very long one per so many characters, so that each piece fits on a page."""
    for line in text.split("\n"):
        rest = line
        while len(rest) > most:
            cut = rest.rfind(" ", 1, most)
            cut = cut if cut > 0 else most
            yield rest[:cut]
            rest = rest[cut:].lstrip()
        yield rest


def _piece(said: Written) -> Piece:
    return Piece((said.at(LEFT, 0),), said.height)


def _with_room_below(pieces: list[Piece], room: float) -> list[Piece]:
    return [*pieces[:-1], replace(pieces[-1], after=pieces[-1].after + room)]


def _heading(text: str, pixels: float, *, gap: float, below: float, colour: str) -> list[Piece]:
    said = [write(part, INNER, pixels, bold=True, colour=colour) for part in _parts(text, _MOST_IN_HEADING)]
    pieces = [replace(_piece(one), heading=True) for one in said]
    return _with_room_below([replace(pieces[0], before=gap), *pieces[1:]], below)


def _quoted(said: Written) -> Piece:
    bar = Rule(LEFT, 0, 2.4 * POINT, said.height, ACCENT)
    return Piece((bar, said.at(LEFT + _INDENT, 0)), said.height)


def _bullets(items: Sequence[str]) -> list[Piece]:
    """A few short ones stay whole; of more, none is alone on a page."""
    pieces: list[Piece] = []
    for at, item in enumerate(items):
        said = [write(part, INNER - _INDENT) for part in _parts(item)]
        found = [Piece((one.at(LEFT + _INDENT, 0),), one.height, after=2 * POINT) for one in said]
        found[0] = replace(found[0], items=(write("•", _INDENT).at(LEFT, 0), *found[0].items))
        if at in (1, len(items) - 1):
            found[0] = replace(found[0], tie=Tie.WHOLE)
        pieces += found
    if not pieces:
        return []
    few = len(items) <= _FEW_ITEMS and height_of(pieces) <= _LOW
    return _with_room_below(tied(pieces, Tie.WHOLE) if few else pieces, 3 * POINT)


def _key_figures(block: KeyFigures) -> list[Piece]:
    """A few numbers side by side, and under each what it says."""
    if not block.figures:
        return []
    width = INNER / max(4, len(block.figures))
    values = [write(one.value, width, 15 * POINT, bold=True) for one in block.figures]
    labels = [write(one.label, width - 6 * POINT, SMALL, colour=SOFT) for one in block.figures]
    above = max(value.height for value in values)
    placed = [
        item
        for at, (value, label) in enumerate(zip(values, labels, strict=True))
        for item in (value.at(LEFT + at * width, 0), label.at(LEFT + at * width, above))
    ]
    height = above + max(label.height for label in labels)
    return [Piece(tuple(placed), height, before=2 * POINT, after=8 * POINT)]
