"""samenvatting.xlsx: the protected tables for people to read. Nothing reads it back.

Cells hold numbers that passed the door, names from the catalogue, and the fixed texts of this module.
"""

import io
import unicodedata
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

from doorbraak.model import whole_files
from doorbraak.model.exchange import constant_zip
from doorbraak.model.exchange.door import MOST_LABEL, ProtectedSummary, ProtectedTable

FILE_NAME = "samenvatting.xlsx"
FIRST_SHEET = "Uitleg"
EXAMPLE = "VOORBEELD: verzonnen gegevens, geen echte cijfers."
_CREATOR = "Doorbraak"
_FONT = "Calibri"  # openpyxl's own; a bold cell without a name would get another
_ALWAYS = datetime(2000, 1, 1)  # when it was made is nobody's business
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
    "november", "december",
)  # fmt: skip

_ABOUT = (
    "Dit bestand telt huishoudens. Het bevat geen namen, geen nummers en geen eigen woorden.",
    "Het is statistisch beveiligd. Geen enkele regel gaat over minder dan 10 huishoudens.",
    "Een huishouden kan in meer regels staan. Tel de regels dus niet bij elkaar op.",
    "Staat er een echt huishouden in de werkmap? Dan tellen voorbeelden niet mee.",
)
_LEFT_OUT = (
    "Regels met minder dan 10 huishoudens. Ook nul: anders ziet een collega om wie het gaat.",
    "Regels waar minder dan 10 huishoudens buiten vallen. Anders is te zien om wie het niet gaat.",
    f"Het precieze getal als bijna iedereen in een regel valt. Dan staat er: {MOST_LABEL}.",
    "Zijn er weinig huishoudens, dan vervalt ook die regel.",
    "Een probleem dat een leefgebied bijna of helemaal vult. Trek het ervan af, en er blijven te weinig over.",
    "Het precieze aantal huishoudens. Daarvan staat er alleen een klasse.",
    "Eigen woorden. Die tellen mee als “overig”.",
    "Totalen naast hun delen, en alle gegevens van één huishouden.",
)
_SHARING = (
    "Deel een nieuwe samenvatting pas als er 5 of meer huishoudens bij zijn gekomen of weg zijn.",
    "Anders kan het verschil tussen twee bestanden over één huishouden gaan.",
)
_TOO_FEW = "Er zijn te weinig huishoudens om iets over te tellen. Daarom zijn er geen tabellen."


def write(summary: ProtectedSummary, path: Path, on: date) -> None:
    """Whole or not at all. Equal summary and day give equal bytes. Raises NoAccess, DiskFull, DiskFailed."""
    content = workbook_bytes(summary, on)  # before anything is touched
    whole_files.write_all(path.parent, {path.name: content})


def workbook_bytes(summary: ProtectedSummary, on: date) -> bytes:
    """The workbook. Raises TypeError for anything that did not come through the door."""
    if type(summary) is not ProtectedSummary:
        raise TypeError("only what came through the door may leave")
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    book.properties.creator = _CREATOR
    book.properties.lastModifiedBy = _CREATOR
    book.properties.created = book.properties.modified = _ALWAYS
    explanation = book.active
    explanation.title = FIRST_SHEET
    _explain(explanation, summary, on)
    for table in summary.tables:
        _fill(book.create_sheet(table.title), table, summary.example)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        # The writer itself, since Workbook.save would put the present moment into the properties.
        ExcelWriter(book, archive).write_data()
    return constant_zip.repacked(raw.getvalue())


def _explain(sheet: Any, summary: ProtectedSummary, on: date) -> None:
    row = _head(sheet, "Samenvatting van de huishoudens op één computer", summary.example)
    _put(sheet, row, 1, f"Stand op {on.day} {_MONTHS[on.month - 1]} {on.year}")
    _put(sheet, row + 1, 1, f"Aantal huishoudens: {summary.size}")
    row += 3
    row = _paragraph(sheet, row, "Wat is dit", _ABOUT)
    if not summary.tables:
        row = _paragraph(sheet, row, "Geen tabellen", (_TOO_FEW,))
    row = _paragraph(sheet, row, "Wat is weggelaten en waarom", _LEFT_OUT)
    row = _paragraph(sheet, row, "Bij het delen", _SHARING)
    if summary.tables:
        row = _paragraph(sheet, row, "Wat er staat", ())
        for column, title in enumerate(("Tabel", "Regels in de lijst", "Getoond", "Niet getoond"), 1):
            _put(sheet, row - 1, column, title, bold=True)
        for table in summary.tables:
            shown = len(table.rows)
            _put(sheet, row, 1, table.title)
            for column, value in enumerate((table.listed, shown, table.listed - shown), 2):
                _put(sheet, row, column, value)
            row += 1
    _widths(sheet, (96, 18, 12, 14))


def _paragraph(sheet: Any, row: int, title: str, lines: tuple[str, ...]) -> int:
    """Heading and lines; gives the first row after an empty one."""
    _put(sheet, row, 1, title, bold=True)
    for number, line in enumerate(lines, 1):
        _put(sheet, row + number, 1, line)
    return row + len(lines) + 2


def _fill(sheet: Any, table: ProtectedTable, example: bool) -> None:
    row = _head(sheet, table.title, example)
    if not table.rows:
        _put(sheet, row, 1, "Geen enkele regel mag getoond worden. Zie het blad Uitleg.")
    else:
        _put(sheet, row, 1, table.row_title, bold=True)
        _put(sheet, row, 2, "Huishoudens", bold=True, right=True)
        for number, shown in enumerate(table.rows, row + 1):
            _put(sheet, number, 1, shown.label)
            households = MOST_LABEL if shown.households is None else shown.households
            _put(sheet, number, 2, households, right=True)
        sheet.freeze_panes = sheet.cell(row + 1, 1)
    _widths(sheet, (72, 16))


def _head(sheet: Any, title: str, example: bool) -> int:
    """Title, and that it is an example when it is; gives the first free row."""
    from openpyxl.styles import Font

    _put(sheet, 1, 1, title)
    sheet.cell(1, 1).font = Font(name=_FONT, bold=True, size=14)
    if not example:
        return 3
    _put(sheet, 2, 1, EXAMPLE, bold=True)
    return 4


def _put(sheet: Any, row: int, column: int, value: str | int, *, bold: bool = False, right: bool = False) -> None:
    from openpyxl.styles import Alignment, Font

    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = harmless(value)
        cell.data_type = "s"  # openpyxl guesses: a formula behind =, an error in "#N/A"
    else:
        cell.value = value
    if bold:
        cell.font = Font(name=_FONT, bold=True, size=11)
    cell.alignment = Alignment(
        vertical="top", horizontal="right" if right else None, wrap_text=True if column == 1 else None
    )


def harmless(text: str) -> str:
    """Without invisible characters, and not beginning with what a spreadsheet would calculate."""
    shown = "".join(ch for ch in text if unicodedata.category(ch) not in ("Cc", "Cf", "Cs")).strip()
    return f"'{shown}" if unicodedata.normalize("NFKC", shown[:1]) in ("=", "+", "-", "@", "−") else shown


def _widths(sheet: Any, widths: tuple[int, ...]) -> None:
    for letter, width in zip("ABCD", widths, strict=False):
        sheet.column_dimensions[letter].width = width
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = "landscape" if len(widths) > 2 else "portrait"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
