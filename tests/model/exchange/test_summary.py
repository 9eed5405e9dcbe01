"""samenvatting.xlsx, taken apart as somebody would who wants more out of it than it says."""

import errno
import io
import os
import re
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.errors import DiskFull
from doorbraak.model.exchange import door, summary, tables
from doorbraak.model.exchange.tables import CountRow, Counts, CountTable
from tests.model.exchange.conftest import counts


def made(found: Counts, on: date) -> bytes:
    protected = door.protect(found)
    assert protected is not None
    return summary.workbook_bytes(protected, on)


def opened(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    book = opened(content)
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def labelled(label: str) -> Counts:
    return Counts(60, False, (CountTable("t", "Proef", "Rij", (CountRow("c", label, 30),)),))


def test_that_it_takes_only_what_came_through_the_door(day: date) -> None:
    for wrong in (counts(60, 30), None, {"size": "5-9"}):
        with pytest.raises(TypeError):
            summary.workbook_bytes(wrong, day)  # type: ignore[arg-type]


def test_that_equal_input_gives_equal_bytes(day: date, known: Catalogue) -> None:
    empty = tables.count((), known, example=True)
    found = Counts(60, True, (*counts(60, 30, 55).tables, *empty.tables))
    assert made(found, day) == made(found, day)


def test_that_the_first_sheet_says_what_it_is_of_when_and_what_was_left_out(day: date) -> None:
    content = made(counts(60, 30, 3), day)
    first = opened(content).worksheets[0]
    said = "\n".join(str(row[0].value) for row in first.iter_rows() if row[0].value)
    assert first.title == "Uitleg"
    assert "Stand op 21 november 2026" in said
    assert "Aantal huishoudens: 50-99" in said
    assert "Wat is weggelaten en waarom" in said


def test_that_four_households_give_one_line_and_no_table(day: date) -> None:
    book = opened(made(counts(4, 4, 3), day))
    assert book.sheetnames == ["Uitleg"]
    assert "Aantal huishoudens: minder dan 5" in texts(made(counts(4, 4, 3), day))


def test_that_five_to_nine_households_look_the_same_whatever_they_have(day: date) -> None:
    assert made(counts(5, 0, 1), day) == made(counts(9, 9, 2), day)


def test_that_a_hidden_row_is_in_no_byte_and_hidden_numbers_change_nothing(day: date) -> None:
    """Zero or small, nearly all or small: the file is the same."""
    one = made(counts(60, 30, 0, 9, 52), day)
    assert one == made(counts(60, 30, 9, 51, 3), day)
    assert one == made(counts(75, 30, 9, 1, 66), day)


def test_that_numbers_are_those_of_rows_that_passed(day: date) -> None:
    sheet = opened(made(counts(60, 17, 3, 55, 60), day))["Proef"]
    shown = [(row[0].value, row[1].value) for row in sheet.iter_rows(min_row=4)]
    assert shown == [("C", "meer dan 90%"), ("D", "meer dan 90%"), ("A", 17)]


def test_that_made_up_data_are_called_so_on_every_sheet(day: date) -> None:
    for example in (True, False):
        book = opened(made(counts(60, 30, example=example), day))
        assert len(book.worksheets) == 2
        for sheet in book.worksheets:
            said = [str(cell.value) for row in sheet.iter_rows() for cell in row]
            assert any(text.startswith("VOORBEELD") for text in said) is example, sheet.title


@pytest.mark.parametrize("label", ["=1+1", "+31", "-5", "@SUM(A1)", "＝1+1", "－5", " =1", "\t=1", "\u200b=1"])
def test_that_a_label_that_begins_like_a_formula_stays_text(label: str, day: date) -> None:
    content = made(labelled(label), day)
    cell = opened(content)["Proef"].cell(4, 1)
    assert cell.data_type == "s"
    assert str(cell.value).startswith("'")
    assert not re.search(rb"<f[ >]", b"".join(members(content).values()))


def test_that_a_label_that_spells_a_spreadsheet_error_stays_text(day: date) -> None:
    assert opened(made(labelled("#N/A"), day))["Proef"].cell(4, 1).data_type == "s"


def test_that_invisible_and_direction_turning_signs_are_taken_out_of_labels(day: date) -> None:
    cell = opened(made(labelled("Wo\u202eni\u200bng\u2066 en\ufeff huur"), day))["Proef"].cell(4, 1)
    assert cell.value == "Woning en huur"


def members(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_that_it_holds_no_formula_comment_name_link_macro_or_hidden_thing(day: date, known: Catalogue) -> None:
    found = tables.count((), known, example=False)
    parts = members(made(Counts(60, False, (*counts(60, 30).tables, *found.tables)), day))
    assert {re.sub(r"\d+", "", name) for name in parts} == {
        "[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "docProps/core.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/theme/theme.xml", "xl/worksheets/sheet.xml",
    }  # fmt: skip
    announced = re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"].decode())
    assert set(announced) <= set(parts), "a part is announced that is not there"
    for name, content in parts.items():
        if name.startswith("xl/") and "theme" not in name:
            for sign in (
                b"<f>",
                b"<f ",
                b"definedName ",
                b"hyperlink",
                b"hidden",
                b"legacyDrawing",
                b"External",
            ):
                assert sign not in content.replace(b'hidden="0"', b""), (name, sign)


def test_that_properties_and_zip_say_nothing_about_who_or_when(day: date) -> None:
    content = made(counts(60, 30), day)
    core = members(content)["docProps/core.xml"].decode()
    assert "<dc:creator>Doorbraak</dc:creator>" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2000-01-01T00:00:00Z"}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        infos = archive.infolist()
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {(info.extra, info.comment, info.create_system) for info in infos} == {(b"", b"", 0)}


def test_that_every_text_is_fixed_or_from_the_catalogue(day: date, known: Catalogue) -> None:
    raised = tables.count((), known, example=False)
    shown = Counts(
        60,
        False,
        tuple(
            CountTable(t.id, t.title, t.row_title, tuple(CountRow(r.code, r.label, 30) for r in t.rows))
            for t in raised.tables
        ),
    )
    content = made(shown, day)
    labels = {row.label for table in raised.tables for row in table.rows}
    said = set(texts(content))
    assert labels <= said, "a label was changed on its way"
    fixed = said - labels
    assert len(fixed) < 60
    assert set(opened(content).sheetnames) == {"Uitleg", *(table.title for table in raised.tables)}


def test_that_writing_puts_exactly_these_bytes_in_the_file(tmp_path: Path, day: date) -> None:
    protected = door.protect(counts(60, 30))
    assert protected is not None
    summary.write(protected, tmp_path / summary.FILE_NAME, day)
    assert [path.name for path in tmp_path.iterdir()] == ["samenvatting.xlsx"]
    assert (tmp_path / "samenvatting.xlsx").read_bytes() == summary.workbook_bytes(protected, day)


def test_that_it_says_that_a_problem_that_fills_its_life_domain_is_left_out(day: date) -> None:
    assert any("een leefgebied bijna of helemaal vult" in text for text in texts(made(counts(60, 30), day)))


def test_that_a_disk_that_fills_up_leaves_the_older_summary(
    tmp_path: Path, day: date, monkeypatch: pytest.MonkeyPatch
) -> None:
    protected = door.protect(counts(60, 30))
    assert protected is not None
    (tmp_path / summary.FILE_NAME).write_bytes(b"oud")

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no room")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        summary.write(protected, tmp_path / summary.FILE_NAME, day)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {summary.FILE_NAME: b"oud"}
