from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import household
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.neutral import _Cover
from tests.ui.conftest import line, page_named

TITLE = "Doorbraak"


def press(qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or QApplication.activeWindow(), key)
    QApplication.processEvents()


def half_a_goal(qtbot: QtBot, window: MainWindow) -> QLineEdit:
    field = line(page_named(window, "Doelen en eigen woorden"), "Nieuw doel")
    field.setFocus()
    qtbot.keyClicks(field, "Half")
    return field


def test_that_one_key_covers_all_of_the_window(qtbot: QtBot, window: MainWindow) -> None:
    half_a_goal(qtbot, window)
    press(qtbot, Qt.Key.Key_F12)
    (cover,) = window.findChildren(_Cover)
    assert window.windowTitle() == "Doorbraak"
    assert cover.geometry() == window.rect()
    at = window.rect().center()
    for point in (at, window.menuBar().geometry().center(), window.statusBar().geometry().center()):
        seen = window.childAt(point)
        assert seen is cover or cover.isAncestorOf(seen)
    said = " ".join(label.text() for label in cover.findChildren(QLabel))
    assert "Even iets anders" in said
    shown, own = (widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32) for widget in (window, cover))
    assert shown == own  # nothing shines through, and nothing stands beside it
    press(qtbot, Qt.Key.Key_F12)


def test_that_the_same_key_gives_back_page_focus_and_text(qtbot: QtBot, window: MainWindow) -> None:
    field, title = half_a_goal(qtbot, window), window.windowTitle()
    at = window.view._at
    for key in (Qt.Key.Key_F12, Qt.Key.Key_Return):  # Enter presses the button, which has the focus
        press(qtbot, Qt.Key.Key_F12)
        assert window.neutral.on
        press(qtbot, key)
        assert not window.neutral.on
        assert (QApplication.focusWidget(), field.text(), window.view._at) == (field, "Half", at)
        assert window.windowTitle() == title
    qtbot.keyClicks(field, " doel")
    assert field.text() == "Half doel"


def test_that_no_key_reaches_what_is_covered(qtbot: QtBot, window: MainWindow) -> None:
    field, at = half_a_goal(qtbot, window), window.view._at
    press(qtbot, Qt.Key.Key_F12)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_A, Qt.Key.Key_Escape, Qt.Key.Key_F11):
        press(qtbot, key)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert window.neutral.on
    assert (field.text(), window.view._at, window.at_table.on) == ("Half", at, False)
    press(qtbot, Qt.Key.Key_F12)


def test_that_letters_of_buttons_under_it_do_nothing(qtbot: QtBot, window: MainWindow) -> None:
    shown = page_named(window, "Mensen")
    name = line(shown, "Nieuwe persoon")
    name.setFocus()
    qtbot.keyClicks(name, "Pien")
    before = len(window.session.dossier(window.view.household).people)
    pressed = next(b for b in shown.findChildren(QPushButton) if b.text() == "&Persoon toevoegen")
    press(qtbot, Qt.Key.Key_F12)
    for letter in (Qt.Key.Key_P, Qt.Key.Key_B):
        qtbot.keyClick(QApplication.focusWidget(), letter, Qt.KeyboardModifier.AltModifier)
    assert QApplication.activePopupWidget() is None
    assert not pressed.isDown()  # a letter presses at once, and lets go a tenth of a second later
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert not window.neutral.on
    qtbot.keyClick(name, Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
    assert pressed.isDown()
    qtbot.waitUntil(lambda: len(window.session.dossier(window.view.household).people) == before + 1)


def test_that_it_covers_an_open_dialog_and_what_was_typed_there_stays(qtbot: QtBot, window: MainWindow) -> None:
    seen: list[object] = []

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        field = dialog.findChild(QLineEdit)
        field.selectAll()
        qtbot.keyClicks(field, "Merel")
        title = dialog.windowTitle()
        qtbot.keyClick(field, Qt.Key.Key_F12)
        (cover,) = dialog.findChildren(_Cover)
        seen.extend((window.neutral.on, dialog.isVisible(), cover.geometry() == dialog.rect(), dialog.windowTitle()))
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
        seen.append(dialog.isVisible())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F12)
        seen.extend((window.neutral.on, dialog.windowTitle() == title, field.text(), dialog.focusWidget() is field))
        qtbot.keyClick(field, Qt.Key.Key_Return)

    QTimer.singleShot(0, window, act)
    window.household.rename()
    assert seen == [True, True, True, "Doorbraak", True, False, True, "Merel", True]
    assert window.session.dossier(window.view.household).household.name == "Merel"


def test_that_an_open_menu_closes(qtbot: QtBot, window: MainWindow) -> None:
    menu = window.menuBar().actions()[0].menu()
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    qtbot.waitUntil(menu.isVisible)
    qtbot.keyPress(menu, Qt.Key.Key_F12)
    assert not menu.isVisible()
    assert window.neutral.on
    press(qtbot, Qt.Key.Key_F12)


def test_that_a_lock_takes_its_place(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_F12)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.session is None
    assert not window.neutral.on
    assert window.windowTitle() == "Vergrendeld – Doorbraak"
    assert window.menuBar().isEnabled()


def test_that_it_grows_with_the_window(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_F12)
    window.resize(1000, 700)
    QApplication.processEvents()
    (cover,) = window.findChildren(_Cover)
    assert cover.geometry() == window.rect()
    press(qtbot, Qt.Key.Key_F12)


def titles_of(window: MainWindow) -> list[str]:
    """Every title from now on."""
    said: list[str] = []
    window.windowTitleChanged.connect(said.append)
    return said


def test_that_an_edit_while_it_is_on_does_not_bring_the_title_back(qtbot: QtBot, window: MainWindow) -> None:
    title = window.windowTitle()
    press(qtbot, Qt.Key.Key_F12)
    said = titles_of(window)
    window.session.run("Proef", household.rename, window.view.household, "Merel")
    assert window.windowTitle() == TITLE
    assert said == []
    press(qtbot, Qt.Key.Key_F12)
    assert window.windowTitle() == title


def test_that_a_lock_under_it_never_shows_the_old_title(qtbot: QtBot, window: MainWindow) -> None:
    title = window.windowTitle()
    press(qtbot, Qt.Key.Key_F12)
    said = titles_of(window)
    window.lock()
    assert said[-1] == "Vergrendeld – Doorbraak"
    assert title not in said
    assert QApplication.focusWidget().window() is window
    assert isinstance(QApplication.focusWidget(), QLineEdit)  # where the passphrase is typed


def test_that_closing_under_it_never_shows_the_old_title(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_F12)
    said = titles_of(window)
    assert window.close()
    assert (said, window.windowTitle()) == ([], TITLE)
    other = QDialog()
    other.setWindowTitle("Iets anders")
    other.show()
    assert other.windowTitle() == "Iets anders"  # what is closed covers nothing more
    other.close()


def met(window: MainWindow) -> set[QWidget]:
    """What a screen reader meets: all that is visible, covered or not."""
    return {one for one in window.findChildren(QWidget) if one.isVisible()}


def test_that_a_screen_reader_meets_nothing_but_the_cover(qtbot: QtBot, window: MainWindow) -> None:
    field = half_a_goal(qtbot, window)
    before, place = met(window), field.mapToGlobal(field.rect().center())
    assert field in before
    press(qtbot, Qt.Key.Key_F12)
    (cover,) = window.findChildren(_Cover)
    assert met(window) == {cover, *cover.findChildren(QWidget)}
    assert QAccessible.queryAccessibleInterface(field).state().invisible
    press(qtbot, Qt.Key.Key_F12)
    assert met(window) == before
    assert field.mapToGlobal(field.rect().center()) == place


def test_that_a_dialog_that_comes_meanwhile_is_covered_too(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, Qt.Key.Key_F12)
    dialog = QDialog(window)
    dialog.setWindowTitle("Gezin van Merel")
    words, field = QLabel("Merel"), QLineEdit()
    field.setAccessibleName("Naam")
    column = QVBoxLayout(dialog)
    column.addWidget(words)
    column.addWidget(field)
    dialog.open()
    (cover,) = dialog.findChildren(_Cover)
    assert (dialog.windowTitle(), cover.geometry()) == (TITLE, dialog.rect())
    assert not words.isVisible()
    field.setFocus()
    assert not field.hasFocus()
    press(qtbot, Qt.Key.Key_F12)
    assert not window.neutral.on
    assert (dialog.windowTitle(), words.isVisible()) == ("Gezin van Merel", True)
    dialog.close()


def test_that_the_key_works_above_a_dialog_of_the_lock_screen(qtbot: QtBot, window: MainWindow) -> None:
    window.lock()
    dialog = QDialog(window)
    field = QLineEdit(dialog)
    dialog.open()
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_F12)
    assert window.neutral.on
    assert dialog.findChildren(_Cover)
    press(qtbot, Qt.Key.Key_F12)
    assert not window.neutral.on
    assert field.isVisible()
    dialog.close()
