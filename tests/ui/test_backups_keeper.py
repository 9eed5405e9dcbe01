"""Copies by the clock, and what the line below says about them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from doorbraak.model.dossier import goals
from doorbraak.model.errors import DiskFull, NoAccess
from doorbraak.model.workspace import backup
from doorbraak.model.workspace.store import Store
from doorbraak.ui import backups_keeper
from doorbraak.ui.backups_second import keep_second_place, same_disk, second_place
from doorbraak.ui.main_window import MainWindow
from tests.conftest import PASSPHRASE
from tests.ui.conftest import page_named
from tests.ui.copies import age_all

Make = Callable[[Path], MainWindow]


def change(window: MainWindow) -> None:
    window.session.run("Doel toevoegen", goals.add, window.view.household, "Rust")


def said(window: MainWindow) -> str:
    return str(window.status.copy.text())


def full(*_: object, **__: object) -> None:
    raise DiskFull("De schijf is vol. Er is geen reservekopie gemaakt.")


def labels(window: MainWindow) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def test_that_a_copy_is_made_within_a_quarter_of_an_hour_after_the_first_change(window: MainWindow) -> None:
    assert not window.keeper.waits
    change(window)
    assert window.keeper.waits
    waiting = window.keeper._due
    assert waiting.interval() < 15 * 60_000
    before, left = len(backup.all_of(window.folder)), waiting.remainingTime()
    change(window)
    assert waiting.remainingTime() <= left, "who goes on typing does not put it off"
    waiting.timeout.emit()
    assert len(backup.all_of(window.folder)) == before + 1
    assert not window.keeper.waits
    assert said(window).startswith("Kopie: vandaag")


def test_that_a_failing_copy_is_said_in_words_and_tried_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(window)
    with monkeypatch.context() as patched:
        patched.setattr(backup, "make", full)
        window.keeper._due.timeout.emit()
    assert said(window).startswith("Let op: kopie mislukt")
    assert "schijf is vol" in window.status.copy.toolTip()
    assert window.keeper.waits
    assert window.keeper._due.interval() == backups_keeper.AGAIN
    assert window.session is not None, "the work goes on"
    window.keeper._due.timeout.emit()
    assert said(window).startswith("Kopie: vandaag")


def test_that_a_lock_makes_the_copy_and_leaves_no_clock_running(window: MainWindow) -> None:
    change(window)
    before = len(backup.all_of(window.folder))
    window.lock()
    assert len(backup.all_of(window.folder)) == before + 1
    assert not window.keeper.waits
    assert not window.keeper._minute.isActive()
    assert window.status.copy.isHidden()


def test_that_an_old_copy_is_said_below_in_today_and_in_the_worklist_until_there_is_a_new_one(
    filled: Path, make_window: Make
) -> None:
    age_all(filled, 8)
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    assert said(window) == "Let op: kopie 8 dagen oud"
    assert window.keeper.waits, "who works in it gets a new one by itself"
    window.show_page(-1)
    assert "reservekopie is 8 dagen oud" in labels(window)
    window.view.open_household(1)
    page_named(window, "Vandaag")
    QApplication.processEvents()
    assert "reservekopie is 8 dagen oud" in labels(window)
    assert window.back_up()
    assert "dagen oud" not in labels(window)
    assert said(window).startswith("Kopie: vandaag")


def test_that_at_the_table_nothing_is_said_about_copies(filled: Path, make_window: Make) -> None:
    age_all(filled, 8)
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    window.view.open_household(1)
    page_named(window, "Vandaag")
    window.at_table.sit_down()
    QApplication.processEvents()
    assert "reservekopie is" not in labels(window)
    QTest.mouseClick(window.status.copy, Qt.MouseButton.LeftButton)
    assert QApplication.activeModalWidget() is None
    window.at_table.leave()


def test_that_a_second_place_that_is_away_is_said_and_blocks_nothing(
    filled: Path, make_window: Make, tmp_path: Path
) -> None:
    away = tmp_path / "stick"
    away.mkdir()
    keep_second_place(filled, away)
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    away.rmdir()
    assert window.back_up()
    assert isinstance(window.session.store.second_problem, NoAccess)
    assert said(window).startswith("Let op: kopie vandaag")
    assert said(window).endswith("tweede plek mislukt")
    window.show_page(-1)
    assert "tweede plek is niet gelukt" in labels(window)
    away.mkdir()
    assert window.back_up()
    assert "tweede" not in said(window)
    assert backup.all_of(away)


def test_that_each_workspace_has_a_second_place_of_its_own(tmp_path: Path) -> None:
    one, other, second = (tmp_path / name for name in ("een", "twee", "stick"))
    keep_second_place(one, second)
    assert (second_place(one), second_place(other)) == (second, None)
    keep_second_place(one, None)
    assert second_place(one) is None
    assert same_disk(tmp_path, tmp_path)
    assert not same_disk(tmp_path, tmp_path / "weg")


def test_that_a_full_disk_at_closing_stays_said_after_the_lock(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(window)
    with monkeypatch.context() as patched:
        patched.setattr(Store, "backup", full)
        window.lock()
    assert "schijf is vol" in labels(window)
