"""A coordinator's workspace in the window: its own pages and menus, and all that any workspace has."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.exchange import coordinator, senders
from doorbraak.model.workspace import backup, restore
from doorbraak.ui.coordination.receiving import ReceivingPage
from doorbraak.ui.coordination_view import CoordinationView
from doorbraak.ui.damaged_room import RestoreRoom
from doorbraak.ui.pages import COORDINATION, RECEIVING, SENDERS
from doorbraak.ui.start import FirstStart, NewWorkspace, RecoveryCode
from doorbraak.ui.workspace_view import WorkspaceView
from tests.conftest import CHEAP, PASSPHRASE
from tests.model.exchange.coordination import Laptop
from tests.ui.coordination.conftest import Desk, Make, coordinators, desk
from tests.ui.rooms import press, room, unlock_again

__all__ = ["coordinators", "desk"]
CONTROL = Qt.KeyboardModifier.ControlModifier


def view(desk: Desk) -> CoordinationView:
    found = desk.window.view
    assert isinstance(found, CoordinationView)
    return found


def test_that_it_opens_on_its_own_pages_and_shows_none_of_households(desk: Desk) -> None:
    assert view(desk)._nav.titles() == ["Afzenders", "Ontvangen", "Publicatie", "Logboek"]
    texts = " ".join(action.text() for action in desk.window.menus.findChildren(QAction)).casefold()
    assert "huishouden" not in texts
    assert "casus" not in texts
    titles = [action.text() for action in desk.window.menuBar().actions()]
    assert titles == ["&Bestand", "Beel&d", "E&xtra", "H&ulp"]


def test_that_each_page_comes_by_its_keys(qtbot: QtBot, desk: Desk) -> None:
    for at, kind in enumerate(COORDINATION[:3], 1):
        qtbot.keyClick(desk.window, getattr(Qt.Key, f"Key_{at}"), CONTROL)
        assert view(desk)._stack.currentWidget().accessibleName() == kind.title
    qtbot.keyClick(desk.window, Qt.Key.Key_L, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert view(desk)._stack.currentWidget().accessibleName() == "Logboek"


def test_that_no_shortcut_and_no_letter_means_two_things(desk: Desk) -> None:
    actions = [one for one in desk.window.menus.findChildren(QAction) if one.text()]
    keyed = [one.shortcut().toString() for one in actions if not one.shortcut().isEmpty()]
    assert len(keyed) == len(set(keyed))
    for menu in (action.menu() for action in desk.window.menuBar().actions()):
        letters = [one.text()[one.text().index("&") + 1].lower() for one in menu.actions() if not one.isSeparator()]
        assert len(letters) == len(set(letters)), letters


def test_that_its_menus_go_with_it(qtbot: QtBot, desk: Desk, workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.window.lock()
    QApplication.processEvents()
    assert "&Huishouden" in [action.text() for action in desk.window.menuBar().actions()]
    assert desk.window.windowTitle() == "Vergrendeld – Doorbraak"
    unlock_again(qtbot, desk.window)
    assert "&Huishouden" not in [action.text() for action in desk.window.menuBar().actions()]
    desk.window.lock()
    desk.window.closed.ask_of(workspace)
    unlock_again(qtbot, desk.window)
    assert isinstance(desk.window.view, WorkspaceView)
    assert "&Huishouden" in [action.text() for action in desk.window.menuBar().actions()]


def test_that_after_a_lock_one_is_back_on_the_same_page(qtbot: QtBot, desk: Desk) -> None:
    desk.page(RECEIVING)
    qtbot.keyClick(desk.window, Qt.Key.Key_L, CONTROL)
    qtbot.waitUntil(lambda: desk.window.session is None)
    unlock_again(qtbot, desk.window)
    assert isinstance(view(desk)._stack.currentWidget(), ReceivingPage)


def test_that_copies_log_and_status_line_work_as_in_any_workspace(desk: Desk) -> None:
    assert desk.window.back_up()
    assert desk.window.status.copy.text().startswith("Kopie: vandaag")
    assert list((desk.store.folder / backup.FOLDER).glob("*.db*"))
    assert not desk.store.faults()


def drop(on: QWidget, carried: QMimeData) -> bool:
    """Whether it is taken, as Qt asks and tells it."""
    act, left, bare = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(on.rect().center(), act, carried, left, bare)
    entered.ignore()
    QApplication.sendEvent(on, entered)
    if entered.isAccepted():
        QApplication.sendEvent(on, QDropEvent(QPointF(on.rect().center()), act, carried, left, bare))
    return entered.isAccepted()


def files(*paths: Path) -> QMimeData:
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return carried


@pytest.mark.parametrize("where", ["page", "menu bar", "status line"])
def test_that_what_is_dropped_anywhere_on_the_window_is_taken_in(qtbot: QtBot, desk: Desk, where: str) -> None:
    shown = desk.page(SENDERS)
    desk.send(Laptop(1), range(6))
    desk.send(Laptop(2), range(6, 12))
    places = {"page": shown, "menu bar": desk.window.menuBar(), "status line": desk.window.statusBar()}
    assert drop(places[where], files(desk.folder))
    page = view(desk)._stack.currentWidget()
    assert isinstance(page, ReceivingPage)
    qtbot.waitUntil(lambda: len(page.table.records) == 2 and not page.steps.running)
    assert {row.report.outcome for row in page.table.records} == {"held"}


def test_that_a_publication_that_is_dropped_is_left_to_the_window(desk: Desk, tmp_path: Path) -> None:
    at = tmp_path / "doorbraak-2026Q3.zip"
    at.write_bytes(b"PK")
    shown = desk.page(SENDERS)
    assert drop(shown, files(at))
    assert view(desk)._stack.currentWidget() is shown
    assert "geen publicatie" in view(desk).notice.text()


def test_that_words_that_are_dropped_are_no_file(desk: Desk) -> None:
    carried = QMimeData()
    carried.setText("zomaar tekst")
    assert not drop(desk.page(SENDERS), carried)


def test_that_nothing_is_taken_in_under_a_cover_or_after_a_lock(desk: Desk) -> None:
    desk.page(SENDERS)
    desk.window.neutral.toggle()
    assert not drop(desk.window, files(desk.folder))
    desk.window.neutral.toggle()
    desk.window.lock()
    assert not drop(desk.window, files(desk.folder))


def test_that_a_new_one_is_made_where_a_new_workspace_is_made(
    qtbot: QtBot, make_window: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = coordinator.create
    monkeypatch.setattr(coordinator, "create", lambda *given: made(*given, cost=CHEAP))
    window = make_window(tmp_path / "werkmap")
    first = room(window)
    assert isinstance(first, FirstStart)
    press(qtbot, first, "Nieuwe werkmap maken")
    new = room(window)
    assert isinstance(new, NewWorkspace)
    (choice,) = new.findChildren(QCheckBox)
    assert not choice.isChecked()
    qtbot.keyClick(choice, Qt.Key.Key_Space)
    assert new.folder.text() == str(tmp_path / "werkmap-coordinator")
    for field in (new.passphrase, new.again):
        field.setText(PASSPHRASE)
    press(qtbot, new, "Werkmap maken")
    code = room(window)
    assert isinstance(code, RecoveryCode)
    press(qtbot, code, "Klaar, ik heb hem bewaard")
    assert isinstance(window.view, CoordinationView)
    assert window.session.store.folder == tmp_path / "werkmap-coordinator"
    assert len(coordinator.key_pairs(window.session.store)) == 1


def test_that_a_place_that_somebody_chose_stays(qtbot: QtBot, make_window: Make, tmp_path: Path) -> None:
    window = make_window(tmp_path / "werkmap")
    window.closed.ask_new()
    new = room(window)
    assert isinstance(new, NewWorkspace)
    new.folder.setText(str(tmp_path / "elders"))
    (choice,) = new.findChildren(QCheckBox)
    choice.click()
    choice.click()
    assert new.folder.text() == str(tmp_path / "elders")


def test_that_every_control_in_sight_has_a_name_and_is_high_enough(desk: Desk) -> None:
    desk.take(Laptop(1))
    for kind in COORDINATION:
        shown = desk.page(kind.at)
        for control in (*shown.findChildren(QAbstractButton), *shown.findChildren(QLineEdit)):
            if control.isVisible() and not control.objectName().startswith("qt_"):
                assert control.accessibleName() or getattr(control, "text", lambda: "")(), (kind.title, control)
                assert min(control.width(), control.height()) >= 20, (kind.title, control)


def test_that_every_page_says_something_when_it_is_empty(desk: Desk) -> None:
    for kind in COORDINATION[:3]:
        shown = desk.page(kind.at)
        words = " ".join(one.text() for one in shown.findChildren(QLabel) if one.isVisible())
        assert "Nog " in words, kind.title


def test_that_buttons_and_labels_leave_the_letters_of_the_menu_bar_alone(desk: Desk) -> None:
    desk.take(Laptop(1))
    taken = {action.text()[action.text().index("&") + 1].lower() for action in desk.window.menuBar().actions()}
    for kind in COORDINATION[:3]:
        shown = desk.page(kind.at)
        words = [one.text() for one in (*shown.findChildren(QAbstractButton), *shown.findChildren(QLabel))]
        letters = [text[text.index("&") + 1].lower() for text in words if "&" in text.rstrip("&")]
        assert not taken & set(letters), (kind.title, taken & set(letters))
        assert len(letters) == len(set(letters)) or kind.title == "Publicatie", (kind.title, letters)


def test_that_a_copy_of_it_can_be_put_back(qtbot: QtBot, desk: Desk) -> None:
    desk.take(Laptop(1))
    assert desk.window.back_up()
    desk.take(Laptop(2))
    (copy, *_) = restore.restorable(desk.store.folder, desk.store.second, desk.store.identity)
    desk.window.show_restore(copy)
    asked = room(desk.window)
    assert isinstance(asked, RestoreRoom)
    asked.findChildren(QLineEdit)[0].setText(PASSPHRASE)
    press(qtbot, asked, "Terugzetten")
    qtbot.waitUntil(lambda: desk.window.session is not None)
    assert isinstance(desk.window.view, CoordinationView)
    assert [one.id for one in senders.all_of(desk.store)] == [Laptop(1).id]
    assert "teruggezet" in desk.window.view.notice.text()
