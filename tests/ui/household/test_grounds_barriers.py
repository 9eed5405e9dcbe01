import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak.model.dossier import barriers, interventions
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import choice_names
from doorbraak.ui.household.grounds_barriers import BarriersBlock
from doorbraak.ui.main_window import MainWindow
from tests.ui.conftest import page_named, table


@pytest.fixture
def shown(window: MainWindow) -> BarriersBlock:
    """A real household with one doorbraak and one barrier, in sight."""
    window.household.open_new()
    home, run = window.view.household, window.session.run
    step = run("Doorbraak toevoegen", interventions.add, home, words="De rekening betalen")
    run("Belemmering toevoegen", barriers.add, step, "Eerst een adres", rung="work-process")
    page = page_named(window, "Onderbouwing")
    found = page.findChild(BarriersBlock)
    tabs = page._tabs
    tabs.setCurrentIndex(next(at for at in range(tabs.count()) if tabs.widget(at).isAncestorOf(found)))
    return found


def dossier(window: MainWindow) -> Dossier:
    return window.session.dossier(window.view.household)


def make(shown: BarriersBlock) -> QPushButton:
    return next(one for one in shown.findChildren(QPushButton) if one.text().startswith("Maak er een"))


def test_that_the_ladder_is_in_sight_from_hard_to_soft_with_its_question(shown: BarriersBlock) -> None:
    ladder = shown._ladder
    assert [ladder.tabText(at) for at in range(ladder.count())] == list(choice_names.RUNGS.values())
    assert ladder.isVisible()
    assert ladder.tabText(ladder.currentIndex()) == "Werkproces"
    assert any("Verbiedt de wet het echt?" in one.text() for one in shown.findChildren(QLabel) if one.isVisible())


def test_that_walking_along_the_ladder_is_one_step_to_undo(
    qtbot: QtBot, window: MainWindow, shown: BarriersBlock
) -> None:
    shown._ladder.setFocus()
    for _ in range(2):
        qtbot.keyClick(shown._ladder, Qt.Key.Key_Right)
    assert dossier(window).barriers[0].rung == "habit"
    window.undo()
    assert dossier(window).barriers[0].rung == "work-process"
    assert shown._ladder.tabText(shown._ladder.currentIndex()) == "Werkproces"


def test_that_a_barrier_becomes_a_knelpunt_once_and_says_so(
    qtbot: QtBot, window: MainWindow, shown: BarriersBlock
) -> None:
    rows, button = table(shown, "Belemmeringen"), make(shown)
    assert button.isEnabled()
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    (barrier,), (signal,) = dossier(window).barriers, dossier(window).signals
    assert (signal.words, signal.rung) == (barrier.words, barrier.rung)
    assert (signal.barrier, signal.intervention) == (barrier.id, barrier.intervention)
    assert not button.isEnabled()
    assert rows.hasFocus()
    assert "Dit is een knelpunt" in shown._made.text()
    at = [column.title for column in rows._records.columns].index("Knelpunt")
    assert rows.model().index(0, at).data() == "Ja"
    window.undo()
    assert dossier(window).signals == ()
    assert button.isEnabled()
    assert rows.model().index(0, at).data() == ""


def test_that_what_was_undone_on_another_page_is_seen_when_one_comes_back(
    qtbot: QtBot, window: MainWindow, shown: BarriersBlock
) -> None:
    qtbot.mouseClick(make(shown), Qt.MouseButton.LeftButton)
    page_named(window, "Signalen")
    window.undo()
    page_named(window, "Onderbouwing")
    assert make(shown).isEnabled()


def test_that_without_a_barrier_there_is_nothing_to_make(window: MainWindow, shown: BarriersBlock) -> None:
    window.session.run("Belemmering weghalen", barriers.remove, dossier(window).barriers[0].id)
    assert not make(shown).isEnabled()
    assert not shown._ladder.isEnabled()
