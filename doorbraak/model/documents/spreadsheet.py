"""Sheets of values and our own formulas into the bytes of an .xlsx file, in memory.

A spreadsheet program may run a text that starts with =, +, - or @ as a formula, and take "#N/A" for an error:
every text is marked as text. A formula is a type of its own and refers to cells: what somebody typed is never in one.
The properties carry no author and no time, so that the same sheets give the same bytes.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from xml.sax.saxutils import escape

Value = str | int | date | Fraction | None
"""Fraction is a number with a decimal part; money is a Fraction of euros."""


@dataclass(frozen=True, slots=True)
class Formula:
    """`text` without "=", made of our own words and cells only. `value`: what it comes to, for a program that shows
    a file without reckoning; one that reckons finds the same.
    """

    text: str
    value: int | Fraction | str


Cell = Value | Formula

_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # the first that a zip file can hold
_DECIMALS = "#,##0.00##"
_CORE = "docProps/core.xml"
_NOT_IN_XML = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF))
LONGEST_CELL = 32_767  # what a spreadsheet's cell can hold


@dataclass(frozen=True, slots=True)
class Sheet:
    """`widths` in characters, one per column."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


def column(at: int) -> str:
    """The letters of column 0, 1, ...: "A", "B", ... "AA"."""
    return (column(at // 26 - 1) if at >= 26 else "") + chr(ord("A") + at % 26)


def bytes_of(sheets: tuple[Sheet, ...], title: str) -> bytes:
    """The bytes of an .xlsx file; `title` stands in its properties."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(WorksheetWriter):  # type: ignore[misc]
        """openpyxl streams each sheet through a readable file in the temporary folder; we keep it in memory."""

        def cleanup(self) -> None:
            self.out.close()

    book = Workbook(write_only=True)
    book.properties.creator = ""
    book.properties.title = title
    book.properties.created = datetime(*_FIXED_TIME)
    book.calculation.fullCalcOnLoad = True
    wrap, bold = Alignment(vertical="top", wrap_text=True), Font(bold=True)
    for sheet in sheets:
        page = book.create_sheet(sheet.title)
        page.freeze_panes = "A2"
        for at, width in enumerate(sheet.widths, start=1):
            page.column_dimensions[get_column_letter(at)].width = width
        page._writer = InMemory(page, out=io.BytesIO())
        page._writer.write_top()
        for number, row in enumerate((sheet.head, *sheet.rows)):
            page.append([_cell(page, value, wrap, bold if number == 0 else None) for value in row])
    out = io.BytesIO()
    with _Archive(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.formulas = {
            f"xl/worksheets/sheet{at}.xml": [cell for row in sheet.rows for cell in row if isinstance(cell, Formula)]
            for at, sheet in enumerate(sheets, start=1)
        }
        ExcelWriter(book, archive).write_data()
    return out.getvalue()


def _cell(page: Any, value: Cell, alignment: Any, font: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell

    cell = WriteOnlyCell(page)
    if isinstance(value, str):
        text = value.translate(_NOT_IN_XML)[:LONGEST_CELL]
        cell.value = text
        cell.data_type = "s"  # openpyxl guesses: a formula behind =, an error in "#N/A"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@", "\t", "\r"))
    elif isinstance(value, Fraction):
        # A float, and a spreadsheet, keeps 15 digits. So an amount below ten thousand billion euros is exact
        # to the cent and a quantity to its fourth decimal; a larger amount is the nearest one that fits.
        cell.value = float(value)
        cell.number_format = _DECIMALS
    elif isinstance(value, Formula):
        cell.value = f"={value.text}"
        if isinstance(value.value, Fraction):
            cell.number_format = _DECIMALS
    else:
        cell.value = value
    if isinstance(value, date):
        cell.number_format = "d-m-yyyy"
    cell.alignment = alignment
    if font is not None:
        cell.font = font
    return cell


class _Archive(zipfile.ZipFile):
    """A zip file whose parts carry no time, and that takes a part from memory where openpyxl hands a file.

    `formulas`: by the name of a sheet's part, in the order of its cells; openpyxl writes none of their values.
    """

    formulas: dict[str, list[Formula]]

    def writestr(self, zinfo_or_arcname: Any, data: Any, *_: Any, **__: Any) -> None:
        name = zinfo_or_arcname if isinstance(zinfo_or_arcname, str) else zinfo_or_arcname.filename
        part = zipfile.ZipInfo(name, _FIXED_TIME)
        part.external_attr = 0o600 << 16
        if name == _CORE:
            data = _without_moment(data)
        super().writestr(part, data, zipfile.ZIP_DEFLATED)

    def write(self, filename: Any, arcname: Any = None, *_: Any, **__: Any) -> None:
        self.writestr(arcname, _with_values(filename.getvalue(), self.formulas.get(arcname, [])))


_WITHOUT_VALUE = re.compile(rb"<c (?P<at>[^<>]*)><f>(?P<text>[^<]*)</f>(?:<v ?/>|<v></v>)</c>")


def _with_values(sheet: bytes, formulas: list[Formula]) -> bytes:
    """With what each formula comes to behind it."""
    waiting = iter(formulas)

    def filled(found: re.Match[bytes]) -> bytes:
        value = next(waiting).value
        kind = b' t="str"' if isinstance(value, str) else b""
        text = escape(value) if isinstance(value, str) else repr(float(value)) if isinstance(value, Fraction) else value
        return b"<c %s%s><f>%s</f><v>%s</v></c>" % (found["at"], kind, found["text"], str(text).encode())

    done, count = _WITHOUT_VALUE.subn(filled, sheet)
    if count != len(formulas):
        raise ValueError("a formula of a sheet was not found back")
    return done


def _without_moment(core: bytes) -> bytes:
    """Without the moment of writing, which openpyxl fills in by itself."""
    return re.sub(rb"<dcterms:modified.*?</dcterms:modified>", b"", core)
