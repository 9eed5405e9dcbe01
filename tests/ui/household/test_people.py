from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import people
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui import theme
from doorbraak.ui.household.people import coming_of_age
from doorbraak.ui.household.people_genogram import GenogramView
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.choice_box import ChoiceBox
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

YEAR, MONTH, ORIGIN = 2, 3, 7  # columns


def box(shown: QWidget, name: str) -> ChoiceBox:
    return next(found for found in shown.findChildren(ChoiceBox) if found.accessibleName() == name)


def choose(qtbot: QtBot, shown: QWidget, name: str, words: str) -> None:
    """By its keys: Home, and down to the words."""
    found = box(shown, name)
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Home)
    for _ in range(found.findText(words)):
        qtbot.keyClick(found, Qt.Key.Key_Down)
    assert found.currentText() == words


def press(qtbot: QtBot, shown: QWidget, text: str) -> None:
    found = next(b for b in shown.findChildren(QPushButton) if b.text().replace("&", "") == text)
    qtbot.keyClick(found, Qt.Key.Key_Return)


def dossier(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def test_that_a_first_name_is_enough(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Mensen")
    field = line(shown, "Nieuwe persoon")
    qtbot.keyClicks(field, "Sam")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert cell(table(shown, "Mensen"), len(dossier(window).people) - 1, 0) == "Sam"
    assert field.text() == ""
    assert field.hasFocus()


def test_that_a_role_is_recognised_and_needs_no_name(qtbot: QtBot, window: MainWindow) -> None:
    field = line(page_named(window, "Mensen"), "Nieuwe persoon")
    qtbot.keyClicks(field, "oma")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    added = dossier(window).people[-1]
    assert (added.name, added.role) == ("", "oma")


def test_that_each_example_in_the_field_does_what_it_says(qtbot: QtBot, window: MainWindow) -> None:
    field = line(page_named(window, "Mensen"), "Nieuwe persoon")
    for typed in field.placeholderText().removeprefix("Bijvoorbeeld: ").split(" of "):
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    sam, uncle, emma = dossier(window).people[-3:]
    assert (sam.name, sam.role, sam.sex, sam.lives_here) == ("Sam", "", "", "yes")
    assert (uncle.name, uncle.role, uncle.sex, uncle.lives_here) == ("", "oom-tante", "man", "no")
    assert (emma.name, emma.role, emma.birth_year, emma.sex, emma.lives_here) == (
        "Emma", "dochter", 2012, "woman", "yes",
    )  # fmt: skip
    window.undo()
    assert dossier(window).people[-1] == uncle


def test_that_a_household_of_seven_is_in_sight_without_scrolling(window: MainWindow) -> None:
    shown = page_named(window, "Mensen")
    QApplication.processEvents()
    people_, relations = table(shown, "Mensen"), table(shown, "Relaties")
    assert people_.model().rowCount() == 7
    for one in (people_, relations):
        assert one.horizontalScrollBar().maximum() == 0
    assert people_.verticalScrollBar().maximum() == 0
    for row in range(relations.model().rowCount()):
        at = relations.model().index(row, 2)
        words = relations.fontMetrics().horizontalAdvance(str(at.data()))
        assert relations.visualRect(at).width() >= words + 8


def test_that_the_drawing_takes_most_of_its_room(window: MainWindow) -> None:
    drawn = page_named(window, "Mensen").findChild(GenogramView)
    QApplication.processEvents()
    rects = [drawn.rect_of(person.id) for person in dossier(window).people]
    high = max(rect.bottom() for rect in rects) - min(rect.top() for rect in rects)
    assert high > 0.6 * drawn.height()


def test_that_the_drawing_is_whole_with_the_large_letters_of_the_table(window: MainWindow) -> None:
    page_named(window, "Mensen")
    QTest.keyClick(window, Qt.Key.Key_F11)
    window.showNormal()
    window.resize(1366, 768)
    QApplication.processEvents()
    drawn = page_named(window, "Mensen").findChild(GenogramView)
    QApplication.processEvents()
    assert theme.zoom() > 1
    assert drawn.visibleRegion().boundingRect() == drawn.rect()
    QTest.keyClick(window, Qt.Key.Key_F11)


def test_that_the_holder_is_never_the_child_and_an_adult_before_another(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    shown = page_named(window, "Mensen")
    child, holder = box(shown, "Kind"), box(shown, "Wie heeft gezag")

    def add(name: str, year: int | None = None) -> None:
        added = window.session.run("Persoon toevoegen", people.add, window.view.household, name=name)
        if year:
            window.session.run("Geboortejaar wijzigen", people.set_birth_year, added, year)

    this_year = date.today().year
    add("Emma", this_year - 9)
    assert (child.currentText(), holder.currentText()) == ("Emma", "Iemand anders")
    add("Bo")
    assert (child.currentText(), holder.currentText()) == ("Emma", "Bo")
    add("Sem", this_year - 5)
    add("Anna", this_year - 40)
    assert (child.currentText(), holder.currentText()) == ("Emma", "Anna")
    choose(qtbot, shown, "Wie heeft gezag", "Bo")
    add("Cas", this_year - 50)
    assert holder.currentText() == "Bo"  # what was chosen stays
    choose(qtbot, shown, "Kind", "Bo")
    assert holder.currentText() == "Anna"
    press(qtbot, shown, "Gezag toevoegen")
    assert len(dossier(window).custody) == 1


def test_that_a_year_that_can_not_be_is_refused_at_its_cell(qtbot: QtBot, window: MainWindow) -> None:
    shown = table(page_named(window, "Mensen"), "Mensen")
    type_in_cell(qtbot, shown, 0, YEAR, "1885")
    assert "geboortejaar" in window.view.notice.text()
    assert cell(shown, 0, YEAR) == "1885"
    type_in_cell(qtbot, shown, 0, YEAR, "1986")
    assert dossier(window).people[0].birth_year == 1986


@pytest.mark.parametrize("typed", ["5", "mei", "Mei 2099"])
def test_that_the_month_of_coming_of_age_reads_as_a_month_and_a_year(
    qtbot: QtBot, window: MainWindow, typed: str
) -> None:
    shown = table(page_named(window, "Mensen"), "Mensen")
    type_in_cell(qtbot, shown, 0, YEAR, "2012")
    type_in_cell(qtbot, shown, 0, MONTH, typed)
    assert cell(shown, 0, MONTH) == "18 in mei 2030"
    assert dossier(window).people[0].month_of_18 == 5
    window.undo()
    assert cell(shown, 0, MONTH) != "18 in mei 2030"


def test_that_what_is_no_month_stays_as_typed(qtbot: QtBot, window: MainWindow) -> None:
    shown = table(page_named(window, "Mensen"), "Mensen")
    type_in_cell(qtbot, shown, 0, MONTH, "ma")
    assert cell(shown, 0, MONTH) == "ma"
    assert "geen maand" in window.view.notice.text()


def test_that_a_year_of_coming_of_age_that_is_past_is_not_shown(window: MainWindow) -> None:
    of = window.view.household
    child = window.session.run("Persoon toevoegen", people.add, of, name="Sam", birth_year=2012)
    found = next(person for person in dossier(window).people if person.id == child)
    assert coming_of_age(found, date(2030, 12, 31)) == "18 in 2030"
    assert coming_of_age(found, date(2031, 1, 1)) == ""


def test_that_a_relation_reads_from_left_to_right_and_can_be_undone(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Mensen")
    before = len(dossier(window).relations)
    for name in ("Anna", "Bram"):
        window.session.run("Persoon toevoegen", people.add, window.view.household, name=name)
    choose(qtbot, shown, "Wie", "Bram")
    choose(qtbot, shown, "Hoe horen zij bij elkaar", "Zorgt voor")
    choose(qtbot, shown, "Met wie", "Anna")
    press(qtbot, shown, "Relatie toevoegen")
    relations = table(shown, "Relaties")
    assert [cell(relations, before, at) for at in range(3)] == ["Bram", "Zorgt voor", "Anna"]
    assert box(shown, "Wie").hasFocus()
    press(qtbot, shown, "Relatie toevoegen")
    assert "staat er al" in window.view.notice.text()
    window.undo()
    assert len(dossier(window).relations) == before


def test_that_nobody_is_married_to_somebody_by_a_press_too_soon(qtbot: QtBot, window: MainWindow) -> None:
    shown, before = page_named(window, "Mensen"), dossier(window).relations
    press(qtbot, shown, "Relatie toevoegen")
    assert dossier(window).relations == before
    assert "hoe zij bij elkaar horen" in window.view.notice.text()
    assert box(shown, "Hoe horen zij bij elkaar").hasFocus()


def test_that_a_new_name_is_read_in_every_table(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Mensen")
    of = window.view.household
    first = window.session.run("Persoon toevoegen", people.add, of, name="Anna", birth_year=2015)
    choose(qtbot, shown, "Kind", "Anna")
    choose(qtbot, shown, "Soort gezag", "Voogdij")
    choose(qtbot, shown, "Wie heeft gezag", "Iemand anders")
    press(qtbot, shown, "Gezag toevoegen")
    added = dossier(window).custody[-1]
    assert (added.person, added.authority, added.holder) == (first, "guardian", None)
    row = len(dossier(window).custody) - 1
    painted_again = [table(shown, name).model().dataChanged for name in ("Gezag", "Relaties")]
    with qtbot.waitSignals(painted_again):
        window.session.run("Naam wijzigen", people.rename, first, "Anne")
    assert cell(table(shown, "Gezag"), row, 0) == "Anne"
    assert box(shown, "Kind").currentText() == "Anne"


def test_that_nobody_has_authority_over_a_grown_up(window: MainWindow) -> None:
    of = window.view.household
    window.session.run("Persoon toevoegen", people.add, of, name="Oud", birth_year=1950)
    shown = page_named(window, "Mensen")
    assert box(shown, "Kind").findText("Oud") < 0
    assert box(shown, "Wie heeft gezag").findText("Oud") >= 0


def test_that_scrolling_past_a_list_chooses_nothing(qtbot: QtBot, window: MainWindow) -> None:
    found = box(page_named(window, "Mensen"), "Soort gezag")
    down = QWheelEvent(
        QPointF(5, 5), QPointF(found.mapToGlobal(QPoint(5, 5))), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    before = found.currentIndex()
    QApplication.sendEvent(found, down)
    assert found.currentIndex() == before


def test_that_what_is_made_up_says_so_and_an_own_dossier_has_no_such_column(window: MainWindow) -> None:
    shown = table(page_named(window, "Mensen"), "Mensen")
    assert "Voorbeeld" in {cell(shown, row, ORIGIN) for row in range(shown.model().rowCount())}
    assert not shown.isColumnHidden(ORIGIN)
    assert window.view.top.mark() == "VOORBEELD"
    window.household.open_new()
    page_named(window, "Mensen")
    window.session.run("Persoon toevoegen", people.add, window.view.household, name="Sam")
    assert shown.model().rowCount() == 1
    assert shown.isColumnHidden(ORIGIN)
    assert window.view.top.mark() == ""
