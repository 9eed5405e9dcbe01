"""Doorbraakbudget: what was put aside, reserved, spent and left, and the payments of all households."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import budgets, costs, household
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.budget import BudgetPage
from doorbraak.ui.widgets.choice_box import ChoiceBox
from tests.ui.conftest import cell, line, table, type_in_cell

YEAR = date.today().year
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> BudgetPage:
    """In sight, with casus-01: one doorbraak that costs something."""
    qtbot.keyClick(window, Qt.Key.Key_B, CONTROL | SHIFT)
    found = window.view._stack.currentWidget()
    assert isinstance(found, BudgetPage)
    return found


def put_aside(qtbot: QtBot, shown: BudgetPage, year: str, amount: str) -> None:
    line(shown, "Jaar van het budget").setText(year)
    field = line(shown, "Bedrag van het budget")
    field.setText(amount)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def said(shown: BudgetPage) -> str:
    return " ".join(one.text() for one in shown.findChildren(QLabel) if one.isVisible())


def test_that_a_budget_shows_what_is_reserved_and_left(qtbot: QtBot, window: MainWindow, shown: BudgetPage) -> None:
    rows = table(shown, "Budget per jaar en betaler")
    reserved = {cell(rows, row, 1): cell(rows, row, 3) for row in range(rows.shown)}
    assert reserved["Gemeente"] != "€\u00a00,00"
    assert cell(rows, 0, 5) == "geen budget"
    put_aside(qtbot, shown, "2026", "€ 10.000,00")
    (found,) = budgets.all_of(window.session.store)
    assert (found.year, found.payer, found.cents) == (2026, "gemeente", 1_000_000)
    at = next(row for row in range(rows.shown) if cell(rows, row, 1) == "Gemeente")
    assert cell(rows, at, 2) == "€\u00a010.000,00"
    assert cell(rows, at, 5) != "geen budget"
    window.undo()
    assert budgets.all_of(window.session.store) == ()


def test_that_over_budget_is_said_in_words(qtbot: QtBot, shown: BudgetPage) -> None:
    put_aside(qtbot, shown, "2026", "1")
    assert "meer gereserveerd en besteed dan er is" in said(shown)
    put_aside(qtbot, shown, "2026", "9000000")
    assert "meer gereserveerd en besteed dan er is" not in said(shown)


def test_that_budget_and_words_are_edited_in_their_cell_and_empty_takes_it_away(
    qtbot: QtBot, window: MainWindow, shown: BudgetPage
) -> None:
    put_aside(qtbot, shown, "2026", "5000")
    rows = table(shown, "Budget per jaar en betaler")
    at = next(row for row in range(rows.shown) if cell(rows, row, 1) == "Gemeente")
    type_in_cell(qtbot, rows, at, 6, "Raad, 3 maart")
    type_in_cell(qtbot, rows, at, 2, "6000")
    assert [(one.cents, one.words) for one in budgets.all_of(window.session.store)] == [(600_000, "Raad, 3 maart")]
    type_in_cell(qtbot, rows, at, 2, "")
    assert budgets.all_of(window.session.store) == ()


@pytest.mark.parametrize(("year", "amount"), [("26", "5000"), ("2026", ""), ("2026", "veel"), ("1890", "5000")])
def test_that_what_can_not_be_is_refused_and_stays(
    qtbot: QtBot, window: MainWindow, shown: BudgetPage, year: str, amount: str
) -> None:
    put_aside(qtbot, shown, year, amount)
    assert budgets.all_of(window.session.store) == ()
    assert window.view.notice.isVisible()
    assert line(shown, "Jaar van het budget").text() == year
    assert line(shown, "Bedrag van het budget").text() == amount


def test_that_a_payment_of_any_household_is_added_and_counts_as_spent(
    qtbot: QtBot, window: MainWindow, shown: BudgetPage
) -> None:
    what = next(one for one in shown.findChildren(ChoiceBox) if one.accessibleName() == "Waarvoor is betaald?")
    assert what.itemText(0).startswith("1 · ")
    amount = line(shown, "Betaald bedrag")
    amount.setText("12,50")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    assert "Kies eerst waarvoor" in window.view.notice.text()
    assert amount.text() == "12,50"
    what.choose(what.itemData(0))
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    (paid,) = window.session.dossier(window.view.household).payments
    assert (paid.cents, paid.on_day) == (1250, date.today())
    rows = table(shown, "Betalingen")
    assert [cell(rows, 0, at) for at in (0, 4)] == ["1", "€\u00a012,50"]
    budget = table(shown, "Budget per jaar en betaler")
    assert "€\u00a012,50" in [cell(budget, row, 4) for row in range(budget.shown)]
    entries = [(one.action, one.object) for one in window.session.store.log_entries()]
    assert entries[-1] == ("wijzigen", "huishouden 1")
    type_in_cell(qtbot, rows, 0, 4, "0")
    assert "meer dan nul" in window.view.notice.text()
    qtbot.keyClick(rows, Qt.Key.Key_Escape)
    qtbot.keyClick(rows, Qt.Key.Key_Delete)
    assert rows.shown == 0


def test_that_it_names_nobody_and_goes_in_the_log(window: MainWindow, shown: BudgetPage) -> None:
    name = household.read(window.session.store, window.view.household).name
    assert name
    assert name not in said(shown)
    entry = window.session.store.log_entries()[-1]
    assert (entry.action, entry.object) == ("inzien", "doorbraakbudget")


def test_that_a_household_without_costs_of_a_doorbraak_has_nothing_to_pay(
    window: MainWindow, shown: BudgetPage
) -> None:
    dossier = window.session.dossier(window.view.household)
    for one in dossier.costs:
        if one.intervention is not None:
            window.session.run("Kosten weghalen", costs.remove, one.id, household=1)
    assert "Nog geen kosten van een doorbraak" in said(shown)


def test_that_examples_stand_in_only_while_there_is_no_real_household(
    qtbot: QtBot, window: MainWindow, shown: BudgetPage
) -> None:
    """As on Besparingen and Knelpunten."""
    assert "VOORBEELD: deze huishoudens zijn verzonnen of gepubliceerd." in said(shown)
    assert table(shown, "Budget per jaar en betaler").shown
    window.session.run("Proef", household.open_dossier, "Echt", opened=date.today())
    shown.refresh()
    assert "Voorbeelden tellen niet mee: 1." in said(shown)
    assert "VOORBEELD" not in said(shown)
    assert table(shown, "Budget per jaar en betaler").shown == 0
    assert table(shown, "Betalingen").shown == 0
    what = next(one for one in shown.findChildren(ChoiceBox) if one.accessibleName() == "Waarvoor is betaald?")
    assert not what.isVisible()
