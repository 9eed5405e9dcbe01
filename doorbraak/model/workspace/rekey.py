"""Another key for the whole file: what was copied elsewhere with the old one opens nothing here any more.

From before the first page is written until after the last the slots file holds both keys, so that the new
passphrase opens the workspace whenever the program is killed: the file has the old key, or it has the new one.
SQLite's own journal sees to that; opening tries each key that a passphrase unwraps.
"""

import contextlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import FileDamaged, UserError
from doorbraak.model.workspace import DATABASE, cipher, keys
from doorbraak.model.workspace.creation import SLOTS

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Renewal:
    """A key that is to come, its slots, and those that hold until it has come: the new passphrase is in both."""

    key: bytes
    slots: tuple[keys.Slot, ...]
    between: tuple[keys.Slot, ...]


def prepared(
    old_key: bytes, old_slots: tuple[keys.Slot, ...], passphrase: str, code: str, cost: keys.Cost | None = None
) -> Renewal:
    """Nothing is written yet. `code` is the recovery code that is to come."""
    key, cost = keys.new_database_key(), cost or keys.Cost()
    slots = (keys.wrap("passphrase", passphrase, key, cost), keys.wrap("recovery", code, key, cost))
    kept = tuple(slot for slot in old_slots if slot.kind != "passphrase")
    return Renewal(key, slots, (keys.wrap("passphrase", passphrase, old_key, cost), *kept, *slots))


def run(
    db: "Database", folder: Path, old_key: bytes, old_slots: tuple[keys.Slot, ...], renewal: Renewal
) -> tuple["Database", bool]:
    """Closes the file, and returns it open again, with the new key or else with the old one: which is told.

    Raises UserError when it can't be opened again: nothing is lost, and the next opening settles which key it has.
    """
    path = folder / DATABASE
    try:
        cipher.rekey(db, renewal.key)
    finally:
        cipher.close(db)  # also when it went well: the journal keeps pages of before until then
    again = _opened(path, renewal.key)
    if again is not None:
        _settle(folder, renewal.slots)
        return again, True
    again = _opened(path, old_key)
    if again is None:
        raise FileDamaged(cipher.DAMAGED)
    _settle(folder, old_slots)
    return again, False


def _opened(path: Path, key: bytes) -> "Database | None":
    """None when the file has another key. Raises FileDamaged when it is not whole."""
    try:
        db = cipher.connect_to_write(path, key)
    except FileDamaged:
        return None
    try:
        if cipher.faults(db):
            raise FileDamaged(cipher.DAMAGED)
    except BaseException:
        cipher.close(db)
        raise
    return db


def _settle(folder: Path, slots: tuple[keys.Slot, ...]) -> None:
    with contextlib.suppress(UserError):  # those of both keys open it too, and the next opening tries again
        keys.write(folder / SLOTS, slots)
