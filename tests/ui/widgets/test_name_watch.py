import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import people
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.fields import TextField
from doorbraak.ui.widgets.name_watch_sign import NameWatchSign
from tests.ui.conftest import line, page_named

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def sam(window: MainWindow) -> int:
    return window.session.run("Proef", people.add, window.view.household, name="Sam de Wit", role="zoon")


@pytest.fixture
def field(qtbot: QtBot, window: MainWindow) -> TextField:
    shown = page_named(window, "Doorbraak")
    name = "Wat gebeurt er in dit huishouden?"
    found = next(f for f in shown.findChildren(TextField) if f.accessibleName() == name)
    found.setFocus()
    found.selectAll()
    return found


def marked(field: QPlainTextEdit) -> list[str]:
    """What has a line under it."""
    QApplication.processEvents()
    block, found = field.document().begin(), []
    while block.isValid():
        found += [block.text()[r.start : r.start + r.length] for r in block.layout().formats()]
        block = block.next()
    return found


def test_that_names_and_numbers_are_marked_while_one_types(qtbot: QtBot, window: MainWindow, field: TextField) -> None:
    qtbot.keyClicks(field, "Bel Sam op 06-12345678")
    assert marked(field) == ["Sam", "06-12345678"]
    assert field.toPlainText() == "Bel Sam op 06-12345678"  # nothing is blocked
    assert "“06-12345678” → “het telefoonnummer”" in window.statusBar().currentMessage()
    assert "Naam-wacht" in field.accessibleDescription()


def test_that_alt_v_puts_the_role_there_and_ctrl_z_takes_it_back(qtbot: QtBot, field: TextField) -> None:
    qtbot.keyClicks(field, "Sam belt")
    qtbot.keyClick(field, Qt.Key.Key_V, ALT)
    assert field.toPlainText() == "Zoon belt"
    assert marked(field) == []
    assert field.accessibleDescription() == ""
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "Sam belt"


def test_that_a_description_and_an_ordinary_word_of_the_lists_are_not_marked(
    qtbot: QtBot, window: MainWindow, field: TextField
) -> None:
    for name in ("Vader van de kinderen", "Jan Uitkering"):
        window.session.run("Proef", people.add, window.view.household, name=name, role="vader")
    qtbot.keyClicks(field, "De kinderen en de uitkering van Jan, de vader van de kinderen")
    assert marked(field) == ["Jan"]
    assert "“Jan” → “vader”" in window.statusBar().currentMessage()


def test_that_a_name_that_changes_is_marked_at_once_everywhere(
    qtbot: QtBot, window: MainWindow, field: TextField, sam: int
) -> None:
    qtbot.keyClicks(field, "Sam en Noor")
    assert marked(field) == ["Sam"]
    window.session.run("Proef", people.rename, sam, "Noor")
    assert marked(field) == ["Noor"]


def offered(field: QPlainTextEdit) -> QMenu:
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(field, QContextMenuEvent(reason, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5))))
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_that_the_menu_offers_the_role_and_to_leave_it(qtbot: QtBot, window: MainWindow, field: TextField) -> None:
    QApplication.clipboard().setText("iets")  # so that the entry to paste can be chosen too, with its letter
    qtbot.keyClicks(field, "Met Sam")
    texts = [action.text() for action in offered(field).actions()[:2]]
    assert texts == ["&Vervang “Sam” door “zoon”", "Laat “Sam” &staan"]
    qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_S)
    QApplication.processEvents()
    assert marked(field) == []
    qtbot.keyClicks(field, " en Sam de Wit")
    assert marked(field) == ["Sam de Wit"]


def test_that_a_line_that_takes_a_sentence_is_watched_too(qtbot: QtBot, window: MainWindow) -> None:
    goal = line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel")
    goal.setFocus()
    before = goal.grab().toImage()
    qtbot.keyClicks(goal, "Thuis met Sam")
    assert before != goal.grab().toImage()
    assert "“Sam” → “zoon”" in window.statusBar().currentMessage()
    qtbot.keyClick(goal, Qt.Key.Key_V, ALT)
    assert goal.text() == "Thuis met zoon"
    assert "Naam-wacht" not in window.statusBar().currentMessage()


def test_that_a_line_for_a_name_is_left_alone(qtbot: QtBot, window: MainWindow) -> None:
    name = line(page_named(window, "Mensen"), "Nieuwe persoon")
    name.setFocus()
    qtbot.keyClicks(name, "Sam")
    assert "Naam-wacht" not in window.statusBar().currentMessage()
    name.clear()


def test_that_another_household_has_its_own_names(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    goal = line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel")
    goal.setFocus()
    qtbot.keyClicks(goal, "Met Sam")
    assert window.statusBar().currentMessage() == ""


def test_that_all_are_told_in_reading_order_and_which_one_goes(
    qtbot: QtBot, window: MainWindow, field: TextField
) -> None:
    field.setPlainText("Sam belt.\nNiets.\nBel 06-12345678 of Sam.")
    cursor = field.textCursor()
    cursor.setPosition(len("Sam belt.\nNiets.\nBel 06-1"))
    field.setTextCursor(cursor)
    said = window.statusBar().currentMessage()
    assert said.startswith("Naam-wacht: 3 woorden wijzen iemand aan. “Sam” → “zoon”, “06-12345678” → ")
    assert said.endswith("Alt+V vervangt “06-12345678”.")
    assert field.accessibleDescription() == said
    room = window.statusBar().fontMetrics().horizontalAdvance(said)
    assert room <= window.width()
    for left in (
        "Sam belt.\nNiets.\nBel het telefoonnummer of Sam.",
        "Sam belt.\nNiets.\nBel het telefoonnummer of zoon.",
        "Zoon belt.\nNiets.\nBel het telefoonnummer of zoon.",
    ):
        qtbot.keyClick(field, Qt.Key.Key_V, ALT)
        assert field.toPlainText() == left


def test_that_what_has_no_room_in_the_bar_is_only_counted(qtbot: QtBot, window: MainWindow, field: TextField) -> None:
    field.setPlainText(" en ".join(f"06-1234567{at}" for at in range(9)))
    said = window.statusBar().currentMessage()
    assert "9 woorden" in said
    assert "…" in said
    assert window.statusBar().fontMetrics().horizontalAdvance(said) <= window.width()


def sign(field: QWidget) -> NameWatchSign:
    return field.findChild(NameWatchSign)


def test_that_the_field_shows_calmly_what_can_be_done(qtbot: QtBot, field: TextField) -> None:
    qtbot.keyClicks(field, "Gewone woorden")
    assert sign(field) is None
    before = field.cursorRect()
    qtbot.keyClicks(field, " Sam")
    assert (sign(field).words, sign(field).isVisible()) == ("Alt+V: zoon", True)
    assert field.cursorRect().top() == before.top()
    qtbot.keyClicks(field, " 06-12345678")
    assert sign(field).words == "Alt+V: het telefoonnummer, nog 1"
    qtbot.mouseClick(sign(field), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "het telefoonnummer" in menu.actions()[0].text()
    qtbot.keyClick(menu, Qt.Key.Key_Escape)
    QApplication.processEvents()
    field.selectAll()
    qtbot.keyClicks(field, "weg")
    assert not sign(field).isVisible()


def test_that_the_sign_never_lies_over_words(qtbot: QtBot, window: MainWindow, field: TextField) -> None:
    field.setPlainText("Sam " + "woorden " * 400)
    assert not sign(field).isVisible()
    goal = line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel")
    goal.setFocus()
    qtbot.keyClicks(goal, "Thuis met Sam")
    assert sign(goal).isVisible()
    assert sign(goal).x() > goal.cursorRect().right()
    goal.setText("Thuis met Sam en " + "veel " * 60)
    assert not sign(goal).isVisible()
    goal.clear()
