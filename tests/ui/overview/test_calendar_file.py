"""The calendar file from the window: asked for, logged, whole, and without a word."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from doorbraak.model.dossier import household, tasks
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets import ask
from tests.conftest import PASSPHRASE

MARKER = "Geheimwoord"


@pytest.fixture
def opened(workspace: Path, make_window: Callable[[Path], MainWindow]) -> MainWindow:
    window = make_window(workspace)
    window.open_with(PASSPHRASE)
    return window


def test_that_it_is_logged_and_says_what_is_in_it(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(store: object) -> None:
        home = household.open_dossier(store, MARKER, opened=date.today())  # type: ignore[arg-type]
        tasks.add(store, home, MARKER, due=date.today())  # type: ignore[arg-type]

    opened.session.run("Proef", fill)
    titles: list[str] = []

    def choose(parent: object, title: str, name: str, kinds: str) -> Path:
        titles.append(title)
        return tmp_path / name

    monkeypatch.setattr(ask, "target", choose)
    opened.outgoing.calendar()
    content = (tmp_path / "agenda.ics").read_bytes()
    assert MARKER.lower().encode() not in content.lower()
    assert "Huishouden 1: taak" in {str(event["summary"]) for event in Calendar.from_ical(content).walk("VEVENT")}
    assert "geen namen" in titles[0]
    assert "4 data" in opened.statusBar().currentMessage()
    entry = opened.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("uitvoeren", "agenda")


def test_that_without_open_days_nothing_is_written_and_it_says_so(
    opened: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "target", lambda *_: tmp_path / "agenda.ics")
    opened.outgoing.calendar()
    assert "nog geen open data" in opened.view.notice.text()
    assert not (tmp_path / "agenda.ics").exists()
