from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from doorbraak.cli import export
from doorbraak.model.documents import papers, plan
from doorbraak.model.documents.document import text_of
from doorbraak.model.dossier import profile
from doorbraak.model.dossier.profile import Profile
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.profile import ProfileDialog
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.choice_box import ChoiceBox
from tests.model.exchange.caseloads import take_key


def answer(window: MainWindow, work: Callable[[ProfileDialog], None]) -> None:
    """Open the dialog from the menu and do `work` in it."""

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, ProfileDialog)
        work(dialog)
        dialog.reject()

    QTimer.singleShot(0, window, now)
    next(a for a in window.menus.findChildren(QAction) if a.text() == "&Mijn gegevens…").trigger()


def test_that_the_own_data_are_one_undo_step_and_come_back_in_the_dialog(window: MainWindow) -> None:
    def fill(dialog: ProfileDialog) -> None:
        for key, text in (("name", "Fatima"), ("function", "wijkteam"), ("phone", "010-1234567"), ("team", "T-4")):
            dialog.fields[key].setText(text)
        dialog.accept()

    seen: list[str] = []
    answer(window, fill)
    store = window.session.store
    assert profile.read(store) == Profile("Fatima", "wijkteam", "010-1234567", "T-4")
    answer(window, lambda dialog: seen.append(dialog.fields["phone"].text()))
    assert seen == ["010-1234567"]
    window.undo()
    assert profile.read(store) == Profile()


def test_that_a_team_in_words_is_refused_in_the_dialog_and_nothing_is_lost(window: MainWindow) -> None:
    said: list[str] = []

    def fill(dialog: ProfileDialog) -> None:
        dialog.fields["name"].setText("Fatima")
        dialog.fields["team"].setText("team van de kerk")
        dialog.accept()
        said.extend((dialog.notice.text(), dialog.fields["name"].text(), dialog.fields["team"].text()))

    answer(window, fill)
    assert "code" in said[0]
    assert said[1:] == ["Fatima", "team van de kerk"]
    assert profile.read(window.session.store) == Profile()


def test_that_a_team_is_chosen_from_the_list_of_the_coordinator(qtbot: QtBot, window: MainWindow) -> None:
    take_key(window.session.store)
    seen: list[list[str]] = []

    def choose(dialog: ProfileDialog) -> None:
        box = dialog.fields["team"]
        assert isinstance(box, ChoiceBox)
        seen.append([box.itemText(at) for at in range(box.count())])
        seen.append([box.currentText()])
        qtbot.keyClick(box, Qt.Key.Key_Down)
        dialog.accept()

    answer(window, choose)
    assert seen == [["Nog niet gekozen", "Team Noord", "Team Zuid"], ["Team Noord"]]
    assert profile.read(window.session.store).team == "zuid"


def test_that_a_team_that_is_not_in_the_list_stays_and_is_said_to_count_as_other(window: MainWindow) -> None:
    store = window.session.store
    take_key(store)
    window.session.run("Mijn gegevens wijzigen", profile.write, Profile(team="T-4"))
    seen: list[str] = []

    def look(dialog: ProfileDialog) -> None:
        seen.append(dialog.fields["team"].currentText())
        dialog.fields["name"].setText("Fatima")
        dialog.accept()

    answer(window, look)
    assert seen == ["T-4 (telt als “overig”)"]
    assert profile.read(store) == Profile("Fatima", team="T-4")


def test_that_a_lock_closes_the_dialog_and_writes_nothing(window: MainWindow) -> None:
    def lock(dialog: ProfileDialog) -> None:
        dialog.fields["name"].setText("Fatima")
        window.lock()

    answer(window, lock)
    assert window.session is None


def test_that_every_way_out_of_a_plan_says_whom_to_call(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    real = plan.plan_of

    def heard(*args: object, **values: object) -> object:
        made.append(text_of(real(*args, **values)))
        return real(*args, **values)

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        dialog.reject()

    monkeypatch.setattr(plan, "plan_of", heard)
    monkeypatch.setattr(papers, "plan_of", heard)
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path / "uit")
    (tmp_path / "uit").mkdir()
    session = window.session
    session.run("Mijn gegevens wijzigen", profile.write, Profile("Fatima", "wijkteam", "010-1234567"))
    window.on_paper.documents()
    QTimer.singleShot(0, window, close)
    window.on_paper.print_in_sight()
    export.write_households(session.store, session.catalogue, tmp_path / "alles", date(2026, 11, 21))
    assert ["Fatima, wijkteam · telefoon 010-1234567" in text for text in made] == [True, True, True]
