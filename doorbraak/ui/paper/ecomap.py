"""The map on paper: one painting function for SVG, PDF (A4, landscape) and PNG."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPainterPath,
    QPdfWriter,
    QPen,
)
from PySide6.QtSvg import QSvgGenerator

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents.document import marks_of
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.ecomap import Ecomap, Heading, Link, Node, ecomap_of
from doorbraak.model.insight.ecomap_labels import LINE, Label
from doorbraak.ui.paper import fonts, offscreen

FONT = 12.0
_INK, _SOFT, _PAPER = "#1F2933", "#52606D", "#FFFFFF"
_HEAD, _FOOT, _SIDE = 52.0, 34.0, 18.0
_NOTHING = "Er zijn nog geen problemen en instanties ingevuld."
_LEGEND = "● probleem   ■ instantie   Een dikke lijn is vaak contact.   Grijze lijn: geen probleem aangewezen."


@dataclass(frozen=True, slots=True)
class MapSheet:
    """The map with what stands above and below it. `title` is free of names."""

    title: str
    counts: str
    marks: str
    legend: str
    ecomap: Ecomap

    @property
    def size(self) -> tuple[float, float]:
        return self.ecomap.width + 2 * _SIDE, self.ecomap.height + _HEAD + _FOOT


def sheet_of(dossier: Dossier, catalogue: Catalogue) -> MapSheet:
    offscreen.ensure()
    metrics = QFontMetricsF(fonts.font(FONT))
    contacts = names.contacts(sum(agency.contacts_e2 for agency in dossier.agencies))
    return MapSheet(
        title=f"Kaart huishouden {dossier.household.number}",
        counts=(
            f"{_count(len(dossier.agencies), 'instantie', 'instanties')}  ·  "
            f"{_count(len(dossier.problems), 'probleem', 'problemen')}  ·  {contacts} contacten per maand"
        ),
        marks="  ·  ".join(marks_of(dossier.household)),
        legend=_LEGEND if dossier.agencies or dossier.problems else _NOTHING,
        ecomap=ecomap_of(dossier, catalogue, font=FONT, text_width=metrics.horizontalAdvance),
    )


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def svg(sheet: MapSheet) -> bytes:
    """Words stay words, so that they can be searched and read aloud."""

    def draw(device: QBuffer) -> None:
        generator = QSvgGenerator()
        generator.setOutputDevice(device)
        width, height = sheet.size
        generator.setSize(QSize(round(width), round(height)))
        generator.setViewBox(QRectF(0, 0, width, height))
        generator.setTitle(sheet.title)
        generator.setDescription(sheet.counts)
        painter = QPainter(generator)
        paint(painter, sheet)
        painter.end()

    return _written(draw)


def pdf(sheet: MapSheet) -> bytes:
    """One page A4, landscape."""

    def draw(device: QBuffer) -> None:
        writer = QPdfWriter(device)
        writer.setTitle(sheet.title)
        writer.setCreator("")
        writer.setResolution(1200)
        writer.setPageLayout(
            QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Landscape, QMarginsF(8, 8, 8, 8),
                        QPageLayout.Unit.Millimeter)
        )  # fmt: skip
        painter = QPainter(writer)
        _fit(painter, sheet, writer.width(), writer.height())
        painter.end()

    return _written(draw)


def png(sheet: MapSheet, width: int = 2000) -> bytes:
    """`width` in pixels; the height follows."""
    scale = width / sheet.size[0]
    image = QImage(width, round(sheet.size[1] * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(_PAPER))
    painter = QPainter(image)
    _fit(painter, sheet, image.width(), image.height())
    painter.end()

    def draw(device: QBuffer) -> None:
        image.save(device, "PNG")

    return _written(draw)


def _written(draw: Callable[[QBuffer], None]) -> bytes:
    content = QByteArray()
    device = QBuffer(content)
    device.open(QIODevice.OpenModeFlag.WriteOnly)
    draw(device)
    device.close()
    return content.data()


def _fit(painter: QPainter, sheet: MapSheet, width: int, height: int) -> None:
    own_width, own_height = sheet.size
    scale = min(width / own_width, height / own_height)
    painter.translate((width - own_width * scale) / 2, (height - own_height * scale) / 2)
    painter.scale(scale, scale)
    paint(painter, sheet)


def paint(painter: QPainter, sheet: MapSheet) -> None:
    """The whole sheet at 0, 0 in its own size."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    width, height = sheet.size
    painter.fillRect(QRectF(0, 0, width, height), QColor(_PAPER))
    above = QRectF(_SIDE, 0, width - 2 * _SIDE, _HEAD)
    _text(painter, above, sheet.title, 20, Qt.AlignmentFlag.AlignLeft, bold=True)
    _text(painter, above, sheet.counts, 14, Qt.AlignmentFlag.AlignHCenter)
    _text(painter, above, sheet.marks, 12, Qt.AlignmentFlag.AlignRight, bold=True)
    below = QRectF(_SIDE, height - _FOOT, width - 2 * _SIDE, _FOOT)
    _text(painter, below, sheet.legend, 11, Qt.AlignmentFlag.AlignHCenter, colour=_SOFT)
    painter.save()
    painter.translate(_SIDE, _HEAD)
    _paint_map(painter, sheet.ecomap)
    painter.restore()


def _paint_map(painter: QPainter, shown: Ecomap) -> None:
    for link in sorted(shown.links, key=lambda link: -link.thickness):
        _link(painter, link)
    painter.setPen(QPen(QColor(_SOFT), 1.4))
    painter.setBrush(QColor(_PAPER))
    painter.drawEllipse(QPointF(*shown.household), shown.radius, shown.radius)
    _household(painter, shown)
    for heading in shown.headings:
        _heading(painter, heading, shown.font)
    for node in shown.problems:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(node.colour))
        painter.drawEllipse(QPointF(node.x, node.y), shown.font * 0.38, shown.font * 0.38)
        _label(painter, node.label, shown.font)
    for node in shown.agencies:
        _agency(painter, node, shown.font)


def _link(painter: QPainter, link: Link) -> None:
    path = QPainterPath(QPointF(*link.start))
    for first, second, end in link.curves:
        path.cubicTo(QPointF(*first), QPointF(*second), QPointF(*end))
    colour = QColor(link.colour)
    colour.setAlphaF(0.55)
    painter.setPen(QPen(colour, link.thickness, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _agency(painter: QPainter, node: Node, font: float) -> None:
    half = font * 0.36
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_INK))
    painter.drawRect(QRectF(node.x - half, node.y - half, 2 * half, 2 * half))
    _label(painter, node.label, font)


def _heading(painter: QPainter, heading: Heading, font: float) -> None:
    _label(painter, heading.label, font, bold=True)
    left, _, right, bottom = heading.label.box
    painter.setPen(QPen(QColor(heading.colour), font * 0.16))
    painter.drawLine(QPointF(left, bottom - font * 0.3), QPointF(right, bottom - font * 0.3))


def _label(painter: QPainter, label: Label, font: float, *, bold: bool = False) -> None:
    left, top, right, _ = label.box
    side = Qt.AlignmentFlag.AlignRight if label.to_left else Qt.AlignmentFlag.AlignLeft
    for at, line in enumerate(label.lines):
        # Wider than measured, so that no painter cuts a letter that leans out.
        place = QRectF(left - font, top + at * font * LINE, right - left + 2 * font, font * LINE)
        place = place.adjusted(font, 0, 0, 0) if not label.to_left else place.adjusted(0, 0, -font, 0)
        _text(painter, place, line, font, side, bold=bold)


def _household(painter: QPainter, shown: Ecomap) -> None:
    x, y = shown.household
    line = shown.font * 1.5
    top = y - line * len(shown.household_lines) / 2
    for at, text in enumerate(shown.household_lines):
        place = QRectF(x - shown.radius, top + at * line, 2 * shown.radius, line)
        _text(
            painter,
            place,
            text,
            shown.font + (1 if at == 0 else 0),
            Qt.AlignmentFlag.AlignHCenter,
            bold=at == 0,
        )


def _text(
    painter: QPainter,
    place: QRectF,
    text: str,
    pixels: float,
    side: Qt.AlignmentFlag,
    *,
    bold: bool = False,
    colour: str = _INK,
) -> None:
    painter.setFont(fonts.font(pixels, bold=bold))
    painter.setPen(QColor(colour))
    flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.drawText(place, flags, text)
