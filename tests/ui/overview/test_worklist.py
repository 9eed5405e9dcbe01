"""The worklist: what waits in all households, and done from there."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListView, QPushButton
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.model.dossier import dossier, events, household, interventions, letters, steps, tasks
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.worklist import Worklist
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.record_table import RecordTable
from tests.conftest import PASSPHRASE
from tests.ui.conftest import cell, table

TODAY = date.today()
DAY = timedelta(days=1)


@pytest.fixture
def busy(workspace: Path, make_window: Callable[[Path], MainWindow]) -> MainWindow:
    """Two households with a letter that is late, a threat today, a task and a step to come; the worklist in sight."""
    store = Store.open(workspace, PASSPHRASE, dossier.TABLES)
    with store.change("Proef"):
        one, two = (household.open_dossier(store, name, opened=TODAY) for name in ("Eerste", "Tweede"))
        letters.add(store, one, sender="Incassobureau", demand="Betalen", last_day=TODAY - 2 * DAY)
        events.add(
            store, two, words="Uit huis", expected_on=TODAY, reason="r", chance_threatening=40, chance_plan=5
        )  # fmt: skip
        tasks.add(store, two, "Bellen", kind="promise", due=TODAY + 3 * DAY)
        step = interventions.add(store, one, words="Schuld kwijt")
        steps.add(store, step, "Offerte vragen", due=TODAY + 20 * DAY)
        tasks.add(store, one, "Over lange tijd", due=TODAY + 31 * DAY)
    store.close()
    window = make_window(workspace)
    window.open_with(PASSPHRASE)
    window.show_page(-1)
    return window


def worklist(window: MainWindow) -> Worklist:
    shown = window.view._stack.currentWidget()
    assert isinstance(shown, Worklist)
    return shown


def rows(window: MainWindow) -> RecordTable:
    return table(worklist(window), "Werklijst")


def asked(window: MainWindow) -> list[str]:
    return [cell(rows(window), row, 3) for row in range(rows(window).model().rowCount())]


def test_that_it_shows_what_is_late_and_what_comes_in_30_days(busy: MainWindow) -> None:
    assert asked(busy) == ["Incassobureau: Betalen", "Uit huis", "Bellen", "Offerte vragen"]
    first = [cell(rows(busy), 0, at) for at in (0, 2, 4, 5)]
    assert first == ["2 dagen te laat", "Brief", "1", "Eerste"]
    bar = worklist(busy).findChild(FilterBar)
    assert [bar.tabText(at) for at in range(bar.count())] == [
        "Alles (4)",
        "Over tijd (1)",
        "Vandaag (1)",
        "Komende 7 dagen (1)",
        "Later (1)",
    ]
    bar.choose("week")
    assert asked(busy) == ["Bellen"]


def test_that_space_does_a_letter_a_task_and_a_step_and_each_is_one_step_back(qtbot: QtBot, busy: MainWindow) -> None:
    store = busy.session.store
    for row, label, question in (
        (0, "Brief geregeld", "SELECT settled_on FROM letter"),
        (1, "Taak gedaan", "SELECT done_on FROM task WHERE words = 'Bellen'"),
        (1, "Stap gedaan", "SELECT done_on FROM step"),
    ):
        before = asked(busy)
        rows(busy).setCurrentIndex(rows(busy).model().index(row, 0))
        qtbot.keyClick(rows(busy), Qt.Key.Key_Space)
        assert store.undo_label == label
        assert store.one(question) == (TODAY.isoformat(),)
        assert asked(busy) == [*before[:row], *before[row + 1 :]]
        assert rows(busy).hasFocus()
    assert asked(busy) == ["Uit huis"]
    for _ in range(3):
        busy.undo()
    assert len(asked(busy)) == 4


def test_that_the_button_does_it_too_and_is_off_where_nothing_can_be_done(qtbot: QtBot, busy: MainWindow) -> None:
    done = worklist(busy).findChild(QPushButton)
    rows(busy).setCurrentIndex(rows(busy).model().index(1, 0))
    assert not done.isEnabled()
    qtbot.keyClick(rows(busy), Qt.Key.Key_Space)
    assert len(asked(busy)) == 4
    rows(busy).setCurrentIndex(rows(busy).model().index(0, 0))
    assert done.isEnabled()
    qtbot.mouseClick(done, Qt.MouseButton.LeftButton)
    assert asked(busy) == ["Uit huis", "Bellen", "Offerte vragen"]


def test_that_enter_opens_the_household_and_goes_in_the_log(qtbot: QtBot, busy: MainWindow) -> None:
    rows(busy).setCurrentIndex(rows(busy).model().index(3, 0))
    qtbot.keyClick(rows(busy), Qt.Key.Key_Return)
    assert busy.view.number() == 1
    assert busy.view._stack.currentWidget().accessibleName() == "Doorbraak"
    entries = busy.session.store.log_entries()
    assert (entries[-1].action, entries[-1].object) == ("inzien", "huishouden 1")


def test_that_it_stands_at_the_left_and_in_the_menu(qtbot: QtBot, busy: MainWindow) -> None:
    busy.show_page(0)
    nav = busy.findChild(QListView, "nav")
    assert [nav.model().index(row, 0).data() for row in range(2)] == ["Werklijst", "Huishoudens"]
    nav.setFocus()
    qtbot.keyClick(nav, Qt.Key.Key_Up)
    assert worklist(busy).isVisible()
    assert nav.hasFocus(), "walking through the list by arrow keys"
    busy.find()
    qtbot.keyClick(busy, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert rows(busy).hasFocus()


def test_that_with_nothing_to_do_it_says_what_comes_here(
    workspace: Path, make_window: Callable[[Path], MainWindow]
) -> None:
    window = make_window(workspace)
    window.open_with(PASSPHRASE)
    window.show_page(-1)
    said = [label.text() for label in worklist(window).findChildren(QLabel) if label.isVisible()]
    assert any("Nog niets dat wacht" in text for text in said)


def test_that_a_change_elsewhere_is_seen_when_the_worklist_comes_back(busy: MainWindow) -> None:
    busy.view.open_household(2)
    busy.session.run("Taak gedaan", tasks.finish, 1, TODAY, household=2)
    busy.show_page(-1)
    assert "Bellen" not in asked(busy)


def test_that_a_threat_that_came_or_went_no_longer_waits_and_is_not_late(busy: MainWindow) -> None:
    run = busy.session.run
    busy.view.open_household(2)
    run("Datum van de dreiging wijzigen", events.set_expected_on, 1, TODAY - 3 * DAY, household=2)
    busy.show_page(-1)
    bar = worklist(busy).findChild(FilterBar)
    assert asked(busy)[0] == "Uit huis"
    assert bar.tabText(1) == "Over tijd (2)"
    run("Dreiging afgewend", events.set_outcome, 1, "averted", household=2)
    assert "Uit huis" not in asked(busy)
    assert bar.tabText(1) == "Over tijd (1)"
    busy.undo()
    assert asked(busy)[0] == "Uit huis"


def test_that_looking_at_it_goes_in_the_log(busy: MainWindow) -> None:
    entries = [entry.object for entry in busy.session.store.log_entries() if entry.action == "inzien"]
    assert entries == ["werklijst"]


def test_that_what_is_wrong_with_the_copies_follows_them_while_one_looks(
    busy: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def warned() -> bool:
        return any("tweede plek" in label.text() and label.isVisible() for label in worklist(busy).findChildren(QLabel))

    decided = tmp_path / "beleid.json"
    decided.write_text('{"format": "doorbraak-beleid", "version": 1, "second_place": "required"}')
    assert not warned()
    with monkeypatch.context() as policy:
        policy.setattr(paths, "policy_file", lambda: decided)
        QTest.keyClick(busy, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert warned()
    QTest.keyClick(busy, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert not warned()
