from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import people, relations
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.household.people_genogram import GenogramView
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import cell, page_named, table, type_in_cell

SINCE = 3  # column


def dossier(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def view(window: MainWindow) -> GenogramView:
    return page_named(window, "Mensen").findChild(GenogramView)


def alone(window: MainWindow, *names: str) -> tuple[GenogramView, list[int]]:
    """A new household with these people, and its drawing."""
    window.household.open_new()
    of = window.view.household
    shown = view(window)
    return shown, [window.session.run("Persoon toevoegen", people.add, of, name=name) for name in names]


def at(shown: GenogramView, person: int) -> QPoint:
    return shown.rect_of(person).center().toPoint()


def menu(shown: GenogramView) -> QMenu:
    found = next(m for m in shown.parentWidget().window().findChildren(QMenu) if m.isVisible())
    assert found.activeAction() is not None
    return found


def choose(qtbot: QtBot, shown: GenogramView, words: str) -> None:
    """Down to the entry, and Enter."""
    opened = menu(shown)
    actions = [action for action in opened.actions() if not action.isSeparator()]
    wanted = next(a for a in actions if a.text().replace("&", "").partition("\t")[0] == words)
    for _ in actions:
        if opened.activeAction() is wanted:
            break
        qtbot.keyClick(opened, Qt.Key.Key_Down)
    qtbot.keyClick(opened, Qt.Key.Key_Return)
    assert not opened.isVisible()


def editor(window: MainWindow) -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


@pytest.mark.parametrize(
    ("key", "role", "kind", "first"),
    [
        (Qt.Key.Key_P, "partner", "samenwonend", True),
        (Qt.Key.Key_X, "ex-partner", "uit-elkaar", True),
        (Qt.Key.Key_K, "kind", "ouder-kind", True),
        (Qt.Key.Key_O, "ouder", "ouder-kind", False),
        (Qt.Key.Key_A, "steunfiguur", "onbekende-relatie", True),
    ],
)
def test_that_a_key_adds_somebody_next_to_the_chosen_one_and_asks_the_name(
    qtbot: QtBot, window: MainWindow, key: Qt.Key, role: str, kind: str, first: bool
) -> None:
    shown, (anna,) = alone(window, "Anna")
    shown.setFocus()
    qtbot.keyClick(shown, key)
    new = dossier(window).people[-1]
    (tie,) = dossier(window).relations
    assert (new.name, new.role, tie.kind) == ("", role, kind)
    assert (tie.person, tie.other) == ((anna, new.id) if first else (new.id, anna))
    qtbot.keyClicks(editor(window), "Bo")
    qtbot.keyClick(editor(window), Qt.Key.Key_Return)
    QApplication.processEvents()
    assert dossier(window).people[-1].name == "Bo"
    assert shown.chosen == new.id
    window.undo()  # the name
    window.undo()  # the person with the relation
    assert len(dossier(window).people) == 1
    assert dossier(window).relations == ()


def open_spot(shown: GenogramView) -> QPoint:
    return shown.rect().bottomRight() - QPoint(4, 4)


def said(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.view.findChildren(QLabel) if label.isVisible())


def test_that_a_name_typed_with_nobody_chosen_does_nothing_and_says_what_to_do(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown, before = view(window), window.session.dossier(window.view.household)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=open_spot(shown))
    assert "Nu is niemand gekozen" not in said(window)
    qtbot.keyClicks(shown, "Sam opa k")
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert dossier(window) == before
    assert shown.hasFocus()
    assert "Nu is niemand gekozen. Klik iemand aan" in said(window)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert shown.chosen is not None
    assert "Nu is niemand gekozen" not in said(window)
    qtbot.keyClick(shown, Qt.Key.Key_K)
    assert len(dossier(window).people) == len(before.people) + 1
    qtbot.keyClick(editor(window), Qt.Key.Key_Escape)


def test_that_a_press_beside_everybody_lets_go_of_who_was_chosen(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, _) = alone(window, "Anna", "Bo")
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=at(shown, anna))
    assert shown.chosen == anna
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=open_spot(shown))
    assert shown.chosen is None
    assert window.session.selection.chosen is None
    qtbot.keyClicks(shown, "Sam")
    assert len(dossier(window).people) == 2


def test_that_the_first_one_may_be_made_with_a_key(qtbot: QtBot, window: MainWindow) -> None:
    shown, _ = alone(window)
    shown.setFocus()
    qtbot.keyClicks(shown, "k")
    assert dossier(window).people == ()
    qtbot.keyClick(shown, Qt.Key.Key_A)
    assert len(dossier(window).people) == 1
    qtbot.keyClick(editor(window), Qt.Key.Key_Escape)


def test_that_a_child_is_of_both_who_live_together(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, bo) = alone(window, "Anna", "Bo")
    window.session.run("Relatie toevoegen", relations.add, anna, bo, "gehuwd")
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_K)
    child = dossier(window).people[-1].id
    assert {(r.person, r.other) for r in dossier(window).relations[1:]} == {(anna, child), (bo, child)}
    qtbot.keyClick(editor(window), Qt.Key.Key_Escape)


def test_that_arrows_walk_to_the_nearest_sign_and_the_table_follows(qtbot: QtBot, window: MainWindow) -> None:
    shown = view(window)
    shown.setFocus()
    walked = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Left):
        walked.append(shown.accessibleName().partition(": ")[2].partition(",")[0])
        qtbot.keyClick(shown, key)
    assert walked == ["Vader", "Moeder", "Middelste zoon", "Jongste dochter", "Moeder"]
    assert window.session.selection.chosen == ("person", shown.chosen)
    assert table(page_named(window, "Mensen"), "Mensen").record().name == "Vader"


def test_that_the_drawing_follows_the_table(window: MainWindow) -> None:
    shown, people_ = view(window), table(page_named(window, "Mensen"), "Mensen")
    people_.setFocus()
    people_.setCurrentIndex(people_.model().index(4, 0))
    assert shown.chosen == dossier(window).people[4].id


def test_that_a_reader_hears_the_chosen_one_and_can_ask_for_everybody(window: MainWindow) -> None:
    shown = view(window)
    shown.setFocus()
    assert shown.accessibleName().startswith("Genogram: Vader, ")
    assert "Ouder van Oudste zoon" in shown.accessibleName()
    for person in dossier(window).people:
        assert f"{person.name}, " in shown.accessibleDescription()


def test_that_a_line_is_drawn_by_keys_and_undone(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, bo) = alone(window, "Anna", "Bo")
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_R)
    qtbot.keyClick(shown, Qt.Key.Key_Right)
    assert "Lijn van Anna naar Bo" in shown.accessibleName()
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    choose(qtbot, shown, "Kind van")
    (tie,) = dossier(window).relations
    assert (tie.person, tie.kind, tie.other) == (bo, "ouder-kind", anna)
    assert shown.rect_of(bo).center().y() < shown.rect_of(anna).center().y()
    assert window.session.selection.chosen == ("relation", tie.id)
    assert table(page_named(window, "Mensen"), "Relaties").record().id == tie.id
    window.undo()
    assert dossier(window).relations == ()


def test_that_escape_lets_go_of_a_line(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, _) = alone(window, "Anna", "Bo")
    shown.setFocus()
    for key in (Qt.Key.Key_R, Qt.Key.Key_Right, Qt.Key.Key_Escape):
        qtbot.keyClick(shown, key)
    assert shown.chosen == anna
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert not [found for found in window.findChildren(QMenu) if found.isVisible()]


def test_that_a_line_begun_with_a_key_may_end_with_a_press(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, bo) = alone(window, "Anna", "Bo")
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_R)
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=at(shown, bo))
    choose(qtbot, shown, "Gehuwd")
    assert [(r.person, r.kind, r.other) for r in dossier(window).relations] == [(anna, "gehuwd", bo)]


def drag(qtbot: QtBot, shown: GenogramView, start: QPoint, end: QPoint) -> None:
    qtbot.mousePress(shown, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(shown, (start + end) / 2)
    qtbot.mouseMove(shown, end)
    qtbot.mouseRelease(shown, Qt.MouseButton.LeftButton, pos=end)


def test_that_dragging_one_onto_another_asks_how_they_belong(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, bo) = alone(window, "Anna", "Bo")
    qtbot.waitUntil(lambda: shown.rect_of(bo).width() > 24)
    drag(qtbot, shown, at(shown, anna), at(shown, bo))
    choose(qtbot, shown, "Conflict")
    assert [(r.person, r.kind, r.other) for r in dossier(window).relations] == [(anna, "conflict", bo)]


def test_that_a_drag_into_the_open_draws_nothing_and_a_press_chooses(qtbot: QtBot, window: MainWindow) -> None:
    shown, (_, bo) = alone(window, "Anna", "Bo")
    drag(qtbot, shown, at(shown, bo), QPoint(5, shown.height() - 5))
    assert shown.chosen == bo
    assert not [found for found in window.findChildren(QMenu) if found.isVisible()]


def test_that_space_and_delete_work_on_the_chosen_one(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, bo) = alone(window, "Anna", "Bo")
    shown.setFocus()
    living = []
    for _ in range(3):
        qtbot.keyClick(shown, Qt.Key.Key_Space)
        living.append(dossier(window).people[0].lives_here)
    assert living == ["partly", "no", "yes"]
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert [person.id for person in dossier(window).people] == [bo]
    window.undo()
    assert [person.id for person in dossier(window).people] == [anna, bo]


def test_that_authority_is_given_and_taken_by_key(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, _) = alone(window, "Anna", "Bo")
    window.session.run("Geboortejaar wijzigen", people.set_birth_year, anna, date.today().year - 8)
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_G)
    choose(qtbot, shown, "Bo")
    assert [(held.person, held.authority) for held in dossier(window).custody] == [(anna, "parental")]
    assert "Ouderlijk gezag: Bo." in shown.accessibleName()
    qtbot.keyClick(shown, Qt.Key.Key_G)
    assert menu(shown).actions()[0].isChecked()
    choose(qtbot, shown, "Bo")
    assert dossier(window).custody == ()


def test_that_every_key_stands_in_the_menu_with_letters_that_do_not_clash(qtbot: QtBot, window: MainWindow) -> None:
    shown = view(window)
    shown.setFocus()
    place = at(shown, dossier(window).people[0].id)
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, shown.mapToGlobal(place))
    QApplication.sendEvent(shown, asked)
    entries = [action.text() for action in menu(shown).actions() if not action.isSeparator()]
    letters = [entry.partition("&")[2][0].casefold() for entry in entries]
    assert len(set(letters)) == len(entries) == 9
    assert [entry.partition("\t")[2] for entry in entries] == ["P", "X", "K", "O", "A", "R", "G", "Spatie", "Delete"]
    qtbot.keyClick(menu(shown), Qt.Key.Key_Escape)


def test_that_the_button_starts_an_empty_household(qtbot: QtBot, window: MainWindow) -> None:
    shown, _ = alone(window)
    page = page_named(window, "Mensen")
    pressed = next(b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == "Tekening aanvullen…")
    qtbot.keyClick(pressed, Qt.Key.Key_Return)
    choose(qtbot, shown, "Iemand anders erbij")
    assert [person.role for person in dossier(window).people] == ["steunfiguur"]
    qtbot.keyClick(editor(window), Qt.Key.Key_Escape)


def test_that_the_year_of_a_relation_puts_partners_in_order(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, bo, cas) = alone(window, "Anna", "Bo", "Cas")
    for other in (bo, cas):
        window.session.run("Relatie toevoegen", relations.add, anna, other, "gescheiden")
    listed = table(page_named(window, "Mensen"), "Relaties")
    type_in_cell(qtbot, listed, 0, SINCE, "2015")
    type_in_cell(qtbot, listed, 1, SINCE, "2003")
    assert shown.rect_of(cas).x() < shown.rect_of(anna).x() < shown.rect_of(bo).x()
    type_in_cell(qtbot, listed, 1, SINCE, "1066")
    assert cell(listed, 1, SINCE) == "1066"
    assert dossier(window).relations[1].since == 2003


def test_that_a_press_on_a_line_chooses_its_row(qtbot: QtBot, window: MainWindow) -> None:
    shown, (anna, bo) = alone(window, "Anna", "Bo")
    tie = window.session.run("Relatie toevoegen", relations.add, anna, bo, "gehuwd")
    between = (at(shown, anna) + at(shown, bo)) / 2
    qtbot.mouseClick(shown, Qt.MouseButton.LeftButton, pos=between)
    assert window.session.selection.chosen == ("relation", tie)
