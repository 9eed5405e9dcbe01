import json
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.ui import autolock
from doorbraak.ui.autolock import AutoLock
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.start import Unlock
from tests.conftest import PASSPHRASE


@pytest.fixture
def lock(window: MainWindow) -> AutoLock:
    return window.findChild(AutoLock)


@pytest.fixture
def later(lock: AutoLock) -> Callable[[timedelta], None]:
    """Moves the clock."""
    now = {"at": lock.now()}
    lock.now = lambda: now["at"]
    lock._alive()
    lock.look()

    def move(much: timedelta) -> None:
        now["at"] += much

    return move


@pytest.fixture
def policy_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    place = tmp_path / "beleid.json"
    monkeypatch.setattr(paths, "policy_file", lambda: place)
    return place


def decide(place: Path, **fields: object) -> None:
    place.write_text(json.dumps({"format": "doorbraak-beleid", "version": 1, **fields}), encoding="utf-8")


def warned(window: MainWindow) -> bool:
    return any("20 seconden" in label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_that_the_administrator_decides_when_it_locks_from_the_next_opening_on(
    qtbot: QtBot, window: MainWindow, policy_file: Path
) -> None:
    lock = window.findChild(AutoLock)
    decide(policy_file, lock_minutes=2, lock_minutes_at_table=25)
    assert lock.idle == timedelta(minutes=5)
    window.lock()
    window.open_with(PASSPHRASE)
    assert lock.idle == timedelta(minutes=2)
    lock.sit(True)
    assert lock.idle == timedelta(minutes=25)
    lock.sit(False)
    at = lock.now()
    lock.now = lambda: at + timedelta(minutes=2, seconds=1)
    lock.look()
    assert window.session is None


def test_that_the_warning_comes_twenty_seconds_ahead_of_the_administrators_time(
    window: MainWindow, policy_file: Path
) -> None:
    window.lock()
    decide(policy_file, lock_minutes=3)
    window.open_with(PASSPHRASE)
    lock = window.findChild(AutoLock)
    at = lock.now()
    lock.now = lambda: at + timedelta(minutes=2, seconds=35)
    lock.look()
    assert not warned(window)
    lock.now = lambda: at + timedelta(minutes=2, seconds=45)
    lock.look()
    assert warned(window)
    assert window.session is not None


def test_that_a_laptop_that_slept_is_locked_before_its_first_key_is_heard(
    qtbot: QtBot, window: MainWindow, later: Callable[[timedelta], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key that wakes it comes before the timer does."""
    monkeypatch.setattr(autolock, "slept_until_now", lambda: None)
    window.findChild(AutoLock).look()
    typed = window.view.list.search
    later(timedelta(seconds=31))
    qtbot.keyClick(typed, Qt.Key.Key_X)
    assert window.session is None
    unlock = window._rooms.currentWidget()
    assert isinstance(unlock, Unlock)
    assert unlock.passphrase.text() == ""


def test_that_after_the_idle_time_a_key_does_not_come_before_the_lock(
    qtbot: QtBot, window: MainWindow, later: Callable[[timedelta], None]
) -> None:
    """The timer of a busy program is late."""
    later(timedelta(minutes=5, seconds=1))
    qtbot.keyClick(window, Qt.Key.Key_Shift)
    assert window.session is None


def test_that_a_laptop_that_slept_is_locked_before_anything_from_outside_is_handled(
    window: MainWindow, lock: AutoLock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mouse that moves here; a screen that asks to be drawn comes the same way."""
    asleep = {"for": lock._slept or 0.0}
    monkeypatch.setattr(autolock, "slept_until_now", lambda: asleep["for"])
    lock.look()
    asleep["for"] += 3600
    seen: list[bool] = []
    whole = Unlock.__init__

    def made(self: Unlock, folder: Path, locked: bool) -> None:
        seen.append(locked)
        whole(self, folder, locked)

    monkeypatch.setattr(Unlock, "__init__", made)
    QTest.mouseMove(window, QPoint(300, 300))
    QApplication.processEvents()
    assert seen == [True]
    assert window.session is None


def test_that_a_program_that_was_busy_is_not_taken_for_one_that_slept(
    window: MainWindow, lock: AutoLock, later: Callable[[timedelta], None]
) -> None:
    later(timedelta(seconds=90))
    lock._tick()
    assert window.session is not None


def test_that_the_timer_locks_what_slept_without_a_key(
    window: MainWindow, lock: AutoLock, later: Callable[[timedelta], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(autolock, "slept_until_now", lambda: None)
    lock.look()
    later(timedelta(seconds=45))
    lock._tick()
    assert window.session is None


def test_that_a_locked_screen_or_a_coming_sleep_locks_at_once(window: MainWindow, lock: AutoLock) -> None:
    lock._suspend.begins(True)
    assert window.session is None
    window.open_with(PASSPHRASE)
    lock._suspend.locked()
    assert window.session is None
    lock._suspend.locked()
    assert isinstance(window._rooms.currentWidget(), Unlock), "a second time does nothing"
