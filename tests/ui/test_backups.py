"""Reservekopieën: the list, checking, the second place and putting one back."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import goals, household
from doorbraak.model.workspace import backup, kept, passphrase, restore
from doorbraak.model.workspace.restore import Restorable
from doorbraak.ui import backups, backups_check, backups_words, passphrase_dialogs
from doorbraak.ui.backups import BackupsDialog
from doorbraak.ui.backups_drill import DrillDialog, paper_of
from doorbraak.ui.backups_second import second_place
from doorbraak.ui.backups_secret import ask_secret
from doorbraak.ui.damaged_room import RestoreRoom
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets import ask as asking
from doorbraak.ui.widgets.form_dialog import FormDialog
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui import accessibility
from tests.ui.conftest import cell
from tests.ui.copies import age_all

GEMAAKT, WAT, HUISHOUDENS, REGELS, GROOTTE, WAAR, GECONTROLEERD = range(7)
NEW = "drie gele fietsen buiten"


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
    for made in backup.all_of(window.folder):
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
    newest = backup.all_of(window.folder)[0].path
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


def never_asked(*_: object) -> str:
    raise AssertionError("the key of the open workspace opens it")


def test_that_the_key_of_the_open_workspace_checks_its_copies_without_asking(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups_check, "ask_secret", never_asked)

    def check(dialog: BackupsDialog) -> None:
        press(dialog.check)
        finish(qtbot, dialog)
        assert column(dialog, GECONTROLEERD)[0] == "nu: heel"
        assert dialog.notice.isHidden()

    show(window, check)


def leak(window: MainWindow) -> None:
    passphrase.renew(window.session.store, PASSPHRASE, NEW, cost=CHEAP)


def asked(answers: list[str], said: list[str]) -> Callable[[], None]:
    """Types the answers in the dialog that asks for a passphrase, and keeps what that says about each."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        for typed in answers:
            dialog.secret.setText(typed)
            QTest.keyClick(dialog.secret, Qt.Key.Key_Return)
            said.append(dialog.notice.text() if dialog.isVisible() else "")
        if dialog.isVisible():
            dialog.reject()

    return answer


def test_that_a_wrong_passphrase_is_said_as_wrong_and_never_as_something_of_the_copy(
    qtbot: QtBot, window: MainWindow
) -> None:
    leak(window)
    said: list[str] = []

    def check(dialog: BackupsDialog) -> None:
        QTimer.singleShot(0, dialog, asked(["een heel andere zin", PASSPHRASE], said))
        press(dialog.check_all)
        finish(qtbot, dialog)
        assert set(column(dialog, GECONTROLEERD)) == {"nu: heel"}
        assert dialog.notice.isHidden()

    show(window, check)
    assert "past op geen van deze kopieën" in said[0]
    assert said[1] == ""


def test_that_who_does_not_know_an_older_passphrase_checks_the_other_copies(qtbot: QtBot, window: MainWindow) -> None:
    leak(window)

    def check(dialog: BackupsDialog) -> None:
        QTimer.singleShot(0, dialog, asked([], []))
        press(dialog.check_all)
        finish(qtbot, dialog)
        found = column(dialog, GECONTROLEERD)
        assert found[0] == "nu: heel"
        assert set(found[1:]) == {"bij het maken"}
        assert "niet nagekeken" in dialog.notice.text()
        assert "beschadigd" not in dialog.notice.text()

    show(window, check)


def test_that_copies_of_one_minute_are_told_apart_by_their_seconds(window: MainWindow) -> None:
    assert window.back_up()
    newest = backup.all_of(window.folder)[0]

    def look(dialog: BackupsDialog) -> None:
        assert f"{newest.at:%H:%M:%S}" in column(dialog, GEMAAKT)[0]

    show(window, look)


def test_that_escape_closes_it_while_the_table_has_the_focus(window: MainWindow) -> None:
    def escape(dialog: BackupsDialog) -> None:
        dialog.table.setFocus()
        QTest.keyClick(dialog.table, Qt.Key.Key_Escape)
        assert not dialog.isVisible()

    show(window, escape)


@pytest.fixture
def restored(window: MainWindow) -> MainWindow:
    """Once put back, and open again."""
    folder = window.folder
    window.lock()
    restore.restore(folder, backup.all_of(folder)[0], PASSPHRASE)
    window.open_with(PASSPHRASE)
    return window


def test_that_only_a_workspace_with_kept_files_shows_what_they_are(window: MainWindow) -> None:
    def look(dialog: BackupsDialog) -> None:
        assert dialog.table.isColumnHidden(WAT)
        assert dialog.kept.isHidden()

    show(window, look)


def test_that_a_file_of_before_a_restore_is_listed_as_such_and_is_no_copy(restored: MainWindow) -> None:
    def look(dialog: BackupsDialog) -> None:
        assert not dialog.table.isColumnHidden(WAT)
        kinds = column(dialog, WAT)
        assert kinds[-1] == "werkmap van vóór het terugzetten"
        assert set(kinds[:-1]) == {"kopie"}
        last = len(kinds) - 1
        assert cell(dialog.table, last, GEMAAKT).startswith("vandaag")
        assert cell(dialog.table, last, GROOTTE).endswith("kB")
        dialog.table.setCurrentIndex(dialog.table.model().index(last, 0))
        assert not dialog.restore.isEnabled()
        assert not dialog.check.isEnabled()
        assert dialog.kept.remove.isEnabled()
        dialog.table.select_first()
        assert dialog.restore.isEnabled()
        assert not dialog.kept.remove.isEnabled()

    show(restored, look)


@pytest.mark.parametrize("sure", [False, True])
def test_that_a_kept_file_is_removed_after_one_question_and_the_log_says_so(restored: MainWindow, sure: bool) -> None:
    (one,) = kept.all_of(restored.folder)
    questions: list[str] = []

    def remove(dialog: BackupsDialog) -> None:
        def answer() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QMessageBox)
            questions.append(box.text())
            which = QMessageBox.StandardButton.Ok if sure else QMessageBox.StandardButton.Cancel
            box.button(which).click()

        rows = len(column(dialog, WAT))
        dialog.table.setCurrentIndex(dialog.table.model().index(rows - 1, 0))
        QTimer.singleShot(0, dialog, answer)
        press(dialog.kept.remove)
        assert len(column(dialog, WAT)) == rows - sure
        assert dialog.kept.isHidden() == sure

    show(restored, remove)
    assert "vóór het terugzetten" in questions[0]
    assert "niet ongedaan" in questions[0]
    assert one.path.exists() != sure
    assert bool(list(one.path.parent.iterdir())) != sure, "its slots go with it"
    last = [line.object for line in restored.session.store.log_entries() if line.action == "wissen"]
    assert last == ([kept.OBJECT] if sure else [])


def test_that_a_kept_file_is_shown_in_its_folder(restored: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))

    def look(dialog: BackupsDialog) -> None:
        dialog.table.setCurrentIndex(dialog.table.model().index(len(column(dialog, WAT)) - 1, 0))
        press(dialog.kept.show_folder)

    show(restored, look)
    assert [Path(name) for name in opened] == [kept.place(restored.folder)]


def test_that_destroying_old_copies_says_how_many_of_them_were_kept_at_a_restore(
    restored: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    leak(restored)
    questions: list[str] = []
    monkeypatch.setattr(asking, "sure", lambda _parent, _title, question, _yes: bool(questions.append(question)))
    passphrase_dialogs.offer_to_destroy(restored)
    assert "Bij 1 daarvan gaat het om wat bij terugzetten is bewaard" in questions[0]
    assert len(kept.all_of(restored.folder)) == 1


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
        assert second_place(window.folder) == stick
        assert "tweede plek" in column(dialog, WAAR)
        assert "dezelfde schijf" in dialog.second._advice.text()
        press(dialog.second.forget)
        assert second_place(window.folder) is None
        assert "tweede plek" not in column(dialog, WAAR)

    show(window, choose)
    assert backup.all_of(stick), "what is there stays there"


def test_that_a_second_place_in_the_workspace_itself_is_refused(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(asking, "folder", lambda *_: window.folder)

    def choose(dialog: BackupsDialog) -> None:
        press(dialog.second.choose)
        assert "niets veranderd" in dialog.notice.text()

    show(window, choose)
    assert second_place(window.folder) is None


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

    def put_back(dialog: BackupsDialog) -> None:
        QTimer.singleShot(
            0, dialog, lambda: QApplication.activeModalWidget().button(QMessageBox.StandardButton.Ok).click()
        )
        press(dialog.restore)

    show(window, put_back)
    assert window.session is None
    room = window._rooms.currentWidget()
    assert isinstance(room, RestoreRoom)
    assert window.windowTitle() == "Kopie terugzetten – Doorbraak"
    assert window.focusWidget() is room.passphrase
    qtbot.waitUntil(lambda: QApplication.focusWidget() is room.passphrase)
    qtbot.keyClicks(room.passphrase, "fout")
    qtbot.keyClick(room.passphrase, Qt.Key.Key_Return)
    assert "past niet" in room.notice.text()
    room.passphrase.setText(PASSPHRASE)
    qtbot.keyClick(room.passphrase, Qt.Key.Key_Return)
    assert window.session is not None
    told = window.view.notice.text()
    was = re.search(r"staat in (backups/bewaard/\S+\.db)\.", told)
    assert was is not None, told
    assert (window.folder / was[1]).exists()
    assert window.view.notice.property("calm"), "nothing went wrong"
    assert window.session.dossier(household.all_of(window.session.store)[0].id).goals == before
    assert window.session.store.undo_label is None
    assert [one.action for one in window.session.store.log_entries()].count("herstellen") == 1
    assert window.session.store.log_broken_at() is None


def test_that_who_turns_back_opens_the_workspace_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    made = backup.all_of(window.folder)[-1]
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
    before = sorted(path.name for path in (window.folder / backup.FOLDER).iterdir())

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
    assert sorted(path.name for path in (window.folder / backup.FOLDER).iterdir()) == before


def test_that_a_wrong_passphrase_is_said_before_an_empty_practice_opens(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backups, "ask_secret", ask_secret)
    said: list[str] = []

    def practise(dialog: BackupsDialog) -> None:
        QTimer.singleShot(0, dialog, asked(["een heel andere zin"], said))
        press(dialog.drill)  # nothing to wait for: no practice began
        assert not dialog.findChildren(DrillDialog)
        QTimer.singleShot(0, dialog, asked([PASSPHRASE], said))
        monkeypatch.setattr("doorbraak.ui.backups_drill.show_drill", lambda *given: said.append(given[2]))
        press(dialog.drill)

    show(window, practise)
    assert "past op geen van deze kopieën" in said[0]
    assert said[-1] == PASSPHRASE


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
    age_all(window.folder, 3)
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
    words = backups_words.restoring(copy, ["openen", "wijzigen", "inzien", "invoeren"], datetime(2026, 2, 10))
    assert "1-2-2026 08:00" in words
    assert "12 huishoudens" in words
    assert "2 keer iets gewijzigd" in words
    assert "4 regels; die blijven" in words
    for since, said in ((["openen"], "1 regel; die blijft"), ([], "Daarna is er niets gewijzigd.\n")):
        assert said in backups_words.restoring(copy, since, datetime(2026, 2, 10))
    assert "logboek" not in backups_words.restoring(copy, [], datetime(2026, 2, 10)), "nothing stays where nothing is"


def test_that_a_copy_of_an_older_key_says_what_is_asked_in_few_words() -> None:
    copy = Restorable(backup.Backup(Path("x.db"), datetime(2026, 2, 1, 8), {"household": 1}, (3, "")), False)
    words = backups_words.restoring(copy, ["openen", "wijzigen"], datetime(2026, 2, 10), older_key=True)
    assert "de wachtzin van toen en die van nu" in words
    assert "Die van nu blijft gelden" in words
    assert "bewaard" in words
    assert "1 keer iets gewijzigd" in words
    assert len(words.split()) <= 50, "a question that is read"


def test_that_a_copy_tells_whether_it_is_of_the_key_of_now(window: MainWindow) -> None:
    made = window.session.store.backup()
    slots = window.session.store.keys.slots
    assert not backup.of_older_key(made, slots)
    assert backup.of_older_key(made, [replace(slot, mark="f" * 16) for slot in slots])
