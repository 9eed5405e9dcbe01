"""A paper and the map on the printer: first a preview, then the system's print window."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QMarginsF, QRectF
from PySide6.QtGui import QAction, QKeySequence, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents.printable import Made
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.ui.paper import ecomap, fonts, leaves, page

_MARGIN_MM = 8.0  # printers leave the edge of the paper white


def print_paper(parent: QWidget, made: Made) -> bool:
    """Whether it was printed. The print job is named by the household's number only."""
    fonts.ensure()
    return _printed(parent, made.title, QPageLayout.Orientation.Portrait, lambda printer: paint(printer, made))


def print_map(parent: QWidget, dossier: Dossier, catalogue: Catalogue, today: date, *, after: bool = False) -> bool:
    """Whether it was printed: one page, across. `after`: as it is when the plan is carried out."""
    sheet = ecomap.sheet_of(dossier, catalogue, today, after=after)
    return _printed(
        parent, sheet.title, QPageLayout.Orientation.Landscape, lambda printer: paint_sheet(printer, sheet)
    )  # fmt: skip


def _printed(
    parent: QWidget, title: str, turned: QPageLayout.Orientation, work: Callable[[QPrinter], None]
) -> bool:  # fmt: skip
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setCreator("")
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), turned, QMarginsF(), QPageLayout.Unit.Point)
    )  # fmt: skip
    printer.setFullPage(True)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(title)
    dialog.resize(1000, 700)
    dialog.paintRequested.connect(work)
    _give_key(dialog)
    printed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printed


def _give_key(dialog: QPrintPreviewDialog) -> None:
    """Qt's preview has a button to print and no key for it."""
    called = QCoreApplication.translate("QPrintPreviewDialog", "Print")
    for action in dialog.findChildren(QAction):
        if action.text() == called:
            action.setShortcut(QKeySequence("Ctrl+P"))


def paint(printer: QPrinter, made: Made) -> None:
    """All pages, scaled to the paper that was chosen."""
    painter = QPainter(printer)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / page.WIDTH, paper.height() / page.HEIGHT)
    painter.scale(scale, scale)
    for number, one in enumerate(leaves.leaves_of(made)):
        if number:
            printer.newPage()
        one.paint(painter)
    painter.end()


def paint_sheet(printer: QPrinter, sheet: ecomap.MapSheet) -> None:
    """The one page of a map, as large as the chosen paper allows."""
    painter = QPainter(printer)
    margin = _MARGIN_MM / 25.4 * printer.resolution()
    paper = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel)).adjusted(margin, margin, -margin, -margin)
    ecomap.fit(painter, sheet, paper)
    painter.end()
