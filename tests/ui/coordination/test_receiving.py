"""Ontvangen: every file says what became of it, a refused one stops no other, and stopping leaves what was done."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.exchange import container, periods, published, receiving, senders, too_late
from doorbraak.ui.coordination.receiving import ReceivingPage
from doorbraak.ui.coordination.senders import SendersPage
from doorbraak.ui.pages import RECEIVING
from doorbraak.ui.widgets import ask
from tests.conftest import PASSPHRASE
from tests.model.exchange.coordination import Laptop
from tests.ui.coordination.conftest import PERIOD, TODAY, Desk


def page(desk: Desk) -> ReceivingPage:
    found = desk.page(RECEIVING)
    assert isinstance(found, ReceivingPage)
    return found


def press(parent: QWidget, words: str) -> None:
    next(
        one for one in parent.findChildren(QPushButton) if one.isVisible() and one.text().replace("&", "") == words
    ).click()


def choose(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, *paths: Path
) -> ReceivingPage:  # fmt: skip
    """Through the button; waits until all of it is done."""
    monkeypatch.setattr(ask, "files", lambda *_: list(paths))
    shown = page(desk)
    press(shown, "Bestanden kiezen…")
    qtbot.waitUntil(lambda: not shown.steps.running)
    QApplication.processEvents()
    return shown


def outcomes(shown: ReceivingPage) -> list[tuple[str, str]]:
    return [(row.report.name, row.report.outcome) for row in shown.table.records]


def test_that_every_file_says_what_became_of_it_with_the_refused_ones_first(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.take(Laptop(1), homes=5)
    taken = desk.send(Laptop(1), range(5, 11), sequence=2)
    held = desk.send(Laptop(2), range(20, 26))
    sheet = desk.folder / "samenvatting.xlsx"
    sheet.write_bytes(b"PK\x03\x04")
    shown = choose(qtbot, desk, monkeypatch, taken, held, sheet)
    assert outcomes(shown) == [(sheet.name, "refused"), (held.name, "held"), (taken.name, "replaced")]
    for row, record in enumerate(shown.table.records):
        cell = shown.table.model().index(row, 2)
        assert cell.data() == record.report.sentence
    assert shown.table.model().index(0, 0).data() == "✗ geweigerd"
    assert "1 van 3 tellen mee" in shown._summary.text()
    assert "1 geweigerd: daarvan is niets ingevoerd" in shown._summary.text()
    assert desk.store.rows("SELECT count(*) FROM received") == [(2,)]


def test_that_a_held_file_leads_to_the_senders(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = choose(qtbot, desk, monkeypatch, desk.send(Laptop(1), range(6)))
    assert shown.to_senders.hasFocus()
    qtbot.keyClick(shown.to_senders, Qt.Key.Key_Return)
    assert isinstance(desk.window.view._stack.currentWidget(), SendersPage)


def test_that_a_small_file_says_that_it_waits_for_others(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.take(Laptop(1))
    with desk.store.change("Afzender"):
        number = senders.add(desk.store, Laptop(2).id, Laptop(2).verify_key)
    receiving.confirm(desk.store, number, Laptop(2).spoken, TODAY)
    shown = choose(qtbot, desk, monkeypatch, desk.send(Laptop(2), range(50, 53)))
    assert outcomes(shown)[0][1] == "waits"
    assert "wacht verzegeld op andere kleine laptops" in shown._summary.text()


def test_that_a_file_about_what_is_published_says_that_it_does_not_count(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.take(Laptop(1), Laptop(2), homes=12)
    published.publish_in(desk.store, periods.parse(PERIOD), TODAY)
    shown = choose(qtbot, desk, monkeypatch, desk.send(Laptop(1), range(30), sequence=2))
    assert outcomes(shown)[0][1] == "late"
    assert too_late.FINAL in shown.table.model().index(0, 2).data()
    assert "0 van 1 tellen mee" in shown._summary.text()
    assert "1 ontvangen, maar telt niet mee" in shown._summary.text()
    shown.kinds.choose("taken")
    assert outcomes(shown) == []
    shown.kinds.choose("late")
    assert len(outcomes(shown)) == 1


def test_that_the_list_stays_and_a_filter_shows_the_refused_ones(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = desk.send(Laptop(1), range(6))
    bad = desk.folder / f"kapot{container.SUFFIX}"
    bad.write_bytes(good.read_bytes()[:-9])
    choose(qtbot, desk, monkeypatch, good)
    shown = choose(qtbot, desk, monkeypatch, bad)
    assert len(shown.table.records) == 2
    shown.kinds.choose("refused")
    assert outcomes(shown) == [(bad.name, "refused")]
    press(shown, "Lijst leegmaken")
    assert shown.table.records == ()
    assert not shown.table.isVisible()


def test_that_what_came_in_before_stands_there_after_a_restart(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "Nog geen bestanden ontvangen" in page(desk)._help.text()
    assert not page(desk).came.isVisible()
    desk.take(Laptop(1), Laptop(2), homes=12)
    desk.take(Laptop(3), homes=12, believe=False)
    published.publish_in(desk.store, periods.parse(PERIOD), TODAY)
    desk.window.lock()
    desk.window.open_with(PASSPHRASE)
    shown = page(desk)
    assert shown.came.isVisible()
    assert "Nog geen bestanden ontvangen" not in shown._help.text()
    said = [shown.came.model().index(0, column).data() for column in range(6)]
    assert said[1:4] == ["2", "1", ""]
    assert said[5] == "ligt vast"
    choose(qtbot, desk, monkeypatch, desk.send(Laptop(4), range(60, 66)))
    assert not shown.came.isVisible(), "what came now is what one looks at"


def test_that_a_folder_gives_its_exchange_files_alone(qtbot: QtBot, desk: Desk) -> None:
    sent = [desk.send(Laptop(number), range(number * 6, number * 6 + 6)) for number in (1, 2)]
    (desk.folder / "brief.txt").write_text("niets")
    shown = page(desk)
    shown.take([desk.folder])
    qtbot.waitUntil(lambda: not shown.steps.running)
    assert sorted(name for name, _ in outcomes(shown)) == sorted(one.name for one in sent)


def test_that_an_empty_folder_is_said(desk: Desk, tmp_path: Path) -> None:
    shown = page(desk)
    shown.take([desk.folder])
    assert shown._summary.isVisible()
    assert "geen uitwisselbestanden" in shown._summary.text()


def test_that_stopping_keeps_what_was_taken_and_says_what_was_not(qtbot: QtBot, desk: Desk) -> None:
    files = [desk.send(Laptop(number), range(number * 6, number * 6 + 6)) for number in range(1, 5)]
    shown = page(desk)
    shown.table.model().modelReset.connect(lambda: shown.steps.running and len(shown._rows) == 1 and press_stop())

    def press_stop() -> None:
        shown.steps.cancel.click()

    shown.take(files)
    qtbot.waitUntil(lambda: not shown.steps.running)
    assert [outcome for _, outcome in outcomes(shown)] == ["held", "skipped", "skipped", "skipped"]
    assert desk.store.rows("SELECT count(*) FROM received") == [(1,)]
    assert shown.choose.isEnabled()


def test_that_what_is_dropped_meanwhile_waits_its_turn(qtbot: QtBot, desk: Desk) -> None:
    first, second = (desk.send(Laptop(number), range(number * 6, number * 6 + 6)) for number in (1, 2))
    shown = page(desk)
    shown.take([first])
    shown.take([second])
    qtbot.waitUntil(lambda: len(shown._rows) == 2 and not shown.steps.running)
    assert {outcome for _, outcome in outcomes(shown)} == {"held"}


def test_that_a_lock_ends_it_and_nothing_more_comes_in(qtbot: QtBot, desk: Desk) -> None:
    files = [desk.send(Laptop(number), range(number * 6, number * 6 + 6)) for number in range(1, 4)]
    shown = page(desk)
    shown.take(files)
    desk.window.lock()
    QApplication.processEvents()
    assert desk.window.session is None
    assert shown.table.records == ()
    assert shown._left == shown._waiting == []


def test_that_the_same_file_twice_changes_nothing(qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = desk.send(Laptop(1), range(6))
    shown = choose(qtbot, desk, monkeypatch, sent, sent)
    assert [outcome for _, outcome in outcomes(shown)] == ["held", "again"]
    assert desk.store.rows("SELECT period FROM received") == [(PERIOD,)]
