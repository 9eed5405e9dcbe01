"""Logboek: what was done, found and put in order, held against the copies, and saved for who watches over it."""

import os
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model import whole_files
from doorbraak.model.documents import log_export, log_words
from doorbraak.model.dossier import household
from doorbraak.model.errors import DiskFull
from doorbraak.model.workspace import log, log_reading
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview.access_log import AccessLogPage
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.choice_box import ChoiceBox
from doorbraak.ui.widgets.notice import Notice
from tests.conftest import PASSPHRASE
from tests.log_lines import add
from tests.ui.conftest import line
from tests.ui.test_screens import clipped, draw, pictures

__all__ = ["pictures"]

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NUMBER, MOMENT, WHAT, ABOUT, WENT_WELL, WHERE, WHO = range(7)
MANY = int(os.environ.get("DOORBRAAK_LOG_LINES", "12000"))
SECRET = "Zilverberkaccount"


def days_ago(days: int) -> str:
    return f"{date.today() - timedelta(days)}T12:00:00+00:00"


def at_work(store: Store) -> None:
    add(
        store,
        (days_ago(400), "afdrukken", "huishouden 1", "gelukt", "venster", SECRET),
        (days_ago(20), "inzien", "huishouden 12", "gelukt", "venster", SECRET),
        (days_ago(3), "uitvoeren", "huishouden 2", "mislukt", "opdrachtregel", "omar"),
    )


@pytest.fixture
def shown(qtbot: QtBot, window: MainWindow) -> AccessLogPage:
    at_work(window.session.store)
    qtbot.keyClick(window, Qt.Key.Key_L, CONTROL | SHIFT)
    return page(window)


def page(window: MainWindow) -> AccessLogPage:
    found = window.view._stack.currentWidget()
    assert isinstance(found, AccessLogPage)
    return found


def cell(shown: AccessLogPage, row: int, column: int) -> str:
    return str(shown.table.model().index(row, column).data())


def column(shown: AccessLogPage, at: int) -> list[str]:
    return [cell(shown, row, at) for row in range(shown.table.model().rowCount())]


def box(shown: AccessLogPage, name: str) -> ChoiceBox:
    return next(one for one in shown.findChildren(ChoiceBox) if one.accessibleName() == name)


def choose(qtbot: QtBot, shown: AccessLogPage, name: str, words: str) -> None:
    """By the arrow keys, as somebody at a keyboard."""
    found = box(shown, name)
    found.setFocus()
    for _ in range(found.count()):
        qtbot.keyClick(found, Qt.Key.Key_Up)
    for _ in range(found.findText(words)):
        qtbot.keyClick(found, Qt.Key.Key_Down)
    assert found.currentText() == words


def press(shown: AccessLogPage, words: str) -> None:
    next(one for one in shown.findChildren(QPushButton) if words in one.text().replace("&", "")).click()


def said(shown: QWidget) -> str:
    return "\n".join(one.text() for one in shown.findChildren(QLabel) if one.isVisible())


def kinds(shown: AccessLogPage) -> list[str]:
    return [shown.kinds.tabText(at) for at in range(shown.kinds.count())]


def entries(window: MainWindow) -> list[tuple[str, str]]:
    return [(one.action, one.object) for one in window.session.store.log_entries()]


def test_that_it_is_reached_by_keys_and_shows_the_newest_line_first(shown: AccessLogPage, window: MainWindow) -> None:
    assert shown.table.hasFocus()
    last = window.session.store.log_entries()[-1]
    assert [cell(shown, 0, at) for at in range(1, 7)] == [
        log_words.moment(last.at), "Bekeken", "logboek", "ja", "venster", log.actor(),
    ]  # fmt: skip
    assert [cell(shown, 1, at) for at in (WHAT, ABOUT, WENT_WELL, WHERE, WHO)] == [
        "Opgeslagen of gekopieerd", "huishouden 2", "nee", "opdrachtregel", "omar",
    ]  # fmt: skip
    lines = len(window.session.store.log_entries())
    assert column(shown, NUMBER) == [str(at) for at in range(lines, 0, -1)]
    assert kinds(shown) == [f"Alle regels ({lines})", "Mislukt (1)"]


def test_that_looking_at_it_is_one_line_each_time_that_it_is_opened(shown: AccessLogPage, window: MainWindow) -> None:
    assert entries(window).count(("inzien", "logboek")) == 1
    shown.kinds.choose("failed")
    shown.filter.search.setText("omar")
    window.show_page(0)
    assert entries(window).count(("inzien", "logboek")) == 1
    window.show_page(-5)
    assert entries(window).count(("inzien", "logboek")) == 2


def test_that_lines_are_found_by_household_word_action_account_period_and_failure(
    qtbot: QtBot, shown: AccessLogPage
) -> None:
    search = line(shown, "Zoeken in het logboek")
    search.setFocus()
    qtbot.keyClicks(search, "12")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert column(shown, ABOUT) == ["huishouden 12"]
    assert shown.table.hasFocus()
    search.setText("zilverberk afgedrukt")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert column(shown, WHAT) == ["Afgedrukt"]
    search.clear()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    choose(qtbot, shown, "Wie het deed", SECRET)
    assert column(shown, ABOUT) == ["huishouden 12", "huishouden 1"]
    choose(qtbot, shown, "Wanneer", "Laatste 30 dagen")
    assert column(shown, ABOUT) == ["huishouden 12"]
    assert "1 van " in said(shown)
    choose(qtbot, shown, "Wat er gedaan is", "Afgedrukt")
    assert column(shown, ABOUT) == []
    assert "Niets gevonden" in said(shown)
    for name, words in (
        ("Wat er gedaan is", "Alles wat gedaan is"),
        ("Wie het deed", "Alle accounts"),
        ("Wanneer", "Altijd"),
    ):
        choose(qtbot, shown, name, words)
    shown.kinds.setFocus()
    qtbot.keyClick(shown.kinds, Qt.Key.Key_Right)
    assert column(shown, WHO) == ["omar"]


def test_that_typing_finds_by_itself_after_a_moment(qtbot: QtBot, shown: AccessLogPage) -> None:
    with qtbot.waitSignal(shown.filter.changed):
        qtbot.keyClicks(line(shown, "Zoeken in het logboek"), "omar")
    assert column(shown, WHO) == ["omar"]


def test_that_days_of_ones_own_hold_and_one_that_does_not_exist_is_said_at_its_field(
    qtbot: QtBot, shown: AccessLogPage, window: MainWindow
) -> None:
    choose(qtbot, shown, "Wanneer", "Zelf dagen kiezen")
    since, until = line(shown, "Vanaf welke dag"), line(shown, "Tot en met welke dag")
    before = column(shown, NUMBER)
    qtbot.keyClicks(since, "31-2-2026")
    qtbot.keyClick(since, Qt.Key.Key_Return)
    assert window.view.notice.isVisible()
    assert since.property("wrong")
    assert since.text() == "31-2-2026"
    assert column(shown, NUMBER) == before
    since.clear()
    day = date.today() - timedelta(20)
    for field in (since, until):
        field.setFocus()
        qtbot.keyClicks(field, f"{day.day}-{day.month}-{day.year}")
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert not since.property("wrong")
    assert not window.view.notice.isVisible()
    assert column(shown, ABOUT) == ["huishouden 12"]


def test_that_f4_sorts_by_the_column_in_focus_and_a_third_time_newest_first(qtbot: QtBot, shown: AccessLogPage) -> None:
    by_time = column(shown, NUMBER)
    shown.table.setCurrentIndex(shown.table.model().index(1, WENT_WELL))
    kept = cell(shown, 1, NUMBER)
    qtbot.keyClick(shown.table, Qt.Key.Key_F4)
    assert column(shown, WENT_WELL)[0] == "ja"
    qtbot.keyClick(shown.table, Qt.Key.Key_F4)
    assert column(shown, WENT_WELL)[0] == "nee"
    assert cell(shown, shown.table.currentIndex().row(), NUMBER) == kept, "the line in focus stays so"
    qtbot.keyClick(shown.table, Qt.Key.Key_F4)
    assert column(shown, NUMBER) == by_time


def test_that_enter_opens_the_household_of_a_line_and_says_when_there_is_none(
    qtbot: QtBot, shown: AccessLogPage, window: MainWindow
) -> None:
    shown.table.setCurrentIndex(shown.table.model().index(1, ABOUT))  # household 2 is not there
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert window.view.notice.isVisible()
    shown.table.setCurrentIndex(shown.table.model().index(0, ABOUT))  # the log itself
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert page(window) is shown
    shown.table.setCurrentIndex(shown.table.model().index(3, ABOUT))
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert window.view.number() == 1
    assert entries(window)[-1] == ("inzien", "huishouden 1")


def test_that_an_undone_step_is_in_sight_at_once(qtbot: QtBot, shown: AccessLogPage, window: MainWindow) -> None:
    home = household.all_of(window.session.store)[0].id
    window.session.run("Naam wijzigen", household.rename, home, "Anders", household=1)
    assert cell(shown, 0, WHAT) == "Gewijzigd"
    window.undo()
    assert cell(shown, 0, WHAT) == "Ongedaan gemaakt"


# -- whether it is whole --------------------------------------------------------------------------------


def test_that_a_whole_log_is_said_with_its_lines_and_copies(shown: AccessLogPage, window: MainWindow) -> None:
    assert "Bij het openen was het logboek heel." in said(shown)
    window.session.store.backup()
    press(shown, "nakijken")
    lines = len(window.session.store.log_entries())
    assert f"Het logboek is heel: {lines} regels, vergeleken met 2 kopieën." in said(shown)
    assert entries(window)[-1] == ("controleren", "logboek")
    assert cell(shown, 0, WHAT) == "Nagekeken"


def test_that_who_has_the_passphrase_can_rewrite_all_is_said_on_the_page(shown: AccessLogPage) -> None:
    assert "Wie de wachtzin heeft, kan dit hele logboek herschrijven." in said(shown)


def test_that_a_touched_line_is_told_and_in_focus(shown: AccessLogPage, window: MainWindow) -> None:
    ((third,),) = window.session.store.rows("SELECT id FROM access_log ORDER BY id LIMIT 1 OFFSET 2")
    window.session.store.file.db.execute("UPDATE access_log SET object = 'huishouden 9' WHERE id = ?", [third])
    press(shown, "nakijken")
    notice = next(one for one in shown.findChildren(Notice) if one.isVisible())
    assert notice.text().startswith("Regel 3 klopt niet.")
    assert "meld dit" in notice.text()
    assert "heel" not in said(shown).replace("hele", "")
    assert cell(shown, shown.table.currentIndex().row(), NUMBER) == "3"


def test_that_a_tail_that_was_cut_is_told_against_the_copy(shown: AccessLogPage, window: MainWindow) -> None:
    store = window.session.store
    store.backup()
    store.file.db.execute("DELETE FROM access_log WHERE id > 4")
    press(shown, "nakijken")  # and that makes a line again
    assert "Een reservekopie kent regels die hier ontbreken." in said(shown)


def test_that_what_was_found_at_opening_is_told_when_the_page_comes(
    filled: Path, make_window: Callable[[Path], MainWindow]
) -> None:
    window = make_window(filled)
    window.open_with(PASSPHRASE)
    window.session.store.file.db.execute("UPDATE access_log SET actor = 'x' WHERE id = 2")
    window.lock()
    window.open_with(PASSPHRASE)
    window.show_page(-5)
    assert "Regel 2 klopt niet." in said(page(window))


def test_that_an_emptied_log_has_a_word_and_nothing_to_save(
    workspace: Path, make_window: Callable[[Path], MainWindow]
) -> None:
    window = make_window(workspace)
    window.open_with(PASSPHRASE)
    window.show_page(-5)
    shown = page(window)
    window.session.store.file.db.execute("DELETE FROM access_log")
    shown.filter.changed.emit()
    assert "Nog geen regels in het logboek." in said(shown)
    assert kinds(shown) == ["Alle regels (0)", "Mislukt (0)"]
    assert not next(
        one for one in shown.findChildren(QPushButton) if "opslaan" in one.text().replace("&", "")
    ).isEnabled()


# -- what leaves ----------------------------------------------------------------------------------------


def test_that_saving_is_a_line_and_stands_in_the_file(
    shown: AccessLogPage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, asked = tmp_path / "logboek.csv", []
    monkeypatch.setattr(ask, "target", lambda _, title, name, kinds: asked.append((title, name)) or target)
    press(shown, "opslaan")
    content = target.read_bytes().decode("utf-8-sig")
    assert entries(window)[-1] == ("uitvoeren", "logboek")
    lines = window.session.store.log_entries()
    assert content.count(";venster;") + content.count(";opdrachtregel;") == len(lines)
    assert f"Slotregel: {len(lines)}:{lines[-1].hash}" in content
    assert "persoonsgegevens" in asked[0][0]
    assert asked[0][1] == f"logboek-{date.today()}.csv"
    assert cell(shown, 0, WHAT) == "Opgeslagen of gekopieerd"
    name = window.session.dossier(1).household.name
    assert name not in content


def test_that_only_what_is_in_sight_is_saved_and_the_file_says_so(
    qtbot: QtBot, shown: AccessLogPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "logboek.csv"
    monkeypatch.setattr(ask, "target", lambda *_: target)
    shown.kinds.choose("failed")
    press(shown, "opslaan")
    content = target.read_bytes().decode("utf-8-sig")
    assert "1 regel, een deel van de regels" in content
    assert SECRET not in content


def test_that_a_cancelled_or_failed_saving_leaves_no_file_and_is_said(
    shown: AccessLogPage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "target", lambda *_: None)
    before = entries(window)
    press(shown, "opslaan")
    assert entries(window) == before
    monkeypatch.setattr(ask, "target", lambda *_: tmp_path / "logboek.csv")

    def full(*_: object) -> None:
        raise DiskFull(whole_files.NO_ROOM)

    monkeypatch.setattr(whole_files, "write_all", full)
    press(shown, "opslaan")
    assert window.view.notice.text() == whole_files.NO_ROOM
    assert entries(window)[-1] == ("uitvoeren", "logboek")
    assert list(tmp_path.glob("logboek*")) == []


# -- a log of years -----------------------------------------------------------------------------------------


@pytest.fixture
def long(shown: AccessLogPage, window: MainWindow) -> AccessLogPage:
    add(window.session.store, *((days_ago(1), "inzien", "huishouden 3", "gelukt", "venster", "k") for _ in range(5000)))
    return shown


def test_that_a_long_check_tells_how_far_it_is_and_ends_with_its_outcome(
    qtbot: QtBot, long: AccessLogPage, window: MainWindow
) -> None:
    press(long, "nakijken")
    assert long.steps.isVisible()
    qtbot.waitUntil(long.steps.cancel.hasFocus)
    assert not long.steps.cancel.visibleRegion().isEmpty()
    press(long, "opslaan")  # one at a time
    assert entries(window)[-1] == ("controleren", "logboek")
    window.session.store.note("inzien", "werkmap")  # what is added meanwhile belongs to it
    with qtbot.waitSignal(long.steps.ended):
        pass
    assert not long.steps.isVisible()
    assert log_words.verdict(log_reading.verify(window.session.store)) in said(long)


def test_that_a_long_check_that_is_stopped_says_nothing_about_the_log(qtbot: QtBot, long: AccessLogPage) -> None:
    press(long, "nakijken")
    qtbot.keyClick(long.steps.cancel, Qt.Key.Key_Space)
    assert not long.steps.running
    assert "Gestopt. Het logboek is niet helemaal nagekeken." in said(long)
    assert long._check.isEnabled()
    press(long, "nakijken")
    with qtbot.waitSignal(long.steps.ended):
        pass
    assert "Gestopt" not in said(long)


def test_that_a_touched_line_of_a_long_log_is_told_and_in_focus(
    qtbot: QtBot, long: AccessLogPage, window: MainWindow
) -> None:
    window.session.store.file.db.execute("UPDATE access_log SET actor = 'x' WHERE id = 4000")
    press(long, "nakijken")
    with qtbot.waitSignal(long.steps.ended):
        pass
    assert "4.000" in long._broken.text()
    press(long, "nakijken")
    qtbot.keyClick(long.steps.cancel, Qt.Key.Key_Space)
    assert "4.000" in long._broken.text(), "to stop a check does not settle what was found"


def test_that_a_long_saving_writes_all_or_when_it_is_stopped_nothing(
    qtbot: QtBot, long: AccessLogPage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "logboek.csv"
    monkeypatch.setattr(ask, "target", lambda *_: target)
    press(long, "opslaan")
    qtbot.keyClick(long.steps.cancel, Qt.Key.Key_Space)
    assert not target.exists()
    assert "Gestopt. Er is geen bestand gemaakt." in said(long)
    press(long, "opslaan")
    with qtbot.waitSignal(long.steps.ended):
        pass
    store = window.session.store
    found = log_reading.verify(store)
    lines = list(log_reading.numbered(store, log_reading.Wanted()))
    assert target.read_bytes() == log_export.write(lines, found, date.today())
    assert window.statusBar().currentMessage() == f"Gemaakt: {target}"


@pytest.mark.parametrize("work", ["nakijken", "opslaan"])
def test_that_a_lock_ends_long_work_and_leaves_nothing(
    qtbot: QtBot, long: AccessLogPage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: str
) -> None:
    monkeypatch.setattr(ask, "target", lambda *_: tmp_path / "logboek.csv")
    press(long, work)
    steps = long.steps
    window.lock()
    assert not steps.running
    QApplication.processEvents()
    assert window.session is None
    assert not (tmp_path / "logboek.csv").exists()


# -- what stays, and how it looks -------------------------------------------------------------------------


def test_that_after_a_lock_nothing_of_it_stays(shown: AccessLogPage, window: MainWindow) -> None:
    shown.filter.search.setText(SECRET)
    window.lock()
    assert shown.table.records.rowCount() == 0
    assert shown.table.records.line(0) is None
    assert SECRET not in "".join(
        [shown.filter.search.text(), *(shown.filter.actor.itemText(at) for at in range(shown.filter.actor.count()))]
    )
    left = [one for one in QApplication.allWidgets() if isinstance(one, QTableView) and one.model() is not None]
    for view in left:
        model = view.model()
        cells = [model.index(row, at).data() for row in range(model.rowCount()) for at in range(model.columnCount())]
        assert SECRET not in repr(cells)


def test_that_no_word_is_looked_for_after_a_lock(qtbot: QtBot, shown: AccessLogPage, window: MainWindow) -> None:
    qtbot.keyClicks(shown.filter.search, "omar")
    assert shown.filter._waiting.isActive()
    window.lock()
    assert not shown.filter._waiting.isActive()


def test_that_at_the_table_it_is_not_there(window: MainWindow) -> None:
    window.at_table.toggle()
    assert "Logboek" not in window.view._nav.titles()
    before = window.view._stack.currentWidget()
    window.show_page(-5)
    assert window.view._stack.currentWidget() is before
    assert ("inzien", "logboek") not in entries(window)
    action = next(one for one in window.menus.findChildren(QAction) if one.text() == "L&ogboek")
    assert not action.isEnabled()
    window.at_table.toggle()


def test_that_every_cell_tells_its_column_to_a_screen_reader(shown: AccessLogPage) -> None:
    index = shown.table.model().index(1, WENT_WELL)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Gelukt: nee"
    assert index.data(Qt.ItemDataRole.ForegroundRole) is not None
    assert shown.table.model().index(0, WENT_WELL).data(Qt.ItemDataRole.ForegroundRole) is None
    assert shown.table.accessibleName() == "Logboek"


def test_that_letters_of_the_menu_and_the_buttons_do_not_clash(shown: AccessLogPage, window: MainWindow) -> None:
    texts = [one.text() for one in shown.findChildren(QPushButton)]
    texts += [action.text() for action in window.menuBar().actions()]
    letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
    assert len(letters) == len(set(letters))


def test_that_a_log_of_years_shows_as_soon_as_one_of_a_day(window: MainWindow) -> None:
    """100,000 lines with DOORBRAAK_LOG_LINES: then it opens in less than a second."""
    actions = list(log_words.ACTIONS)
    add(
        window.session.store,
        *(
            (days_ago(at % 900), actions[at % 15], f"huishouden {at % 300}", "gelukt", "venster", "k")
            for at in range(MANY)
        ),
    )
    spent = {}
    begin = time.perf_counter()
    window.show_page(-5)
    QApplication.processEvents()
    spent["open"] = time.perf_counter() - begin
    shown = page(window)
    for name, work in (
        ("scroll", lambda: shown.table.verticalScrollBar().setValue(MANY // 2)),
        ("sort", lambda: shown.table.sortByColumn(ABOUT, Qt.SortOrder.AscendingOrder)),
        ("failed", lambda: shown.kinds.choose("failed")),
    ):
        begin = time.perf_counter()
        work()
        QApplication.processEvents()
        spent[name] = time.perf_counter() - begin
    print(MANY, {name: round(1000 * seconds) for name, seconds in spent.items()}, "ms")
    assert len(shown.table.records._read) <= 20


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_it_fits_a_small_laptop(
    workspace: Path, make_window: Callable[[Path], MainWindow], pictures: Path, theme: str
) -> None:
    window = make_window(workspace)
    window.appearance.use_theme(theme)
    window.open_with(PASSPHRASE)
    at_work(window.session.store)
    window.show_page(-5)

    def look(name: str) -> None:
        draw(window, pictures / f"{theme}-{name}.png")
        assert clipped(window) == [], name
        assert (window.width(), window.height()) == (1366, 768)

    look("logboek")
    shown = page(window)
    shown.filter.period.choose("own")
    shown.filter._choose_period("own")
    shown.kinds.choose("failed")
    look("logboek-mislukt")
    window.session.store.file.db.execute("UPDATE access_log SET actor = 'x' WHERE id = 2")
    press(shown, "nakijken")
    look("logboek-veranderd")


def test_that_the_list_at_the_left_holds_all_pages_on_a_small_laptop(window: MainWindow) -> None:
    QApplication.processEvents()
    assert window.view._nav.verticalScrollBar().maximum() == 0


def test_that_no_line_can_be_edited_or_taken_away(qtbot: QtBot, shown: AccessLogPage, window: MainWindow) -> None:
    before = window.session.store.log_entries()
    for key in (Qt.Key.Key_F2, Qt.Key.Key_Delete, Qt.Key.Key_X):
        qtbot.keyClick(shown.table, key)
        assert shown.table.state() == QTableView.State.NoState
    assert window.session.store.log_entries() == before
