from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, household, interventions, measurements, outcomes, people
from doorbraak.model.dossier.measurements import Measurement
from doorbraak.ui.household.measurements_new import NewMeasurement
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.record_table import RecordTable
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

START, AFTER_3, AFTER_6, AFTER_12, LISTED = range(2, 7)  # columns of the grid
DAYS, AGENCIES, CONTACTS, GRIP, USE, TRUST, HOME = range(7)  # its rows
WHAT, FOUND, MOMENT, DAY, WHOSE, WORDS = range(6)  # columns of the list
NEW = "Meting toevoegen: typ drie letters"
TODAY = date.today()


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    """On a household of which nothing is measured, with two agencies and one person."""
    window.household.open_new()
    for words, contacts in (("Woningcorporatie", 150), ("Zorgverzekeraar", 400)):
        window.session.run("x", agencies.add, window.view.household, words=words, contacts_e2=contacts)
    window.session.run("x", people.add, window.view.household, name="Sam")
    return window


def known(window: MainWindow) -> tuple[Measurement, ...]:
    return window.session.dossier(window.view.household).measurements


def measure(window: MainWindow, which: str = "ervaren-grip", **values: object) -> int:
    given = {"moment": "start", "on_day": TODAY, **values}
    return int(window.session.run("x", measurements.add, window.view.household, which, **given))


def grid(shown: Page) -> RecordTable:
    return table(shown, "Zes vragen")


def listed(shown: Page) -> RecordTable:
    return table(shown, "Metingen")


def pressed(shown: Page, text: str) -> QPushButton:
    return next(found for found in shown.findChildren(QPushButton) if text in found.text().replace("&", ""))


def choose(qtbot: QtBot, shown: RecordTable, row: int, column: int, downs: int) -> None:
    """Open the list of a cell with Enter, go down and choose with Enter."""
    shown.setFocus()
    shown.setCurrentIndex(shown.model().index(row, column))
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    QApplication.processEvents()
    editor = next(found for found in shown.viewport().findChildren(QComboBox) if found.isVisible())
    for _ in range(downs):
        qtbot.keyClick(editor.view(), Qt.Key.Key_Down)
    qtbot.keyClick(editor.view(), Qt.Key.Key_Return)
    QApplication.processEvents()


def test_that_the_page_begins_at_the_first_question(fresh: MainWindow) -> None:
    shown = grid(page_named(fresh, "Metingen"))
    assert shown.hasFocus()
    assert (shown.currentIndex().row(), shown.currentIndex().column()) == (AGENCIES, START)
    assert shown.model().rowCount() == 7


def test_that_a_figure_in_the_grid_is_a_measurement_of_the_household(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Metingen")
    type_in_cell(qtbot, grid(shown), GRIP, START, "3,5")
    one = known(fresh)[0]
    assert (one.measure, one.moment, one.on_day, one.value_e2, one.answer, one.person) == (
        "ervaren-grip", "start", TODAY, 350, "", None,
    )  # fmt: skip
    assert cell(grid(shown), DAYS, START) == f"{TODAY.day}-{TODAY.month}-{TODAY.year}"
    type_in_cell(qtbot, grid(shown), GRIP, START, "4")
    assert [(m.id, m.value_e2) for m in known(fresh)] == [(one.id, 400)]
    type_in_cell(qtbot, grid(shown), GRIP, START, "")
    assert known(fresh) == ()
    for left in ([400], [350], []):
        qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert [m.value_e2 for m in known(fresh)] == left


def test_that_a_figure_off_the_scale_stays_as_typed_with_the_scale_named(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = grid(page_named(fresh, "Metingen"))
    type_in_cell(qtbot, shown, GRIP, START, "11")
    assert cell(shown, GRIP, START) == "11"
    assert "0 tot en met 10" in fresh.view.notice.text()
    assert "ervaren-grip" not in fresh.view.notice.text()
    assert known(fresh) == ()


def test_that_a_refused_figure_comes_back_after_a_lock_at_its_own_household_only(
    qtbot: QtBot, fresh: MainWindow
) -> None:
    mine = fresh.view.household
    other = next(home.id for home in household.all_of(fresh.session.store) if home.id != mine)
    type_in_cell(qtbot, grid(page_named(fresh, "Metingen")), GRIP, AFTER_12, "99")
    fresh.lock()
    fresh.open_with(PASSPHRASE)
    fresh.view.open_household(other)
    assert cell(grid(page_named(fresh, "Metingen")), GRIP, AFTER_12) != "99"
    fresh.view.open_household(mine)
    assert cell(grid(page_named(fresh, "Metingen")), GRIP, AFTER_12) == "99"


def test_that_words_are_chosen_where_the_scale_has_words(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = grid(page_named(fresh, "Metingen"))
    choose(qtbot, shown, HOME, START, 2)
    assert [(m.measure, m.value_e2, m.answer) for m in known(fresh)] == [("eigen-woning", None, "tijdelijk")]
    assert cell(shown, HOME, START) == "tijdelijk"


def test_that_a_new_figure_takes_the_day_of_its_moment(qtbot: QtBot, fresh: MainWindow) -> None:
    earlier = TODAY - timedelta(days=9)
    measure(fresh, on_day=earlier, value_e2=300)
    type_in_cell(qtbot, grid(page_named(fresh, "Metingen")), TRUST, START, "6")
    assert known(fresh)[1].on_day == earlier


def test_that_one_date_moves_all_figures_of_a_moment_in_one_step(qtbot: QtBot, fresh: MainWindow) -> None:
    measure(fresh, value_e2=300)
    measure(fresh, "vertrouwen", value_e2=300)
    apart = measure(fresh, "vertrouwen", value_e2=300, person=fresh.session.dossier(fresh.view.household).people[0].id)
    shown = grid(page_named(fresh, "Metingen"))
    type_in_cell(qtbot, shown, DAYS, START, "5-10-2026")
    assert {m.on_day for m in known(fresh) if m.id != apart} == {date(2026, 10, 5)}
    assert known(fresh)[2].on_day == TODAY
    qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert {m.on_day for m in known(fresh)} == {TODAY}
    type_in_cell(qtbot, shown, DAYS, AFTER_3, "5-1-2027")
    assert "nog niets gemeten" in fresh.view.notice.text()


def test_that_different_days_of_one_moment_are_said(fresh: MainWindow) -> None:
    measure(fresh, value_e2=300, on_day=date(2026, 10, 5))
    measure(fresh, "vertrouwen", value_e2=300, on_day=date(2026, 10, 7))
    assert cell(grid(page_named(fresh, "Metingen")), DAYS, START) == "7-10-2026 e.a."


def test_that_delete_takes_the_figure_in_focus_and_no_other(qtbot: QtBot, fresh: MainWindow) -> None:
    kept = measure(fresh, value_e2=300)
    measure(fresh, moment="3", value_e2=500)
    shown = grid(page_named(fresh, "Metingen"))
    shown.setFocus()
    for column in (AFTER_3, 0, LISTED):
        shown.setCurrentIndex(shown.model().index(GRIP, column))
        qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert [m.id for m in known(fresh)] == [kept]


def test_that_what_the_list_of_agencies_says_is_offered_and_not_filled_in(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Metingen")
    assert cell(grid(shown), AGENCIES, LISTED) == "2"
    assert cell(grid(shown), CONTACTS, LISTED) == "5,5"
    assert cell(grid(shown), AGENCIES, START) == ""
    assert known(fresh) == ()
    take = pressed(shown, "Neem over bij")
    assert "Begin" in take.text()
    qtbot.mouseClick(take, Qt.MouseButton.LeftButton)
    assert {m.measure: m.value_e2 for m in known(fresh)} == {"aantal-instanties": 200, "contacten-per-maand": 550}
    assert not take.isEnabled()
    qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert known(fresh) == ()


def test_that_an_offer_goes_to_the_moment_that_has_come_and_leaves_what_stands_there(
    qtbot: QtBot, fresh: MainWindow
) -> None:
    fresh.session.run("x", household.set_plan_date, fresh.view.household, TODAY - timedelta(days=200))
    measure(fresh, "aantal-instanties", moment="6", value_e2=900)
    qtbot.mouseClick(pressed(page_named(fresh, "Metingen"), "Na 6 maanden"), Qt.MouseButton.LeftButton)
    found = {(m.measure, m.moment): m.value_e2 for m in known(fresh)}
    assert found == {("aantal-instanties", "6"): 900, ("contacten-per-maand", "6"): 550}


def test_that_the_next_measurement_is_said_with_its_day(fresh: MainWindow) -> None:
    shown = page_named(fresh, "Metingen")
    fresh.session.run("x", household.set_plan_date, fresh.view.household, TODAY.replace(year=TODAY.year + 1, day=5))
    said = shown._grid._due.text()
    assert "Nog niets gemeten." in said
    assert "De meting na 3 maanden kan vanaf 5-" in said
    fresh.session.run("x", household.set_plan_date, fresh.view.household, TODAY - timedelta(days=100))
    assert "De meting na 3 maanden kan nu" in shown._grid._due.text()


def test_that_one_figure_is_the_same_in_grid_and_list(qtbot: QtBot, fresh: MainWindow) -> None:
    measure(fresh, value_e2=300)
    shown = page_named(fresh, "Metingen")
    type_in_cell(qtbot, listed(shown), 0, FOUND, "7,25")
    assert cell(grid(shown), GRIP, START) == "7,25"
    type_in_cell(qtbot, listed(shown), 0, FOUND, "70")
    assert "0 tot en met 10" in fresh.view.notice.text()
    assert known(fresh)[0].value_e2 == 725


def test_that_words_and_figures_are_edited_by_their_own_scale_in_one_column(qtbot: QtBot, fresh: MainWindow) -> None:
    measure(fresh, "schuldenvrij", answer="nee")
    measure(fresh, "bespaarde-kosten", value_e2=100)
    shown = listed(page_named(fresh, "Metingen"))
    choose(qtbot, shown, 0, FOUND, 1)
    type_in_cell(qtbot, shown, 1, FOUND, "-1200,50")
    assert [(m.value_e2, m.answer) for m in known(fresh)] == [(None, "in regeling"), (-120_050, "")]
    assert cell(shown, 1, FOUND) == "-1.200,5"
    type_in_cell(qtbot, shown, 1, FOUND, "269000")
    assert cell(shown, 1, FOUND) == "269.000"


def test_that_a_figure_of_one_person_is_named_so_in_the_grid_and_is_not_the_households(
    qtbot: QtBot, fresh: MainWindow
) -> None:
    person = fresh.session.dossier(fresh.view.household).people[0].id
    measure(fresh, value_e2=300, person=person)
    shown = page_named(fresh, "Metingen")
    assert cell(listed(shown), 0, WHOSE) == "Sam"
    assert cell(grid(shown), GRIP, START) == "Sam: 3"
    type_in_cell(qtbot, grid(shown), GRIP, START, "")
    assert len(known(fresh)) == 1
    type_in_cell(qtbot, grid(shown), GRIP, START, "5")
    assert [(m.value_e2, m.person) for m in known(fresh)] == [(300, person), (500, None)]
    assert cell(grid(shown), GRIP, START) == "5"


def test_that_figures_of_more_people_are_counted_in_the_grid(fresh: MainWindow) -> None:
    fresh.session.run("x", people.add, fresh.view.household, name="Noor")
    for person in fresh.session.dossier(fresh.view.household).people:
        measure(fresh, value_e2=300, person=person.id)
    assert cell(grid(page_named(fresh, "Metingen")), GRIP, START) == "2 mensen"


@pytest.fixture
def fill_in(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[NewMeasurement], None]], None]:
    """What happens in the window that asks for a measurement."""

    def by(work: Callable[[NewMeasurement], None]) -> None:
        def answer(dialog: NewMeasurement) -> int:
            work(dialog)
            return int(dialog.result())

        monkeypatch.setattr(NewMeasurement, "exec", answer)

    return by


def test_that_another_measure_is_added_for_a_person(
    qtbot: QtBot, fresh: MainWindow, fill_in: Callable[[Callable[[NewMeasurement], None]], None]
) -> None:
    def work(dialog: NewMeasurement) -> None:
        assert isinstance(dialog.found, QLineEdit)
        dialog.accept()
        assert "Vul in" in dialog.notice.text()
        dialog.found.setText("12")
        dialog.accept()
        assert "0 tot en met 10" in dialog.notice.text()
        assert (dialog.result(), dialog.found.text()) == (0, "12")
        dialog.found.setText("8")
        dialog.person.setCurrentIndex(1)
        dialog.moment.setCurrentIndex(4)
        dialog.on_day.setText("1-11-2026")
        dialog.accept()

    fill_in(work)
    shown = page_named(fresh, "Metingen")
    field = line(shown, NEW)
    field.setFocus()
    qtbot.keyClicks(field, "stre")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    one = known(fresh)[0]
    person = fresh.session.dossier(fresh.view.household).people[0].id
    assert (one.measure, one.moment, one.on_day, one.value_e2, one.person) == (
        "stress", "between", date(2026, 11, 1), 800, person,
    )  # fmt: skip
    assert field.text() == ""


def test_that_a_measure_of_words_asks_for_a_word_and_cancelling_adds_nothing(
    qtbot: QtBot, fresh: MainWindow, fill_in: Callable[[Callable[[NewMeasurement], None]], None]
) -> None:
    def work(dialog: NewMeasurement) -> None:
        assert isinstance(dialog.found, QComboBox)
        assert [dialog.found.itemText(at) for at in range(3)] == ["nee", "in regeling", "schuldenvrij"]
        dialog.accept()
        assert "Vul in" in dialog.notice.text()
        dialog.reject()

    fill_in(work)
    field = line(page_named(fresh, "Metingen"), NEW)
    field.setFocus()
    qtbot.keyClicks(field, "schuldenv")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert known(fresh) == ()
    assert field.text() == "schuldenv"


def test_that_whether_it_worked_is_asked_and_never_assumed(qtbot: QtBot, fresh: MainWindow) -> None:
    doorbraak = fresh.session.run("x", interventions.add, fresh.view.household, words="De schuld betalen")
    shown = page_named(fresh, "Metingen")
    worked = next(found for found in shown.findChildren(QComboBox) if found.accessibleName() == "Werkte het?")
    qtbot.mouseClick(pressed(shown, "Toevoegen"), Qt.MouseButton.LeftButton)
    assert "Kies eerst" in fresh.view.notice.text()
    worked.setFocus()
    qtbot.keyClicks(worked, "Deels")
    qtbot.mouseClick(pressed(shown, "Toevoegen"), Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "Het loket wist van niets")
    fresh.session.flush()
    one = fresh.session.dossier(fresh.view.household).outcomes[0]
    assert (one.intervention, one.worked, one.on_day, one.why) == (
        doorbraak, "partly", TODAY, "Het loket wist van niets",
    )  # fmt: skip
    answers = table(shown, "Werkte het?")
    assert [cell(answers, 0, column) for column in range(2)] == ["De schuld betalen", "Deels"]
    choose(qtbot, answers, 0, 1, 1)
    assert fresh.session.dossier(fresh.view.household).outcomes[0].worked == "no"
    answers.setFocus()
    qtbot.keyClick(answers, Qt.Key.Key_Delete)
    assert fresh.session.dossier(fresh.view.household).outcomes == ()


def test_that_each_answer_keeps_its_own_why(fresh: MainWindow) -> None:
    doorbraak = fresh.session.run("x", interventions.add, fresh.view.household, words="De schuld betalen")
    one, other = (
        fresh.session.run("x", outcomes.add, doorbraak, worked, TODAY, why=why)
        for worked, why in (("too-early", "Net begonnen"), ("yes", "Rust in huis"))
    )
    shown = page_named(fresh, "Metingen")
    for answer, why in ((other, "Rust in huis"), (one, "Net begonnen")):
        table(shown, "Werkte het?").select(answer)
        assert shown._outcomes._why.toPlainText() == why


def test_that_without_a_doorbraak_nothing_asks_whether_it_worked(fresh: MainWindow) -> None:
    shown = page_named(fresh, "Metingen")
    assert not pressed(shown, "Toevoegen").isVisible()
    assert shown._outcomes._empty.text().startswith("Nog geen doorbraak.")
