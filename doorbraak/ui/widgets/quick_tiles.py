"""Agencies to point at, a tile each: one tap is involved, the next ones say how often, and the counter grows."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from doorbraak.model.catalogue import Agency as AgencyKind
from doorbraak.model.dossier import agencies
from doorbraak.model.dossier.agencies import Agency
from doorbraak.model.dossier.dossier import Dossier
from doorbraak.model.insight import names
from doorbraak.model.insight.figures import present_agencies
from doorbraak.model.insight.quick_links import problems_of
from doorbraak.model.insight.quick_tiles import agencies_by_domain
from doorbraak.model.workspace.store import Changes
from doorbraak.ui import announce, theme
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import button, heading, quiet

STEPS = (100, 200, 400, 800, 50)  # hundredths of a contact a month, one tap further each
_WIDE, _HIGH, _GAP = 190, 60, 8  # pixels of a tile, with letters of the usual size


class Tile(QAbstractButton):
    """The name of an agency, and how often it comes once it is involved. Arrows walk, Delete takes it away."""

    walked = Signal(int, int)
    unwanted = Signal()

    def __init__(self, kind: AgencyKind, parent: QWidget) -> None:
        super().__init__(parent)
        self.kind = kind
        self._words = ""
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.show_agency(None)

    def show_agency(self, agency: Agency | None) -> None:
        self.setChecked(agency is not None)
        often = names.contacts(agency.contacts_e2) if agency is not None and agency.contacts_e2 else ""
        if agency is None:
            self._words = ""
        else:
            self._words = self.tr("✓ %s per maand") % often if often else self.tr("✓ erbij")
        self.setAccessibleName(f"{self.kind.name}, {self._words.removeprefix('✓ ') or self.tr('niet erbij')}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(_WIDE * theme.zoom()), round(_HIGH * theme.zoom()))

    def nextCheckState(self) -> None:
        """The file says what is involved: a tap asks, and what comes of it is shown."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS:
            self.walked.emit(*_WAYS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """By hand: a button's words do not wrap."""
        colours, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = 4 if self.hasFocus() else 2 if self.isChecked() else 1
        strong = self.hasFocus() or self.isChecked()
        painter.setPen(QPen(QColor(colours.accent if strong else colours.edge), thick))
        painter.setBrush(QColor(colours.chosen if self.isChecked() or self.underMouse() else colours.field))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 5, 5)
        painter.setPen(QColor(colours.text))
        inside = self.rect().adjusted(10, 5, -10, -5)
        if self._words:
            low = self.fontMetrics().height()
            painter.drawText(
                QRect(inside.left(), inside.bottom() - low, inside.width(), low + 1), Qt.AlignmentFlag.AlignLeft,
                self._words,
            )  # fmt: skip
            inside.setBottom(inside.bottom() - low)
        self._paint_name(painter, inside)

    def _paint_name(self, painter: QPainter, room: QRect) -> None:
        """On one or two lines, as fits; a long name ends in dots and stands whole in the tooltip."""
        metrics = self.fontMetrics()
        lines = _lines(self.kind.name, room.width(), max(1, room.height() // metrics.lineSpacing()), metrics)
        cut = any(line.endswith("…") for line in lines)
        if bool(self.toolTip()) != cut:
            self.setToolTip(self.kind.name if cut else "")
        for at, line in enumerate(lines):
            painter.drawText(room.left(), room.top() + metrics.ascent() + at * metrics.lineSpacing(), line)


class QuickTiles(QWidget):
    """The life domains at the left, the agencies of the chosen one as tiles beside them."""

    done = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._household = 0
        self._named = session.catalogue  # where the names on the tiles are from
        self._kinds = agencies_by_domain(self._named)
        self._tiles: list[Tile] = []
        self._across, self._fitted = 1, (0, 0.0)
        self._domains, self._count = QListWidget(), heading("")
        self._domains.setAccessibleName(self.tr("Leefgebieden"))
        self._domains.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._domains.addItems([self._title(domain) for domain in self._kinds])
        self._holder, self._scroll = QWidget(), QScrollArea()
        self._grid = QGridLayout(self._holder)
        self._lay_out()
        self._domains.currentRowChanged.connect(lambda _: self._show_domain())
        self._domains.setCurrentRow(0)
        self._scroll.viewport().installEventFilter(self)
        session.changed.connect(self._follow)

    def _lay_out(self) -> None:
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._holder)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        said = quiet(self.tr("Eén tik: erbij. Nog een tik: hoe vaak per maand. Delete haalt weg."))
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._count)
        top.addWidget(said, 1)
        top.addWidget(button(self.tr("Klaa&r"), self.done.emit))
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self._domains)
        both.addWidget(self._scroll, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 12)
        column.addLayout(top)
        column.addLayout(both, 1)

    def _title(self, domain: str) -> str:
        return names.life_domain_name(domain, self._session.catalogue) if domain else self.tr("Overige")

    def show_household(self, dossier: Dossier) -> None:
        self._household = dossier.household.id
        if self._named is not self._session.catalogue:
            self._name_again()
        self._show_state()

    def _name_again(self) -> None:
        """At the table names are plain, and afterwards as they were."""
        self._named = self._session.catalogue
        self._kinds = agencies_by_domain(self._named)
        for row, domain in enumerate(self._kinds):
            self._domains.item(row).setText(self._title(domain))
        self._show_domain()
        self._fit()

    def take_focus(self) -> None:
        (self._tiles[0] if self._tiles else self._domains).setFocus()

    def _follow(self, changes: Changes) -> None:
        if self.isVisible() and self._household and not changes.tables.isdisjoint({"agency", "household"}):
            self._show_state()

    def _show_domain(self) -> None:
        """Tiles for the agencies of the chosen life domain."""
        for tile in self._tiles:
            tile.hide()  # a widget that is still to be deleted must not be met by Tab
            tile.deleteLater()
        kinds = list(self._kinds.values())[max(0, self._domains.currentRow())]
        self._tiles = [Tile(kind, self._holder) for kind in kinds]
        for at, tile in enumerate(self._tiles):
            tile.clicked.connect(lambda _=False, tile=tile: self._tap(tile))
            tile.unwanted.connect(lambda tile=tile: self._take_away(tile))
            tile.walked.connect(lambda right, down, at=at: self._walk(at, right, down))
        self._place()
        self._scroll.verticalScrollBar().setValue(0)
        if self._household:
            self._show_state()

    def _place(self) -> None:
        """As many tiles on a row as fit, together as wide as the room; as high as their letters ask."""
        zoom, room = theme.zoom(), self._scroll.viewport().width()
        self._fitted = room, zoom
        self._across = max(1, (room + _GAP) // (round(_WIDE * zoom) + _GAP))
        wide = (room - (self._across - 1) * _GAP) // self._across
        for at, tile in enumerate(self._tiles):
            tile.setFixedSize(max(1, wide), round(_HIGH * zoom))
            self._grid.addWidget(tile, at // self._across, at % self._across)
            tile.show()

    def _fit(self) -> None:
        """The list as wide as its titles, its rows high enough to hit."""
        metrics = QFontMetrics(QApplication.font())
        titles = [self._title(domain) for domain in self._kinds]
        for row in range(self._domains.count()):
            self._domains.item(row).setSizeHint(QSize(0, max(30, metrics.height() + 12)))
        self._domains.setFixedWidth(min(max(map(metrics.horizontalAdvance, titles)) + 40, self.width() // 3))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._fitted != (self._scroll.viewport().width(), theme.zoom()):
            self._place()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
            self._place()

    def _show_state(self) -> None:
        dossier = self._session.dossier(self._household)
        count = len(present_agencies(dossier.agencies, date.today()))
        said = self.tr("1 instantie") if count == 1 else self.tr("%d instanties") % count
        if self.isVisible() and said != self._count.text():
            announce.say(self._count, said)
        self._count.setText(said)
        for tile in self._tiles:
            tile.show_agency(_of_kind(dossier.agencies, tile.kind.id))

    # -- what taps and keys do ------------------------------------------------------------------------

    def _tap(self, tile: Tile) -> None:
        dossier, kind = self._session.dossier(self._household), tile.kind
        agency, number = _of_kind(dossier.agencies, kind.id), dossier.household.number
        if agency is None:
            self._session.attempt(
                self.tr("Instantie toevoegen"), agencies.add, self._household, household=number, kind=kind.id,
                law=kind.law, payer=kind.payers[0] if kind.payers else "",
                problems=problems_of(kind.id, dossier, self._session.catalogue),
            )  # fmt: skip
        else:
            self._session.attempt(
                self.tr("Contacten wijzigen"), agencies.set_contacts, agency.id, next_step(agency.contacts_e2),
                household=number, merge=f"tile:{agency.id}",
            )  # fmt: skip

    def _take_away(self, tile: Tile) -> None:
        dossier = self._session.dossier(self._household)
        agency = _of_kind(dossier.agencies, tile.kind.id)
        if agency is not None:
            label = self.tr("Instantie weghalen")
            self._session.attempt(label, agencies.remove, agency.id, household=dossier.household.number)

    def _walk(self, at: int, right: int, down: int) -> None:
        to = at + right + down * self._across
        if 0 <= to < len(self._tiles):
            self._tiles[to].setFocus()
            self._scroll.ensureWidgetVisible(self._tiles[to])
        elif right < 0:
            self._domains.setFocus()


_WAYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def next_step(contacts_e2: int) -> int:
    """After an unknown or odd number once a month, then twice, and so on; after the last one once again."""
    return STEPS[(STEPS.index(contacts_e2) + 1) % len(STEPS)] if contacts_e2 in STEPS else STEPS[0]


def _of_kind(records: Sequence[Agency], kind: str) -> Agency | None:
    return next((agency for agency in records if agency.kind == kind), None)


def _lines(text: str, width: int, most: int, metrics: QFontMetrics) -> list[str]:
    """`text` over at most so many lines, the last one cut with dots."""
    lines: list[str] = []
    words = text.split()
    while words:
        long = len(words)
        while long > 1 and metrics.horizontalAdvance(" ".join(words[:long])) > width:
            long -= 1
        if len(lines) == most - 1:
            long = len(words)
        lines.append(metrics.elidedText(" ".join(words[:long]), Qt.TextElideMode.ElideRight, width))
        words = words[long:]
    return lines
