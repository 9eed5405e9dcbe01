"""Looking around with examples: ready by itself, marked, thrown away in one step, never in the way of one's own."""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.model.dossier import household, published_cases
from doorbraak.model.workspace import DATABASE
from doorbraak.ui.examples import PREFIX, Preparing
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import FirstStart, NewWorkspace, Unlock
from tests.conftest import PASSPHRASE
from tests.ui.rooms import press, room

Make = Callable[[Path], MainWindow]


@pytest.fixture(autouse=True)
def passing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for what is passing, of this test."""
    folder = tmp_path / "voorbijgaand"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The last two of the six: what holds for those holds for all."""
    last = published_cases.files()[-2:]
    monkeypatch.setattr(published_cases, "files", lambda: last)


@pytest.fixture
def looking(qtbot: QtBot, make_window: Make, tmp_path: Path, fewer: None) -> MainWindow:
    """From the first start."""
    window = make_window(tmp_path / "eigen")
    press(qtbot, room(window), "Rondkijken met voorbeelden")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    return window


def left(passing: Path) -> list[Path]:
    return list(passing.glob(f"{PREFIX}*"))


def choose(window: MainWindow, words: str) -> None:
    next(action for action, entry in window.menus._actions if words in entry.text).trigger()


def test_that_they_are_made_while_the_window_goes_on_and_say_how_far(
    qtbot: QtBot, make_window: Make, tmp_path: Path
) -> None:
    window = make_window(tmp_path / "eigen")
    press(qtbot, room(window), "Rondkijken met voorbeelden")
    preparing = room(window)
    assert isinstance(preparing, Preparing)
    assert "0 van 6" in preparing.notice.text()
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert len(household.all_of(window.session.store)) == 6


def test_that_all_of_it_says_that_it_is_an_example(looking: MainWindow) -> None:
    assert looking.session.store.example
    assert "VOORBEELD" in looking.windowTitle()
    assert looking.status.examples.isVisible()
    looking.view.open_household(household.all_of(looking.session.store)[0].id)
    shown = [label.text() for label in looking.view.top.findChildren(QLabel) if label.isVisible()]
    assert "VOORBEELD" in shown


def test_that_one_press_throws_them_away_and_leads_back(
    qtbot: QtBot, looking: MainWindow, passing: Path, tmp_path: Path
) -> None:
    assert len(left(passing)) == 1
    qtbot.mouseClick(looking.status.examples, Qt.MouseButton.LeftButton)
    assert isinstance(room(looking), FirstStart)
    assert left(passing) == []
    assert not looking.status.examples.isVisible()
    assert looking.folder == tmp_path / "eigen"


def test_that_closing_the_window_throws_them_away_too(looking: MainWindow, passing: Path) -> None:
    looking.close()
    assert left(passing) == []


def test_that_stopping_half_way_leaves_nothing(
    qtbot: QtBot, make_window: Make, tmp_path: Path, passing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[int] = []

    def at_the_first(shown: Preparing, at: int, of: int) -> None:
        steps.append(at)
        if at == 1:
            press(qtbot, shown, "Stoppen")

    monkeypatch.setattr(Preparing, "show_step", at_the_first)
    window = make_window(tmp_path / "eigen")
    press(qtbot, room(window), "Rondkijken met voorbeelden")
    qtbot.waitUntil(lambda: isinstance(room(window), FirstStart))
    assert steps == [0, 1]
    assert left(passing) == []
    assert window.session is None


def test_that_the_next_start_knows_nothing_of_them(looking: MainWindow) -> None:
    kept = [str(looking._settings.value(key)) for key in looking._settings.allKeys()]
    assert not [value for value in kept if PREFIX in value]


def test_that_after_a_lock_the_room_says_with_what_they_open(qtbot: QtBot, looking: MainWindow) -> None:
    looking.lock()
    unlock = room(looking)
    assert isinstance(unlock, Unlock)
    assert published_cases.PASSPHRASE in unlock.notice.text()
    unlock.passphrase.setText(published_cases.PASSPHRASE)
    qtbot.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert looking.status.examples.isVisible()


def test_that_ones_own_workspace_is_closed_first_and_is_asked_for_afterwards(
    qtbot: QtBot, filled: Path, make_window: Make, fewer: None, passing: Path
) -> None:
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    before = (filled / DATABASE).read_bytes()
    choose(window, "Rondkijken")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert window.session.store.folder != filled
    choose(window, "Rondkijken")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert len(left(passing)) == 1, "those of before are gone"
    window.stop_looking_around()
    unlock = room(window)
    assert isinstance(unlock, Unlock)
    assert unlock.folder == filled
    assert len((filled / DATABASE).read_bytes()) == len(before)


def test_that_a_new_workspace_made_from_there_is_ones_own(
    qtbot: QtBot, looking: MainWindow, passing: Path, tmp_path: Path
) -> None:
    looking.ask_new()
    new = room(looking)
    assert isinstance(new, NewWorkspace)
    assert new.folder.text() == str(tmp_path / "eigen")
    assert left(passing) == []


def test_that_what_a_killed_program_left_is_swept_and_what_is_in_use_is_not(
    qtbot: QtBot, looking: MainWindow, make_window: Make, tmp_path: Path, passing: Path
) -> None:
    killed = passing / f"{PREFIX}oud"
    (killed / "werkmap").mkdir(parents=True)
    elsewhere = tmp_path / "van iemand anders"
    elsewhere.mkdir()
    (passing / f"{PREFIX}verwijzing").symlink_to(elsewhere)
    other = make_window(tmp_path / "ander")
    press(qtbot, room(other), "Rondkijken met voorbeelden")
    qtbot.waitUntil(lambda: other.session is not None, timeout=20_000)
    assert not killed.exists()
    assert elsewhere.is_dir()
    assert looking.session.store.folder.is_dir()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_that_what_only_has_the_name_of_them_is_left_alone_and_keeps_nobody_waiting(
    qtbot: QtBot, make_window: Make, tmp_path: Path, passing: Path, fewer: None
) -> None:
    """Where things are passing anybody may put a pipe, a link, a file or a folder of that name."""
    own, elsewhere = passing / f"{PREFIX}van-mij", tmp_path / "elders"
    for folder in (own, elsewhere):
        folder.mkdir()
        (folder / "brief.txt").write_text("van mij")
    (passing / f"{PREFIX}koppeling").symlink_to(elsewhere)
    (passing / f"{PREFIX}bestand").write_text("ook van mij")
    os.mkfifo(passing / f"{PREFIX}pijp")
    window = make_window(tmp_path / "eigen")
    press(qtbot, room(window), "Rondkijken met voorbeelden")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    assert len(left(passing)) == 5
    assert (own / "brief.txt").read_text() == (elsewhere / "brief.txt").read_text() == "van mij"
    window.close()
    assert len(left(passing)) == 4


def test_that_no_copy_of_them_goes_to_the_place_of_the_administrator(
    qtbot: QtBot, make_window: Make, tmp_path: Path, fewer: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    place, policy = tmp_path / "kopieen", tmp_path / "beleid.json"
    place.mkdir()
    given = {"format": "doorbraak-beleid", "version": 1, "backup_folder": str(place), "second_place": "required"}
    policy.write_text(json.dumps(given), "utf-8")
    monkeypatch.setattr(paths, "policy_file", lambda: policy)
    window = make_window(tmp_path / "eigen")
    press(qtbot, room(window), "Rondkijken met voorbeelden")
    qtbot.waitUntil(lambda: window.session is not None, timeout=20_000)
    window.back_up()
    assert window.session.store.second is None
    window.lock()
    assert list(place.iterdir()) == []
