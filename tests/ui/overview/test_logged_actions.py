"""S7 through the window: each thing that somebody can do has its line, with six fields and no content."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier, goals, household, visits
from doorbraak.model.workspace import log, restore
from doorbraak.model.workspace.log import Entry
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.paper import preview
from doorbraak.ui.start import Unlock
from doorbraak.ui.widgets import ask, copying
from tests.conftest import PASSPHRASE

MARKER = "Zilverberkstraatgeheim"
Make = Callable[[Path], MainWindow]


def six(line: Entry, action: str, about: str, result: str = "gelukt", origin: str = "venster") -> bool:
    """Action, object, result, origin, actor and time, and nothing else than these."""
    recent = abs(datetime.now(UTC) - datetime.fromisoformat(line.at)) < timedelta(minutes=5)
    return recent and (line.action, line.object, line.result, line.origin, line.actor) == (
        action, about, result, origin, log.actor(),
    )  # fmt: skip


def lines(window: MainWindow) -> tuple[Entry, ...]:
    assert window.session is not None
    return window.session.store.log_entries()


def last(window: MainWindow) -> Entry:
    return lines(window)[-1]


def given(window: MainWindow, qtbot: QtBot, secret: str) -> None:
    room = window.findChild(Unlock)
    room.passphrase.setFocus()
    room.passphrase.clear()
    qtbot.keyClicks(room.passphrase, secret)
    qtbot.keyClick(room.passphrase, Qt.Key.Key_Return)


def test_that_a_failed_unlock_and_the_opening_after_it_are_logged(
    qtbot: QtBot, filled: Path, make_window: Make
) -> None:
    window = make_window(filled)
    given(window, qtbot, "iets heel anders nu")
    assert window.session is None
    given(window, qtbot, PASSPHRASE)
    failed, opened = lines(window)[-2:]
    assert six(failed, "openen", "werkmap", "mislukt")
    assert six(opened, "openen", "werkmap")


def test_that_looking_at_a_household_and_at_each_overview_of_all_is_logged(window: MainWindow) -> None:
    assert six(last(window), "inzien", "huishouden 1")
    for at, about in (
        (-1, "werklijst"),
        (-2, "besparingen"),
        (-3, "doorbraakbudget"),
        (-4, "knelpunten"),
        (-5, "logboek"),
    ):
        window.show_page(at)
        assert six(last(window), "inzien", about)


def test_that_a_change_and_its_undoing_and_redoing_are_logged(window: MainWindow) -> None:
    window.session.run("Doel toevoegen", goals.add, window.view.household, words=MARKER, household=1)
    assert six(last(window), "wijzigen", "huishouden 1")
    window.undo()
    assert six(last(window), "ongedaan maken", "huishouden 1")
    window.redo()
    assert six(last(window), "opnieuw doen", "huishouden 1")


def test_that_printing_is_logged_and_a_cancelled_print_is_not(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, work in (
        ("print_paper", window.on_paper.print_in_sight),
        ("print_map", window.on_paper.print_map),
    ):
        before = lines(window)
        monkeypatch.setattr(preview, name, lambda *_, **__: False)
        work()
        assert lines(window) == before
        monkeypatch.setattr(preview, name, lambda *_, **__: True)
        work()
        assert len(lines(window)) == len(before) + 1
        assert six(last(window), "afdrukken", "huishouden 1")


def test_that_every_file_that_leaves_is_logged(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "target", lambda _, title, name, kinds: tmp_path / name)
    for work, about in (
        (window.outgoing.give_case, "huishouden 1"),
        (window.outgoing.summary, "samenvatting"),
        (lambda: window.on_paper.paper("plan", None, "save"), "huishouden 1"),
    ):
        before = len(lines(window))
        work()
        assert len(lines(window)) == before + 1
        assert six(last(window), "uitvoeren", about)
    assert len(list(tmp_path.glob("*.*"))) == 3


def test_that_what_goes_to_the_clipboard_is_logged(window: MainWindow) -> None:
    before = len(lines(window))
    copying.copy(MARKER)
    assert QApplication.clipboard().text() == MARKER
    assert len(lines(window)) == before + 1
    assert six(last(window), "uitvoeren", "huishouden 1")


def test_that_taking_in_a_household_is_logged(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from doorbraak.model.dossier import casefile

    path = tmp_path / "dossier.json"
    path.write_bytes(casefile.write(window.session.dossier(1)))
    monkeypatch.setattr(ask, "files", lambda *_: [path])
    window.outgoing.take_case()
    taken, seen = lines(window)[-2:]
    assert six(taken, "invoeren", "huishouden 2")
    assert six(seen, "inzien", "huishouden 2")


def test_that_what_time_erases_is_logged_at_opening(filled: Path, make_window: Make) -> None:
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    with store.change("Bezoek"):
        home = household.all_of(store)[0].id
        long_ago = date.today() - visits.NOTE_LASTS - timedelta(2)
        visits.write_private_note(store, visits.add(store, home, long_ago), MARKER, long_ago)
    store.close()
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    opened, erased = lines(window)[-2:]
    assert six(opened, "openen", "werkmap")
    assert six(erased, "wissen", "werkmap")


def test_that_putting_a_copy_back_is_logged_and_takes_no_line_away(filled: Path, make_window: Make) -> None:
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    copy = window.session.store.backup()
    window.session.run("Doel toevoegen", goals.add, household.all_of(window.session.store)[0].id, words=MARKER)
    window.lock()
    restore.restore(filled, copy, PASSPHRASE)
    window.open_with(PASSPHRASE)
    before, opened = lines(window)[:-1], last(window)
    assert six(opened, "openen", "werkmap")
    assert six(next(line for line in reversed(before) if line.action == "herstellen"), "herstellen", "werkmap")
    assert "wijzigen" in [line.action for line in before], "what was done after the copy stays told"
    assert window.session.store.log_broken is None


def test_that_checking_locking_and_closing_are_logged(
    window: MainWindow, filled: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window.information, "tell", lambda *_: None)
    window.information.check()
    assert six(last(window), "controleren", "werkmap")
    window.lock()
    window.open_with(PASSPHRASE)
    assert six(next(line for line in lines(window) if line.action == "vergrendelen"), "vergrendelen", "werkmap")
    window.close()
    store = Store.open(filled, PASSPHRASE, dossier.TABLES)
    assert six(store.log_entries()[-2], "sluiten", "werkmap")
    store.close()


def test_that_no_line_holds_what_was_typed(window: MainWindow) -> None:
    home = window.view.household
    window.session.run("Naam wijzigen", household.rename, home, MARKER, household=1)
    window.session.run("Doel toevoegen", goals.add, home, words=MARKER, household=1)
    window.view.open_household(home)
    names = {person.name for person in window.session.dossier(home).people}
    told = repr(window.session.store.rows("SELECT * FROM access_log"))
    assert MARKER not in told
    assert not [name for name in names if name and name in told]
