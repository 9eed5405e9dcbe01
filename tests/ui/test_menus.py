"""The menus: what is in them fits a small laptop, and each entry has a letter of its own word."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES

HEIGHT = 768 - 30  # of a small laptop, without the bar of its own


def menus(window: MainWindow) -> Iterator[QMenu]:
    """Those of the bar and those that open from them."""
    open_ = [action.menu() for action in window.menuBar().actions()]
    while open_:
        menu = open_.pop()
        yield menu
        open_ += [action.menu() for action in menu.actions() if action.menu() is not None]


def test_that_every_entry_has_a_letter_of_its_own_word_that_no_other_has(window: MainWindow) -> None:
    """Also in the menus within menus; and no "Dossier (Q)": a letter that is not in the word says nothing."""
    for menu in menus(window):
        letters = []
        for action in menu.actions():
            if not action.isSeparator():
                assert "(&" not in action.text()
                at = action.text().find("&")
                assert at >= 0, action.text()
                letters.append(action.text()[at + 1].lower())
        assert len(letters) == len(set(letters)), letters


def test_that_the_list_of_keys_shows_the_pages_as_they_are_called(window: MainWindow) -> None:
    listed = [text for _, rows in window.menus.shortcuts() for _, text in rows]
    for kind in PAGES[:19]:  # further pages have no shortcut
        assert kind.title in listed
    assert not any("(" in text for text in listed)


@pytest.mark.parametrize("larger", [1.0, 1.25])
def test_that_every_menu_fits_in_one_column_on_a_small_laptop(
    window: MainWindow, qapp: QApplication, larger: float
) -> None:
    """An entry alone in a second column ("Kleiner Ctrl+-") is not found."""
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * larger)
    qapp.setFont(font)
    window.appearance.use_theme("")
    for menu in menus(window):
        menu.ensurePolished()
        entries = [one for one in menu.actions() if one.isVisible()]
        heights = [menu.actionGeometry(one) for one in entries]
        assert menu.sizeHint().height() <= HEIGHT, menu.title()
        assert {one.left() for one in heights} == {heights[0].left()}, menu.title()
