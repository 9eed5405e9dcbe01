"""The list at the left: what it offers, and what walking through it asks for."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.ui.page_list import PageList, title_of
from doorbraak.ui.pages import LIST, OVERVIEWS, PAGES, WORKLIST


@pytest.fixture
def shown(qtbot: QtBot) -> PageList:
    made = PageList()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def asked(shown: PageList) -> list[int]:
    numbers: list[int] = []
    shown.wanted.connect(numbers.append)
    return numbers


OVER_ALL = [kind.title for kind in OVERVIEWS if kind.listed]


def test_that_pages_of_a_household_are_listed_only_while_there_is_one(shown: PageList) -> None:
    assert shown.titles() == OVER_ALL
    assert shown.offer(household=True, at_table=False)
    assert shown.titles() == OVER_ALL + [kind.title for kind in PAGES]
    assert shown.offer(household=False, at_table=False)
    assert shown.titles() == OVER_ALL


def test_that_at_the_table_no_other_household_and_nothing_private_is_listed(shown: PageList) -> None:
    shown.offer(household=True, at_table=True)
    assert shown.titles() == [kind.title for kind in PAGES if kind.at_table]
    assert not set(shown.titles()) & set(OVER_ALL)


def test_that_a_list_that_stays_the_same_stays_where_it_is(shown: PageList, asked: list[int]) -> None:
    shown.offer(household=True, at_table=False)
    shown.go_to(3)
    asked.clear()
    assert not shown.offer(household=True, at_table=False)
    assert shown.is_at(3)
    assert asked == []


def test_that_another_list_begins_at_the_households(shown: PageList, asked: list[int]) -> None:
    shown.offer(household=True, at_table=False)
    assert asked == [LIST]
    shown.go_to(3)
    shown.offer(household=False, at_table=False)
    assert asked == [LIST, 3, LIST]


def test_that_walking_by_arrow_keys_asks_for_each_page_by_its_number(
    qtbot: QtBot, shown: PageList, asked: list[int]
) -> None:
    assert shown.is_at(LIST)
    qtbot.keyClick(shown, Qt.Key.Key_Up)
    assert asked == [WORKLIST]
    shown.offer(household=True, at_table=False)
    asked.clear()
    qtbot.keyClick(shown, Qt.Key.Key_End)
    assert asked == [len(PAGES)]


def test_that_the_list_keeps_its_width_when_a_household_opens(shown: PageList) -> None:
    shown.fit(1366)
    before = shown.width()
    shown.offer(household=True, at_table=False)
    shown.fit(1366)
    assert shown.width() == before
    shown.fit(400)
    assert shown.width() < before, "a narrow window leaves the page its room"


def test_that_a_line_stands_where_a_household_begins_and_where_another_moment_does(qtbot: QtBot) -> None:
    made = PageList()
    qtbot.addWidget(made)
    assert not any(made.begins(row) for row in range(len(made.numbers)))
    made.offer(household=True, at_table=False)
    begun = [title_of(at) for row, at in enumerate(made.numbers) if made.begins(row)]
    assert begun == ["Vandaag", "Wat eerst?", "Papieren", "Signalen"]
    made.offer(household=True, at_table=True)
    assert not made.begins(0)
