from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household, interventions
from doorbraak.model.dossier.perspectives import SIDES
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, choose_in_cell, table, type_in_cell
from tests.ui.household.grounds_page import PERSPECTIVES, dossier, shown_on, with_doorbraak


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    return with_doorbraak(window)


def key(qtbot: QtBot, which: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget(), which)


def sides(window: MainWindow) -> list[tuple[object, ...]]:
    return [(one.side, one.verdict, one.reason, one.by_role) for one in dossier(window).perspectives]


def test_that_all_sides_are_in_sight_before_anybody_judged(fresh: MainWindow) -> None:
    shown = shown_on(fresh, PERSPECTIVES)
    judged = table(shown, "Perspectieven")
    assert [cell(judged, row, 0) for row in range(4)] == ["Juridisch", "Economisch", "Maatschappelijk", "Leefwereld"]
    assert {cell(judged, row, 1) for row in range(4)} == {"Nog geen oordeel"}
    assert judged.hasFocus()
    assert not dossier(fresh).perspectives


def test_that_a_side_takes_four_keys_and_its_words(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, PERSPECTIVES)
    given = (("v", "for"), ("w", "conditions"), ("t", "against"), ("v", "for"))
    keys = 0
    for at, (letter, _) in enumerate(given):
        qtbot.keyClicks(QApplication.focusWidget(), letter)
        key(qtbot, Qt.Key.Key_Return)
        qtbot.keyClicks(QApplication.focusWidget(), f"Reden {at}")
        key(qtbot, Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), f"Rol {at}")
        key(qtbot, Qt.Key.Key_Return)  # on to the next side
        keys += 4
    assert sides(fresh) == [
        (side, verdict, f"Reden {at}", f"Rol {at}")
        for at, (side, (_, verdict)) in enumerate(zip(SIDES, given, strict=True))
    ]
    assert {one.on_day for one in dossier(fresh).perspectives} == {date.today()}
    assert keys == 16
    assert shown._perspectives.weighing.hasFocus()  # after the last side
    qtbot.keyClicks(QApplication.focusWidget(), "Dit weegt het zwaarst")
    fresh.session.flush()
    assert [(one.part, one.words) for one in dossier(fresh).considerations] == [("weighing", "Dit weegt het zwaarst")]
    assert shown._perspectives._said.text().startswith("Alle vier")


def test_that_another_key_changes_the_verdict_and_undo_takes_it_back(qtbot: QtBot, fresh: MainWindow) -> None:
    judged = table(shown_on(fresh, PERSPECTIVES), "Perspectieven")
    qtbot.keyClicks(judged, "vt")
    assert [one.verdict for one in dossier(fresh).perspectives] == ["against"]
    fresh.undo()
    assert [one.verdict for one in dossier(fresh).perspectives] == ["for"]
    fresh.undo()
    assert not dossier(fresh).perspectives
    assert cell(judged, 0, 1) == "Nog geen oordeel"


def test_that_a_side_can_be_judged_by_more_than_one(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, PERSPECTIVES)
    judged = table(shown, "Perspectieven")
    qtbot.keyClicks(judged, "v")
    qtbot.keyClick(fresh, Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: cell(judged, 1, 0) == "Juridisch")
    qtbot.keyClicks(QApplication.focusWidget(), "t")
    assert [(one.side, one.verdict) for one in dossier(fresh).perspectives] == [("legal", "for"), ("legal", "against")]
    judged.setCurrentIndex(judged.model().index(1, 0))
    qtbot.keyClick(judged, Qt.Key.Key_Delete)
    assert [(one.side, one.verdict) for one in dossier(fresh).perspectives] == [("legal", "for")]
    assert judged.model().rowCount() == 4


def test_that_role_and_day_are_typed_in_their_cells_also_of_a_side_without_judgement(
    qtbot: QtBot, fresh: MainWindow
) -> None:
    judged = table(shown_on(fresh, PERSPECTIVES), "Perspectieven")
    type_in_cell(qtbot, judged, 1, 3, "Adviseur")
    type_in_cell(qtbot, judged, 1, 4, "1-10-2026")
    found = dossier(fresh).perspectives
    assert [(one.side, one.verdict, one.by_role, one.on_day) for one in found] == [
        ("economic", "", "Adviseur", date(2026, 10, 1))
    ]
    assert cell(judged, 1, 1) == "Nog geen oordeel"
    choose_in_cell(qtbot, judged, 1, 1, "Voor, met voorwaarden")
    assert dossier(fresh).perspectives[0].verdict == "conditions"
    assert dossier(fresh).perspectives[0].on_day == date(2026, 10, 1)
    judged.setCurrentIndex(judged.model().index(0, 3))
    qtbot.keyClicks(judged, "v")  # in a column with words a letter begins a word
    assert len(dossier(fresh).perspectives) == 1


def test_that_a_reason_goes_to_the_side_where_it_was_typed(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = shown_on(fresh, PERSPECTIVES)
    judged, reason = table(shown, "Perspectieven"), shown._perspectives.reason
    key(qtbot, Qt.Key.Key_Return)
    assert reason.hasFocus()
    qtbot.keyClicks(reason, "Het mag")
    judged.setCurrentIndex(judged.model().index(2, 0))  # before it was committed
    assert reason.toPlainText() == ""
    assert sides(fresh) == [("legal", "", "Het mag", "")]


def test_that_two_doorbraken_keep_their_own_sides(qtbot: QtBot, fresh: MainWindow) -> None:
    fresh.session.run("Doorbraak toevoegen", interventions.add, fresh.view.household, words="Een auto")
    shown = shown_on(fresh, PERSPECTIVES)
    judged = table(shown, "Perspectieven")
    type_in_cell(qtbot, judged, 0, 4, "morgen")
    assert cell(judged, 0, 4) == "morgen"  # refused, and kept as typed
    shown._which.choose(dossier(fresh).interventions[1].id)
    assert cell(judged, 0, 4) == ""
    assert not dossier(fresh).perspectives


def test_that_another_household_begins_at_the_first_side(qtbot: QtBot, fresh: MainWindow) -> None:
    """Else the first key would judge the side where one was in the household before."""
    judged = table(shown_on(fresh, PERSPECTIVES), "Perspectieven")
    qtbot.keyClick(judged, Qt.Key.Key_Down)
    assert judged.record().side == SIDES[1]
    other = fresh.session.run("Proef", household.open_dossier, "Ander", opened=date.today())
    step = fresh.session.run("Proef", interventions.add, other, words="Iets")
    fresh.view.open_household(other)
    judged = table(shown_on(fresh, PERSPECTIVES), "Perspectieven")
    assert judged.record().side == SIDES[0]
    qtbot.keyClicks(judged, "v")
    assert [(one.intervention, one.side) for one in fresh.session.dossier(other).perspectives] == [(step, SIDES[0])]


def test_that_an_origin_waits_for_a_judgement(qtbot: QtBot, window: MainWindow) -> None:
    shown = shown_on(window, PERSPECTIVES)
    judged = table(shown, "Perspectieven")
    choose_in_cell(qtbot, judged, 0, 5, "Professional")
    assert dossier(window).perspectives[0].origin == "professional"


def test_that_with_letters_twice_as_large_a_reason_keeps_its_lines(fresh: MainWindow, qapp: QApplication) -> None:
    before = qapp.font()
    fresh.appearance.zoom(round(before.pointSizeF()))
    try:
        shown = shown_on(fresh, PERSPECTIVES)
        for _ in range(3):
            QApplication.processEvents()
        for field in (shown._perspectives.reason, shown._perspectives.weighing):
            assert field.height() >= 3 * field.fontMetrics().lineSpacing()
    finally:
        qapp.setFont(before)
