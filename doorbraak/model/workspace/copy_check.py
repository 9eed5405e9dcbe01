"""Opening a copy of the workspace at a place of its own, and saying what is wrong with it."""

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import DiskFailed, DiskFull, FileDamaged, FileNewer, NoAccess, UserError, WrongPassphrase
from doorbraak.model.workspace import DATABASE, backup, cipher, exact_copy, keys, log, schema
from doorbraak.model.workspace.backup import Backup

if TYPE_CHECKING:
    from sqlite_utils import Database

PREFIX = "oefening-"
_SAFE = "De werkmap zelf is niet veranderd. Kies een andere kopie."
DAMAGED = f"Deze kopie is beschadigd of niet compleet. {_SAFE}"
OTHER_COUNTS = f"In deze kopie staat niet het aantal gegevens dat erbij is opgeschreven. {_SAFE}"
NEWER = (
    "Deze kopie is gemaakt met een nieuwere versie van Doorbraak. Er is niets veranderd. "
    "Installeer die versie en probeer het opnieuw."
)
OTHER_PHRASE = (
    "Deze wachtzin past op de werkmap van nu, maar niet op deze kopie. Zij is van voor de nieuwe wachtzin. "
    "Er is niets veranderd. Typ de wachtzin van toen, of kies een nieuwere kopie."
)
WRONG = (
    "Deze wachtzin past niet op deze kopie. Er is niets veranderd. Probeer het nog eens, let op hoofdletters, "
    "of gebruik de herstelcode."
)
_TOUCHED = (
    "Het logboek in deze kopie klopt niet vanaf regel {}. De dossiers in de kopie zijn heel. "
    "Meld dit bij wie over de beveiliging gaat."
)


@dataclass(frozen=True, slots=True)
class Opened:
    """A copy that is open, its key, and the slots that belong beside it in a workspace. `close` it."""

    db: "Database"
    key: bytes
    slots: tuple[keys.Slot, ...]


def own_slots(copy: Backup) -> tuple[keys.Slot, ...]:
    """Those that were kept beside the copy; none when that file can't be read."""
    try:
        return backup.slots_of(copy)
    except UserError:
        return ()


def unwrapped(slots: tuple[keys.Slot, ...], secret: str) -> list[bytes]:
    """Every key that the secret unwraps."""
    return list(dict.fromkeys(key for _, key in keys.unwrapped(slots, secret)))


def opened(path: Path, copy: Backup, secret: str, present: tuple[keys.Slot, ...] = ()) -> Opened:
    """`path` has the bytes of the copy. The slots of now stay when they open it; else its own are taken.

    Raises WrongPassphrase, FileDamaged.
    """
    own = own_slots(copy)
    keys_now = unwrapped(present, secret)
    keys_then = keys_now if own == present else unwrapped(own, secret)
    if not keys_now and not keys_then:
        raise WrongPassphrase(WRONG)
    for slots, found in ((present, keys_now), (own, keys_then)):
        for key in found:
            db = opening(path, key)
            if db is not None:
                return Opened(db, key, slots)
    if keys_then or not own or any(wraps(own, key) for key in keys_now):
        raise FileDamaged(DAMAGED)
    raise WrongPassphrase(OTHER_PHRASE)


def wraps(slots: tuple[keys.Slot, ...], key: bytes) -> bool:
    """Whether a secret for one of these would give this key."""
    return keys.mark_of(key) in {slot.mark for slot in slots}


def fits(copy: Backup, key: bytes) -> bool:
    """Whether a copy is of this key, as far as it tells itself; one that tells nothing is tried with it."""
    marks = {slot.mark for slot in own_slots(copy)}
    return not marks or "" in marks or keys.mark_of(key) in marks


def opening(path: Path, key: bytes) -> "Database | None":
    """The file opened with this key; None when it is damaged or has another key. Raises FileInUse, NoAccess."""
    try:
        cipher.check_header(path)
        db = cipher.connect(path, key)
        try:
            cipher.check_size(path)
        except BaseException:
            cipher.close(db)
            raise
    except FileDamaged:
        return None
    return db


def faults_of(db: "Database", copy: Backup) -> tuple[str, ...]:
    """Both integrity checks, the counts, the version and the access log; the first that matters most."""
    try:
        if cipher.faults(db):
            return (DAMAGED,)
        with cipher.errors_for_people():
            if schema.version_of(db) > schema.VERSION:
                return (NEWER,)
            schema.check_version(db)
            if backup.row_counts(db) != copy.counts:
                return (OTHER_COUNTS,)
            broken = log.first_broken(db, [copy.log_state])
    except FileDamaged:
        return (DAMAGED,)
    if broken is None:
        return ()
    return (_TOUCHED.format(broken),)


def refuse_damaged(db: "Database", copy: Backup) -> None:
    """Raises FileDamaged, FileNewer. A touched access log stops nobody from getting the dossiers back."""
    found = faults_of(db, copy)
    if found == (NEWER,):
        raise FileNewer(NEWER)
    if found and found[0] in (DAMAGED, OTHER_COUNTS):
        raise FileDamaged(found[0])


@contextmanager
def said_of_checking() -> Iterator[None]:
    """What disk and system refuse, in words that fit somebody who only looks."""
    not_done = "De kopie is niet nagekeken. Er is niets veranderd."
    try:
        with cipher.errors_for_people():
            yield
    except DiskFull as error:
        raise DiskFull(f"De schijf is vol. {not_done} Maak ruimte vrij en probeer het opnieuw.") from error
    except NoAccess as error:
        raise NoAccess(f"Het programma mag deze kopie niet lezen. {not_done} Vraag rechten op die map.") from error
    except DiskFailed as error:
        raise DiskFailed(
            f"De kopie is niet te lezen: zij is weg, of de schijf gaf een fout. {not_done} Controleer die schijf."
        ) from error


@contextmanager
def place_of_its_own(folder: Path) -> Iterator[Path]:
    """A folder under `folder` that is gone afterwards; elsewhere when nothing can be written there."""
    try:
        temporary = tempfile.TemporaryDirectory(prefix=PREFIX, dir=folder, ignore_cleanup_errors=True)
    except OSError:  # a second place that is read-only; what is written is encrypted
        temporary = tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True)
    with temporary as place:
        yield Path(place)


def faults(copy: Backup, secret: str) -> tuple[str, ...]:
    """What is wrong with a copy, without touching it. Raises WrongPassphrase, DiskFull, DiskFailed, NoAccess."""
    return _looked_at(copy, lambda staged: opened(staged, copy, secret).db)


def faults_with(copy: Backup, key: bytes) -> tuple[str, ...]:
    """The same for who has the workspace open, and so its key."""
    return _looked_at(copy, lambda staged: opening(staged, key))


def _looked_at(copy: Backup, opening_of: Callable[[Path], "Database | None"]) -> tuple[str, ...]:
    with said_of_checking(), place_of_its_own(copy.path.parent) as place:
        staged = place / DATABASE
        exact_copy.make(copy.path, staged)
        try:
            db = opening_of(staged)
        except FileDamaged as error:
            return (error.sentence,)
        if db is None:
            return (DAMAGED,)
        try:
            return faults_of(db, copy)
        finally:
            cipher.close(db)
