"""A copy put back in the place of the workspace: whole or not at all, and what was there is kept."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from doorbraak.model.errors import (
    DiskFailed,
    DiskFull,
    FileDamaged,
    FileNewer,
    InputError,
    InTheWay,
    NoAccess,
    UserError,
    WrongPassphrase,
)
from doorbraak.model.workspace import (
    DATABASE,
    attempts,
    backup,
    cipher,
    contents,
    copy_check,
    creation,
    exact_copy,
    journals,
    kept,
    key_of_now,
    keys,
    kind,
    lock,
    log,
    own_folder,
    present,
    schema,
    staging,
)
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.coming_along import ComingAlong
from doorbraak.model.workspace.core_dumps import no_core_dumps
from doorbraak.model.workspace.moving_aside import MOST_SLOTS, MOST_UNKNOWN, Moving
from doorbraak.model.workspace.present import Present

if TYPE_CHECKING:
    from sqlite_utils import Database

_SAFE = "Er is niets teruggezet; de werkmap is zoals zij was."
_OTHER = (
    "Deze kopie is van een andere werkmap. Er is niets teruggezet en niets veranderd. Wil je die andere werkmap? "
    "Zet de map backups dan in een lege map, en zet de kopie daar terug."
)
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
        return contents.households(self.backup.counts)

    @property
    def contents(self) -> str:
        """In words; empty when the copy does not tell."""
        return contents.words(self.backup.counts)


Opens = Literal["same", "now", "then"]


@dataclass(frozen=True, slots=True)
class Restored:
    """`at` is the moment of the copy; `kept` is where the file of before lies now, None when there was none.

    `opens`: what opens the workspace is what opened both ("same"), what opened the workspace before ("now"), or what
    opened the copy ("then"). `lines_lost`: the access log of after the copy could not come along. `aside`: how many
    copies that know of those lines were put aside. `contents`: how much is in it, in words. `erased`: how much was in
    the copy that was erased since, and did not come back. `taken_since`: dossiers that were taken in after the copy.
    """

    at: datetime
    households: int
    kept: Path | None
    opens: Opens = "same"
    lines_lost: bool = False
    aside: int = 0
    contents: str = ""
    erased: int = 0
    taken_since: int = 0


def restorable(folder: Path, second: Path | None = None, identity: str = "") -> tuple[Restorable, ...]:
    """Newest first; needs no secret. What can't be read is left out, and so is what is of another workspace.

    `identity`: of the workspace that is open. Of a closed one nobody knows it before a copy is put back.
    """
    here = backup.of_workspace(folder, identity) if identity else backup.all_of(folder)
    ours = {made.workspace for made in here} | ({identity} if identity else set())
    there = backup.all_of(second) if second is not None else ()
    found = [Restorable(made, False) for made in here]
    found += [Restorable(made, True) for made in there if not ours or made.workspace in ours]
    return tuple(sorted(found, key=_age, reverse=True))


def _age(one: Restorable) -> tuple[int, datetime, str, bool]:
    return one.backup.log_state[0], one.backup.at, one.backup.path.name, not one.elsewhere


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
    present_secret: str | None = None,
    origin: log.Origin = "venster",
    tables: Iterable[schema.Table] = (),
) -> Restored:
    """Put the copy in the place of the workspace, which has to be closed.

    What is there is kept, and when it opens also copied as always; `tables` say what such a copy leaves out. Lines
    of the access log from after the copy stay. `present_secret` opens the workspace of now where `secret` does not
    (`key_of_now.is_asked`): then its key and slots stay. None when it is lost: then those of the copy hold, and the
    log tells that lines are missing. Raises WrongPassphrase, FileInUse, FileDamaged (the copy), FileNewer, DiskFull,
    DiskFailed, NoAccess; then the workspace is as it was.
    """
    no_core_dumps()
    with _said_of_restoring(), cipher.errors_for_people():
        database = (folder / DATABASE).resolve()
        database.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = lock.take(database.parent)
        try:
            blanked = [statement for table in tables for statement in table.blanked]
            return _Restoring(folder, database, copy, secret, present_secret, origin, blanked).run()
        except WrongPassphrase:
            attempts.count(folder)
            raise
        finally:
            staging.clear(database)
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
    except InTheWay:  # it says itself what to do
        raise
    except NoAccess as error:
        raise NoAccess(
            f"Het programma mag de kopie niet lezen, of niet schrijven in de werkmap. {_SAFE} "
            "Vraag rechten op deze mappen en probeer het opnieuw."
        ) from error
    except DiskFailed as error:
        if error.sentence == key_of_now.NOT_GIVEN:
            raise
        raise DiskFailed(f"De schijf gaf een fout. {_SAFE} Controleer de schijf, of kies een andere kopie.") from error


class _Restoring:
    """The steps of one restore, under the lock of the workspace. The last that can refuse is the renaming."""

    def __init__(
        self, folder: Path, database: Path, copy: Backup, secret: str, present_secret: str | None,
        origin: log.Origin, blanked: list[str],
    ) -> None:  # fmt: skip
        self._folder = folder
        self._database = database
        self._copy = copy
        self._secret = secret
        self._present_secret = present_secret
        self._origin: log.Origin = origin
        self._blanked = blanked
        self._moment = datetime.now()
        self._present = key_of_now.slots(folder)
        staging.clear(database)
        self._staged = staging.free(database)

    def run(self) -> Restored:
        own_folder.make(self._folder / backup.FOLDER, backup.FOLDER)
        exact_copy.make(self._copy.path, self._staged)
        found = copy_check.opened(self._staged, self._copy, self._secret, self._present)
        try:
            copy_check.refuse_damaged(found.db, self._copy)
            now = self._key_of_now()
            was = self._save_current(found, now)
            came = ComingAlong(
                self._folder, self._database, self._copy, self._present, self._origin, found, was, now
            ).carry()
            households, much = _households(found.db), contents.words(backup.row_counts(found.db))
        finally:
            cipher.close(found.db)
        if now is not None:
            key_of_now.give(self._staged, found.key, now)
        slots = found.slots if now is None else now.slots
        then: Opens = "same" if slots == self._present or not self._present else "then"
        path = kept.name_for(self._folder, self._moment)
        moving = Moving()
        try:
            self._keep_current(path, moving, opened=was is not None)
            kept.set_aside(self._folder, came.aside)
            self._put_in_place(slots, moving)
        except BaseException:
            kept.take_back(self._folder, came.aside)
            if moving.take_back():
                kept.forget(path)
            raise
        was_there = path if path.exists() else moving.went(self._database)
        return Restored(
            self._copy.at,
            households,
            was_there,
            "now" if now else then,
            came.lines_lost,
            len(came.aside),
            much,
            came.erased,
            came.taken_since,
        )

    # -- what is there now --------------------------------------------------------------------------

    def _key_of_now(self) -> key_of_now.Now | None:
        """None when nobody knows it, or nothing is left to know."""
        if self._present_secret is None or not self._present:
            return None
        return key_of_now.proven(self._present, self._present_secret, self._database)

    def _save_current(self, found: copy_check.Opened, now: key_of_now.Now | None) -> Present | None:
        """A copy of the present file when it opens whole; what is in it that has to come along in any case.

        None when there is no file, or nothing that was typed opens it.
        """
        if not self._database.is_file():
            return None
        known = [*copy_check.unwrapped(self._present, self._secret), found.key]
        for key in dict.fromkeys([now.key] if now is not None else known):
            db = copy_check.opening(self._database, key)
            if db is None:
                continue
            try:
                self._refuse_other(db)
                self._back_up(db, key, found.slots)
                return present.read(db)
            finally:
                cipher.close(db)
        return None

    def _refuse_other(self, db: "Database") -> None:
        """A copy of another workspace can lie beside ours; of a file that is damaged nobody knows."""
        identity = ""
        with contextlib.suppress(FileDamaged), cipher.errors_for_people():
            identity = backup.identity_of(db)
        if identity and self._copy.workspace and identity != self._copy.workspace:
            raise InputError(_OTHER, "copy")

    def _back_up(self, db: "Database", key: bytes, slots: tuple[keys.Slot, ...]) -> None:
        try:
            if cipher.faults(db):
                return
            with cipher.errors_for_people():
                if schema.version_of(db) > schema.VERSION:
                    raise FileNewer(_NEWER_HERE)
                schema.check_version(db)
                blanked = self._blanked if kind.of(db) == "households" else ()
                backup.make(db, key, self._present or slots, self._folder, self._moment, blanked)
        except FileDamaged:  # it is kept as it is
            return

    def _keep_current(self, path: Path, moving: Moving, *, opened: bool) -> None:
        """The present file with its slots and its way back, under a name that nothing thins.

        What can't be read, or is too large to be ours, is moved there as it is, and what is no file as well.
        """
        _, slots, *written = kept.with_its_own(path)
        if self._database.is_file() or not self._present:  # slots alone stay where they are
            moving.keep(self._folder / creation.SLOTS, slots, most=MOST_SLOTS)
        for journal, target in zip(journals.of(self._database), written, strict=True):
            moving.keep(journal, target, most=None if opened else MOST_UNKNOWN)
        moving.keep(self._database, path, most=None if opened else MOST_UNKNOWN, unreadable=True)

    # -- putting it there ---------------------------------------------------------------------------

    def _put_in_place(self, slots: tuple[keys.Slot, ...], moving: Moving) -> None:
        """Slots for the file of before and for the copy, then the copy in one renaming, then its slots alone."""
        place = self._folder / creation.SLOTS
        moving.run()
        both = _few_of_each((*slots, *self._present))
        if slots != self._present or moving.went(place) is not None:
            keys.write(place, both)
            exact_copy.sync_folder(self._folder)
        for journal in journals.of(self._database):
            journal.unlink(missing_ok=True)  # it would be played back into the copy
        self._staged.replace(self._database)
        with contextlib.suppress(UserError, OSError):  # from here it is put back
            exact_copy.sync_folder(self._database.parent)
            if slots != both:
                keys.write(place, slots)
                exact_copy.sync_folder(self._folder)


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
    """None at all in a coordinator's."""
    if kind.of(db) != "households":
        return 0
    return int(db.execute("SELECT count(*) FROM household").fetchone()[0])
