"""A copy by the clock: within a quarter of an hour after a change, and tried again when it does not succeed."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from doorbraak.model.errors import UserError
from doorbraak.ui import backups_age
from doorbraak.ui.backups_second import second_place

if TYPE_CHECKING:
    from doorbraak.ui.session import Session

_MINUTE = 60_000
AFTER_A_CHANGE = 14 * _MINUTE  # so that it is made and checked within fifteen
AGAIN = 2 * _MINUTE
_SOON = _MINUTE


class BackupKeeper(QObject):
    """Belongs to one window. Never blocks and never asks: `told` says that there is something new to show below.

    `newest` is when the newest copy was made, `problem` why the last one failed, `second_problem` why it is not in
    the second place.
    """

    told = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.newest: datetime | None = None
        self.problem: UserError | None = None
        self._session: Session | None = None
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.timeout.connect(self.make)
        self._minute = QTimer(self)
        self._minute.setInterval(_MINUTE)
        self._minute.timeout.connect(self.told)

    @staticmethod
    def now() -> datetime:
        return datetime.now()

    @property
    def second_problem(self) -> UserError | None:
        return self._session.store.second_problem if self._session is not None else None

    @property
    def waits(self) -> bool:
        """Whether a copy will be made by itself."""
        return self._due.isActive()

    def follow(self, session: "Session") -> None:
        """Of a workspace that was just opened. A copy that is old is made anew once somebody works in it."""
        self.stop()
        self._session, self.problem = session, None
        session.store.second = second_place(session.store.folder, example=session.store.example)
        self._look()
        session.changed.connect(self._changed)
        self.told.connect(session.copied)
        if backups_age.is_old(self.newest, self.now()):
            self._due.start(_SOON)
        self._minute.start()
        self.told.emit()

    def look_again(self, problem: UserError | None = None) -> None:
        """Copies were made or removed by others than this: by a new key, or as old. `problem`: why none was made."""
        if self._session is not None:
            self._look()
            self.problem = problem
            if problem is not None:
                self._due.start(AGAIN)
            self.told.emit()

    def _look(self) -> None:
        from doorbraak.model.workspace import backup  # late: a start needs none of it

        if self._session is not None:
            found = backup.of_workspace(self._session.store.folder, self._session.store.identity)
            self.newest = found[0].at if found else None

    def stop(self) -> None:
        self._due.stop()
        self._minute.stop()
        if self._session is not None:
            self._session.changed.disconnect(self._changed)
            self.told.disconnect(self._session.copied)
            self._session = None

    def _changed(self) -> None:
        if not self._due.isActive():  # from the first change on: who goes on typing must not put it off
            self._due.start(AFTER_A_CHANGE)

    def make(self) -> UserError | None:
        """A copy now. What went wrong, if anything; then it is tried again by itself."""
        if self._session is None:
            return None
        self._due.stop()
        try:
            self.newest, self.problem = self._session.store.backup().at, None
        except UserError as error:
            self.problem = error
        if self.problem is not None:  # the second place waits for the next one: a stick may be away for a day
            self._due.start(AGAIN)
        self.told.emit()
        return self.problem
