"""The access log as a file: opens in a spreadsheet, runs nothing in it, and can be recognised later."""

import csv
import io
from datetime import date

import pytest

from doorbraak.model.documents import log_export, log_words
from doorbraak.model.workspace.log import Entry, Verdict

TODAY = date(2026, 11, 22)
LINE = Entry("2026-11-22T10:00:00+00:00", "afdrukken", "huishouden 3", "mislukt", "venster", "karin", "ab" * 32)


def rows(content: bytes) -> list[list[str]]:
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_that_a_line_stands_with_its_number_its_six_fields_and_its_hash() -> None:
    head, first, *_ = rows(log_export.write([(7, LINE)], Verdict(9, 1, "cd" * 32), TODAY))
    assert head == list(log_export.HEAD)
    assert first == [
        "7", log_words.moment(LINE.at), "Afgedrukt", "huishouden 3", "nee", "venster", "karin", LINE.at, LINE.hash,
    ]  # fmt: skip


def test_that_it_ends_with_length_and_last_hash_and_says_when_it_is_a_part() -> None:
    found = Verdict(2, 1, "cd" * 32)
    said = "\n".join(row[0] for row in rows(log_export.write([(2, LINE)], found, TODAY))[2:] if row)
    assert f"Slotregel: 2:{'cd' * 32}" in said
    assert "1 regel, een deel van de regels" in said
    assert "22-11-2026" in said
    assert log_words.verdict(found) in said
    assert log_words.REWRITTEN in said
    assert "2 regels, alle regels" in log_export.write([(1, LINE), (2, LINE)], found, TODAY).decode("utf-8-sig")


@pytest.mark.parametrize(
    "name", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "\n1", "\u00a0=1", "＝1", "\ufeff=1", "\u200b=1"]
)
def test_that_no_cell_begins_as_a_formula(name: str) -> None:
    line = Entry(*[name] * 7)
    (found,) = [row for row in rows(log_export.write([(1, line)], Verdict(1, 0, name), TODAY)) if row and row[0] == "1"]
    for cell in found[1:4] + found[5:]:
        assert cell == f"'{name}"


def test_that_a_name_with_signs_of_the_file_stays_one_cell() -> None:
    name = 'a;"b"\nc'
    line = Entry(LINE.at, "inzien", "werkmap", "gelukt", "venster", name, "h")
    assert rows(log_export.write([(1, line)], Verdict(1, 0, "h"), TODAY))[1][6] == name


def test_that_a_log_without_lines_is_a_file_too() -> None:
    assert rows(log_export.write([], Verdict(0, 0, "0" * 64), TODAY))[0] == list(log_export.HEAD)
