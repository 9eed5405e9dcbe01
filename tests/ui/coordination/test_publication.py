"""Publicatie: what will be final is said first, the window lives meanwhile, and a stop or a lock publishes nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.model import whole_files
from doorbraak.model.errors import DiskFull
from doorbraak.model.exchange import (
    periods,
    publication_checks,
    publication_package,
    publication_print,
    publication_reading,
    published,
    published_rules,
    published_sentences,
    receiving,
    senders,
    yearly,
)
from doorbraak.ui.coordination.publication import PublishingPage
from doorbraak.ui.pages import PUBLICATION
from doorbraak.ui.paper import publication_files
from doorbraak.ui.widgets import ask
from tests.conftest import PASSPHRASE
from tests.model.exchange.coordination import Laptop, number_of
from tests.ui.coordination.conftest import PERIOD, TODAY, Desk

HOMES = 6
SOON = 60_000  # milliseconds: a machine with other work to do


def page(desk: Desk) -> PublishingPage:
    found = desk.page(PUBLICATION)
    assert isinstance(found, PublishingPage)
    return found


def press(parent: QWidget, words: str) -> None:
    next(
        one for one in parent.findChildren(QPushButton) if one.isVisible() and one.text().replace("&", "") == words
    ).click()


def said(parent: QWidget) -> str:
    return "\n".join(one.text() for one in parent.findChildren(QLabel) if one.isVisible())


def make(shown: PublishingPage, answer: str = "Ja, maken") -> str:
    """Presses the button and answers the question; gives what it asked."""
    asked: list[str] = []

    def go() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        press(box, answer)

    QTimer.singleShot(0, go)
    press(shown, "Publicatie maken…")
    return "".join(asked)


def made(qtbot: QtBot, desk: Desk) -> PublishingPage:
    """A publication through the window."""
    shown = page(desk)
    make(shown)
    qtbot.waitUntil(lambda: not shown._work.running, timeout=SOON)
    return shown


def kept(desk: Desk) -> list[tuple[object, ...]]:
    return [*desk.store.rows("SELECT period FROM published"), *desk.store.rows("SELECT id FROM ledger")]


@pytest.fixture
def three(desk: Desk) -> Desk:
    """Three laptops that sent and are believed."""
    desk.take(Laptop(1), Laptop(2), Laptop(3), homes=HOMES)
    return desk


# -- before ---------------------------------------------------------------------------------------------


def test_that_with_nothing_received_nothing_can_be_made(desk: Desk) -> None:
    shown = page(desk)
    assert "Nog geen afzenders" in said(shown)
    assert not shown.make.isEnabled()


def test_that_it_says_who_has_sent_and_who_has_not(three: Desk) -> None:
    three.take(Laptop(4), believe=False)
    with three.store.change("Afzender"):
        late = senders.add(three.store, Laptop(5).id, Laptop(5).verify_key)
    receiving.confirm(three.store, late, Laptop(5).spoken, TODAY)
    senders.label(three.store, late, "Team Laat")
    shown = page(three)
    words = said(shown)
    assert "3 van 5" in words
    states = [shown.before.table.model().index(row, 2).data() for row in range(5)]
    assert states == ["nog niet ontvangen", "wacht op bevestiging", *["ontvangen"] * 3]
    question = make(shown, "Terug")
    assert "Nog niet: Team Laat. Nog niet bevestigd: afzender 4." in question
    assert "definitief" in question
    assert not shown._work.running
    assert kept(three) == []


def test_that_it_says_why_nothing_can_be_made_and_whose_work_it_would_show(desk: Desk) -> None:
    desk.take(Laptop(1), believe=False)
    shown = page(desk)
    assert publication_checks.NOT_CONFIRMED in said(shown)
    assert not shown.make.isEnabled()
    receiving.confirm(desk.store, 1, Laptop(1).spoken, TODAY)
    shown.refresh()
    assert shown.make.isEnabled()
    assert publication_checks.ALONE in make(shown, "Terug")
    desk.take(Laptop(2))
    shown.refresh()
    assert publication_checks.ALONE not in make(shown, "Terug")


def test_that_the_quarter_of_now_is_said_not_to_be_over(desk: Desk) -> None:
    now = str(periods.quarter_of(TODAY))
    path = desk.send(Laptop(1), range(6), period=now)
    receiving.receive(desk.store, [path], TODAY)
    receiving.confirm(desk.store, 1, Laptop(1).spoken, TODAY)
    shown = page(desk)
    shown.period.choose(now)
    shown.period.activated.emit(0)
    assert publication_checks.NOT_OVER in said(shown)
    assert not shown.make.isEnabled()


# -- making ---------------------------------------------------------------------------------------------


def test_that_the_window_lives_while_it_is_made_and_shows_it_then(qtbot: QtBot, three: Desk) -> None:
    shown = page(three)
    beats: list[bool] = []
    clock = QTimer(shown, interval=5)
    clock.timeout.connect(lambda: beats.append(shown._work.running))
    clock.start()
    question = make(shown)
    assert "definitief" in question
    assert shown.progress.isVisible()
    assert not shown.period.isEnabled()
    assert not shown.make.isEnabled()
    qtbot.waitUntil(lambda: not shown._work.running, timeout=SOON)
    clock.stop()
    assert beats.count(True) >= 3
    assert kept(three) == [(PERIOD,), (1,)]
    assert "Zij is definitief" in shown.notice.text()
    assert shown._rooms.currentWidget() is shown.shown
    assert not shown.make.isVisible()
    assert "gepubliceerd" in shown.period.currentText()
    line = three.store.log_entries()[-1]
    assert line.action == "uitvoeren"


def test_that_a_setting_that_is_less_strict_than_the_floors_is_said(
    qtbot: QtBot, three: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "beleid.json"
    settings.write_text('{"format": "doorbraak-beleid", "version": 1, "publication": {"fewest": 3}}')
    monkeypatch.setattr(paths, "policy_file", lambda: settings)
    assert published_rules.LESS_STRICT % "fewest" in made(qtbot, three).notice.text()


def test_that_it_is_the_publication_that_the_command_would_make(qtbot: QtBot, three: Desk) -> None:
    shown = made(qtbot, three)
    again = published.publish_in(three.store, periods.parse(PERIOD), TODAY)
    assert shown._publication == again


def test_that_stopping_publishes_nothing_and_it_can_be_made_later(qtbot: QtBot, three: Desk) -> None:
    shown = page(three)
    make(shown)
    run = shown._work._run
    assert shown.window().focusWidget() is shown.progress.cancel
    qtbot.keyClick(shown.progress.cancel, Qt.Key.Key_Return)
    assert not shown._work.running
    qtbot.waitUntil(lambda: run.ended, timeout=SOON)
    assert run.outcome is None
    assert kept(three) == []
    assert three.store.rows("SELECT count(*) FROM publisher") == [(0,)]
    assert "niets gepubliceerd" in shown.notice.text()
    assert shown.make.isEnabled()
    made(qtbot, three)
    assert kept(three) == [(PERIOD,), (1,)]


def test_that_a_lock_publishes_nothing(qtbot: QtBot, three: Desk) -> None:
    shown = page(three)
    make(shown)
    run = shown._work._run
    three.window.lock()
    assert shown._asked is None
    qtbot.waitUntil(lambda: run.ended, timeout=SOON)
    QApplication.processEvents()
    three.window.open_with(PASSPHRASE)
    assert kept(three) == []


def test_that_what_comes_in_meanwhile_refuses_it(qtbot: QtBot, three: Desk) -> None:
    shown = page(three)
    told: list[str] = []
    three.window.session.problem.connect(lambda error: told.append(error.sentence))
    make(shown)
    three.take(Laptop(7), homes=HOMES)
    qtbot.waitUntil(lambda: not shown._work.running, timeout=SOON)
    assert told == [published_sentences.MEANWHILE]
    assert kept(three) == []
    assert shown.make.isEnabled()


def test_that_a_full_disk_publishes_nothing(qtbot: QtBot, three: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from doorbraak.model.exchange import ledger_kept

    def full(*_: object) -> None:
        raise DiskFull("De schijf is vol. Er is niets veranderd. Maak ruimte vrij.")

    shown = page(three)
    with monkeypatch.context() as patched:
        patched.setattr(ledger_kept, "keep", full)
        make(shown)
        qtbot.waitUntil(lambda: not shown._work.running, timeout=SOON)
    assert kept(three) == []
    assert three.store.rows("SELECT count(*) FROM publisher") == [(0,)]
    assert "De schijf is vol" in three.window.view.notice.text()


# -- afterwards -----------------------------------------------------------------------------------------


def test_that_only_the_publication_itself_is_shown_and_a_lock_lets_go_of_it(qtbot: QtBot, three: Desk) -> None:
    shown = made(qtbot, three)
    reader = shown.shown
    assert reader is not None
    assert reader.publication == published.kept_in(three.store, periods.parse(PERIOD))
    three.window.lock()
    assert reader.publication is None
    assert shown._publication is None


def test_that_its_files_go_into_a_folder_of_their_own(
    qtbot: QtBot, three: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = made(qtbot, three)
    assert shown._publication is not None
    package = publication_package.package_bytes(shown._publication)
    assert publication_print.spoken(shown._publication) in said(shown)
    given = {f"doorbraak-{PERIOD}.zip": package, "grafieken/twee.png": b"2"}
    monkeypatch.setattr(publication_files, "files", lambda *_: given)
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path)
    press(shown, "Bewaren in map…")
    out = tmp_path / f"doorbraak-{PERIOD}"
    assert {str(one.relative_to(out)): one.read_bytes() for one in out.rglob("*") if one.is_file()} == given
    assert str(out) in shown.notice.text()
    line = three.store.log_entries()[-1]
    assert line.action == "uitvoeren"
    assert line.object.startswith(f"publicatie {PERIOD}, 2 bestanden")
    assert publication_reading.read(out / f"doorbraak-{PERIOD}.zip") == shown._publication


def test_that_the_gemeente_is_typed_once_and_stands_in_the_package(
    qtbot: QtBot, three: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    monkeypatch.setattr(
        publication_files, "files", lambda *told: given.append(told[3]) or {f"doorbraak-{PERIOD}.zip": b"1"}
    )
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path)
    shown = made(qtbot, three)
    field = shown.gemeente.code
    assert field.isVisible()
    qtbot.keyClicks(field, "Amsterdam")
    press(shown, "Bewaren in map…")
    assert given == []
    assert "GM0363" in three.window.view.notice.text()
    assert field.property("wrong")
    field.clear()
    qtbot.keyClicks(field, "gm0363")
    press(shown, "Bewaren in map…")
    assert given == ["GM0363"]
    assert not field.property("wrong")
    three.window.lock()
    three.window.open_with(PASSPHRASE)
    assert page(three).gemeente.code.text() == "GM0363"


def test_that_nothing_is_written_into_the_workspace(qtbot: QtBot, three: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = made(qtbot, three)
    monkeypatch.setattr(publication_files, "files", lambda *_: {"een.txt": b"1"})
    monkeypatch.setattr(ask, "folder", lambda *_: three.store.folder)
    told: list[str] = []
    three.window.session.problem.connect(lambda error: told.append(error.sentence))
    press(shown, "Bewaren in map…")
    assert told == [whole_files.INSIDE]
    assert not (three.store.folder / f"doorbraak-{PERIOD}").exists()


def test_that_another_period_is_still_to_be_made(qtbot: QtBot, three: Desk) -> None:
    shown = made(qtbot, three)
    offered = [str(shown.period.itemData(at)) for at in range(shown.period.count())]
    assert len(offered) > 1
    assert all("Q" in period for period in offered), "a year beside a quarter would tell of one household"
    shown.period.choose(shown.period.itemData(1))
    shown.period.activated.emit(1)
    assert shown._publication is None
    assert shown._rooms.currentWidget() is shown.before
    assert "Al gepubliceerd" in said(shown)
    shown.period.choose(PERIOD)
    shown.period.activated.emit(0)
    assert shown._publication is not None


def test_that_the_quarters_of_a_year_make_a_year_that_is_shown_and_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    year = TODAY.year - 1
    for sequence, at in enumerate((1, 2), 1):
        for one in (Laptop(1), Laptop(2), Laptop(3)):
            homes = range(one.number * HOMES, one.number * HOMES + HOMES)
            path = desk.send(one, homes, period=f"{year}Q{at}", sequence=sequence)
            receiving.receive(desk.store, [path], TODAY)
            if sequence == 1:
                receiving.confirm(desk.store, number_of(desk.store, one), one.spoken, TODAY)
        published.publish_in(desk.store, periods.parse(f"{year}Q{at}"), TODAY)
    shown = page(desk)
    offered = {shown.period.itemText(row): row for row in range(shown.period.count())}
    shown.period.setCurrentIndex(offered[f"1e en 2e kwartaal van {year}, van de kwartalen"])
    shown.period.activated.emit(shown.period.currentIndex())
    assert shown._publication == yearly.kept_or_made(desk.store, periods.parse(str(year)))
    assert not shown.make.isVisible()
    assert f"Publicatie over het 1e en 2e kwartaal van {year}" in said(shown)
    monkeypatch.setattr(publication_files, "files", lambda *_: {f"doorbraak-{year}Q1Q2.zip": b"1"})
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path)
    press(shown, "Bewaren in map…")
    assert (tmp_path / f"doorbraak-{year}Q1Q2" / f"doorbraak-{year}Q1Q2.zip").read_bytes() == b"1"
    assert [period for (period,) in desk.store.rows("SELECT period FROM published")] == [f"{year}Q1", f"{year}Q2"]
