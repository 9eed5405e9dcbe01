"""What must not be forgotten because a copy from before is put back: it goes into the copy that is staged."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.workspace import (
    backup,
    copy_places,
    handing_carrying,
    key_of_now,
    keys,
    log,
    log_carrying,
    tombstone_carrying,
)
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.copy_check import Opened
from doorbraak.model.workspace.present import Present

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Came:
    """`aside`: copies beside the workspace that remember lines which could not come along; `lines_lost`: whether there
    were such lines. `erased`: how much the copy still held of that. `taken_since`: dossiers taken in after it.
    """

    aside: list[Backup]
    lines_lost: bool
    erased: int
    taken_since: int


@dataclass(frozen=True, slots=True)
class ComingAlong:
    """`found`: the staged copy. `slots`: those that lie in the workspace. `was`: what was read of the file of now, None
    when it is not there or did not open; `now`: its key, None when nobody knows it.
    """

    folder: Path
    database: Path
    copy: Backup
    slots: tuple[keys.Slot, ...]
    origin: log.Origin
    found: Opened
    was: Present | None
    now: key_of_now.Now | None

    def carry(self) -> Came:
        """Raises UserError; what is left of it goes with the staged file."""
        taken_since = (
            self._handing()
        )  # before the log, by whose length the copy is older or newer than what else is there
        log_ = self._log()
        self._settings()
        came_from = tombstone_carrying.place_of(self.copy, self.folder)
        erased = tombstone_carrying.obeyed(
            self.found.db,
            self.was.tombstones if self.was is not None else (),
            tombstone_carrying.of_copies(self._others(), self._known()),
            came_from,
        )
        self._places(came_from.path)
        return Came(log_.aside, log_.locked, erased, taken_since)

    def _handing(self) -> int:
        length, _ = log.length_and_last(self.found.db)
        known = self.was.handing if self.was is not None and len(self.was.lines) > length else None
        newest = known or handing_carrying.newest_of(self._others(), self._known(), length)
        if newest is None:
            return 0
        with _transaction(self.found.db):
            return handing_carrying.carry(self.found.db, newest)

    def _log(self) -> log_carrying.Carried:
        """Lines from after the copy, of the file of now and of all copies, and one about this."""
        known = self._known()
        gone = self.was is None and self.now is None and self.database.is_file()
        locked = gone and bool(self.slots) and key_of_now.unknown(self.slots, known)
        with _transaction(self.found.db):
            lines = self.was.lines if self.was is not None else None
            done = log_carrying.carry(self.found.db, lines, self._others(), known)
            log.append(self.found.db, "herstellen", "werkmap", self.origin)
            if locked or done.locked:
                log.append(self.found.db, "herstellen", log_carrying.LINES_LOST, self.origin, result="mislukt")
        return log_carrying.Carried(
            [made for made in done.aside if made.path.parent == self.folder / backup.FOLDER], locked or done.locked
        )

    def _settings(self) -> None:
        """What is known of the recovery code belongs to the slots that stay."""
        if self.now is None and (self.found.slots != self.slots or self.was is None):
            return
        with _transaction(self.found.db):
            key_of_now.keep_settings(self.found.db, self.was.settings if self.was is not None else {})

    def _places(self, came_from: str) -> None:
        """Where else copies went since, and where this one came from: what is erased later has to go there too."""
        with _transaction(self.found.db):
            since = self.was.places if self.was is not None else ()
            copy_places.remember(self.found.db, [*since, *filter(None, [came_from])])

    def _known(self) -> list[bytes]:
        return [self.found.key] if self.now is None else [self.now.key, self.found.key]

    def _others(self) -> list[Backup]:
        """Every copy of this workspace that is at hand, newest first."""
        found = list(backup.all_of(self.folder))
        beside = self.copy.path.parent.parent
        if beside.resolve() != self.folder.resolve():
            found += [made for made in backup.all_of(beside) if made.workspace == self.copy.workspace]
        return found


@contextmanager
def _transaction(db: "Database") -> Iterator[None]:
    """What is left of one that failed goes with the staged file."""
    db.execute("BEGIN IMMEDIATE")
    yield
    db.execute("COMMIT")
