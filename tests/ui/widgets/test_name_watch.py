import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import people
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.fields import TextField
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
    assert "‘06-12345678’ → ‘het telefoonnummer’" in window.statusBar().currentMessage()
    assert "Naam-wacht" in field.accessibleDescription()


def test_that_alt_v_puts_the_role_there_and_ctrl_z_takes_it_back(qtbot: QtBot, field: TextField) -> None:
    qtbot.keyClicks(field, "Sam belt")
    qtbot.keyClick(field, Qt.Key.Key_V, ALT)
    assert field.toPlainText() == "Zoon belt"
    assert marked(field) == []
    assert field.accessibleDescription() == ""
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == "Sam belt"


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
    assert texts == ["&Vervang ‘Sam’ door ‘zoon’", "Laat ‘Sam’ &staan"]
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
    assert "‘Sam’ → ‘zoon’" in window.statusBar().currentMessage()
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
