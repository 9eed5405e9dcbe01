"""All households on this laptop: which of them ask for something, and a search over all that is written in them."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from doorbraak.model import policy
from doorbraak.model.dossier import agenda, overview
from doorbraak.model.dossier.overview import Row
from doorbraak.model.handover import on_the_way
from doorbraak.model.insight import held_here, household_filters
from doorbraak.model.insight.household_filters import Standing
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.overview.household_search import HouseholdSearch
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.own_undo import OwnUndoLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

_NEVER = date.max.toordinal()  # those without a day come last


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the list with the `id` that tables go by."""

    row: Row
    standing: Standing
    way: str
    held: str

    @property
    def id(self) -> int:
        return self.row.household.id


class HouseholdList(OverviewPage):
    """Emits `chosen` with the id of a household, and `wanted` or `case_wanted` when a new one is asked for."""

    chosen = Signal(int)
    wanted = Signal()
    case_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Huishoudens"))
        self._session = session
        self._lines: list[_Line] = []
        self.search = OwnUndoLine()
        self.search.setAccessibleName(self.tr("Zoeken in alle huishoudens"))
        self.search.setPlaceholderText(self.tr("Zoek op nummer, naam of een woord uit het dossier"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._open_first)
        self.search.installEventFilter(self)
        self._filters = FilterBar(self.tr("Welke huishoudens"), household_filters.FILTER_NAMES, self)
        self._filters.chosen.connect(lambda _: self._filter())
        self._table = RecordTable(session, "household_list", self.tr("Huishoudens"), self._columns(), self)
        self._table.opened.connect(lambda line: self.chosen.emit(line.id))
        self._search_room: HouseholdSearch | None = None
        self._fresh = False  # the search line was not typed in since it was last entered
        self._rooms = QStackedWidget()
        self._help = quiet()
        self._rooms.addWidget(block(self._filters, self._help, self._table))
        self._lay_out()
        session.changed.connect(self._changed)
        self.refresh()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            block(
                heading(self.tr("Huishoudens"), self.search),
                (
                    self.search,
                    button(self.tr("&Nieuw huishouden"), self.wanted.emit),
                    button(self.tr("Uit een b&estand invoeren…"), self.case_wanted.emit),
                ),
                self._rooms,
            )
        )

    def _columns(self) -> list[Column]:
        def count(key: str, title: str) -> Column:
            return Column(
                key,
                title,
                lambda line: str(getattr(line.row, key)),
                numeric=True,
                width=90,
                sort=lambda line: getattr(line.row, key),
            )

        return [
            Column(
                "number",
                self.tr("Nummer"),
                lambda line: str(line.row.household.number),
                numeric=True,
                width=80,
                sort=lambda line: line.row.household.number,
            ),
            Column("name", self.tr("Naam"), lambda line: line.row.household.name or self.tr("(nog geen naam)")),
            count("people", self.tr("Mensen")),
            count("problems", self.tr("Problemen")),
            count("agencies", self.tr("Instanties")),
            Column(
                "first_day",
                self.tr("Eerste datum"),
                lambda line: shown_day(line.standing.first_day),
                width=110,
                sort=lambda line: line.standing.first_day.toordinal() if line.standing.first_day else _NEVER,
                hint=self.tr("De eerste dag waarop iets moet gebeuren. Een dag die voorbij is, telt mee."),
            ),
            Column("marks", self.tr("Let op"), self._marks, fits=True),
            Column(
                "opened",
                self.tr("Sinds"),
                lambda line: shown_day(line.row.household.opened),
                width=90,
                sort=lambda line: line.row.household.opened.toordinal(),
            ),
        ]

    def _marks(self, line: _Line) -> str:
        marks = [one for one in (line.way, line.standing.marks, line.held) if one]
        if line.row.household.no_paper:
            marks.append(self.tr("Niet op papier"))
        if line.row.household.example:
            marks.append(self.tr("Voorbeeld"))
        return " · ".join(marks)

    def take_focus(self) -> None:
        self.search.setFocus()
        self.search.selectAll()  # what was searched before stays to be read, and makes room for what is typed

    def forget(self) -> None:
        """Let go of what search keeps in memory."""
        if self._search_room is not None:
            self._search_room.forget()

    def _changed(self, changes: Changes) -> None:
        if self._search_room is not None:
            self._search_room.follow(changes)
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        store, today = self._session.store, date.today()
        known = agenda.read(store)
        standings = household_filters.standings(known, today)
        rows = overview.all_rows(store, known.households)
        ways = {one.household: self.tr("Onderweg naar %s") % one.label for one in on_the_way.all_of(store)}
        most = policy.in_force().held_days
        held = {one.household.id: one.mark for one in held_here.held(known.households, today, most)}
        self._lines = [
            _Line(row, standings[row.household.id], ways.get(row.household.id, ""), held[row.household.id])
            for row in rows
        ]
        self._filters.show_counts(household_filters.counts(standings))
        self._filter()
        if self._search_room is not None:
            self._search_room.refresh()

    @property
    def _found(self) -> HouseholdSearch:
        """Made at the first search: unlocking must not wait for it."""
        if self._search_room is None:
            self._search_room = HouseholdSearch(self._session, self)
            self._search_room.opened.connect(self.found)
            self._search_room.table.installEventFilter(self)
            self._rooms.addWidget(self._search_room)
        return self._search_room

    def _filter(self) -> None:
        key = self._filters.key
        shown = [line for line in self._lines if key in line.standing.filters]
        self._table.show_records(shown)
        if not self._lines:
            self._help.setText(self.tr("Nog geen huishoudens. Begin met “Nieuw huishouden”."))
        elif not shown:
            self._help.setText(self.tr("Geen enkel huishouden nu. Kies hierboven “Alle” om alles te zien."))
        else:
            self._help.setText(self.tr("Enter of dubbelklikken opent een huishouden."))

    def _search(self, text: str) -> None:
        self._found.search(text)
        self._rooms.setCurrentIndex(1 if text.strip() else 0)

    def _open_first(self) -> None:
        if self._rooms.currentIndex() == 1:
            self._found.open_first()
            return
        self._table.select_first()
        line = self._table.record()
        if line is not None and self._table.shown:
            self.chosen.emit(line.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the search line: down goes to what is listed, Escape lets go of the search, also in what was found. The
        first click in the line, as Tab does, takes all of what was searched before, so that typing begins anew.
        """
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else None
        if watched is not self.search and pressed == Qt.Key.Key_Escape:
            self.search.clear()
            self.search.setFocus()
            return True
        if watched is self.search and event.type() == QEvent.Type.FocusIn:
            self._fresh = True
        if watched is self.search and event.type() == QEvent.Type.MouseButtonRelease:
            if self._fresh and not self.search.hasSelectedText():
                QTimer.singleShot(0, self.search, self.search.selectAll)
            self._fresh = False
        if watched is self.search and pressed is not None:
            if pressed == Qt.Key.Key_Down:
                shown = self._found.table if self._rooms.currentIndex() == 1 else self._table
                shown.select_first()
                shown.setFocus()
                return True
            if pressed == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)
