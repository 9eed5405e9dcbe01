"""What is loaded while somebody types a passphrase."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.reading_ahead import ReadingAhead
from tests.conftest import PASSPHRASE

Make = Callable[[Path], MainWindow]


def test_that_what_was_read_ahead_for_a_room_ends_with_the_room(qtbot: QtBot, make_window: Make, filled: Path) -> None:
    """As the demonstration does: unlocked before the first window was painted."""
    window = MainWindow(filled)
    qtbot.addWidget(window)
    window.open_with(PASSPHRASE)
    with qtbot.waitExposed(window):
        window.show()
    QApplication.processEvents()
    assert window.closed.ahead.pieces == []
    assert window.session is not None
    window.close()


@pytest.fixture
def ahead(qtbot: QtBot) -> Iterator[ReadingAhead]:
    parent = QObject()
    yield ReadingAhead(parent)
    parent.deleteLater()


def test_that_nothing_is_read_before_the_window_is_painted_and_then_one_piece_at_a_time(
    qtbot: QtBot, ahead: ReadingAhead
) -> None:
    done: list[str] = []
    ahead.plan(
        lambda: done.append("one"), lambda: ahead.add([lambda: done.append("three")]), lambda: done.append("two")
    )
    QApplication.processEvents()
    assert done == []
    ahead.begin()
    assert done == [], "what is typed meanwhile goes first"
    qtbot.waitUntil(lambda: ahead.pieces == [])
    assert done == ["one", "two", "three"]


def test_that_another_plan_takes_the_place_of_what_was_not_done_yet(qtbot: QtBot, ahead: ReadingAhead) -> None:
    done: list[str] = []
    ahead.plan(lambda: ahead.plan(lambda: done.append("new")), lambda: done.append("old"))
    ahead.begin()
    qtbot.waitUntil(lambda: done != [])
    QApplication.processEvents()
    assert done == ["new"]


def test_that_a_piece_that_forgets_the_rest_is_the_last(qtbot: QtBot, ahead: ReadingAhead) -> None:
    done: list[str] = []

    def last() -> None:
        done.append("last")
        ahead.forget()

    ahead.plan(last, lambda: done.append("after"))
    ahead.begin()
    qtbot.waitUntil(lambda: done != [])
    QApplication.processEvents()
    assert done == ["last"]
