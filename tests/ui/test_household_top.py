from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.pages import PAGES
from doorbraak.ui.widgets.quick_field import QuickField
from tests.ui.conftest import page_named


def offer(window: MainWindow) -> QPushButton:
    return next(one for one in window.view.top.findChildren(QPushButton) if one.text() == "Naam geven…")


def test_that_a_new_household_opens_where_work_begins_whatever_was_in_sight(qtbot: QtBot, window: MainWindow) -> None:
    page_named(window, "Bezoeken")
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert PAGES[window.view._at - 1].title == "Vandaag"
    assert isinstance(QApplication.focusWidget(), QuickField)


def test_that_a_household_without_a_name_is_offered_one_where_it_will_stand(qtbot: QtBot, window: MainWindow) -> None:
    assert not offer(window).isVisible()
    window.household.open_new()
    button = offer(window)
    assert button.isVisible()
    named = window.view.top._name
    assert named.geometry().right() < button.geometry().left() < named.geometry().right() + 40

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        assert dialog.windowTitle() == "Naam geven"
        dialog.setTextValue("Merel")
        dialog.accept()

    QTimer.singleShot(0, window, answer)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert window.view.top.name() == "Huishouden 2 · Merel"
    assert not button.isVisible()
    window.undo()
    assert button.isVisible()


def test_that_no_name_is_asked_at_the_table_or_for_the_list(qtbot: QtBot, window: MainWindow) -> None:
    window.household.open_new()
    window.at_table.toggle()
    assert not offer(window).isVisible()
    window.at_table.toggle()
    assert offer(window).isVisible()
    window.show_page(0)
    assert not offer(window).isVisible()


def test_that_a_talk_that_takes_longer_is_told_of_the_table_and_at_it_no_more(window: MainWindow) -> None:
    def told() -> list[str]:
        labels = window.view._stack.currentWidget().findChildren(QLabel)
        return [label.text() for label in labels if "F11" in label.text() and label.isVisible()]

    page_named(window, "Gesprek")
    assert told() == ["Praat je langer? F11, aan tafel, vergrendelt pas na 20 minuten."]
    window.at_table.toggle()
    assert told() == []
