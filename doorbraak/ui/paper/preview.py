"""The plan on paper: first a preview, then the system's print window."""

from datetime import date

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QDialog, QWidget

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents.document import Document
from doorbraak.model.documents.plan import plan_of
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.dossier.profile import Profile
from doorbraak.model.insight.savings import saving_of
from doorbraak.ui.paper import fonts, page


def print_plan(parent: QWidget, dossier: Dossier, catalogue: Catalogue, today: date, profile: Profile) -> bool:
    """Whether it was printed. The print job is named by the household's number only."""
    fonts.ensure()
    document = plan_of(dossier, catalogue, saving_of(dossier, catalogue), today, profile)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document.title)
    printer.setCreator("")
    printer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point
        )
    )
    printer.setFullPage(True)
    dialog = QPrintPreviewDialog(printer, parent)
    dialog.setWindowTitle(document.title)
    dialog.resize(1000, 700)
    dialog.paintRequested.connect(lambda device: paint(device, document))
    printed = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printed


def paint(printer: QPrinter, document: Document) -> None:
    """All pages, scaled to the paper that was chosen."""
    painter = QPainter(printer)
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    scale = min(paper.width() / page.WIDTH, paper.height() / page.HEIGHT)
    painter.scale(scale, scale)
    for number, one in enumerate(page.pages_of(document)):
        if number:
            printer.newPage()
        one.paint(painter)
    painter.end()
