"""A publication on the screen: from its file alone, over what is in the window, and away again."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtPrintSupport import QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from doorbraak.model.documents import publication_report
from doorbraak.model.documents.document import Bullets, Subheading
from doorbraak.model.exchange import (
    other_senders,
    publication_package,
    publication_print,
    publication_reading,
    published,
    published_views,
    yearly,
)
from doorbraak.model.exchange.published import PublishedCell
from doorbraak.model.exchange.summary import EXAMPLE
from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.publication.page import PublicationPage
from doorbraak.ui.publication.room import PublicationRoom
from doorbraak.ui.start import FirstStart, Unlock
from doorbraak.ui.widgets import ask
from tests.model.exchange.test_published_views import TABLES, drawn, publication
from tests.ui.rooms import press, room, unlock_again

Make = Callable[[Path], MainWindow]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two quarters, as a coordinator hands them out."""
    folder = tmp_path_factory.mktemp("publicaties")
    for period in ("2026Q2", "2026Q3"):
        cells = dict(drawn(1, 0.5, period))
        cells["households_team", ""] = PublishedCell("", (), "shown", 355)
        made = publication(cells, period, example=True)
        (folder / publication_package.file_name(period)).write_bytes(publication_package.package_bytes(made))
    return folder


def newest(packages: Path) -> Path:
    return packages / "doorbraak-2026Q3.zip"


def choosing(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(ask, "files", lambda *_: [path])


def shown(window: MainWindow) -> PublicationPage:
    now = room(window)
    assert isinstance(now, PublicationRoom)
    return now.page


def test_that_the_digits_of_its_figures_are_in_sight(qtbot: QtBot, packages: Path) -> None:
    made = publication_reading.read(newest(packages))
    page = PublicationPage(made)
    qtbot.addWidget(page)
    assert publication_print.spoken(made) in page._about.text()


def test_that_other_senders_than_before_are_said_above_the_figures(qtbot: QtBot) -> None:
    for differ in (True, False):
        made = published.reopened("2026Q2", TABLES, drawn(1), example=False, other_senders=differ)
        page = PublicationPage(made)
        qtbot.addWidget(page)
        assert (other_senders.OTHERS in page._about.text()) is differ


def test_that_a_publication_opens_from_the_first_start_and_leads_back(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(tmp_path / "leeg")
    choosing(monkeypatch, newest(packages))
    press(qtbot, room(window), "Publicatie openen…")
    page = shown(window)
    assert page.publication is not None
    assert page.publication.period == "2026Q3"
    assert page.chapters.hasFocus()
    assert window.session is None
    qtbot.keyClick(page.chapters, Qt.Key.Key_Escape)
    assert isinstance(room(window), FirstStart)
    assert window.windowTitle() == "Doorbraak"


def test_that_the_period_before_it_out_of_the_same_folder_stands_beside_it(
    make_window: Make, tmp_path: Path, packages: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    assert page.previous is not None
    assert page.previous.period == "2026Q2"
    window.publications.open(packages / "doorbraak-2026Q2.zip")
    assert shown(window).previous is None


def test_that_a_year_of_quarters_says_what_it_is_of_and_has_the_same_quarters_beside_it(
    make_window: Make, tmp_path: Path
) -> None:
    folder = tmp_path / "jaren"
    for year in (2025, 2026):
        found = []
        for at in (1, 3):
            cells = dict(drawn(at, 0.9, f"{year}Q{at}"))
            cells["households_team", ""] = PublishedCell("", (), "shown", 350 + at * 5)
            found.append(publication(cells, f"{year}Q{at}"))
        made = yearly.made(found)
        own = folder / f"doorbraak-{made.period}"
        own.mkdir(parents=True)
        (own / publication_package.file_name(made.period)).write_bytes(publication_package.package_bytes(made))
    window = make_window(tmp_path / "leeg")
    window.publications.open(folder / "doorbraak-2026Q1Q3" / "doorbraak-2026Q1Q3.zip")
    page = shown(window)
    assert page.previous is not None
    assert page.previous.period == "2025Q1Q3"
    assert page._title.text() == "Publicatie over het 1e en 3e kwartaal van 2026"
    assert "Over 365 huishoudens in het laatste kwartaal." in page._about.text()
    assert "Gemaakt van de publicaties over 2026Q1, 2026Q3." in page._about.text()
    for quarter, first in (("2026Q2", "2026Q1Q3"), ("2026Q4", "2026Q4")):
        page.put_beside(publication(drawn(1, 0.5, quarter), quarter))
        assert page.publication is not None
        assert page.publication.period == first, "the older one is beside it"


def test_that_a_publication_to_compare_with_comes_by_its_button_and_the_older_one_first(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(packages / "doorbraak-2026Q2.zip")
    choosing(monkeypatch, newest(packages))
    qtbot.mouseClick(shown(window).compare, Qt.MouseButton.LeftButton)
    page = shown(window)
    assert page.publication is not None
    assert page.previous is not None
    assert (page.previous.period, page.publication.period) == ("2026Q2", "2026Q3")
    qtbot.mouseClick(page.compare, Qt.MouseButton.LeftButton)
    assert "dezelfde periode" in page.notice.text()


def test_that_another_file_is_refused_where_one_is(
    qtbot: QtBot, make_window: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "brief.zip"
    other.write_bytes(b"geen publicatie")
    window = make_window(tmp_path / "leeg")
    choosing(monkeypatch, other)
    press(qtbot, room(window), "Publicatie openen…")
    first = room(window)
    assert isinstance(first, FirstStart)
    assert "geen publicatie van Doorbraak" in first.notice.text()


def test_that_every_chapter_and_question_is_reached_by_keys(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page, seen = shown(window), []
    for _ in range(page.chapters.count()):
        seen.append(page.chapters.currentItem().text())
        if page.questions.isVisible():
            page.questions.setFocus()
            for at in range(page.questions.count()):
                assert page.questions.currentRow() == at
                assert page.sheet.view is not None
                assert page.sheet.view.title == page.questions.currentItem().text()
                qtbot.keyClick(page.questions, Qt.Key.Key_Down)
            page.chapters.setFocus()
        qtbot.keyClick(page.chapters, Qt.Key.Key_Down)
    assert seen == [
        "In het kort", "Geld", "Hulp", "Problemen", "Doorbraken", "Knelpunten", "Capaciteit",
        "Wat is weggelaten en waarom", "Hoe is dit berekend",
    ]  # fmt: skip


def test_that_a_publication_over_an_open_workspace_gives_it_back_as_it_was(
    qtbot: QtBot, window: MainWindow, packages: Path
) -> None:
    view = window.view
    assert view is not None
    title = window.windowTitle()
    window.publications.open(newest(packages))
    assert isinstance(room(window), PublicationRoom)
    press(qtbot, room(window), "Terug")
    assert room(window) is view
    assert window.view is view
    assert window.windowTitle() == title


def test_that_an_entry_about_the_workspace_brings_that_in_sight(
    qtbot: QtBot, window: MainWindow, packages: Path
) -> None:
    window.publications.open(newest(packages))
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert room(window) is window.view


def test_that_a_lock_takes_the_publication_away_and_the_workspace_comes_back(
    qtbot: QtBot, window: MainWindow, packages: Path
) -> None:
    window.publications.open(newest(packages))
    window.lock()
    assert isinstance(room(window), Unlock)
    assert window.publications.room is None
    unlock_again(qtbot, window)
    assert room(window) is window.view


def test_that_a_publication_that_is_dropped_on_the_window_opens(
    make_window: Make, tmp_path: Path, packages: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    QApplication.processEvents()  # it is painted: nothing is dropped on what is not there
    drop(window, tmp_path / "foto.png")
    assert isinstance(room(window), FirstStart)
    drop(window, newest(packages))
    assert isinstance(room(window), PublicationRoom)


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(20, 300), copy, data, left, none)
    entering.setAccepted(False)
    QApplication.sendEvent(window, entering)
    if entering.isAccepted():
        QApplication.sendEvent(window, QDropEvent(QPointF(20, 300), copy, data, left, none))


def at(page: PublicationPage, chapter: int, question: str) -> None:
    page.chapters.setCurrentRow(chapter)
    rows = [page.questions.item(row).text() for row in range(page.questions.count())]
    page.questions.setCurrentRow(rows.index(question))


def test_that_the_own_begroting_is_typed_once_and_kept_on_this_computer(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    at(page, 1, "Naast onze eigen begroting")
    assert page.own.isVisible()
    qtbot.keyClicks(page.own.budget, "veel")
    qtbot.keyClick(page.own.budget, Qt.Key.Key_Return)
    assert "geen heel getal" in page.notice.text()
    page.own.budget.selectAll()
    qtbot.keyClicks(page.own.budget, "500.000.000")
    qtbot.keyClick(page.own.budget, Qt.Key.Key_Return)
    assert not page.notice.text()
    assert page.questions.currentItem().text() == "Naast onze eigen begroting"
    assert page.sheet.view is not None
    assert [one.title for one in page.sheet.view.columns] == ["Deel van de begroting"]
    window.publications.away()
    window.publications.open(newest(packages))
    assert shown(window).own.budget.text() == "500.000.000"


def test_that_a_table_is_copied_by_its_button_only(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path
) -> None:
    QApplication.clipboard().setText("van een ander")
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    at(page, 3, "In welke leefgebieden zijn er problemen?")
    assert QApplication.clipboard().text() == "van een ander"
    qtbot.mouseClick(page.sheet.copy, Qt.MouseButton.LeftButton)
    copied = QApplication.clipboard().text().splitlines()
    assert page.sheet.view is not None
    assert len(copied) == 2 + len(page.sheet.view.rows)
    assert "VOORBEELD: verzonnen gegevens" in copied[0]
    assert copied[2].split("\t")[0] == page.sheet.view.rows[0].label


@pytest.mark.parametrize(("kind", "start"), [("PNG", b"\x89PNG"), ("SVG", b"<?xml"), ("PDF", b"%PDF")])
def test_that_a_chart_is_saved_where_one_chooses(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path, monkeypatch: pytest.MonkeyPatch,
    kind: str, start: bytes,
) -> None:  # fmt: skip
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    at(page, 3, "In welke leefgebieden zijn er problemen?")
    monkeypatch.setattr(ask, "target", lambda *_: tmp_path / "grafiek")
    press(qtbot, page, f"{kind}…")
    assert (tmp_path / f"grafiek.{kind.lower()}").read_bytes().startswith(start)
    assert "Bewaard" in page.notice.text()


def test_attack_tooltips(make_window: Make, tmp_path: Path, packages: Path) -> None:
    """No number under a pointer, in any figure, button or picture of any question."""
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    seen = 0
    for chapter in range(page.chapters.count()):
        page.chapters.setCurrentRow(chapter)
        for question in range(page.questions.count()):
            page.questions.setCurrentRow(question)
            grid = page.sheet.grid
            items = [grid.item(row, column) for row in range(grid.rowCount()) for column in range(grid.columnCount())]
            seen += len(items)
            assert {text for item in items for text in (item.toolTip(), item.statusTip(), item.whatsThis())} <= {""}
            tips = [(one.toolTip(), one.statusTip(), one.whatsThis()) for one in page.findChildren(QWidget)]
            assert not [text for said in tips for text in said if any(ch.isdigit() for ch in text)]
    assert seen > 100


def test_attack_the_clipboard(qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path) -> None:
    """What is copied is what stands there: of a hidden figure the word, and in no other form anything more."""
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    at(page, 3, "In welke leefgebieden zijn er problemen?")
    qtbot.mouseClick(page.sheet.copy, Qt.MouseButton.LeftButton)
    grid, copied = page.sheet.grid, QApplication.clipboard().text().splitlines()[2:]
    on_screen = [
        [grid.item(row, column).text() for column in range(grid.columnCount())] for row in range(grid.rowCount())
    ]
    assert any("verborgen" in cell for row in on_screen for cell in row)
    assert [line.split("\t")[1:] for line in copied] == [row[1:] for row in on_screen]
    formats = QApplication.clipboard().mimeData().formats()
    assert [one for one in formats if one.startswith(("text/", "image/"))] == ["text/plain"]


def test_that_an_example_says_so_and_the_page_names_its_parts(
    make_window: Make, tmp_path: Path, packages: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    assert page._mark.isVisible()
    assert page._mark.text() == EXAMPLE
    page.chapters.setCurrentRow(1)
    assert all(part.accessibleName() for part in (page, page.chapters, page.questions, page.sheet.grid, page.own.homes))
    assert all(button.text() or button.accessibleName() for button in page.findChildren(QPushButton))


def test_that_what_is_left_out_is_said_for_every_table(make_window: Make, tmp_path: Path, packages: Path) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    page.chapters.setCurrentRow(7)
    assert page.publication is not None
    assert page.left_out.table.rowCount() == len(page.publication.tables)
    page.left_out.table.setCurrentCell(3, 0)
    assert page.left_out._why.text().split("\n\n") == list(page.publication.tables[3].why)


def test_that_own_figures_that_are_less_than_the_publication_are_refused_at_the_field(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    assert page.publication is not None
    at(page, 1, "Naast onze eigen begroting")
    tables = ("cost_before", "cost_after", "saved_direct_realised")
    found = [page.publication.table(table).at("|gemeente") for table in tables]
    spent = max(abs(one.value or 0) for one in found)
    homes = max(page.publication.households or 0, *(one.households or 0 for one in found))
    for field, enough in ((page.own.homes, homes), (page.own.budget, spent)):
        field.setFocus()
        qtbot.keyClicks(field, str(enough - 1))
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert field.property("wrong")
        assert field.accessibleDescription() in page.notice.text()
        assert "niets veranderd" in page.notice.text()
        field.selectAll()
        qtbot.keyClicks(field, str(enough))
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert not field.property("wrong")
        assert not page.notice.isVisible()


def test_that_report_and_charts_are_kept_in_a_folder_of_their_own_and_over_nothing_else(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = {key: PublishedCell(key[1], (), "hidden") for key in drawn(1, 0.5)}
    small = tmp_path / "klein" / "doorbraak-2026Q4.zip"
    small.parent.mkdir()
    small.write_bytes(publication_package.package_bytes(publication(cells, "2026Q4")))
    window = make_window(tmp_path / "leeg")
    window.publications.open(small)
    monkeypatch.setattr(ask, "folder", lambda *_: tmp_path)
    press(qtbot, room(window), "Rapport en grafieken bewaren…")
    folder = tmp_path / "doorbraak-2026Q4"
    kept = {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    assert kept["doorbraak-2026Q4.zip"] == small.read_bytes()
    assert len(kept) >= 3
    assert "Bewaard" in shown(window).notice.text()
    (folder / "doorbraak-2026Q4.zip").write_bytes(newest(packages).read_bytes())
    press(qtbot, room(window), "Rapport en grafieken bewaren…")
    assert "andere bestanden" in shown(window).notice.text()
    assert (folder / "doorbraak-2026Q4.zip").read_bytes() == newest(packages).read_bytes()


def test_that_a_publication_that_is_kept_again_keeps_the_gemeente_and_the_own_figures_beside_it(
    qtbot: QtBot, make_window: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = {key: PublishedCell(key[1], (), "hidden") for key in drawn(1, 0.5)}
    cells["cost_before", "|gemeente"] = PublishedCell("|gemeente", (), "shown", 15_000_000, 350)
    files = {}
    for period, gemeente in (("2026Q3", "GM0363"), ("2026Q4", "GM0014")):
        files[period] = tmp_path / f"opgestuurd-{period}.zip"
        files[period].write_bytes(publication_package.package_bytes(publication(cells, period), gemeente))
    window = make_window(tmp_path / "leeg")
    window.publications.open(files["2026Q3"])
    page = shown(window)
    at(page, 1, "Naast onze eigen begroting")
    qtbot.keyClicks(page.own.budget, "50.000.000")
    qtbot.keyClick(page.own.budget, Qt.Key.Key_Return)
    choosing(monkeypatch, files["2026Q4"])
    for period in ("2026Q3", "2026Q4"):
        monkeypatch.setattr(ask, "folder", lambda *_: tmp_path)
        press(qtbot, room(window), "Rapport en grafieken bewaren…")
        folder = tmp_path / f"doorbraak-{period}"
        assert (folder / f"doorbraak-{period}.zip").read_bytes() == files[period].read_bytes()
        book = openpyxl.load_workbook(folder / f"doorbraak-{period}.xlsx")
        said = [cell.value for row in book["Geld"].iter_rows() for cell in row]
        assert "Zonder het plan gaat 30% van de begroting naar 350 huishoudens." in said
        if period == "2026Q3":
            qtbot.mouseClick(page.compare, Qt.MouseButton.LeftButton)
            assert page.publication is not None
            assert page.publication.period == "2026Q4", "the newer one is in sight"


def test_that_the_screen_begins_with_what_the_report_begins_with(
    make_window: Make, tmp_path: Path, packages: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    page = shown(window)
    assert page.publication is not None
    assert page.chapters.currentItem().text() == publication_report.SHORT
    assert page.short.isVisible()
    said = [label.text() for label in page.short.findChildren(QLabel)]
    report = publication_report.report_of(
        page.publication, published_views.chapters(page.publication, page.previous)
    ).sections[0]
    listed = [one for block in report.blocks if isinstance(block, Subheading | Bullets) for one in _words(block)]
    assert listed
    assert said == listed


def _words(block: Subheading | Bullets) -> tuple[str, ...]:
    return block.items if isinstance(block, Bullets) else (block.text,)


def test_that_the_report_is_printed_after_a_preview(
    qtbot: QtBot, make_window: Make, tmp_path: Path, packages: Path
) -> None:
    window = make_window(tmp_path / "leeg")
    window.publications.open(newest(packages))
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        seen.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, look)
    press(qtbot, room(window), "Rapport afdrukken…")
    assert seen == ["Doorbraak: 3e kwartaal van 2026"]
    assert isinstance(room(window), PublicationRoom), "it is still in sight"
