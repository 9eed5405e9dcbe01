from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, barriers, interventions, own_words
from doorbraak.model.dossier import signals as verbs
from doorbraak.model.dossier.signals import Signal
from doorbraak.model.insight import names
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, choose_in_cell, line, page_named, table, type_in_cell

WORDS, THEME, RUNG, ARTICLE, AGENCY, HOURS, LOST, FIXING, SOLVING = range(9)
PICK = "Artikel kiezen: typ een wet of een woord"


def signals(window: MainWindow) -> tuple[Signal, ...]:
    return window.session.dossier(window.view.household).signals


@pytest.fixture
def one(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """An own household with one signal."""
    window.household.open_new()
    field = line(page_named(window, "Signalen"), "Nieuw signaal")
    qtbot.keyClicks(field, "Eerst de huur betalen mocht niet")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""
    return window


def test_that_one_line_adds_a_signal(one: MainWindow) -> None:
    assert cell(table(page_named(one, "Signalen"), "Signalen"), 0, WORDS) == "Eerst de huur betalen mocht niet"
    one.undo()
    assert signals(one) == ()


def test_that_an_article_is_chosen_for_the_row_by_keys_and_taken_off_again(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Signalen")
    field = line(shown, PICK)
    qtbot.keyClicks(field, "maatwerk")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    chosen = signals(one)[0].article
    article = one.session.catalogue.articles[chosen]
    assert cell(table(shown, "Signalen"), 0, ARTICLE) == names.article_name(chosen, one.session.catalogue)
    assert article.what in shown._text.text()
    off = next(b for b in shown.findChildren(QPushButton) if b.text() == "&Artikel weghalen")
    qtbot.mouseClick(off, Qt.MouseButton.LeftButton)
    assert signals(one)[0].article == ""
    assert not off.isEnabled()


def test_that_own_words_are_no_article(qtbot: QtBot, one: MainWindow) -> None:
    field = line(page_named(one, "Signalen"), PICK)
    qtbot.keyClicks(field, "xyzzy")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert signals(one)[0].article == ""
    assert field.text() == "xyzzy"


def test_that_a_proposal_is_kept_with_its_signal(one: MainWindow) -> None:
    shown = page_named(one, "Signalen")
    shown._sides.proposal.setPlainText("Eerst de huur, dan het overzicht.")
    one.session.flush()
    assert signals(one)[0].proposal == "Eerst de huur, dan het overzicht."
    one.undo()
    assert shown._sides.proposal.toPlainText() == ""


def type_in_line(qtbot: QtBot, window: MainWindow, name: str, text: str) -> None:
    field = line(page_named(window, "Signalen"), name)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_who_was_told_and_when_stands_beside_the_proposal(qtbot: QtBot, one: MainWindow) -> None:
    type_in_line(qtbot, one, "Gemeld bij", "Beleid wonen")
    type_in_line(qtbot, one, "Gemeld op", "31-2-2026")
    assert "datum" in one.view.notice.text()
    assert signals(one)[0].told_on is None
    type_in_line(qtbot, one, "Gemeld op", "28-02-2026")
    assert (signals(one)[0].told_to, signals(one)[0].told_on) == ("Beleid wonen", date(2026, 2, 28))
    assert line(page_named(one, "Signalen"), "Gemeld op").text() == "28-2-2026"


def test_that_what_was_typed_for_one_signal_is_not_written_to_the_next(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Signalen")
    one.session.run("Signaal toevoegen", verbs.add, one.view.household, "Een tweede")
    told = line(shown, "Gemeld bij")
    told.setFocus()
    qtbot.keyClicks(told, "Wethouder")
    rows = table(shown, "Signalen")
    rows.setCurrentIndex(rows.model().index(1, WORDS))
    assert [signal.told_to for signal in signals(one)] == ["Wethouder", ""]
    assert told.text() == ""


def test_that_hours_and_euros_and_theme_are_typed_in_the_row_and_empty_is_unknown(
    qtbot: QtBot, one: MainWindow
) -> None:
    shown = table(page_named(one, "Signalen"), "Signalen")
    type_in_cell(qtbot, shown, 0, THEME, "Huur eerst")
    type_in_cell(qtbot, shown, 0, HOURS, "12,5")
    type_in_cell(qtbot, shown, 0, LOST, "1.250")
    (found,) = signals(one)
    assert (found.theme, found.hours_e2, found.lost_cents) == ("Huur eerst", 1250, 125_000)
    assert cell(shown, 0, HOURS) == "12,5"
    type_in_cell(qtbot, shown, 0, HOURS, "veel")
    assert "geen getal" in one.view.notice.text()
    qtbot.keyClick(shown, Qt.Key.Key_Escape)
    type_in_cell(qtbot, shown, 0, HOURS, "")
    assert signals(one)[0].hours_e2 is None


def test_that_helping_the_family_and_mending_the_rule_have_their_own_status(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Signalen")
    rows = table(shown, "Signalen")
    choose_in_cell(qtbot, rows, 0, FIXING, "Geholpen")
    solving = shown._sides.solving
    solving.setFocus()
    qtbot.keyClick(solving, Qt.Key.Key_Down)
    assert (signals(one)[0].fixing, signals(one)[0].solving) == ("done", "told")
    assert shown._sides.fixing.currentText() == "Geholpen"
    assert cell(rows, 0, SOLVING) == "Gemeld"
    assert shown._sides.fixing.mapTo(shown, QPoint()).x() < solving.mapTo(shown, QPoint()).x(), "side by side"


# -- what is no knelpunt yet ------------------------------------------------------------------------------


@pytest.fixture
def offered(one: MainWindow) -> MainWindow:
    """A barrier that stands, one that is gone, a refusal, and what the household was not allowed."""
    home, run = one.view.household, one.session.run
    step = run("Doorbraak toevoegen", interventions.add, home, words="Vrijstelling")
    run("Belemmering toevoegen", barriers.add, step, "Eerst een adres", rung="habit")
    run("Belemmering toevoegen", barriers.add, step, "Al weg", gone_on=date(2026, 5, 1))
    refused = run("Doorbraak toevoegen", interventions.add, home, words="Bijstand vooruit")
    run("Status wijzigen", interventions.set_status, refused, "refused", reason="Te veel vermogen.")
    run("Eigen woorden toevoegen", own_words.add, home, "not-allowed", "Ik mocht niet verhuizen")
    run("Eigen woorden toevoegen", own_words.add, home, "problem", "Het is te klein")
    return one


def test_that_what_could_be_a_knelpunt_is_offered_once_and_enter_makes_it_one(
    qtbot: QtBot, offered: MainWindow
) -> None:
    shown = page_named(offered, "Signalen")
    shown._tabs.setCurrentIndex(1)
    rows = table(shown, "Nog geen knelpunt")
    assert [cell(rows, row, 0) for row in range(rows.shown)] == ["Belemmering", "Afgewezen doorbraak", "Eigen woorden"]
    assert "Te veel vermogen." in cell(rows, 1, 1)
    shown.take_focus()
    assert rows.hasFocus()
    rows.select_first()
    for left in (2, 1, 0):
        qtbot.keyClick(rows, Qt.Key.Key_Return)
        assert rows.shown == left
    barrier, refusal, said = signals(offered)[1:]
    assert (barrier.words, barrier.rung) == ("Eerst een adres", "habit")
    assert barrier.barrier is not None
    assert refusal.intervention is not None
    assert refusal.barrier is None
    assert said.words == "Ik mocht niet verhuizen"
    assert "(0)" in shown._tabs.tabText(1)
    offered.undo()
    assert rows.shown == 1


def test_that_the_rungs_stand_from_hard_to_soft(one: MainWindow) -> None:
    column = table(page_named(one, "Signalen"), "Signalen")._records.columns[RUNG]
    assert [value for value, _ in column.choices()] == list(barriers.RUNGS)


def test_that_an_agency_of_the_household_can_be_chosen_and_its_new_name_is_shown(one: MainWindow) -> None:
    home = one.view.household
    added = one.session.run("Instantie toevoegen", agencies.add, home, words="De kredietbank")
    shown = table(page_named(one, "Signalen"), "Signalen")
    column = shown._records.columns[AGENCY]
    assert (str(added), "De kredietbank") in column.choices()
    shown.model().setData(shown.model().index(0, AGENCY), str(added))
    assert cell(shown, 0, AGENCY) == "De kredietbank"
    one.session.run("Instantie wijzigen", agencies.reword, added, "De stadsbank")
    assert cell(shown, 0, AGENCY) == "De stadsbank"


def test_that_without_a_signal_nothing_below_can_be_typed(one: MainWindow) -> None:
    one.undo()
    shown = page_named(one, "Signalen")
    assert not shown._sides.words.isEnabled()
    assert not line(shown, PICK).isEnabled()
    assert shown._none.isVisible()
