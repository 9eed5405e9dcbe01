from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.ui.widgets.line_list import DELETE, Line, LineList


def shown(qtbot: QtBot, *lines: Line, keys: str = "") -> LineList:
    made = LineList("Lijst", keys=keys)
    qtbot.addWidget(made)
    made.resize(240, 400)
    made.show_lines(lines)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.setFocus()
    QApplication.processEvents()
    return made


def test_that_all_words_of_a_long_line_have_room(qtbot: QtBot) -> None:
    short, long = Line(1, "Kort"), Line(2, "Bellen met de school over de oudste zoon en de nieuwe klas " * 3)
    made = shown(qtbot, short, long)
    heights = [made.visualItemRect(made.item(at)).height() for at in range(2)]
    assert heights[0] >= 24
    assert heights[1] > 4 * made.fontMetrics().height()
    made.resize(900, 400)
    qtbot.waitUntil(lambda: made.visualItemRect(made.item(1)).height() < heights[1])


def test_that_the_chosen_line_stays_whole_in_sight_when_it_becomes_longer(qtbot: QtBot) -> None:
    lines = [Line(at, f"Instantie {at}") for at in range(30)]
    made = shown(qtbot, *lines)
    made.setCurrentRow(29)
    made.show_lines([*lines[:-1], Line(29, "Instantie 29 " * 12)])
    QApplication.processEvents()
    assert made.viewport().rect().contains(made.visualItemRect(made.currentItem()))


def test_that_the_chosen_line_stays_chosen_and_its_place_when_it_goes(qtbot: QtBot) -> None:
    one, two, three = (Line(at, str(at)) for at in (1, 2, 3))
    made = shown(qtbot, one, two, three)
    made.setCurrentRow(1)
    made.show_lines([three, one, two])
    assert (made.key, made.currentRow()) == (2, 2)
    made.show_lines([three, one])
    assert made.key == 1
    made.show_lines([])
    assert made.key is None


def test_that_only_a_line_with_a_box_can_be_ticked(qtbot: QtBot) -> None:
    told: list[tuple[object, bool]] = []
    made = shown(qtbot, Line("a", "A", ticked=False), Line("b", "B"))
    made.ticked.connect(lambda key, on: told.append((key, on)))
    made.show_lines([Line("a", "A", ticked=False), Line("b", "B")])
    qtbot.keyClick(made, Qt.Key.Key_Space)
    assert told == [], "not while Qt is still busy with the key"
    QApplication.processEvents()
    made.setCurrentRow(1)
    qtbot.keyClick(made, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert told == [("a", True)]


def test_that_a_letter_of_its_own_asks_and_another_does_not(qtbot: QtBot) -> None:
    told: list[tuple[object, str]] = []
    made = shown(qtbot, Line(7, "Zeven"), keys="n" + DELETE)
    made.asked.connect(lambda key, letter: told.append((key, letter)))
    qtbot.keyClicks(made, "Nx")
    qtbot.keyClick(made, Qt.Key.Key_Delete)
    qtbot.keyClick(made, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert told == [(7, "n"), (7, DELETE)]
    made.show_lines([])
    qtbot.keyClicks(made, "n")
    assert len(told) == 2
