"""A table of figures to read: names, counts and euros, sorted by any column."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QWidget

from doorbraak.model import money
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from doorbraak.ui.session import Session

Kind = Literal["words", "count", "euros"]
Cell = str | int


@dataclass(frozen=True, slots=True)
class Heading:
    """A column. One without a width takes what is left."""

    title: str
    kind: Kind = "euros"
    width: int = 120
    hint: str = ""


@dataclass(frozen=True, slots=True)
class _Row:
    id: str
    cells: tuple[Cell, ...]


class FigureTable(RecordTable):
    """Rows are tuples of words and whole numbers; euros are given in cents."""

    def __init__(self, session: "Session", name: str, title: str, headings: Sequence[Heading], parent: QWidget) -> None:
        super().__init__(session, name, title, [_column(at, one) for at, one in enumerate(headings)], parent)

    def show_rows(self, rows: Iterable[tuple[Cell, ...]]) -> None:
        self.show_records([_Row("|".join(str(c) for c in row if isinstance(c, str)), row) for row in rows])


def _column(at: int, heading: Heading) -> Column:
    def shown(row: _Row) -> str:
        cell = row.cells[at]
        return money.whole(cell) if heading.kind == "euros" and isinstance(cell, int) else str(cell)

    def exact(row: _Row) -> str:
        cell = row.cells[at]
        return money.exact(cell) if heading.kind == "euros" and isinstance(cell, int) else str(cell)

    words = heading.kind == "words"
    return Column(
        f"c{at}",
        heading.title,
        shown,
        numeric=not words,
        width=heading.width,
        sort=None if words else lambda row: row.cells[at],
        hint=heading.hint,
        tip=exact,
    )
