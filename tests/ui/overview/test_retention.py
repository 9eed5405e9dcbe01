"""Bewaartermijnen: every household with its term, and a quiet line on the worklist while one is past."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import erasure, household
from doorbraak.model.workspace.store import Store
from doorbraak.ui.erase_proof import ProofDialog
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.retention import RetentionPage
from doorbraak.ui.overview.worklist import Worklist
from tests.ui.conftest import cell, table

LONG_AGO = date(2001, 1, 1)


def long_ago(store: Store) -> int:
    """A household that nobody touched for decades; the number in the log is of nobody."""
    with store.change("Oud"):
        made = household.open_dossier(store, "Oud dossier", opened=LONG_AGO)
        household.set_retention(store, made, "wmo-college-aanbieder")
    return made


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> RetentionPage:
    long_ago(window.session.store)
    qtbot.keyClick(window, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    page = window.view._stack.currentWidget()
    assert isinstance(page, RetentionPage)
    return page


def texts(page: Worklist | RetentionPage) -> str:
    return " ".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_that_what_is_past_stands_first_with_its_reason_and_source(window: MainWindow, shown: RetentionPage) -> None:
    rows = table(shown, "Bewaartermijnen")
    assert rows.shown == 2
    assert [cell(rows, 0, at) for at in (1, 2, 3)] == ["Oud dossier", "Termijn voorbij", "1-1-2016"]
    assert cell(rows, 0, 6).startswith("https://wetten.overheid.nl")
    for basis, standing, sure in (("", "Nog geen grond gekozen", ""), ("wvggz-dossier", "Termijn loopt", "Nakijken")):
        window.session.run("Grond", household.set_retention, window.view.household, basis)
        assert [cell(rows, 1, at) for at in (2, 4)] == [standing, sure]


def test_that_enter_opens_the_household_where_its_ground_is(
    qtbot: QtBot, window: MainWindow, shown: RetentionPage
) -> None:
    rows = table(shown, "Bewaartermijnen")
    rows.select_first()
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert window.view.number() == 2


def test_that_what_was_erased_stays_listed_with_its_proof(
    qtbot: QtBot, window: MainWindow, shown: RetentionPage
) -> None:
    assert not table(shown, "Gewist").isVisible()
    erasure.erase(window.session.store, household.by_number(window.session.store, 2).id, "request")
    shown.refresh()
    rows = table(shown, "Gewist")
    assert rows.isVisible()
    assert [cell(rows, 0, at) for at in (1, 3)] == ["2", "Ja"]
    met: list[object] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        met.append(dialog)
        dialog.close()

    QTimer.singleShot(0, window, look)
    next(one for one in shown.findChildren(QPushButton) if "wijs" in one.text()).click()
    assert isinstance(met[0], ProofDialog)


def test_that_one_quiet_line_on_the_worklist_reminds_while_a_term_is_past(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    page = window.view._stack.currentWidget()
    assert isinstance(page, Worklist)
    assert "bewaartermijn" not in texts(page).lower()
    made = long_ago(window.session.store)
    assert "De bewaartermijn is voorbij van 1 huishouden." in texts(page)
    next(one for one in page.findChildren(QPushButton) if "Bewaarter" in one.text()).click()
    assert isinstance(window.view._stack.currentWidget(), RetentionPage)
    erasure.erase(window.session.store, made, "term-passed")
    page.refresh()
    assert "bewaartermijn" not in page._kept.text().lower()


def test_that_the_worklist_tells_that_a_stick_still_has_something(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    store = window.session.store
    made = long_ago(store)
    store.second = tmp_path / "weg"
    erasure.erase(store, made, "term-passed")
    store.second = None
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    page = window.view._stack.currentWidget()
    assert isinstance(page, Worklist)
    assert "ligt nog op een andere plek" in texts(page)
