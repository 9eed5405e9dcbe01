from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household
from doorbraak.model.dossier.household import Household
from doorbraak.ui.household.household_file_closing import Closing
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.numbers import shown_day
from tests.conftest import PASSPHRASE
from tests.model.exchange.caseloads import take_key
from tests.ui.conftest import line, page_named


def home(window: MainWindow) -> Household:
    return window.session.dossier(window.view.household).household


def shown(window: MainWindow) -> Page:
    return page_named(window, "Dossier")


@pytest.fixture
def empty(window: MainWindow) -> MainWindow:
    window.household.open_new()
    return window


def fill(qtbot: QtBot, window: MainWindow, name: str, text: str) -> None:
    field = line(shown(window), name)
    field.setFocus()
    field.selectAll()
    field.insert(text) if text else field.clear()
    qtbot.keyClick(field, Qt.Key.Key_Return)


def choice(window: MainWindow, name: str) -> ChoiceBox:
    return next(box for box in shown(window).findChildren(ChoiceBox) if box.accessibleName() == name)


def press(qtbot: QtBot, window: MainWindow, text: str) -> None:
    found = next(b for b in shown(window).findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("name", "text", "key", "value"),
    [
        ("Werknaam", "Familie Proef", "name", "Familie Proef"),
        ("Nummer", "4711", "number", 4711),
        ("Contactpersoon", "Fatima", "lead", "Fatima"),
        ("Geopend op", "3-2-2026", "opened", date(2026, 2, 3)),
        ("Plan van", "4-2-2026", "plan_date", date(2026, 2, 4)),
        ("Wijkcode", "WK-12", "wijk", "WK-12"),
    ],
)
def test_that_each_line_is_one_undo_step(
    qtbot: QtBot, empty: MainWindow, name: str, text: str, key: str, value: object
) -> None:
    before = getattr(home(empty), key)
    fill(qtbot, empty, name, text)
    assert getattr(home(empty), key) == value
    empty.undo()
    assert getattr(home(empty), key) == before
    empty.redo()
    assert line(shown(empty), name).text() == text


def test_that_a_new_name_and_number_stand_above_the_page_at_once(qtbot: QtBot, empty: MainWindow) -> None:
    fill(qtbot, empty, "Werknaam", "Familie Proef")
    fill(qtbot, empty, "Nummer", "4711")
    assert empty.view.top.name() == "Huishouden 4711 · Familie Proef"
    assert "4711" in empty.windowTitle()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("Nummer", "1", "ander huishouden"),
        ("Nummer", "twaalf", "heel getal"),
        ("Geopend op", "", "begin"),
        ("Plan van", "31-2-2027", "datum"),
        ("Wijkcode", "Bij de kerk", "code"),
    ],
)
def test_that_what_is_refused_stays_as_typed_with_its_sentence_until_escape(
    qtbot: QtBot, empty: MainWindow, name: str, text: str, said: str
) -> None:
    before, field = home(empty), line(shown(empty), name)
    old = field.text()
    fill(qtbot, empty, name, text)
    assert home(empty) == before
    assert field.text() == text
    assert said in empty.view.notice.text()
    assert said in field.accessibleDescription()
    fill(qtbot, empty, "Contactpersoon", "Fatima")  # a change of something else leaves it alone
    assert field.text() == text
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == old
    assert field.accessibleDescription() == ""


def test_that_what_was_refused_comes_back_after_a_lock(qtbot: QtBot, empty: MainWindow) -> None:
    opened = empty.view.household
    fill(qtbot, empty, "Plan van", "31-2-2027")
    empty.lock()
    empty.open_with(PASSPHRASE)
    empty.view.open_household(opened)
    assert line(shown(empty), "Plan van").text() == "31-2-2027"
    fill(qtbot, empty, "Plan van", "28-2-2027")
    assert home(empty).plan_date == date(2027, 2, 28)
    assert not [place for place in empty.session.store.drafts.all() if place.startswith("household:")]


def test_that_what_is_typed_is_kept_when_the_page_is_left(qtbot: QtBot, empty: MainWindow) -> None:
    field = line(shown(empty), "Contactpersoon")
    field.setFocus()
    qtbot.keyClicks(field, "Fatima")
    empty.show_page(1)
    assert home(empty).lead == "Fatima"


def test_that_a_date_is_shown_as_the_file_has_it(qtbot: QtBot, empty: MainWindow) -> None:
    fill(qtbot, empty, "Plan van", "2026-02-04")
    assert line(shown(empty), "Plan van").text() == "4-2-2026"


def test_that_ctrl_z_in_a_line_undoes_its_own_keys_first_and_then_the_last_step(
    qtbot: QtBot, empty: MainWindow
) -> None:
    control = Qt.KeyboardModifier.ControlModifier
    fill(qtbot, empty, "Contactpersoon", "Fatima")
    field = line(shown(empty), "Contactpersoon")
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Z, control)
    assert (field.text(), home(empty).lead) == ("Fatima", "Fatima")
    qtbot.keyClick(field, Qt.Key.Key_Z, control)
    assert (field.text(), home(empty).lead) == ("", "")


def test_that_the_safety_flag_is_ticked_and_undone(qtbot: QtBot, empty: MainWindow) -> None:
    box = shown(empty).findChild(QCheckBox)
    box.click()
    assert home(empty).no_paper
    empty.undo()
    assert not box.isChecked()


def test_that_the_wijk_is_chosen_from_the_list_once_a_key_brought_one(qtbot: QtBot, empty: MainWindow) -> None:
    typed, box = line(shown(empty), "Wijkcode"), choice(empty, "Wijk")
    assert (typed.isVisible(), box.isVisible()) == (True, False)
    take_key(empty.session.store)
    empty.show_page(1)
    assert shown(empty).isVisible()
    assert (typed.isVisible(), box.isVisible()) == (False, True)
    assert [box.itemText(at) for at in range(box.count())] == ["Nog niet gekozen", "Wijk 1", "Wijk 2"]
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert home(empty).wijk == "w2"
    empty.undo()  # walking through the list is one step
    assert home(empty).wijk == ""
    assert box.value == ""


def test_that_a_wijk_that_is_not_in_the_list_stays_and_is_said_to_count_as_other(
    qtbot: QtBot, empty: MainWindow
) -> None:
    fill(qtbot, empty, "Wijkcode", "WK-12")
    take_key(empty.session.store)
    empty.show_page(1)
    box = choice(empty, "Wijk")
    assert box.currentText() == "WK-12 (telt als “overig”)"
    fill(qtbot, empty, "Contactpersoon", "Fatima")
    assert home(empty).wijk == "WK-12"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert home(empty).wijk == "w2"
    assert [box.itemText(at) for at in range(box.count())] == ["Nog niet gekozen", "Wijk 1", "Wijk 2"]


def test_that_a_basis_brings_its_term_and_says_what_is_not_certain(qtbot: QtBot, empty: MainWindow) -> None:
    field = choice(empty, "Waarom bewaren we dit dossier?")
    for basis, term, certain in (("wmo-college-aanbieder", "15 jaar", True), ("participatiewet-dossier", "10", False)):
        field.show_value(basis)
        field.activated.emit(field.currentIndex())
        assert home(empty).retention == basis
        assert term in shown(empty)._term.text()
        assert ("Nakijken" in shown(empty)._term.text()) is not certain
    empty.undo()  # walking through the list is one step
    assert home(empty).retention == ""


def test_that_scrolling_past_a_choice_does_not_change_it(qtbot: QtBot, empty: MainWindow) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    field = choice(empty, "Waarom bewaren we dit dossier?")
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field, turn)
    assert field.value == ""


def answers(window: MainWindow, *steps: Callable[[Closing], None]) -> list[str]:
    """In the closing dialog: each step and then Enter; what it said after each."""
    said: list[str] = []

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, Closing)
        for step in steps:
            step(dialog)
            dialog.accept()
            said.append(dialog.notice.text() if dialog.isVisible() else "")
        dialog.reject()

    QTimer.singleShot(0, window, answer)
    return said


def test_that_a_dossier_closes_with_a_reason_and_opens_again(qtbot: QtBot, empty: MainWindow) -> None:
    said = answers(
        empty,
        lambda dialog: dialog.words.setPlainText("Het gaat goed."),
        lambda dialog: dialog.reason.setCurrentIndex(dialog.reason.findData("goals-reached")),
    )
    press(qtbot, empty, "Dossier &sluiten…")
    assert "waarom" in said[0]
    assert said[1] == ""
    closed = home(empty)
    assert (closed.closed, closed.close_reason, closed.close_words) == (
        date.today(), "goals-reached", "Het gaat goed.",
    )  # fmt: skip
    assert "doelen bereikt" in shown(empty)._state.text()
    press(qtbot, empty, "We&er openen")
    assert home(empty).closed is None
    empty.undo()
    assert home(empty).close_reason == "goals-reached"


def test_that_a_closing_day_before_the_beginning_is_said_in_the_dialog(qtbot: QtBot, empty: MainWindow) -> None:
    def wrong(dialog: Closing) -> None:
        dialog.reason.setCurrentIndex(dialog.reason.findData("moved"))
        dialog.on.setText("1-1-2020")

    said = answers(empty, wrong, lambda dialog: dialog.on.setText("geen dag"))
    press(qtbot, empty, "Dossier &sluiten…")
    assert "voor het begon" in said[0]
    assert "datum" in said[1]
    assert home(empty).closed is None


def test_that_a_dossier_does_not_close_on_a_day_that_has_to_come(qtbot: QtBot, empty: MainWindow) -> None:
    def tomorrow(dialog: Closing) -> None:
        dialog.reason.setCurrentIndex(dialog.reason.findData("moved"))
        dialog.on.setText(shown_day(date.today() + timedelta(days=1)))

    said = answers(empty, tomorrow, lambda dialog: dialog.on.setText(shown_day(date.today())))
    press(qtbot, empty, "Dossier &sluiten…")
    assert "moet nog komen" in said[0]
    assert said[1] == ""
    assert home(empty).closed == date.today()


def test_that_a_note_for_a_colleague_is_kept(empty: MainWindow) -> None:
    shown(empty)._note.setPlainText("Bel na vieren.")
    empty.session.flush()
    assert home(empty).note == "Bel na vieren."


def test_that_one_page_shows_every_household_its_own(qtbot: QtBot, empty: MainWindow) -> None:
    fill(qtbot, empty, "Contactpersoon", "Fatima")
    second = empty.view.household
    empty.household.open_new()
    assert line(shown(empty), "Contactpersoon").text() == ""
    empty.view.open_household(second)
    assert line(shown(empty), "Contactpersoon").text() == "Fatima"
    assert len(household.all_of(empty.session.store)) == 3
