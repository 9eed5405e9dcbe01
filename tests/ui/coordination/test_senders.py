"""Afzenders: digits are typed and compared before anybody is believed, and what can't be undone is asked first."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.exchange import coordinator, coordinator_key, senders
from doorbraak.ui.coordination.senders import SendersPage
from doorbraak.ui.coordination.senders_believing import DigitsDialog
from doorbraak.ui.coordination.senders_key import KeyFileDialog, RotationDialog
from doorbraak.ui.pages import SENDERS
from doorbraak.ui.widgets import ask
from tests.model.exchange.coordination import Laptop
from tests.ui.conftest import type_in_cell
from tests.ui.coordination.conftest import PERIOD, TODAY, Desk

LABEL = 1


def page(desk: Desk) -> SendersPage:
    found = desk.page(SENDERS)
    assert isinstance(found, SendersPage)
    return found


def press(parent: QWidget, words: str) -> None:
    next(
        one for one in parent.findChildren(QPushButton) if one.isVisible() and one.text().replace("&", "") == words
    ).click()
    QApplication.processEvents()


def said(parent: QWidget) -> str:
    return "\n".join(one.text() for one in parent.findChildren(QLabel) if one.isVisible())


def in_dialog(work: Callable[[QWidget], object]) -> list[QWidget]:
    """What is done in the dialog that opens next; empty when none did."""
    seen: list[QWidget] = []

    def go() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        seen.append(dialog)
        try:
            work(dialog)
        except BaseException:
            dialog.close()  # else the test waits for it
            raise

    QTimer.singleShot(0, go)
    return seen


def believe(qtbot: QtBot, shown: SendersPage, digits: str, button: str = "Bevestigen…") -> str:
    """Types the digits and Enter; gives what the dialog said when it refused."""
    refused: list[str] = []

    def work(dialog: QWidget) -> None:
        assert isinstance(dialog, DigitsDialog)
        qtbot.keyClicks(dialog.digits, digits)
        qtbot.keyClick(dialog.digits, Qt.Key.Key_Return)
        if dialog.isVisible():
            refused.append(dialog.notice.text())
            dialog.reject()

    seen = in_dialog(work)
    press(shown, button)
    assert seen
    return "".join(refused)


# -- the list -------------------------------------------------------------------------------------------


def test_that_without_senders_it_says_the_three_steps(desk: Desk) -> None:
    shown = page(desk)
    for step in ("1.  Maak het sleutelbestand", "2.  Neem de bestanden in", "3.  Bel elke afzender"):
        assert step in said(shown)
    assert not shown.table.isVisible()
    assert shown._hand_out.hasFocus()


def test_that_each_sender_shows_what_came_and_what_did_not(desk: Desk) -> None:
    desk.take(Laptop(1), Laptop(2))
    desk.take(Laptop(3), believe=False)
    senders.withdraw(desk.store, 2, TODAY)
    shown = page(desk)
    rows = [[shown.table.model().index(row, column).data() for column in range(6)] for row in range(3)]
    assert [row[0] for row in rows] == ["1", "2", "3"]
    assert rows[0][2:] == [Laptop(1).spoken, f"{TODAY.day}-{TODAY.month}-{TODAY.year}", PERIOD, "ontvangen"]
    assert rows[1][3].startswith("ingetrokken ")
    assert rows[1][5] == ""
    assert rows[2][3:] == ["nog niet", PERIOD, "wacht op bevestiging"]
    earlier = shown.period.itemData(2)
    shown.period.choose(earlier)
    shown.period.activated.emit(2)
    assert shown.table.model().index(0, 5).data() == "nog niet ontvangen"
    assert shown.kinds.tabText(2) == "Nog niet ontvangen (2)"


def test_that_a_name_is_typed_in_its_place_and_can_be_searched(qtbot: QtBot, desk: Desk) -> None:
    desk.take(Laptop(1), Laptop(2))
    shown = page(desk)
    type_in_cell(qtbot, shown.table, 1, LABEL, "Team Noord")
    assert [one.label for one in senders.all_of(desk.store)] == ["", "Team Noord"]
    qtbot.keyClicks(shown.search, "noord")
    assert [row.id for row in shown.table.records] == [2]
    shown.search.setText(Laptop(1).spoken[:9])
    assert [row.id for row in shown.table.records] == [1]


def test_that_a_filter_shows_who_has_to_be_called(desk: Desk) -> None:
    desk.take(Laptop(1))
    desk.take(Laptop(2), believe=False)
    shown = page(desk)
    shown.kinds.choose("unknown")
    assert [row.id for row in shown.table.records] == [2]
    shown.kinds.choose("withdrawn")
    assert shown.table.records == ()
    assert "Niets gevonden" in said(shown)


# -- believing ------------------------------------------------------------------------------------------


def test_that_a_sender_is_believed_only_by_the_digits_that_were_typed(qtbot: QtBot, desk: Desk) -> None:
    desk.take(Laptop(1), believe=False)
    shown = page(desk)
    shown.table.select_first()
    assert "Er is niets veranderd" in believe(qtbot, shown, Laptop(2).spoken)
    assert not senders.numbered(desk.store, 1).counts
    assert "24 cijfers" in believe(qtbot, shown, "1234")
    assert "24 cijfers" in believe(qtbot, shown, "")
    assert not senders.numbered(desk.store, 1).counts
    assert believe(qtbot, shown, Laptop(1).spoken) == ""
    assert senders.numbered(desk.store, 1).counts
    assert "Het bestand dat wachtte, telt nu mee" in shown.notice.text()
    assert shown.table.model().index(0, 5).data() == "ontvangen"


def test_that_the_dialog_shows_none_of_the_digits(qtbot: QtBot, desk: Desk) -> None:
    desk.take(Laptop(1), believe=False)
    shown = page(desk)
    shown.table.select_first()
    words: list[str] = []

    def work(dialog: QWidget) -> None:
        words.append(said(dialog) + dialog.windowTitle())
        dialog.reject()

    in_dialog(work)
    press(shown, "Bevestigen…")
    assert not any(group in words[0] for group in Laptop(1).spoken.split())


def test_that_a_new_key_of_a_known_sender_is_expected_by_its_digits(qtbot: QtBot, desk: Desk) -> None:
    desk.take(Laptop(1))
    shown = page(desk)
    shown.table.select_first()
    assert believe(qtbot, shown, Laptop(9).spoken, "Nieuwe sleutel bevestigen…") == ""
    assert senders.numbered(desk.store, 1).expected == Laptop(9).spoken
    assert "wacht op nieuwe" in shown.table.model().index(0, 3).data()


# -- withdrawing ----------------------------------------------------------------------------------------


def test_that_withdrawing_asks_first_and_going_back_changes_nothing(desk: Desk) -> None:
    desk.take(Laptop(1))
    shown = page(desk)
    shown.table.select_first()

    def back(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        assert "kan niet ongedaan" in box.text()
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.Cancel)
        box.defaultButton().click()

    in_dialog(back)
    press(shown, "Intrekken…")
    assert senders.numbered(desk.store, 1).counts
    in_dialog(lambda box: press(box, "Ja, intrekken"))
    press(shown, "Intrekken…")
    assert senders.numbered(desk.store, 1).withdrawn_on == TODAY
    assert desk.store.rows("SELECT count(*) FROM contribution") == [(0,)]
    assert not shown._withdraw_button.isEnabled()
    assert shown._believe_button.text() == "Opnieuw bev&estigen…"


def test_that_delete_asks_to_withdraw(qtbot: QtBot, desk: Desk) -> None:
    desk.take(Laptop(1))
    shown = page(desk)
    shown.table.setFocus()
    shown.table.select_first()
    seen = in_dialog(lambda box: press(box, "Terug"))
    qtbot.keyClick(shown.table, Qt.Key.Key_Delete)
    assert seen


# -- the key --------------------------------------------------------------------------------------------


def test_that_the_key_file_holds_the_codes_that_were_typed(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "sleutel.json"
    monkeypatch.setattr(ask, "target", lambda *_: out)

    def work(dialog: QWidget) -> None:
        assert isinstance(dialog, KeyFileDialog)
        dialog.kind.choose("wijk")
        qtbot.keyClicks(dialog.code, "kade")
        qtbot.keyClicks(dialog.label, "De Kade")
        qtbot.keyClick(dialog.label, Qt.Key.Key_Return)
        assert dialog.code.text() == ""
        qtbot.keyClicks(dialog.code, "kade")
        qtbot.keyClick(dialog.code, Qt.Key.Key_Return)
        assert "is er al" in dialog.notice.text()
        assert dialog.code.text() == "kade"
        dialog.code.setText("geen")
        dialog.label.setText("Iets")
        press(dialog, "Toevoegen")
        assert dialog.notice.text() == coordinator.CODE_WRONG
        press(dialog, "Bewaren als…")
        dialog.reject()

    shown = page(desk)
    in_dialog(work)
    press(shown, "Sleutelbestand maken…")
    key = coordinator_key.decode(out.read_bytes())
    assert key.public == coordinator.key_pairs(desk.store)[0].public
    assert [(one.id, one.label) for one in key.wijken][-1] == ("kade", "De Kade")
    assert shown._own.text() == key.spoken, "other wijken, other digits to read aloud"
    assert len(key.teams) == len(coordinator.codes(desk.store)["team"])
    line = desk.store.log_entries()[-1]
    assert (line.action, line.object) == ("uitvoeren", "sleutelbestand")


def test_that_a_name_of_a_team_changes_in_its_cell(qtbot: QtBot, desk: Desk) -> None:
    def work(dialog: QWidget) -> None:
        assert isinstance(dialog, KeyFileDialog)
        type_in_cell(qtbot, dialog.table, 0, 2, "Andere naam")
        dialog.reject()

    shown = page(desk)
    in_dialog(work)
    press(shown, "Sleutelbestand maken…")
    assert coordinator.codes(desk.store)["team"][0].label == "Andere naam"


def test_that_the_key_file_is_not_written_into_the_workspace(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    inside = desk.store.folder / "sleutel.json"
    monkeypatch.setattr(ask, "target", lambda *_: inside)
    words: list[str] = []

    def work(dialog: QWidget) -> None:
        press(dialog, "Bewaren als…")
        words.append(said(dialog))
        dialog.close()

    shown = page(desk)
    in_dialog(work)
    press(shown, "Sleutelbestand maken…")
    assert not inside.exists()
    assert "map van een werkmap" in words[0]


def test_that_another_key_comes_only_with_a_day_until_which_the_old_one_holds(qtbot: QtBot, desk: Desk) -> None:
    before = coordinator.key_pairs(desk.store)[0]
    until = TODAY + timedelta(days=30)

    def work(dialog: QWidget) -> None:
        assert isinstance(dialog, RotationDialog)
        for wrong in ("morgen", "1-1-2020", ""):
            dialog.until.setText(wrong)
            qtbot.keyClick(dialog.until, Qt.Key.Key_Return)
            assert dialog.isVisible()
            assert dialog.notice.text()
        dialog.until.setText(f"{until.day}-{until.month}-{until.year}")
        qtbot.keyClick(dialog.until, Qt.Key.Key_Return)

    shown = page(desk)
    seen = in_dialog(work)
    press(shown, "Sleutel vervangen…")
    assert seen
    now, old = coordinator.key_pairs(desk.store)
    assert (old.id, old.until) == (before.id, until)
    assert coordinator.handed_out(desk.store).spoken == shown._own.text()
    assert coordinator.handed_out(desk.store).public == now.public
    assert shown._own.text() in shown.notice.text()


def test_that_a_lock_leaves_nothing_of_it(desk: Desk) -> None:
    desk.take(Laptop(1))
    shown = page(desk)
    shown.search.setText("noord")
    shown.forget()
    assert shown.table.records == ()
    assert shown.search.text() == shown._own.text() == ""
