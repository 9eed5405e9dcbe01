import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from doorbraak.model.workspace import surroundings as looked_at
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import NewWorkspace
from doorbraak.ui.surroundings import Surroundings
from tests.conftest import PASSPHRASE

Make = Callable[[Path], MainWindow]
CLOUD = "Deze map wordt bijgehouden door een clouddienst."


def settled() -> None:
    QApplication.processEvents()


@pytest.fixture
def in_the_cloud(workspace: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(workspace, tmp_path / "Nextcloud" / "werkmap"))


def opened(window: MainWindow) -> str:
    """What is said after opening."""
    window.open_with(PASSPHRASE)
    settled()
    return window.view.notice.text() if window.view.notice.isVisible() else ""


def test_that_a_plain_folder_is_not_spoken_of(workspace: Path, make_window: Make) -> None:
    assert opened(make_window(workspace)) == ""


def test_that_a_folder_that_is_advised_against_is_told_once_and_opens(
    in_the_cloud: Path, workspace: Path, make_window: Make
) -> None:
    window = make_window(in_the_cloud)
    said = opened(window)
    assert CLOUD in said
    assert said.endswith("Het mag wel: er is niets geblokkeerd.")
    window.lock()
    assert opened(window) == ""
    again = make_window(in_the_cloud)
    window.close()
    assert opened(again) == ""


def test_that_the_settings_do_not_hold_the_folders_it_was_said_of(in_the_cloud: Path, make_window: Make) -> None:
    window = make_window(in_the_cloud)
    opened(window)
    kept = str(window._settings.value("places/said"))
    assert kept
    assert "Nextcloud" not in kept


def test_that_a_new_workspace_is_advised_while_its_folder_is_chosen_and_not_again(
    qtbot: QtBot, tmp_path: Path, make_window: Make
) -> None:
    window = make_window(tmp_path / "Dropbox" / "werkmap")
    window.ask_new()
    room = window._rooms.currentWidget()
    assert isinstance(room, NewWorkspace)
    assert room._advice.text().startswith("Een clouddienst kopieert deze map.")
    assert room._advice.isVisible()
    room.folder.setFocus()
    room.folder.selectAll()
    qtbot.keyClicks(room.folder, str(tmp_path / "gewoon"))
    qtbot.keyClick(room.folder, Qt.Key.Key_Tab)
    assert not room._advice.isVisible()
    room.folder.setText(str(tmp_path / "Dropbox" / "werkmap"))
    room.folder.editingFinished.emit()
    assert room._advice.isVisible()
    for field in room.findChildren(QLineEdit)[1:]:
        field.setText(PASSPHRASE)
    room.again.returnPressed.emit()
    code = window._rooms.currentWidget()
    code.done.emit()
    settled()
    assert not window.view.notice.isVisible(), window.view.notice.text()


def test_that_a_clock_that_is_behind_is_said_at_opening(workspace: Path, make_window: Make) -> None:
    window = make_window(workspace)
    here = window.findChild(Surroundings)
    at = here.now()
    here.now = lambda: at - timedelta(days=40)
    assert "De klok van deze laptop loopt achter" in opened(window)
    window.lock()
    here.now = lambda: at
    assert opened(window) == ""


def test_that_a_disk_that_gets_full_is_said_below_and_no_longer_when_there_is_room(
    workspace: Path, make_window: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(workspace)
    opened(window)
    label = next(one for one in window.findChildren(QLabel) if one.accessibleName() == "Ruimte op de schijf")
    assert not label.isVisible()
    with monkeypatch.context() as full:
        full.setattr(looked_at, "ROOM", 10**18)
        window.findChild(Surroundings)._each_minute.timeout.emit()
        assert label.isVisible()
        assert label.text().startswith("Schijf bijna vol")
    window.findChild(Surroundings)._each_minute.timeout.emit()
    assert not label.isVisible()


def test_that_nothing_is_looked_at_while_it_is_locked(
    workspace: Path, make_window: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(workspace)
    opened(window)
    window.lock()
    monkeypatch.setattr(looked_at, "ROOM", 10**18)
    here = window.findChild(Surroundings)
    here.look()
    here.look_at_disk()
    assert not here._each_minute.isActive()
    assert here._room.isHidden()
