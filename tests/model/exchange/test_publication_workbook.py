"""The workbook of a publication, taken apart: what is in it, and what is not."""

import io
import re
import zipfile
from dataclasses import replace
from functools import cache
from typing import Any

import openpyxl
import pytest

from doorbraak.model.exchange import (
    publication_matrix,
    publication_workbook,
    published,
    published_method,
    published_sentences,
    published_views,
    published_words,
    published_year,
    yearly,
)
from doorbraak.model.exchange.published import SAID, Publication, PublishedCell
from doorbraak.model.exchange.summary import EXAMPLE
from doorbraak.model.exchange.table_catalogue import CellKey, Code
from tests.model.exchange.caseloads import WIJKEN, known_tables
from tests.model.exchange.test_published_views import all_hidden, drawn, publication


def made(of: Publication) -> bytes:
    return publication_workbook.workbook_bytes(of, published_views.chapters(of))


@cache
def sparse(seed: int = 1) -> tuple[Publication, bytes]:
    """As thin as a real one: most cells are hidden."""
    of = publication(drawn(seed, 0.02), example=True)
    return of, made(of)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def values(sheet: Any) -> list[str | int]:
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


def sheets_of_tables(of: Publication, book: Any) -> dict[str, Any]:
    found = dict(zip((one.id for one in of.tables), book.worksheets[-len(of.tables) :], strict=True))
    assert book.worksheets[-len(of.tables)].title.startswith("T1 ")
    return found


def test_that_it_takes_nothing_but_a_publication() -> None:
    for wrong in (None, {"period": "2026Q3"}, (), object()):
        with pytest.raises(TypeError):
            publication_workbook.workbook_bytes(wrong, ())  # type: ignore[arg-type]


def test_that_equal_publications_give_equal_bytes_and_others_do_not() -> None:
    of, content = sparse()
    assert made(publication(drawn(1, 0.02), example=True)) == content
    assert made(publication(drawn(2, 0.02), example=True)) != content
    assert of.period == "2026Q3"


def test_that_it_holds_no_formula_comment_link_name_hidden_sheet_or_moment() -> None:
    _, content = sparse()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        parts = {name: archive.read(name).decode() for name in names}
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert names == sorted(names)
    assert not [name for name in names if re.search("comment|drawing|external|calcChain|printer|vba|custom", name)]
    for name, part in parts.items():
        for sign in (
            "<f>",
            "<f ",
            "<definedName ",
            "hyperlink",
            'hidden="1"',
            "eryHidden",
            '"hidden"',
            "<legacyDrawing",
            "dataValidation",
        ):
            assert sign not in part, (name, sign)
    core = parts["docProps/core.xml"]
    assert re.findall("20\\d\\d-\\d\\d-\\d\\d", core) == ["2000-01-01", "2000-01-01"]
    assert "<dc:creator>Doorbraak</dc:creator>" in core
    assert all(one.sheet_state == "visible" for one in opened(content))


def test_that_every_word_in_it_is_of_the_catalogue_or_our_own() -> None:
    of, content = sparse()
    chapters = published_views.chapters(of)
    views = [view for chapter in chapters for view in chapter.views]
    known = {
        *SAID.values(),
        EXAMPLE,
        *publication_workbook.ABOUT,
        publication_matrix.REST,
        publication_matrix.NOTHING,
        publication_matrix.NOTHING_LARGE,
    }
    for table in of.tables:
        known |= {table.title, table.row_title, *table.dimensions, *table.why}
        known |= {label for cell in table.cells for label in cell.labels}
    for view in views:
        known |= {view.title, view.conclusion, view.row_title, *view.notes, *(row.label for row in view.rows)}
        known |= {published_words.headed(column.title, column.unit) for column in view.columns}
        for row in view.rows:
            known |= {published_words.beside(one, "euro", view.of) for one in row.figures}
    for heading, sentences in published_method.method(of):
        known |= {heading, *sentences}
    known |= {chapter.title for chapter in chapters} | {
        "; ".join(v.title for v in chapter.views) for chapter in chapters
    }
    ours = {
        "Doorbraak: publicatie over het 3e kwartaal van 2026", "Statistisch beveiligd · over het 3e kwartaal van 2026",
        "Huishoudens in deze publicatie", "Wat is dit", "Wat is weggelaten en waarom", "Hoe is het afgerond",
        "Wat staat waar", "Blad", "Getoond", "Vakjes", "Wie meetelt, wat een besparing is, afronding en beveiliging",
        "Vakjes: alle regels en kolommen die er kunnen zijn. De meeste komen niet voor.", "Hoe is dit berekend",
        publication_workbook.BESIDE, published_sentences.EMPTY, published_words.UNDER_ONE, "Wat", "Huishoudens",
        "Laagste", "Hoogste", "onbekend",
        "Laagste waarde van de bandbreedte", "Hoogste waarde van de bandbreedte", "Euro", "Uur per jaar",
        "Contacten per maand", "Instanties",
        "Van hoeveel huishoudens het bedrag is", "In euro, in het eerste jaar met een plan",
        "Contacten per maand, van alle huishoudens van de regel samen",
        "Instanties, van alle huishoudens van de regel samen", "Uur per jaar, van alle huishoudens van de regel samen",
    }  # fmt: skip
    book = opened(content)
    strange = {one for sheet in book for one in values(sheet) if isinstance(one, str)} - known - ours
    assert strange - {sheet.title for sheet in book} == set()


def test_that_each_table_has_every_shown_figure_once_and_no_other_number() -> None:
    of, content = sparse()
    sheets, seen = sheets_of_tables(of, opened(content)), 0
    for table in of.tables:
        expected: list[int] = []
        for cell in table.cells:
            told = (cell.value, cell.households, cell.low, cell.high)
            expected += [one for one in told if cell.status == "shown" and one is not None]
        found = [one for one in values(sheets[table.id]) if isinstance(one, int)]
        assert sorted(found) == sorted(expected), table.id
        seen += len(found)
    assert seen > 300


def test_that_of_what_is_hidden_altogether_no_number_is_left_but_of_how_many_cells() -> None:
    of = publication(all_hidden())
    book = opened(made(of))
    for table, sheet in sheets_of_tables(of, book).items():
        assert [one for one in values(sheet) if isinstance(one, int)] == [], table
        assert publication_matrix.NOTHING in values(sheet)
        large = next(one for one in of.tables if one.id == table).measure != "count"
        assert (publication_matrix.NOTHING_LARGE in values(sheet)) == large, "an empty sheet says why"
        assert published_sentences.CARRIED not in values(sheet), "nothing on it was rounded or carried forward"
    assert EXAMPLE not in values(book.worksheets[0])


def test_that_a_table_without_a_figure_is_said_to_show_nothing() -> None:
    cells = {
        **all_hidden(),
        ("households_team", ""): PublishedCell("", (), "shown", 355),
        ("agencies", "huisarts"): PublishedCell("huisarts", (), "shown", 150),
    }
    listed = [[cell.value for cell in row] for row in opened(made(publication(cells))).worksheets[0].iter_rows()]
    found = {row[1]: row[2] for row in listed if row[1]}
    assert found["T1 Huishoudens per team"] == 1
    assert found["Problemen"] is None, "a chapter in which something is shown"
    nothing = [sheet for sheet, shown in found.items() if shown == published_sentences.EMPTY]
    assert len(nothing) == 26 + 5
    assert {"Geld", "Capaciteit", "T28 Uren van professionals die…"} <= set(nothing)


def test_that_a_share_of_less_than_one_is_no_number() -> None:
    cells = {
        **all_hidden(),
        ("households_team", ""): PublishedCell("", (), "shown", 5000),
        ("agencies", "huisarts"): PublishedCell("huisarts", (), "shown", 10),
    }
    book = opened(made(publication(cells)))
    assert "minder dan 1%" in values(book["Problemen"])
    assert 0 not in values(book["Problemen"])


def test_that_a_sheet_is_as_wide_as_its_page_and_says_on_each_what_it_is() -> None:
    of, content = sparse()
    book = opened(content)
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToHeight in (0, 1)
        title = str(sheet.cell(1, 1).value)
        assert sheet.oddHeader.left.text == f"Doorbraak · {title}"
    for table, sheet in sheets_of_tables(of, book).items():
        kind = next(one for one in of.tables if one.id == table)
        if kind.shown and sheet.oddHeader.right.text:
            assert sheet.oddHeader.right.text.startswith(kind.dimensions[0]), table


def test_that_no_page_begins_with_a_note_or_ends_with_a_heading() -> None:
    of = publication(drawn(3, 0.6), example=True)
    ends = 0
    for sheet in opened(made(of)):
        for row in (one.id for one in sheet.row_breaks.brk):
            last, first = sheet.cell(row, 1), sheet.cell(row + 1, 1)
            assert not first.value or first.font.color.rgb != "FF52606D", (sheet.title, row)
            assert last.fill.fgColor.rgb != "FFE8EEF4", (sheet.title, row)
            assert last.font.size == 11, (sheet.title, row)
            ends += 1
    assert ends > 20


def test_that_a_withheld_table_says_so() -> None:
    cells: dict[CellKey, PublishedCell] = {
        key: replace(one, status="withheld") if key[0] == "agencies" else one for key, one in all_hidden().items()
    }
    of = publication(cells)
    assert published_sentences.WITHHELD in values(sheets_of_tables(of, opened(made(of)))["agencies"])


def test_that_every_sheet_says_that_it_is_an_example_and_protected() -> None:
    _of, content = sparse()
    for sheet in opened(content):
        assert EXAMPLE in values(sheet), sheet.title
        assert any(str(one).startswith("Statistisch beveiligd") for one in values(sheet)), sheet.title
        assert sheet.page_setup.paperSize == 9
        assert EXAMPLE in sheet.oddFooter.left.text
    plain = opened(made(publication(drawn(1, 0.02))))
    assert not any(EXAMPLE in values(sheet) for sheet in plain)


def test_that_a_name_that_would_be_calculated_is_text() -> None:
    """Teams are named by the coordinator."""
    bad = ("=1+1", "+1", "-1", "@SUM(A1)", "\uff1d1+1")
    codes = {"team": tuple(Code(f"t{at}", label) for at, label in enumerate(bad)), "wijk": WIJKEN}
    tables = known_tables().with_codes(codes)
    cells: dict[CellKey, PublishedCell] = {
        (kind.id, cell): PublishedCell(cell, (), "shown", 100) if kind.id == "households_team" else
        PublishedCell(cell, (), "hidden")
        for kind in published.own_tables(tables) for cell in published.cells_of(kind)
    }  # fmt: skip
    of = published.reopened("2026Q3", tables, cells, example=False)
    book = opened(made(of))
    labels = [one for one in values(sheets_of_tables(of, book)["households_team"]) if isinstance(one, str)]
    assert {f"'{label}" for label in bad} <= set(labels)
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


def test_that_a_year_of_quarters_counts_times_and_says_what_the_rest_is() -> None:
    of = yearly.made(publication(drawn(at, 0.95, f"2026Q{at}"), f"2026Q{at}") for at in (1, 2))
    book = opened(made(of))
    assert published_year.in_short(of.quarters) in values(book.worksheets[0])
    assert "Huishoudens in het laatste kwartaal" in values(book.worksheets[0])
    sheets = sheets_of_tables(of, book)
    for table in of.tables:
        said = values(sheets[table.id])
        assert (published_year.ADDED in said) == table.added
        assert (published_year.AS_LAST in said) != table.added
        if table.added:
            assert "Huishoudens" not in said, table.id
