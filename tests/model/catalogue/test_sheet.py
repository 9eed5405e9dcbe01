"""A damaged file gives one Dutch sentence with the file and the line, never a half-read list."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from doorbraak.model import catalogue as lists
from doorbraak.model.catalogue import Catalogue
from doorbraak.model.catalogue.differing import difference
from doorbraak.model.catalogue.lists import SHEETS
from doorbraak.model.errors import CatalogueDamaged

Edit = Callable[[list[bytes]], list[bytes]]


def field(line: int, old: str, new: str) -> Edit:
    """The first `old` on a line (counted from 1) becomes `new`."""

    def edit(lines: list[bytes]) -> list[bytes]:
        assert old.encode() in lines[line - 1], lines[line - 1]
        lines[line - 1] = lines[line - 1].replace(old.encode(), new.encode(), 1)
        return lines

    return edit


def raw(line: int, appended: bytes) -> Edit:
    def edit(lines: list[bytes]) -> list[bytes]:
        lines[line - 1] += appended
        return lines

    return edit


def repeat(line: int) -> Edit:
    return lambda lines: [*lines, lines[line - 1]]


def sentence(folder: Path) -> str:
    with pytest.raises(CatalogueDamaged) as caught:
        lists.load(folder)
    return caught.value.sentence


def damage(folder: Path, file: str, edit: Edit) -> str:
    path = folder / file
    path.write_bytes(b"\n".join(edit(path.read_bytes().rstrip(b"\n").split(b"\n"))) + b"\n")
    return sentence(folder)


ROLES, PRICES, AGENCIES = "catalogue/roles.csv", "prices/prices.csv", "catalogue/agencies.csv"
EVENTS = "catalogue/events.csv"
AGENCY_PRICES, ARTICLES, LAWS = "prices/agency_prices.csv", "law/articles.csv", "law/laws.csv"

DAMAGES = {
    "a column is missing": (ROLES, field(1, "name_en", "naam"), 1, "de kolom name_en ontbreekt"),
    "a column too many": (ROLES, field(1, "kind", "kind,extra"), 1, "de kolom “extra” hoort hier niet"),
    "a column twice": (ROLES, field(1, "kind", "kind,kind"), 1, "de kolom “kind” hoort hier niet"),
    "semicolons between columns": (ROLES, field(1, ",", ";"), 1, "de kolom id ontbreekt"),
    "a byte that is no UTF-8": (ROLES, raw(7, b"\xe9"), 7, "een teken is geen UTF-8"),
    "U+0000": (ROLES, raw(5, b"\0"), 5, "U+0000"),
    "an id twice": (ROLES, repeat(2), 85, "dezelfde sleutel staat al op regel 2"),
    "an empty id": (ROLES, field(3, "vader", ""), 3, "de id is leeg (kolom id)"),
    "an id with a space": (ROLES, field(3, "vader", "va der"), 3, "“va der” kan geen id zijn"),
    "an empty name": (ROLES, field(3, "Vader", ""), 3, "dit veld is leeg (kolom name_nl)"),
    "an unknown kind": (ROLES, field(4, "rol", "rool"), 4, "“rool” is hier onbekend (kolom kind)"),
    "a row too short": (ROLES, field(4, ",rol", ""), 4, "3 velden in plaats van 4"),
    "a row too long": (ROLES, field(4, ",rol", ",rol,"), 4, "5 velden in plaats van 4"),
    "an open quote": (ROLES, field(9, ",", ',"'), 9, "de aanhalingstekens kloppen niet"),
    "a comma as decimal point": (PRICES, field(2, ",644,", ',"6,44",'), 2, "“6,44” is geen goed getal"),
    "a negative price": (PRICES, field(2, ",644,", ",-644,"), 2, "“-644” is geen goed getal"),
    "half a cent": (PRICES, field(2, ",644,", ",644.005,"), 2, "“644.005” is geen goed getal"),
    "no price": (PRICES, field(3, ",2727,", ",,"), 3, "is geen goed getal (kolom price_eur)"),
    "a price of nothing": (PRICES, field(3, ",2727,", ",0,"), 3, "nul kan hier niet (kolom price_eur)"),
    "a unit that nobody knows": (PRICES, field(2, "per dag", "per week"), 2, "“per week” is hier onbekend"),
    "a quality that nobody knows": (PRICES, field(2, ",B,", ",D,"), 2, "(kolom quality)"),
    "a use that nobody knows": (PRICES, field(2, ",line,", ",som,"), 2, "“som” is hier onbekend (kolom use)"),
    "a category that nobody knows": (PRICES, field(2, "acute", "acuut"), 2, "(kolom category)"),
    "a year that is none": (PRICES, field(3, ",2022,", ",22,"), 3, "“22” is geen jaar"),
    "a basis that nobody knows": (AGENCY_PRICES, field(2, "per_contact", "per_uur"), 2, "(kolom basis)"),
    "a quantity of five decimals": (AGENCY_PRICES, field(3, ",1,", ",1.00001,"), 3, "geen goed getal"),
    "the same proposal twice": (AGENCY_PRICES, repeat(4), 100, "dezelfde sleutel staat al op regel 4"),
    "neither ja nor nee": (AGENCIES, field(2, ",nee,", ",soms,"), 2, "“soms” is geen ja of nee"),
    "an agency without a payer": (
        AGENCIES,
        field(2, ",rijk,", ",,"),
        2,
        "dit veld is leeg (kolom financier)",
    ),
    "a word twice among those of a threat": (
        EVENTS,
        field(2, "ontruiming;", "ontruiming;ontruiming;"),
        2,
        "de opsomming noemt iets twee keer (kolom synonyms_nl)",
    ),
    "a gap in a list": (AGENCIES, field(2, "113;", "113;;"), 2, "een lege plek (kolom synonyms_nl)"),
    "a synonym twice": (AGENCIES, field(2, "113;", "113;113;"), 2, "noemt iets twee keer"),
    "a kind of article that nobody knows": (
        ARTICLES,
        field(2, "belemmering", "hinder"),
        2,
        "“hinder” is hier",
    ),
    "a law not seen and not unseen": (LAWS, field(2, ",ja", ",misschien"), 2, "(kolom verified)"),
    "a colour that is none": ("catalogue/life_domains.csv", field(2, "#AA8866", "bruin"), 2, "geen kleur"),
    "a date that is none": ("law/retention.csv", field(2, "2020-01-01", "2020-13-01"), 2, "is geen datum"),
    "a text version that is none": (ARTICLES, field(2, ",2026-07-01", ",juli 2026"), 2, "is geen datum"),
    "an index that is none": ("prices/cpi.csv", field(2, "74.63", "x"), 2, "(kolom cpi_index)"),
    "a word twice": ("catalogue/words.csv", repeat(3), 194, "staat al op regel 3"),
}


@pytest.mark.parametrize(("file", "edit", "line", "what"), DAMAGES.values(), ids=DAMAGES.keys())
def test_that_damage_is_told_with_file_and_line(copied: Path, file: str, edit: Edit, line: int, what: str) -> None:
    said = damage(copied, file, edit)
    assert said.startswith(f"De lijst {file} klopt niet op regel {line}: ")
    assert what in said


def test_that_the_sentence_says_what_is_safe_and_what_to_do(copied: Path) -> None:
    said = damage(copied, ROLES, field(4, "rol", "x"))
    assert said.endswith("De dossiers zijn veilig. Herstel de lijst of installeer Doorbraak opnieuw.")
    assert str(copied) not in said


def test_that_a_long_wrong_field_is_shortened(copied: Path) -> None:
    assert f"“{'x' * 30}…” is hier onbekend" in damage(copied, ROLES, field(4, ",rol", "," + "x" * 500))


@pytest.mark.parametrize("file", sorted(sheet.file for sheet in SHEETS.values()))
def test_that_a_missing_file_is_named(copied: Path, file: str) -> None:
    (copied / file).unlink()
    assert sentence(copied).startswith(f"De lijst {file} klopt niet: het bestand ontbreekt.")


@pytest.mark.parametrize("file", sorted(sheet.file for sheet in SHEETS.values()))
def test_that_a_file_without_rows_is_named(copied: Path, file: str) -> None:
    path = copied / file
    path.write_bytes(path.read_bytes().split(b"\n")[0] + b"\n")
    assert sentence(copied).startswith(f"De lijst {file} klopt niet: er staat niets in.")


def test_that_an_empty_file_is_named(copied: Path) -> None:
    (copied / ROLES).write_bytes(b"")
    assert sentence(copied).startswith(f"De lijst {ROLES} klopt niet op regel 1: de kolom id ontbreekt.")


def test_that_a_file_that_cannot_be_opened_is_named(copied: Path) -> None:
    (copied / ROLES).unlink()
    (copied / ROLES).mkdir()
    assert sentence(copied).startswith(f"De lijst {ROLES} klopt niet: het bestand kan niet worden gelezen.")


def test_that_the_line_is_right_after_a_field_of_two_lines(copied: Path) -> None:
    def edit(lines: list[bytes]) -> list[bytes]:
        lines[1] = lines[1].replace(b"Moeder", b'"Moe\nder"')
        lines[3] = lines[3].replace(b",rol", b",rool")
        return lines

    assert f"{ROLES} klopt niet op regel 5:" in damage(copied, ROLES, edit)


def test_that_a_byte_order_mark_crlf_and_empty_lines_change_nothing(copied: Path, catalogue: Catalogue) -> None:
    path = copied / ROLES
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n")
    assert lists.load(copied).roles == catalogue.roles


def test_that_columns_may_stand_in_another_order(copied: Path, catalogue: Catalogue) -> None:
    path = copied / ROLES
    with path.open(encoding="utf-8", newline="") as stream:
        rows = [row[::-1] for row in csv.reader(stream)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    assert lists.load(copied).roles == catalogue.roles


def _without(content: str, column: str) -> str:
    rows = list(csv.reader(content.splitlines()))
    at = rows[0].index(column)
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows([*row[:at], *row[at + 1 :]] for row in rows)
    return out.getvalue()


def test_that_a_list_from_before_a_column_came_stays_readable_with_nothing_in_it(
    copied: Path, catalogue: Catalogue
) -> None:
    """Lists that a workspace took in earlier have no everyday words for what threatens."""
    path = copied / "catalogue/events.csv"
    path.write_text(_without(path.read_text(encoding="utf-8"), "synonyms_nl"), encoding="utf-8")
    found = lists.load(copied)
    assert {one.synonyms for one in found.events.values()} == {()}
    assert [replace(one, synonyms=()) for one in catalogue.events.values()] == list(found.events.values())
    shown = difference(found, catalogue)
    assert {row.list for row in shown.rows} == {"events"}
    assert {cell.column for row in shown.rows for cell in row.cells} == {"synonyms_nl"}


def test_that_no_other_column_may_be_left_out(copied: Path) -> None:
    path = copied / "catalogue/events.csv"
    path.write_text(_without(path.read_text(encoding="utf-8"), "prices"), encoding="utf-8")
    assert "de kolom prices ontbreekt" in sentence(copied)
