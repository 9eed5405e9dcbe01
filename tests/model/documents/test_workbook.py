import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from doorbraak.model.catalogue import load
from doorbraak.model.documents.spreadsheet import Sheet, bytes_of
from doorbraak.model.documents.workbook import sheets_of, workbook_of
from doorbraak.model.dossier import dossier as dossiers
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.goals import Goal
from doorbraak.model.dossier.justification import LegalGround
from doorbraak.model.insight.savings import saving_of
from doorbraak.model.workspace.store import Store
from tests.model.insight.records import dossier, line, made

CATALOGUE = load()
TODAY = date(2026, 11, 21)


def written(found: Dossier) -> bytes:
    return workbook_of(found, CATALOGUE, saving_of(found, CATALOGUE), TODAY)


def opened(content: bytes, *, values: bool = False):
    """With formulas as they are written, or with what they come to."""
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(content), data_only=values)


@pytest.fixture
def published(store: Store, casus: int) -> Dossier:
    return dossiers.read(store, casus)


def test_that_every_record_has_its_row(published: Dossier) -> None:
    book = opened(written(published))
    rows = {sheet.title: sheet.max_row - 1 for sheet in book}
    assert (rows["Mensen"], rows["Problemen"], rows["Instanties"]) == (7, 32, 48)
    assert rows["Kosten"] == len(published.costs)
    assert rows["Rechtsgronden"] == len(published.grounds)


def test_that_an_article_that_left_the_list_keeps_its_title_and_date() -> None:
    gone = made(LegalGround, id=1, article="oude-wet:1", role="carries", title="Oude wet 1", text_version="2020-01-01")
    rows = list(opened(written(dossier(grounds=(gone,))))["Rechtsgronden"].values)
    assert rows[1][1] == "Oude wet 1"
    assert rows[1][4:6] == ("2020-01-01", "nakijken")


def test_that_the_first_sheet_says_that_it_is_personal_and_an_example(published: Dossier) -> None:
    first = [str(row[0].value) for row in opened(written(published)).worksheets[0]]
    assert "Bevat persoonsgegevens" in first
    assert "VOORBEELD" in first
    assert "VOORBEELD" not in str(
        [sheet.rows for sheet in sheets_of(dossier(), CATALOGUE, saving_of(dossier(), CATALOGUE), TODAY)]
    )


def test_that_the_lines_add_up_to_the_same_cents_as_the_sum(published: Dossier) -> None:
    saving = saving_of(published, CATALOGUE)
    book = opened(written(published), values=True)
    public = [row for row in costs_of(book) if row["Telt als"] == "Publiek"]
    for name, cents in (("Huidig (€)", saving.public.current), ("Besparing (€)", saving.public.saving)):
        assert sum(round(row[name] * 100) for row in public) == cents
    last = [cell.value for cell in book["Per wet"][book["Per wet"].max_row]]
    assert last[0] == "Publiek samen"
    assert round(last[-1] * 100) == saving.public.saving


def costs_of(book) -> list[dict[str, object]]:
    head, *rows = book["Kosten"].values
    return [dict(zip(head, row, strict=True)) for row in rows]


@pytest.mark.parametrize("words", ["=1+1", "+31 6", "-5", "@SUM(A1)", "=HYPERLINK(0)"])
def test_that_a_text_never_becomes_a_formula(words: str) -> None:
    content = written(replace(dossier(), goals=(made(Goal, words=words, first=True),)))
    cell = opened(content)["Doelen"]["A2"]
    assert (cell.value, cell.data_type) == (words, "s")
    assert cell.quotePrefix
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        formulas = b"".join(part for name in parts.namelist() for part in re.findall(b"<f>.*?</f>", parts.read(name)))
    assert escape(words).encode() not in formulas


def test_that_the_same_dossier_gives_the_same_bytes_without_maker_and_moment() -> None:
    found = dossier(line(100))
    assert written(found) == written(found)
    with zipfile.ZipFile(io.BytesIO(written(found))) as parts:
        core = parts.read("docProps/core.xml").decode()
        assert {part.date_time[0] for part in parts.infolist()} == {1980}
    assert "modified" not in core
    assert "<dc:creator></dc:creator>" in core or "creator" not in core or "<dc:creator />" in core
    assert opened(written(found)).properties.title == "Werkboek huishouden 12"


def test_that_nothing_readable_is_left_in_the_temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """openpyxl writes each sheet into a temporary file first, unless it is kept from it."""
    made: list[str] = []
    monkeypatch.setattr(
        "openpyxl.worksheet._writer.create_temporary_file", lambda: made.append("") or str(tmp_path / "x")
    )
    written(dossier(line(100)))
    assert made == []


def test_that_signs_that_no_spreadsheet_can_hold_are_left_out() -> None:
    sheet = Sheet("Een", ("Kop",), (("a\x00b\uffff\x0bc",), ("x" * 40_000,)), (10,))
    page = opened(bytes_of((sheet,), "Titel"))["Een"]
    assert page["A2"].value == "abc"
    assert len(page["A3"].value) == 32_767


def test_that_dates_and_numbers_stay_dates_and_numbers(published: Dossier) -> None:
    book = opened(written(published))
    assert book["Dreiging"]["B2"].is_date
    assert book["Dreiging"]["F2"].value == "Dreigt nog"
    assert isinstance(book["Instanties"]["B2"].value, int | float)


@pytest.mark.parametrize("words", ["#N/A", "#REF!", "#DIV/0!", "gewoon", "12", "WAAR"])
def test_that_every_text_is_marked_as_text(words: str) -> None:
    cell = opened(bytes_of((Sheet("Een", ("Kop",), ((words,),), (10,)),), "Titel"))["Een"]["A2"]
    assert (cell.value, cell.data_type) == (words, "s")


@pytest.mark.parametrize("cents", [999_999_999_999_999, 999_999_999_999_901, -123_456_789_012_345, 1])
def test_that_an_amount_of_fifteen_digits_is_exact_to_the_cent(cents: int) -> None:
    content = bytes_of((Sheet("Een", ("Kop",), ((Fraction(cents, 100),),), (10,)),), "Titel")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        (said,) = re.findall(r"<v>([^<]+)</v>", parts.read("xl/worksheets/sheet1.xml").decode())[-1:]
    assert Fraction(said) * 100 == cents
