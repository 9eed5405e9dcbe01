from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import visits
from doorbraak.model.dossier.visits import Visit
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.visit_clock import VisitClock
from tests.conftest import PASSPHRASE
from tests.ui.conftest import page_named


class Time:
    """Goes on when a test says so."""

    def __init__(self, clock: VisitClock) -> None:
        self.at = 1000.0
        clock.now = lambda: self.at

    def minutes(self, count: float) -> None:
        self.at += 60 * count


@pytest.fixture
def time(window: MainWindow) -> Time:
    page_named(window, "Bezoeken")
    return Time(window.workspace.clock)


def f11(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F11)
    QApplication.processEvents()


def add_visit(window: MainWindow) -> int:
    return window.session.run("Proef", visits.add, window.view.household, date.today())


def spent(window: MainWindow, visit: int) -> tuple[int, int]:
    found: Visit = next(v for v in window.session.dossier(window.view.household).visits if v.id == visit)
    return found.minutes_with_people, found.minutes_at_keyboard


def test_that_minutes_at_the_table_go_to_the_visit_of_today(qtbot: QtBot, window: MainWindow, time: Time) -> None:
    visit = add_visit(window)
    f11(qtbot, window)
    for _ in range(24):  # two minutes of keys, five seconds apart
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Shift)
        time.at += 5
    time.minutes(38)
    f11(qtbot, window)
    assert spent(window, visit) == (38, 2)
    assert window.session.store.undo_label == "Tijd bijhouden"
    shown = page_named(window, "Bezoeken")
    said = [label.text() for label in shown.findChildren(QLabel) if label.isVisible()]
    assert "Vandaag 38 minuten met mensen, 2 achter het toetsenbord (5%). Norm: hoogstens 5%." in said


def test_that_keys_overlap_and_the_last_one_ends_with_the_talk(qtbot: QtBot, window: MainWindow, time: Time) -> None:
    f11(qtbot, window)
    for _ in range(3):
        time.at += 1
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Shift)
    time.at += 1
    window.workspace.clock._switch(None)
    (seconds,) = window.workspace.clock._spent.values()
    assert seconds == (1, 3)
    f11(qtbot, window)


def test_that_a_visit_that_is_made_afterwards_gets_the_minutes(qtbot: QtBot, window: MainWindow, time: Time) -> None:
    f11(qtbot, window)
    time.minutes(30)
    f11(qtbot, window)
    before = window.session.dossier(window.view.household).visits
    assert all(visit.on_day != date.today() for visit in before)
    visit = add_visit(window)
    qtbot.waitUntil(lambda: spent(window, visit)[0] == 30)


def test_that_nothing_runs_away_from_the_table(qtbot: QtBot, window: MainWindow, time: Time) -> None:
    visit = add_visit(window)
    time.minutes(30)
    page_named(window, "Mensen")
    f11(qtbot, window)
    f11(qtbot, window)
    assert spent(window, visit) == (0, 0)


def test_that_the_page_of_the_talk_counts_at_a_desk_too(qtbot: QtBot, window: MainWindow, time: Time) -> None:
    visit = add_visit(window)
    page_named(window, "Gesprek")
    time.minutes(10)
    page_named(window, "Mensen")
    assert spent(window, visit) == (10, 0)


def test_that_a_lock_writes_what_was_counted_and_the_next_session_begins_anew(
    qtbot: QtBot, window: MainWindow, time: Time
) -> None:
    visit, home = add_visit(window), window.view.household
    hearing = len(window._lock.hears)
    f11(qtbot, window)
    time.minutes(12)
    window.lock()
    assert len(window._lock.hears) == hearing - 1  # the clock of the locked session hears nothing more
    window.open_with(PASSPHRASE)
    window.view.open_household(home)
    assert len(window._lock.hears) == hearing
    assert spent(window, visit) == (12, 0)


def test_that_a_minute_after_the_last_sign_of_life_no_time_with_people_is_counted(
    qtbot: QtBot, window: MainWindow, time: Time, monkeypatch: pytest.MonkeyPatch
) -> None:
    visit, home = add_visit(window), window.view.household
    f11(qtbot, window)
    time.minutes(10.5)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Shift)
    time.minutes(20)  # everybody went to the garden
    later = window._lock.now() + window._lock.idle
    monkeypatch.setattr(window._lock, "now", lambda: later)
    window._lock.look()
    assert window.session is None
    monkeypatch.undo()
    window.open_with(PASSPHRASE)
    window.view.open_household(home)
    assert spent(window, visit) == (11, 0)


def test_that_a_silence_before_the_next_key_is_talk(qtbot: QtBot, window: MainWindow, time: Time) -> None:
    visit = add_visit(window)
    f11(qtbot, window)
    time.minutes(19)
    f11(qtbot, window)
    assert spent(window, visit) == (19, 0)


def test_that_words_that_a_lock_writes_have_their_minutes_too(qtbot: QtBot, window: MainWindow, time: Time) -> None:
    """They make the visit at the last moment; what waits for its turn then finds nothing to write in a closed file."""
    first = window.view.household
    page_named(window, "Gesprek")
    time.minutes(3)
    window.household.open_new()
    page_named(window, "Gesprek")
    time.minutes(2)
    window.view.open_household(first)
    page_named(window, "Gesprek")
    qtbot.keyClicks(QApplication.focusWidget(), "Zo gaat het")
    window.lock()
    QApplication.processEvents()  # what was put off to the next turn has it
    window.open_with(PASSPHRASE)
    visit = window.session.dossier(first).visits[-1]
    assert (visit.on_day, visit.minutes_with_people) == (date.today(), 3)
