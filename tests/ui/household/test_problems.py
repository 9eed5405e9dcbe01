from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, problems
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight.knots import Key, Knots
from doorbraak.ui.household import problems_knots
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.pick_many import PickMany
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

TITLE = "Problemen en instanties"
WEIGHT, RANK = 2, 3  # columns of the problems
LEAD, WAITS, SOLVED = 2, 3, 5  # of the row below them
BOND, FUTURE = 2, 3  # of the agencies
CLAIM, ENDS_WHEN, ENDED, MERGES, FOR_PROBLEMS = 3, 4, 5, 6, 7  # of the row below them


@pytest.fixture
def fresh(window: MainWindow) -> Page:
    """The page of a new household with problems A to D, each in own words."""
    window.household.open_new()
    for words in "ABCD":
        window.session.run("Probleem toevoegen", problems.add, window.view.household, words=words, life_domain="wonen")
    return page_named(window, TITLE)


def dossier(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def wait(window: MainWindow, waits: str) -> None:
    """ "AB" means: A waits for B."""
    ids = dict(zip("ABCD", (p.id for p in dossier(window).problems), strict=True))
    for one, other in waits.split():
        here = next(p for p in dossier(window).problems if p.id == ids[one])
        window.session.run("Wacht op wijzigen", problems.set_waits_for, here.id, (*here.waits_for, ids[other]))


def tick_first_unticked(window: MainWindow, qtbot: QtBot) -> None:
    """In the dialog that opens next."""

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PickMany)
        listed = dialog.findChild(QListWidget)
        unticked = next(
            row for row in range(listed.count()) if listed.item(row).checkState() == Qt.CheckState.Unchecked
        )
        listed.setCurrentRow(unticked)
        qtbot.keyClick(listed, Qt.Key.Key_Space)
        dialog.accept()

    QTimer.singleShot(0, window, tick)


def choose(shown: object, row: int, column: int, value: str) -> None:
    assert shown.model().setData(shown.model().index(row, column), value)


def test_that_the_figures_above_follow_an_edit(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    assert window.view.top.figure("agencies") == "48"
    assert window.view.top.figure("problems") == "32"
    assert window.view.top.figure("contacts") == "24,4"
    assert window.view.top.figure("yearly") == "€\u00a0264.000"
    agencies = table(shown, "Instanties")
    agencies.setFocus()
    agencies.select_first()
    qtbot.keyClick(agencies, Qt.Key.Key_Delete)
    assert window.view.top.figure("agencies") == "47"


def test_that_contacts_that_nobody_knows_are_not_none(qtbot: QtBot, window: MainWindow) -> None:
    around = table(page_named(window, "Problemen en instanties"), "Instanties")
    type_in_cell(qtbot, around, 0, 1, "2")
    assert cell(around, 0, 1) == "2"
    type_in_cell(qtbot, around, 0, 1, "")
    assert cell(around, 0, 1) == ""
    assert window.session.dossier(window.view.household).agencies[0].contacts_e2 == 0


def test_that_a_new_agency_brings_its_usual_law_payer_and_problems(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    field, agencies = line(shown, "Instantie toevoegen: typ drie letters"), table(shown, "Instanties")
    field.setFocus()
    qtbot.keyClicks(field, "leger des heils")
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    assert agencies.model().rowCount() == 49
    added = window.session.dossier(window.view.household).agencies[-1]
    kind = window.session.catalogue.agencies[added.kind]
    assert added.law == kind.law
    assert added.payer == kind.payers[0]


def test_that_links_are_ticked_with_space(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    agencies = table(shown, "Instanties")
    agencies.setFocus()
    agencies.select_first()
    before = len(window.session.dossier(window.view.household).agencies[0].problems)
    tick_first_unticked(window, qtbot)
    qtbot.mouseClick(shown._agency.for_what, Qt.MouseButton.LeftButton)
    assert len(window.session.dossier(window.view.household).agencies[0].problems) == before + 1
    linked = table(shown, "Deze instantie")
    assert cell(linked, 0, FOR_PROBLEMS).count(", ") == before
    window.undo()
    assert cell(linked, 0, FOR_PROBLEMS).count(", ") == before - 1


def test_that_a_cancelled_dialog_changes_nothing(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    table(shown, "Problemen").select_first()
    step = window.session.store.undo_label
    QTimer.singleShot(0, window, lambda: QApplication.activeModalWidget().reject())
    qtbot.mouseClick(shown._problem.for_whom, Qt.MouseButton.LeftButton)
    assert window.session.store.undo_label == step


def test_that_below_is_more_of_what_was_chosen_last(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, TITLE)
    problem, agency = table(shown, "Dit probleem"), table(shown, "Deze instantie")
    table(shown, "Problemen").setFocus()
    assert problem.isVisible()
    assert cell(problem, 0, 0) == cell(table(shown, "Problemen"), 0, 0)
    qtbot.keyClick(table(shown, "Problemen"), Qt.Key.Key_Down)
    assert cell(problem, 0, 0) == cell(table(shown, "Problemen"), 1, 0)
    table(shown, "Instanties").setFocus()
    assert agency.isVisible()
    assert not problem.isVisible()
    shown._below.setCurrentWidget(shown._workers.parentWidget())
    qtbot.keyClick(table(shown, "Instanties"), Qt.Key.Key_Down)
    assert shown._workers.isVisible(), "who reads workers goes on with those of the next agency"


def test_that_the_order_of_the_household_closes_up(qtbot: QtBot, window: MainWindow, fresh: Page) -> None:
    shown = table(fresh, "Problemen")
    for row, rank in ((0, "1"), (1, "2"), (2, "1")):
        type_in_cell(qtbot, shown, row, RANK, rank)
    assert [cell(shown, row, RANK) for row in range(4)] == ["2", "3", "1", ""]
    type_in_cell(qtbot, shown, 3, WEIGHT, "11")
    assert cell(shown, 3, WEIGHT) == "11"
    assert "0 tot en met 10" in window.view.notice.text()
    type_in_cell(qtbot, shown, 3, WEIGHT, "10")
    assert dossier(window).problems[3].weight == 10


def test_that_more_of_a_problem_is_written_in_the_row_below(qtbot: QtBot, window: MainWindow, fresh: Page) -> None:
    table(fresh, "Problemen").setFocus()
    table(fresh, "Problemen").select_first()
    row = table(fresh, "Dit probleem")
    type_in_cell(qtbot, row, 0, LEAD, "Samira")
    type_in_cell(qtbot, row, 0, SOLVED, "1-2-2026")
    found = dossier(window).problems[0]
    assert (found.lead, found.solved_on) == ("Samira", date(2026, 2, 1))
    type_in_cell(qtbot, row, 0, SOLVED, "gisteren")
    assert cell(row, 0, SOLVED) == "gisteren"
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert len(dossier(window).problems) == 4, "the row below takes nothing away"


def test_that_what_a_problem_waits_for_is_ticked_and_makes_a_knot(
    qtbot: QtBot, window: MainWindow, fresh: Page
) -> None:
    wait(window, "BA")
    assert fresh._stuck._knots.text() == "Wat het meeste losmaakt: A. Dat maakt 1 ander los."
    table(fresh, "Problemen").setFocus()
    table(fresh, "Problemen").select_first()
    tick_first_unticked(window, qtbot)
    qtbot.mouseClick(fresh._problem.waits, Qt.MouseButton.LeftButton)
    assert cell(table(fresh, "Dit probleem"), 0, WAITS) == "B"
    assert fresh._stuck._knots.text().startswith("1 knoop. Wat het meeste losmaakt: A.")
    assert "A wacht op B wacht op A" in fresh._stuck._knots.accessibleDescription()
    window.undo()
    assert "knoop" not in fresh._stuck._knots.text()


def test_that_without_waits_there_is_no_word_of_knots(window: MainWindow, fresh: Page) -> None:
    assert not fresh._stuck._knots.isVisible()
    wait(window, "BA CA DA")
    assert fresh._stuck._knots.isVisible()
    assert fresh._stuck._knots.text() == "Wat het meeste losmaakt: A. Dat maakt 3 andere los."
    window.session.run("Opgelost op wijzigen", problems.set_solved_on, dossier(window).problems[0].id, date.today())
    assert not fresh._stuck._knots.isVisible()


def test_that_knots_that_were_cut_off_are_not_counted_as_all() -> None:
    called = {at: f"P{at}" for at in range(1, 30)}
    many = tuple((1, at) for at in range(2, 13))
    knots = Knots(many, True, Key(1, tuple(range(2, 13))), ())
    assert problems_knots.sentence(knots, called).startswith("Zeker 11 knopen.")
    assert "En nog 3 andere." in problems_knots.members(knots, called)


def test_that_the_line_under_the_agencies_says_what_stays(qtbot: QtBot, window: MainWindow, fresh: Page) -> None:
    after = fresh._around._after
    assert not after.isVisible()
    for words in ("Een", "Twee", "Drie"):
        window.session.run("Instantie toevoegen", agencies.add, window.view.household, words=words)
    shown = table(fresh, "Instanties")
    assert after.text() == "Kies per instantie wat er na het plan mee gebeurt."
    choose(shown, 0, FUTURE, "stop")
    assert after.text() == "Van 3 instanties naar 2 na de doorbraak. Over 2 is nog niet gekozen."
    choose(shown, 1, FUTURE, "keep")
    choose(shown, 2, FUTURE, "pause")
    assert after.text() == "Van 3 instanties naar 1 na de doorbraak."


def test_that_an_agency_merges_with_another_and_can_stay_apart_after_all(
    qtbot: QtBot, window: MainWindow, fresh: Page
) -> None:
    for words in ("Een", "Twee"):
        window.session.run("Instantie toevoegen", agencies.add, window.view.household, words=words)
    shown, row = table(fresh, "Instanties"), table(fresh, "Deze instantie")
    shown.setFocus()
    shown.select_first()
    one, two = dossier(window).agencies
    choose(row, 0, MERGES, str(two.id))
    assert (cell(shown, 0, FUTURE), cell(row, 0, MERGES)) == ("Samenvoegen", "Twee")
    choose(row, 0, MERGES, "")
    assert (cell(shown, 0, FUTURE), cell(row, 0, MERGES)) == ("", "")
    choose(shown, 0, BOND, "strains")
    type_in_cell(qtbot, row, 0, CLAIM, "1.234,50")
    type_in_cell(qtbot, row, 0, ENDS_WHEN, "de schuld weg is")
    type_in_cell(qtbot, row, 0, ENDED, "1-2-2026")
    found = dossier(window).agencies[0]
    assert (found.id, found.bond, found.claim_cents) == (one.id, "strains", 123_450)
    assert (found.ends_when, found.ended_on) == ("de schuld weg is", date(2026, 2, 1))


def test_that_links_made_by_the_program_are_said_and_can_be_taken_back(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    shown = page_named(window, TITLE)
    kind = next(p for p in window.session.catalogue.problems.values() if p.agencies)
    window.session.run(
        "Probleem toevoegen", problems.add, window.view.household, kind=kind.id, life_domain=kind.life_domain
    )
    field = line(shown, "Instantie toevoegen: typ drie letters")
    name = window.session.catalogue.agencies[kind.agencies[0]].name
    qtbot.keyClicks(field, name)
    qtbot.keyClick(field._completer.popup(), Qt.Key.Key_Return)
    around = shown._around
    assert len(dossier(window).agencies[0].problems) == 1
    assert around._linked.isVisible()
    assert around._linked_words.text() == "Ook gekoppeld aan 1 probleem."
    qtbot.mouseClick(around._unlink_button, Qt.MouseButton.LeftButton)
    assert dossier(window).agencies[0].problems == ()
    assert not around._linked.isVisible()
    assert field.hasFocus()
    window.undo()
    assert len(dossier(window).agencies[0].problems) == 1


def test_that_workers_belong_to_the_chosen_agency(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, TITLE)
    listed, workers = table(shown, "Instanties"), table(shown, "Medewerkers")
    before = len(dossier(window).workers)
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(47, 0))
    shown._below.setCurrentIndex(2)
    here = workers.model().rowCount()
    field = line(shown, "Nieuwe medewerker")
    qtbot.keyClicks(field, "Jan, consulent, 010 1234567, jan@voorbeeld.nl")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    added = dossier(window).workers[-1]
    assert added.agency == dossier(window).agencies[47].id
    assert [cell(workers, here, at) for at in range(4)] == ["Jan", "consulent", "010 1234567", "jan@voorbeeld.nl"]
    listed.setCurrentIndex(listed.model().index(46, 0))
    assert "Jan" not in [cell(workers, row, 0) for row in range(workers.model().rowCount())]
    window.undo()
    assert len(dossier(window).workers) == before


def test_that_a_household_without_agencies_has_no_worker_to_add(window: MainWindow, fresh: Page) -> None:
    fresh._below.setCurrentIndex(2)
    assert not line(fresh, "Nieuwe medewerker").isEnabled()
    assert fresh._workers._of.text() == "Kies eerst een instantie."


def test_that_what_is_solved_or_over_says_so_and_is_not_written_in_the_name(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Problemen en instanties")
    known = window.session.dossier(window.view.household)
    today, tomorrow = date.today(), date.today() + timedelta(days=1)
    stuck, around = table(shown, "Problemen"), table(shown, "Instanties")
    before = cell(stuck, 0, 0), cell(around, 0, 0), cell(around, 1, 0)
    window.session.run("Proef", problems.set_solved_on, known.problems[0].id, today, household=1)
    window.session.run("Proef", agencies.set_ended_on, known.agencies[0].id, today, household=1)
    window.session.run("Proef", agencies.set_ended_on, known.agencies[1].id, tomorrow, household=1)
    assert (cell(stuck, 0, 0), cell(around, 0, 0)) == (f"{before[0]} (opgelost)", f"{before[1]} (voorbij)")
    assert cell(around, 1, 0) == before[2], "it is there until tomorrow"
    label = window.session.store.undo_label
    for of in (stuck, around):
        of.setFocus()
        of.setCurrentIndex(of.model().index(0, 0))
        qtbot.keyClick(of, Qt.Key.Key_Return)
        editor = next(found for found in of.viewport().findChildren(QLineEdit) if found.isVisible())
        assert "(" not in editor.text().removeprefix(before[0]).removeprefix(before[1])
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        QApplication.processEvents()
    assert window.session.store.undo_label == label, "nothing was changed"
