"""Reservekopieën: the list, checking, the second place and putting one back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import goals, household
from doorbraak.model.workspace import backup
from doorbraak.model.workspace.restore import Restorable
from doorbraak.ui import backups
from doorbraak.ui.backups import BackupsDialog
from doorbraak.ui.backups_drill import DrillDialog, paper_of
from doorbraak.ui.backups_second import second_place
from doorbraak.ui.damaged_room import RestoreRoom
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets import ask as asking
from tests.conftest import PASSPHRASE
from tests.ui import accessibility
from tests.ui.conftest import cell
from tests.ui.copies import age_all

GEMAAKT, HUISHOUDENS, REGELS, GROOTTE, WAAR, GECONTROLEERD = range(6)


@pytest.fixture(autouse=True)
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is answered when the passphrase is asked."""
    monkeypatch.setattr(backups, "ask_secret", lambda *_: PASSPHRASE)


def show(window: MainWindow, act: Callable[[BackupsDialog], None]) -> None:
    """Through the menu."""
    faults: list[BaseException] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BackupsDialog)
        QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        try:
            act(dialog)
        except BaseException as error:  # noqa: BLE001 - inside Qt’s loop it would only be printed
            faults.append(error)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, window, answer)
    assert window.menus.backups.shortcut().toString() == "Ctrl+Shift+R"
    window.menus.backups.trigger()
    if faults:
        raise faults[0]


def press(button: QPushButton) -> None:
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def finish(qtbot: QtBot, dialog: BackupsDialog | DrillDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.steps.running)


def column(dialog: BackupsDialog, at: int) -> list[str]:
    return [cell(dialog.table, row, at) for row in range(dialog.table.model().rowCount())]


def test_that_the_list_tells_of_each_copy_when_how_much_and_where(window: MainWindow) -> None:
    def look(dialog: BackupsDialog) -> None:
        assert column(dialog, GEMAAKT)[0].startswith("vandaag")
        assert column(dialog, HUISHOUDENS)[0] == "1"
        assert int(column(dialog, REGELS)[0]) > 100
        assert column(dialog, GROOTTE)[0].endswith("kB")
        assert column(dialog, WAAR)[0] == "bij de werkmap"
        assert column(dialog, GECONTROLEERD)[0] == "bij het maken"

    show(window, look)


def test_that_without_copies_it_says_so_and_one_can_be_made(window: MainWindow) -> None:
    for made in backup.all_of(window._folder):
        made.path.unlink()

    def make(dialog: BackupsDialog) -> None:
        assert dialog.table.isHidden()
        assert "Nog geen kopie" in dialog._none.text()
        assert not dialog.restore.isEnabled()
        assert dialog.focusWidget() is dialog.make
        QTest.keyClick(dialog.make, Qt.Key.Key_Return)
        assert len(column(dialog, GEMAAKT)) == 1
        assert "gemaakt en nagekeken" in dialog.said.text()

    show(window, make)
    assert window.status.copy.text().startswith("Kopie: vandaag")


def test_that_a_check_finds_the_copy_that_is_damaged(qtbot: QtBot, window: MainWindow) -> None:
    assert window.back_up()
    newest = backup.all_of(window._folder)[0].path
    content = bytearray(newest.read_bytes())
    content[len(content) // 2] ^= 1
    newest.write_bytes(bytes(content))

    def check(dialog: BackupsDialog) -> None:
        press(dialog.check_all)
        assert not dialog.restore.isEnabled(), "while it runs"
        finish(qtbot, dialog)
        assert column(dialog, GECONTROLEERD)[0] == "nu: beschadigd"
        assert set(column(dialog, GECONTROLEERD)[1:]) == {"nu: heel"}
        assert "is beschadigd" in dialog.notice.text()
        assert "dossiers zelf zijn niet geraakt" in dialog.notice.text()

    show(window, check)


def test_that_one_copy_is_checked_and_a_wrong_passphrase_is_not_called_damage(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def check(dialog: BackupsDialog) -> None:
        press(dialog.check)
        finish(qtbot, dialog)
        assert column(dialog, GECONTROLEERD)[0] == "nu: heel"
        assert dialog.notice.isHidden()
        monkeypatch.setattr(backups, "ask_secret", lambda *_: "een heel andere zin")
        press(dialog.check)
        finish(qtbot, dialog)
        assert column(dialog, GECONTROLEERD)[0] == "andere wachtzin"
        assert "opent niet met deze wachtzin" in dialog.notice.text()

    show(window, check)


def test_that_long_work_stops_between_two_copies(qtbot: QtBot, window: MainWindow) -> None:
    for _ in range(3):
        assert window.back_up()

    def check(dialog: BackupsDialog) -> None:
        dialog.table.select_first()
        press(dialog.check_all)
        assert dialog.focusWidget() is dialog.steps.cancel
        dialog.steps._next()
        QTest.keyClick(dialog.steps.cancel, Qt.Key.Key_Return)
        finish(qtbot, dialog)
        found = column(dialog, GECONTROLEERD)
        assert "nu: heel" in found
        assert "bij het maken" in found
        assert "Gestopt" in dialog.said.text()

    show(window, check)


def test_that_a_lock_closes_it_and_stops_what_runs(window: MainWindow) -> None:
    for _ in range(2):
        assert window.back_up()

    def lock(dialog: BackupsDialog) -> None:
        press(dialog.check_all)
        window.lock()
        assert not dialog.isVisible()
        assert not dialog.steps.running

    show(window, lock)
    assert window.session is None


def test_that_a_second_place_is_kept_gets_a_copy_at_once_and_can_be_forgotten(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(asking, "folder", lambda *_: stick)

    def choose(dialog: BackupsDialog) -> None:
        press(dialog.second.choose)
        assert second_place(window._folder) == stick
        assert "tweede plek" in column(dialog, WAAR)
        assert "dezelfde schijf" in dialog.second._advice.text()
        press(dialog.second.forget)
        assert second_place(window._folder) is None
        assert "tweede plek" not in column(dialog, WAAR)

    show(window, choose)
    assert backup.all_of(stick), "what is there stays there"


def test_that_a_second_place_in_the_workspace_itself_is_refused(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "folder", lambda *_: window._folder)

    def choose(dialog: BackupsDialog) -> None:
        press(dialog.second.choose)
        assert "niets veranderd" in dialog.notice.text()

    show(window, choose)
    assert second_place(window._folder) is None


def test_that_putting_back_asks_once_and_says_what_is_lost_and_what_is_kept(window: MainWindow) -> None:
    window.session.run("Doel toevoegen", goals.add, window.view.household, "Rust")
    asked: list[str] = []

    def refuse(dialog: BackupsDialog) -> None:
        def answer() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            asked.append(box.text())
            box.button(QMessageBox.StandardButton.Cancel).click()

        QTimer.singleShot(0, dialog, answer)
        press(dialog.restore)
        assert dialog.isVisible()

    show(window, refuse)
    assert window.session is not None
    assert "Daarna is er 1 keer iets gewijzigd. Dat gaat verloren." in asked[0]
    assert "Het bestand van nu wordt bewaard" in asked[0]


def test_that_a_copy_is_put_back_after_the_passphrase_and_what_was_there_is_kept(
    qtbot: QtBot, window: MainWindow
) -> None:
    before = window.session.dossier(window.view.household).goals
    window.session.run("Doel toevoegen", goals.add, window.view.household, "Rust")

    def restore(dialog: BackupsDialog) -> None:
        QTimer.singleShot(
            0, dialog, lambda: QApplication.activeModalWidget().button(QMessageBox.StandardButton.Ok).click()
        )
        press(dialog.restore)

    show(window, restore)
    assert window.session is None
    room = window._rooms.currentWidget()
    assert isinstance(room, RestoreRoom)
    assert window.windowTitle() == "Kopie terugzetten – Doorbraak"
    assert window.focusWidget() is room.passphrase
    qtbot.keyClicks(room.passphrase, "fout")
    qtbot.keyClick(room.passphrase, Qt.Key.Key_Return)
    assert "past niet" in room.notice.text()
    room.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(room.passphrase, Qt.Key.Key_Return)
    assert window.session is not None
    told = window.view.notice.text()
    kept = re.search(r"staat in (backups/bewaard/\S+\.db)\.", told)
    assert kept is not None, told
    assert (window._folder / kept[1]).exists()
    assert window.session.dossier(household.all_of(window.session.store)[0].id).goals == before
    assert window.session.store.undo_label is None
    assert [one.action for one in window.session.store.log_entries()].count("herstellen") == 1
    assert window.session.store.log_broken_at() is None


def test_that_who_turns_back_opens_the_workspace_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    made = backup.all_of(window._folder)[-1]
    window.show_restore(Restorable(made, False))
    room = window._rooms.currentWidget()
    button = next(one for one in room.findChildren(QPushButton) if one.text() == "&Niet terugzetten")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    window.open_with(PASSPHRASE)
    assert "herstellen" not in {one.action for one in window.session.store.log_entries()}


def test_that_the_practice_shows_a_report_that_can_be_kept(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "target", lambda *_: tmp_path / "verslag.txt")
    before = sorted(path.name for path in (window._folder / backup.FOLDER).iterdir())

    def practise(dialog: BackupsDialog) -> None:
        def read() -> None:
            drill = QApplication.activeModalWidget()
            assert isinstance(drill, DrillDialog)
            qtbot.waitUntil(lambda: drill.save.isEnabled())
            assert "zijn terug te zetten" in drill.report.toPlainText() or "is terug" in drill.report.toPlainText()
            table = paper_of(drill._tried, drill.report.toPlainText()).sections[0].blocks[1]
            assert len(table.rows) == len(drill._tried) == dialog.table.model().rowCount()
            press(drill.save)
            drill.reject()

        QTimer.singleShot(0, dialog, read)
        press(dialog.drill)

    show(window, practise)
    assert "Verslag" in (tmp_path / "verslag.txt").read_text(encoding="utf-8")
    assert sorted(path.name for path in (window._folder / backup.FOLDER).iterdir()) == before


def test_that_the_line_below_opens_it(window: MainWindow) -> None:
    found: list[QDialog] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, BackupsDialog)
        found.append(dialog)
        dialog.reject()

    QTimer.singleShot(0, window, answer)
    QTest.mouseClick(window.status.copy, Qt.MouseButton.LeftButton)
    assert found


@pytest.mark.parametrize("larger", [0, 9])
def test_that_it_can_be_used_by_everybody(window: MainWindow, larger: int) -> None:
    age_all(window._folder, 3)
    if larger:
        window.appearance.zoom(larger)

    def look(dialog: BackupsDialog) -> None:
        assert dialog.width() <= window.width()
        assert dialog.height() <= window.height()
        assert accessibility.unnamed(dialog) == []
        assert accessibility.small(dialog) == []
        letters = [one.text()[one.text().index("&") + 1].lower() for one in dialog.findChildren(QPushButton)]
        assert len(letters) == len(set(letters))

    show(window, look)
    if larger:
        window.appearance.zoom(-larger)


def test_that_the_question_counts_changes_and_lines_apart() -> None:
    copy = Restorable(backup.Backup(Path("x.db"), datetime(2026, 2, 1, 8), {"household": 12}, (3, "")), False)
    words = backups.restoring_words(copy, ["openen", "wijzigen", "inzien", "invoeren"], datetime(2026, 2, 10))
    assert "1-2-2026 08:00" in words
    assert "12 huishoudens" in words
    assert "2 keer iets gewijzigd" in words
    assert "4 regels" in words


def test_that_a_copy_of_an_older_key_says_what_opens_it_again_and_what_is_lost() -> None:
    copy = Restorable(backup.Backup(Path("x.db"), datetime(2026, 2, 1, 8), {"household": 1}, (3, "")), False)
    words = backups.restoring_words(copy, ["openen", "wijzigen"], datetime(2026, 2, 10), older_key=True)
    assert "ook als ze gelekt zijn" in words
    assert "2 regels; die gaan verloren" in words
    assert "die blijven" not in words


def test_that_a_copy_tells_whether_it_is_of_the_key_of_now(window: MainWindow) -> None:
    made = window.session.store.backup()
    slots = window.session.store.slots
    assert not backup.of_older_key(made, slots)
    assert backup.of_older_key(made, [replace(slot, mark="f" * 16) for slot in slots])
