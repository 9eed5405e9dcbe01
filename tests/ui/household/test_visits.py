from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import visits
from doorbraak.model.dossier.visits import Visit
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

DAY, PLACE, CONVERSATION, WITH_PEOPLE, AT_KEYBOARD, REPORT, NOTE = range(7)
NEW = "Nieuw bezoek: welke dag?"
TODAY = date.today()


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    """On a household that nobody visited yet."""
    window.household.open_new()
    return window


def known(window: MainWindow) -> tuple[Visit, ...]:
    return window.session.dossier(window.view.household).visits


def write(window: MainWindow, on: date = TODAY, **values: object) -> int:
    return int(window.session.run("Bezoek toevoegen", visits.add, window.view.household, on, **values))


def test_that_enter_alone_is_a_visit_of_today(qtbot: QtBot, fresh: MainWindow) -> None:
    field = line(page_named(fresh, "Bezoeken"), NEW)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [visit.on_day for visit in known(fresh)] == [TODAY]
    qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert known(fresh) == ()


def test_that_another_day_is_typed_and_a_wrong_one_stays(qtbot: QtBot, fresh: MainWindow) -> None:
    field = line(page_named(fresh, "Bezoeken"), NEW)
    qtbot.keyClicks(field, "31-2-2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "datum" in fresh.view.notice.text()
    assert (field.text(), known(fresh)) == ("31-2-2026", ())
    field.clear()
    qtbot.keyClicks(field, "3-2-2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [visit.on_day for visit in known(fresh)] == [date(2026, 2, 3)]
    assert field.text() == ""


def test_that_the_newest_visit_stands_on_top(fresh: MainWindow) -> None:
    for days in (9, 2, 5):
        write(fresh, TODAY - timedelta(days=days), minutes_with_people=days)
    listed = table(page_named(fresh, "Bezoeken"), "Bezoeken")
    assert [cell(listed, row, WITH_PEOPLE) for row in range(3)] == ["2", "5", "9"]


def test_that_the_time_with_people_and_at_the_keyboard_is_added_up(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Bezoeken")
    for people, keyboard in ((75, 10), (60, 20), (75, 5)):
        write(fresh, minutes_with_people=people, minutes_at_keyboard=keyboard)
    counted = "3 bezoeken, 210 minuten met mensen, 35 achter het toetsenbord (14%)."
    assert shown._total.text() == f"{counted} Norm: hoogstens 5%."
    type_in_cell(qtbot, table(shown, "Bezoeken"), 0, AT_KEYBOARD, "")
    assert known(fresh)[2].minutes_at_keyboard == 0
    assert "30 achter het toetsenbord" in shown._total.text()


def test_that_minutes_longer_than_a_day_are_refused(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh)
    listed = table(page_named(fresh, "Bezoeken"), "Bezoeken")
    type_in_cell(qtbot, listed, 0, WITH_PEOPLE, "1441")
    assert cell(listed, 0, WITH_PEOPLE) == "1441"
    assert "1440" in fresh.view.notice.text()
    assert known(fresh)[0].minutes_with_people == 0


def test_that_a_visit_keeps_its_day(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh)
    type_in_cell(qtbot, table(page_named(fresh, "Bezoeken"), "Bezoeken"), 0, DAY, "")
    assert "datum" in fresh.view.notice.text()
    assert known(fresh)[0].on_day == TODAY


def test_that_the_report_is_of_the_chosen_visit(qtbot: QtBot, fresh: MainWindow) -> None:
    old, new = write(fresh, TODAY - timedelta(days=7), report="Toen"), write(fresh, report="Nu")
    shown = page_named(fresh, "Bezoeken")
    assert shown._report.toPlainText() == "Nu"
    table(shown, "Bezoeken").select(old)
    assert shown._report.toPlainText() == "Toen"
    shown._report.setFocus()
    shown._report.selectAll()
    qtbot.keyClicks(shown._report, "Anders")
    table(shown, "Bezoeken").select(new)
    assert {visit.id: visit.report for visit in known(fresh)} == {old: "Anders", new: "Nu"}


def test_that_a_working_note_says_when_it_goes_and_that_it_is_private(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh)
    shown = page_named(fresh, "Bezoeken")
    assert "Alleen voor jou" in shown._about_note.text()
    assert "vragen" in shown._about_note.text()
    assert "30 dagen" in shown._about_note.text()
    shown._note.setFocus()
    qtbot.keyClicks(shown._note, "Rustig beginnen")
    fresh.session.flush()
    gone = TODAY + timedelta(days=30)
    written = f"{gone.day}-{gone.month}-{gone.year}"
    assert (known(fresh)[0].private_note, known(fresh)[0].note_since) == ("Rustig beginnen", TODAY)
    assert f"Weg op {written}." in shown._about_note.text()
    assert cell(table(shown, "Bezoeken"), 0, NOTE) == f"tot {written}"
    shown._note.selectAll()
    qtbot.keyClick(shown._note, Qt.Key.Key_Delete)
    fresh.session.flush()
    assert known(fresh)[0].note_since is None
    assert cell(table(shown, "Bezoeken"), 0, NOTE) == ""


def test_that_without_a_visit_there_is_nothing_to_write_in(fresh: MainWindow) -> None:
    shown = page_named(fresh, "Bezoeken")
    assert not shown._report.isEnabled()
    assert not shown._note.isEnabled()


def test_that_delete_takes_a_visit_and_undo_brings_it_back(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, report="Verslag")
    listed = table(page_named(fresh, "Bezoeken"), "Bezoeken")
    before = known(fresh)
    listed.setFocus()
    listed.select_first()
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert known(fresh) == ()
    qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert known(fresh) == before
