"""The list of a round: numbers and days, no name; what a colleague erased is no part of it."""

from dataclasses import replace
from datetime import date, timedelta

from doorbraak.model.documents.closing_list import BACK, list_of
from doorbraak.model.documents.document import text_of
from doorbraak.model.handover.on_the_way import Given
from doorbraak.model.workspace.tombstones import Place, Tombstone
from tests.model.insight.test_held_here import TODAY, home

NAME = "Koekoeksbloem"
GONE = Tombstone(
    1, "ab" * 32, "household", 7, "request", "2026-11-20T10:00:00+00:00", None, (Place("file", done_at="x"),)
)


def said(*homes: int, ways: tuple[Given, ...] = (), erased: tuple[Tombstone, ...] = ()) -> str:
    of = [replace(home(number, 10 * number), name=NAME) for number in homes]
    return text_of(list_of(of, ways, erased, "Proef", TODAY))


def test_that_each_household_stands_in_one_of_the_three() -> None:
    text = said(1, 2, ways=(Given(2, "Sam", TODAY, TODAY + timedelta(days=30)),), erased=(GONE,))
    assert "7\tHeel het huishouden\thet huishouden of de persoon vroeg erom (AVG artikel 17)" in text
    assert "2\tSam\t23 november 2026\t23 december 2026" in text
    assert "1\t13 november 2026\t10" in text
    assert NAME not in text


def test_that_an_empty_laptop_is_said_to_be_empty() -> None:
    assert "Deze laptop is leeg" in said()


def test_that_what_was_long_ago_or_erased_by_a_colleague_is_left_out() -> None:
    long_ago = (TODAY - BACK - timedelta(days=1)).isoformat() + "T10:00:00+00:00"
    assert said(erased=(replace(GONE, at=long_ago), replace(GONE, places=()))).count("Niets.") == 3
    assert "7\t" in said(erased=(replace(GONE, at="geen moment"),)), "rather too much"


def test_that_what_is_not_gone_everywhere_says_so() -> None:
    assert "Nog niet" in said(erased=(replace(GONE, places=(Place("second", "/media/stick"),)),))


def test_that_a_day_is_a_day() -> None:
    assert date(2026, 10, 23) == TODAY - BACK
