"""Quick entry above every page of a household: what each key does, and what is in the file after it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household, problems
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.quick_list import QuickList
from tests.conftest import PASSPHRASE
from tests.ui.quick_typing import Type, dossier, entry, kinds, listed


def test_that_a_whole_line_takes_few_keys_and_is_one_undo_step(window: MainWindow, typing: Type) -> None:
    typing("huurs⏎⏎2⏎⏎")
    assert [problem.kind for problem in dossier(window).problems] == ["huurachterstand"]
    assert kinds(window) == [("woningcorporatie", 200, 1)]
    assert entry(window).line.text() == ""
    assert entry(window).line.hasFocus()
    typing("huisa⏎1,5⏎⏎")
    cost = dossier(window).costs[0]
    assert (cost.price, cost.quantity_e4, cost.agency) == ("huisarts-consult", 180_000, dossier(window).agencies[1].id)
    window.undo()
    assert kinds(window) == [("woningcorporatie", 200, 1)]
    assert dossier(window).costs == ()
    window.undo()
    assert dossier(window).problems == ()
    window.redo()
    assert kinds(window) == [("woningcorporatie", 200, 1)]


def test_that_each_enter_is_in_the_file_at_once_and_escape_ends_the_line(window: MainWindow, typing: Type) -> None:
    typing("huurs⏎")
    assert len(dossier(window).problems) == 1
    typing("⎋")
    assert len(dossier(window).problems) == 1
    typing("uwv⏎")
    assert kinds(window) == [("uwv", 0, 0)]
    typing("3⎋")
    assert kinds(window) == [("uwv", 0, 0)]
    assert entry(window).line.placeholderText().startswith("Wat speelt er")


def test_that_backspace_in_an_empty_line_takes_the_last_stage_back(window: MainWindow, typing: Type) -> None:
    typing("huurs⏎⏎2⏎")
    typing("⌫")
    assert entry(window).line.text() == "2"
    typing("⌫⌫")
    assert kinds(window) == []
    assert "Woningcorporatie" in listed(window)
    typing("⌫")
    assert dossier(window).problems == ()
    typing("uwv⏎⏎⏎")
    assert kinds(window) == [("uwv", 0, 0)]


def test_that_what_was_there_before_the_line_is_not_taken_back(window: MainWindow, typing: Type) -> None:
    typing("uwv⏎1⏎⏎werkl")
    typing("⏎" if "probleem" in listed(window)[0] else "↓⏎")
    typing("uwv⏎")
    before = [(kind, contacts) for kind, contacts, _ in kinds(window)]
    assert before == [("uwv", 100)]
    typing("+⌫")
    assert [(kind, contacts) for kind, contacts, _ in kinds(window)] == before
    assert len(dossier(window).problems) == 1


def test_that_plus_goes_on_with_the_problem_and_links_who_is_there(window: MainWindow, typing: Type) -> None:
    typing("huurs⏎⏎2⏎⏎+deurw⏎1⏎⏎")
    assert kinds(window) == [("woningcorporatie", 200, 1), ("deurwaarder", 100, 1)]
    typing("dreig")
    at = next(at for at, words in enumerate(listed(window)) if words.startswith("Huisuitzetting dreigt"))
    typing("↓" * at + "⏎")
    assert listed(window)[0] == "Woningcorporatie · staat er al"
    typing("⏎")
    assert kinds(window)[0] == ("woningcorporatie", 200, 2)
    assert len(dossier(window).agencies) == 2


def test_that_an_agency_goes_on_to_its_problems(window: MainWindow, typing: Type) -> None:
    typing("uwv⏎⏎⏎+huurs⏎somber⏎⏎")
    assert kinds(window) == [("uwv", 0, 2)]
    assert [problem.kind for problem in dossier(window).problems] == ["huurachterstand", "somberheid"]


def test_that_an_agency_alone_is_linked_to_problems_that_usually_bring_it(window: MainWindow, typing: Type) -> None:
    typing("huurs⏎⎋woningc⏎⎋")
    assert kinds(window) == [("woningcorporatie", 0, 1)]


def test_that_own_words_are_taken_for_problem_and_agency(window: MainWindow, typing: Type) -> None:
    typing("de hond blaft⏎buurman Jan⏎⏎⏎")
    assert [(problem.kind, problem.words) for problem in dossier(window).problems] == [("", "de hond blaft")]
    assert [(agency.kind, agency.words) for agency in dossier(window).agencies] == [("", "buurman Jan")]


def test_that_a_letter_is_one_line_and_its_sender_comes_along(window: MainWindow, typing: Type) -> None:
    typing("brief cjib 300 31-12-2026 betalen⏎")
    letter = dossier(window).letters[0]
    assert letter.agency == dossier(window).agencies[0].id
    assert (letter.amount_cents, letter.demand, str(letter.last_day)) == (30_000, "betalen", "2026-12-31")
    typing("brief uwv 5↓⏎")
    assert len(dossier(window).agencies) == 1
    assert (dossier(window).letters[1].agency, dossier(window).letters[1].sender) == (None, "UWV")
    window.undo()
    window.undo()
    assert dossier(window).letters == ()
    assert dossier(window).agencies == ()


def test_that_a_person_is_one_line(window: MainWindow, typing: Type) -> None:
    typing("zoon Sam 2012⏎")
    person = dossier(window).people[0]
    assert (person.name, person.role, person.birth_year) == ("Sam", "zoon", 2012)


def test_that_the_usual_cost_is_shown_and_can_be_replaced_or_left_out(window: MainWindow, typing: Type) -> None:
    typing("huisa⏎2⏎")
    assert listed(window)[0].startswith("€\u00a0741 per jaar: 24 × €\u00a030,87")
    typing("500")
    assert listed(window) == ["€\u00a0500 per jaar, eigen bedrag"]
    typing("⏎")
    assert [(cost.words, cost.price_cents, cost.price) for cost in dossier(window).costs] == [("Huisarts", 50_000, "")]
    for leave in ("-", "0⏎", "↓⏎", "⎋"):
        typing(f"{'apoth' if leave == '-' else 'kraamz' if leave == '0⏎' else 'tanda' if leave == '↓⏎' else 'ggd'}⏎2⏎")
        typing(leave)
        assert entry(window).line.placeholderText().startswith("Wat speelt er")
    assert len(dossier(window).costs) == 1
    assert len(dossier(window).agencies) == 5


def test_that_costs_are_not_asked_when_they_are_to_be_hidden(window: MainWindow, typing: Type) -> None:
    entry(window).asks_costs = False
    typing("huisa⏎2⏎uwv⏎1⏎")
    assert kinds(window) == [("huisarts", 200, 0), ("uwv", 100, 0)]
    assert dossier(window).costs == ()


def test_that_a_cost_that_is_being_asked_is_asked_no_more_when_a_family_looks_along(
    window: MainWindow, typing: Type
) -> None:
    typing("huisa⏎2⏎")
    assert "€" in listed(window)[0]
    QTest.keyClick(window, Qt.Key.Key_F11)
    assert not any("€" in words for words in listed(window))
    assert entry(window).line.placeholderText().startswith("Wat speelt er")
    entry(window).take_focus()
    typing("⏎")
    assert dossier(window).costs == ()
    assert kinds(window) == [("huisarts", 200, 0)]
    QTest.keyClick(window, Qt.Key.Key_F11)


def test_that_a_line_that_asks_costs_is_at_its_end_when_they_are_to_be_hidden(window: MainWindow, typing: Type) -> None:
    typing("huisa⏎2⏎500")
    entry(window).asks_costs = False
    assert (listed(window), entry(window).line.text()) == ([], "")
    assert entry(window).line.placeholderText().startswith("Wat speelt er")
    typing("⏎")
    assert dossier(window).costs == ()


def test_that_a_line_that_ends_by_itself_keeps_half_typed_words_and_numbers(window: MainWindow, typing: Type) -> None:
    typing("half")
    entry(window).end()
    assert entry(window).line.text() == "half"
    typing("⎋huurs⏎de meneer")
    entry(window).end()
    assert entry(window).line.text() == "de meneer"
    typing("⏎4")
    assert [agency.words for agency in dossier(window).agencies] == ["de meneer"]
    entry(window).end()
    assert dossier(window).agencies[0].contacts_e2 == 400
    assert (entry(window).line.text(), len(dossier(window).problems)) == ("", 1)
    assert entry(window).line.placeholderText().startswith("Wat speelt er")
    typing("uwv⏎veel")
    entry(window).end()
    assert entry(window).line.text() == "veel"


@pytest.mark.parametrize("typed", ["veel", "1.500", "501", "-1"])
def test_that_a_number_that_can_not_be_stays_as_typed(window: MainWindow, typing: Type, typed: str) -> None:
    typing("uwv⏎")
    entry(window).line.setText(typed)
    typing("⏎")
    assert entry(window).line.text() == typed
    assert window.view.notice.text()
    assert kinds(window) == [("uwv", 0, 0)]
    entry(window).line.setText("")
    typing("2⏎")
    assert kinds(window) == [("uwv", 200, 0)]


def test_that_a_number_is_in_the_file_when_the_line_is_left(window: MainWindow, typing: Type) -> None:
    typing("uwv⏎4")
    QTest.keyClick(entry(window).line, Qt.Key.Key_Tab)
    assert not entry(window).line.hasFocus()
    assert kinds(window) == [("uwv", 400, 0)]
    assert listed(window) == []


def test_that_undo_in_the_middle_of_a_line_begins_a_new_one(window: MainWindow, typing: Type) -> None:
    typing("huurs⏎⏎")
    window.undo()
    assert dossier(window).problems == ()
    assert entry(window).line.placeholderText().startswith("Wat speelt er? ")
    typing("+")
    assert entry(window).line.placeholderText().startswith("Wat speelt er? ")


def test_that_what_was_typed_comes_back_after_a_lock_but_a_number_does_not(window: MainWindow, typing: Type) -> None:
    typing("huurs")
    window.lock()
    window.open_with(PASSPHRASE)
    assert entry(window).line.text() == "huurs"
    entry(window).take_focus()
    typing("⏎⏎2")
    window.lock()
    window.open_with(PASSPHRASE)
    assert entry(window).line.text() == ""
    assert kinds(window) == [("woningcorporatie", 200, 1)]


def test_that_another_household_has_a_line_of_its_own(window: MainWindow, typing: Type) -> None:
    first = window.view.household
    typing("huurs⏎woni")
    window.household.open_new()
    assert entry(window).line.text() == ""
    entry(window).take_focus()
    typing("uwv⏎")
    assert kinds(window) == [("uwv", 0, 0)]
    window.view.open_household(first)
    assert kinds(window) == []


def test_that_half_typed_words_come_back_at_their_own_household(window: MainWindow, typing: Type) -> None:
    first, second = household.all_of(window.session.store)[0].id, window.view.household
    typing("half getypt")
    window.session.flush()
    window.view.open_household(first)
    assert entry(window).line.text() == ""
    window.view.open_household(second)
    assert entry(window).line.text() == "half getypt"
    entry(window).take_focus()
    typing("⎋huurs⏎de meneer")
    window.view.open_household(first)
    window.view.open_household(second)
    entry(window).take_focus()
    typing("⏎")
    assert [(agency.words, len(agency.problems)) for agency in dossier(window).agencies] == [("de meneer", 1)]


@pytest.mark.parametrize("before", ["huurs⏎", "uwv⏎⏎⏎+"])
def test_that_half_typed_words_answer_after_a_lock_to_what_they_did(
    window: MainWindow, typing: Type, before: str
) -> None:
    typing(f"{before}de meneer van de overkant")
    asked = entry(window).line.placeholderText()
    window.lock()
    window.open_with(PASSPHRASE)
    assert (entry(window).line.text(), entry(window).line.placeholderText()) == ("de meneer van de overkant", asked)
    entry(window).take_focus()
    typing("⏎")
    whose = dossier(window).agencies if before.startswith("huurs") else dossier(window).problems
    assert [one.words for one in whose] == ["de meneer van de overkant"]
    assert len(dossier(window).agencies) == len(dossier(window).problems) == 1
    assert len(dossier(window).agencies[0].problems) == 1


def test_that_words_about_what_is_gone_begin_a_new_line(window: MainWindow, typing: Type) -> None:
    first, second = household.all_of(window.session.store)[0].id, window.view.household
    typing("huurs⏎de meneer")
    window.view.open_household(first)
    window.session.run("Probleem weghalen", problems.remove, window.session.dossier(second).problems[0].id)
    window.view.open_household(second)
    assert entry(window).line.text() == "de meneer"
    entry(window).take_focus()
    assert listed(window)[0] == "“de meneer” in eigen woorden · probleem"


def test_that_a_household_that_goes_takes_its_line_along(window: MainWindow, typing: Type) -> None:
    typing("huurs⏎")
    window.undo()
    window.undo()
    assert window.view.household is None
    assert not window.view.quick.isVisible()
    window.show_page(0)
    assert listed(window) == []


def test_that_the_list_lies_under_the_line_and_takes_the_mouse(qtbot: QtBot, window: MainWindow, typing: Type) -> None:
    typing("huurs⏎")
    QApplication.processEvents()
    shown, line = window.view.findChild(QuickList), entry(window).line
    assert shown.mapToGlobal(shown.rect().topLeft()) == line.mapToGlobal(line.rect().bottomLeft()) + type(
        line.rect().bottomLeft()
    )(0, 1)
    second = shown.visualRect(shown.model().index(1, 0)).center()
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert kinds(window)[0][0] == "vroegsignalering"
    assert line.hasFocus()
