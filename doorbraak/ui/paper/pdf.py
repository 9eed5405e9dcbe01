"""Any paper as the bytes of a PDF."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from doorbraak.ui.paper import constant_pdf, leaves, offscreen, page, pdf_outline

if TYPE_CHECKING:
    from doorbraak.model.documents.printable import Made


def pdf(made: "Made") -> bytes:
    """A4, portrait. The file's own properties hold the title and nothing else about the household."""
    offscreen.ensure()
    return _written(made.title, leaves.leaves_of(made), b"")


def constant(made: "Made") -> bytes:
    """Nor when it was made, so that equal papers give equal bytes. A reader shows its headings beside the pages."""
    offscreen.ensure()
    pages = leaves.leaves_of(made)
    with constant_pdf.same_order():
        content = constant_pdf.constant(_written(made.title, pages, constant_pdf.METADATA))
    headings = [(heading, at) for at, one in enumerate(pages) for heading in one.headings]
    return pdf_outline.outlined(content, headings) if headings else content


def _written(title: str, pages: Sequence[leaves.Leaf], metadata: bytes) -> bytes:
    """`metadata`: in the place of Qt's own, when there is any."""
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setTitle(title)
    writer.setCreator("")
    if metadata:
        writer.setDocumentXmpMetadata(metadata)
    writer.setResolution(round(72 * page.POINT))
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            QMarginsF(0, 0, 0, 0),
            QPageLayout.Unit.Point,
            QMarginsF(0, 0, 0, 0),
        )
    )
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)  # letters in a chart stay sharp
    for number, one in enumerate(pages):
        if number:
            writer.newPage()
        one.paint(painter)
    painter.end()
    device.close()
    return bytes(content.data())
