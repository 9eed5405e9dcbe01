from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import letters, tasks
from doorbraak.model.dossier.tasks import Task
from doorbraak.model.errors import InputError
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.widgets.dated_words import dated_words
from tests.ui.conftest import cell, line, page_named, table, type_in_cell

NEAR, WORDS, DUE, DONE = 0, 1, 4, 5
TODAY = date.today()


def of(window: MainWindow) -> tuple[Task, ...]:
    return window.session.dossier(window.view.household).tasks


def add(qtbot: QtBot, window: MainWindow, text: str) -> None:
    field = line(page_named(window, "Taken en data"), "Nieuwe taak")
    field.setText(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def written(on: date) -> str:
    return f"{on.day}-{on.month}-{on.year}"


@pytest.fixture
def empty(window: MainWindow) -> MainWindow:
    window.household.open_new()
    return window


def rows(window: MainWindow) -> list[str]:
    shown = table(page_named(window, "Taken en data"), "Taken")
    return [cell(shown, row, WORDS) for row in range(shown.model().rowCount())]


def press(qtbot: QtBot, window: MainWindow, text: str) -> None:
    shown = page_named(window, "Taken en data")
    button = next(b for b in shown.findChildren(QPushButton) if b.text() == text)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("Bellen met SVB 1-12-2026", ("Bellen met SVB", date(2026, 12, 1))),
        ("Huur betalen 2026-12-01", ("Huur betalen", date(2026, 12, 1))),
        ("Brief sturen voor 1-12-2026", ("Brief sturen", date(2026, 12, 1))),
        ("Brief aan college 4 dec 2026", ("Brief aan college", date(2026, 12, 4))),
        ("Bellen met SVB", ("Bellen met SVB", None)),
        ("Brief van 1-12-2026 beantwoorden", ("Brief van 1-12-2026 beantwoorden", None)),
        ("1-12-2026", ("1-12-2026", None)),
    ],
)
def test_that_a_date_at_the_end_is_the_day_before_which(text: str, typed: tuple[str, date | None]) -> None:
    assert dated_words(text) == typed


def test_that_a_day_that_does_not_exist_is_refused_and_stays(qtbot: QtBot, empty: MainWindow) -> None:
    with pytest.raises(InputError):
        dated_words("Bellen 31-2-2027")
    add(qtbot, empty, "Bellen 31-2-2027")
    assert "datum" in empty.view.notice.text()
    assert of(empty) == ()
    assert line(page_named(empty, "Taken en data"), "Nieuwe taak").text() == "Bellen 31-2-2027"


def test_that_words_say_what_is_late_and_what_comes_and_the_earliest_stands_first(
    qtbot: QtBot, empty: MainWindow
) -> None:
    for days in (5, -3, 0):
        add(qtbot, empty, f"Taak {written(TODAY + timedelta(days=days))}")
    add(qtbot, empty, "Ooit")
    shown = table(page_named(empty, "Taken en data"), "Taken")
    assert [cell(shown, row, NEAR) for row in range(4)] == ["3 dagen te laat", "vandaag", "over 5 dagen", ""]


def test_that_what_is_done_leaves_the_list_and_can_be_looked_up_and_taken_back(qtbot: QtBot, empty: MainWindow) -> None:
    for words in ("Een", "Twee", "Drie"):
        add(qtbot, empty, words)
    shown = table(page_named(empty, "Taken en data"), "Taken")
    shown.setCurrentIndex(shown.model().index(1, WORDS))
    press(qtbot, empty, "&Gedaan")
    assert rows(empty) == ["Een", "Drie"]
    assert of(empty)[1].done_on == TODAY
    assert shown.record().words == "Drie"  # the next one is ready to be ticked off too
    qtbot.keyClick(page_named(empty, "Taken en data").findChild(QCheckBox), Qt.Key.Key_Space)
    assert sorted(rows(empty)) == ["Drie", "Een", "Twee"]
    shown.select(of(empty)[1].id)
    assert cell(shown, shown.currentIndex().row(), NEAR) == "gedaan"
    press(qtbot, empty, "Nog niet &gedaan")
    assert of(empty)[1].done_on is None
    empty.undo()
    assert of(empty)[1].done_on == TODAY


def test_that_a_day_typed_as_done_leaves_the_focus_in_the_table(qtbot: QtBot, empty: MainWindow) -> None:
    for words in ("Een", "Twee"):
        add(qtbot, empty, words)
    shown = table(page_named(empty, "Taken en data"), "Taken")
    type_in_cell(qtbot, shown, 0, DONE, "1-11-2026")
    assert shown.hasFocus()
    assert shown.record().words == "Twee"
    assert rows(empty) == ["Twee"]


def test_that_days_of_the_rest_of_the_dossier_stand_beside_the_tasks(qtbot: QtBot, empty: MainWindow) -> None:
    home = empty.view.household
    last = TODAY + timedelta(days=4)
    empty.session.run("Brief toevoegen", letters.add, home, demand="Betaal eerst", last_day=last)
    add(qtbot, empty, f"Mijn taak {written(last)}")
    shown = table(page_named(empty, "Taken en data"), "Data uit de rest van het dossier")
    found = [[cell(shown, row, at) for at in range(4)] for row in range(shown.model().rowCount())]
    assert [written(last), "over 4 dagen", "Brief", "Betaal eerst"] in found
    assert not [row for row in found if "Mijn taak" in row[3]]
    empty.session.run("Taak toevoegen", tasks.add, home, "Nog een", kind="objection", due=last)
    assert not [row for row in range(shown.model().rowCount()) if cell(shown, row, 3) == "Nog een"]


def test_that_an_empty_task_asks_what_has_to_be_done(qtbot: QtBot, empty: MainWindow) -> None:
    add(qtbot, empty, "Een")
    shown = table(page_named(empty, "Taken en data"), "Taken")
    type_in_cell(qtbot, shown, 0, WORDS, "  ")
    assert "moet gebeuren" in empty.view.notice.text()
    assert of(empty)[0].words == "Een"


def test_that_a_due_day_is_changed_in_its_cell(qtbot: QtBot, empty: MainWindow) -> None:
    add(qtbot, empty, "Een")
    shown = table(page_named(empty, "Taken en data"), "Taken")
    type_in_cell(qtbot, shown, 0, DUE, written(TODAY))
    assert cell(shown, 0, NEAR) == "vandaag"
