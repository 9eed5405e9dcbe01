"""Agencies to point at: what a tap, a key and an edit elsewhere do."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.quick_tiles import QuickTiles, Tile, next_step
from tests.ui import accessibility
from tests.ui.quick_typing import Type, dossier


def tiles(window: MainWindow) -> list[Tile]:
    return [tile for tile in window.view.findChildren(Tile) if tile.isVisible()]


def test_that_thirty_agencies_are_thirty_taps_and_the_counter_grows(
    qtbot: QtBot, window: MainWindow, typing: Type
) -> None:
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    for tile in tiles(window)[:30]:
        qtbot.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert len(dossier(window).agencies) == 30
    assert window.view.findChild(QuickTiles)._count.text() == "30 instanties"
    assert all(tile.isChecked() for tile in tiles(window)[:30])
    window.undo()
    assert len(dossier(window).agencies) == 29
    assert not tiles(window)[29].isChecked()


def test_that_a_tile_is_worked_with_keys(window: MainWindow, typing: Type) -> None:
    QTest.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    first, second = tiles(window)[:2]
    assert first.hasFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    for expected in (100, 200, 400, 800, 50, 100):
        QTest.keyClick(first, Qt.Key.Key_Space)
        assert dossier(window).agencies[0].contacts_e2 == expected
    assert first.accessibleName() == f"{first.kind.name}, 1 per maand"
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Left)
    QTest.keyClick(first, Qt.Key.Key_Delete)
    assert dossier(window).agencies == ()
    QTest.keyClick(first, Qt.Key.Key_Left)
    assert QApplication.focusWidget().accessibleName() == "Leefgebieden"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert first.kind.id != tiles(window)[0].kind.id or second.kind.id != tiles(window)[1].kind.id


def test_that_tiles_are_large_and_the_page_comes_back(window: MainWindow, typing: Type) -> None:
    page = window.view._scroll
    window.view.quick.show_tiles()
    assert not page.isVisible()
    assert all(tile.height() >= 44 and tile.width() >= 44 for tile in tiles(window))
    window.show_page(2)
    window.show_page(3)
    assert page.isVisible()
    assert tiles(window) == []


def test_that_a_tile_shows_what_an_edit_elsewhere_changed(window: MainWindow, typing: Type) -> None:
    window.view.quick.show_tiles()
    tile = tiles(window)[0]
    window.session.run("Instantie toevoegen", agencies.add, window.view.household, kind=tile.kind.id, contacts_e2=300)
    assert tile.isChecked()
    assert "3 per maand" in tile.accessibleName()
    assert next_step(300) == 100


def test_that_tiles_and_list_are_named_and_large_enough_and_tab_leaves_them(window: MainWindow, typing: Type) -> None:
    typing("huur")
    assert accessibility.unnamed(window) == []
    assert accessibility.small(window) == []
    window.view.quick.show_tiles()
    shown = window.view.findChild(QuickTiles)
    assert accessibility.unnamed(window) == []
    assert accessibility.small(window) == []
    assert accessibility.traps(shown) == []
