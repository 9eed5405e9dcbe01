"""A1-A8 over every page of a household and of the workspace, in every theme, with usual and with large letters."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.ui import theme
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import OVERVIEWS, PAGES
from tests.ui import accessibility
from tests.ui.test_screens import clipped


def pages(window: MainWindow) -> Iterator[str]:
    """Every page in turn, in sight; gives its name."""
    names = {kind.at: kind.title for kind in OVERVIEWS} | {at: kind.title for at, kind in enumerate(PAGES, 1)}
    for at, name in names.items():
        window.show_page(at)
        QApplication.processEvents()
        yield name


@pytest.fixture
def large(qapp: QApplication, window: MainWindow) -> Iterator[MainWindow]:
    """Letters twice as large."""
    before = qapp.font()
    while theme.zoom() < 2 and qapp.font().pointSizeF() < 24:
        window.appearance.zoom(1)
    yield window
    QApplication.setFont(before)
    theme.apply(qapp, theme.LIGHT)


def faults(window: MainWindow, *kinds: Callable[[MainWindow], list[str]]) -> list[str]:
    return [f"{name}: {kind.__name__}: {fault}" for name in pages(window) for kind in kinds for fault in kind(window)]


@pytest.mark.parametrize("name", list(theme.THEMES))
def test_that_every_control_of_every_page_has_a_name_and_is_large_enough(window: MainWindow, name: str) -> None:
    window.appearance.use_theme(name)
    assert faults(window, accessibility.unnamed, accessibility.small, clipped) == []


def test_that_tab_leaves_every_control_within_two_presses(window: MainWindow) -> None:
    assert faults(window, accessibility.traps) == []


def test_that_tab_meets_everything_in_the_order_in_which_one_reads(window: MainWindow) -> None:
    found = []
    for name in pages(window):
        met = accessibility.tab_round(window, window.view._nav)
        found += [f"{name}: unreached: {fault}" for fault in accessibility.unreached(window, met)]
        found += [f"{name}: backward: {fault}" for fault in accessibility.backward(window, met)]
    assert found == []


def test_that_letters_twice_as_large_leave_every_control_named_and_whole(large: MainWindow) -> None:
    assert faults(large, accessibility.unnamed, accessibility.small, clipped) == []


def test_that_every_window_and_page_has_its_own_title(window: MainWindow) -> None:
    titles = [(kind.title, window.view._stack.currentWidget().accessibleName()) for kind in PAGES for _ in (0,)]
    assert len({title for title, _ in titles}) == len(PAGES)
    for name in pages(window):
        shown = window.view._stack.currentWidget()
        assert shown.accessibleName() == name
    assert window.windowTitle().startswith("Huishouden 1")


def test_that_a_screen_of_twice_the_density_shows_every_page_whole(filled: Path, tmp_path: Path) -> None:
    """A process of its own: Qt takes the factor once. 1366x768 then are 683x384 of its own pixels: pages scroll."""
    own = {"QT_SCALE_FACTOR": "2", "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.dense_screen", str(filled)],
        env=os.environ | own, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr


def test_that_a_fault_of_each_kind_is_found(qtbot: QtBot) -> None:
    """The script itself: a control without a name, too small, that keeps Tab."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    nameless, tiny, keeps = QLineEdit(), QPushButton("x"), QPlainTextEdit()
    tiny.setFixedSize(10, 10)
    keeps.setAccessibleName("Houdt Tab")
    for widget in (nameless, tiny, keeps):
        column.addWidget(widget)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    assert [fault.split()[0] for fault in accessibility.unnamed(holder)] == ["QLineEdit"]
    assert any("x" in fault for fault in accessibility.small(holder))
    assert accessibility.traps(holder) == ["QPlainTextEdit “Houdt Tab”"]
    assert isinstance(QKeyEvent, type)
    assert Qt.Key.Key_Tab
    holder.close()
