"""Knelpunten: what stands in the way of more than one household, how often, and what came of it."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QVBoxLayout

from doorbraak.model import money
from doorbraak.model.dossier import household
from doorbraak.model.dossier.dossier import read_only
from doorbraak.model.insight import choice_names, names
from doorbraak.model.insight.shared_signals import Known, SharedSignal, shared_signals
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.overview.signals_detail import SignalDetail
from doorbraak.ui.overview_page import OverviewPage
from doorbraak.ui.session import Session
from doorbraak.ui.widgets.blocks import block, heading, quiet
from doorbraak.ui.widgets.own_undo import OwnUndoLine
from doorbraak.ui.widgets.record_model import Column
from doorbraak.ui.widgets.record_table import RecordTable
from doorbraak.ui.widgets.sides import Sides

_FIRST = frozenset({"household", "signals"})
_PARTS = frozenset({"household", "signals", "agencies", "barriers"})
_TABLES = frozenset({"household", "signal", "agency", "barrier"})


class SignalsPage(OverviewPage):
    """Exact counts, for who works here: what leaves goes through the letter."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Knelpunten"))
        self._session = session
        self._found: tuple[SharedSignal, ...] = ()
        self._search = OwnUndoLine()
        self._search.setAccessibleName(self.tr("Zoeken in de knelpunten"))
        self._search.setPlaceholderText(self.tr("Zoek op een woord, een artikel of een wijk"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._filter)
        self._search.returnPressed.connect(lambda: self._table.setFocus())
        self._help = quiet()
        self._table = RecordTable(session, "shared_signal", self.tr("Knelpunten"), self._columns(), self)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._table.least, self._table.lines = 5, 2
        self._table.selectionModel().selectionChanged.connect(lambda: self._show_chosen())
        self._table.current.connect(lambda _: self._show_chosen())
        self._table.opened.connect(lambda _: self.detail.table.setFocus())
        left = block(
            heading(self.tr("Wat staat vaker in de weg?"), self._search), self._search, self._help, self._table
        )
        left.setParent(self)  # before the other side is made: Tab goes as one reads
        self.detail = SignalDetail(session, self)
        self.detail.opened.connect(self.found)
        self.detail.named.connect(self._table.select)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(Sides(self, (left, 650), (self.detail, 460)))
        session.changed.connect(self._changed)

    def _columns(self) -> list[Column]:
        return [
            Column("words", self.tr("Knelpunt"), lambda one: one.words, wraps=True),
            Column(
                "households", self.tr("Gezinnen"), lambda one: str(len(one.households)), numeric=True, width=74,
                sort=lambda one: len(one.households),
            ),
            Column(
                "more_often", self.tr("Wijk vaker"), _more_often, width=84,
                sort=lambda one: max(one.wijken.values(), default=0),
                hint=self.tr("Wijken waar 2 of meer huishoudens dit hebben, met hoeveel"),
            ),
            Column(
                "done", self.tr("Geholpen"), lambda one: _done(one.fixing, "done"), numeric=True, width=76,
                sort=lambda one: one.fixing.get("done", 0), tip=lambda one: _counted(one.fixing, choice_names.FIXING),
                hint=self.tr("Hoeveel van deze gezinnen geholpen zijn"),
            ),
            Column(
                "changed", self.tr("Regel anders"), lambda one: _done(one.solving, "changed"), numeric=True, width=98,
                sort=lambda one: one.solving.get("changed", 0),
                tip=lambda one: _counted(one.solving, choice_names.SOLVING),
                hint=self.tr("Bij hoeveel van deze gezinnen de regel zelf is veranderd"),
            ),
            Column(
                "hours", self.tr("Uren"), lambda one: _known(one.hours_e2, names.contacts), numeric=True,
                width=56, sort=lambda one: one.hours_e2.total,
                tip=lambda one: _of(one.hours_e2, len(one.households)),
            ),
            Column(
                "lost", self.tr("Kosten"), lambda one: _known(one.lost_cents, money.whole), numeric=True,
                width=76, sort=lambda one: one.lost_cents.total,
                tip=lambda one: _of(one.lost_cents, len(one.households)),
            ),
        ]  # fmt: skip

    # -- reading ----------------------------------------------------------------------------------------

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and (not changes.tables or changes.tables & _TABLES):
            self.refresh()

    def refresh(self) -> None:
        """Examples stand in only where there is no real household, as in every count."""
        store = self._session.store
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            homes = household.all_of(store)
            counted = tuple(home for home in homes if not home.example) or homes
            some = [home.id for home in counted if read_only(store, home.id, _FIRST).signals]  # most have none
            self._found = shared_signals((read_only(store, id_, _PARTS) for id_ in some), self._session.catalogue)
        finally:
            QApplication.restoreOverrideCursor()
        self.detail.know(counted, self._found)
        self._table.show_records(self._found)
        self._table.show_again()
        self._say(len(homes) - len(counted))
        self._keep_one()
        self._show_chosen()

    def _say(self, left_out: int) -> None:
        if not self._found:
            said = self.tr("Nog geen knelpunten. Maak ze in een huishouden, op het blad Signalen.")
        elif self._search.text().strip() and not self._table.shown:
            said = self.tr("Niets gevonden. Probeer een ander woord.")
        else:
            said = self.tr("Kies er meer met Shift en de pijltjes, en geef ze samen één thema.")
        if left_out:
            said += " " + self.tr("Voorbeelden tellen niet mee: %d.") % left_out
        elif self.detail.example:
            said = self.tr("VOORBEELD: deze huishoudens zijn verzonnen of gepubliceerd.") + " " + said
        self._help.setText(said)

    def _filter(self, text: str) -> None:
        self._table.search(text)
        self._say(len(household.all_of(self._session.store)) - self.detail.households)
        self._keep_one()
        self._show_chosen()

    def _keep_one(self) -> None:
        if self._table.record() is None and self._table.shown:
            self._table.select_first()
        chosen = self._table.selectionModel()
        if self._table.record() is not None and not chosen.hasSelection():
            flags = QItemSelectionModel.SelectionFlag
            chosen.select(self._table.currentIndex(), flags.ClearAndSelect | flags.Rows)

    def _show_chosen(self) -> None:
        """The row in focus at the right; what is given a theme is all that is chosen."""
        rows = {self._table.model().mapToSource(index).row() for index in self._table.selectionModel().selectedRows()}
        chosen = tuple(self._found[row] for row in sorted(rows) if row < len(self._found))
        self.detail.show_signal(self._table.record(), chosen)

    def take_focus(self) -> None:
        (self._table if self._table.shown else self._search).setFocus()

    def forget(self) -> None:
        self._found = ()
        self.detail.know((), ())


def _more_often(one: SharedSignal) -> str:
    return ", ".join(f"{wijk} ({one.wijken[wijk]})" for wijk in one.more_often)


def _known(known: Known, written: Callable[[int], str]) -> str:
    return written(known.total) if known.households else ""


def _of(known: Known, households: int) -> str:
    whole = "het ene huishouden" if households == 1 else f"{known.households} van de {households} huishoudens"
    return f"Bekend van {whole}"


def _done(counted: Mapping[Any, int], status: str) -> str:
    return str(counted.get(status, 0))


def _counted(counted: Mapping[Any, int], called: Mapping[Any, str]) -> str:
    return ", ".join(f"{called[status]} {number}" for status, number in counted.items())
