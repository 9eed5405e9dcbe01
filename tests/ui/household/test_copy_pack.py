"""Plakpakket: block by block to the clipboard, by keys, and what was copied stays known."""

import pytest
from PySide6.QtCore import QDeadlineTimer, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.documents.copy_pack import as_one_text
from doorbraak.model.dossier import copy_blocks, household, people, visits
from doorbraak.model.dossier.copy_blocks import CopyBlock
from doorbraak.model.errors import DiskFull
from doorbraak.model.workspace.store import Store
from doorbraak.ui.copy_blocks import CopyBlocksDialog
from doorbraak.ui.household.copy_pack import CopyPackPage
from doorbraak.ui.household.copy_pack_block import CopyBlockFrame
from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.conftest import page_named

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def shown(window: MainWindow) -> CopyPackPage:
    page = page_named(window, "Plakpakket")
    assert isinstance(page, CopyPackPage)
    for _ in range(3):
        QApplication.processEvents()
    return page


def in_sight(page: CopyPackPage) -> list[CopyBlockFrame]:
    return [block for block in page.blocks if block.isVisibleTo(page)]


def copied() -> str:
    return QGuiApplication.clipboard().text()


def marked(page: CopyPackPage) -> list[str]:
    return [block.piece.part for block in in_sight(page) if block.mark.isVisibleTo(block)]


def outgoing(window: MainWindow) -> list[str]:
    return [entry.object for entry in window.session.store.log_entries() if entry.action == "uitvoeren"]


def test_that_enter_after_enter_copies_each_block(qtbot: QtBot, window: MainWindow) -> None:
    page = shown(window)
    blocks = in_sight(page)
    assert len(blocks) >= 15
    assert page.progress.text() == f"0 van {len(blocks)} blokken gekopieerd."
    for at, block in enumerate(blocks):
        assert QApplication.focusWidget() is block.text
        qtbot.keyClick(block.text, Qt.Key.Key_Return)
        assert copied() == block.piece.text == block.text.toPlainText()
        assert len(marked(page)) == at + 1
    assert page.progress.text() == f"Alle {len(blocks)} blokken gekopieerd."
    assert "x-kde-passwordManagerHint" in QGuiApplication.clipboard().mimeData().formats()


def test_that_a_button_and_a_key_with_alt_copy_too_and_the_next_block_has_the_focus(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = shown(window)
    qtbot.mouseClick(page.blocks[3].button, Qt.MouseButton.LeftButton)
    assert copied() == page.blocks[3].piece.text
    assert QApplication.focusWidget() is page.blocks[4].text
    for digit in (2, 9):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key(Qt.Key.Key_0 + digit), ALT)
        assert copied() == page.blocks[digit - 1].piece.text
        assert QApplication.focusWidget() is page.blocks[digit].text
    assert page.progress.text().startswith("3 van ")
    page.blocks[0].button.setFocus()
    qtbot.keyClick(page.blocks[0].button, Qt.Key.Key_Return)
    assert copied() == page.blocks[0].piece.text


def test_that_the_focused_block_is_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    page = shown(window)
    for _ in in_sight(page):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
        for _ in range(3):
            QApplication.processEvents()
        focused, room = QApplication.focusWidget(), page._room.viewport()
        assert room.rect().contains(focused.mapTo(room, focused.rect().center()))


def test_that_all_goes_at_once_as_one_text(qtbot: QtBot, window: MainWindow) -> None:
    page = shown(window)
    wanted = as_one_text(tuple(block.piece for block in in_sight(page)))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, ALT)
    qtbot.waitUntil(lambda: copied() == wanted)  # a button is seen to go down first
    assert len(marked(page)) == len(in_sight(page))


def test_that_a_part_of_a_text_is_selected_and_copied_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    text = shown(window).blocks[0].text
    for _ in range(5):
        qtbot.keyClick(text, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(text, Qt.Key.Key_C, CONTROL)
    assert copied() == "Datum"
    qtbot.keyClicks(text, "x")
    assert text.toPlainText().startswith("Datum: ")
    assert text.verticalScrollBar().maximum() == 0, "a short text needs no scrolling"


def test_that_what_was_copied_is_known_until_its_text_changes_also_after_a_lock(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = shown(window)
    for block in page.blocks[:2]:
        qtbot.mouseClick(block.button, Qt.MouseButton.LeftButton)
    window.lock()
    assert copied() == ""
    window.open_with(PASSPHRASE)
    again = shown(window)
    assert again is not page
    assert marked(again) == ["report", "people"]
    window.session.run("Persoon", people.add, window.view.household, role="oma")
    assert marked(again) == ["report"]
    window.undo()
    assert marked(again) == ["report", "people"]


def test_that_each_visit_has_its_own_text_and_marks(qtbot: QtBot, window: MainWindow) -> None:
    page = shown(window)
    last = max(window.session.dossier(window.view.household).visits, key=lambda one: one.on_day)
    assert page.visit.value == last.id
    qtbot.mouseClick(page.blocks[0].button, Qt.MouseButton.LeftButton)
    page.visit.setFocus()
    qtbot.keyClick(page.visit, Qt.Key.Key_Down)
    assert page.visit.value != last.id
    assert marked(page) == []
    assert "Datum: 5 oktober 2026" in page.blocks[0].text.toPlainText()
    qtbot.keyClick(page.visit, Qt.Key.Key_Up)
    assert marked(page) == ["report"]


def test_that_the_log_says_that_something_went_out_and_never_what(qtbot: QtBot, window: MainWindow) -> None:
    page = shown(window)
    before = len(outgoing(window))
    qtbot.mouseClick(page.blocks[0].button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(page.all, Qt.MouseButton.LeftButton)
    assert outgoing(window)[before:] == ["huishouden 1", "huishouden 1"]


def test_that_nothing_is_copied_when_the_log_can_not_be_written(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull("De schijf is vol.")

    page = shown(window)
    QGuiApplication.clipboard().clear()
    monkeypatch.setattr(Store, "note", full)
    qtbot.mouseClick(page.blocks[0].button, Qt.MouseButton.LeftButton)
    assert copied() == ""
    assert marked(page) == []
    assert window.view.notice.text() == "De schijf is vol."


def test_that_the_safety_flag_is_said_and_stops_nothing(qtbot: QtBot, window: MainWindow) -> None:
    page = shown(window)
    assert not page._safety.isVisible()
    window.session.run("Veiligheid", household.set_no_paper, window.view.household, True)
    assert page._safety.isVisible()
    qtbot.mouseClick(page.blocks[0].button, Qt.MouseButton.LeftButton)
    assert copied() == page.blocks[0].piece.text


def test_that_order_and_labels_of_the_gemeente_are_followed_at_once(window: MainWindow) -> None:
    page = shown(window)
    blocks = (CopyBlock("goals", "Hulpvraag"), CopyBlock("report", shown=False))
    window.session.run("Indelen", copy_blocks.write, blocks)
    assert page.blocks[0].piece.label == "Hulpvraag"
    assert page.blocks[0].button.accessibleName() == "Hulpvraag kopiëren"
    assert "report" not in [block.piece.part for block in in_sight(page)]
    window.undo()
    assert page.blocks[0].piece.part == "report"


def test_that_an_empty_household_says_what_comes_here_and_another_begins_at_its_own_last_visit(
    window: MainWindow,
) -> None:
    first = window.view.household
    page = shown(window)
    page.visit.choose(window.session.dossier(first).visits[0].id)
    window.household.open_new()
    page = shown(window)
    assert in_sight(page) == []
    assert page._empty.isVisible()
    assert not page.all.isEnabled()
    day = window.session.dossier(first).visits[0].on_day
    window.session.run("Bezoek", visits.add, window.view.household, day)
    assert [block.piece.part for block in in_sight(page)] == ["report"]
    window.view.open_household(first)
    assert page.visit.currentIndex() == 0


def test_that_the_page_is_not_listed_at_the_table(window: MainWindow) -> None:
    window.at_table.sit_down()
    listed = window.view._nav.titles()
    window.at_table.leave()
    assert "Plakpakket" not in listed
    assert "Plakpakket" in window.view._nav.titles()


def test_that_every_button_is_large_enough_and_the_mark_is_text(qtbot: QtBot, window: MainWindow) -> None:
    page = shown(window)
    qtbot.mouseClick(page.blocks[0].button, Qt.MouseButton.LeftButton)
    assert page.blocks[0].mark.text() == "✓ gekopieerd"
    assert "al gekopieerd" in page.blocks[0].button.accessibleName()
    for button in page.findChildren(QPushButton):
        assert button.height() >= 24


def test_that_a_button_pressed_by_its_letter_does_nothing_after_a_lock(window: MainWindow) -> None:
    """It clicks a moment later; Qt may not have taken it away by then."""
    page = shown(window)
    QGuiApplication.clipboard().clear()
    clicked: list[bool] = []
    page.all.clicked.connect(lambda: clicked.append(True))
    page.all.animateClick()
    window.lock()
    until = QDeadlineTimer(300)
    while not until.hasExpired():
        QApplication.processEvents()
    assert clicked == []
    assert copied() == ""


def test_that_the_order_and_names_are_in_the_menu_too(window: MainWindow) -> None:
    entry = next(one for one in window.menus.findChildren(QAction) if "Plakpakket: volgorde" in one.text())
    asked: list[object] = []

    def answer() -> None:
        asked.append(QApplication.activeModalWidget())
        QApplication.activeModalWidget().reject()

    QTimer.singleShot(0, window, answer)
    entry.trigger()
    assert [type(one) for one in asked] == [CopyBlocksDialog]
    window.at_table.toggle()
    assert not entry.isEnabled()


def test_that_every_copy_is_a_log_line_and_without_it_nothing_goes(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = page_named(window, "Papieren")._text
    before = len(outgoing(window))
    text.selectAll()
    qtbot.keyClick(text, Qt.Key.Key_C, CONTROL)
    assert copied() == text.toPlainText()
    assert outgoing(window)[before:] == ["huishouden 1"]

    def full(*_: object) -> None:
        raise DiskFull("De schijf is vol.")

    QGuiApplication.clipboard().clear()
    monkeypatch.setattr(window.session.store, "note", full)
    qtbot.keyClick(text, Qt.Key.Key_C, CONTROL)
    assert copied() == ""
