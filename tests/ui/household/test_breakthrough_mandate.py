"""Who decides, what it costs, and what follows from its status: on the page of the doorbraak, by keys."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, costs, interventions, justification, local_mandates
from doorbraak.model.dossier.costs import CostLine
from doorbraak.model.dossier.interventions import Intervention
from doorbraak.ui import theme
from doorbraak.ui.local_mandates import LocalMandatesDialog
from doorbraak.ui.main_window import MainWindow
from tests.ui import accessibility
from tests.ui.conftest import cell, choose_in_cell, page_named, table, type_in_cell
from tests.ui.test_screens import clipped

KIND, STATUS, DECIDER, DECIDED_ON, PAYER, COST = range(6)
LAW, DECISION, MAY, SOURCE, CHECKED = range(5)
_STEPS, _PURPOSE, _MANDATE, _STATUS = range(4)  # the tabs


@pytest.fixture
def one(window: MainWindow) -> MainWindow:
    """A household with one doorbraak of the list, which stands on the Wgs."""
    window.household.open_new()
    home, run = window.view.household, window.session.run
    step = run("Doorbraak toevoegen", interventions.add, home, kind="saneringskrediet")
    run("Rechtsgrond toevoegen", justification.add, step, "wgs:3:1")
    return window


def known(window: MainWindow) -> Intervention:
    return window.session.dossier(window.view.household).interventions[0]


def lines(window: MainWindow) -> tuple[CostLine, ...]:
    return window.session.dossier(window.view.household).costs


def look_up(window: MainWindow, decider: str, law: str = "wgs") -> None:
    window.session.run("x", local_mandates.add, law, decider, source="Bijlage 2", checked_on=date(2026, 10, 1))


def title(shown: QWidget) -> str:
    return shown._tabs.tabText(_MANDATE)


def test_that_who_may_decide_stands_there_by_law_with_what_is_not_looked_up(one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    shown._tabs.setCurrentIndex(_MANDATE)
    listed = table(shown, "Wie mag dit besluiten?")
    assert [cell(listed, row, LAW) for row in range(listed.model().rowCount())] == ["Wgs", "Wgs"]
    assert cell(listed, 0, MAY) == "College van B en W"
    assert (cell(listed, 0, SOURCE), cell(listed, 0, CHECKED)) == ("Algemene lijst", "nakijken")
    assert "mandaatbesluit" in shown._mandate.said.toPlainText()
    assert "Een toezegging aan tafel telt niet" in shown._mandate.advice.toPlainText()
    look_up(one, "Teamleider schulden")
    assert (cell(listed, 0, MAY), cell(listed, 0, SOURCE), cell(listed, 0, CHECKED)) == (
        "Teamleider schulden", "Bijlage 2", "1-10-2026",
    )  # fmt: skip
    assert listed.model().rowCount() == 3


def test_that_the_number_of_warnings_is_in_sight_from_another_tab(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    assert shown._tabs.currentIndex() == _STEPS
    assert title(shown) == "Wie b&eslist (1 na te kijken)"
    look_up(one, "Teamleider schulden")
    assert title(shown) == "Wie b&eslist"
    type_in_cell(qtbot, table(shown, "Doorbraken"), 0, DECIDER, "Wijkteam")
    assert title(shown) == "Wie b&eslist (1 na te kijken)"
    assert "“Wijkteam”" in shown._mandate.said.toPlainText()
    choose_in_cell(qtbot, table(shown, "Doorbraken"), 0, STATUS, "Toegekend")
    type_in_cell(qtbot, table(shown, "Doorbraken"), 0, DECIDED_ON, "")
    assert title(shown) == "Wie b&eslist (2 na te kijken)"


def test_that_a_team_member_under_the_participatiewet_is_told_at_once(qtbot: QtBot, one: MainWindow) -> None:
    one.session.run("Rechtsgrond toevoegen", justification.add, known(one).id, "participatiewet:49", role="room")
    shown = page_named(one, "Doorbraak")
    type_in_cell(qtbot, table(shown, "Doorbraken"), 0, DECIDER, "Wijkteamlid")
    said = shown._mandate.said.toPlainText()
    assert said.startswith("• Een wijkteamlid mag hier niet over bijstand besluiten.")
    assert title(shown) == "Wie b&eslist (3 na te kijken)"
    type_in_cell(qtbot, table(shown, "Doorbraken"), 0, DECIDER, "College van B en W")
    assert "Zo is het meestal" in shown._mandate.said.toPlainText()
    assert "wijkteamlid" not in shown._mandate.said.toPlainText()
    assert title(shown) == "Wie b&eslist (2 na te kijken)"


def test_that_a_refusal_fills_in_the_day_of_the_decision(qtbot: QtBot, one: MainWindow) -> None:
    listed = table(page_named(one, "Doorbraak"), "Doorbraken")
    choose_in_cell(qtbot, listed, 0, STATUS, "Afgewezen")
    assert known(one).decided_on == date.today()
    assert cell(listed, 0, DECIDED_ON)
    one.undo()
    assert (known(one).status, known(one).decided_on) == ("proposed", None)


def test_that_enter_takes_the_decider_of_a_row_and_undo_brings_back(qtbot: QtBot, one: MainWindow) -> None:
    look_up(one, "Teamleider schulden")
    shown = page_named(one, "Doorbraak")
    shown._tabs.setCurrentIndex(_MANDATE)
    listed = table(shown, "Wie mag dit besluiten?")
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert known(one).decider == "Teamleider schulden"
    assert listed.hasFocus()
    listed.setCurrentIndex(listed.model().index(1, 0))
    shown._mandate._use.setFocus()
    qtbot.keyClick(shown._mandate._use, Qt.Key.Key_Return)
    assert known(one).decider == "College van B en W"
    one.undo()
    one.undo()
    assert known(one).decider == ""


def test_that_the_list_opens_at_the_law_of_the_row(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    shown._tabs.setCurrentIndex(_MANDATE)
    seen: list[tuple[str, bool]] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LocalMandatesDialog)
        QTest.qWaitForWindowActive(dialog)
        QApplication.processEvents()
        seen.append((dialog.law.text(), dialog.examples.hasFocus()))
        qtbot.keyClick(dialog.examples, Qt.Key.Key_Return)
        dialog.accept()

    QTimer.singleShot(0, one, look)
    qtbot.mouseClick(shown._mandate._list, Qt.MouseButton.LeftButton)
    assert seen == [("Wgs", True)]
    (added,) = local_mandates.all_of(one.session.store)
    assert (added.law, added.decider, added.checked_on) == ("wgs", "College van B en W", None)
    assert cell(table(shown, "Wie mag dit besluiten?"), 0, SOURCE) == "Eigen lijst"


def test_that_deciders_of_this_gemeente_are_offered_first(one: MainWindow) -> None:
    look_up(one, "Teamleider schulden")
    shown = page_named(one, "Doorbraak")
    offered = table(shown, "Doorbraken")._records.columns[DECIDER].suggest()
    assert offered[0] == "Teamleider schulden"
    assert "College van B en W" in offered


def test_that_an_amount_in_the_row_is_a_line_of_the_rekensom_with_the_payer(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    listed = table(shown, "Doorbraken")
    assert cell(listed, 0, COST) == ""
    type_in_cell(qtbot, listed, 0, COST, "6.000")
    assert cell(listed, 0, COST) == "€\u00a06.000"
    (line,) = lines(one)
    assert (line.words, line.recurrence, line.price, line.price_cents) == (
        "De doorbraak zelf: Saneringskrediet", "once", "", 600_000,
    )  # fmt: skip
    assert (line.intervention, line.quantity_e4, line.payer) == (known(one).id, 10_000, "")
    choose_in_cell(qtbot, listed, 0, PAYER, "Gemeente")
    assert (known(one).payer, lines(one)[0].payer) == ("gemeente", "gemeente")
    one.undo()
    assert (known(one).payer, lines(one)[0].payer) == ("", "")
    one.redo()
    type_in_cell(qtbot, listed, 0, COST, "0")
    assert (cell(listed, 0, COST), lines(one)[0].price_cents) == ("€\u00a00", 0)
    assert lines(one)[0].payer == "gemeente"
    type_in_cell(qtbot, listed, 0, COST, "")
    assert (cell(listed, 0, COST), lines(one)) == ("", ())


def test_that_costs_in_more_lines_are_summed_and_changed_in_the_rekensom(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    listed, home = table(shown, "Doorbraken"), one.view.household
    for words, cents in (("Krediet", 500_000), ("Uren", 100_000)):
        one.session.run(
            "x", costs.add, home, words=words, price_cents=cents, intervention=known(one).id, payer="gemeente"
        )  # fmt: skip
    assert cell(listed, 0, COST) == "€\u00a06.000"
    type_in_cell(qtbot, listed, 0, COST, "7000")
    assert "Rekensom" in one.view.notice.text()
    assert [line.price_cents for line in lines(one)] == [500_000, 100_000]
    choose_in_cell(qtbot, listed, 0, PAYER, "Zorgverzekeraar")
    assert {line.payer for line in lines(one)} == {"gemeente"}, "another payer than the doorbraak had"
    assert shown._to_costs.isVisible()
    qtbot.mouseClick(shown._to_costs, Qt.MouseButton.LeftButton)
    assert one.view._stack.currentWidget().accessibleName() == "Rekensom"


def test_that_a_word_for_an_amount_stays_as_typed_with_its_sentence(qtbot: QtBot, one: MainWindow) -> None:
    listed = table(page_named(one, "Doorbraak"), "Doorbraken")
    type_in_cell(qtbot, listed, 0, COST, "veel")
    assert cell(listed, 0, COST) == "veel"
    assert "bedrag" in one.view.notice.text()
    assert lines(one) == ()


def test_that_the_future_of_an_agency_is_chosen_beside_the_doorbraak(qtbot: QtBot, one: MainWindow) -> None:
    agency = one.session.run("x", agencies.add, one.view.household, words="Incasso Oost")
    one.session.run("x", interventions.set_agencies, known(one).id, (agency,))
    shown = page_named(one, "Doorbraak")
    shown._tabs.setCurrentIndex(_PURPOSE)
    listed = table(shown, "Welke instanties stoppen")
    choose_in_cell(qtbot, listed, 0, 1, "Pauzeren")
    assert one.session.dossier(one.view.household).agencies[0].future == "pause"
    assert cell(listed, 0, 1) == "Pauzeren"
    one.undo()
    assert one.session.dossier(one.view.household).agencies[0].future == ""


def test_that_a_request_shows_its_days_in_the_row_and_in_the_course(one: MainWindow) -> None:
    day = date.today() - timedelta(days=23)
    one.session.run("x", interventions.set_status, known(one).id, "requested", on=day)
    shown = page_named(one, "Doorbraak")
    shown._tabs.setCurrentIndex(_STATUS)
    assert cell(table(shown, "Doorbraken"), 0, STATUS) == "Aangevraagd, 23 dagen geleden"
    assert shown._status.waits.isVisible()
    assert "23 dagen geleden" in shown._status.waits.text()


def test_that_help_that_came_first_is_in_sight_until_the_decision(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    listed = table(shown, "Doorbraken")
    choose_in_cell(qtbot, listed, 0, STATUS, "Uitgevoerd")
    assert shown._course.isVisible()
    assert shown._course.text() == "Hulp is er al; het besluit volgt nog."
    type_in_cell(qtbot, listed, 0, DECIDED_ON, "1-9-2026")
    assert not shown._course.isVisible()


def test_that_a_refusal_becomes_a_task_in_one_press_and_is_not_offered_again(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    listed = table(shown, "Doorbraken")
    assert not shown._plan.isVisible()
    choose_in_cell(qtbot, listed, 0, STATUS, "Afgewezen")
    assert shown._plan.isVisible()
    qtbot.mouseClick(shown._plan, Qt.MouseButton.LeftButton)
    (task,) = one.session.dossier(one.view.household).tasks
    assert (task.kind, task.intervention, task.due) == (
        "objection", known(one).id, date.today() + timedelta(weeks=6),
    )  # fmt: skip
    assert task.words == "Laatste dag voor bezwaar: Saneringskrediet"
    assert not shown._plan.isVisible()
    assert shown._objection.isVisible()
    assert listed.hasFocus()
    one.undo()
    assert shown._plan.isVisible()


def test_that_the_list_says_what_the_idea_is_and_that_it_is_no_right(one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    kind = one.session.catalogue.interventions["saneringskrediet"]
    said = shown._idea.toPlainText()
    assert kind.description in said
    assert kind.payer_text in said
    assert f"Dit is een idee, geen recht. Het staat op:\n{kind.source_url}" in said
    assert "Wgs" in said
    home = one.view.household
    other = one.session.run("x", interventions.add, home, words="De rekening betalen")
    table(shown, "Doorbraken").select(other)
    assert not shown._idea.isVisible()


def test_that_kind_status_decider_date_and_cost_take_few_keys(qtbot: QtBot, window: MainWindow) -> None:
    """Sent to what has the focus at each moment, as a keyboard does. Beyond what is typed: 11 keys for all five."""
    window.household.open_new()
    shown = page_named(window, "Doorbraak")
    pressed = []

    def press(*keys: Qt.Key) -> None:
        for key in keys:
            pressed.append(key)
            QTest.keyClick(focused(), key)
            QApplication.processEvents()

    def type_(text: str) -> None:
        for letter in text:
            QTest.keyClicks(focused(), letter)
            QApplication.processEvents()

    enter, tab, right = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Right
    type_("sanering")
    press(enter, tab, right)
    type_("a")
    listed = table(shown, "Doorbraken").viewport().findChildren(QComboBox)
    box = next(found for found in listed if found.isVisible())
    assert box.view().currentIndex().data() == "Aangevraagd"
    pressed.append(enter)
    QTest.keyClick(box.view(), enter)
    QApplication.processEvents()
    press(right)
    type_("College")
    press(enter, right)  # one Enter, also while words are offered
    type_("1-9-2026")
    press(enter, right, right)
    type_("6000")
    press(enter)
    assert (known(window).kind, known(window).status, known(window).decider) == (
        "saneringskrediet", "requested", "College",
    )  # fmt: skip
    assert known(window).decided_on == date(2026, 9, 1)
    assert lines(window)[0].price_cents == 600_000
    assert len(pressed) <= 12, len(pressed)


def focused() -> QWidget:
    return QApplication.activePopupWidget() or QApplication.focusWidget()


@pytest.fixture
def large(qapp: QApplication, window: MainWindow) -> Iterator[MainWindow]:
    """Letters twice as large."""
    before = qapp.font()
    while theme.zoom() < 2 and qapp.font().pointSizeF() < 24:
        window.appearance.zoom(1)
    yield window
    QApplication.setFont(before)
    theme.apply(qapp, theme.LIGHT)


@pytest.mark.parametrize("size", ["window", "large"])
def test_that_every_tab_is_named_whole_and_left_by_tab(request: pytest.FixtureRequest, size: str) -> None:
    window = request.getfixturevalue(size)
    shown = page_named(window, "Doorbraak")
    for at in range(4):
        shown._tabs.setCurrentIndex(at)
        QApplication.processEvents()
        assert accessibility.unnamed(shown) == []
        assert accessibility.small(shown) == []
        assert clipped(window) == []
        assert accessibility.traps(shown) == []
        met = accessibility.tab_round(window, window.view._nav)
        assert accessibility.unreached(shown, met) == []
        assert accessibility.backward(window, met) == []


def test_that_no_letter_of_the_page_means_two_things(window: MainWindow) -> None:
    from PySide6.QtWidgets import QLabel, QPushButton

    shown = page_named(window, "Doorbraak")
    texts = [found.text() for kind in (QPushButton, QLabel) for found in shown.findChildren(kind)]
    texts += [shown._tabs.tabText(at) for at in range(4)]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters)) > 8, sorted(letters)
    assert not [found for found in shown.findChildren(QLineEdit) if not found.accessibleName()]
