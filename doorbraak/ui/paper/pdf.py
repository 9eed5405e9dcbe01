"""Any paper as the bytes of a PDF."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from doorbraak.ui.paper import constant_pdf, leaves, offscreen, page

if TYPE_CHECKING:
    from doorbraak.model.documents.printable import Made


def pdf(made: "Made", *, constant: bool = False) -> bytes:
    """A4, portrait. The file's own properties hold the title and nothing else about the household.

    `constant`: nor when it was made, so that equal papers give equal bytes.
    """
    offscreen.ensure()
    if not constant:
        return _written(made, b"")
    with constant_pdf.same_order():
        return constant_pdf.constant(_written(made, constant_pdf.METADATA))


def _written(made: "Made", metadata: bytes) -> bytes:
    """`metadata`: in the place of Qt's own, when there is any."""
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(device)
    writer.setTitle(made.title)
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
    for number, one in enumerate(leaves.leaves_of(made)):
        if number:
            writer.newPage()
        one.paint(painter)
    painter.end()
    device.close()
    return bytes(content.data())
