from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak import paths
from doorbraak.model.dossier import goals, household, letters, tasks, visits
from doorbraak.model.dossier.tasks import Task
from doorbraak.ui.backups_place import SecondPlace
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.page import Page
from doorbraak.ui.widgets.line_list import LineList
from tests.ui.conftest import line, page_named

TODAY = date.today()
DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)


@pytest.fixture
def fresh(window: MainWindow) -> MainWindow:
    """On a household of which nothing is known."""
    window.household.open_new()
    return window


def write(window: MainWindow, verb: object, *args: object, **values: object) -> int:
    return int(window.session.run("Schrijven", verb, window.view.household, *args, **values))


def today(window: MainWindow) -> Page:
    shown = page_named(window, "Vandaag")
    QApplication.processEvents()
    return shown


def lines(shown: QWidget, name: str) -> LineList:
    return next(found for found in shown.findChildren(LineList) if found.accessibleName() == name)


def words(listed: LineList) -> list[str]:
    return [listed.item(at).text() for at in range(listed.count())]


def said(shown: QWidget) -> str:
    return "\n".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())


def button(shown: QWidget, text: str) -> QPushButton:
    return next(one for one in shown.findChildren(QPushButton) if one.text().replace("&", "").startswith(text))


def of_tasks(window: MainWindow) -> tuple[Task, ...]:
    return window.session.dossier(window.view.household).tasks


def at(moment: datetime) -> type[datetime]:
    class Then(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return moment

    return Then


def test_that_the_card_follows_a_copy_by_key_and_the_minutes_after_it(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = today(window)
    with monkeypatch.context() as later:
        later.setattr("doorbraak.ui.household.today.datetime", at(datetime.now() + 20 * MINUTE))
        window.keeper._minute.timeout.emit()
        assert "net gemaakt" not in said(shown)
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert "net gemaakt" in said(shown)


def test_that_a_second_place_that_is_required_is_asked_for_until_it_is_chosen(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided = tmp_path / "beleid.json"
    decided.write_text('{"format": "doorbraak-beleid", "version": 1, "second_place": "required"}')
    shown = today(window)
    assert "tweede plek" not in said(shown)
    monkeypatch.setattr(paths, "policy_file", lambda: decided)
    window.keeper.told.emit()
    assert "Je organisatie vraagt om een kopie op een tweede plek." in said(shown)
    write(window, goals.add, "Rust")  # it keeps nobody from working
    place = SecondPlace(window.session)
    assert "Je organisatie vraagt" in "".join(label.text() for label in place.findChildren(QLabel))
    place.deleteLater()
    (tmp_path / "stick").mkdir()
    window.session.store.second = tmp_path / "stick"
    assert window.back_up()
    assert "tweede plek" not in said(shown)


def test_that_an_empty_household_is_told_what_is_not_there_yet(fresh: MainWindow) -> None:
    text = said(today(fresh))
    for part in ("Nog geen eerste stap", "Nog geen contact", "Nog geen beloften", "Nog niets met een dag"):
        assert part in text


def test_that_what_was_promised_stands_there_with_who_and_when(fresh: MainWindow) -> None:
    write(fresh, tasks.add, "Formulier zoeken")
    write(fresh, tasks.add, "Brief lezen", kind="promise", lead="Noor", due=TODAY + 3 * DAY)
    listed = lines(today(fresh), "Beloften en taken")
    assert words(listed) == ["Brief lezen\nBelofte · Noor · over 3 dagen", "Formulier zoeken"]


def test_that_space_finishes_a_promise_and_undo_brings_it_back(qtbot: QtBot, fresh: MainWindow) -> None:
    for what in ("Een", "Twee"):
        write(fresh, tasks.add, what)
    listed = lines(today(fresh), "Beloften en taken")
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: words(listed) == ["Twee"])
    assert [task.done_on for task in of_tasks(fresh)] == [TODAY, None]
    assert listed.key == of_tasks(fresh)[1].id, "the next one is chosen"
    qtbot.keyClick(fresh, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert words(listed) == ["Een", "Twee"]


def test_that_a_click_on_the_box_finishes_it_too(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, tasks.add, "Een")
    listed = lines(today(fresh), "Beloften en taken")
    place = listed.visualItemRect(listed.item(0))
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.left() + 14, place.center().y()))
    qtbot.waitUntil(lambda: listed.count() == 0)
    assert of_tasks(fresh)[0].done_on == TODAY


def test_that_a_day_that_threatens_counts_down(fresh: MainWindow) -> None:
    write(fresh, letters.add, sender="Bank", demand="Betaal", last_day=TODAY + 9 * DAY)
    write(fresh, tasks.add, "Bezwaar maken", kind="objection", due=TODAY - DAY)
    listed = lines(today(fresh), "Dagen die eraan komen")
    assert words(listed) == ["1 dag te laat: bezwaar\nBezwaar maken", "Over 9 dagen: brief\nBank: Betaal"]


def test_that_enter_on_a_day_goes_to_where_it_stands(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, letters.add, sender="Bank", demand="Betaal", last_day=TODAY + 9 * DAY)
    listed = lines(today(fresh), "Dagen die eraan komen")
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert fresh.view._stack.currentWidget().accessibleName() == "Brieven"


def test_that_a_typed_line_is_a_task_with_its_day(qtbot: QtBot, fresh: MainWindow) -> None:
    field = line(today(fresh), "Nieuwe taak voor dit bezoek")
    qtbot.keyClicks(field, "Paspoort meenemen morgen")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [(task.words, task.due) for task in of_tasks(fresh)] == [("Paspoort meenemen", TODAY + DAY)]
    qtbot.keyClicks(field, "Bellen 31 feb")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "datum" in fresh.view.notice.text()
    assert field.text() == "Bellen 31 feb"


def test_that_the_safety_flag_is_said_in_clear_words(fresh: MainWindow) -> None:
    assert "niets op papier" not in said(today(fresh))
    fresh.session.run("Niet op papier", household.set_no_paper, fresh.view.household, True)
    assert "laat hier niets op papier achter" in said(today(fresh))


def test_that_the_last_visit_is_folded_away_until_asked(qtbot: QtBot, fresh: MainWindow) -> None:
    write(fresh, visits.add, TODAY - 13 * DAY, report="Koffie en drie stapels brieven.")
    write(fresh, goals.add, "Rust")
    shown = today(fresh)
    assert "13 dagen geleden" in said(shown)
    assert "Koffie" not in said(shown)
    fold = button(shown, "Meer")
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert "Koffie en drie stapels brieven." in said(shown)
    assert "“Rust”" in said(shown)
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    assert "Koffie" not in said(shown)


def test_that_the_age_of_the_copy_is_there_and_follows_a_new_one(fresh: MainWindow) -> None:
    for path in (fresh.folder / "backups").glob("*.db"):
        path.unlink()
    fresh.show_page(0)
    assert "Nog geen kopie" in said(today(fresh))
    assert fresh.back_up()
    fresh.show_page(0)
    assert "Kopie van" in said(today(fresh))
    assert "net gemaakt" in said(today(fresh)) or "1 minuut geleden" in said(today(fresh))


def test_that_the_talk_begins_from_here(qtbot: QtBot, fresh: MainWindow) -> None:
    shown = today(fresh)
    qtbot.mouseClick(button(shown, "Begin het gesprek"), Qt.MouseButton.LeftButton)
    assert fresh.view._stack.currentWidget().accessibleName() == "Gesprek"


def test_that_a_real_household_shows_where_to_begin(window: MainWindow) -> None:
    assert "Elke instantie bellen en zeggen: vanaf nu via Noor" in said(today(window))
