"""How the time of a visit goes by: with people, or at the keyboard. Seconds only, and never which keys."""

import time
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent

from doorbraak.model.dossier import visits
from doorbraak.model.errors import NotFound
from doorbraak.model.insight.visiting import KEY_LASTS, SILENCE_LASTS, visit_of
from doorbraak.model.workspace.store import Changes

if TYPE_CHECKING:
    from doorbraak.ui.at_table import AtTable
    from doorbraak.ui.autolock import AutoLock
    from doorbraak.ui.session import Session
    from doorbraak.ui.workspace_view import WorkspaceView

TALK = "Gesprek"
"""The page that belongs to a talk, also when it is held at a desk."""


class VisitClock(QObject):
    """Belongs to one session. Runs at the kitchen table and while the page of the talk is in sight.

    Whole minutes go to today's visit when it stops. Without one they wait, in memory, until somebody makes it. It
    stops a minute after the last sign of life: who forgot the laptop until it locked was not with people all that
    time. Silence between two signs of life is talk, and counts.
    """

    def __init__(self, session: "Session", view: "WorkspaceView", at_table: "AtTable", lock: "AutoLock") -> None:
        super().__init__(session)
        self._session, self._view, self._at_table, self._lock = session, view, at_table, lock
        self._title = ""
        self._household: int | None = None
        self._since = self._typing_until = self._typed = 0.0
        self._spent: dict[tuple[int, date], tuple[float, float]] = {}  # seconds with people, at the keyboard
        lock.hears.append(self._hears)
        at_table.changed.connect(self._follow)
        view.page_shown.connect(self._shown)
        view.household_changed.connect(self._follow)
        session.changed.connect(self._changed)

    @staticmethod
    def now() -> float:
        return time.monotonic()

    @staticmethod
    def today() -> date:
        return date.today()

    def stop(self) -> None:
        """For good: the workspace closes."""
        self._switch(None)
        self._write()  # the last words may have made the visit
        self._spent.clear()  # what still waits for its turn finds a closed file
        if self._hears in self._lock.hears:
            self._lock.hears.remove(self._hears)

    def _shown(self, title: str) -> None:
        self._title = title
        self._follow()

    def _follow(self) -> None:
        runs = self._at_table.on or self._title == TALK
        self._switch(self._view.household if runs else None)

    def _switch(self, household: int | None) -> None:
        if household == self._household:
            return
        now = self.now()
        if self._household is not None:
            key = self._household, self.today()
            forgotten = max(0.0, self._lock.idle_since.total_seconds() - SILENCE_LASTS)
            until = max(self._since, now - forgotten)
            typed = self._typed - max(0.0, self._typing_until - until)
            people, keyboard = self._spent.get(key, (0.0, 0.0))
            self._spent[key] = people + until - self._since - typed, keyboard + typed
        self._household = household
        self._since = self._typing_until = now
        self._typed = 0.0
        self._write()

    def _hears(self, event: QKeyEvent) -> bool:
        """Each key lasts some seconds, and keys in a row overlap."""
        if self._household is not None:
            now = self.now()
            self._typed += now + KEY_LASTS - max(now, self._typing_until)
            self._typing_until = now + KEY_LASTS
        return False

    def _changed(self, changes: Changes) -> None:
        if self._spent and "visit" in changes.tables:
            QTimer.singleShot(0, self, self._write)  # a step of its own, after the one that is being told

    def _write(self) -> None:
        for (household, day), (people, keyboard) in list(self._spent.items()):
            whole = int(people // 60), int(keyboard // 60)
            try:
                dossier = self._session.dossier(household)
            except NotFound:  # taken away meanwhile
                del self._spent[household, day]
                continue
            visit = visit_of(dossier.visits, day)
            if visit is not None and any(whole):
                self._spent[household, day] = people - 60 * whole[0], keyboard - 60 * whole[1]
                label, merge = self.tr("Tijd bijhouden"), f"time of visit {visit.id}"
                number = dossier.household.number
                self._session.attempt(label, visits.add_minutes, visit.id, *whole, household=number, merge=merge)
