from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from doorbraak.ui.widgets.choice_box import ChoiceBox


def test_that_what_was_chosen_stays_while_the_options_change(qtbot: QtBot) -> None:
    box = ChoiceBox("Wie", [(1, "Anna"), (2, "Bram")])
    qtbot.addWidget(box)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.value == 2
    box.offer([(3, "Cor"), (2, "Bram de Wit"), (1, "Anna")])
    assert (box.value, box.currentText()) == (2, "Bram de Wit")


def test_that_without_the_chosen_one_the_first_is_chosen_and_without_options_none(qtbot: QtBot) -> None:
    box = ChoiceBox("Wie", [(1, "Anna"), (2, "Bram")])
    qtbot.addWidget(box)
    box.choose(2)
    box.offer([(3, "Cor"), (1, "Anna")])
    assert box.value == 3
    box.offer([])
    assert box.value is None
