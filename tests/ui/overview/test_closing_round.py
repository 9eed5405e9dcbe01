"""Rondje afsluiten: what lies here, the longest first, and what can be done with it, by keys and in a real file."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.model import catalogue
from doorbraak.model.dossier import household
from doorbraak.model.handover import on_the_way, own_key, taking
from doorbraak.model.workspace.store import Store
from doorbraak.ui.closing_list import ClosingListDialog
from doorbraak.ui.erase import EraseDialog
from doorbraak.ui.erase_proof import ProofDialog
from doorbraak.ui.handover_dialogs import AnswerDialog, ColleagueDialog, GiveDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.closing_round import ClosingRoundPage
from doorbraak.ui.overview.household_list import HouseholdList
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.copying import Readable
from doorbraak.ui.widgets.pick_many import PickMany
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, table
from tests.ui.test_erase import choose, ok
from tests.ui.test_handover import colleague, doing

TODAY = date.today()
NAME = "Rondje afsluiten"
__all__ = ["colleague"]


def lying(store: Store, name: str, days: int) -> int:
    with store.change("Lang hier", undoable=False):
        made = household.open_dossier(store, name, opened=TODAY - timedelta(days=days))
        store.update("household", made, here_since=(TODAY - timedelta(days=days)).isoformat())
    return made


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> ClosingRoundPage:
    """Of the example, one that lies here for 200 days, and one for 30."""
    for name, days in (("Familie Oud", 200), ("Familie Kort", 30)):
        lying(window.session.store, name, days)
    return shown(qtbot, window)


def shown(qtbot: QtBot, window: MainWindow) -> ClosingRoundPage:
    qtbot.keyClick(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    found = window.view._stack.currentWidget()
    assert isinstance(found, ClosingRoundPage)
    return found


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, colleague: Store) -> Path:
    """Where the files go; the colleague's key lies beside it."""
    key, out = tmp_path / "sleutel.json", tmp_path / "stick"
    with colleague.change("Sleutel", undoable=False):
        key.write_bytes(own_key.key_file(colleague, "Sam"))
    out.mkdir()
    monkeypatch.setattr(ask, "files", lambda *_: [key])
    monkeypatch.setattr(ask, "folder", lambda *_: out)
    return out


def press(page: ClosingRoundPage, words: str) -> None:
    (found,) = [one for one in page.findChildren(QPushButton) if words in one.text().replace("&", "")]
    assert found.isEnabled(), words
    found.click()


def column(page: ClosingRoundPage, at: int) -> list[str]:
    rows = table(page, NAME)
    return [cell(rows, row, at) for row in range(rows.shown)]


def texts(page: ClosingRoundPage) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def to_sam(qtbot: QtBot):
    def chosen(dialog: QDialog) -> None:
        assert isinstance(dialog, GiveDialog)
        qtbot.keyClick(dialog.to, Qt.Key.Key_Down)
        ok(dialog)

    return chosen


def test_that_the_longest_here_comes_first_and_a_long_one_is_marked(window: MainWindow, page: ClosingRoundPage) -> None:
    assert column(page, 1)[:2] == ["Familie Oud", "Familie Kort"]
    assert column(page, 3) == ["200", "30", "0"]
    assert column(page, 4)[:2] == ["Staat hier 200 dagen", ""]


def test_that_the_administrator_says_what_is_long(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "beleid.json"
    place.write_text(json.dumps({"format": "doorbraak-beleid", "version": 1, "held_days": 20}), "utf-8")
    monkeypatch.setattr(paths, "policy_file", lambda: place)
    lying(window.session.store, "Familie Kort", 21)
    assert column(shown(qtbot, window), 4)[0] == "Staat hier 21 dagen"
    qtbot.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    found = window.view._stack.currentWidget()
    assert isinstance(found, HouseholdList)
    rows = table(found, "Huishoudens")
    assert "Staat hier 21 dagen" in [cell(rows, row, 6) for row in range(rows.shown)]


def test_that_several_go_to_a_colleague_each_in_a_file_of_its_own(
    qtbot: QtBot, window: MainWindow, page: ClosingRoundPage, folder: Path, colleague: Store
) -> None:
    store = window.session.store

    def two(dialog: QDialog) -> None:
        assert isinstance(dialog, PickMany)
        qtbot.keyClick(dialog._list, Qt.Key.Key_Space)  # the first stays
        dialog.accept()

    (folder / "overdracht-huishouden-3.doorbraak").write_bytes(b"van een ander")
    kinds = doing(window, lambda: press(page, "Alles overdragen"), two, ok, ok, to_sam(qtbot))
    assert kinds == [PickMany, QMessageBox, ColleagueDialog, GiveDialog]
    qtbot.waitUntil(lambda: not page._steps.running)
    found = sorted(one.name for one in folder.iterdir())
    assert found == [f"overdracht-huishouden-{name}.doorbraak" for name in ("1", "3-2", "3")]
    assert (folder / found[2]).read_bytes() == b"van een ander", "nobody was asked about it"
    assert len(on_the_way.all_of(store)) == 2
    assert column(page, 4)[1:] == ["Onderweg naar Sam", "Onderweg naar Sam · Voorbeeld"]
    for name in found[:2]:
        one = taking.offered(colleague, (folder / name).read_bytes(), catalogue.load(), TODAY)
        assert taking.take(colleague, one, TODAY) is not None


def test_that_one_that_could_not_be_written_is_not_on_its_way(
    qtbot: QtBot, window: MainWindow, page: ClosingRoundPage, folder: Path
) -> None:
    folder.rmdir()
    folder.write_bytes(b"a file where the folder was")
    doing(window, lambda: press(page, "Alles overdragen"), lambda one: one.accept(), ok, ok, to_sam(qtbot))
    qtbot.waitUntil(lambda: not page._steps.running)
    assert on_the_way.all_of(window.session.store) == ()


def test_that_stopping_leaves_what_was_made(
    qtbot: QtBot, window: MainWindow, page: ClosingRoundPage, folder: Path
) -> None:
    def first_then_stop() -> bool:
        if any(folder.iterdir()):
            page._steps.cancel.click()
        return not page._steps.running

    doing(window, lambda: press(page, "Alles overdragen"), lambda one: one.accept(), ok, ok, to_sam(qtbot))
    qtbot.waitUntil(first_then_stop)
    assert len(on_the_way.all_of(window.session.store)) == len(list(folder.iterdir())) < 3


def test_that_the_button_asks_for_the_answer_of_one_that_is_on_its_way(
    qtbot: QtBot, window: MainWindow, page: ClosingRoundPage, folder: Path
) -> None:
    doing(window, lambda: press(page, "Alles overdragen"), lambda one: one.accept(), ok, ok, to_sam(qtbot))
    qtbot.waitUntil(lambda: not page._steps.running)
    table(page, NAME).select_first()
    assert doing(window, lambda: press(page, "Antwoord invoeren"), lambda one: one.close()) == [AnswerDialog]
    (erase,) = [one for one in page.findChildren(QPushButton) if "wissen" in one.text()]
    assert not erase.isEnabled()


def test_that_one_is_wiped_with_its_proof_and_stands_on_the_list(
    qtbot: QtBot, window: MainWindow, page: ClosingRoundPage
) -> None:
    table(page, NAME).select_first()

    def wipe(dialog: QDialog) -> None:
        assert isinstance(dialog, EraseDialog)
        choose(qtbot, dialog.what, "Het hele huishouden")
        choose(qtbot, dialog.ground, "De gegevens zijn niet meer nodig")
        choose(qtbot, dialog.exception, "Nee, dat is nagegaan")
        dialog.number.setText("2")
        dialog.present.setText(PASSPHRASE)
        ok(dialog)

    kinds = doing(window, lambda: press(page, "Voorgoed wissen"), wipe, lambda one: one.close())
    assert kinds == [EraseDialog, ProofDialog]
    page.refresh()
    assert column(page, 1)[0] == "Familie Kort"
    said: list[str] = []

    def read(dialog: QDialog) -> None:
        said.append(dialog.findChild(Readable).toPlainText())

    assert doing(window, lambda: press(page, "Lijst van dit rondje"), read) == [ClosingListDialog]
    assert "de gegevens zijn niet meer nodig" in said[0]
    assert "Familie" not in said[0]


def test_that_an_empty_laptop_says_so(qtbot: QtBot, window: MainWindow) -> None:
    store = window.session.store
    for one in household.all_of(store):
        with store.change("Weg", undoable=False):
            household.remove(store, one.id)
    found = shown(qtbot, window)
    assert "Er staat niets meer op deze laptop" in texts(found)
    giving = [one for one in found.findChildren(QPushButton) if "dragen" in one.text()]
    assert [one.isEnabled() for one in giving] == [False, False]
