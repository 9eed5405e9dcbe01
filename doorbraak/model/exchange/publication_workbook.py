"""The workbook of a publication: what it is, what people look for first, and every table in rows and columns.

Cells hold figures as they are shown, names from the catalogue and words of our own. No formula, comment, link, defined
name or hidden sheet; equal publications give equal bytes.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from doorbraak.model.exchange import (
    constant_zip,
    other_senders,
    publication_matrix,
    published,
    published_method,
    published_sentences,
    published_words,
    sheet_names,
)
from doorbraak.model.exchange.publication_matrix import Matrix, Value
from doorbraak.model.exchange.published import Publication, PublishedCell, PublishedTable
from doorbraak.model.exchange.published_view import Chapter, Figure, Unit, View
from doorbraak.model.exchange.published_year import IN_LAST, in_short
from doorbraak.model.exchange.sheet_pen import EUROS, NUMBER, PER_CENT, SheetPen
from doorbraak.model.exchange.summary import EXAMPLE

FIRST_SHEET, METHOD_SHEET = "Uitleg", "Hoe is dit berekend"
LABEL = "Statistisch beveiligd"
STAND, BESIDE = "Stand van", "Bandbreedte, en van hoeveel"
_CREATOR = "Doorbraak"
_ALWAYS = datetime(2000, 1, 1)  # when it was made is nobody's business
_BLUE, _GREY = "174A7C", "9AA5B1"
_LABELS, _WIDE, _FIGURES, _BESIDE = 52, 76, 19, 30
_LISTED = (70, 34, 14, 10)
_NARROW_LABELS, _NARROW = 34, 17
"""Of a sheet with many columns, which has to fit on a page."""
_MANY = 5
_FORMATS: dict[Unit, str] = {"euro": EUROS, "procent": PER_CENT}

ABOUT = (
    "Cijfers over alle huishoudens van alle afzenders samen. Er staat niets in over één huishouden.",
    "Geen namen, geen nummers en geen eigen woorden: die tellen mee als “overig”.",
    "De blauwe bladen zeggen wat er te zien is. De grijze bladen hebben elke tabel, met alles wat getoond mag worden.",
    "Staat er “verborgen”? Dan zegt dat niets over hoeveel het is: het kan ook nul zijn.",
    "Een huishouden kan in meer regels staan. Tel regels dus niet bij elkaar op: gebruik de regel “Alles samen”.",
)
_SHORT_PARTS = ("Wat is weggelaten en waarom", "Wat er verborgen is"), ("Hoe is het afgerond", "Afronden")


def file_name(period: str) -> str:
    return f"doorbraak-{period}.xlsx"


def workbook_bytes(publication: Publication, chapters: Sequence[Chapter]) -> bytes:
    """Raises TypeError for anything but a publication."""
    if type(publication) is not Publication:
        raise TypeError("only a publication becomes a workbook")
    from openpyxl import Workbook
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook()
    book.properties.creator = book.properties.lastModifiedBy = _CREATOR
    book.properties.title = f"Doorbraak, publicatie {publication.period}"
    book.properties.created = book.properties.modified = _ALWAYS
    table_names = (f"T{number} {one.title}" for number, one in enumerate(publication.tables, 1))
    names = sheet_names.unique((FIRST_SHEET, *(one.title for one in chapters), METHOD_SHEET, *table_names))
    sheets = [book.active, *(book.create_sheet() for _ in names[1:])]
    for sheet, name in zip(sheets, names, strict=True):
        sheet.title = name
        sheet.sheet_properties.tabColor = _BLUE
    rest = len(chapters) + 2
    _explain(sheets[0], publication, chapters, names)
    for sheet, chapter in zip(sheets[1:], chapters, strict=False):
        _chapter(sheet, chapter, publication)
    _method(sheets[rest - 1], publication)
    for sheet, table in zip(sheets[rest:], publication.tables, strict=True):
        sheet.sheet_properties.tabColor = _GREY
        _table(sheet, table, publication)
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        # The writer itself, since Workbook.save would put the present moment into the properties.
        ExcelWriter(book, archive).write_data()
    return constant_zip.repacked(raw.getvalue())


def _begun(sheet: Any, title: str, publication: Publication, widths: Sequence[float]) -> SheetPen:
    """Title, label and, of an example, that it is one."""
    pen = SheetPen(sheet, widths)
    label = f"{LABEL} · publicatie {publication.period}"
    pen.margins(f"Doorbraak · {title}", f"{EXAMPLE} {label}" if publication.example else label)
    pen.line(title, look="title")
    if publication.example:
        pen.line(EXAMPLE, look="strong")
    pen.line(f"{LABEL} · over {published_words.period_words(publication.period)}", look="quiet")
    pen.skip()
    return pen


# -- the first sheet, and how it was counted ---------------------------------------------------------------------


def _explain(sheet: Any, publication: Publication, chapters: Sequence[Chapter], names: Sequence[str]) -> None:
    period = published_words.period_words(publication.period)
    pen = _begun(sheet, f"Doorbraak: publicatie over {period}", publication, _LISTED)
    homes = publication.households
    about = f"{IN_LAST[0].upper()}{IN_LAST[1:]}" if publication.quarters else "Huishoudens in deze publicatie"
    if publication.quarters:
        pen.line(in_short(publication.quarters))
    if publication.other_senders:
        pen.line(other_senders.said(publication), look="strong")
    pen.line(about, published.SAID["hidden"] if homes is None else homes, look="strong")
    pen.skip()
    _part(pen, "Wat is dit", ABOUT)
    said = dict(published_method.method(publication))
    for heading, part in _SHORT_PARTS:
        _part(pen, heading, said[part])
    pen.line("Wat staat waar", look="subtitle")
    pen.line("Wat", "Blad", "Getoond", "Vakjes", look="head", words=2)
    for chapter, name in zip(chapters, names[1:], strict=False):
        none = None if any(view.rows for view in chapter.views) else published_sentences.EMPTY
        pen.line("; ".join(view.title for view in chapter.views), name, none, words=2)
    pen.line("Wie meetelt, wat een besparing is, afronding en beveiliging", names[len(chapters) + 1], words=2)
    for table, name in zip(publication.tables, names[len(chapters) + 2 :], strict=True):
        shown: Value = len(table.shown) or table.shown_words
        pen.line(table.title, name, shown, None if table.withheld else len(table.cells), words=2)
    pen.line("Vakjes: alle regels en kolommen die er kunnen zijn. De meeste komen niet voor.", look="quiet")
    pen.end()


def _method(sheet: Any, publication: Publication) -> None:
    pen = _begun(sheet, METHOD_SHEET, publication, (_WIDE,))
    for heading, sentences in published_method.method(publication):
        _part(pen, heading, sentences)
    pen.end()


def _part(pen: SheetPen, heading: str, sentences: Sequence[str]) -> None:
    pen.line(heading, look="subtitle")
    for one in sentences:
        pen.line(one)
    pen.skip()


# -- chapters ----------------------------------------------------------------------------------------------------


def _chapter(sheet: Any, chapter: Chapter, publication: Publication) -> None:
    made = [[part for at in range(len(view.columns)) for part in _parts(view, at)] for view in chapter.views]
    most = max((len(parts) for parts in made), default=1)
    figures: Sequence[float] = [_FIGURES] * max(1, most)
    if any(part.head == BESIDE for parts in made for part in parts):
        figures = [_BESIDE if at % 2 else _NARROW for at in range(most)]
    pen = _begun(sheet, chapter.title, publication, (_NARROW_LABELS if most > _MANY else _LABELS, *figures))
    pen.freeze()
    for view in chapter.views:
        _view(pen, view)
    pen.end()


def _view(pen: SheetPen, view: View) -> None:
    pen.line(view.title, look="subtitle")
    pen.line(view.conclusion, look="strong")
    if view.rows:
        parts = [(at, part) for at in range(len(view.columns)) for part in _parts(view, at)]
        pen.line(view.row_title, *(part.head for _, part in parts), look="head")
        formats = (NUMBER, *(part.form for _, part in parts))
        for row in view.rows:
            values = [part.of(row.figures[at]) for at, part in parts]
            pen.line(row.label, *values, look="strong" if row.strong else "plain", formats=formats)
    for note in view.notes:
        pen.line(note, look="quiet")
    pen.skip()


@dataclass(frozen=True, slots=True)
class _Part:
    """A column on a sheet."""

    head: str
    of: Callable[[Figure], Value]
    form: str = NUMBER


def _parts(view: View, at: int) -> list[_Part]:
    """The columns that one column of a view becomes: the figure, and what is said beside it. That is one text in a view
    with bands, and else of how many and of when it is, where any figure says so.
    """
    unit, figures = view.columns[at].unit, [row.figures[at] for row in view.rows]
    head = published_words.headed(view.columns[at].title, unit)
    found = [_Part(head, lambda one: _figure(one, unit), _FORMATS.get(unit, NUMBER))]
    if any(one.low is not None for row in view.rows for one in row.figures):
        return [*found, _Part(BESIDE, lambda one: published_words.beside(one, unit, view.of) or None)]
    if any(one.households is not None for one in figures):
        found.append(_Part(published_words.number_title(view.of), lambda one: one.households))
    if any(one.period for one in figures):
        found.append(_Part(STAND, lambda one: one.period or None))
    return found


def _figure(one: Figure, unit: Unit) -> Value:
    words = unit == "procent" and not one.value  # less than one: no number says that
    return published_words.said(one, unit) if one.status != "shown" or words else one.value


# -- tables ------------------------------------------------------------------------------------------------------


def _table(sheet: Any, table: PublishedTable, publication: Publication) -> None:
    amounts = table.measure != "count"
    main = publication_matrix.matrix(table, _head(table.unit))
    labels = max(1, len(table.dimensions) - 1)
    figures = 5 if amounts and len(table.dimensions) == 1 else max(1, len(main.heads) - main.labels)
    wide, narrow = (_NARROW_LABELS, _NARROW) if figures > _MANY or labels > 1 else (_LABELS, _FIGURES)
    pen = _begun(sheet, table.title, publication, (*[wide] * labels, *[narrow] * figures))
    pen.line(table.row_title if not amounts else f"{_in_what(table)}, {_of_whom(table)}", look="strong")
    if not main.rows:
        pen.line(table.why[0] if table.withheld else publication_matrix.NOTHING)
        if table.measure != "count" and not table.withheld:
            pen.line(publication_matrix.NOTHING_LARGE)
    elif amounts and len(table.dimensions) == 1:
        _amounts(pen, table)
    else:
        _matrix(pen, main, _format(table), frozen=True)
        if amounts:
            _blocks(pen, table)
    if main.rows:
        for sentence in (publication_matrix.REST, *table.why):
            pen.line(sentence, look="quiet")
    pen.end()


def _head(unit: str) -> str:
    return unit[:1].upper() + unit[1:]


def _in_what(table: PublishedTable) -> str:
    return "In euro" if table.measure == "euro" else _head(table.unit)


def _of_whom(table: PublishedTable) -> str:
    return "in het eerste jaar met een plan" if table.measure == "euro" else "van alle huishoudens van de regel samen"


def _format(table: PublishedTable) -> str:
    return EUROS if table.measure == "euro" else NUMBER


def _amounts(pen: SheetPen, table: PublishedTable) -> None:
    """One row for each: the amount, its band, and of how many households it is."""
    bands = any(one.low is not None for one in table.cells)
    ends = ("Laagste", "Hoogste") if bands else ()
    stood = (STAND,) if any(one.period for one in table.cells) else ()
    number = published_words.number_title("keer" if table.added else "huishoudens")
    heads = (table.dimensions[0], _head(table.unit), *ends, number, *stood)
    pen.heads(*heads)
    pen.line(*heads, look="head")
    pen.freeze(1)
    form = _format(table)
    for one in sorted(table.shown, key=lambda one: bool(one.cell)):
        between = (_end(one.low), _end(one.high)) if bands else ()
        formats = (NUMBER, form, *([form] * len(between)), NUMBER, *([NUMBER] * len(stood)))
        stand = (one.period or None,) if stood else ()
        values = (publication_matrix.value_of(one), *between, publication_matrix.households_of(one), *stand)
        pen.line(one.labels[0], *values, look="plain" if one.cell else "strong", formats=formats)


def _end(value: int | None) -> Value:
    return "onbekend" if value is None else value


def _blocks(pen: SheetPen, table: PublishedTable) -> None:
    """Below the amounts, in the same rows and columns: the band, and the number of households."""
    form = _format(table)
    if any(one.low is not None for one in table.cells):
        for title, of in (("Laagste waarde van de bandbreedte", _low), ("Hoogste waarde van de bandbreedte", _high)):
            pen.skip()
            pen.line(title, look="subtitle")
            _matrix(pen, publication_matrix.matrix(table, title, of), form)
    pen.skip()
    pen.line("Van hoeveel huishoudens het bedrag is", look="subtitle")
    _matrix(pen, publication_matrix.matrix(table, "Huishoudens", publication_matrix.households_of), NUMBER)
    if any(one.period for one in table.cells):
        pen.skip()
        pen.line(f"{STAND}: alleen van een bedrag dat bleef staan", look="subtitle")
        _matrix(pen, publication_matrix.matrix(table, STAND, lambda one: one.period or None), NUMBER)


def _low(one: PublishedCell) -> Value:
    return _end(one.low) if one.status == "shown" else published.SAID[one.status]


def _high(one: PublishedCell) -> Value:
    return _end(one.high) if one.status == "shown" else published.SAID[one.status]


def _matrix(pen: SheetPen, made: Matrix, form: str, *, frozen: bool = False) -> None:
    pen.line(*made.heads, look="head", words=made.labels)
    if frozen:
        pen.heads(*made.heads)
        pen.freeze(made.labels)
    formats = (*[NUMBER] * made.labels, *[form] * (len(made.heads) - made.labels))
    for row in made.rows:
        look = "strong" if row.total else "plain"
        pen.line(*row.labels, *row.values, look=look, formats=formats, words=made.labels)  # type: ignore[arg-type]
