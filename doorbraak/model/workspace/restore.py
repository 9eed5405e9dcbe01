"""A copy put back in the place of the workspace: whole or not at all, and what was there is kept."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import (
    DiskFailed,
    DiskFull,
    FileDamaged,
    FileNewer,
    NoAccess,
    UserError,
    WrongPassphrase,
)
from doorbraak.model.workspace import (
    DATABASE,
    attempts,
    backup,
    cipher,
    copy_check,
    creation,
    exact_copy,
    keys,
    lock,
    log,
    log_carrying,
    schema,
)
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.core_dumps import no_core_dumps

if TYPE_CHECKING:
    from sqlite_utils import Database

KEPT = "bewaard"
STAGED = DATABASE + ".terug"
_STAMP = "%Y-%m-%dT%H%M%S"
_SAFE = "Er is niets teruggezet; de werkmap is zoals zij was."
_NEWER_HERE = (
    "De werkmap van nu is gemaakt met een nieuwere versie van Doorbraak. Er is niets teruggezet en niets veranderd. "
    "Installeer die versie, en zet de kopie daarmee terug."
)


@dataclass(frozen=True, slots=True)
class Restorable:
    """One copy that can be put back. `elsewhere`: it lies in the second place."""

    backup: Backup
    elsewhere: bool

    @property
    def households(self) -> int | None:
        found = self.backup.counts.get("household")
        return found if isinstance(found, int) else None


@dataclass(frozen=True, slots=True)
class Restored:
    """`at` is the moment of the copy; `kept` is where the file of before lies now, None when there was none."""

    at: datetime
    households: int
    kept: Path | None


def restorable(folder: Path, second: Path | None = None) -> tuple[Restorable, ...]:
    """Newest first; needs no secret. What can't be read is left out, and so is what is of another workspace."""
    here = backup.all_of(folder)
    ours = {made.workspace for made in here}
    there = backup.all_of(second) if second is not None else ()
    found = [Restorable(made, False) for made in here]
    found += [Restorable(made, True) for made in there if not ours or made.workspace in ours]
    return tuple(sorted(found, key=_age, reverse=True))


def _age(one: Restorable) -> tuple[int, datetime, str, bool]:
    return one.backup.log_state[0], one.backup.at, one.backup.path.name, not one.elsewhere


def kept_files(folder: Path) -> tuple[Path, ...]:
    """The files of before a restore, newest first. Nothing removes them but a person."""
    with contextlib.suppress(OSError):
        return tuple(sorted((folder / backup.FOLDER / KEPT).glob("*-dossiers*.db"), reverse=True))
    return ()


def faults(copy: Backup, secret: str) -> tuple[str, ...]:
    """What is wrong with a copy, each as a sentence; empty when it is whole. The copy itself is not touched.

    Raises WrongPassphrase, DiskFull, DiskFailed, NoAccess.
    """
    return copy_check.faults(copy, secret)


def restore(
    folder: Path,
    copy: Backup,
    secret: str,
    *,
    origin: log.Origin = "venster",
    tables: Iterable[schema.Table] = (),
) -> Restored:
    """Put the copy in the place of the workspace, which has to be closed.

    What is there is kept, and when it opens also copied as always; `tables` say what such a copy leaves out. Lines
    of the access log from after the copy stay. Raises WrongPassphrase, FileInUse, FileDamaged (the copy), FileNewer,
    DiskFull, DiskFailed, NoAccess; then the workspace is as it was.
    """
    no_core_dumps()
    with _said_of_restoring(), cipher.errors_for_people():
        database = (folder / DATABASE).resolve()
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = lock.take(database.parent)
        try:
            blanked = [statement for table in tables for statement in table.blanked]
            return _Restoring(folder, database, copy, secret, origin, blanked).run()
        except WrongPassphrase:
            attempts.count(folder)
            raise
        finally:
            _clear(database)
            held.release()


@contextmanager
def _said_of_restoring() -> Iterator[None]:
    """The same errors, in words that fit a copy that was not put back."""
    try:
        yield
    except FileDamaged as error:  # the copy: of the workspace nothing is asked
        known = error.sentence in (copy_check.DAMAGED, copy_check.OTHER_COUNTS)
        raise error if known else FileDamaged(copy_check.DAMAGED) from error
    except DiskFull as error:
        raise DiskFull(f"De schijf is vol. {_SAFE} Maak ruimte vrij en probeer het opnieuw.") from error
    except NoAccess as error:
        raise NoAccess(
            f"Het programma mag de kopie niet lezen, of niet schrijven in de werkmap. {_SAFE} "
            "Vraag rechten op deze mappen en probeer het opnieuw."
        ) from error
    except DiskFailed as error:
        raise DiskFailed(f"De schijf gaf een fout. {_SAFE} Controleer de schijf, of kies een andere kopie.") from error


def _clear(database: Path) -> None:
    """What a restore that was broken off left beside the workspace."""
    with contextlib.suppress(OSError):
        for left in database.parent.glob(STAGED + "*"):
            left.unlink(missing_ok=True)


class _Restoring:
    """The steps of one restore, under the lock of the workspace. The last that can refuse is the renaming."""

    def __init__(
        self, folder: Path, database: Path, copy: Backup, secret: str, origin: log.Origin, blanked: list[str]
    ) -> None:
        self._folder = folder
        self._database = database
        self._staged = database.with_name(STAGED)
        self._journal = database.with_name(database.name + "-journal")
        self._copy = copy
        self._secret = secret
        self._origin: log.Origin = origin
        self._blanked = blanked
        self._place = folder / backup.FOLDER
        self._now = datetime.now()
        self._present = slots_of_now(folder)

    def run(self) -> Restored:
        _clear(self._database)
        self._place.mkdir(mode=0o700, exist_ok=True)
        exact_copy.make(self._copy.path, self._staged)
        found = copy_check.opened(self._staged, self._copy, self._secret, self._present)
        try:
            copy_check.refuse_damaged(found.db, self._copy)
            lines = self._save_current(found)
            lost = self._carry_log(found, lines)
            households = _households(found.db)
        finally:
            cipher.close(found.db)
        kept = self._name_to_keep()
        try:
            readable = self._keep_current(kept)
            self._set_aside(lost)
            self._put_in_place(found.slots, None if readable else kept)
        except BaseException:
            _forget(kept)
            raise
        return Restored(self._copy.at, households, kept if kept.exists() else None)

    # -- what is there now --------------------------------------------------------------------------

    def _save_current(self, found: copy_check.Opened) -> tuple[log.Entry, ...]:
        """A copy of the present file when it opens whole; the lines of its access log in any case."""
        if not self._database.is_file():
            return ()
        known = [*copy_check.unwrapped(self._present, self._secret), found.key]
        for key in dict.fromkeys(known):
            db = copy_check.opening(self._database, key)
            if db is None:
                continue
            try:
                self._back_up(db, key, found.slots)
                return log_carrying.readable(db)
            finally:
                cipher.close(db)
        return ()

    def _back_up(self, db: "Database", key: bytes, slots: tuple[keys.Slot, ...]) -> None:
        try:
            if cipher.faults(db):
                return
            with cipher.errors_for_people():
                if schema.version_of(db) > schema.VERSION:
                    raise FileNewer(_NEWER_HERE)
                schema.check_version(db)
                backup.make(db, key, self._present or slots, self._folder, self._now, self._blanked)
        except FileDamaged:  # it is kept as it is
            return

    def _name_to_keep(self) -> Path:
        stamp, number = self._now.strftime(_STAMP), 1
        place = self._place / KEPT
        while (kept := place / f"{stamp}-dossiers{'' if number == 1 else f'-{number}'}.db").exists():
            number += 1
        return kept

    def _keep_current(self, kept: Path) -> bool:
        """The present file with its slots and its way back, under a name that nothing thins.

        False when the disk can't read it any more: then it has to be moved there as it is.
        """
        if not self._database.is_file():
            return True
        kept.parent.mkdir(mode=0o700, exist_ok=True)
        _, slots, journal = _with_its_own(kept)
        if (self._folder / creation.SLOTS).is_file():
            exact_copy.make(self._folder / creation.SLOTS, slots)
        if self._journal.is_file():
            exact_copy.make(self._journal, journal)
        try:
            exact_copy.make(self._database, kept)
        except DiskFailed:
            return False
        return True

    # -- the access log -----------------------------------------------------------------------------

    def _carry_log(self, found: copy_check.Opened, lines: tuple[log.Entry, ...]) -> list[Backup]:
        """Lines from after the copy, and one about this. Returns the copies that are damaged and know of more lines.

        Those would else for ever say that the log was cut.
        """
        db = found.db
        db.execute("BEGIN IMMEDIATE")
        log_carrying.extend(db, lines)
        lost: list[Backup] = []
        hashes = log_carrying.hashes(db)
        for made in self._others():
            if log_carrying.agrees(hashes, made.log_state):
                continue
            of_copy = self._lines_of(made, found.key)
            if of_copy is not None:
                log_carrying.extend(db, of_copy)
                hashes = log_carrying.hashes(db)
            elif copy_check.wraps(copy_check.own_slots(made), found.key):  # so it is damaged
                lost.append(made)
        log.append(db, "herstellen", "werkmap", self._origin)
        db.execute("COMMIT")
        return [
            made for made in lost if made.path.parent == self._place and not log_carrying.agrees(hashes, made.log_state)
        ]

    def _others(self) -> list[Backup]:
        """Every copy of this workspace that is at hand, newest first."""
        found = list(backup.all_of(self._folder))
        beside = self._copy.path.parent.parent
        if beside.resolve() != self._folder.resolve():
            found += [made for made in backup.all_of(beside) if made.workspace == self._copy.workspace]
        return found

    def _lines_of(self, made: Backup, key: bytes) -> tuple[log.Entry, ...] | None:
        """None when it does not open with this key, or can't be read at all."""
        try:
            db = copy_check.opening(made.path, key)
        except UserError:
            return None
        if db is None:
            return None
        try:
            return log_carrying.readable(db) if not cipher.faults(db) else None
        except UserError:
            return None
        finally:
            cipher.close(db)

    def _set_aside(self, damaged: list[Backup]) -> None:
        for made in damaged:
            place = self._place / KEPT
            place.mkdir(mode=0o700, exist_ok=True)
            for path in (made.path, made.beside):  # the copy first: what has no copy does not count
                path.replace(place / path.name)

    # -- putting it there ---------------------------------------------------------------------------

    def _put_in_place(self, slots: tuple[keys.Slot, ...], moved: Path | None) -> None:
        """Slots for the file of before and for the copy, then the copy in one renaming, then its slots alone.

        `moved`: where a file goes that can't be read, so not copied either.
        """
        place = self._folder / creation.SLOTS
        both = _few_of_each((*slots, *self._present))
        if slots != self._present:
            keys.write(place, both)
            exact_copy.sync_folder(self._folder)
        self._journal.unlink(missing_ok=True)  # it would be played back into the copy
        if moved is not None:
            self._database.replace(moved)
        try:
            self._staged.replace(self._database)
        except OSError:
            if moved is not None:
                moved.replace(self._database)
            raise
        with contextlib.suppress(UserError, OSError):  # from here it is put back
            exact_copy.sync_folder(self._database.parent)
            if slots != both:
                keys.write(place, slots)
                exact_copy.sync_folder(self._folder)


def _with_its_own(kept: Path) -> tuple[Path, Path, Path]:
    """A kept file, the slots and the journal that lie with it."""
    slots = kept.with_name(kept.name.replace("-dossiers", "-sleutels")).with_suffix(".json")
    return kept, slots, kept.with_name(kept.name + "-journal")


def _forget(kept: Path) -> None:
    """After a restore that was refused: what it kept is still in its place."""
    for path in _with_its_own(kept):
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def slots_of_now(folder: Path) -> tuple[keys.Slot, ...]:
    """None of them when they are gone or damaged: then those of the copy are taken. Raises NoAccess."""
    try:
        return keys.read(folder / creation.SLOTS)
    except NoAccess:
        raise
    except UserError:
        return ()


def _few_of_each(slots: Iterable[keys.Slot]) -> tuple[keys.Slot, ...]:
    """As many as a slots file may hold, the first first: one restore after another may have been broken off."""
    counts: Counter[str] = Counter()
    found = []
    for slot in dict.fromkeys(slots):
        counts[slot.kind] += 1
        if counts[slot.kind] <= keys.MOST_OF_A_KIND:
            found.append(slot)
    return tuple(found)


def _households(db: "Database") -> int:
    return int(db.execute("SELECT count(*) FROM household").fetchone()[0])
