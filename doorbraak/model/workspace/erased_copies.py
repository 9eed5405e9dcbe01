"""Copies from before something was erased: they go as soon as a newer one was made and checked.

They are not rewritten: a copy that is as it was made is worth more than one that was changed afterwards, and to change
dozens would take long and could be broken off at each.
"""

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from doorbraak.model.errors import UserError
from doorbraak.model.workspace import (
    DATABASE,
    backup,
    cipher,
    copy_check,
    copy_places,
    exact_copy,
    journals,
    kept,
    log,
    staging,
    tombstones,
)
from doorbraak.model.workspace.open_file import OpenFile
from doorbraak.model.workspace.tombstones import Place

OBJECT = "kopieën van voor het wissen"


def settle(file: OpenFile, key: bytes) -> None:
    """Call it when a copy of now was made. What can't be reached or removed waits for the next one.

    Raises UserError when it can't be written down what was done.
    """
    waiting = tombstones.pending(file.db)
    if not waiting or any(place.place == "file" for place in waiting):  # a copy has what the file still has
        return
    staging.clear((file.folder / DATABASE).resolve())
    cleaning = _Cleaning(file.setting("identity"), tombstones.count(file.db), key)
    done = [cleaning.of(place, file.folder) for place in waiting]
    with file.transaction():
        if any(place.copies for place in done):
            file.log("wissen", OBJECT)
        for place in done:
            tombstones.mark(file.db, place)


@dataclass(frozen=True, slots=True)
class _Cleaning:
    """`number` of tombstones in the file: a copy with fewer is from before one of them."""

    identity: str
    number: int
    key: bytes

    def of(self, place: Place, folder: Path) -> Place:
        """The place as it is afterwards."""
        if place.place == "second":
            return self._second(place)
        where = folder / backup.FOLDER if place.place == "backups" else kept.place(folder)
        removed, whole = self._removed(where, shared=False)
        return replace(place, copies=removed, done_at=log.now() if whole else None)

    def _second(self, place: Place) -> Place:
        """One that was away may now be another stick with the same name: it is done once something was found there."""
        if not copy_places.is_there(Path(place.path)):
            return replace(place, absent=True)
        removed, whole = self._removed(Path(place.path) / backup.FOLDER, shared=True)
        sure = whole and (removed > 0 or not place.absent)
        return replace(place, copies=removed, absent=place.absent and not sure, done_at=log.now() if sure else None)

    def _removed(self, where: Path, *, shared: bool) -> tuple[int, bool]:
        """How many copies, and whether none was left that had to go."""
        known = {made.path: made for made in backup.lying_in(where)}
        count, whole = 0, True
        for path in _in(where, "*.db"):
            if not path.is_file() or not self._has_to_go(path, known.get(path), shared=shared):
                continue
            try:
                for one in (*kept.with_its_own(path), path.with_suffix(".json"), *journals.of(path)):
                    one.unlink(missing_ok=True)
                count += 1
            except OSError:
                whole = False
        for drill in _in(where, f"{copy_check.PREFIX}*"):
            if drill.is_dir():  # a pipe of that name would keep us waiting
                shutil.rmtree(drill, ignore_errors=True)
            whole = whole and not drill.is_dir()
        for left in _in(where, f"*{exact_copy.UNFINISHED}"):
            with contextlib.suppress(OSError):
                left.unlink()
        return count, whole

    def _has_to_go(self, path: Path, made: backup.Backup | None, *, shared: bool) -> bool:
        """What nobody can read may hold it: in the workspace's own folder it goes, elsewhere it may be another's."""
        if made is not None and made.workspace:
            return made.workspace == self.identity and made.counts.get(tombstones.TABLE.name, 0) < self.number
        found = self._number_in(path)
        return not shared if found is None else found < self.number

    def _number_in(self, path: Path) -> int | None:
        """How many tombstones a copy has that tells nothing itself; None when this key does not open it."""
        with contextlib.suppress(UserError, OSError), cipher.errors_for_people():
            db = copy_check.opening(path, self.key)
            if db is not None:
                try:
                    return tombstones.count(db)
                finally:
                    cipher.close(db)
        return None


def _in(where: Path, pattern: str) -> Iterator[Path]:
    found: list[Path] = []
    with contextlib.suppress(OSError):
        found += sorted(where.glob(pattern))
    yield from found
