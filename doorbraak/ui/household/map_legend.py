"""What the signs and lines of the map mean, under the map: the legend of the paper, in the colours of the screen."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from doorbraak.model.insight.ecomap import Ecomap
from doorbraak.ui import theme
from doorbraak.ui.drawing import ink
from doorbraak.ui.paper import map_legend
from doorbraak.ui.paper.map_legend import Entry

_MOST = 0.4  # of the height of the page: the map stays in sight
_SPARE = 6  # pixels below the last row


class _Signs(QWidget):
    """All rows, as large as the letters of the window."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ecomap: Ecomap | None = None
        self._after = False
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_map(self, ecomap: Ecomap, *, after: bool) -> None:
        self._ecomap, self._after = ecomap, after
        self.updateGeometry()
        self.update()

    def rows(self, width: float) -> tuple[tuple[Entry, ...], ...]:
        if self._ecomap is None:
            return ()
        return map_legend.rows_of(self._ecomap, width / theme.zoom(), after=self._after)

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        return round(len(self.rows(width)) * map_legend.ROW * theme.zoom()) + _SPARE

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(theme.zoom(), theme.zoom())
        place = QRectF(0, 0, self.width() / theme.zoom(), map_legend.ROW)
        map_legend.paint_legend(painter, self.rows(self.width()), place, ink.of_theme(theme.current()))
        painter.end()


class MapLegend(QScrollArea):
    """Hidden until it is asked for. `closed` when Escape is pressed anywhere on its page."""

    closed = Signal()

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._signs = _Signs(self)
        self.setWidget(self._signs)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Uitleg van de kaart"))
        self._escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.activated.connect(self.closed)
        self._escape.setEnabled(False)
        self.hide()

    def setVisible(self, visible: bool) -> None:
        super().setVisible(visible)
        self._escape.setEnabled(visible)

    def show_map(self, ecomap: Ecomap, *, after: bool) -> None:
        """Costs nothing while it is hidden."""
        if self.isHidden():
            return
        self._signs.show_map(ecomap, after=after)
        rows = self._signs.rows(10_000)
        self.setAccessibleDescription(" ".join(entry.sentence for row in rows for entry in row))
        self._fit()

    def _fit(self) -> None:
        page = self.parentWidget()
        most = round(_MOST * page.height()) if page is not None else 0
        self.setFixedHeight(min(most, self._signs.heightForWidth(self.viewport().width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and not self.isHidden():
            self._fit()
