from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QApplication

from doorbraak.ui.main_window import MainWindow
from doorbraak.ui.paper import preview


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


def test_that_a_preview_that_is_closed_prints_and_logs_nothing(window: MainWindow) -> None:
    seen: list[str] = []

    def close() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QPrintPreviewDialog)
        seen.append(dialog.windowTitle())
        dialog.reject()

    QTimer.singleShot(0, window, close)
    window.outgoing.print_plan()
    assert seen
    assert "achtenveertig" not in seen[0]
    assert all(entry.action != "afdrukken" for entry in window.session.store.log_entries())


def test_that_nothing_is_printed_or_made_for_a_household_that_is_not_safe_with_paper(window: MainWindow) -> None:
    """No dialog opens: one that did would hang this test."""
    from doorbraak.model.dossier import household

    session, home = window.session, window.view.household
    session.run("Papier", household.set_no_paper, home, True)
    for work in (window.outgoing.print_plan, window.outgoing.documents):
        window.view.notice.clear()
        work()
        assert "niet op papier achterlaten" in window.view.notice.text()
    assert all(entry.action not in ("afdrukken", "uitvoeren") for entry in session.store.log_entries())
