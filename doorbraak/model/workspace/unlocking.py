"""From a passphrase to the open file: each key that it unwraps is tried, since the slots may hold more than one."""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import FileDamaged, UserError
from doorbraak.model.workspace import cipher, keys

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The open file, its key, the slot that opened it, and the slots of this key alone, each with its seal."""

    db: "Database"
    key: bytes
    used: keys.Slot
    slots: tuple[keys.Slot, ...]


def unlock(database: Path, slots: tuple[keys.Slot, ...], secret: str) -> Unlocked:
    """Raises WrongPassphrase, FileInUse, FileDamaged, NoAccess, DiskFull, DiskFailed."""
    refused: FileDamaged | None = None
    tried: set[str] = set()
    for slot, key in keys.unwrapped(slots, secret):
        tried.add(slot.mark)
        try:
            db = cipher.connect(database, key)
        except FileDamaged as error:
            refused = error
            continue
        return Unlocked(db, key, slot, keys.sealed(keys.settled(slots, slot), key))
    if refused is None or {slot.mark for slot in slots} - tried:  # another secret may open it
        keys.refuse(slots)
    raise refused


def settle(place: Path, read: tuple[keys.Slot, ...], slots: tuple[keys.Slot, ...]) -> None:
    """What a broken-off re-key or restore left in the slots file goes, once it is known which key the file has.

    Seals that an older program did not write come.
    """
    if keys.to_json(slots) != keys.to_json(read):
        with contextlib.suppress(UserError):  # the next opening tries again
            keys.write(place, slots)
