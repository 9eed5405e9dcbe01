"""Before a workspace is open: which room is in sight, and where it leads."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household
from doorbraak.model.errors import DiskFull, UserError
from doorbraak.model.workspace import DATABASE, lost_slots
from doorbraak.model.workspace.creation import SLOTS
from doorbraak.model.workspace.store import Store
from doorbraak.ui import opening
from doorbraak.ui.damaged_room import RestoreRoom
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import FirstStart, LostSlots, NewWorkspace, RecoveryCode, Unlock
from doorbraak.ui.widgets import ask
from tests.conftest import PASSPHRASE
from tests.ui.conftest import line, page_named, table
from tests.ui.rooms import press, room, unlock_again

Make = Callable[[Path], MainWindow]


def test_that_the_first_start_offers_two_choices_to_look_around_and_what_needs_no_workspace(
    qtbot: QtBot, make_window: Make, tmp_path: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    assert isinstance(room(window), FirstStart)
    names = [made.text().replace("&", "") for made in room(window).findChildren(QPushButton)]
    assert names == [
        "Nieuwe werkmap maken", "Bestaande werkmap openen", "Rondkijken met voorbeelden", "Publicatie openen…",
    ]  # fmt: skip


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
    second = make_window(window.folder)
    unlock = room(second)
    assert isinstance(unlock, Unlock)
    qtbot.waitUntil(lambda: "al geopend" in unlock.notice.text())
    unlock.notice.clear()
    qtbot.keyClicks(unlock.passphrase, PASSPHRASE)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert "al geopend" in unlock.notice.text()


def test_that_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, make_window: Make, tmp_path: Path) -> None:
    window = make_window(tmp_path / "leeg")
    first = room(window).findChildren(QPushButton)[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert isinstance(room(window), NewWorkspace)


def test_that_another_workspace_does_not_open_where_one_was(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.lock()
    other = tmp_path / "andere"
    shutil.copytree(window.folder, other)
    monkeypatch.setattr(ask, "folder", lambda *_: other)
    window.ask_open()
    unlock_again(qtbot, window)
    assert window.view.household is None
    assert window.view._stack.currentWidget() is window.view.list


def make_new(qtbot: QtBot, window: MainWindow) -> RecoveryCode:
    """As far as the room with its recovery code: nobody has said yet that it was written down."""
    window.ask_new()
    new = room(window)
    assert isinstance(new, NewWorkspace)
    for field in (new.passphrase, new.again):
        field.setText(PASSPHRASE)
    qtbot.keyClick(new.again, Qt.Key.Key_Return)
    shown = room(window)
    assert isinstance(shown, RecoveryCode)
    return shown


def test_that_a_new_workspace_stays_closed_to_others_until_its_code_is_left(
    qtbot: QtBot, make_window: Make, tmp_path: Path
) -> None:
    folder = tmp_path / "nieuw"
    window = make_window(folder)
    code = make_new(qtbot, window)
    assert opening.in_use(folder) is not None
    code.done.emit()
    assert window.session is not None
    assert opening.in_use(folder) is not None


@pytest.mark.parametrize("leave", [MainWindow.ask_new, MainWindow.close])
def test_that_a_new_workspace_is_closed_with_the_room_that_shows_its_code(
    qtbot: QtBot, make_window: Make, tmp_path: Path, leave: Callable[[MainWindow], object]
) -> None:
    folder = tmp_path / "nieuw"
    window = make_window(folder)
    make_new(qtbot, window)
    assert opening.in_use(folder) is not None
    leave(window)
    assert opening.in_use(folder) is None
    assert window.session is None


def test_that_another_room_leaves_the_open_workspace_first(qtbot: QtBot, window: MainWindow) -> None:
    window.ask_new()
    assert window.session is None
    assert isinstance(room(window), NewWorkspace)
    assert opening.in_use(window.folder) is None
    press(qtbot, room(window), "Terug")
    assert isinstance(room(window), Unlock)


def test_that_no_folder_chosen_leaves_all_as_it_was(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "folder", lambda *_: None)
    session, folder = window.session, window.folder
    window.ask_open()
    assert window.session is session
    assert window.folder == folder


def give(qtbot: QtBot, window: MainWindow, secret: str) -> None:
    unlock = room(window)
    assert isinstance(unlock, Unlock)
    unlock.passphrase.setText(secret)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)


def test_that_a_damaged_key_slot_leads_from_the_right_passphrase_to_the_keys_of_a_copy(
    qtbot: QtBot, make_window: Make, filled: Path
) -> None:
    data = json.loads((filled / SLOTS).read_text())
    for slot in data["slots"]:
        slot["box"] = slot["box"][:9] + ("A" if slot["box"][9] != "A" else "B") + slot["box"][10:]
    (filled / SLOTS).write_text(json.dumps(data))
    at = lost_slots.candidates(filled)[0].at
    window = make_window(filled)
    fetch = next(b for b in room(window).findChildren(QPushButton) if "terughalen" in b.text())
    give(qtbot, window, "een heel andere zin")
    assert not fetch.isVisible(), "a typing mistake is offered nothing"
    give(qtbot, window, PASSPHRASE)
    assert "beschadigd of veranderd" in room(window).notice.text()
    assert fetch.isVisible()
    press(qtbot, room(window), "Sleutels terughalen…")
    lost = room(window)
    assert isinstance(lost, LostSlots)
    assert lost.passphrase.text() == PASSPHRASE
    press(qtbot, lost, "Sleutels terughalen")
    assert window.session is not None
    said = window.view.notice.text()
    assert f"de kopie van {at.day}-{at.month}-{at.year}, {at:%H:%M}" in said
    assert "niet veranderd" in said


def test_that_after_a_lock_a_folder_that_is_gone_is_nothing_to_make_anew(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.lock()
    folder = window.folder
    folder.rename(tmp_path / "elders")
    give(qtbot, window, PASSPHRASE)
    said = room(window).notice.text()
    assert "De map van deze werkmap is er nu niet" in said
    assert "nieuwe werkmap" not in said
    (tmp_path / "elders").rename(folder)
    give(qtbot, window, PASSPHRASE)
    assert window.session is not None


def test_that_a_file_that_went_while_one_was_away_leads_to_the_copies(qtbot: QtBot, window: MainWindow) -> None:
    window.lock()
    (window.folder / DATABASE).unlink()
    give(qtbot, window, PASSPHRASE)
    assert isinstance(room(window), RestoreRoom)


def test_that_what_went_wrong_at_closing_is_not_in_sight_in_the_next_session(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Store, "close", closed_with(DiskFull("De schijf is vol. Maak ruimte vrij.")))
        window.lock()
    assert "De schijf is vol" in room(window).notice.text()
    give(qtbot, window, PASSPHRASE)
    assert window.session is not None
    said = [label.text() for label in window.statusBar().findChildren(QLabel) if not label.isHidden()]
    assert not any("De schijf is vol" in text for text in said), said
    assert "De schijf is vol" not in window.statusBar().currentMessage()


def closed_with(problem: UserError) -> Callable[..., UserError]:
    closing = Store.close

    def close(store: Store, *arguments: object) -> UserError:
        closing(store, *arguments)  # type: ignore[arg-type]
        return problem

    return close


def test_that_a_locked_room_says_once_what_to_do_about_a_file_that_was_written_over(
    qtbot: QtBot, window: MainWindow
) -> None:
    path = window.folder / DATABASE
    window.session.run("Nummer wijzigen", household.renumber, window.view.household, 7)
    path.write_bytes(bytes(path.stat().st_size))
    window.lock()
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert sum("overschreven" in text for text in said) == 1, said
    (told,) = (text for text in said if "overschreven" in text)
    assert "Typ de wachtzin; daarna kun je die kopie terugzetten." in told
    assert "Sluit de werkmap" not in told
    give(qtbot, window, PASSPHRASE)
    assert isinstance(room(window), RestoreRoom)
