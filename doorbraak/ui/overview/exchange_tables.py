"""The röntgen as tables: what leaves, what stays here and why, and which households are in no cell."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from doorbraak.model.exchange import xray_words
from doorbraak.model.exchange.xray import LeftOut, Xray
from doorbraak.model.exchange.xray_words import Line
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.copying import Readable
from doorbraak.ui.widgets.filter_bar import FilterBar
from doorbraak.ui.widgets.own_undo import OwnUndoLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable

_LINES = 4  # of what one cell holds that are in sight


@dataclass(frozen=True, slots=True)
class Stays:
    id: int
    left: LeftOut


@dataclass(frozen=True, slots=True)
class Absent:
    """A household in no cell. `id` is its number."""

    id: int
    name: str
    why: str


class _Whole(Readable):
    """Low: the table above it has the room."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 16)


class ExchangeTables(QWidget):
    """Emits `opened` with the number of a household."""

    opened = Signal(int)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        names = {
            "leaves": self.tr("Wat weggaat"),
            "stays": self.tr("Wat hier blijft"),
            "absent": self.tr("Huishoudens in geen vakje"),
        }
        self.kinds = FilterBar(self.tr("Wat weggaat en wat niet"), names, self)
        self.kinds.chosen.connect(lambda _: self._choose())
        self.search = OwnUndoLine()
        self.search.setAccessibleName(self.tr("Zoeken in wat weggaat en wat niet"))
        self.search.setPlaceholderText(self.tr("Zoek op een tabel, een vakje of een getal"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(lambda: self.table.setFocus())
        self.leaves = RecordTable(session, "exchange_line", names["leaves"], self._of_cells(), self)
        self.leaves.current.connect(self._show_whole)
        self.whole = _Whole(self.tr("Alles wat in dit vakje weggaat"))
        self.leaves.opened.connect(lambda _: self.whole.setFocus())
        self.stays = RecordTable(session, "exchange_left", names["stays"], self._of_left(), self)
        self.stays.lines = 2
        self.absent = RecordTable(session, "exchange_absent", names["absent"], self._of_absent(), self)
        self.absent.opened.connect(lambda one: self.opened.emit(one.id))
        for table in (self.leaves, self.stays, self.absent):
            table.least = 4
        left = QWidget()
        inside = QVBoxLayout(left)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self.leaves, 1)
        inside.addWidget(self.whole)
        self._stack = QStackedWidget()
        for widget in (left, self.stays, self.absent):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.kinds)
        column.addWidget(self.search)
        column.addWidget(self._stack, 1)

    def _of_cells(self) -> list[Column]:
        return [
            Column("table", self.tr("Tabel"), lambda one: one.table, width=220),
            Column("cell", self.tr("Vakje"), lambda one: one.cell),
            Column(
                "households", self.tr("Huishoudens"), lambda one: _number(one.households), numeric=True, width=96,
                sort=lambda one: one.households or 0, hint=self.tr("Hoeveel huishoudens in dit vakje staan"),
            ),
            Column(
                "amounts", self.tr("Waarden"), lambda one: ", ".join(one.amounts), width=120,
                hint=self.tr("De bedragen of aantallen die naast de codes staan"),
            ),
            Column(
                "largest", self.tr("Twee grootste"), lambda one: ", ".join(one.largest), width=110,
                hint=self.tr("Van een totaal gaan alleen de twee grootste waarden mee, ruw afgerond"),
            ),
            Column(
                "changed", self.tr("Anders"), lambda one: _number(one.changed), numeric=True, width=64,
                sort=lambda one: one.changed or 0,
                hint=self.tr("Hoeveel huishoudens hier anders zijn dan in het vorige bestand"),
            ),
            Column(
                "moved", self.tr("Verschillen"), lambda one: ", ".join(one.moved), width=110,
                hint=self.tr(
                    "Vanaf 5 huishoudens de twee grootste verschillen met het vorige bestand, en de rest samen. "
                    "Daaronder alleen wat ze samen hoogstens zijn. Ruw afgerond"
                ),
            ),
        ]  # fmt: skip

    def _of_left(self) -> list[Column]:
        return [
            Column("what", self.tr("Wat"), lambda one: one.left.what, width=300, wraps=True),
            Column(
                "households", self.tr("Huishoudens"), lambda one: _number(one.left.households or None), numeric=True,
                width=96, sort=lambda one: one.left.households,
            ),
            Column("why", self.tr("Waarom"), lambda one: one.left.why, wraps=True),
        ]  # fmt: skip

    def _of_absent(self) -> list[Column]:
        return [
            Column(
                "number", self.tr("Nummer"), lambda one: str(one.id), numeric=True, width=80, sort=lambda one: one.id
            ),
            Column("name", self.tr("Huishouden"), lambda one: one.name or self.tr("(nog geen naam)"), width=230),
            Column("why", self.tr("Waarom"), lambda one: one.why),
        ]

    # -- showing ----------------------------------------------------------------------------------------

    def show_xray(self, seen: Xray, absent: Sequence[Absent]) -> None:
        self._show(xray_words.lines(seen), seen.left_out, absent)

    def show_nothing(self) -> None:
        self._show((), (), ())

    def forget(self) -> None:
        self.show_nothing()
        self.search.clear()

    def take_focus(self) -> None:
        (self.table if self.table.shown else self.kinds).setFocus()

    def _show(self, leaving: Sequence[Line], left: Sequence[LeftOut], absent: Sequence[Absent]) -> None:
        self.leaves.show_records(leaving)
        self.stays.show_records([Stays(at, one) for at, one in enumerate(left, 1)])
        self.absent.show_records(absent)
        self.kinds.show_counts({"leaves": len(leaving), "stays": len(left), "absent": len(absent)})
        self._search(self.search.text())

    @property
    def table(self) -> RecordTable:
        return {"leaves": self.leaves, "stays": self.stays, "absent": self.absent}[self.kinds.key]

    def _choose(self) -> None:
        self._stack.setCurrentIndex(self.kinds.currentIndex())

    def _search(self, text: str) -> None:
        for table in (self.leaves, self.stays, self.absent):
            table.search(text)
            if table.record() is None:
                table.select_first()
        self._show_whole(self.leaves.record())

    def _show_whole(self, one: Any) -> None:
        self.whole.setPlainText(one.whole if one is not None else "")


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
