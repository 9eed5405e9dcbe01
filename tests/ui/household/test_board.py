from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import problems
from doorbraak.model.dossier.problems import Problem
from doorbraak.ui import theme
from doorbraak.ui.household.board_column import BoardColumn
from doorbraak.ui.household.board_drag import _Picture
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from tests.ui.conftest import line, page_named, table

TITLE = "Wat eerst?"
OWN, PROFESSIONAL, SYSTEM, NOBODY = "Het huishouden", "De professional", "Het systeem", "Nog van niemand"
NOTHING_HELD = Qt.KeyboardModifier.NoModifier
Key, Control = Qt.Key, Qt.KeyboardModifier.ControlModifier
Fill = Callable[..., Page]


@pytest.fixture
def fill(window: MainWindow) -> Fill:
    """The page of a new household with a problem for each word: fill("A", "B", owner="system")."""
    window.household.open_new()

    def add(*called: str, owner: str = "household") -> Page:
        for words in called:
            window.session.run(
                "Probleem toevoegen", problems.add, window.view.household, words=words, life_domain="wonen", owner=owner
            )
        return page_named(window, TITLE)

    return add


def column(page: QWidget, title: str) -> BoardColumn:
    return next(found for found in page.findChildren(BoardColumn) if found.accessibleName() == title)


def shown(page: QWidget, title: str) -> list[str]:
    model = column(page, title).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def known(window: MainWindow, words: str) -> Problem:
    return next(p for p in window.session.dossier(window.view.household).problems if p.words == words)


def ranks(window: MainWindow) -> dict[str, int | None]:
    return {p.words: p.rank for p in window.session.dossier(window.view.household).problems}


def go(page: QWidget, title: str, words: str) -> BoardColumn:
    """To this card, as a click does."""
    view = column(page, title)
    view.setFocus(Qt.FocusReason.MouseFocusReason)
    view.setCurrentIndex(view.model().index(shown(page, title).index(words), 0))
    return view


def says(page: QWidget, words: str) -> bool:
    return any(words in label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(qtbot: QtBot, page: QWidget, text: str) -> None:
    button = next(b for b in page.findChildren(QPushButton) if b.text().replace("&", "") == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pick_up(page: QWidget, title: str, words: str, move: QPoint = QPoint(0, 40)) -> QWidget:  # noqa: B008
    """Press on a card and begin to drag it."""
    view, start = column(page, title).viewport(), middle(page, title, words)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, NOTHING_HELD, start)
    QTest.mouseMove(view, start + move)
    return view


def drag(
    page: QWidget, card: tuple[str, str], title: str, at: QPoint, held: Qt.KeyboardModifier = NOTHING_HELD
) -> None:
    """The column that was pressed on is told of it all, wherever the mouse is."""
    view = pick_up(page, *card)
    to = view.mapFromGlobal(column(page, title).viewport().mapToGlobal(at))
    QTest.mouseMove(view, to)
    assert [one.isVisible() for one in page.findChildren(_Picture)].count(True) == 1
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, held, to)
    assert not [one for one in page.findChildren(_Picture) if one.isVisible()]


def middle(page: QWidget, title: str, words: str) -> QPoint:
    view = column(page, title)
    return view.visualRect(view.model().index(shown(page, title).index(words), 0)).center()


def test_that_a_key_gives_a_problem_to_who_moves_it(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    page = fill("A", "B", owner="")
    view = go(page, NOBODY, "A")
    for key, owner, title in (
        (Key.Key_S, "system", SYSTEM), (Key.Key_P, "professional", PROFESSIONAL), (Key.Key_H, "household", OWN),
    ):  # fmt: skip
        qtbot.keyClick(view, key)
        assert known(window, "A").owner == owner
        assert shown(page, title) == ["A"]
        view = column(page, title)
        assert view.hasFocus()
    assert shown(page, NOBODY) == ["B"]
    window.undo()
    assert known(window, "A").owner == "professional"
    assert column(page, PROFESSIONAL).hasFocus()  # the focus goes with the card


def test_that_the_column_of_nobody_is_there_when_it_has_cards(window: MainWindow, fill: Fill) -> None:
    page = fill("A", owner="system")
    assert not column(page, NOBODY).isVisible()
    fill("B", owner="")
    assert column(page, NOBODY).isVisible()


def test_that_control_and_an_arrow_move_a_card_one_column(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    page = fill("A")
    qtbot.keyClick(go(page, OWN, "A"), Key.Key_Left, Control)
    assert known(window, "A").owner == "household"
    qtbot.keyClick(column(page, OWN), Key.Key_Right, Control)
    qtbot.keyClick(column(page, PROFESSIONAL), Key.Key_Right, Control)
    qtbot.keyClick(column(page, SYSTEM), Key.Key_Right, Control)
    assert known(window, "A").owner == "system"


def test_that_control_and_an_arrow_make_the_households_order(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    page = fill("A", "B", "C")
    view = go(page, OWN, "C")
    assert says(page, "Nog niets staat eerst.")
    qtbot.keyClick(view, Key.Key_Up, Control)
    assert ranks(window) == {"A": None, "B": None, "C": 1}
    assert shown(page, OWN) == ["C", "A", "B"]
    assert says(page, "Eerst volgens het huishouden: C")
    qtbot.keyClick(go(page, OWN, "B"), Key.Key_Up, Control)
    qtbot.keyClick(view, Key.Key_Up, Control)
    assert ranks(window) == {"A": None, "B": 1, "C": 2}
    assert says(page, "Eerst volgens het huishouden: B")
    window.undo()  # one step each
    assert ranks(window) == {"A": None, "B": 2, "C": 1}
    qtbot.keyClick(view, Key.Key_Down, Control)
    assert ranks(window) == {"A": None, "B": None, "C": 1}
    qtbot.keyClick(go(page, OWN, "C"), Key.Key_0)
    assert ranks(window) == {"A": None, "B": None, "C": None}


def test_that_buttons_and_the_menu_do_what_keys_do(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    page = fill("A", "B")
    view = go(page, OWN, "B")
    press(qtbot, page, "Eerder")
    assert ranks(window) == {"A": None, "B": 1}
    press(qtbot, page, "Later")
    assert ranks(window) == {"A": None, "B": None}
    assert {action.shortcut().toString() for action in view.actions()} >= {"H", "P", "S", "W", "Ctrl+Up", "F2"}
    next(a for a in view.actions() if a.text() == "Naar het &systeem").trigger()
    assert known(window, "B").owner == "system"


def test_that_a_drag_to_another_column_gives_it_and_within_one_orders(window: MainWindow, fill: Fill) -> None:
    page = fill("A", "B", "C")
    drag(page, (OWN, "C"), SYSTEM, QPoint(20, 20))
    assert known(window, "C").owner == "system"
    assert ranks(window)["C"] is None
    drag(page, (OWN, "B"), OWN, QPoint(20, 2))
    assert ranks(window) == {"A": None, "B": 1, "C": None}
    assert shown(page, OWN) == ["B", "A"]
    drag(page, (OWN, "A"), OWN, QPoint(20, 2))
    assert ranks(window) == {"A": 1, "B": 2, "C": None}
    window.undo()
    assert ranks(window) == {"A": None, "B": 1, "C": None}


def test_that_a_drag_onto_a_card_with_shift_says_what_waits(window: MainWindow, fill: Fill) -> None:
    page = fill("A", "B")
    shift = Qt.KeyboardModifier.ShiftModifier
    drag(page, (OWN, "A"), OWN, middle(page, OWN, "B"), shift)
    assert known(window, "A").waits_for == (known(window, "B").id,)
    assert ranks(window) == {"A": None, "B": None}
    drag(page, (OWN, "A"), OWN, middle(page, OWN, "B"), shift)
    assert known(window, "A").waits_for == ()


@pytest.mark.parametrize("ending", ["F12", "lock", "Escape"])
def test_that_what_ends_a_drag_leaves_nothing_of_the_card(
    qtbot: QtBot, window: MainWindow, fill: Fill, ending: str
) -> None:
    page = fill("A", "B")
    view = pick_up(page, OWN, "B")
    assert [one.isVisible() for one in page.findChildren(_Picture)] == [True]
    before = window.session.store.undo_label
    if ending == "lock":
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_L, Control)
        assert window.session is None
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not window.findChildren(_Picture)
        return
    qtbot.keyClick(QApplication.focusWidget(), getattr(Key, f"Key_{ending}"))
    assert not [one for one in page.findChildren(_Picture) if one.isVisible()]
    if ending == "F12":  # there and back with the button held
        assert window.neutral.on
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_F12)
        assert not [one for one in page.findChildren(_Picture) if one.isVisible()]
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, NOTHING_HELD, QPoint(20, 2))
    assert window.session.store.undo_label == before
    assert ranks(window) == {"A": None, "B": None}


def test_that_a_press_without_a_drag_chooses_and_writes_nothing(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    page = fill("A", "B")
    before = window.session.store.undo_label
    qtbot.mouseClick(column(page, OWN).viewport(), Qt.MouseButton.LeftButton, pos=middle(page, OWN, "B"))
    assert window.session.selection.chosen == ("problem", known(window, "B").id)
    assert window.session.store.undo_label == before
    assert not page.findChildren(_Picture)


def test_that_w_and_another_card_say_what_waits_and_the_loop_lights_up(
    qtbot: QtBot, window: MainWindow, fill: Fill
) -> None:
    fill("A", "C")
    page = fill("B", owner="system")
    a, b = known(window, "A").id, known(window, "B").id
    view = go(page, OWN, "A")
    qtbot.keyClick(view, Key.Key_W)
    assert says(page, "Waar wacht “A” op?")
    qtbot.keyClick(view, Key.Key_Right)
    assert column(page, SYSTEM).hasFocus()
    qtbot.keyClick(column(page, SYSTEM), Key.Key_Return)
    assert known(window, "A").waits_for == (b,)
    assert view.hasFocus()
    assert view.marks.tied == frozenset()
    qtbot.keyClick(go(page, SYSTEM, "B"), Key.Key_W)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(page, OWN, "A"))
    assert known(window, "B").waits_for == (a,)
    assert view.marks.tied == {a, b}
    assert says(page, "Knoop 1: A wacht op B, B wacht op A")
    go(page, OWN, "C")
    assert view.marks.tied == frozenset()
    assert not says(page, "Knoop 1:")
    window.undo()
    assert known(window, "B").waits_for == ()


def test_that_a_lit_card_looks_otherwise(window: MainWindow, fill: Fill) -> None:
    page = fill("A", "B")
    one, other = known(window, "A").id, known(window, "B").id
    view = go(page, OWN, "A")
    at = middle(page, OWN, "B")

    def ground() -> str:
        QApplication.processEvents()
        return view.grab().toImage().pixelColor(at).name().upper()

    assert ground() == theme.LIGHT.field
    for waits, for_ in ((one, other), (other, one)):
        window.session.run("Wacht op wijzigen", problems.set_waits_for, waits, (for_,))
    assert ground() == theme.LIGHT.warning_ground


def test_that_choosing_again_takes_the_wait_away_and_escape_does_nothing(
    qtbot: QtBot, window: MainWindow, fill: Fill
) -> None:
    page = fill("A", "B")
    view = go(page, OWN, "A")
    window.session.run("Wacht op wijzigen", problems.set_waits_for, known(window, "A").id, (known(window, "B").id,))
    press(qtbot, page, "Wacht op…")
    assert view.hasFocus()
    assert view.marks.links == {known(window, "B").id}
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Escape)
    assert known(window, "A").waits_for == (known(window, "B").id,)
    assert window.session.selection.chosen == ("problem", known(window, "A").id)
    press(qtbot, page, "Wacht op…")
    qtbot.keyClick(view, Key.Key_Down)
    qtbot.keyClick(view, Key.Key_Return)
    assert known(window, "A").waits_for == ()


@pytest.mark.parametrize("begin", [Key.Key_F2, Key.Key_Return])
def test_that_who_takes_the_lead_is_typed_on_the_card(
    qtbot: QtBot, window: MainWindow, fill: Fill, begin: Qt.Key
) -> None:
    page = fill("A")
    view = go(page, OWN, "A")
    qtbot.keyClick(view, begin)
    editor = view.findChild(QLineEdit)
    assert editor.accessibleName() == "Wie trekt dit?"
    qtbot.keyClicks(editor, "hans W")  # keys of the cards are letters here
    qtbot.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()
    assert not editor.isVisible()
    assert view.hasFocus()
    assert known(window, "A").lead == "hans W"
    assert "hans W trekt dit" in view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    window.undo()
    assert known(window, "A").lead == ""


def test_that_the_one_contact_person_is_typed_above(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    field = line(fill("A"), "Vaste contactpersoon")
    field.setFocus()
    qtbot.keyClicks(field, "Noor")
    qtbot.keyClick(field, Key.Key_Return)
    assert window.session.dossier(window.view.household).household.lead == "Noor"


def test_that_a_difference_is_shown_and_left_as_it_is(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    page = fill("A", "B", "C")
    window.session.run("Wacht op wijzigen", problems.set_waits_for, known(window, "B").id, (known(window, "C").id,))
    assert says(page, "Wat het meeste losmaakt: C, maakt 1 ander los")
    assert not says(page, "Dat verschilt.")
    qtbot.keyClick(go(page, OWN, "A"), Key.Key_Up, Control)
    assert says(page, "Dat verschilt. De keuze van het huishouden gaat voor.")
    assert ranks(window) == {"A": 1, "B": None, "C": None}
    qtbot.keyClick(go(page, OWN, "C"), Key.Key_Up, Control)
    qtbot.keyClick(column(page, OWN), Key.Key_Up, Control)
    assert not says(page, "Dat verschilt.")


def test_that_the_chosen_card_is_the_chosen_problem_everywhere(window: MainWindow) -> None:
    page_named(window, "Problemen en instanties")
    page = page_named(window, TITLE)
    listed = window.session.dossier(window.view.household).problems
    system = next(p for p in listed if p.owner == "system" and p.rank is None)
    window.session.selection.choose("problem", system.id)
    assert column(page, SYSTEM).marks.chosen == system.id
    assert column(page, SYSTEM).card().id == system.id
    view = column(page, PROFESSIONAL)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.session.selection.chosen == ("problem", view.card().id)
    other = page_named(window, "Problemen en instanties")
    assert table(other, "Problemen").record().id == view.card().id


def test_that_a_problem_that_was_chosen_before_it_stood_here_is_the_chosen_one(window: MainWindow, fill: Fill) -> None:
    page = fill("A")
    go(page, OWN, "A")
    page_named(window, "Problemen en instanties")
    household = window.view.household
    window.session.run("Probleem toevoegen", problems.add, household, words="B", life_domain="geld", owner="system")
    window.session.selection.choose("problem", known(window, "B").id)
    assert column(page_named(window, TITLE), SYSTEM).marks.chosen == known(window, "B").id


def test_that_a_card_is_as_high_as_its_words_need(window: MainWindow, fill: Fill) -> None:
    page = fill("A", "Een probleem met zoveel woorden dat het nooit op een regel van een kaart van het bord kan staan")
    view = column(page, OWN)
    QApplication.processEvents()
    low, high = (view.visualRect(view.model().index(row, 0)).height() for row in (0, 1))
    assert high - low >= view.fontMetrics().height()


def test_that_what_is_solved_is_folded_away(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    from datetime import date

    page = fill("A", "B")
    window.session.run("Opgelost op wijzigen", problems.set_solved_on, known(window, "A").id, date(2026, 1, 1))
    assert shown(page, OWN) == ["B"]
    press(qtbot, page, "Opgeloste tonen (1)")
    assert shown(page, OWN) == ["B", "A"]
    press(qtbot, page, "Opgeloste verbergen (1)")
    assert shown(page, OWN) == ["B"]


def test_that_arrows_walk_through_all_columns(qtbot: QtBot, window: MainWindow) -> None:
    page = page_named(window, TITLE)
    page.take_focus()
    start = column(page, OWN)
    assert start.hasFocus()
    assert start.marks.chosen == start.card().id
    qtbot.keyClick(start, Key.Key_Right)
    assert column(page, PROFESSIONAL).hasFocus()
    qtbot.keyClick(column(page, PROFESSIONAL), Key.Key_Right)
    assert column(page, SYSTEM).hasFocus()
    qtbot.keyClick(column(page, SYSTEM), Key.Key_Left)
    assert column(page, PROFESSIONAL).hasFocus()


def test_that_an_empty_board_leads_to_where_problems_are_written(qtbot: QtBot, window: MainWindow, fill: Fill) -> None:
    page = fill()
    assert says(page, "Nog geen problemen.")
    press(qtbot, page, "Naar de problemen")
    assert window.view._stack.currentWidget() is not page


@pytest.mark.parametrize("colours", theme.THEMES.values(), ids=lambda one: one.name)
def test_that_words_on_a_lit_card_can_be_read(colours: theme.Theme) -> None:
    assert theme.contrast(colours.text, colours.warning_ground) >= 4.5
    assert theme.contrast(colours.quiet, colours.chosen) >= 4.5
