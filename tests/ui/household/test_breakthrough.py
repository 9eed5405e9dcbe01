from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, agenda, goals, interventions, noted, problems
from doorbraak.model.dossier.interventions import Intervention, StatusChange
from doorbraak.model.insight import worklist
from doorbraak.ui.household.breakthrough_course import objection_words
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.pick_many import PickMany
from doorbraak.ui.widgets.record_table import RecordTable
from tests.model.insight.records import made
from tests.ui.conftest import cell, choose_in_cell, line, page_named, table, type_in_cell

KIND, STATUS, DECIDER, DECIDED_ON, PAYER = range(5)
STEP, OWNER, LEAD, DUE, DONE_ON = range(5)
_STEPS, _PURPOSE, _MANDATE, _STATUS = range(4)  # the tabs


@pytest.fixture
def one(window: MainWindow) -> MainWindow:
    """A household with one doorbraak, one problem, one goal and one agency."""
    window.household.open_new()
    home = window.view.household
    run = window.session.run
    run("Doorbraak toevoegen", interventions.add, home, words="De rekening betalen")
    run("Probleem toevoegen", problems.add, home, words="Rekening", life_domain="financien")
    run("Doel toevoegen", goals.add, home, "Rust in huis")
    run("Instantie toevoegen", agencies.add, home, words="Incasso Oost")
    return window


def known(window: MainWindow) -> Intervention:
    return window.session.dossier(window.view.household).interventions[0]


def history(window: MainWindow) -> tuple[StatusChange, ...]:
    return window.session.dossier(window.view.household).statuses


def add_by_keys(qtbot: QtBot, window: MainWindow, words: str) -> None:
    field = line(page_named(window, "Doorbraak"), "Doorbraak toevoegen: typ drie letters")
    field.setFocus()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)


def ticks(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    """Tick the first of the small window that opens, and accept."""

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PickMany)
        listed = dialog.findChild(QListWidget)
        listed.setCurrentRow(0)
        qtbot.keyClick(listed, Qt.Key.Key_Space)
        dialog.accept()

    return tick


def test_that_a_doorbraak_is_added_by_keys_and_chosen(qtbot: QtBot, window: MainWindow) -> None:
    add_by_keys(qtbot, window, "briefadres")
    shown = page_named(window, "Doorbraak")
    listed = table(shown, "Doorbraken")
    assert listed.model().rowCount() == 4
    assert listed.currentIndex().row() == 3
    assert table(shown, "Stappen").model().rowCount() == 0


def test_that_decider_and_payer_are_written_in_their_cells(qtbot: QtBot, one: MainWindow) -> None:
    listed = table(page_named(one, "Doorbraak"), "Doorbraken")
    type_in_cell(qtbot, listed, 0, DECIDER, "College van B en W")
    choose_in_cell(qtbot, listed, 0, PAYER, "Gemeente")
    assert (known(one).decider, known(one).payer) == ("College van B en W", "gemeente")
    one.undo()
    assert known(one).payer == ""


def test_that_usual_deciders_are_offered_while_typing(qtbot: QtBot, one: MainWindow) -> None:
    offered = table(page_named(one, "Doorbraak"), "Doorbraken")._records.columns[DECIDER].suggest()
    assert "College van B en W" in offered
    assert len(offered) == len(set(offered))


def test_that_a_date_of_decision_moves_the_start_of_the_sums(qtbot: QtBot, window: MainWindow) -> None:
    listed = table(page_named(window, "Doorbraak"), "Doorbraken")
    before = window.session.saving(window.view.household).start
    type_in_cell(qtbot, listed, 0, DECIDED_ON, "1-9-2026")
    choose_in_cell(qtbot, listed, 0, STATUS, "Toegekend")
    assert window.session.saving(window.view.household).start == date(2026, 9, 1) != before


def test_that_a_step_is_added_by_enter_and_filled_in_its_cells(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    field, steps = line(shown, "Nieuwe stap"), table(shown, "Stappen")
    field.setFocus()
    qtbot.keyClicks(field, "Bellen met incasso")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == ""
    assert field.hasFocus()
    choose_in_cell(qtbot, steps, 0, OWNER, "Professional")
    type_in_cell(qtbot, steps, 0, LEAD, "Noor")
    type_in_cell(qtbot, steps, 0, DUE, "31-12-2026")
    step = one.session.dossier(one.view.household).steps[0]
    assert (step.words, step.owner, step.lead) == ("Bellen met incasso", "professional", "Noor")
    assert step.due == date(2026, 12, 31)
    assert step.intervention == known(one).id


def test_that_a_step_with_a_date_behind_it_is_due_on_that_day(qtbot: QtBot, one: MainWindow) -> None:
    field = line(page_named(one, "Doorbraak"), "Nieuwe stap")
    field.setFocus()
    qtbot.keyClicks(field, "Brief sturen 1-12-2026")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (step,) = one.session.dossier(one.view.household).steps
    assert (step.words, step.due) == ("Brief sturen", date(2026, 12, 1))
    qtbot.keyClicks(field, "Bellen 31-2-2027")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "datum" in one.view.notice.text()
    assert field.text() == "Bellen 31-2-2027"
    assert one.session.dossier(one.view.household).steps == (step,)


def test_that_a_step_is_done_today_by_one_key_and_again_not(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Doorbraak")
    steps = table(shown, "Stappen")
    row = next(row for row in range(steps.model().rowCount()) if not cell(steps, row, DONE_ON))
    steps.setCurrentIndex(steps.model().index(row, 0))
    shown._steps._done.setFocus()
    qtbot.keyClick(shown._steps._done, Qt.Key.Key_Return)
    assert cell(steps, row, DONE_ON) == shown_day(date.today())
    qtbot.keyClick(shown._steps._done, Qt.Key.Key_Return)
    assert cell(steps, row, DONE_ON) == ""


def test_that_steps_follow_the_chosen_doorbraak(window: MainWindow) -> None:
    shown = page_named(window, "Doorbraak")
    listed, steps = table(shown, "Doorbraken"), table(shown, "Stappen")
    for row in range(listed.model().rowCount()):
        listed.setCurrentIndex(listed.model().index(row, 0))
        of = listed.record().id
        expected = [
            step.words for step in window.session.dossier(window.view.household).steps if step.intervention == of
        ]
        assert [cell(steps, at, STEP) for at in range(steps.model().rowCount())] == expected


@pytest.mark.parametrize("what", ["problems", "goals", "agencies"])
def test_that_what_it_is_for_is_ticked_and_let_go_with_delete(qtbot: QtBot, one: MainWindow, what: str) -> None:
    shown = page_named(one, "Doorbraak")
    shown._tabs.setCurrentIndex(_PURPOSE)
    part = getattr(shown._purpose, what)
    wanted = getattr(one.session.dossier(one.view.household), what)[0].id
    QTimer.singleShot(0, one, ticks(qtbot, one))
    qtbot.mouseClick(part.choose, Qt.MouseButton.LeftButton)
    assert getattr(known(one), what) == (wanted,)
    assert part.table.model().rowCount() == 1
    part.table.setFocus()
    qtbot.keyClick(part.table, Qt.Key.Key_Delete)
    assert getattr(known(one), what) == ()
    assert len(getattr(one.session.dossier(one.view.household), what)) == 1  # the record itself stays
    one.undo()
    assert getattr(known(one), what) == (wanted,)


def test_that_a_cancelled_choice_of_problems_changes_nothing(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    shown._tabs.setCurrentIndex(_PURPOSE)
    step = one.session.store.undo_label
    QTimer.singleShot(0, one, lambda: QApplication.activeModalWidget().reject())
    qtbot.mouseClick(shown._purpose.problems.choose, Qt.MouseButton.LeftButton)
    assert one.session.store.undo_label == step


def test_that_a_refusal_shows_where_to_say_why_and_leaves_the_keys_in_the_table(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    assert not shown._objection.isVisible()
    listed = table(shown, "Doorbraken")
    choose_in_cell(qtbot, listed, 0, STATUS, "Afgewezen")
    QApplication.processEvents()
    assert listed.hasFocus()
    assert listed.currentIndex().column() == STATUS
    assert shown._tabs.currentIndex() == _STATUS
    assert shown._status._question.text() == "Waarom is dit afgewezen?"
    assert shown_day(date.today() + timedelta(weeks=6)) in shown._objection.text()
    assert shown._objection.isVisible()
    shown._status._reason.setFocus()
    qtbot.keyClicks(shown._status._reason, "Past niet in het beleid")
    one.session.flush()
    assert [(change.status, change.reason) for change in history(one)] == [("refused", "Past niet in het beleid")]


def test_that_another_status_asks_nothing(qtbot: QtBot, one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    choose_in_cell(qtbot, table(shown, "Doorbraken"), 0, STATUS, "Aangevraagd")
    assert [change.status for change in history(one)] == ["requested"]
    assert shown._tabs.currentIndex() == _STEPS
    assert not shown._objection.isVisible()


def test_that_the_newest_status_stands_on_top(window: MainWindow) -> None:
    shown = page_named(window, "Doorbraak")
    statuses: RecordTable = table(shown, "Statusverloop")
    days = [record.on_day for record in statuses._records.records]
    assert len(days) > 1
    assert days == sorted(days, reverse=True)


def test_that_the_term_for_bezwaar_runs_six_weeks_from_the_last_refusal() -> None:
    refused = made(Intervention, id=1, status="refused", decided_on=date(2026, 1, 1))
    lines = [
        made(StatusChange, id=1, intervention=1, status="refused", on_day=date(2026, 3, 2)),
        made(StatusChange, id=2, intervention=1, status="refused", on_day=date(2026, 11, 2)),
        made(StatusChange, id=3, intervention=2, status="refused", on_day=date(2026, 11, 20)),
    ]
    assert "tot en met 14-12-2026: morgen" in objection_words(refused, lines, date(2026, 12, 13))
    assert "vandaag" in objection_words(refused, lines, date(2026, 12, 14))
    assert "liep tot en met 14-12-2026" in objection_words(refused, lines, date(2026, 12, 15))
    assert "12-2-2026" in objection_words(refused, [], date(2026, 1, 2))  # without a history: from the decision
    assert objection_words(made(Intervention, id=1, status="granted"), lines, date(2026, 12, 1)) == ""


def test_that_a_removed_doorbraak_comes_back_with_its_steps(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Doorbraak")
    before = window.session.dossier(window.view.household)
    listed = table(shown, "Doorbraken")
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert len(window.session.dossier(window.view.household).interventions) == len(before.interventions) - 1
    window.undo()
    after = window.session.dossier(window.view.household)
    assert (after.interventions, after.steps, after.statuses) == (before.interventions, before.steps, before.statuses)


def test_that_voorbeeld_is_shown_only_where_something_is_one(window: MainWindow) -> None:
    shown = page_named(window, "Doorbraak")
    listed = table(shown, "Doorbraken")
    at = [column.key for column in listed._records.columns].index("origin")
    assert cell(listed, 0, at) == "Voorbeeld"
    assert not listed.isColumnHidden(at)
    for one in window.session.dossier(window.view.household).interventions:
        window.session.run("Herkomst wijzigen", noted.set_origin, "intervention", one.id, "professional")
    assert cell(listed, 0, at) == "Professional"
    window.household.open_new()
    assert table(page_named(window, "Doorbraak"), "Doorbraken").isColumnHidden(at)


@pytest.mark.parametrize("choose", [True, False])
def test_that_one_enter_takes_what_is_offered_in_a_cell_or_what_was_typed(
    qtbot: QtBot, window: MainWindow, choose: bool
) -> None:
    listed = table(page_named(window, "Doorbraak"), "Doorbraken")
    listed.go_to(listed.record().id, "decider")
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    editor = next(found for found in listed.viewport().findChildren(QLineEdit) if found.isVisible())
    editor.selectAll()
    qtbot.keyClicks(editor, "college")
    popup = editor.completer().popup()
    assert popup.isVisible()
    wanted = "college"
    if choose:
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        wanted = popup.currentIndex().data()
        assert wanted != "college"
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert not popup.isVisible()
    assert window.session.dossier(window.view.household).interventions[0].decider == wanted
    assert listed.hasFocus()
    assert listed.state() != QAbstractItemView.State.EditingState


def test_that_the_last_day_for_bezwaar_waits_once_when_it_is_a_task_too(one: MainWindow) -> None:
    shown = page_named(one, "Doorbraak")
    one.session.run("Status wijzigen", interventions.set_status, known(one).id, "refused")

    def waiting() -> list[tuple[str, date]]:
        listed = worklist.items(agenda.read(one.session.store, one.view.household), date.today())
        return [(item.kind, item.on) for item in listed if item.kind in ("term", "objection")]

    last = date.today() + timedelta(weeks=6)
    assert waiting() == [("term", last)]
    shown._plan.click()
    assert waiting() == [("objection", last)]


def test_that_a_first_decision_long_ago_is_kept_and_asked_about_here_and_at_the_sums(
    qtbot: QtBot, one: MainWindow
) -> None:
    label = "Status wijzigen"
    one.session.run(label, interventions.set_status, known(one).id, "granted")
    typed = table(page_named(one, "Doorbraak"), "Doorbraken")
    for day, asked in (("1-1-1990", True), (shown_day(date.today()), False)):
        type_in_cell(qtbot, typed, 0, DECIDED_ON, day)
        assert shown_day(known(one).decided_on) == day
        said = page_named(one, "Doorbraak")._course
        assert ("Klopt de dag?" in said.text(), said.isVisible()) == (asked, asked)
        sums = page_named(one, "Rekensom").first_day
        assert ("1 januari 1990" in sums.text(), sums.isVisible()) == (asked, asked)
        page_named(one, "Doorbraak")


def test_that_the_reason_below_is_of_the_status_chosen_last_however_the_table_is_sorted(window: MainWindow) -> None:
    home = window.view.household
    shown = page_named(window, "Doorbraak")
    made = window.session.run("Doorbraak", interventions.add, home, words="De schuld")
    window.session.run("Status", interventions.set_status, made, "requested", on=date(2026, 10, 6))
    shown._table.select(made)
    shown._status.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    window.session.run("Status", interventions.set_status, made, "refused")
    assert shown._status.table.record().status == "refused"
    assert "afgewezen" in shown._status._question.text()
