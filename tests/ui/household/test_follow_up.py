"""Nameting: what is asked at 3, 6 and 12 months, by keys, on one screen."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import costs, household, interventions
from doorbraak.model.dossier.confirmations import Confirmation
from doorbraak.model.insight.months import add_months
from doorbraak.model.insight.realised import realised_of
from doorbraak.model.money import MOST_CENTS
from doorbraak.ui import theme
from doorbraak.ui.household.follow_up import FollowUpPage
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.sides import Sides
from tests.ui.conftest import cell, page_named, table, type_in_cell

LINES, WORKED, RESULT = "Klopt elke kostenpost nog?", "Werkte elke doorbraak?", "Wat kwam er van de besparing?"
TODAY = date.today()


def followed(window: MainWindow, months: int) -> FollowUpPage:
    """The page when the plan is some days more than `months` old."""
    plan = add_months(TODAY, -months) - timedelta(days=3)
    home = window.view.household
    window.session.run("Datum van het plan wijzigen", household.set_plan_date, home, plan, household=1)
    for step in window.session.dossier(home).interventions:
        on = plan if step.decided_on else None
        window.session.run("Datum van het besluit wijzigen", interventions.set_decided_on, step.id, on, household=1)
    shown = page_named(window, "Nameting")
    assert isinstance(shown, FollowUpPage)
    return shown


def said_of(window: MainWindow) -> dict[int, Confirmation]:
    return {one.cost_line: one for one in window.session.dossier(window.view.household).confirmations}


def lines(shown: FollowUpPage) -> RecordTable:
    return table(shown, LINES)


def press(qtbot: QtBot, keys: str) -> None:
    """On whatever has the focus, as a person does; "\\r" is Enter, "\\t" Tab."""
    for key in keys:
        focused = QApplication.focusWidget()
        named = {"\r": Qt.Key.Key_Return, "\t": Qt.Key.Key_Tab}.get(key)
        if named:
            qtbot.keyClick(focused, named)
        else:
            qtbot.keyClicks(focused, key)
        QApplication.processEvents()


@pytest.mark.parametrize(("months", "moment"), [(0, "start"), (3, "3"), (6, "6"), (12, "12")])
def test_that_the_moment_that_has_come_is_chosen_by_itself(window: MainWindow, months: int, moment: str) -> None:
    shown = followed(window, months)
    assert shown.moment == moment
    bar = shown._moments
    assert [bar.isTabEnabled(at) for at in range(4)] == [
        at <= ["start", "3", "6", "12"].index(moment) for at in range(4)
    ]


def test_that_a_whole_follow_up_takes_at_most_60_keys(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 3)
    dossier = window.session.dossier(window.view.household)
    assert (len(dossier.costs), len(dossier.interventions)) == (17, 3)
    pressed = "12\r8\r6\r7\r6\re"
    press(qtbot, pressed)
    for wanted, answers in ((LINES, "b" * 10 + "v9000\r" + "o" + "b" * 5), (WORKED, "jdt")):
        while not table(shown, wanted).hasFocus():
            press(qtbot, "\t")
            pressed += "\t"
            assert len(pressed) < 100
        press(qtbot, answers)
        pressed += answers
    dossier = window.session.dossier(window.view.household)
    states = [one.state for one in sorted(dossier.confirmations, key=lambda one: one.cost_line)]
    assert states == ["confirmed"] * 10 + ["changed", "unknown"] + ["confirmed"] * 5
    assert len([one for one in dossier.measurements if one.moment == "3"]) == 6
    assert [cell(table(shown, WORKED), row, 1) for row in range(3)] == ["Ja", "Deels", "Te vroeg"]
    assert len(pressed) <= 60


def test_that_each_key_is_one_step_and_delete_takes_it_back(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 3)
    shown._lines.take_focus()
    press(qtbot, "bo")
    assert [cell(lines(shown), row, 2) for row in range(3)] == ["Bevestigd", "Onbekend", "Verwacht"]
    assert lines(shown).currentIndex().row() == 2
    window.undo()
    assert cell(lines(shown), 1, 2) == "Verwacht"
    lines(shown).setCurrentIndex(lines(shown).model().index(0, 0))
    qtbot.keyClick(lines(shown), Qt.Key.Key_Delete)
    assert said_of(window) == {}
    window.undo()
    assert [one.state for one in said_of(window).values()] == ["confirmed"]


def test_that_v_asks_what_it_costs_now_and_nought_is_an_answer(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 3)
    shown._lines.take_focus()
    press(qtbot, "v0\r")
    (found,) = said_of(window).values()
    assert (found.state, found.actual_cents) == ("changed", 0)
    assert lines(shown).currentIndex().row() == 1, "on to the next line"


def test_that_an_amount_that_can_not_be_stays_as_typed_with_its_sentence(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 3)
    shown._lines.take_focus()
    press(qtbot, "vveel\r")
    assert said_of(window) == {}
    assert cell(lines(shown), 0, 3) == "veel"
    assert "Dit is geen bedrag" in window.view.notice.text()
    assert lines(shown).currentIndex().row() == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("-1", "nul of meer"),
        ("100.000.000.000,01", "te groot"),
        ("1000000000000000000", "te groot"),
        ("1,234", "geen bedrag"),
        ("", "geen bedrag"),
    ],
)
def test_that_what_it_really_costs_has_the_bounds_of_a_price(
    qtbot: QtBot, window: MainWindow, typed: str, said: str
) -> None:
    shown = followed(window, 3)
    type_in_cell(qtbot, lines(shown), 0, 3, "5")
    before = said_of(window)
    type_in_cell(qtbot, lines(shown), 0, 3, typed)
    assert said_of(window) == before
    assert said in window.view.notice.text()
    prices = table(page_named(window, "Rekensom"), "Kostenposten")
    kept = window.session.dossier(window.view.household).costs
    type_in_cell(qtbot, prices, 0, 1, typed)
    assert window.session.dossier(window.view.household).costs == kept, "no price either"


def test_that_the_most_that_a_price_can_be_is_the_most_that_it_really_costs(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 3)
    type_in_cell(qtbot, lines(shown), 0, 3, "100.000.000.000")
    assert [one.actual_cents for one in said_of(window).values()] == [MOST_CENTS]
    type_in_cell(qtbot, table(page_named(window, "Rekensom"), "Kostenposten"), 0, 1, "100.000.000.000")
    assert window.session.dossier(window.view.household).costs[0].price_cents == MOST_CENTS


@pytest.fixture
def usual_letters(qapp: QApplication) -> Iterator[None]:
    """A test may make them larger; the next one has them as they were."""
    before = qapp.font()
    yield
    qapp.setFont(before)


@pytest.mark.usefixtures("usual_letters")
def test_that_letters_twice_as_large_put_the_blocks_under_each_other(window: MainWindow) -> None:
    shown = followed(window, 3)
    sides, room = shown.findChild(Sides), window.view._scroll
    assert sides.orientation() == Qt.Orientation.Horizontal
    assert room.verticalScrollBar().maximum() == 0
    window.appearance.zoom(round(QApplication.font().pointSizeF()))
    for _ in range(3):
        QApplication.processEvents()
    assert theme.zoom() == 2
    assert sides.orientation() == Qt.Orientation.Vertical
    assert room.horizontalScrollBar().maximum() == 0
    assert room.verticalScrollBar().maximum() > 0, "what does not fit is below"


def test_that_all_that_is_left_is_confirmed_in_one_step(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 6)
    shown._lines.take_focus()
    press(qtbot, "v100\r")
    rest = next(one for one in shown.findChildren(QPushButton) if one.text() == "&Alles bevestigen")
    qtbot.mouseClick(rest, Qt.MouseButton.LeftButton)
    found = said_of(window)
    assert len(found) == 17
    assert [one.state for one in found.values()].count("changed") == 1, "what was said stays"
    assert not rest.isEnabled()
    window.undo()
    assert len(said_of(window)) == 1


def test_that_a_year_on_what_nobody_confirmed_says_so(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 12)
    assert {cell(lines(shown), row, 2) for row in range(17)} == {"Niet bevestigd"}
    shown._lines.take_focus()
    press(qtbot, "bo")
    assert [cell(lines(shown), row, 2) for row in range(3)] == ["Bevestigd", "Niet bevestigd", "Niet bevestigd"]


def test_that_what_came_of_it_is_that_of_the_model_and_follows_each_key(qtbot: QtBot, window: MainWindow) -> None:
    from doorbraak.model import money

    shown = followed(window, 3)
    shown._lines.take_focus()
    result = table(shown, RESULT)
    assert [cell(result, 0, at) for at in (0, 2)] == ["Alles: direct", "€\u00a00"]
    press(qtbot, "b")
    home = window.view.household
    found = realised_of(window.session.saving(home), window.session.dossier(home).confirmations, TODAY)
    assert found.direct.realised > 0
    for row, parts in enumerate((found.direct, found.prevented)):
        amounts = (parts.promised, parts.realised, parts.expected, parts.unconfirmed)
        assert [cell(result, row, at) for at in range(1, 5)] == [money.whole(cents) for cents in amounts]
    assert any(money.whole(found.direct.realised) in one.text() for one in shown._result.findChildren(QLabel))


def test_that_at_the_start_there_is_nothing_to_confirm(window: MainWindow) -> None:
    shown = followed(window, 0)
    assert not lines(shown).isVisible()
    assert any("Nog niets te bevestigen" in one.text() for one in shown.findChildren(QLabel) if one.isVisible())


def test_that_a_letter_among_the_reasons_is_a_letter(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 3)
    shown._lines.take_focus()
    press(qtbot, "b")
    type_in_cell(qtbot, lines(shown), 0, 4, "bv gestopt")
    assert [(one.state, one.reason) for one in said_of(window).values()] == [("confirmed", "bv gestopt")]
    lines(shown).setCurrentIndex(lines(shown).model().index(0, 0))
    press(qtbot, "o")
    assert [(one.state, one.reason) for one in said_of(window).values()] == [("unknown", "bv gestopt")]


@pytest.mark.parametrize(("name", "answer", "column"), [(LINES, "o", 4), (WORKED, "n", 2)])
def test_that_in_the_column_with_reasons_a_letter_begins_a_text(
    qtbot: QtBot, window: MainWindow, name: str, answer: str, column: int
) -> None:
    asked = table(followed(window, 3), name)
    asked.setFocus()
    asked.setCurrentIndex(asked.model().index(0, 0))
    press(qtbot, answer)
    step = window.session.store.undo_label
    asked.setCurrentIndex(asked.model().index(0, column))
    press(qtbot, answer)
    assert window.session.store.undo_label == step
    (editor,) = (one for one in asked.viewport().findChildren(QLineEdit) if one.isVisible())
    assert editor.text() == answer
    qtbot.keyClick(editor, Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    ("name", "column", "said"), [(LINES, 4, "Zeg eerst of het klopt"), (WORKED, 2, "Zeg eerst of het werkte")]
)
def test_that_a_reason_needs_an_answer_first(
    qtbot: QtBot, window: MainWindow, name: str, column: int, said: str
) -> None:
    asked = table(followed(window, 6), name)
    before = window.session.dossier(window.view.household)
    type_in_cell(qtbot, asked, 0, column, "Omdat het zo ging")
    assert said in window.view.notice.text()
    assert cell(asked, 0, column) == "Omdat het zo ging", "as it was typed"
    assert window.session.dossier(window.view.household) == before


def test_that_a_figure_outside_its_scale_is_refused_and_enter_stays(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 3)
    grip = next(one for one in shown.findChildren(QLineEdit) if one.accessibleName() == "Grip op het eigen leven")
    grip.setFocus()
    press(qtbot, "99\r")
    assert grip.hasFocus()
    assert "0 tot en met 10" in window.view.notice.text()
    assert not [one for one in window.session.dossier(window.view.household).measurements if one.moment == "3"]


def test_that_an_answer_to_did_it_work_belongs_to_its_moment(qtbot: QtBot, window: MainWindow) -> None:
    shown = followed(window, 6)
    worked = table(shown, WORKED)
    worked.setFocus()
    press(qtbot, "j")
    shown._moments.choose("3")
    worked.setCurrentIndex(worked.model().index(0, 0))
    assert cell(worked, 0, 1) == ""
    press(qtbot, "n")
    assert cell(worked, 0, 1) == "Nee"
    shown._moments.choose("6")
    assert cell(worked, 0, 1) == "Ja"


def test_that_an_amount_that_would_count_elsewhere_is_not_taken_and_says_where(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = followed(window, 3)
    later = next(row for row, one in enumerate(shown._lines._lines) if one.row.line.event is not None)
    assert cell(lines(shown), later, 2) == "Telt hier niet mee"
    lines(shown).setCurrentIndex(lines(shown).model().index(later, 0))
    assert any("tellen mee bij de nameting na 6 maanden" in one.text()
               for one in shown.findChildren(QLabel) if one.isVisible())  # fmt: skip
    lines(shown).setFocus()
    press(qtbot, "v")
    assert "tellen mee bij de nameting na 6 maanden" in window.view.notice.text()
    type_in_cell(qtbot, lines(shown), later, 3, "500")
    assert said_of(window) == {}
    assert cell(lines(shown), later, 3) == "500", "as it was typed"


def test_that_what_it_costs_now_says_whether_that_is_a_year_or_once(qtbot: QtBot, window: MainWindow) -> None:
    listed = window.session.dossier(window.view.household).costs
    paid_once = next(one for one in listed if one.intervention and one.recurrence == "once")
    window.session.run("Periode", costs.set_period, paid_once.id, None, None)
    shown = followed(window, 3)
    assert lines(shown).model().headerData(3, Qt.Orientation.Horizontal) == "Kost nu"
    type_in_cell(qtbot, lines(shown), 0, 3, "4.800")
    assert cell(lines(shown), 0, 3) == "€\u00a04.800,00 per jaar"
    once = next(
        row for row, one in enumerate(shown._lines._lines) if one.row.line.recurrence == "once" and not one.elsewhere
    )
    type_in_cell(qtbot, lines(shown), once, 3, "4.800")
    assert cell(lines(shown), once, 3) == "€\u00a04.800,00 eenmalig"


def test_that_on_a_small_laptop_the_costs_can_be_read_and_nothing_scrolls_sideways(window: MainWindow) -> None:
    shown = followed(window, 3)
    QApplication.processEvents()
    for each in (lines(shown), table(shown, RESULT), table(shown, WORKED)):
        assert each.horizontalScrollBar().maximum() == 0, each.accessibleName()
    asked = lines(shown)
    letters, room = asked.fontMetrics(), QRect(0, 0, asked.columnWidth(0) - 8, asked.rowHeight(0))
    for row in range(asked.model().rowCount()):
        needed = letters.boundingRect(room, int(Qt.TextFlag.TextWordWrap), cell(asked, row, 0))
        assert needed.height() <= room.height(), cell(asked, row, 0)


def test_that_at_the_start_the_other_blocks_have_the_room(window: MainWindow) -> None:
    shown = followed(window, 0)
    QApplication.processEvents()
    assert not shown._lines.isVisible()
    assert shown._worked.width() > shown.width() - 60
