"""The dialog that erases: nothing chosen already, what follows is said, and the number is typed by hand."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import dossier, erasure, household, people
from doorbraak.model.workspace import backup
from doorbraak.ui.erase import EraseDialog
from doorbraak.ui.erase_proof import ProofDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.copying import Readable
from tests.conftest import PASSPHRASE


def choose(qtbot: QtBot, box: ChoiceBox, words: str) -> None:
    """By the keys: down until it is there."""
    box.setFocus()
    for _ in range(box.count() + 1):
        if box.currentText() == words:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{words} is not among the choices")


def fill(
    qtbot: QtBot, dialog: EraseDialog, *, what: str = "Het hele huishouden", ground: str = "request",
    exception: str = "Nee, dat is nagegaan", number: str = "1", present: str = PASSPHRASE,
) -> None:  # fmt: skip
    choose(qtbot, dialog.what, what)
    choose(qtbot, dialog.ground, dict(erasure.GROUNDS)[ground])
    choose(qtbot, dialog.exception, exception)
    dialog.number.clear()
    qtbot.keyClicks(dialog.number, number)
    dialog.present.clear()
    qtbot.keyClicks(dialog.present, present)


def ok(dialog: QDialog) -> None:
    dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()


def said(dialog: QDialog) -> str:
    return " ".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def erasing(window: MainWindow, *works: Callable[[QDialog], object]) -> list[type]:
    """From the menu: each dialog that comes gets the next of these; the kinds that came."""
    waiting, met, faults = list(works), [], []
    timer = QTimer(window)

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog) or (met and met[-1] is dialog):
            return
        met.append(dialog)
        try:
            waiting.pop(0)(dialog)
        except BaseException as error:  # noqa: BLE001 - an exception in a slot would leave the dialog open
            faults.append(error)
        finally:
            if dialog.isVisible():
                dialog.close()

    timer.timeout.connect(answer)
    timer.start(5)
    kinds: list[type] = []
    try:
        next(action for action, entry in window.menus._actions if "wissen" in entry.text).trigger()
        kinds = [type(dialog) for dialog in met]
    finally:
        timer.stop()
    if faults:
        raise faults[0]
    assert not waiting
    return kinds


def test_that_nothing_is_chosen_already_and_what_follows_is_said(qtbot: QtBot, window: MainWindow) -> None:
    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, EraseDialog)
        assert [box.value for box in (dialog.what, dialog.ground, dialog.exception)] == [None, None, None]
        assert dialog.number.text() == ""
        assert "Verder terug kan daarna niet meer" in said(dialog)
        for wanted in ("Kies wat je wilt wissen", "Kies waarom je wist", "Ga na of er een reden is", "niet het nummer"):
            ok(dialog)
            assert dialog.isVisible()
            assert wanted in said(dialog)
            box = next((one for one in (dialog.what, dialog.ground, dialog.exception) if one.value is None), None)
            if box is not None:
                qtbot.keyClick(box, Qt.Key.Key_Down)
        assert "niet ongedaan te maken" in said(dialog)

    assert erasing(window, look) == [EraseDialog]
    assert len(household.all_of(window.session.store)) == 1


def test_that_erasing_shows_the_list_and_a_proof_and_leaves_one_copy(qtbot: QtBot, window: MainWindow) -> None:
    window.back_up()

    def proof(dialog: QDialog) -> None:
        assert isinstance(dialog, ProofDialog)
        assert "nummer 1" in dialog.findChild(Readable).toPlainText()
        qtbot.keyClick(dialog.close_, Qt.Key.Key_Space)

    def go(dialog: QDialog) -> None:
        fill(qtbot, dialog)
        ok(dialog)

    assert erasing(window, go, proof) == [EraseDialog, ProofDialog]
    assert window.view.household is None
    assert window.view._stack.currentWidget() is window.view.list
    assert window.session.store.undo_label is None
    assert not window.menus.undo.isEnabled()
    (copy,) = backup.all_of(window.session.store.folder)
    assert copy.counts["household"] == 0
    assert window.keeper.newest == copy.at


def test_that_another_number_erases_nothing(qtbot: QtBot, window: MainWindow) -> None:
    def wrong(dialog: QDialog) -> None:
        fill(qtbot, dialog, number="2")
        ok(dialog)
        assert "niet het nummer van dit huishouden" in said(dialog)

    assert erasing(window, wrong) == [EraseDialog]
    assert window.view.household is not None


@pytest.mark.parametrize("what", ["Het hele huishouden", "Merel"])
def test_that_who_does_not_know_the_passphrase_erases_nothing(qtbot: QtBot, window: MainWindow, what: str) -> None:
    store, home = window.session.store, window.view.household
    with store.change("Mens erbij"):
        people.add(store, home, name="Merel")

    def wrong(dialog: QDialog) -> None:
        for present in ("", "zomaar een paar andere woorden"):
            fill(qtbot, dialog, what=what, present=present)
            ok(dialog)
            assert dialog.isVisible()
            assert "Deze wachtzin past niet" in dialog.notice.text()
            assert dialog.focusWidget() is dialog.present

    assert erasing(window, wrong) == [EraseDialog]
    assert "Merel" in [one.name for one in window.session.dossier(home).people]
    line = store.log_entries()[-1]
    assert (line.action, line.object, line.result) == ("wissen", "huishouden 1", "mislukt")


@pytest.mark.parametrize("why", list(erasure.EXCEPTIONS.values()))
def test_that_a_reason_to_keep_refuses_it_in_a_sentence(qtbot: QtBot, window: MainWindow, why: str) -> None:
    def refused(dialog: QDialog) -> None:
        fill(qtbot, dialog, exception=why)
        ok(dialog)
        assert "Er is niets gewist" in said(dialog)

    assert erasing(window, refused) == [EraseDialog]
    assert window.view.household is not None
    assert window.session.store.log_entries()[-1].result == "mislukt"


def test_that_a_term_that_runs_is_no_reason_to_erase(qtbot: QtBot, window: MainWindow) -> None:
    home = window.view.household
    window.session.run("Grond", household.set_retention, home, "jeugdwet-dossier", household=1)

    def refused(dialog: QDialog) -> None:
        fill(qtbot, dialog, ground="term-passed")
        ok(dialog)
        assert f"loopt nog tot en met {date.today().day}-" in said(dialog)

    assert erasing(window, refused) == [EraseDialog]
    assert window.view.household == home


def test_that_without_a_term_that_is_past_that_is_no_reason(qtbot: QtBot, window: MainWindow) -> None:
    home = window.view.household
    window.session.run("Grond", household.set_retention, home, "avg-geen-termijn", household=1)

    def refused(dialog: QDialog) -> None:
        fill(qtbot, dialog, ground="term-passed")
        ok(dialog)
        assert "geen bewaartermijn bekend die voorbij is" in said(dialog)

    assert erasing(window, refused) == [EraseDialog]
    assert window.view.household == home


def test_that_one_person_is_erased_and_texts_with_the_name_are_told(qtbot: QtBot, window: MainWindow) -> None:
    home = window.view.household

    def fill_in() -> None:
        with window.session.store.change("Mens erbij"):
            people.add(window.session.store, home, name="Merel")
            household.set_note(window.session.store, home, "Merel belt morgen")

    fill_in()
    secret = household.exchange_secret(window.session.store, home)

    def go(dialog: QDialog) -> None:
        fill(qtbot, dialog, what="Merel")
        assert "Dossier (1)" in said(dialog)
        ok(dialog)

    assert erasing(window, go, lambda dialog: dialog.close()) == [EraseDialog, ProofDialog]
    assert window.view.household == home
    assert "Merel" not in [one.name for one in window.session.dossier(home).people]
    assert household.exchange_secret(window.session.store, home) == secret


def test_that_a_stick_that_is_away_is_said_before_and_in_the_proof(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    window.session.store.second = tmp_path / "weg"

    def go(dialog: QDialog) -> None:
        assert str(tmp_path / "weg") in said(dialog)
        fill(qtbot, dialog)
        ok(dialog)

    def proof(dialog: QDialog) -> None:
        assert "Was er niet" in dialog.findChild(Readable).toPlainText()

    erasing(window, go, proof)


def test_that_a_place_that_a_command_wrote_to_is_said_before_and_in_the_proof(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    store, stick = window.session.store, tmp_path / "stick"
    stick.mkdir()
    store.second = stick
    store.backup()
    store.second = None

    def go(dialog: QDialog) -> None:
        assert f"In de map {stick}: 1 kopie." in said(dialog)
        fill(qtbot, dialog)
        ok(dialog)

    def proof(dialog: QDialog) -> None:
        assert f"{stick}: 1 oude kopie weg" in dialog.findChild(Readable).toPlainText()

    erasing(window, go, proof)


def test_that_a_proof_is_saved_and_logged_by_number(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "bewijs.pdf"
    monkeypatch.setattr("doorbraak.ui.leaving.ask.target", lambda *_: target)

    def go(dialog: QDialog) -> None:
        fill(qtbot, dialog)
        ok(dialog)

    erasing(window, go, lambda dialog: qtbot.keyClick(dialog.keep, Qt.Key.Key_Space))
    assert target.read_bytes().startswith(b"%PDF")
    line = window.session.store.log_entries()[-1]
    assert (line.action, line.object) == ("uitvoeren", "huishouden 1")


def test_that_it_is_gone_after_the_next_start(qtbot: QtBot, window: MainWindow, make_window, filled: Path) -> None:
    def go(dialog: QDialog) -> None:
        fill(qtbot, dialog)
        ok(dialog)

    erasing(window, go, lambda dialog: dialog.close())
    window.lock()
    store = dossier.open_workspace(filled, PASSPHRASE)
    assert household.all_of(store) == ()
    store.close()
