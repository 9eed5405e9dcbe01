"""A1-A6 over every state of the window: every theme, usual and large letters, a screen of twice the density."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import OVERVIEWS, PAGES
from tests.ui import accessibility, contrast


def pages(window: MainWindow) -> Iterator[str]:
    """Every page in turn, in sight; gives its name."""
    names = {kind.at: kind.title for kind in OVERVIEWS} | {at: kind.title for at, kind in enumerate(PAGES, 1)}
    for at, name in names.items():
        window.show_page(at)
        QApplication.processEvents()
        yield name


def faults(window: MainWindow, *kinds: Callable[[MainWindow], list[str]]) -> list[str]:
    return [f"{name}: {kind.__name__}: {fault}" for name in pages(window) for kind in kinds for fault in kind(window)]


def test_that_tab_leaves_every_control_within_two_presses(window: MainWindow) -> None:
    assert faults(window, accessibility.traps) == []


def test_that_tab_meets_everything_in_the_order_in_which_one_reads(window: MainWindow) -> None:
    found = []
    for name in pages(window):
        met = accessibility.tab_round(window, window.view._nav)
        found += [f"{name}: unreached: {fault}" for fault in accessibility.unreached(window, met)]
        found += [f"{name}: backward: {fault}" for fault in accessibility.backward(window, met)]
    assert found == []


def test_that_every_window_and_page_has_its_own_title(window: MainWindow) -> None:
    titles = [(kind.title, window.view._stack.currentWidget().accessibleName()) for kind in PAGES for _ in (0,)]
    assert len({title for title, _ in titles}) == len(PAGES)
    for name in pages(window):
        shown = window.view._stack.currentWidget()
        assert shown.accessibleName() == name
    assert window.windowTitle().startswith("Huishouden 1")


LAPTOP = {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768, "dpr": 1}
LAPTOP |= {"logicalDpi": 96, "logicalBaseDpi": 96}


@pytest.mark.parametrize(
    ("colours", "larger", "density"),
    [("light", 1, 1), ("dark", 1, 1), ("contrast", 1, 1), ("light", 2, 1), ("light", 1, 2)],
)
def test_that_every_state_is_named_whole_and_readable(tmp_path: Path, colours: str, larger: int, density: int) -> None:
    """All that people meet on a small laptop. A process for each: Qt takes the screen and its density once."""
    screen = tmp_path / "screen.json"
    screen.write_text(json.dumps({"screens": [LAPTOP]}))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_SCALE_FACTOR": str(density)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.ui.every_state", str(tmp_path), colours, str(larger)],
        env=os.environ | platform | {"HOME": str(tmp_path)}, capture_output=True, text=True, timeout=400, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (0, ""), done.stdout + done.stderr[-2000:]


def test_that_a_fault_of_each_kind_is_found(qtbot: QtBot) -> None:
    """The script itself: a control without a name, too small, that keeps Tab."""
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
    holder.close()


def test_that_faint_words_and_edges_and_what_is_cut_off_are_found(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    holder.resize(300, 120)
    words, field, inside = QLabel("Te licht", holder), QLineEdit(holder), QWidget(holder)
    words.setGeometry(10, 10, 100, 20)
    words.setStyleSheet("color: #9a9a9a")
    field.setGeometry(10, 40, 100, 28)
    field.setStyleSheet("border: 1px solid #dddddd")
    inside.setGeometry(120, 10, 60, 30)
    QPushButton("Half in beeld", inside).setGeometry(0, 0, 90, 30)
    holder.show()
    assert [fault.partition(":")[0] for fault in contrast.faint_text(holder)] == ["“Te licht”"]
    assert len(contrast.faint_edges(holder)) == 1
    assert accessibility.cut_off(holder) == ["QPushButton “Half in beeld” out of QWidget"]
    holder.close()
