"""Reads all households a few at a time, so that keys and the lock never wait for it."""

from collections.abc import Sequence
from datetime import date
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from doorbraak.model.documents.chart_list import Counted, of_homes
from doorbraak.model.dossier import dossier, household
from doorbraak.model.dossier.household import Household
from doorbraak.model.insight.caseload import Caseload, Home, home_of, planned, together
from doorbraak.model.insight.price_level import PriceLevel
from doorbraak.model.workspace.store import Changes
from doorbraak.ui.session import Session

_AT_ONCE = 0.012  # seconds of reading before keys are heard again


class CaseloadReading(QObject):
    """What was read stays until it changed. `advanced` tells how many of how many are there, `ended` that all are."""

    advanced = Signal(int, int)
    ended = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._read: dict[int, Home] = {}
        self._wanted: Sequence[Household] = ()
        self._today = date.today()
        self._level = self._chosen_level()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._some)
        session.changed.connect(self._follow)

    @property
    def going(self) -> bool:
        return self._timer.isActive()

    def start(self) -> None:
        """On with what is not there yet. Examples stand in only where there is no real household."""
        level, today = self._chosen_level(), date.today()
        if (level, today) != (self._level, self._today):
            self._read.clear()
        self._level, self._today = level, today
        homes = household.all_of(self._session.store)
        self._wanted = [home for home in homes if not home.example] or homes
        self._timer.start()
        self._some()

    def _chosen_level(self) -> PriceLevel:
        return self._session.level

    def stop(self) -> None:
        self._timer.stop()

    def forget(self) -> None:
        self.stop()
        self._read.clear()
        self._wanted = ()

    @property
    def left_out(self) -> int:
        """How many examples are not counted."""
        return len(household.all_of(self._session.store)) - len(self._wanted)

    @property
    def example(self) -> bool:
        """Whether all that is counted is made up."""
        return bool(self._wanted) and all(home.example for home in self._wanted)

    def caseload(self) -> Caseload:
        """Of what is read."""
        hours = self._session.assumptions.hours_per_fte
        return together(self._there(), self._level, self._today, hours_per_fte=hours)

    def counted(self) -> Counted | None:
        """The same for charts; None without households that have a plan."""
        there = planned(self._there())
        return of_homes(there, self._today) if there else None

    def _there(self) -> list[Home]:
        return [self._read[home.id] for home in self._wanted if home.id in self._read]

    def _follow(self, changes: Changes) -> None:
        """A step of one household leaves the others as they were."""
        self._read = {
            id_: home
            for id_, home in self._read.items()
            if changes.household not in (None, home.dossier.household.number)
        }

    def _some(self) -> None:
        until = perf_counter() + _AT_ONCE
        for home in self._wanted:
            if home.id in self._read:
                continue
            if perf_counter() > until:
                self.advanced.emit(len(self._read), len(self._wanted))
                return
            read = dossier.read(self._session.store, home.id)
            self._read[home.id] = home_of(read, self._session.catalogue, self._level, self._today)
        self._timer.stop()
        self.ended.emit()
