"""A table of a document as pieces of paper: its head, its rows and its total, each set in its columns."""

from collections.abc import Sequence
from dataclasses import replace

from doorbraak.model.documents.document import Table
from doorbraak.ui.paper.page_breaks import Piece, Tie, height_of, tied
from doorbraak.ui.paper.written import FOOT, INK, INNER, LEFT, LINE, POINT, SMALL, SOFT, TOP, Rule, cut, write

_CELL_X, _CELL_Y = 3 * POINT, 3 * POINT
_MOST_LINES = 40  # of a cell in one row: with these and a head a page is not full
_FEW_ROWS = 3
_LOW = (FOOT - TOP) / 3


def pieces_of(table: Table) -> list[Piece]:
    """A row is never split unless it is higher than a page, and none is alone: not the first, not the last, no total.
    A low table stays whole."""
    head = _piece(table, tuple(column.title for column in table.columns), bold=True, colour=SOFT)
    head = replace(head, before=2 * POINT, heading=bool(table.rows or table.total))
    rows = [_piece(table, row, head) for row in _short_rows(table)]
    if table.total:
        rows.append(_piece(table, table.total, head, bold=True))
    last = len(rows) - (2 if table.total else 1)
    pieces = [head, *tied(rows, Tie.ROWS, lambda at: at == 1 or at >= last)]
    pieces[-1] = replace(pieces[-1], after=8 * POINT)
    return tied(pieces, Tie.WHOLE) if len(table.rows) <= _FEW_ROWS or height_of(pieces) <= _LOW else pieces


def _widths(table: Table) -> list[float]:
    share = INNER / sum(column.width for column in table.columns)
    return [column.width * share for column in table.columns]


def _piece(
    table: Table, line: Sequence[str], head: Piece | None = None, *, bold: bool = False, colour: str = INK
) -> Piece:  # fmt: skip
    widths = _widths(table)
    cells = [
        write(text, width - 2 * _CELL_X, SMALL, bold=bold, colour=colour, right=column.number)
        for text, width, column in zip(line, widths, table.columns, strict=True)
    ]
    height = max(cell.height for cell in cells) + 2 * _CELL_Y
    placed = [cell.at(LEFT + sum(widths[:at]) + _CELL_X, _CELL_Y) for at, cell in enumerate(cells)]
    return Piece((*placed, Rule(LEFT, height, INNER, 0, LINE)), height, head=head)


def _short_rows(table: Table) -> list[tuple[str, ...]]:
    """A row with a very long cell becomes rows that each fit on a page."""
    widths = [width - 2 * _CELL_X for width in _widths(table)]
    found: list[tuple[str, ...]] = []
    for row in table.rows:
        cells = [_by_lines(text, width) for text, width in zip(row, widths, strict=True)]
        found += [tuple(parts[at] if at < len(parts) else "" for parts in cells) for at in range(max(map(len, cells)))]
    return found


def _by_lines(text: str, width: float) -> list[str]:
    """Cut where a line ends: how much fits follows from the width, and one long word breaks anywhere."""
    layout = write(text, width, SMALL).layout
    starts = [layout.lineAt(at).textStart() for at in range(0, layout.lineCount(), _MOST_LINES)]
    return [cut(text, start, end).strip() for start, end in zip(starts, [*starts[1:], None], strict=True)] or [""]
