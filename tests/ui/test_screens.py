"""Draws every page into a folder to look at, and holds what a picture must not have.

The folder is named by DOORBRAAK_SCREENS; without it the pictures go to pytest's own temporary folder.
"""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier, household
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import OVERVIEWS, PAGES
from doorbraak.ui.widgets.quick_entry import _Taken
from doorbraak.ui.widgets.record_model import ORIGIN
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.short_label import ShortLabel
from tests.conftest import PASSPHRASE

Make = Callable[[Path], MainWindow]


@pytest.fixture
def pictures(tmp_path: Path) -> Path:
    folder = Path(os.environ.get("DOORBRAAK_SCREENS", tmp_path / "screens"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def draw(window: MainWindow, path: Path) -> None:
    QApplication.processEvents()
    picture = window.grab()
    assert picture.save(str(path))
    image = picture.toImage().scaled(64, 36)
    colours = {image.pixel(x, y) for x in range(64) for y in range(36)}
    assert len(colours) > 8, f"{path.name} is blank"  # the room to unlock holds one card


def clipped(window: QWidget) -> list[str]:
    """Buttons and labels in sight that got less room than their words need."""
    buttons = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    found = [button.text() for button in buttons if button.width() < button.sizeHint().width()]
    for label in window.findChildren(QLabel):
        if isinstance(label, ShortLabel | _Taken):
            continue  # cut with dots, whole in their tooltip
        if label.isVisible() and label.wordWrap() and label.height() < label.heightForWidth(label.width()):
            found.append(label.text())
        if label.isVisible() and not label.wordWrap() and label.width() < label.sizeHint().width():
            found.append(label.text())
    return found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_every_page_fits_a_small_laptop(
    qtbot: QtBot, make_window: Make, filled: Path, pictures: Path, theme: str
) -> None:
    window = make_window(filled)
    window.appearance.use_theme(theme)
    draw(window, pictures / f"{theme}-ontgrendelen.png")
    window.open_with(PASSPHRASE)
    draw(window, pictures / f"{theme}-huishoudens.png")
    window.household.open_new()
    empty = window.view.household
    full = household.all_of(window.session.store)[0].id
    for name, shown in (("casus", full), ("leeg", empty)):
        window.view.open_household(shown)
        for at, kind in enumerate(PAGES, 1):
            window.show_page(at)
            draw(window, pictures / f"{theme}-{name}-{kind.title}.png")
            assert clipped(window) == [], f"{name}: {kind.title}"
            assert (window.width(), window.height()) == (1366, 768)


def test_that_an_empty_page_has_a_word_of_help(make_window: Make, filled: Path) -> None:
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    window.household.open_new()
    for at in range(1, len(PAGES) + 1):
        window.show_page(at)
        shown = window.view._stack.currentWidget()
        help_ = [label.text() for label in shown.findChildren(QLabel) if label.isVisible() and "Nog " in label.text()]
        assert help_, PAGES[at - 1].title


def test_that_every_kind_of_record_has_a_table_that_says_from_whom_it_comes(make_window: Make, filled: Path) -> None:
    """In an example household that is where one sees what is made up."""
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    window.view.open_household(household.all_of(window.session.store)[0].id)
    for at in (*(kind.at for kind in OVERVIEWS), *range(1, len(PAGES) + 1)):
        window.show_page(at)
    shown = {
        found._records.name
        for found in window.findChildren(RecordTable)
        if any(column.key == ORIGIN for column in found._records.columns)
    }
    wanted = {table.name for table in dossier.TABLES if "origin" in table.column_names}
    assert wanted - shown == set()
