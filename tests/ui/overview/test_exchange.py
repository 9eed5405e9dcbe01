"""Uitwisselen: what leaves is what is shown, the key is compared first, and each file is asked for and logged."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model import whole_files
from doorbraak.model.dossier import household, profile
from doorbraak.model.errors import DiskFull
from doorbraak.model.exchange import (
    container,
    coordinator_key,
    coordinator_key_changes,
    export_periods,
    lacking,
    payload,
    sent,
    xray_words,
)
from doorbraak.model.exchange.coordinator_key import spoken
from doorbraak.model.exchange.table_catalogue import Code
from doorbraak.model.workspace.store import Store
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.overview import exchange as exchange_module
from doorbraak.ui.overview import exchange_reading
from doorbraak.ui.overview.exchange import ExchangePage
from doorbraak.ui.overview.exchange_lacking import LackingDialog
from doorbraak.ui.pages import EXCHANGE, WORKLIST
from doorbraak.ui.widgets import ask
from doorbraak.ui.widgets.wrapped_label import WrappedLabel
from tests.conftest import PASSPHRASE
from tests.model.exchange.caseloads import OTHER_PRIVATE, PRIVATE, add_bare, key_of, known_tables, take_key
from tests.ui.conftest import cell
from tests.ui.test_screens import clipped, draw, pictures

__all__ = ["pictures"]

Make = Callable[[Path], MainWindow]
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
TODAY = date.today()
LONG_AGO = date(TODAY.year - 2, 1, 1)
QUARTER = export_periods.last_quarter(TODAY)


@pytest.fixture
def empty(workspace: Path, make_window: Make) -> MainWindow:
    opened = make_window(workspace)
    opened.open_with(PASSPHRASE)
    return opened


@pytest.fixture
def ready(window: MainWindow) -> MainWindow:
    """casus-01 and an empty household that were there all the time, and a coordinator's key."""
    store = window.session.store
    with store.change("Openen"):
        store.update("household", household.all_of(store)[0].id, opened=LONG_AGO.isoformat())
    add_bare(store, opened=LONG_AGO)
    take_key(store)
    fill_in(store)
    return window


def fill_in(store: Store) -> None:
    """Nothing lacks that the first file asks for."""
    with store.change("Invullen"):
        lacking.fill_in(store, "noord", "w1", [home.number for home in household.all_of(store)])


def page(window: MainWindow) -> ExchangePage:
    window.show_page(EXCHANGE)
    QApplication.processEvents()
    found = window.view._stack.currentWidget()
    assert isinstance(found, ExchangePage)
    return found


def press(parent: QWidget, words: str) -> None:
    next(
        one for one in parent.findChildren(QPushButton) if one.isVisible() and one.text().replace("&", "") == words
    ).click()
    QApplication.processEvents()


def said(parent: QWidget) -> str:
    return "\n".join(one.text() for one in parent.findChildren(QLabel) if one.isVisible())


def said_to(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[tuple[str, str]]:
    """Where the file goes; what the dialog showed."""
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(ask, "target", lambda _, title, name, __: asked.append((title, name)) or path)
    return asked


def read(path: Path, private: bytes = PRIVATE) -> payload.Payload:
    return container.open_(path.read_bytes(), private, known_tables()).payload


def key_file(folder: Path, private: bytes = PRIVATE) -> Path:
    path = folder / "sleutel.json"
    path.write_bytes(coordinator_key.encode(key_of(private)))
    return path


# -- what is shown --------------------------------------------------------------------------------------


def test_that_the_page_comes_by_its_keys_and_is_logged(qtbot: QtBot, ready: MainWindow) -> None:
    qtbot.keyClick(ready, Qt.Key.Key_E, CONTROL | SHIFT)
    shown = ready.view._stack.currentWidget()
    assert isinstance(shown, ExchangePage)
    assert shown.tables.leaves.hasFocus()
    line = ready.session.store.log_entries()[-1]
    assert (line.action, line.object) == ("inzien", "uitwisselen")


def test_that_the_table_holds_every_cell_that_leaves(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(ready)
    said_to(ready, monkeypatch, tmp_path / "uit.doorbraak")
    lines = shown.tables.leaves.records
    press(shown, "Uitwisselbestand maken…")
    made = read(tmp_path / "uit.doorbraak")
    assert sorted((one.codes, one.households, one.changed) for one in lines if one.households is not None) == sorted(
        (tuple(entry.token for entry in one.entries), len(one.entries), one.changed) for one in made.cells
    )
    outside = {one.cell.split(",")[0]: one.amounts for one in lines if one.table == xray_words.ITSELF}
    assert outside["Afzender (een willekeurige code)"] == (made.sender,)
    assert outside["Aantal huishoudens"] == ("2",)


def test_that_a_row_shows_its_codes_with_the_amounts_beside_them(qtbot: QtBot, ready: MainWindow) -> None:
    shown = page(ready)
    table = shown.tables.leaves
    at = next(at for at, one in enumerate(table.records) if one.amounts and one.codes)
    table.setCurrentIndex(table.model().index(at, 0))
    one = table.records[at]
    inside = shown.tables.whole.toPlainText()
    assert f"{one.codes[0]}  {one.amounts[0]}".replace("\u00a0", " ") in inside.replace("\u00a0", " ")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert shown.tables.whole.hasFocus()


def test_that_the_search_leaves_the_rows_with_that_word(qtbot: QtBot, ready: MainWindow) -> None:
    shown = page(ready)
    everything = shown.tables.leaves.shown
    shown.tables.search.setFocus()
    qtbot.keyClicks(shown.tables.search, "kosten met het")
    left = shown.tables.leaves
    assert 0 < left.shown < everything
    assert {cell(left, row, 0) for row in range(left.shown)} == {"Kosten met het plan"}


def test_that_who_is_in_no_cell_is_listed_and_enter_opens_the_household(qtbot: QtBot, ready: MainWindow) -> None:
    add_bare(ready.session.store, opened=TODAY)
    shown = page(ready)
    shown.tables.kinds.setFocus()
    qtbot.keyClick(shown.tables.kinds, Qt.Key.Key_Right)
    assert shown.tables.stays.isVisible()
    assert "Namen, nummers en eigen woorden" in cell(shown.tables.stays, 0, 0)
    qtbot.keyClick(shown.tables.kinds, Qt.Key.Key_Right)
    table = shown.tables.absent
    assert [(cell(table, row, 0), cell(table, row, 2)) for row in range(table.shown)] == [
        ("2", xray_words.IN_NO_CELL), ("3", xray_words.NOT_OPEN),
    ]  # fmt: skip
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert household.all_of(ready.session.store)[1].id == ready.view.household


def test_that_examples_beside_a_real_household_are_said_not_to_count(ready: MainWindow) -> None:
    add_bare(ready.session.store, opened=LONG_AGO, example=False)
    shown = page(ready)
    assert [(one.id, one.why) for one in shown.tables.absent.records] == [
        (1, xray_words.BESIDE_REAL), (2, xray_words.BESIDE_REAL), (3, xray_words.IN_NO_CELL),
    ]  # fmt: skip
    assert xray_words.EXAMPLE not in said(shown)


def test_that_labels_are_the_agreed_ones_and_examples_say_so(ready: MainWindow) -> None:
    words = said(page(ready))
    for label in (xray_words.EXCHANGE_LABEL, xray_words.SUMMARY_LABEL):
        assert label[1:] in words  # with a capital: it is a sentence there
    assert xray_words.EXAMPLE in words
    assert "anoniem" not in words.lower()


@pytest.mark.parametrize(("more", "class_", "word"), [(1, 1, "minder dan 5"), (6, 7, "5-9"), (11, 12, "10-19")])
def test_that_the_size_class_that_holds_is_said(empty: MainWindow, more: int, class_: int, word: str) -> None:
    for _ in range(more):
        add_bare(empty.session.store, opened=LONG_AGO)
    if class_ > more:
        add_bare(empty.session.store, opened=LONG_AGO)
    take_key(empty.session.store)
    words = said(page(empty))
    assert xray_words.size_of(class_) in words
    assert f"{word} huishoudens" in words
    assert xray_words.summary_of(class_) in words


def test_that_the_last_quarter_stands_first_and_a_year_can_be_chosen(
    qtbot: QtBot, ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(ready)
    assert shown.period.value == str(QUARTER)
    shown.period.setFocus()
    qtbot.keyClick(shown.period, Qt.Key.Key_Down)
    assert shown.period.currentText() == f"heel {TODAY.year - 1}"
    assert said_to(ready, monkeypatch, tmp_path / "jaar.doorbraak") == []
    press(shown, "Uitwisselbestand maken…")
    assert read(tmp_path / "jaar.doorbraak").period == str(TODAY.year - 1)
    assert "gemaakt op" in shown.period.currentText()


def test_that_tab_walks_along_the_page_as_one_reads_it(qtbot: QtBot, ready: MainWindow) -> None:
    shown = page(ready)
    shown.period.setFocus()
    walked = [QApplication.focusWidget()]
    for _ in range(7):
        qtbot.keyClick(walked[-1], Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    tables = shown.tables
    in_tables = [tables.kinds, tables.search, tables.leaves, tables.whole]
    assert walked == [shown.period, shown._make, shown._summary, shown._take, *in_tables]


# -- nothing to send ------------------------------------------------------------------------------------


def test_that_each_empty_state_says_what_is_missing(qtbot: QtBot, empty: MainWindow) -> None:
    shown = page(empty)
    maken = next(one for one in shown.findChildren(QPushButton) if "maken" in one.text() and "Uit" in one.text())
    assert "Nog geen huishoudens" in said(shown)
    assert not maken.isEnabled()
    assert not shown.period.isVisible()
    add_bare(empty.session.store, opened=TODAY)
    qtbot.waitUntil(lambda: "Nog geen sleutel van de coördinator" in said(shown))
    assert shown._take.hasFocus()
    take_key(empty.session.store)
    qtbot.waitUntil(lambda: "Nog geen kwartaal voorbij" in said(shown))
    assert not maken.isEnabled()
    add_bare(empty.session.store, opened=LONG_AGO)
    qtbot.waitUntil(lambda: "Dit is alles" in said(shown))
    assert maken.isEnabled()


@pytest.fixture
def many(ready: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
    """So many that they are counted in steps."""
    monkeypatch.setattr(exchange_module, "_AT_ONCE", 1)
    monkeypatch.setattr(exchange_reading, "_HOUSEHOLDS", 1)
    return ready


def test_that_many_households_are_counted_when_asked_for(qtbot: QtBot, many: MainWindow) -> None:
    shown = page(many)
    assert "Nog niet gelezen" in said(shown)
    assert shown.tables.leaves.records == ()
    assert shown._look.hasFocus()
    qtbot.keyClick(shown._look, Qt.Key.Key_Return)
    assert shown.reading.running
    assert not shown._make.isEnabled()
    qtbot.waitUntil(lambda: not shown.reading.running)
    assert len(shown.tables.leaves.records) > 10
    assert shown.tables.leaves.hasFocus()
    assert not shown._look.isVisible()


def test_that_counting_shows_how_far_it_is_and_can_be_stopped(qtbot: QtBot, many: MainWindow) -> None:
    shown = page(many)
    shown._look.click()
    bar = shown.reading.findChild(QProgressBar)
    assert bar.isVisible()
    assert "Er gaat nog niets weg" in said(shown)
    qtbot.waitUntil(lambda: bar.value() == 1)
    qtbot.waitUntil(shown.reading.cancel.hasFocus)
    qtbot.keyClick(shown.reading.cancel, Qt.Key.Key_Space)
    assert not shown.reading.isVisible()
    assert "Gestopt. Er is niets gemaakt. Nog niet gelezen" in said(shown)
    assert shown._look.hasFocus()
    assert (shown.reading.prepared, shown.tables.leaves.records) == (None, ())


def test_that_the_file_of_many_is_counted_and_shown_before_it_is_asked_where_it_goes(
    qtbot: QtBot, many: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, seen = page(many), list[int]()

    def where(*_: object) -> Path:
        seen.append(len(shown.tables.leaves.records))
        return tmp_path / "uit.doorbraak"

    monkeypatch.setattr(ask, "target", where)
    press(shown, "Uitwisselbestand maken…")
    qtbot.waitUntil(lambda: bool(seen) and (tmp_path / "uit.doorbraak").exists())
    assert seen[0] > 10
    assert read(tmp_path / "uit.doorbraak").households == 2


def test_that_a_change_meanwhile_lets_go_of_what_was_counted(qtbot: QtBot, many: MainWindow) -> None:
    shown = page(many)
    shown._look.click()
    assert shown.reading.running
    add_bare(many.session.store, opened=LONG_AGO)
    assert not shown.reading.running
    qtbot.waitUntil(lambda: "3 huishoudens" in said(shown))
    assert "Gestopt" not in said(shown)
    assert shown._look.isVisible()


def test_that_a_lock_while_counting_ends_it(qtbot: QtBot, many: MainWindow) -> None:
    shown = page(many)
    shown._look.click()
    many.lock()
    assert many.session is None
    QApplication.processEvents()


# -- the key --------------------------------------------------------------------------------------------


def answer(words: str, asked: list[str]) -> None:
    """Who reads the question that comes, and presses a button of it."""

    def choose() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        asked.append(box.text())
        next(one for one in box.buttons() if one.text().replace("&", "") == words).click()

    QTimer.singleShot(0, choose)


@pytest.mark.parametrize(("words", "taken"), [("Ja, overnemen", True), ("Terug", False)])
def test_that_a_key_is_taken_only_when_the_digits_are_said_to_be_right(
    empty: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, taken: bool
) -> None:
    monkeypatch.setattr(ask, "files", lambda *_: [key_file(tmp_path)])
    asked: list[str] = []
    shown = page(empty)
    answer(words, asked)
    press(shown, "Sleutel overnemen…")
    assert key_of().spoken in asked[0]
    assert (sent.coordinator(empty.session.store) == key_of()) is taken
    assert (key_of().spoken in said(shown)) is taken


def test_that_another_key_is_a_question_with_both_numbers_and_both_are_logged(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "files", lambda *_: [key_file(tmp_path, OTHER_PRIVATE)])
    asked: list[str] = []
    shown = page(ready)
    answer("Ja, vervangen", asked)
    press(shown, "Sleutel vervangen…")
    old, new = key_of().spoken, key_of(OTHER_PRIVATE).spoken
    assert old in asked[0]
    assert new in asked[0]
    assert any(f"{new} in plaats van {old}" in one.object for one in ready.session.store.log_entries())
    said_to(ready, monkeypatch, tmp_path / "uit.doorbraak")
    press(shown, "Uitwisselbestand maken…")
    assert read(tmp_path / "uit.doorbraak", OTHER_PRIVATE).households == 2


def test_that_a_newer_file_of_the_same_coordinator_says_what_changes_before_it_does(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = replace(key_of(), teams=(*key_of().teams[1:], Code("nieuw", "Team Nieuw")))
    newer = tmp_path / "nieuwer.json"
    newer.write_bytes(coordinator_key.encode(changed))
    monkeypatch.setattr(ask, "files", lambda *_: [newer])
    asked: list[str] = []
    shown = page(ready)
    answer("Terug", asked)
    press(shown, "Sleutel vervangen…")
    assert changed.spoken in asked[0]
    assert coordinator_key_changes.SAME_KEY in asked[0]
    assert "Team erbij: Team Nieuw." in asked[0]
    assert "Team weg: Team Noord." in asked[0]
    assert sent.coordinator(ready.session.store) == key_of()


def test_that_what_is_no_key_file_is_refused_with_a_sentence(
    empty: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wrong = tmp_path / "brief.txt"
    wrong.write_text("van iemand")
    monkeypatch.setattr(ask, "files", lambda *_: [wrong])
    press(page(empty), "Sleutel overnemen…")
    assert "geen sleutelbestand" in empty.view.notice.text()
    assert sent.coordinator(empty.session.store) is None


def test_that_a_key_that_is_known_asks_nothing(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "files", lambda *_: [key_file(tmp_path)])
    press(page(ready), "Sleutel vervangen…")
    assert "al overgenomen" in ready.statusBar().currentMessage()


# -- what a first file would lack -----------------------------------------------------------------------


def in_dialog(work: Callable[[LackingDialog], None]) -> list[bool]:
    """Works in the question that comes."""
    seen: list[bool] = []

    def begin() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, LackingDialog)
        seen.append(True)
        work(dialog)
        if dialog.isVisible():
            dialog.reject()

    QTimer.singleShot(0, begin)
    return seen


def test_that_the_first_file_asks_for_team_and_wijk_and_leaves_with_them(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ready.session.store
    with store.change("Leeg"):
        store.update("profile", 1, team="")
        household.set_wijk(store, 1, "")
    path = tmp_path / "uit.doorbraak"
    said_to(ready, monkeypatch, path)
    shown = page(ready)

    def work(dialog: LackingDialog) -> None:
        assert "Zonder wijk, huishoudens met nummer: 1." in said(dialog)
        dialog.accept()
        assert dialog.isVisible(), "nothing was chosen"
        assert dialog.notice.text()
        dialog.boxes["team"].choose("noord")
        dialog.boxes["wijk"].choose("w2")
        dialog.accept()

    seen = in_dialog(work)
    press(shown, "Uitwisselbestand maken…")
    assert seen
    assert (profile.read(store).team, household.by_number(store, 1).wijk) == ("noord", "w2")
    cells = {(one.table, one.cell) for one in read(path).cells}
    assert ("households_team", "noord") in cells
    store.undo()
    assert (profile.read(store).team, household.by_number(store, 1).wijk) != ("noord", "w2")


@pytest.mark.parametrize(("choice", "made"), [("-", True), ("", False)])
def test_that_one_goes_on_without_only_by_saying_so(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: str, made: bool
) -> None:
    with ready.session.store.change("Leeg"):
        ready.session.store.update("profile", 1, team="")
    said_to(ready, monkeypatch, tmp_path / "uit.doorbraak")
    shown = page(ready)

    def work(dialog: LackingDialog) -> None:
        assert list(dialog.boxes) == ["team"]
        if choice:
            dialog.boxes["team"].choose(choice)
            dialog.accept()

    seen = in_dialog(work)
    press(shown, "Uitwisselbestand maken…")
    assert seen
    assert (tmp_path / "uit.doorbraak").exists() == made
    assert profile.read(ready.session.store).team == ""


# -- what leaves ----------------------------------------------------------------------------------------


def test_that_the_dialog_says_what_the_file_is_and_the_log_holds_no_place(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = said_to(ready, monkeypatch, tmp_path / "uit.doorbraak")
    press(page(ready), "Uitwisselbestand maken…")
    assert asked == [(f"Uitwisselbestand: {xray_words.EXCHANGE_LABEL}", f"uitwisseling-{QUARTER}.doorbraak")]
    (line,) = [one for one in ready.session.store.log_entries() if one.object.startswith("uitwisselbestand")]
    assert line.action == "uitvoeren"
    assert str(tmp_path) not in line.object
    own = sent.sender(ready.session.store)
    assert spoken(own.fingerprint) in said(page(ready)), "to be read aloud"


def test_that_the_same_file_goes_again_and_the_page_says_so_before(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_to(ready, monkeypatch, tmp_path / "een.doorbraak")
    shown = page(ready)
    press(shown, "Uitwisselbestand maken…")
    add_bare(ready.session.store, opened=LONG_AGO)
    QApplication.processEvents()
    assert xray_words.again_of(1) in said(shown)
    said_to(ready, monkeypatch, tmp_path / "twee.doorbraak")
    press(shown, "Hetzelfde bestand maken…")
    assert "Hetzelfde bestand" in ready.statusBar().currentMessage()
    assert read(tmp_path / "een.doorbraak") == read(tmp_path / "twee.doorbraak")


def test_that_five_more_households_make_a_new_file(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_to(ready, monkeypatch, tmp_path / "een.doorbraak")
    shown = page(ready)
    press(shown, "Uitwisselbestand maken…")
    for _ in range(5):
        add_bare(ready.session.store, opened=LONG_AGO)
    QApplication.processEvents()
    press(shown, "Uitwisselbestand maken…")
    made = read(tmp_path / "een.doorbraak")
    assert (made.sequence, made.households) == (2, 7)


def test_that_a_cancelled_dialog_makes_and_remembers_nothing(
    ready: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_to(ready, monkeypatch, None)
    press(page(ready), "Uitwisselbestand maken…")
    assert sent.files(ready.session.store) == ()


def test_that_codes_that_another_key_lacks_are_said_before_it_asks_where(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = page(ready)
    asked = said_to(ready, monkeypatch, tmp_path / "uit.doorbraak")
    press(shown, "Uitwisselbestand maken…")
    assert len(asked) == 1
    take_key(ready.session.store, coordinator_key.CoordinatorKey(key_of(OTHER_PRIVATE).public, (), ()))
    QApplication.processEvents()
    press(shown, "Hetzelfde bestand maken…")
    assert len(asked) == 1
    assert "team noord" in ready.view.notice.text()


def test_that_a_full_disk_is_said_and_the_same_file_can_be_made_again(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, path = page(ready), tmp_path / "uit.doorbraak"
    said_to(ready, monkeypatch, path)
    with monkeypatch.context() as full:

        def fail(*_: object) -> None:
            raise DiskFull("De schijf is vol.")

        full.setattr(whole_files, "write_all", fail)
        press(shown, "Uitwisselbestand maken…")
    assert "vol" in ready.view.notice.text()
    assert not path.exists()
    press(shown, "Hetzelfde bestand maken…")
    assert read(path).sequence == 1


def test_that_the_summary_is_made_from_here(ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said_to(ready, monkeypatch, tmp_path / "samenvatting.xlsx")
    press(page(ready), "Samenvatting maken…")
    texts = [row[0].value for row in openpyxl.load_workbook(tmp_path / "samenvatting.xlsx").worksheets[0].rows]
    assert "Aantal huishoudens: minder dan 5" in texts


def test_that_a_lock_lets_go_of_what_was_read(ready: MainWindow) -> None:
    shown = page(ready)
    assert shown.tables.whole.toPlainText()
    shown.forget()
    assert (shown.reading.prepared, shown.tables.leaves.records) == (None, ())
    assert not shown.tables.whole.toPlainText()


# -- the reminder ---------------------------------------------------------------------------------------


def test_that_the_worklist_reminds_of_a_quarter_until_its_file_was_made(
    ready: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ready.show_page(WORKLIST)
    worklist = ready.view._stack.currentWidget()
    assert f"uitwisselbestand van het {export_periods.name(QUARTER)}" in said(worklist)
    press(worklist, "Naar Uitwisselen")
    shown = ready.view._stack.currentWidget()
    assert isinstance(shown, ExchangePage)
    said_to(ready, monkeypatch, tmp_path / "uit.doorbraak")
    press(shown, "Uitwisselbestand maken…")
    ready.show_page(WORKLIST)
    assert "uitwisselbestand" not in said(worklist)
    assert not any(one.isVisible() and "Naar" in one.text() for one in worklist.findChildren(QPushButton))


def test_that_nobody_is_reminded_without_a_coordinator(window: MainWindow) -> None:
    window.show_page(WORKLIST)
    assert "uitwisselbestand" not in said(window.view._stack.currentWidget())


# -- how it looks ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_the_page_fits_a_small_laptop_and_large_letters(ready: MainWindow, pictures: Path, theme: str) -> None:
    ready.appearance.use_theme(theme)
    shown = page(ready)
    for key in ("leaves", "stays", "absent"):
        shown.tables.kinds.choose(key)
        draw(ready, pictures / f"{theme}-uitwisselen-{key}.png")
        assert clipped(ready) == []
        assert (ready.width(), ready.height()) == (1366, 768)
    ready.show_page(WORKLIST)
    draw(ready, pictures / f"{theme}-werklijst-uitwisselen.png")
    assert clipped(ready) == []
    page(ready)
    for _ in range(8):
        ready.appearance.zoom(1)
    draw(ready, pictures / f"{theme}-uitwisselen-groot.png")
    assert clipped(ready) == []
    assert ready.width() == 1366


def test_that_no_words_of_a_card_are_cut_off_with_letters_of_any_size(ready: MainWindow) -> None:
    page(ready)
    for _ in range(10):
        cut = [
            label.text()
            for label in ready.findChildren(WrappedLabel)
            if label.isVisible() and label.height() < label.heightForWidth(label.width())
        ]
        assert cut == []
        ready.appearance.zoom(1)
        QApplication.processEvents()
