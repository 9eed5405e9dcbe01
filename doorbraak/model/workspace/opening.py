"""From a folder and a secret to an open workspace: a new one, or one that is there, after every opening check."""

import contextlib
import shutil
import stat
import time
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from doorbraak.model.errors import DiskFailed, DiskFull, FileDamaged, WorkspaceMissing, WrongPassphrase
from doorbraak.model.workspace import (
    DATABASE,
    attempts,
    backup,
    cipher,
    copy_check,
    creation,
    keys,
    lock,
    log,
    lost_slots,
    rights,
    schema,
    staging,
    unlocking,
)
from doorbraak.model.workspace import kind as kinds
from doorbraak.model.workspace.core_dumps import no_core_dumps
from doorbraak.model.workspace.drafts import Drafts
from doorbraak.model.workspace.kind import Kind
from doorbraak.model.workspace.open_file import OpenFile, storable
from doorbraak.model.workspace.open_keys import OpenKeys
from doorbraak.model.workspace.schema import Table
from doorbraak.model.workspace.tables import TABLES

OfKind = Mapping[Kind, tuple[Table, ...]]
"""The kinds of workspace that may be opened, with the tables of each: which it is, is known once the key is."""
_DRILL_LASTS = 3600  # seconds
_NOT_OPENED = "De werkmap is niet geopend. De wachtzin en de herstelcode gelden nog. Wat bewaard was, is er nog."
_NOT_MADE = "Er is geen werkmap gemaakt en niets veranderd."


@dataclass(frozen=True, slots=True)
class Opened:
    """The parts of an open workspace. `tables`: those of its kind. `log_broken` is the first line of the access log
    that was touched; `mended` what was put right, as sentences.
    """

    file: OpenFile
    keys: OpenKeys
    tables: tuple[Table, ...]
    log_broken: int | None = None
    mended: tuple[str, ...] = ()


@contextlib.contextmanager
def _said_of(not_done: str) -> Iterator[None]:
    """The same errors, where nobody had typed anything yet."""
    try:
        yield
    except DiskFull as error:
        raise DiskFull(f"De schijf is vol. {not_done} Maak ruimte vrij en probeer het opnieuw.") from error
    except DiskFailed as error:
        if error.sentence != cipher.DISK_ERROR:
            raise
        raise DiskFailed(f"De schijf gaf een fout. {not_done} Controleer de schijf en probeer het opnieuw.") from error


def create(
    folder: Path, passphrase: str, tables: tuple[Table, ...], *,
    title: str, example: bool, cost: keys.Cost | None, origin: log.Origin, kind: Kind = "households",
) -> tuple[Opened, str]:  # fmt: skip
    """A new workspace and its recovery code, which is kept nowhere.

    Raises WeakPassphrase, WorkspaceExists, FileInUse, NoAccess, DiskFull, DiskFailed; then nothing is left
    behind but an empty lock file.
    """
    no_core_dumps()
    with _said_of(_NOT_MADE):
        return _create(folder, passphrase, tables, title, example, cost, origin, kind)


def _create(
    folder: Path, passphrase: str, tables: tuple[Table, ...],
    title: str, example: bool, cost: keys.Cost | None, origin: log.Origin, kind: Kind,
) -> tuple[Opened, str]:  # fmt: skip
    held = creation.claim(folder, passphrase, title)
    try:
        title = unicodedata.normalize("NFC", storable(title)).strip()
        made = (*TABLES, *tables)
        key, slots, code = creation.write_files(
            folder, passphrase, made, title=title, example=example, cost=cost, origin=origin, kind=kind
        )
        file = OpenFile(folder, cipher.connect_to_write(folder / DATABASE, key), origin, held)
        return Opened(file, OpenKeys(file, key, slots, "passphrase"), tables), code
    except BaseException:
        held.release()
        raise


def open_(folder: Path, secret: str, tables: OfKind, origin: log.Origin) -> Opened:
    """A workspace of one of these kinds. Raises WorkspaceMissing, SlotsMissing, WrongPassphrase, OtherWorkspace,
    FileInUse, FileNewer, FileDamaged, NoAccess, DiskFull, DiskFailed. A refused workspace is not changed (a failed
    attempt is counted beside it, and the empty lock file may be new).
    """
    no_core_dumps()
    path = folder / DATABASE
    with _said_of(_NOT_OPENED):
        return _open(folder, path, secret, tables, origin)


def _open(folder: Path, path: Path, secret: str, tables: OfKind, origin: log.Origin) -> Opened:
    with cipher.errors_for_people():
        try:
            missing = not stat.S_ISREG(path.stat().st_mode)
        except (FileNotFoundError, NotADirectoryError):
            missing = True
        if missing:
            raise WorkspaceMissing(
                "In deze map staat geen werkmap van Doorbraak. Er is niets veranderd. "
                "Kies een andere map, of maak een nieuwe werkmap."
            )
    held = lock.take(path.resolve().parent)
    try:
        _clear(path.resolve())
        return _open_locked(folder, secret, tables, origin, held)
    except BaseException:
        held.release()
        raise


def _clear(path: Path) -> None:
    """Whole copies that a killed restore or drill left: an old secret may open these."""
    staging.clear(path)
    drills: list[Path] = []
    with contextlib.suppress(OSError):
        drills += (path.parent / backup.FOLDER).glob(f"{copy_check.PREFIX}*")
    for drill in drills:
        with contextlib.suppress(OSError):
            if drill.is_dir() and time.time() - drill.stat().st_mtime > _DRILL_LASTS:  # else one may be going on
                shutil.rmtree(drill, ignore_errors=True)


def _open_locked(folder: Path, secret: str, of_kind: OfKind, origin: log.Origin, held: lock.Lock) -> Opened:
    path = folder / DATABASE
    cipher.check_header(path)
    read = keys.read(folder / creation.SLOTS)
    try:
        found = unlocking.unlock(path, read, secret)
    except WrongPassphrase as error:
        attempts.count(folder)
        raise lost_slots.fitting(folder, read, secret) or error from None
    try:
        cipher.check_size(path)
        if cipher.faults(found.db):
            raise FileDamaged(cipher.DAMAGED)
        with cipher.errors_for_people():
            schema.check_version(found.db)
            tables = of_kind[kinds.check(found.db, of_kind)]
            _bring_to_version(found, folder, tables)
            schema.check_tables(found.db, (*TABLES, *tables))
            file = OpenFile(folder, found.db, origin, held)
            broken = file.log_broken_at()
            _log_opening(file, broken)
            Drafts(file, tables).drop_lost()
            unlocking.settle(folder / creation.SLOTS, read, found.slots)
    except BaseException:
        cipher.close(found.db)
        raise
    opened = OpenKeys(file, found.key, found.slots, found.used.kind)
    return Opened(file, opened, tables, broken, rights.mended(folder))


def _bring_to_version(found: unlocking.Unlocked, folder: Path, tables: tuple[Table, ...]) -> None:
    """With a copy first."""
    if schema.version_of(found.db) < schema.VERSION:
        backup.make(found.db, found.key, found.slots, folder, datetime.now(), schema.blanked(tables))
        schema.migrate(found.db, (*TABLES, *tables))


def _log_opening(file: OpenFile, broken: int | None) -> None:
    known = {str(at) for (at,) in file.rows("SELECT at FROM access_log WHERE result = 'mislukt'")}
    with file.transaction():
        for at in attempts.read(file.folder):
            if at not in known:  # else its file could not be removed then
                file.log("openen", "werkmap", "mislukt", at=at)
        file.log("openen", "werkmap")
        if broken is not None:
            file.log("controleren", "werkmap", "mislukt")
    with contextlib.suppress(OSError):
        attempts.forget(file.folder)
