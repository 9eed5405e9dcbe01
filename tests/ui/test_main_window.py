from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household
from doorbraak.model.workspace.store import DATABASE
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from doorbraak.ui.start import FirstStart, NewWorkspace, RecoveryCode, Unlock
from tests.conftest import PASSPHRASE
from tests.ui.conftest import line, page_named, table, type_in_cell

Make = Callable[[Path], MainWindow]


def room(window: MainWindow) -> QWidget:
    return window._rooms.currentWidget()


def press(qtbot: QtBot, parent: QWidget, text: str) -> None:
    button = next(b for b in parent.findChildren(QPushButton) if b.text().replace("&", "") == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_the_first_start_offers_two_choices(qtbot: QtBot, make_window: Make, tmp_path: Path) -> None:
    window = make_window(tmp_path / "leeg")
    assert isinstance(room(window), FirstStart)
    assert len(room(window).findChildren(QPushButton)) == 2


def test_that_from_first_start_to_first_problem_takes_no_pop_up(
    qtbot: QtBot, make_window: Make, tmp_path: Path
) -> None:
    folder = tmp_path / "nieuw"
    window = make_window(folder)
    press(qtbot, room(window), "Nieuwe werkmap maken")
    new = room(window)
    assert isinstance(new, NewWorkspace)
    qtbot.keyClicks(new.passphrase, PASSPHRASE)
    qtbot.keyClicks(new.again, PASSPHRASE)
    qtbot.keyClick(new.again, Qt.Key.Key_Return)
    assert isinstance(room(window), RecoveryCode)
    assert len(line(room(window), "Herstelcode").text()) == 35
    press(qtbot, room(window), "Klaar, ik heb hem bewaard")
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    shown = page_named(window, "Problemen en instanties")
    field = line(shown, "Probleem toevoegen: typ drie letters")
    qtbot.keyClicks(field, "huura")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert table(shown, "Problemen").model().rowCount() == 1
    assert (folder / DATABASE).exists()


def test_that_two_different_passphrases_are_refused_and_kept(qtbot: QtBot, make_window: Make, tmp_path: Path) -> None:
    window = make_window(tmp_path / "nieuw")
    window.ask_new()
    new = room(window)
    assert isinstance(new, NewWorkspace)
    qtbot.keyClicks(new.passphrase, PASSPHRASE)
    qtbot.keyClicks(new.again, "iets anders")
    qtbot.keyClick(new.again, Qt.Key.Key_Return)
    assert "niet gelijk" in new.notice.text()
    assert new.passphrase.text() == PASSPHRASE
    assert new.again.hasFocus()
    assert not (tmp_path / "nieuw").exists()


def test_that_a_wrong_passphrase_says_so_and_lets_one_try_again(qtbot: QtBot, make_window: Make, filled: Path) -> None:
    window = make_window(filled)
    unlock = room(window)
    assert isinstance(unlock, Unlock)
    qtbot.keyClicks(unlock.passphrase, "fout")
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert "past niet" in unlock.notice.text()
    assert unlock.passphrase.hasFocus()
    qtbot.keyClicks(unlock.passphrase, PASSPHRASE)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert window.session is not None


def test_that_the_show_button_shows_the_passphrase(qtbot: QtBot, make_window: Make, filled: Path) -> None:
    unlock = room(make_window(filled))
    assert isinstance(unlock, Unlock)
    assert unlock.passphrase.echoMode() == QLineEdit.EchoMode.Password
    press(qtbot, unlock, "Tonen")
    assert unlock.passphrase.echoMode() == QLineEdit.EchoMode.Normal


def test_that_a_second_window_on_the_folder_is_told_at_once(
    qtbot: QtBot, make_window: Make, window: MainWindow
) -> None:
    second = make_window(window._folder)
    unlock = room(second)
    assert isinstance(unlock, Unlock)
    qtbot.waitUntil(lambda: "al geopend" in unlock.notice.text())
    unlock.notice.clear()
    qtbot.keyClicks(unlock.passphrase, PASSPHRASE)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert "al geopend" in unlock.notice.text()


def test_that_the_list_opens_a_household_by_search_and_enter(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    search = window.view.list.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "zzz")
    assert "Niets gevonden" in window.view.list._found._help.text()
    search.clear()
    qtbot.keyClicks(search, "achtenveertig")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.view._stack.currentWidget() is not window.view.list


def test_that_undo_and_redo_bear_the_name_of_the_step(qtbot: QtBot, window: MainWindow) -> None:
    type_in_cell(qtbot, table(page_named(window, "Problemen en instanties"), "Instanties"), 0, 1, "7")
    assert window.menus.undo.text() == "&Ongedaan maken: Contacten wijzigen"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.menus.redo.text() == "O&pnieuw doen: Contacten wijzigen"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.session.dossier(window.view.household).agencies[0].contacts_e2 == 700


def test_that_after_a_lock_nothing_names_anybody(qtbot: QtBot, window: MainWindow) -> None:
    assert "Huishouden 1" in window.windowTitle()
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.session is None
    assert window.windowTitle() == "Vergrendeld – Doorbraak"
    QApplication.processEvents()
    shown = [w.text() for w in window.findChildren(QLineEdit)]
    assert not any("achtenveertig" in text.lower() for text in shown)
    assert window.menus.undo.text() == "&Ongedaan maken"


def test_that_a_lock_closes_an_open_dialog(qtbot: QtBot, window: MainWindow) -> None:
    seen: list[bool] = []

    def lock() -> None:
        seen.append(isinstance(QApplication.activeModalWidget(), QInputDialog))
        window.lock()

    QTimer.singleShot(0, window, lock)
    window.household.rename()
    assert seen == [True]
    assert window.session is None


def test_that_ctrl_l_locks_above_a_dialog_too_and_nothing_of_it_stays(qtbot: QtBot, window: MainWindow) -> None:
    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        field = dialog.findChild(QLineEdit)
        qtbot.keyClicks(field, " de Vries")
        qtbot.keyClick(field, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    QTimer.singleShot(0, window, press)
    window.household.rename()
    qtbot.waitUntil(lambda: window.session is None)
    assert QApplication.activeModalWidget() is None
    assert window.windowTitle() == "Vergrendeld – Doorbraak"


def test_that_ctrl_l_locks_above_an_open_menu(qtbot: QtBot, window: MainWindow) -> None:
    menu = window.menuBar().actions()[0].menu()
    menu.popup(window.mapToGlobal(QPoint(10, 30)))
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyClick(menu, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.session is None)
    assert not menu.isVisible()


def test_that_five_idle_minutes_lock_and_a_key_postpones(qtbot: QtBot, window: MainWindow) -> None:
    lock = window.findChild(AutoLock)
    start = lock.now()
    now = {"at": start}
    lock.now = lambda: now["at"]
    lock._alive()
    now["at"] = start + timedelta(minutes=4, seconds=41)
    lock.look()
    assert "20 seconden" in window.statusBar().currentMessage()
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    assert window.statusBar().currentMessage() == ""
    now["at"] += timedelta(minutes=4)
    lock.look()
    assert window.session is not None
    now["at"] += timedelta(minutes=1, seconds=1)
    lock.look()
    assert window.session is None


def test_that_a_household_that_is_taken_away_can_come_back(qtbot: QtBot, window: MainWindow) -> None:
    QTimer.singleShot(0, window, lambda: press(qtbot, QApplication.activeModalWidget(), "Weghalen"))
    window.household.remove()
    assert window.view.household is None
    assert window.view._stack.currentWidget() is window.view.list
    window.undo()
    assert window.view.list._table.shown == 1


def test_that_taking_a_household_away_can_be_thought_better_of(qtbot: QtBot, window: MainWindow) -> None:
    QTimer.singleShot(0, window, lambda: press(qtbot, QApplication.activeModalWidget(), "Terug"))
    window.household.remove()
    assert window.view.household is not None


def test_that_buttons_and_labels_leave_the_letters_of_the_menu_bar_alone(
    qtbot: QtBot, make_window: Make, window: MainWindow, tmp_path: Path
) -> None:
    def letters(texts: list[str]) -> set[str]:
        return {text[text.index("&") + 1].lower() for text in texts if "&" in text}

    bar = letters([action.text() for action in window.menuBar().actions()])
    first = make_window(tmp_path / "leeg")
    shown = [first._rooms.currentWidget(), NewWorkspace(tmp_path), RecoveryCode("x"), Unlock(tmp_path, locked=True)]
    for at in range(len(PAGES) + 1):
        window.show_page(at)
        shown.append(window.view._stack.currentWidget())
    for room_ in shown:
        found = [b.text() for b in room_.findChildren(QPushButton)] + [x.text() for x in room_.findChildren(QLabel)]
        assert not letters(found) & bar, (room_.accessibleName(), found)


def test_that_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, make_window: Make, tmp_path: Path) -> None:
    window = make_window(tmp_path / "leeg")
    first = room(window).findChildren(QPushButton)[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert isinstance(room(window), NewWorkspace)


def test_that_typing_can_begin_on_a_new_page_and_goes_on_after_undo(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    add = line(page_named(window, "Problemen en instanties"), "Instantie toevoegen: typ drie letters")
    qtbot.keyClicks(add, "uwv")
    qtbot.keyClick(add, Qt.Key.Key_Return)
    agencies = table(page_named(window, "Problemen en instanties"), "Instanties")
    agencies.setFocus()
    window.undo()
    assert agencies.model().rowCount() == 0
    assert agencies.hasFocus()


def test_that_what_was_typed_for_one_household_is_not_shown_at_another(qtbot: QtBot, window: MainWindow) -> None:
    first = window.view.household
    qtbot.keyClicks(line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel"), "Doel van A")
    window.household.open_new()
    assert line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel").text() == ""
    window.view.open_household(first)
    assert line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel").text() == "Doel van A"


def test_that_a_lock_also_closes_when_a_draft_can_not_be_kept(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a full disk nothing can be kept; locking goes first."""
    from doorbraak.model.errors import DiskFull
    from doorbraak.model.workspace.store import Store

    def full(*_: object) -> None:
        raise DiskFull("De schijf is vol.")

    monkeypatch.setattr(Store, "keep_draft", full)
    qtbot.keyClicks(line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel"), "Half")
    window.lock()
    assert window.session is None
    assert isinstance(room(window), Unlock)


def test_that_closing_asks_when_what_was_typed_can_not_be_kept(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doorbraak.model.errors import DiskFull
    from doorbraak.model.workspace.store import Store

    def full(*_: object) -> None:
        raise DiskFull("De schijf is vol.")

    with monkeypatch.context() as patched:
        patched.setattr(Store, "keep_draft", full)
        qtbot.keyClicks(line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel"), "Half")
        QTimer.singleShot(0, window, lambda: press(qtbot, QApplication.activeModalWidget(), "Terug"))
        assert not window.close()
    assert window.session is not None
    assert line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel").text() == "Half"


def test_that_every_action_has_a_mnemonic_that_is_its_own(window: MainWindow) -> None:
    for top in [window.menuBar().actions(), *(m.menu().actions() for m in window.menuBar().actions())]:
        letters = []
        for action in top:
            if not action.isSeparator():
                at = action.text().replace("&&", "").find("&")
                assert at >= 0, action.text()
                letters.append(action.text().replace("&&", "")[at + 1].lower())
        assert len(letters) == len(set(letters)), letters


def test_that_no_shortcut_means_two_things(window: MainWindow) -> None:
    keys = [a.shortcut().toString() for a in window.menus.findChildren(QAction) if not a.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert len(window.menus.shortcuts()) == len(keys)


def test_that_every_control_in_sight_has_a_name(window: MainWindow) -> None:
    for at in range(len(PAGES) + 1):
        window.show_page(at)
        for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QAbstractButton):
            for control in window.findChildren(kind):
                if control.isVisible() and not control.objectName().startswith("qt_"):
                    named = control.accessibleName() or getattr(control, "text", lambda: "")()
                    assert named, f"page {at}: {control}"


def test_that_buttons_and_fields_are_high_enough_to_hit(window: MainWindow) -> None:
    for at in range(len(PAGES) + 1):
        window.show_page(at)
        for control in window.findChildren(QPushButton) + window.findChildren(QLineEdit):
            if control.isVisible():
                assert control.height() >= 24, control


def test_that_looking_at_a_household_is_logged_by_number_only(window: MainWindow) -> None:
    last = [entry for entry in window.session.store.log_entries() if entry.action == "inzien"][-1]
    assert last.object == "huishouden 1"
    assert last.origin == "venster"


def test_that_what_was_read_ahead_for_a_room_ends_with_the_room(qtbot: QtBot, make_window: Make, filled: Path) -> None:
    """As the demonstration does: unlocked before the first window was painted."""
    window = MainWindow(filled)
    qtbot.addWidget(window)
    window.open_with(PASSPHRASE)
    with qtbot.waitExposed(window):
        window.show()
    QApplication.processEvents()
    assert window._ahead == []
    assert window.session is not None
    window.close()


# -- large letters ----------------------------------------------------------------------------------------


@pytest.fixture
def letters(window: MainWindow, qapp: QApplication) -> Iterator[MainWindow]:
    """Letters twice as large as they were."""
    before = qapp.font()
    window.appearance.zoom(round(before.pointSizeF()))
    yield window
    qapp.setFont(before)


def test_that_letters_twice_as_large_leave_the_window_as_it_was(letters: MainWindow) -> None:
    scroll = letters.view._scroll
    scrolled = 0
    for at in range(-3, len(PAGES) + 1):
        letters.show_page(at)
        for _ in range(3):  # lines that wrap ask for their height once they know their width
            QApplication.processEvents()
        assert (letters.width(), letters.height()) == (1366, 768), at
        shown = letters.view._stack.currentWidget()
        needed, room_ = shown.minimumSizeHint(), scroll.viewport().size()
        assert scroll.horizontalScrollBar().maximum() >= needed.width() - room_.width(), at
        assert scroll.verticalScrollBar().maximum() >= needed.height() - room_.height(), at
        scrolled += scroll.horizontalScrollBar().maximum() > 0 or scroll.verticalScrollBar().maximum() > 0
    assert scrolled > 3


def test_that_what_gets_the_focus_comes_in_sight(qtbot: QtBot, letters: MainWindow) -> None:
    shown, scroll = page_named(letters, "Metingen"), letters.view._scroll
    QApplication.processEvents()
    assert scroll.verticalScrollBar().maximum() > 0
    places = set()
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        QApplication.processEvents()
        focused = QApplication.focusWidget()
        if shown.isAncestorOf(focused):
            places.add(scroll.verticalScrollBar().value())
            top_left = focused.mapTo(scroll.viewport(), QPoint())
            in_sight = QRect(top_left, focused.size()) & scroll.viewport().rect()
            assert in_sight.height() >= min(focused.height(), scroll.viewport().height() // 2), focused.accessibleName()
    assert len(places) > 1, "it never had to scroll"
    scroll.verticalScrollBar().setValue(0)
    lowest = max(
        (one for one in shown.findChildren(QPushButton) if one.isVisible() and one.isEnabled()),
        key=lambda one: one.mapTo(shown, QPoint()).y(),
    )
    assert not scroll.viewport().rect().contains(lowest.mapTo(scroll.viewport(), lowest.rect().bottomLeft()))
    letters.setFocus()
    lowest.setFocus()  # as its letter with Alt does
    assert scroll.viewport().rect().contains(lowest.mapTo(scroll.viewport(), lowest.rect().bottomLeft()))


def test_that_with_letters_of_the_usual_size_no_page_scrolls(window: MainWindow) -> None:
    for at in range(-3, len(PAGES) + 1):
        window.show_page(at)
        QApplication.processEvents()
        scroll = window.view._scroll
        assert (scroll.horizontalScrollBar().maximum(), scroll.verticalScrollBar().maximum()) == (0, 0), at


def test_that_a_window_that_was_larger_than_the_screen_comes_back_within_it(
    qtbot: QtBot, make_window: Make, filled: Path
) -> None:
    first = make_window(filled)
    first.resize(5000, 4000)
    first.close()
    again = MainWindow(filled)
    qtbot.addWidget(again)
    room_ = again.screen().availableSize()
    assert again.width() <= room_.width()
    assert again.height() < room_.height()


# -- a new household, a place to come back to, a warning --------------------------------------------------


def test_that_a_new_household_is_the_one_that_opens(window: MainWindow) -> None:
    first = window.view.household
    window.session.run("Nummer wijzigen", household.renumber, first, household.HIGHEST_NUMBER)
    window.household.open_new()
    assert window.view.household != first
    assert window.session.dossier(window.view.household).problems == ()
    entries = [entry for entry in window.session.store.log_entries() if entry.action == "wijzigen"]
    assert entries[-1].object == f"huishouden {window.view.number()}"


def test_that_a_household_from_a_file_is_in_the_log_by_its_number(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doorbraak import paths
    from doorbraak.ui.widgets import ask

    monkeypatch.setattr(ask, "files", lambda *_: [paths.resources() / "cases" / "casus-01.json"])
    window.outgoing.take_case()
    entries = [entry for entry in window.session.store.log_entries() if entry.action == "invoeren"]
    assert window.view.number() == 2
    assert entries[-1].object == "huishouden 2"


def unlock_again(qtbot: QtBot, window: MainWindow) -> None:
    unlock = room(window)
    assert isinstance(unlock, Unlock)
    unlock.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)


def test_that_after_a_lock_one_is_back_on_the_same_page_of_the_same_household(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    here = window.view.household
    page_named(window, "Brieven")
    window.lock()
    assert window.windowTitle() == "Vergrendeld – Doorbraak"
    assert "Brieven" not in str([window._settings.value(key) for key in window._settings.allKeys()])
    unlock_again(qtbot, window)
    assert window.view.household == here
    assert window.view._stack.currentWidget().accessibleName() == "Brieven"
    assert window.view._stack.currentWidget().isAncestorOf(QApplication.focusWidget())
    window.show_page(-1)
    window.lock()
    unlock_again(qtbot, window)
    assert window.view.household == here
    assert window.view._stack.currentWidget().accessibleName() == "Werklijst"


def test_that_another_workspace_does_not_open_where_one_was(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import shutil

    from doorbraak.ui.widgets import ask

    window.lock()
    other = tmp_path / "andere"
    shutil.copytree(window._folder, other)
    monkeypatch.setattr(ask, "folder", lambda *_: other)
    window.ask_open()
    unlock_again(qtbot, window)
    assert window.view.household is None
    assert window.view._stack.currentWidget() is window.view.list


def test_that_no_paper_is_said_above_every_page(window: MainWindow) -> None:
    def said() -> bool:
        return any(
            label.text() == "Niet op papier" and label.isVisible() for label in window.view.top.findChildren(QLabel)
        )

    assert not said()
    window.session.run("Niet op papier", household.set_no_paper, window.view.household, True, household=1)
    for at in range(1, len(PAGES) + 1):
        window.show_page(at)
        assert said(), PAGES[at - 1].title
    window.show_page(0)
    assert not said()
    window.show_page(1)
    window.household.open_new()
    assert not said()
