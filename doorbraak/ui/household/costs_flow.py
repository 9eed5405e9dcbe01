"""A picture of who pays and who wins: a band from each payer to each winner, as wide as its amount."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from doorbraak.model import money
from doorbraak.model.documents.chart import Tone
from doorbraak.model.documents.result_pockets import KINDS, Kind, Stream
from doorbraak.ui import theme
from doorbraak.ui.paper.chart_colours import Fill, look_of

Fills = Mapping[Tone, Fill]
_GAP, _LEAST, _NODE = 14, 3, 8  # pixels at the first size of letters: between parties, of a band, of a party's bar


@dataclass(frozen=True, slots=True)
class Band:
    """A stream with the heights where it leaves and arrives."""

    stream: Stream
    left: float
    right: float
    width: float


@dataclass(frozen=True, slots=True)
class Node:
    """A party at one side, and the stretch that its bands take."""

    id: str
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Laid:
    bands: tuple[Band, ...]
    payers: tuple[Node, ...]
    winners: tuple[Node, ...]


def laid_out(streams: tuple[Stream, ...], height: float, gap: float, least: float) -> Laid:
    """Bands in the order of the parties, so that they cross little; wide in proportion, and never invisible."""
    total = sum(abs(one.cents) for one in streams)
    if not total:
        return Laid((), (), ())
    payers = tuple(dict.fromkeys(one.payer for one in streams))
    winners = tuple(dict.fromkeys(one.winner for one in streams))
    room = height - gap * (max(len(payers), len(winners)) - 1) - least * len(streams)
    widths = {one: least + max(0.0, room) * abs(one.cents) / total for one in streams}
    left, first = _stacked(streams, [one.payer for one in streams], payers, widths, gap)
    right, second = _stacked(streams, [one.winner for one in streams], winners, widths, gap)
    bands = tuple(Band(one, left[at], right[at], widths[one]) for at, one in enumerate(streams))
    return Laid(bands, first, second)


def _stacked(
    streams: tuple[Stream, ...], sides: list[str], parties: tuple[str, ...], widths: dict[Stream, float], gap: float
) -> tuple[dict[int, float], tuple[Node, ...]]:
    """Where each stream begins at this side, party under party."""
    found: dict[int, float] = {}
    nodes, y = [], 0.0
    for party in parties:
        top = y
        for at, one in enumerate(streams):
            if sides[at] == party:
                found[at] = y
                y += widths[one]
        nodes.append(Node(party, top, y))
        y += gap
    return found, tuple(nodes)


class FlowPicture(QWidget):
    """Shows streams. The table beside it holds the same, so that nobody needs the picture."""

    def __init__(self) -> None:
        super().__init__()
        self._streams: tuple[Stream, ...] = ()
        self._names: dict[str, str] = {}
        self.setAccessibleName(self.tr("Geldstromen van wie betaalt naar wie wint"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_streams(self, streams: tuple[Stream, ...], names: dict[str, str]) -> None:
        self._streams, self._names = streams, names
        said = [
            self.tr("%s naar %s, %s: %s")
            % (names[one.payer], names[one.winner], KINDS[one.kind].lower(), money.whole(one.cents))
            for one in streams
        ]
        self.setAccessibleDescription("; ".join(said))
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(round(220 * theme.zoom()), round(200 * theme.zoom()))

    def sizeHint(self) -> QSize:
        return QSize(round(460 * theme.zoom()), round(320 * theme.zoom()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours, zoom = QPainter(self), theme.current(), theme.zoom()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.font())
        metrics = QFontMetricsF(self.font())
        line = metrics.height()
        below = any(one.cents < 0 and one.kind != "own" for one in self._streams)
        legend = (5 if below else 4) * line + 10 * zoom
        head = line + 6 * zoom
        side = min(self.width() * 0.28, max((self._side(metrics, id_) for id_ in self._names), default=0) + 14 * zoom)
        gap = max(_GAP * zoom, 2 * line - 4)
        laid = laid_out(self._streams, self.height() - legend - head, gap, _LEAST * zoom)
        look = look_of(colours, colours.ground)
        left, right = side, self.width() - side
        painter.setPen(QColor(colours.quiet))
        painter.drawText(QRectF(0, 0, self.width() / 2, line), Qt.AlignmentFlag.AlignLeft, self.tr("Betaalt"))
        middle = self.width() / 2
        painter.drawText(QRectF(middle, 0, middle, line), Qt.AlignmentFlag.AlignRight, self.tr("Wint"))
        painter.translate(0, head)
        for band in laid.bands:
            self._paint_band(painter, band, left + _NODE * zoom, right - _NODE * zoom, look.fills)
        for nodes, x, flags in (
            (laid.payers, left, Qt.AlignmentFlag.AlignRight),
            (laid.winners, right - _NODE * zoom, Qt.AlignmentFlag.AlignLeft),
        ):
            for node in nodes:
                painter.fillRect(QRectF(x, node.top, _NODE * zoom, node.bottom - node.top), QColor(colours.text))
                self._paint_name(painter, metrics, node, side - 6 * zoom, flags)
        painter.resetTransform()
        self._paint_legend(painter, metrics, look.fills, self.height() - legend + line + 6 * zoom, below=below)

    def _side(self, metrics: QFontMetricsF, id_: str) -> float:
        return metrics.horizontalAdvance(self._names[id_])

    def _paint_band(self, painter: QPainter, band: Band, left: float, right: float, fills: Fills) -> None:
        path, half = QPainterPath(), (left + right) / 2
        path.moveTo(left, band.left)
        path.cubicTo(half, band.left, half, band.right, right, band.right)
        path.lineTo(right, band.right + band.width)
        path.cubicTo(half, band.right + band.width, half, band.left + band.width, left, band.left + band.width)
        path.closeSubpath()
        kind, below = band.stream.kind, band.stream.cents < 0
        _fill(painter, path, kind, fills, below=below and kind != "own")

    def _paint_name(
        self, painter: QPainter, metrics: QFontMetricsF, node: Node, room: float, flags: Qt.AlignmentFlag
    ) -> None:
        name = metrics.elidedText(self._names[node.id], Qt.TextElideMode.ElideRight, room)
        pays = flags == Qt.AlignmentFlag.AlignRight
        mine = (one for one in self._streams if node.id == (one.payer if pays else one.winner))
        figure = money.whole(sum(one.cents for one in mine))
        middle, line = (node.top + node.bottom) / 2, metrics.height()
        x = 0.0 if pays else self.width() - room
        painter.setPen(QColor(theme.current().text))
        painter.drawText(QRectF(x, middle - line, room, line), flags, name)
        painter.setPen(QColor(theme.current().quiet))
        painter.drawText(QRectF(x, middle, room, line), flags, figure)

    def _paint_legend(self, painter: QPainter, metrics: QFontMetricsF, fills: Fills, y: float, *, below: bool) -> None:
        line = metrics.height()
        signs = [(kind, words, False) for kind, words in KINDS.items()]
        for kind, words, negative in (*signs, *([("direct", self.tr("Stippels: kost meer"), True)] if below else [])):
            box = QPainterPath()
            box.addRect(QRectF(1, y + 2, line * 1.6, line - 4))
            _fill(painter, box, kind, fills, below=negative)
            painter.setPen(QColor(theme.current().text))
            painter.drawText(QPointF(line * 1.6 + 8, y + metrics.ascent()), words)
            y += line


def _fill(painter: QPainter, path: QPainterPath, kind: Kind, fills: Fills, *, below: bool = False) -> None:
    """The doorbraak's own cost is hollow with a dashed line; prevented is striped; below zero has a dotted line."""
    fill, own = fills["unconfirmed" if kind == "own" else kind], kind == "own"
    style = Qt.PenStyle.DashLine if own else Qt.PenStyle.DotLine if below else Qt.PenStyle.SolidLine
    painter.setPen(QPen(QColor(fill.edge), 2 if own or below else 1, style))
    if own:
        painter.setBrush(Qt.BrushStyle.NoBrush)
    elif fill.hatch or below:
        pattern = Qt.BrushStyle.Dense5Pattern if below else Qt.BrushStyle.BDiagPattern
        painter.setBrush(QBrush(QColor(fill.edge), pattern))
    else:
        painter.setBrush(QColor(fill.face))
    painter.drawPath(path)
