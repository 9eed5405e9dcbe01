"""The worklist: what is late, what is for today and what comes, in all households."""

from collections import Counter
from datetime import date, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout

from doorbraak.model.documents.log_words import counted
from doorbraak.model.dossier import agenda, erasure, household, last_changes, letters, steps, tasks
from doorbraak.model.exchange import export_periods
from doorbraak.model.insight import retention, worklist
from doorbraak.model.insight.worklist import Item
from doorbraak.ui import backups_age
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, button, heading, quiet
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.numbers import shown_day
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

# Where an item is mended, by the table of its record.
_TABLES = {
    "step": "step", "letter": "letter", "event": "threatening_event", "measurement": "measurement",
    "term": "intervention", "turns-18": "person",
}  # fmt: skip


class Worklist(OverviewPage):
    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Werklijst"))
        self._session = session
        self._items: tuple[Item, ...] = ()
        self._today = date.today()
        names = {
            "all": self.tr("Alles"),
            "overdue": self.tr("Over tijd"),
            "today": self.tr("Vandaag"),
            "week": self.tr("Komende 7 dagen"),
            "later": self.tr("Later"),
        }
        self._filters = FilterBar(self.tr("Wanneer"), names, self)
        self._filters.chosen.connect(lambda _: self._filter())
        self._help, self._copies, self._exchange, self._kept = quiet(), quiet(), quiet(), quiet()
        self._to_exchange = button(self.tr("Naar Ui&twisselen"), lambda: session.wanted.emit("Uitwisselen"))
        self._to_kept = button(self.tr("Naar Bewaarter&mijnen"), lambda: session.wanted.emit("Bewaartermijnen"))
        self._table = RecordTable(session, "worklist", self.tr("Werklijst"), self._columns(), self)
        self._table.opened.connect(self._open)
        self._table.current.connect(lambda _: self._offer())
        self._done = button(self.tr("&Gedaan (spatie)"), self._finish)
        space = QShortcut(Qt.Key.Key_Space, self._table, self._finish)
        space.setContext(Qt.ShortcutContext.WidgetShortcut)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(
            block(
                heading(self.tr("Wat wacht er op jou?"), self._table),
                (self._filters, self._done),
                self._help,
                self._copies,
                (self._exchange, self._to_exchange),
                (self._kept, self._to_kept),
                self._table,
            )
        )
        session.changed.connect(lambda _: self.refresh() if self.isVisible() else None)
        session.copied.connect(lambda: self._show_copies() if self.isVisible() else None)

    def _columns(self) -> list[Column]:
        return [
            Column(
                "when",
                self.tr("Wanneer"),
                lambda item: worklist.how_near(item, self._today),
                width=130,
                sort=self._nearness,
            ),
            Column(
                "on",
                self.tr("Datum"),
                lambda item: shown_day(item.on),
                width=100,
                sort=lambda item: item.on.toordinal(),
            ),
            Column("kind", self.tr("Soort"), lambda item: worklist.KIND_NAMES[item.kind], width=120),
            Column("what", self.tr("Wat"), lambda item: worklist.what(item, self._session.catalogue)),
            Column(
                "number",
                self.tr("Nummer"),
                lambda item: str(item.number),
                numeric=True,
                width=80,
                sort=lambda item: item.number,
            ),
            Column("name", self.tr("Huishouden"), lambda item: item.name or self.tr("(nog geen naam)"), width=230),
        ]

    def _nearness(self, item: Item) -> int:
        """As one number: a table can't sort by more."""
        place, on = worklist.nearness(item, self._today)
        return place * date.max.toordinal() + on.toordinal()

    def take_focus(self) -> None:
        if self._table.record() is None:
            self._table.select_first()
        self._table.setFocus()

    def refresh(self) -> None:
        self._today = date.today()
        self._items = worklist.near(worklist.items(agenda.read(self._session.store), self._today), self._today)
        numbers = Counter(worklist.when(item, self._today) for item in self._items)
        self._show_copies()
        self._show_exchange()
        self._show_kept()
        self._filters.show_counts({**numbers, "all": len(self._items)})
        self._filter()

    def _show_copies(self) -> None:
        wrong = backups_age.warning(self._session.store, datetime.now())
        self._copies.setText(wrong)
        self._copies.setVisible(bool(wrong))

    def _show_exchange(self) -> None:
        """A quarter that is over and for which nothing was made: until it is."""
        quarter = export_periods.waiting(self._session.store, self._today)
        said = self.tr("Nog te doen voor de coördinator: uitwisselbestand van het %s.")
        self._exchange.setText(said % export_periods.name(quarter) if quarter else "")
        for widget in (self._exchange, self._to_exchange):
            widget.setVisible(quarter is not None)

    def _show_kept(self) -> None:
        """One quiet line while a term is past; nobody is asked anything."""
        store = self._session.store
        homes = [home for home in household.all_of(store) if home.retention]
        changed = last_changes.of_all(store) if homes else {}
        passed = retention.passed(retention.kept(homes, changed, self._session.catalogue, self._today))
        many = self.tr("De bewaartermijn is voorbij van %s.")
        said = [many % counted(passed, "huishouden", "huishoudens")] if passed else []
        if not all(erasure.is_done(one) for one in erasure.proofs(store)):
            said.append(self.tr("Iets wat gewist is, ligt nog op een andere plek."))
        self._kept.setText(" ".join(said))
        for widget in (self._kept, self._to_kept):
            widget.setVisible(bool(said))

    def _filter(self) -> None:
        key = self._filters.key
        shown = [item for item in self._items if key in ("all", worklist.when(item, self._today))]
        self._table.show_records(shown)
        if not self._items and self._exchange.text():
            said = self.tr("Verder nog niets dat wacht. Taken, brieven en stappen met een datum komen hier vanzelf.")
        elif not self._items:
            said = self.tr("Nog niets dat wacht. Taken, brieven en stappen met een datum komen hier vanzelf.")
        elif not shown:
            said = self.tr("Hier wacht niets. Kies “Alles” om de hele lijst te zien.")
        else:
            said = self.tr("Enter opent het huishouden. Met spatie is een taak, stap of brief gedaan.")
        self._help.setText(said)
        self._offer()

    def _offer(self) -> None:
        item = self._table.record()
        self._done.setEnabled(item is not None and item.can_be_done)

    def _open(self, item: Item) -> None:
        self.found.emit(item.household, _TABLES.get(item.kind, "task"))

    def _finish(self) -> None:
        """One step, which undo takes back; the row after it gets the focus."""
        item = self._table.record()
        if item is None or not item.can_be_done:
            return
        at = self._table.currentIndex().row()
        label, verb = {
            "step": (self.tr("Stap gedaan"), steps.finish),
            "letter": (self.tr("Brief geregeld"), letters.settle),
        }.get(item.kind, (self.tr("Taak gedaan"), tasks.finish))
        self._session.attempt(label, verb, item.row, self._today, household=item.number, by=self)
        rows = self._table.model().rowCount()
        if rows:
            self._table.setCurrentIndex(self._table.model().index(min(at, rows - 1), 0))
        self._offer()
