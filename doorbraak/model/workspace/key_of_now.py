"""Putting back a copy of before a re-key: whoever knows what opens the workspace of now keeps its key and its log.

Else the passphrase of then, which may be known to others, would be the only one again.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import DiskFailed, FileDamaged, NoAccess, UserError, WrongPassphrase
from doorbraak.model.workspace import DATABASE, backup, cipher, copy_check, creation, keys, lock
from doorbraak.model.workspace.backup import Backup

if TYPE_CHECKING:
    from sqlite_utils import Database

WRONG = (
    "De wachtzin of herstelcode van de werkmap van nu past niet. Er is niets teruggezet en niets veranderd. "
    "Probeer het nog eens, of geef aan dat je die niet meer weet."
)
NOT_GIVEN = (
    "De kopie kreeg de sleutel van nu niet: de schijf is vol of gaf een fout. Er is niets teruggezet; "
    "de werkmap is zoals zij was. Maak ruimte vrij en probeer het opnieuw."
)
_OF_SECRETS = "recovery_*"  # settings that tell of the recovery code


@dataclass(frozen=True, slots=True)
class Now:
    """The key of the workspace of now, and the slots that give it."""

    key: bytes
    slots: tuple[keys.Slot, ...]


def slots(folder: Path) -> tuple[keys.Slot, ...]:
    """None of them when they are gone or damaged: then those of the copy are taken. Raises NoAccess."""
    try:
        return keys.read(folder / creation.SLOTS)
    except NoAccess:
        raise
    except UserError:
        return ()


def differs(folder: Path, copy: Backup) -> bool:
    """Whether the copy is of before a re-key, as far as can be seen without a secret."""
    try:
        return backup.of_older_key(copy, keys.read(folder / creation.SLOTS))
    except UserError:  # nothing to compare with
        return False


def is_asked(folder: Path, copy: Backup, secret: str) -> bool:
    """Whether this secret opens the copy while another one opens the workspace of now. Raises FileInUse, NoAccess."""
    present, own = slots(folder), copy_check.own_slots(copy)
    known = copy_check.unwrapped(own, secret)
    if not known or not present:
        return False
    known += copy_check.unwrapped(present, secret) if present != own else []
    if not unknown(present, known):
        return False
    database = (folder / DATABASE).resolve()
    if not database.is_file():
        return True
    held = lock.take(database.parent)
    try:
        return not any(_opens(database, key) for key in dict.fromkeys(known))
    finally:
        held.release()


def unknown(present: tuple[keys.Slot, ...], known: list[bytes]) -> bool:
    """Whether these slots give a key that is not among the known ones."""
    return not {slot.mark for slot in present} <= {keys.mark_of(key) for key in known}


def _opens(path: Path, key: bytes) -> bool:
    db = copy_check.opening(path, key)
    if db is not None:
        cipher.close(db)
    return db is not None


def proven(present: tuple[keys.Slot, ...], secret: str, database: Path) -> Now:
    """Raises WrongPassphrase. While a re-key was broken off a secret gives two keys: the one that the file has."""
    found = list(keys.unwrapped(present, secret))
    if not found:
        raise WrongPassphrase(WRONG)
    opening = [one for one in found if database.is_file() and _opens(database, one[1])]
    used, key = (opening or found)[-1]  # of a damaged file the newer one
    return Now(key, keys.settled(present, used))


def give(path: Path, old: bytes, now: Now) -> None:
    """Every page of the staged copy under the key of now; opened and checked again. Raises DiskFailed."""
    if old == now.key:
        return
    db = cipher.connect_to_write(path, old)
    counts = backup.row_counts(db)
    try:
        cipher.rekey(db, now.key)
    finally:
        cipher.close(db)
    try:
        db = cipher.connect(path, now.key)
        try:
            whole = not cipher.faults(db) and backup.row_counts(db) == counts
        finally:
            cipher.close(db)
    except FileDamaged:
        whole = False
    if not whole:
        raise DiskFailed(NOT_GIVEN)


def settings(db: "Database") -> dict[str, str]:
    """What the workspace knows of the secrets that go with its slots."""
    rows = db.execute(f"SELECT name, value FROM setting WHERE name GLOB '{_OF_SECRETS}'").fetchall()
    return {str(name): str(value) for name, value in rows}


def keep_settings(db: "Database", known: Mapping[str, str]) -> None:
    """These belong to the slots of now, not to those of the copy. Inside the caller's transaction."""
    db.execute(f"DELETE FROM setting WHERE name GLOB '{_OF_SECRETS}'")
    for name, value in known.items():
        db.execute("INSERT INTO setting(name, value) VALUES(?, ?)", [name, value])
