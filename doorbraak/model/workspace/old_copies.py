"""Copies of this workspace that open with a passphrase of before, here and in the second place."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from doorbraak.model import bounded
from doorbraak.model.errors import UserError
from doorbraak.model.workspace import backup, kept, keys
from doorbraak.model.workspace.store import Store

_MOST_BYTES = 100_000
_NO_FRESH_COPY = (
    "Er is nog geen kopie die opengaat met de wachtzin van nu. Er is niets vernietigd. "
    "Maak eerst een kopie en probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class OldCopy:
    """One copy with what lies beside it: slots, and the journal of a damaged file.

    `kept`: a restore put it aside; of what was in the workspace before that there may be nothing else.
    """

    path: Path
    elsewhere: bool
    kept: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """The database first: without it the rest is nothing."""
        return (self.path, self.path.with_name(self.path.name + "-journal"), *_slot_files(self.path))


@dataclass(frozen=True, slots=True)
class Destroyed:
    gone: int
    left: int  # could not be removed


def old_copies(store: Store) -> tuple[OldCopy, ...]:
    """Also what was kept at a restore. What can't be read may open with the old passphrase: it counts."""
    return tuple(_found(store))


def _found(store: Store) -> Iterator[OldCopy]:
    present = {slot for slot in store.keys.slots if slot.kind == "passphrase"}
    ours = {made.workspace for made in backup.all_of(store.folder)}
    for path in _databases(store.folder / backup.FOLDER):
        if not present & slots_beside(path):
            yield OldCopy(path, elsewhere=False)
    for path in _databases(kept.place(store.folder)):
        if not present & slots_beside(path):
            yield OldCopy(path, elsewhere=False, kept=True)
    for made in backup.all_of(store.second) if store.second is not None else ():
        if made.workspace in ours and not present & slots_beside(made.path):
            yield OldCopy(made.path, elsewhere=True)


def destroy(store: Store, copies: tuple[OldCopy, ...]) -> Destroyed:
    """What can't be removed is left and counted. Raises UserError when no copy has the passphrase of now."""
    present = {slot for slot in store.keys.slots if slot.kind == "passphrase"}
    if not any(present & slots_beside(made.path) for made in backup.all_of(store.folder)):
        raise UserError(_NO_FRESH_COPY)
    store.note("wissen", "oude kopieën")
    gone = sum(_removed(copy) for copy in copies)
    return Destroyed(gone, len(copies) - gone)


def _removed(copy: OldCopy) -> bool:
    try:
        for path in copy.files:
            path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _databases(place: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return sorted(place.glob("*.db"))
    return []


def _slot_files(path: Path) -> tuple[Path, ...]:
    beside = path.with_suffix(".json")
    kept = beside.with_name(beside.name.replace("-dossiers", "-sleutels"))  # as a restore names them
    return (beside,) if kept == beside else (beside, kept)


def slots_beside(path: Path) -> set[keys.Slot]:
    """What opens a copy; nothing when that can't be read."""
    found: set[keys.Slot] = set()
    for beside in _slot_files(path):
        with contextlib.suppress(UserError, UnicodeDecodeError):
            found.update(keys.from_json(bounded.read(beside, _MOST_BYTES).decode("utf-8")))
    return found
