from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import agencies, interventions, people, problems
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.problems import Problem
from doorbraak.ui import theme
from doorbraak.ui.household.map import MapPage
from doorbraak.ui.household.map_items import MapItem
from doorbraak.ui.household.map_view import MapView
from doorbraak.ui.main_window import MainWindow
from tests.model.dossier.conftest import dump
from tests.ui.conftest import line, page_named, table

TITLE = "Kaart"
Key = Qt.Key


@pytest.fixture
def shown(window: MainWindow) -> MapPage:
    """The map of casus-01."""
    return opened(window)


@pytest.fixture
def small(window: MainWindow) -> MapPage:
    """The map of a household with problems A and B, agencies X (for A) and Y, and a person."""
    window.household.open_new()
    home, run = window.view.household, window.session.run
    first = run("Erbij", problems.add, home, words="A", life_domain="wonen")
    run("Erbij", problems.add, home, words="B", life_domain="geld")
    run("Erbij", agencies.add, home, words="X", problems=(first,))
    run("Erbij", agencies.add, home, words="Y")
    run("Erbij", people.add, home, name="Vader")
    return opened(window)


def opened(window: MainWindow) -> MapPage:
    page = page_named(window, TITLE)
    assert isinstance(page, MapPage)
    QApplication.processEvents()
    page.view.setFocus()
    return page


def dossier(page: MapPage) -> Dossier:
    return page.session.dossier(page.household)


def problem(page: MapPage, words: str) -> Problem:
    return next(one for one in dossier(page).problems if one.words == words)


def agency(page: MapPage, words: str) -> Agency:
    return next(one for one in dossier(page).agencies if one.words == words)


def id_of(record: Problem | Agency) -> str:
    return f"{type(record).__name__.lower()} {record.id}"


def item(page: MapPage, record: Problem | Agency) -> MapItem:
    found = page.view.map.item(id_of(record))
    assert found is not None
    return found


def at(page: MapPage, record: Problem | Agency) -> QPoint:
    return page.view.mapFromScene(item(page, record).middle)


def choose(page: MapPage, record: Problem | Agency) -> None:
    page.view.map.choose(id_of(record))


def drag(view: MapView, start: QPoint, end: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, held, start)
    for step in (1, 2, 3):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 3)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, held, end)


def said(page: MapPage) -> str:
    return next(label.text() for label in page.findChildren(QLabel) if label.accessibleName() == "Stand van de kaart")


# -- showing ----------------------------------------------------------------------------------------------


def test_that_casus_01_fills_its_room_without_zooming(shown: MapPage) -> None:
    view = shown.view
    assert view.transform().m11() == 1
    assert view.map.sceneRect().size().toSize() == view.room()
    assert not view.horizontalScrollBar().maximum()
    assert not view.verticalScrollBar().maximum()
    assert view.map.ecomap.font >= 11


def test_that_an_edit_changes_items_in_place(small: MapPage) -> None:
    before = {one.id: one for one in small.view.map.told()}
    small.session.run("Contacten wijzigen", agencies.set_contacts, agency(small, "X").id, 300)
    assert {one.id: one for one in small.view.map.told()} == before
    assert "3 contacten" in item(small, agency(small, "X")).sentence


def test_that_an_edit_of_what_the_map_does_not_show_draws_nothing_again(small: MapPage) -> None:
    before, pictured = small.view.map.ecomap, item(small, agency(small, "X")).look
    small.session.run("Claim wijzigen", agencies.set_claim, agency(small, "X").id, 12_00)
    assert small.view.map.ecomap is before
    assert item(small, agency(small, "X")).look is pictured


def test_that_an_empty_household_says_how_to_begin(window: MainWindow) -> None:
    window.household.open_new()
    assert said(opened(window)).startswith("Nog niets op de kaart.")


def test_that_after_the_plan_what_stops_is_shown_as_gone(small: MapPage, qtbot: QtBot) -> None:
    small.session.run("Na het plan wijzigen", agencies.set_future, agency(small, "X").id, "stop")
    assert not item(small, agency(small, "X")).look.gone
    small.bar.turn()
    assert item(small, agency(small, "X")).look.gone
    assert not item(small, agency(small, "Y")).look.gone
    assert said(small).startswith("Van 2 instanties naar 1,")


def test_that_another_theme_is_on_the_map_at_once(window: MainWindow, shown: MapPage) -> None:
    window.appearance.use_theme("dark")
    QApplication.processEvents()
    assert item(shown, dossier(shown).problems[0]).look.ink.ground == theme.DARK.ground


@pytest.fixture
def larger(window: MainWindow, qapp: QApplication) -> Iterator[Callable[[], None]]:
    """Makes the letters of the window larger."""
    font = qapp.font()

    def grow() -> None:
        for _ in range(4):
            window.appearance.zoom(1)
        QApplication.processEvents()

    yield grow
    QApplication.setFont(font)
    theme.apply(qapp, theme.LIGHT)


def resize(window: MainWindow, width: int, height: int) -> None:
    """Until the map has heard how large its room is and stands in it."""
    QApplication.processEvents()
    window.resize(width, height)
    for _ in range(5):
        QApplication.processEvents()


def in_sight(page: MapPage) -> bool:
    """All signs with their words, at the size they were meant, and no scroll bar."""
    view, ecomap = page.view, page.view.map.ecomap
    boxes = [one.label.box for one in (*ecomap.headings, *ecomap.problems, *ecomap.agencies, *ecomap.knots)]
    left, top = (min(box[at] for box in boxes) for at in (0, 1))
    right, bottom = (max(box[at] for box in boxes) for at in (2, 3))
    seen = view.mapToScene(view.viewport().rect()).boundingRect()
    return (
        view.transform().isIdentity()
        and seen.contains(QRectF(left, top, right - left, bottom - top))
        and not (view.horizontalScrollBar().maximum() or view.verticalScrollBar().maximum())
    )


def test_that_larger_letters_are_larger_on_a_map_that_has_room(
    window: MainWindow, small: MapPage, larger: Callable[[], None]
) -> None:
    resize(window, 1900, 900)
    before = small.view.map.ecomap.font
    larger()
    resize(window, 1900, 900)
    assert small.view.map.ecomap.font > before
    assert in_sight(small)


def test_that_at_the_table_letters_are_no_smaller_and_all_is_in_sight(window: MainWindow, shown: MapPage) -> None:
    resize(window, 1366, 768)
    assert in_sight(shown)
    before = shown.view.map.ecomap.font
    window.at_table.toggle()
    resize(window, 1366, 768)
    at_table = opened(window)
    font, whole = at_table.view.map.ecomap.font, in_sight(at_table)
    window.at_table.toggle()
    assert font >= before
    assert whole


def test_that_an_edit_does_not_change_the_size_of_letters(
    window: MainWindow, small: MapPage, larger: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    larger()
    resize(window, 1900, 900)
    before, asked = small.view.map.ecomap.font, []
    monkeypatch.setattr(small._layout, "sized", lambda *given: asked.append(given))
    for number in range(40):
        small.session.run("Erbij", agencies.add, small.household, words=f"Instantie {number}")
    QApplication.processEvents()
    assert (small.view.map.ecomap.font, asked) == (before, [])


@pytest.mark.parametrize("height", [768, 700, 660, 640, 620, 600, 560])
def test_that_a_scroll_bar_has_somewhere_to_scroll_to(window: MainWindow, shown: MapPage, height: int) -> None:
    resize(window, 1366, height)
    view = shown.view
    assert in_sight(shown) or view.verticalScrollBar().maximum() > 2 * 0.6 * view.map.ecomap.font
    assert not view.horizontalScrollBar().maximum()


def test_that_a_map_that_was_fitted_fits_another_room_too(window: MainWindow, shown: MapPage, qtbot: QtBot) -> None:
    resize(window, 1366, 560)
    shown.view.map.choose("")
    qtbot.keyClick(shown.view, Key.Key_0)
    small = shown.view.transform().m11()
    assert small < 1
    resize(window, 1366, 520)
    assert shown.view.transform().m11() < small
    assert not shown.view.verticalScrollBar().maximum()


def test_that_a_household_opens_as_it_is_now(window: MainWindow, shown: MapPage) -> None:
    shown.bar.turn()
    assert shown.after
    window.household.open_new()
    page_named(window, "Kaart")
    QApplication.processEvents()
    assert not shown.after
    assert not said(shown).startswith("Van ")


def test_that_a_knot_that_the_plan_is_for_is_open_on_the_map_of_after(shown: MapPage) -> None:
    first, second = shown.view.map.ecomap.knots
    assert (first.opens, second.opens) == (True, False)
    assert not any(shown.view.map.item(f"knot {at}").look.gone for at in (1, 2))
    shown.bar.turn()
    assert [shown.view.map.item(f"knot {at}").look.gone for at in (1, 2)] == [True, False]
    assert "Knoop 1 gaat open. Knoop 2 is er dan nog: het plan zegt niet wat die losmaakt." in said(shown)
    for one in dossier(shown).interventions:
        shown.session.run("Status wijzigen", interventions.set_status, one.id, "refused")
    assert not shown.view.map.item("knot 1").look.gone
    assert "De 2 knopen zijn er dan nog: het plan zegt niet wat die losmaakt." in said(shown)


# -- the legend -------------------------------------------------------------------------------------------


def test_that_a_button_explains_the_signs_under_the_map(shown: MapPage, qtbot: QtBot) -> None:
    button = next(one for one in shown.findChildren(QPushButton) if one.text() == "Uit&leg")
    assert not shown.legend.isVisible()
    qtbot.keyClick(button, Key.Key_Space)
    QApplication.processEvents()
    assert shown.legend.isVisible()
    assert shown.legend.geometry().top() > shown.view.geometry().bottom()
    assert shown.view.height() > 2 * shown.legend.height()
    told = QAccessible.queryAccessibleInterface(shown.legend)
    assert told.text(QAccessible.Text.Name)
    for words in ("Driehoek: probleem van het systeem.", "Zigzaglijn: wringt.", "Vierkant: instantie."):
        assert words in told.text(QAccessible.Text.Description)
    qtbot.keyClick(button, Key.Key_Space)
    assert not shown.legend.isVisible()


def test_that_escape_closes_the_legend_first(shown: MapPage, qtbot: QtBot) -> None:
    choose(shown, dossier(shown).problems[0])
    shown.bar.legend.click()
    QApplication.processEvents()
    qtbot.keyClick(shown.view, Key.Key_Escape)
    assert not shown.legend.isVisible()
    assert not shown.bar.legend.isChecked()
    assert shown.view.map.current
    qtbot.keyClick(shown.view, Key.Key_Escape)
    assert not shown.view.map.current


def test_that_the_legend_follows_what_is_shown(shown: MapPage) -> None:
    shown.bar.legend.click()
    assert "knoop die dan opengaat" not in shown.legend.accessibleDescription()
    shown.bar.turn()
    assert "knoop die dan opengaat" in shown.legend.accessibleDescription()


# -- looking ----------------------------------------------------------------------------------------------


def test_that_hovering_dims_what_does_not_belong_together(small: MapPage) -> None:
    small.view.map.choose("")
    QTest.mouseMove(small.view.viewport(), at(small, agency(small, "X")))
    assert {words: item(small, problem(small, words)).bright for words in "AB"} == {"A": True, "B": False}
    assert not item(small, agency(small, "Y")).bright
    QTest.mouseMove(small.view.viewport(), QPoint(2, 2))
    assert item(small, agency(small, "Y")).bright


def test_that_a_veiled_map_is_painted_pale_and_what_is_looked_at_is_not(shown: MapPage) -> None:
    """By the picture itself: the veil is painted apart from the items."""
    view, chosen = shown.view, shown.view.map.told()[0]
    view.map.choose("")
    clear = view.viewport().grab().toImage()
    view.map.choose(chosen.id)
    pale = view.viewport().grab().toImage()
    sign = view.mapFromScene(chosen.middle)
    far = next(one for one in view.map.walk() if not one.bright)
    other = view.mapFromScene(far.middle)
    assert clear.pixelColor(sign) == pale.pixelColor(sign)
    assert clear.pixelColor(other) != pale.pixelColor(other)


def test_that_search_dims_the_rest_and_enter_goes_to_the_next(small: MapPage, qtbot: QtBot) -> None:
    field = line(small, "Zoek op de kaart")
    field.setFocus()
    qtbot.keyClicks(field, "x")
    assert item(small, agency(small, "X")).bright
    assert not item(small, agency(small, "Y")).bright
    assert said(small) == "1 gevonden."
    qtbot.keyClick(field, Key.Key_Return)
    assert small.view.map.current == id_of(agency(small, "X"))
    assert field.hasFocus()
    qtbot.keyClick(field, Key.Key_Escape)
    assert item(small, agency(small, "Y")).bright


def test_that_zooming_and_fitting_work_by_wheel_keys_and_buttons(shown: MapPage, qtbot: QtBot) -> None:
    view = shown.view
    view.map.choose("")
    qtbot.keyClick(view, Key.Key_Plus)
    larger = view.transform().m11()
    assert larger > 1
    view.centerOn(0, 0)
    before = view.horizontalScrollBar().value()
    qtbot.keyClick(view, Key.Key_Right)
    assert view.horizontalScrollBar().value() > before
    qtbot.keyClick(view, Key.Key_0)
    assert view.transform().m11() == 1


# -- choosing ---------------------------------------------------------------------------------------------


def test_that_tab_enters_and_leaves_the_map_in_one_press(small: MapPage, qtbot: QtBot) -> None:
    view = small.view
    view.map.choose("")
    line(small, "Zoek op de kaart").setFocus()
    for _ in range(10):
        if view.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_Tab)
    assert view.hasFocus()
    assert view.map.current
    qtbot.keyClick(view, Key.Key_Tab)
    assert not view.hasFocus()


def test_that_arrows_walk_over_everything(shown: MapPage, qtbot: QtBot) -> None:
    """From anywhere in a column, up and down meet all of it, and right and left the other columns."""
    view, seen = shown.view, set()
    qtbot.keyClick(view, Key.Key_Home)
    todo = [view.map.current]
    while todo:
        here = todo.pop()
        if here in seen:
            continue
        seen.add(here)
        for way in (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right):
            view.map.choose(here)
            qtbot.keyClick(view, way)
            todo.append(view.map.current)
    assert seen == {one.id for one in view.map.walk()}


def test_that_what_is_chosen_is_chosen_in_the_tables_and_back(window: MainWindow, small: MapPage, qtbot: QtBot) -> None:
    QTest.mouseClick(small.view.viewport(), Qt.MouseButton.LeftButton, pos=at(small, problem(small, "B")))
    assert window.session.selection.chosen == ("problem", problem(small, "B").id)
    qtbot.keyClick(small.view, Key.Key_Return)
    listed = table(window.view._stack.currentWidget(), "Problemen")
    assert listed.isVisible()
    assert listed.record().words == "B"
    assert listed.hasFocus()
    window.session.selection.choose("agency", agency(small, "Y").id)
    opened(window)
    assert small.view.map.current == id_of(agency(small, "Y"))


# -- changing ---------------------------------------------------------------------------------------------


def test_that_a_dragged_node_stays_and_one_undo_brings_it_back(small: MapPage) -> None:
    store = small.session.store
    before, place = dump(store), at(small, problem(small, "A"))
    others = item(small, problem(small, "B")).middle
    drag(small.view, place, place + QPoint(60, 40))
    moved = problem(small, "A")
    assert (moved.map_x, moved.map_y) != (None, None)
    assert (at(small, moved) - place - QPoint(60, 40)).manhattanLength() <= 2
    assert item(small, problem(small, "B")).middle == others
    small.session.undo()
    assert dump(store) == before
    assert at(small, problem(small, "A")) == place


def test_that_lines_follow_while_a_node_is_dragged(small: MapPage) -> None:
    view, node = small.view, agency(small, "X")
    linked = view.map.item(f"link {id_of(node)} {id_of(problem(small, 'A'))}")
    before, place = linked.look.thing.start, at(small, node)
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(view.viewport(), place + QPoint(30, 30))
    assert linked.look.thing.start == (before[0] + 30, before[1] + 30)
    QTest.keyClick(view, Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(30, 30))
    assert linked.look.thing.start == before
    assert agency(small, "X").map_x is None


@pytest.mark.parametrize("lock", [False, True])
def test_that_what_is_dragged_when_the_map_is_hidden_stays_where_it_was(
    window: MainWindow, small: MapPage, qtbot: QtBot, lock: bool
) -> None:
    view, node, store = small.view, agency(small, "X"), small.session.store
    place, before = at(small, node), small.session.store.undo_label
    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(view.viewport(), place + QPoint(30, 30))
    assert view.pointer.busy
    if lock:
        qtbot.keyClick(view, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        assert window.session is None
    else:
        qtbot.keyClick(view, Key.Key_F12)
        assert window.neutral.on
    assert not view.pointer.busy
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(30, 30))
    if not lock:
        assert store.undo_label == before
        assert agency(small, "X").map_x is None
        qtbot.keyClick(QApplication.focusWidget(), Key.Key_F12)
        assert at(small, node) == place


def test_that_a_row_of_key_moves_is_one_step_and_backspace_gives_the_place_back(small: MapPage, qtbot: QtBot) -> None:
    view, store = small.view, small.session.store
    before, place = dump(store), at(small, problem(small, "A"))
    choose(small, problem(small, "A"))
    for _ in range(3):
        qtbot.keyClick(view, Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    em = view.map.ecomap.font
    assert abs((at(small, problem(small, "A")) - place).x() - 3 * em) <= 2
    small.session.undo()
    assert dump(store) == before
    qtbot.keyClick(view, Key.Key_Down, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert abs((at(small, problem(small, "A")) - place).y() - 5 * em) <= 2
    qtbot.keyClick(view, Key.Key_Backspace)
    assert problem(small, "A").map_x is None


def test_that_shift_and_drag_link_and_unlink(small: MapPage) -> None:
    def tie() -> None:
        shift = Qt.KeyboardModifier.ShiftModifier
        drag(small.view, at(small, agency(small, "Y")), at(small, problem(small, "B")), shift)

    tie()
    assert agency(small, "Y").problems == (problem(small, "B").id,)
    assert said(small) == "Gekoppeld: Y en B."
    tie()
    assert agency(small, "Y").problems == ()


def test_that_keys_link_an_agency_and_make_a_problem_wait(small: MapPage, qtbot: QtBot) -> None:
    view = small.view
    choose(small, agency(small, "Y"))
    qtbot.keyClick(view, Key.Key_L)
    assert said(small).startswith("Kies met de pijlen waar dit bij hoort")
    choose(small, problem(small, "A"))
    qtbot.keyClick(view, Key.Key_Return)
    qtbot.keyClick(view, Key.Key_Escape)
    assert agency(small, "Y").problems == (problem(small, "A").id,)
    choose(small, problem(small, "A"))
    qtbot.keyClick(view, Key.Key_L)
    choose(small, problem(small, "B"))
    qtbot.keyClick(view, Key.Key_Return)
    assert problem(small, "A").waits_for == (problem(small, "B").id,)
    assert "A wacht nu op B." in said(small)
    choose(small, problem(small, "A"))
    qtbot.keyClick(view, Key.Key_Escape)
    person = f"person {dossier(small).people[0].id}"
    assert small.edits.link(id_of(agency(small, "Y")), person)
    assert agency(small, "Y").people == (dossier(small).people[0].id,)


def test_that_what_waits_both_ways_is_let_go_one_way(small: MapPage) -> None:
    one, other = id_of(problem(small, "A")), id_of(problem(small, "B"))
    small.edits.link(one, other)
    small.edits.link(other, one)
    small.edits.link(one, other)
    assert problem(small, "A").waits_for == ()
    assert problem(small, "B").waits_for == (problem(small, "A").id,)


def test_that_two_agencies_are_not_linked_and_it_says_why(small: MapPage) -> None:
    before = dump(small.session.store)
    assert not small.edits.link(id_of(agency(small, "X")), id_of(agency(small, "Y")))
    assert "kunnen niet aan elkaar" in said(small)
    assert dump(small.session.store) == before


def test_that_digits_and_letters_change_what_is_chosen(small: MapPage, qtbot: QtBot) -> None:
    view = small.view
    choose(small, agency(small, "X"))
    qtbot.keyClick(view, Key.Key_4)
    qtbot.keyClick(view, Key.Key_W)
    assert (agency(small, "X").contacts_e2, agency(small, "X").bond) == (400, "strains")
    choose(small, problem(small, "A"))
    qtbot.keyClick(view, Key.Key_S)
    assert problem(small, "A").owner == "system"


def test_that_delete_removes_a_node_and_of_a_line_only_the_tie(small: MapPage, qtbot: QtBot) -> None:
    view, store = small.view, small.session.store
    before = dump(store)
    view.map.choose(f"link {id_of(agency(small, 'X'))} {id_of(problem(small, 'A'))}")
    qtbot.keyClick(view, Key.Key_Delete)
    assert agency(small, "X").problems == ()
    choose(small, problem(small, "A"))
    qtbot.keyClick(view, Key.Key_Delete)
    assert [one.words for one in dossier(small).problems] == ["B"]
    small.session.undo()
    small.session.undo()
    assert dump(store) == before


def test_that_the_menu_has_what_keys_do(small: MapPage, qtbot: QtBot) -> None:
    choose(small, agency(small, "X"))
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), small.view.mapToGlobal(QPoint()))
    QApplication.sendEvent(small.view.viewport(), asked)  # what the menu key sends
    menu = next(found for found in small.findChildren(QMenu) if found.isVisible())
    texts = [action.text().replace("&", "").partition("\t")[0] for action in menu.actions()]
    wanted = {"Koppelen aan…", "Ontkoppelen van", "Contacten per maand", "Band", "Na het plan", "Weghalen"}
    assert wanted <= set(texts)
    letters = [action.text()[action.text().index("&") + 1].lower() for action in menu.actions() if action.text()]
    assert len(letters) == len(set(letters))
    futures = next(action.menu() for action in menu.actions() if action.text().replace("&", "") == "Na het plan")
    next(action for action in futures.actions() if action.text().replace("&", "") == "Stoppen").trigger()
    assert agency(small, "X").future == "stop"
    menu.close()


# -- a screen reader --------------------------------------------------------------------------------------


def test_that_a_screen_reader_meets_every_node_and_line_with_a_sentence(shown: MapPage) -> None:
    told = QAccessible.queryAccessibleInterface(shown.view)
    ecomap = shown.view.map.ecomap
    parts = (ecomap.problems, ecomap.agencies, ecomap.links, ecomap.waits, ecomap.knots, ecomap.genogram.signs)
    assert told.childCount() == sum(len(part) for part in parts)
    assert told.text(QAccessible.Text.Name)
    for index in range(told.childCount()):
        child = told.child(index)
        assert child.text(QAccessible.Text.Name).strip()
        assert told.indexOfChild(child) == index
        assert child.parent().object() is shown.view
        assert not child.rect().isEmpty()
        assert child.role() == QAccessible.Role.ListItem


def test_that_a_screen_reader_follows_the_keys(shown: MapPage, qtbot: QtBot) -> None:
    told = QAccessible.queryAccessibleInterface(shown.view)
    qtbot.keyClick(shown.view, Key.Key_Home)
    first = told.focusChild()
    assert first.state().focused
    qtbot.keyClick(shown.view, Key.Key_Down)
    assert told.focusChild().object() is shown.view.map.current_item()
    assert told.focusChild().object() is not first.object()
    assert not first.state().focused


def test_that_a_lock_while_a_screen_reader_listens_leaves_nothing_behind(
    window: MainWindow, shown: MapPage, filled: Path
) -> None:
    told = QAccessible.queryAccessibleInterface(shown.view)
    child = told.child(0)
    shown.view.map.choose(shown.view.map.told()[0].id)
    window.lock()
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert window.session is None
    assert "Kaart" not in [action.text().replace("&", "") for action in window.menuBar().actions()]
    del child, told
