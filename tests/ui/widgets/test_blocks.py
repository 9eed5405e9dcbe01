from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.ui.widgets.blocks import card, form_row, heading, quiet


def test_that_what_somebody_typed_is_never_read_as_markup(qtbot: QtBot) -> None:
    frame, figure, line = card("Eerste stap")
    qtbot.addWidget(frame)
    assert {label.textFormat() for label in (figure, line, quiet("Nog niets"))} == {Qt.TextFormat.PlainText}


def test_that_the_label_of_a_form_stands_as_high_as_its_field(qtbot: QtBot) -> None:
    holder, field = QWidget(), QLineEdit()
    form = QFormLayout(holder)
    form_row(form, "Naam", field)
    qtbot.addWidget(holder)
    holder.show()
    QApplication.processEvents()
    assert form.labelForField(field).geometry().center().y() == field.geometry().center().y()


def test_that_a_click_on_a_heading_goes_to_what_it_names(qtbot: QtBot) -> None:
    holder, first, second = QWidget(), QLineEdit(), QLineEdit()
    holder.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    title, alone, column = heading("1. Doel", second), heading("2. Los"), QVBoxLayout(holder)
    for widget in (first, title, second, alone):
        column.addWidget(widget)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    first.setFocus()
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    assert second.hasFocus()
    second.setEnabled(False)
    first.setFocus()
    qtbot.mouseClick(title, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(alone, Qt.MouseButton.LeftButton)
    assert not second.hasFocus()


def test_that_no_line_ends_between_the_minus_and_its_amount_and_the_words_stay_as_they_were(qtbot: QtBot) -> None:
    label = quiet("Direct -€ 7.400")
    qtbot.addWidget(label)
    assert label.text() == "Direct -€ 7.400"
    assert QLabel.text(label) == "Direct -⁠€ 7.400"
