from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import justification
from doorbraak.model.insight.value_triangle import VALUES as KINDS
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, table
from tests.ui.household.grounds_page import ARTICLES, VALUES, doorbraak, dossier, shown_on, with_doorbraak


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    return with_doorbraak(window)


def facts(shown: object, name: str) -> dict[str, tuple[str, str, str]]:
    found = table(shown, f"{name}: de feiten")
    rows = range(found.model().rowCount())
    return {cell(found, row, 0): (cell(found, row, 1), cell(found, row, 2), cell(found, row, 3)) for row in rows}


def test_that_each_value_has_its_facts_now_threatening_and_with_the_plan(window: MainWindow) -> None:
    shown = shown_on(window, VALUES)
    on = f"{date.today().day}-{date.today().month}-{date.today().year}"
    assert facts(shown, "Betrokkenheid")[f"Contacten per maand, op {on}"] == ("24,4", "–", "6,1")
    assert facts(shown, "Rendement")["Kans op huisuitzetting"] == ("–", "40%, rond 1-2-2027", "5%")
    assert facts(shown, "Rendement")[f"Instanties, op {on}"] == ("48", "–", "12 (36 minder)")
    assert facts(shown, "Legitimiteit")["Besluit"][2] == "Aangevraagd, nog geen besluit"


def test_that_facts_follow_what_is_chosen_elsewhere(fresh: MainWindow) -> None:
    shown = shown_on(fresh, VALUES)
    assert facts(shown, "Legitimiteit")["Artikelen die het dragen"][2] == "0"
    shown._tabs.setCurrentIndex(ARTICLES)
    fresh.session.run("Rechtsgrond", justification.add, doorbraak(fresh), "wgs:3:1")
    shown._tabs.setCurrentIndex(VALUES)
    assert facts(shown, "Legitimiteit")["Artikelen die het dragen"][2] == "1 uit 1 wet"


def test_that_all_facts_stand_in_sight_without_a_cut(window: MainWindow) -> None:
    shown = shown_on(window, VALUES)
    QApplication.processEvents()
    for found in shown._values.facts.values():
        assert found.verticalScrollBar().maximum() == found.horizontalScrollBar().maximum() == 0
        for row in range(found.model().rowCount()):
            for column in range(4):
                index = found.model().index(row, column)
                needed = found.fontMetrics().boundingRect(
                    0, 0, found.columnWidth(column) - 8, 10_000, int(Qt.TextFlag.TextWordWrap), str(index.data())
                )
                assert needed.height() <= found.rowHeight(row)


def test_that_each_value_takes_own_words_by_keys_alone(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, VALUES)
    for value in KINDS:
        for _ in range(3):  # the facts stand between one field and the next
            if QApplication.focusWidget() is shown._values.fields[value]:
                break
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is shown._values.fields[value]
        qtbot.keyClicks(QApplication.focusWidget(), f"Over {value}")
    fresh.session.flush()
    assert {one.part: one.words for one in dossier(fresh).considerations} == {part: f"Over {part}" for part in KINDS}
