from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from doorbraak.model import money
from doorbraak.model.dossier import costs, events
from doorbraak.model.insight.waiting import waiting_of
from doorbraak.ui.household.costs_details import CostDetails
from doorbraak.ui.household.costs_how_long import HowLong
from doorbraak.ui.household.costs_new_event import NewEvent
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, choose_in_cell, line, table, type_in_cell
from tests.ui.household.costs_keys import at, enter, events_of, fill_in, in_dialog, press


def event(window: MainWindow, row: int = 0):
    return window.session.dossier(window.view.household).events[row]


def waiting(shown) -> str:
    return next(each for each in shown.findChildren(QLabel) if each.accessibleName() == "Kosten van wachten").text()


def test_that_a_range_of_a_chance_is_typed_in_its_cell(qtbot: QtBot, window: MainWindow) -> None:
    _, threats = events_of(window)
    type_in_cell(qtbot, threats, 0, at(threats, "threatening_low"), "30 - 60%")
    type_in_cell(qtbot, threats, 0, at(threats, "plan_low"), "0 tot 10")
    assert (event(window).threatening_low, event(window).threatening_high) == (30, 60)
    assert (event(window).plan_low, event(window).plan_high) == (0, 10)
    assert cell(threats, 0, at(threats, "threatening_low")) == "30–60%"
    type_in_cell(qtbot, threats, 0, at(threats, "threatening_low"), "")
    assert event(window).threatening_low is None
    assert (event(window).plan_low, event(window).plan_high) == (0, 10)


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("threatening_low", "50", "30-50"),
        ("threatening_low", "60-90", "volgorde"),
        ("threatening_low", "30-120", "100"),
        ("chance_plan", "120%", "100"),
        ("expected_on", "1-1-1890", "jaartal"),
        ("expected_on", "", "datum"),
        ("reason", " ", "waarom"),
        ("outcome_on", "1-11-2026", "Kies eerst"),
    ],
)
def test_that_what_can_not_be_is_said_and_stays_as_typed(
    qtbot: QtBot, window: MainWindow, key: str, typed: str, said: str
) -> None:
    _, threats = events_of(window)
    before = event(window)
    type_in_cell(qtbot, threats, 0, at(threats, key), typed)
    assert said in window.view.notice.text()
    assert cell(threats, 0, at(threats, key)) == typed
    assert event(window) == before


def test_that_waiting_is_said_per_week_and_until_the_date(window: MainWindow) -> None:
    shown, threats = events_of(window)
    threats.select_first()
    found = waiting_of(window.session.saving(window.view.household), (event(window),), date.today())[0]
    said = waiting(shown)
    assert f"{money.whole(found.weekly)} per week" in said
    assert money.whole(found.until_then) in said
    assert f"Gebeurt het, dan kost dat {money.whole(found.happens)}" in said
    assert money.whole(found.prevented) in said


def test_that_a_threat_that_costs_nothing_before_its_day_says_what_the_day_costs(window: MainWindow) -> None:
    """No "€ 0 per week" when all that the plan saves is what it prevents."""
    session, home = window.session, window.view.household
    for one in session.dossier(home).costs:
        if one.event is None:
            session.run("Proef", costs.remove, one.id)
    shown, threats = events_of(window)
    threats.select_first()
    found = waiting_of(session.saving(home), (event(window),), date.today())[0]
    assert found.happens > 0
    said = waiting(shown)
    assert "per week" not in said
    assert money.whole(0) not in said
    assert said.startswith(f"Nog {found.days} dag")
    assert f"Gebeurt het, dan kost dat {money.whole(found.happens)}." in said


def test_that_a_passed_date_asks_what_came_of_it_and_an_outcome_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    shown, threats = events_of(window)
    yesterday = date.today() - timedelta(days=1)
    window.session.run("Proef", events.set_expected_on, event(window).id, yesterday)
    assert "1 dagen voorbij" not in waiting(shown)
    assert "voorbij" in waiting(shown)
    choose_in_cell(qtbot, threats, 0, at(threats, "outcome"), "Afgewend")
    assert (event(window).outcome, event(window).outcome_on) == ("averted", date.today())
    assert "Afgewend op" in waiting(shown)
    type_in_cell(qtbot, threats, 0, at(threats, "outcome_on"), "1-11-2026")
    assert event(window).outcome_on == date(2026, 11, 1)
    choose_in_cell(qtbot, threats, 0, at(threats, "outcome"), "Dreigt nog")
    assert (event(window).outcome, event(window).outcome_on) == ("", None)


def test_that_the_lines_of_the_chosen_threat_stand_below_it(qtbot: QtBot, window: MainWindow) -> None:
    shown, threats = events_of(window)
    below = table(shown, "Kosten bij deze dreiging")
    own = [c for c in window.session.dossier(window.view.household).costs if c.event == event(window).id]
    assert [c.id for c in below._records.records] == [c.id for c in own]
    before = cell(below, 0, at(below, "prevented"))
    type_in_cell(qtbot, threats, 0, at(threats, "chance_threatening"), "80")
    assert cell(below, 0, at(below, "prevented")) != before
    type_in_cell(qtbot, below, 0, at(below, "quantity_e4"), "-1")
    assert "nul of meer" in window.view.notice.text()


def added(qtbot: QtBot, window: MainWindow, words: str):
    shown, _ = events_of(window)
    field = line(shown, "Dreiging toevoegen: typ drie letters")
    field.setFocus()
    qtbot.keyClicks(field, words)
    popup = field._completer.popup()
    in_dialog(qtbot, window, lambda: qtbot.keyClick(popup, Qt.Key.Key_Return), lambda dialog: told(qtbot, dialog))
    QApplication.processEvents()
    return shown


def told(qtbot: QtBot, dialog: NewEvent) -> None:
    """What the program can't know of a threat."""
    for field, text in (
        (dialog.on, "1-3-2027"), (dialog.reason, "Drie maanden huur"), (dialog.now, "40%"), (dialog.plan, "5"),
    ):  # fmt: skip
        fill_in(qtbot, field, text)
    enter(qtbot, dialog)


def test_that_a_new_threat_has_no_date_reason_or_chance_that_nobody_gave(qtbot: QtBot, window: MainWindow) -> None:
    before = window.session.dossier(window.view.household).events
    shown, _ = events_of(window)
    field = line(shown, "Dreiging toevoegen: typ drie letters")
    field.setText("Zzzq iets anders")

    def answer(dialog: NewEvent) -> None:
        for filled, text, said in (
            (dialog.on, "1-3-2027", "wanneer"), (dialog.reason, "Zo is het", "waarom"),
            (dialog.now, "0", "Kies zelf een kans"), (dialog.plan, "120", "Kies zelf een kans"),
        ):  # fmt: skip
            assert filled.text() == ""
            enter(qtbot, dialog)
            assert said in dialog.notice.text()
            assert dialog.focusWidget() is filled
            assert window.session.dossier(window.view.household).events == before
            fill_in(qtbot, filled, text)
        enter(qtbot, dialog)
        assert "0 tot en met 100" in dialog.notice.text()
        assert window.session.dossier(window.view.household).events == before

    in_dialog(qtbot, window, lambda: qtbot.keyClick(field, Qt.Key.Key_Return), answer)
    assert window.session.dossier(window.view.household).events == before
    assert field.text() == "Zzzq iets anders", "nothing typed is lost"


def test_that_people_and_months_are_asked_in_words_and_reckoned_into_quantities(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.household.open_new()
    shown = added(qtbot, window, "huisuitzetting")
    asked = shown.findChild(HowLong)
    assert not asked.isVisible()
    press(shown, "Stel kosten voor")
    assert shown.window().focusWidget() is asked.people
    assert not any("gedeeld door" in each.text() for each in shown.findChildren(QLabel) if each.isVisible())
    qtbot.keyClicks(asked.people, "6")
    qtbot.keyClicks(asked.months, "6")
    usual = table(shown, "Gebruikelijke kosten van deze dreiging")
    assert [one.proposal.line.quantity_e4 for one in usual.asked] == [30_000, 0], "6 x 6 / 12 places; talks: unknown"
    for _ in range(2):
        usual.setFocus()
        qtbot.keyClick(usual, Qt.Key.Key_Return)
    below = table(shown, "Kosten bij deze dreiging")
    quantity = at(below, "quantity_e4")
    assert [cell(below, row, quantity) for row in range(2)] == ["3", "nog invullen hoeveel"]
    assert [below._records.face(row, quantity)[2] for row in range(2)] == [False, True], "marked"
    type_in_cell(qtbot, below, 1, quantity, "26")
    assert not below._records.face(1, quantity)[2]


@pytest.mark.parametrize("typed", ["veel", "1.500"])
def test_that_people_that_can_not_be_read_are_said_beside_them(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    window.household.open_new()
    shown = added(qtbot, window, "huisuitzetting")
    press(shown, "Stel kosten voor")
    asked = shown.findChild(HowLong)
    qtbot.keyClicks(asked.months, typed)
    assert asked.months.property("wrong")
    assert any("getal" in each.text() for each in asked.findChildren(QLabel))


def test_that_the_usual_costs_are_proposed_with_the_hint_and_taken_by_enter(qtbot: QtBot, window: MainWindow) -> None:
    shown = added(qtbot, window, "uithuisplaatsing")
    new = event(window, -1)
    kind = window.session.catalogue.events[new.kind]
    press(shown, "Stel kosten voor")
    hints = [each.text() for each in shown.findChildren(QLabel) if each.isVisible()]
    assert "Kies één vorm van verblijf." in hints
    usual = next(
        t for t in shown.findChildren(type(table(shown, "Dreigingen"))) if t.accessibleName().startswith("Gebru")
    )
    usual.setFocus()
    assert {one.proposal.line.price for one in usual.asked} <= set(kind.prices)
    wanted = usual.asked[0].proposal
    qtbot.keyClick(usual, Qt.Key.Key_Return)
    made = window.session.dossier(window.view.household).costs[-1]
    assert (made.event, made.price, made.quantity_e4) == (new.id, wanted.line.price, 0)
    below = table(shown, "Kosten bij deze dreiging")
    type_in_cell(qtbot, below, 0, at(below, "quantity_e4"), "2")
    assert window.session.dossier(window.view.household).costs[-1].quantity_e4 == 20_000


def test_that_an_own_threat_gets_own_costs(qtbot: QtBot, window: MainWindow) -> None:
    shown, threats = events_of(window)
    field = line(shown, "Dreiging toevoegen: typ drie letters")
    field.setFocus()
    field.setText("Zzzq iets anders")
    in_dialog(
        qtbot, window, lambda: qtbot.keyClick(field, Qt.Key.Key_Return), lambda dialog: told(qtbot, dialog)
    )  # fmt: skip
    assert field.text() == ""
    new = event(window, -1)
    assert (new.kind, new.words) == ("", "Zzzq iets anders")

    def answer(dialog: CostDetails) -> None:
        assert isinstance(dialog.focusWidget(), QLineEdit)
        fill_in(qtbot, dialog.asked.words, "Noodopvang")
        fill_in(qtbot, dialog.asked.price, "€ 900")
        enter(qtbot, dialog)

    in_dialog(qtbot, window, lambda: press(shown, "Eigen kosten"), answer)
    made = window.session.dossier(window.view.household).costs[-1]
    assert (made.words, made.price_cents, made.event) == ("Noodopvang", 90_000, new.id)
    type_in_cell(qtbot, threats, 1, at(threats, "kind"), "Iets heel anders")
    assert event(window, -1).words == "Iets heel anders"
