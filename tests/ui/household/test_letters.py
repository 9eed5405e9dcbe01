from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, letters
from doorbraak.model.dossier.letters import Letter
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.pick_many import PickMany
from doorbraak.ui.widgets.record_table import RecordTable
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

FROM, DATED, DEMAND, AMOUNT, LAST_DAY, LEFT, SETTLED, AGAINST = range(8)
NEW = "Nieuwe brief: van wie?"


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    """On a household of which nothing but two agencies is known."""
    window.household.open_new()
    for words in ("Woningcorporatie Thuis", "Zorgverzekeraar"):
        window.session.run("Instantie toevoegen", agencies.add, window.view.household, words=words)
    return window


def known(window: MainWindow) -> tuple[Letter, ...]:
    return window.session.dossier(window.view.household).letters


def write(window: MainWindow, **values: object) -> int:
    return int(window.session.run("Brief toevoegen", letters.add, window.view.household, **values))


def pressed(shown: Page, text: str) -> QPushButton:
    return next(found for found in shown.findChildren(QPushButton) if found.text().replace("&", "") == text)


def pairs(shown: Page) -> RecordTable:
    return table(shown, "Brieven die elkaar tegenspreken")


def add(qtbot: QtBot, shown: Page, sender: str) -> None:
    field = line(shown, NEW)
    field.setFocus()
    field.clear()
    qtbot.keyClicks(field, sender)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def test_that_typing_begins_where_a_letter_is_added(fresh: MainWindow) -> None:
    assert line(page_named(fresh, "Brieven"), NEW).hasFocus()


def test_that_a_known_agency_is_recognised_however_it_is_typed(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Brieven")
    add(qtbot, shown, "zorg-verzekeraar")
    agency = fresh.session.dossier(fresh.view.household).agencies[1].id
    assert (known(fresh)[0].agency, known(fresh)[0].sender) == (agency, "")
    assert cell(table(shown, "Brieven"), 0, FROM) == "Zorgverzekeraar"
    assert line(shown, NEW).text() == ""
    assert line(shown, NEW).hasFocus()


def test_that_an_unknown_sender_is_kept_in_own_words(qtbot: QtBot, fresh: MainWindow) -> None:
    add(qtbot, page_named(fresh, "Brieven"), "Deurwaarder")
    assert (known(fresh)[0].agency, known(fresh)[0].sender) == (None, "Deurwaarder")
    qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert known(fresh) == ()


def test_that_names_of_agencies_are_offered_while_typing(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = page_named(fresh, "Brieven")
    field = line(shown, NEW)
    qtbot.keyClicks(field, "thuis")
    popup = field.completer().popup()
    assert popup.isVisible()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert not popup.isVisible()
    assert field.text() == ""  # or a second Enter adds it again
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [letter.agency for letter in known(fresh)] == [fresh.session.dossier(fresh.view.household).agencies[0].id]


def test_that_a_sender_changes_in_its_cell_between_agency_and_own_words(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, sender="Deurwaarder")
    listed = table(page_named(fresh, "Brieven"), "Brieven")
    type_in_cell(qtbot, listed, 0, FROM, "zorgverzekeraar")
    assert known(fresh)[0].agency == fresh.session.dossier(fresh.view.household).agencies[1].id
    assert known(fresh)[0].sender == ""
    type_in_cell(qtbot, listed, 0, FROM, "Oma")
    assert (known(fresh)[0].agency, known(fresh)[0].sender) == (None, "Oma")
    type_in_cell(qtbot, listed, 0, FROM, "")
    assert "van wie" in fresh.view.notice.text()
    assert known(fresh)[0].sender == "Oma"


@pytest.mark.parametrize("typed", ["belasting", "de belastingdienst", "Zorg", "cjib", "boete"])
def test_that_a_clearly_meant_agency_is_linked_and_what_may_be_two_is_not(
    qtbot: QtBot, fresh: MainWindow, typed: str
) -> None:
    add_agency, home = agencies.add, fresh.view.household
    tax = fresh.session.run("Instantie toevoegen", add_agency, home, kind="belastingdienst")
    fine = fresh.session.run("Instantie toevoegen", add_agency, home, kind="cjib")
    care = fresh.session.dossier(home).agencies[1].id
    shown = page_named(fresh, "Brieven")
    add(qtbot, shown, typed)
    meant = {"belasting": tax, "Zorg": care, "cjib": fine, "boete": fine}.get(typed, tax)
    assert (known(fresh)[0].agency, known(fresh)[0].sender) == (meant, "")
    assert not shown._loose.isVisible()


@pytest.mark.parametrize("typed", ["Incasso", "zo", "Incasso Zuid"])
def test_that_a_sender_who_may_be_two_or_none_stays_text_and_the_page_says_so(
    qtbot: QtBot, fresh: MainWindow, typed: str
) -> None:
    for words in ("Incasso Oost", "Incasso West"):
        fresh.session.run("Instantie toevoegen", agencies.add, fresh.view.household, words=words)
    shown = page_named(fresh, "Brieven")
    assert not shown._loose.isVisible()
    add(qtbot, shown, typed)
    assert (known(fresh)[0].agency, known(fresh)[0].sender) == (None, typed)
    assert shown._loose.isVisible()
    assert "Niet gekoppeld" in shown._loose.text()
    type_in_cell(qtbot, table(shown, "Brieven"), 0, FROM, "oost")
    assert known(fresh)[0].agency == fresh.session.dossier(fresh.view.household).agencies[2].id
    assert not shown._loose.isVisible()


def test_that_an_unfinished_letter_survives_a_lock(qtbot: QtBot, fresh: MainWindow) -> None:
    household = fresh.view.household
    qtbot.keyClicks(line(page_named(fresh, "Brieven"), NEW), "Deurw")
    fresh.lock()
    fresh.open_with(PASSPHRASE)
    fresh.view.open_household(household)
    assert line(page_named(fresh, "Brieven"), NEW).text() == "Deurw"


@pytest.mark.parametrize(
    ("days", "words"),
    [(-5, "5 dagen te laat"), (-1, "1 dag te laat"), (0, "vandaag"), (1, "morgen"), (3, "over 3 dagen")],
)
def test_that_the_days_left_are_said_in_words(fresh: MainWindow, days: int, words: str) -> None:
    write(fresh, sender="A", last_day=date.today() + timedelta(days=days))
    assert cell(table(page_named(fresh, "Brieven"), "Brieven"), 0, LEFT) == words


def test_that_a_settled_letter_counts_down_no_more_and_can_be_opened_again(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, sender="A", amount_cents=10_000, last_day=date.today())
    shown = page_named(fresh, "Brieven")
    qtbot.mouseClick(pressed(shown, "Geregeld"), Qt.MouseButton.LeftButton)
    assert known(fresh)[0].settled_on == date.today()
    assert cell(table(shown, "Brieven"), 0, LEFT) == ""
    assert shown._sum.text() == "Alle brieven zijn geregeld."
    qtbot.mouseClick(pressed(shown, "Niet geregeld"), Qt.MouseButton.LeftButton)
    assert known(fresh)[0].settled_on is None


def test_that_the_sum_is_of_open_letters_with_an_amount(fresh: MainWindow) -> None:
    for sender, cents, settled in (
        ("A", 125_000, None),
        ("B", 98_000, None),
        ("C", None, None),
        ("D", 1, date.today()),
    ):
        write(fresh, sender=sender, amount_cents=cents, settled_on=settled)
    shown = page_named(fresh, "Brieven")
    assert shown._sum.text() == "Open: €\u00a02.230,00 in 2 brieven. Zonder bedrag: nog 1 brief."


def test_that_a_sum_says_when_letters_may_be_about_the_same_money(fresh: MainWindow) -> None:
    for cents in (125_000, 98_000):
        write(fresh, sender="A", amount_cents=cents)
    assert "hetzelfde geld" in page_named(fresh, "Brieven")._sum.text()


def test_that_a_suggestion_is_marked_by_one_button_and_undone(qtbot: QtBot, fresh: MainWindow) -> None:
    one, other = (write(fresh, sender="A", amount_cents=cents) for cents in (125_000, 98_000))
    shown = page_named(fresh, "Brieven")
    assert cell(pairs(shown), 0, 2) == "Misschien. Zelfde afzender, ander bedrag: €\u00a01.250,00 en €\u00a0980,00."
    qtbot.mouseClick(pressed(shown, "Ja, deze spreken elkaar tegen"), Qt.MouseButton.LeftButton)
    assert {letter.id: letter.contradicts for letter in known(fresh)} == {one: (other,), other: ()}
    assert cell(pairs(shown), 0, 2).startswith("Zeker:")
    assert cell(table(shown, "Brieven"), 1, AGAINST) == "1"
    qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert cell(pairs(shown), 0, 2).startswith("Misschien.")


def test_that_a_mark_goes_at_whichever_letter_it_stood(qtbot: QtBot, fresh: MainWindow) -> None:
    one, other = write(fresh, sender="A"), write(fresh, sender="B")
    for letter, with_ in ((one, other), (other, one)):
        fresh.session.run("Brieven spreken elkaar tegen", letters.set_contradicts, letter, (with_,))
    shown = page_named(fresh, "Brieven")
    qtbot.mouseClick(pressed(shown, "Nee, ze gaan samen"), Qt.MouseButton.LeftButton)
    assert [letter.contradicts for letter in known(fresh)] == [(), ()]
    assert pairs(shown).model().rowCount() == 0


@pytest.fixture
def tick(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> Callable[[int], None]:
    """Press the space bar on this line of the next window to tick in, and accept."""

    def at(row: int) -> None:
        def answer(dialog: PickMany) -> int:
            listed = dialog.findChild(QListWidget)
            listed.setCurrentRow(row)
            qtbot.keyClick(listed, Qt.Key.Key_Space)
            dialog.accept()
            return int(dialog.result())

        monkeypatch.setattr(PickMany, "exec", answer)

    return at


def test_that_a_chosen_letter_is_marked_with_others_and_unmarked_from_either_side(
    qtbot: QtBot, fresh: MainWindow, tick: Callable[[int], None]
) -> None:
    one, other = write(fresh, sender="A"), write(fresh, sender="B")
    shown = page_named(fresh, "Brieven")
    listed = table(shown, "Brieven")
    listed.select(one)
    tick(0)
    qtbot.mouseClick(pressed(shown, "Spreekt tegen…"), Qt.MouseButton.LeftButton)
    assert [letter.contradicts for letter in known(fresh)] == [(other,), ()]
    listed.select(other)
    qtbot.mouseClick(pressed(shown, "Spreekt tegen…"), Qt.MouseButton.LeftButton)
    assert [letter.contradicts for letter in known(fresh)] == [(), ()]


def test_that_a_long_demand_is_written_below_and_shown_in_the_table(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, sender="A")
    shown = page_named(fresh, "Brieven")
    shown._demand.setFocus()
    qtbot.keyClicks(shown._demand, "Voor vrijdag betalen")
    fresh.session.flush()
    assert known(fresh)[0].demand == "Voor vrijdag betalen"
    assert cell(table(shown, "Brieven"), 0, DEMAND) == "Voor vrijdag betalen"


def test_that_a_wrong_amount_stays_as_typed(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, sender="A")
    listed = table(page_named(fresh, "Brieven"), "Brieven")
    type_in_cell(qtbot, listed, 0, AMOUNT, "veel")
    assert cell(listed, 0, AMOUNT) == "veel"
    assert "bedrag" in fresh.view.notice.text()
    assert known(fresh)[0].amount_cents is None


def test_that_delete_takes_a_letter_and_undo_brings_it_back_with_its_marks(qtbot: QtBot, fresh: MainWindow) -> None:
    one, other = write(fresh, sender="A"), write(fresh, sender="B")
    fresh.session.run("Brieven spreken elkaar tegen", letters.set_contradicts, one, (other,))
    listed = table(page_named(fresh, "Brieven"), "Brieven")
    before = known(fresh)
    listed.setFocus()
    listed.select(one)
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert [letter.id for letter in known(fresh)] == [other]
    qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert known(fresh) == before


def test_that_a_renamed_agency_is_renamed_on_its_letters(qtbot: QtBot, fresh: MainWindow) -> None:
    agency = fresh.session.dossier(fresh.view.household).agencies[0].id
    write(fresh, agency=agency)
    listed = table(page_named(fresh, "Brieven"), "Brieven")
    assert cell(listed, 0, FROM) == "Woningcorporatie Thuis"
    with qtbot.waitSignal(listed.model().dataChanged, timeout=1000):  # or the old name stays painted
        fresh.session.run("Instantie wijzigen", agencies.reword, agency, "Woningcorporatie Dak")
    assert cell(listed, 0, FROM) == "Woningcorporatie Dak"


def test_that_a_cell_offers_the_agencies_too(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, sender="Iemand")
    listed = table(page_named(fresh, "Brieven"), "Brieven")
    listed.setFocus()
    listed.setCurrentIndex(listed.model().index(0, FROM))
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    editor = next(found for found in listed.viewport().findChildren(QLineEdit) if found.isVisible())
    offered = editor.completer().model()
    assert [offered.index(row, 0).data() for row in range(2)] == ["Woningcorporatie Thuis", "Zorgverzekeraar"]
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    QApplication.processEvents()
