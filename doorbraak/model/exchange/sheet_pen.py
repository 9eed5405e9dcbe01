"""Writes on one sheet of a workbook, line by line from the top: words that are never a formula, numbers with a unit.

On paper its title, the heads of its columns and the page number are in the margin. Repeating the head of a table itself
would need a defined name, and there are none in what is published.
"""

from collections.abc import Sequence
from copy import copy
from typing import Any, Literal

from doorbraak.model.exchange import sheet_pages
from doorbraak.model.exchange.summary import harmless

Value = str | int | None
Look = Literal["plain", "strong", "quiet", "head", "title", "subtitle"]
NUMBER, EUROS, PER_CENT = "#,##0", '"€ "#,##0;-"€ "#,##0', '0"%"'
_FONT = "Calibri"  # openpyxl's own; a cell without a name would get another
_INCH = 72.0
_MOST_HEADS = 150  # signs: the margin of a page takes 255 in all
_HEIGHT, _HEIGHTS = 15.0, {"title": 24.0, "subtitle": 20.0}
_SIGNS, _SIGNS_BOLD = 0.98, 0.9  # in a unit of width, of the widest letters that a program puts in Calibri's place
_INK, _SOFT, _ACCENT, _GROUND, _LINE = "FF1F2933", "FF52606D", "FF174A7C", "FFE8EEF4", "FFCBD2D9"


class SheetPen:
    """`row`: the next one that is written."""

    def __init__(self, sheet: Any, widths: Sequence[float]) -> None:
        from openpyxl.utils import get_column_letter

        self._sheet = sheet
        self._widths = tuple(widths)
        self.row = 1
        self._styles: dict[tuple[object, ...], Any] = {}
        self._lines: list[tuple[float, Look | None, bool]] = []
        for at, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(at)].width = width
        sheet.sheet_view.showGridLines = False
        sheet.page_setup.paperSize = 9  # A4

    def margins(self, above: str, below: str) -> None:
        """What stands above and below each page on paper. An & would be a command there."""
        self._sheet.oddHeader.left.text = above.replace("&", "&&")
        self._sheet.oddFooter.left.text = below.replace("&", "&&")
        for part in (self._sheet.oddHeader.left, self._sheet.oddFooter.left, self._sheet.oddFooter.right):
            part.size = 8
        self._sheet.oddFooter.right.text = "&P van &N"

    def line(self, *values: Value, look: Look = "plain", formats: Sequence[str] = (), words: int = 1) -> None:
        """One row; `formats`: of the numbers, from the first column on. The first `words` columns are labels.

        A sentence by itself goes over the whole width. Rows are as high as their words need: not every program that
        shows a workbook sees to that.
        """
        widths: Sequence[float] = self._widths
        if len(values) == 1 and look not in ("title", "subtitle"):
            widths = (sum(widths),)
            if len(self._widths) > 1:
                self._sheet.merge_cells(
                    start_row=self.row, end_row=self.row, start_column=1, end_column=len(self._widths)
                )
        lines = max(
            (_lines(one, wide, look) for one, wide in zip(values, widths, strict=False) if isinstance(one, str)),
            default=1,
        )
        height = _HEIGHTS.get(look, _HEIGHT * lines + (2 if look == "head" else 0))
        self._sheet.row_dimensions[self.row].height = height
        self._lines.append((height, look, len(values) > 1))
        for column, value in enumerate(values, 1):
            if value is not None:
                number = formats[column - 1] if column <= len(formats) else NUMBER
                self._put(column, value, look, number, label=column <= words, ruled=look == "head" or len(values) > 1)
        self.row += 1

    def skip(self) -> None:
        self._lines.append((_HEIGHT, None, False))
        self.row += 1

    def heads(self, *heads: str) -> None:
        """What stands in the columns, in the margin of every page: a table may go on for more of them."""
        said = " · ".join(heads)
        if len(said) <= _MOST_HEADS:
            self._sheet.oddHeader.right.text = said.replace("&", "&&")
            self._sheet.oddHeader.right.size = 8

    def end(self) -> None:
        """Nothing comes after this: the sheet is divided into pages."""
        from openpyxl.worksheet.pagebreak import Break

        made = sheet_pages.pages_of([self._tied(at) for at in range(len(self._lines))], self._widths)
        setup, margins = self._sheet.page_setup, self._sheet.page_margins
        setup.orientation = "landscape" if made.landscape else "portrait"
        setup.fitToHeight = int(made.whole)
        self._sheet.sheet_properties.pageSetUpPr.fitToPage = True
        margins.left = margins.right = sheet_pages.SIDE / _INCH
        margins.top = margins.bottom = sheet_pages.ABOVE / _INCH
        margins.header = margins.footer = sheet_pages.EDGE / _INCH
        for row in made.ends:
            self._sheet.row_breaks.append(Break(id=row))

    def _tied(self, at: int) -> sheet_pages.Line:
        """A heading is nothing without what it is of, and a note nothing without the end of that."""
        height, look, cells = self._lines[at]
        after = self._lines[at + 1][1] if at + 1 < len(self._lines) else None
        heading = look in ("title", "subtitle", "head") or (look == "strong" and not cells)
        return sheet_pages.Line(height, after is not None and (heading or after == "quiet"), look == "subtitle")

    def freeze(self, columns: int = 0) -> None:
        """What was written so far stays in sight, and so many columns."""
        self._sheet.freeze_panes = self._sheet.cell(self.row, columns + 1)

    def _put(self, column: int, value: str | int, look: Look, number: str, *, label: bool, ruled: bool) -> None:
        cell = self._sheet.cell(self.row, column)
        if isinstance(value, str):
            cell.value = harmless(value)
            cell.data_type = "s"  # openpyxl guesses: a formula behind =, an error in "#N/A"
            number = ""
        else:
            cell.value = value
        way = (look, number, label, ruled)
        if way in self._styles:  # openpyxl looks each part up again by its content: most of the time that a book takes
            cell._style = copy(self._styles[way])
        else:
            self._dress(cell, look, number, label=label, ruled=ruled)
            self._styles[way] = cell._style

    def _dress(self, cell: Any, look: Look, number: str, *, label: bool, ruled: bool) -> None:
        from openpyxl.styles import Alignment, Border, PatternFill, Side

        if number:
            cell.number_format = number
        cell.font = _font(look)
        cell.alignment = Alignment(
            horizontal="left" if label else "right", vertical="bottom" if look == "head" else "top",
            wrap_text=look not in ("title", "subtitle"),
        )  # fmt: skip
        if look == "head":
            cell.fill = PatternFill("solid", fgColor=_GROUND)
        if look in ("head", "strong") and ruled:
            cell.border = Border(bottom=Side("thin", color=_LINE))


def _lines(text: str, width: float, look: Look) -> int:
    """How many a text takes in a column: words go over whole, so a little more than its length says."""
    room = max(1.0, width * (_SIGNS_BOLD if look in ("strong", "head") else _SIGNS))
    lines, used = 1, 0.0
    for word in text.split(" "):
        if used and used + 1 + len(word) > room:
            lines, used = lines + 1, 0.0
        used += len(word) + (1 if used else 0)
        while used > room:
            lines, used = lines + 1, used - room
    return lines


def _font(look: Look) -> Any:
    from openpyxl.styles import Font

    size = {"title": 16, "subtitle": 12}.get(look, 11)
    colour = {"title": _ACCENT, "subtitle": _ACCENT, "quiet": _SOFT}.get(look, _INK)
    return Font(name=_FONT, size=size, bold=look not in ("plain", "quiet"), color=colour)
