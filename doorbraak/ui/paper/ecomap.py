"""The map on paper: one painting function for SVG, PDF (A4 or A3, landscape), PNG and the printer."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

from doorbraak.model.catalogue import Catalogue
from doorbraak.model.documents.document import marks_of
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.ecomap import Ecomap, ecomap_of
from doorbraak.model.insight.figures import Figures, figures_of
from doorbraak.model.insight.savings import saving_of
from doorbraak.ui.drawing.ecomap import paint_map, text_width
from doorbraak.ui.drawing.ink import PAPER
from doorbraak.ui.drawing.words import paint_text
from doorbraak.ui.paper import map_legend, offscreen

FONT = 12.0
PageSize = Literal["A4", "A3"]
_HEAD, _FOOT, _SIDE = 62.0, 14.0, 18.0
_NOTHING = "Er zijn nog geen problemen en instanties ingevuld."
_SIZES = {"A4": QPageSize.PageSizeId.A4, "A3": QPageSize.PageSizeId.A3}


@dataclass(frozen=True, slots=True)
class MapSheet:
    """The map with what stands above and below it. `title` is free of names. `after`: once the plan is carried out."""

    title: str
    counts: str
    marks: str
    legend: tuple[tuple[map_legend.Entry, ...], ...]
    ecomap: Ecomap
    after: bool

    @property
    def size(self) -> tuple[float, float]:
        below = max(1, len(self.legend)) * map_legend.ROW + _FOOT
        return self.ecomap.width + 2 * _SIDE, self.ecomap.height + _HEAD + below


def sheet_of(dossier: Dossier, catalogue: Catalogue, today: date | None = None, *, after: bool = False) -> MapSheet:
    """`today` None is the day of the clock."""
    offscreen.ensure()
    day = today or date.today()
    figures = figures_of(dossier, saving_of(dossier, catalogue), today=day)
    shown = ecomap_of(dossier, catalogue, font=FONT, text_width=text_width(FONT), today=day)
    title = f"Kaart huishouden {dossier.household.number}"
    return MapSheet(
        title=f"{title} na de doorbraak" if after else title,
        counts=counts_after(figures) if after else counts_now(figures),
        marks="  ·  ".join(marks_of(dossier.household)),
        legend=map_legend.rows_of(shown, shown.width, after=after),
        ecomap=shown,
        after=after,
    )


def counts_now(figures: Figures) -> str:
    contacts = names.contacts(figures.contacts_e2)
    return (
        f"{_count(figures.agencies, 'instantie', 'instanties')}  ·  "
        f"{_count(figures.problems, 'probleem', 'problemen')}  ·  {_contacts(contacts)}"
    )


def counts_after(figures: Figures) -> str:
    planned = figures.planned
    before, left = names.contacts(figures.contacts_e2), names.contacts(planned.contacts_e2)
    said = (
        f"van {_count(figures.agencies, 'instantie', 'instanties')} naar {planned.agencies}  ·  "
        f"van {_contacts(before)} naar {left}"
    )
    return f"{said}  ·  over {planned.undecided} nog niets gekozen" if planned.undecided else said


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _contacts(number: str) -> str:
    return f"{number} {'contact' if number == '1' else 'contacten'} per maand"


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


def pdf(sheet: MapSheet, size: PageSize = "A4") -> bytes:
    """One page, landscape."""

    def draw(device: QBuffer) -> None:
        writer = QPdfWriter(device)
        writer.setTitle(sheet.title)
        writer.setCreator("")
        writer.setResolution(1200)
        writer.setPageLayout(
            QPageLayout(QPageSize(_SIZES[size]), QPageLayout.Orientation.Landscape, QMarginsF(8, 8, 8, 8),
                        QPageLayout.Unit.Millimeter)
        )  # fmt: skip
        painter = QPainter(writer)
        fit(painter, sheet, QRectF(0, 0, writer.width(), writer.height()))
        painter.end()

    return _written(draw)


def png(sheet: MapSheet, width: int = 2000) -> bytes:
    """`width` in pixels; the height follows."""
    scale = width / sheet.size[0]
    image = QImage(width, round(sheet.size[1] * scale), QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER.ground))
    painter = QPainter(image)
    fit(painter, sheet, QRectF(0, 0, image.width(), image.height()))
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


def fit(painter: QPainter, sheet: MapSheet, place: QRectF) -> None:
    """The whole sheet as large as `place` allows, in its middle."""
    own_width, own_height = sheet.size
    scale = min(place.width() / own_width, place.height() / own_height)
    painter.translate(
        place.left() + (place.width() - own_width * scale) / 2, place.top() + (place.height() - own_height * scale) / 2
    )
    painter.scale(scale, scale)
    paint(painter, sheet)


def paint(painter: QPainter, sheet: MapSheet) -> None:
    """The whole sheet at 0, 0 in its own size."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    width, height = sheet.size
    painter.fillRect(QRectF(0, 0, width, height), QColor(PAPER.ground))
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    above = QRectF(_SIDE, 6, width - 2 * _SIDE, 32)
    paint_text(painter, above, sheet.title, 20, left, PAPER.text, bold=True)
    paint_text(painter, above, sheet.marks, 12, right, PAPER.text, bold=True)
    paint_text(painter, QRectF(_SIDE, 36, width - 2 * _SIDE, 24), sheet.counts, 14, left, PAPER.text)
    below = QRectF(_SIDE, _HEAD + sheet.ecomap.height + 4, width - 2 * _SIDE, map_legend.ROW)
    if sheet.legend:
        map_legend.paint_legend(painter, sheet.legend, below, PAPER)
    else:
        paint_text(painter, below, _NOTHING, 12, Qt.AlignmentFlag.AlignHCenter, PAPER.text)
    painter.save()
    painter.translate(_SIDE, _HEAD)
    paint_map(painter, sheet.ecomap, PAPER, after=sheet.after)
    painter.restore()
