from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.paper import ecomap, preview


def test_that_the_plan_prints_on_as_many_pages_as_it_has(window: MainWindow, tmp_path: Path) -> None:
    from datetime import date

    from doorbraak.model.documents.plan import plan_of
    from doorbraak.ui.paper import page

    dossier, known = window.session.dossier(window.view.household), window.session.catalogue
    document = plan_of(dossier, known, window.session.saving(window.view.household), date(2026, 11, 21))
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "plan.pdf"))
    preview.paint(printer, document)
    made = (tmp_path / "plan.pdf").read_bytes()
    assert made.count(b"/Type /Page\n") == len(page.pages_of(document))


def test_that_the_map_prints_on_one_page_across(window: MainWindow, tmp_path: Path) -> None:
    sheet = ecomap.sheet_of(window.session.dossier(window.view.household), window.session.catalogue)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kaart.pdf"))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    preview.paint_sheet(printer, sheet)
    made = (tmp_path / "kaart.pdf").read_bytes()
    assert made.count(b"/Type /Page\n") == 1
    assert b"/FontFile" in made


@pytest.mark.parametrize("work", ["print_in_sight", "print_map"])
def test_that_a_preview_that_is_closed_prints_and_logs_nothing(window: MainWindow, work: str) -> None:
    seen: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        seen.append(dialog.windowTitle())
        assert QApplication.overrideCursor() is None  # there is something to click on
        dialog.reject()

    QTimer.singleShot(0, window, close)
    getattr(window.on_paper, work)()
    assert seen
    assert "achtenveertig" not in seen[0]
    assert all(entry.action != "afdrukken" for entry in window.session.store.log_entries())


@pytest.mark.parametrize("work", ["print_in_sight", "print_map"])
def test_that_a_preview_prints_with_the_key_of_printing(window: MainWindow, qtbot: QtBot, work: str) -> None:
    """Qt then asks which printer, or without any the name of a file."""
    asked: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        if not dialog.isActiveWindow():
            dialog.activateWindow()
            QTimer.singleShot(10, window, press)
            return
        QTimer.singleShot(0, window, answer)
        qtbot.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        dialog.reject()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QPrintPreviewDialog):
            QTimer.singleShot(10, window, answer)
        elif isinstance(dialog, QDialog):
            asked.append(type(dialog).__name__)
            dialog.reject()

    QTimer.singleShot(0, window, press)
    getattr(window.on_paper, work)()
    assert asked
    assert asked[0] in ("QFileDialog", "QPrintDialog")


def test_that_nothing_is_printed_or_made_for_a_household_that_is_not_safe_with_paper(window: MainWindow) -> None:
    """No dialog opens: one that did would hang this test."""
    from doorbraak.model.dossier import household

    session, home = window.session, window.view.household
    session.run("Papier", household.set_no_paper, home, True)
    out = window.on_paper
    for work in (out.print_in_sight, out.print_map, out.save_map, out.documents):
        window.view.notice.clear()
        work()
        assert "niet op papier achterlaten" in window.view.notice.text()
    assert all(entry.action not in ("afdrukken", "uitvoeren") for entry in session.store.log_entries())
