"""The files of a new workspace: whole or not at all, and never over what another one left."""

import os
import secrets
from pathlib import Path

from doorbraak.model.errors import WorkspaceExists
from doorbraak.model.workspace import DATABASE, cipher, keys, lock, log, schema, strength
from doorbraak.model.workspace import kind as kinds
from doorbraak.model.workspace.kind import Kind

SLOTS = "sleutels.json"
UNFINISHED = DATABASE + ".nieuw"


def claim(folder: Path, passphrase: str, title: str = "") -> lock.Lock:
    """The folder, made when absent, for this creation alone; hold the lock as long as the workspace is open.

    Raises WeakPassphrase, WorkspaceExists, FileInUse, NoAccess, DiskFull, DiskFailed.
    """
    strength.check(passphrase, title)
    _refuse_taken(folder)  # before anything is written there
    with cipher.errors_for_people():
        folder.mkdir(parents=True, exist_ok=True)
    return lock.take(folder)


def write_files(
    folder: Path, passphrase: str, tables: tuple[schema.Table, ...], *,
    title: str, example: bool, cost: keys.Cost | None, origin: log.Origin, kind: Kind = "households",
) -> tuple[bytes, tuple[keys.Slot, ...], str]:  # fmt: skip
    """Database and key slots, in a folder that is locked; returns the database key, the slots and the recovery code.

    Raises WorkspaceExists, NoAccess, DiskFull, DiskFailed; then nothing is left behind but the empty lock file.
    """
    _refuse_taken(folder)  # again: another creation may have been first
    key, code = keys.new_database_key(), keys.new_recovery_code()
    cost = cost or keys.Cost()
    slots = (keys.wrap("passphrase", passphrase, key, cost), keys.wrap("recovery", code, key, cost))
    fresh = folder / UNFINISHED
    with cipher.errors_for_people():
        ours = {path.name for path in folder.iterdir()} <= {lock.FILE}
        _remove(fresh)
        os.close(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    try:
        if ours:  # a folder that held other things keeps its rights
            with cipher.errors_for_people():
                folder.chmod(0o700)
        db = cipher.connect(fresh, key)
        try:
            with cipher.errors_for_people():
                schema.migrate(db, tables)
                settings = "INSERT INTO setting(name, value) VALUES('title', ?), ('example', ?), ('identity', ?)"
                db.execute(settings, [title, "1" if example else "", secrets.token_hex(16)])
                db.execute("INSERT INTO setting(name, value) VALUES(?, ?)", [kinds.SETTING, kind])
                log.append(db, "aanmaken", "werkmap", origin)
        finally:
            cipher.close(db)
        keys.write(folder / SLOTS, slots)
        with cipher.errors_for_people():
            fresh.replace(folder / DATABASE)
    except BaseException:
        (folder / SLOTS).unlink(missing_ok=True)
        _remove(fresh)  # last: slots without it count as those of another workspace
        raise
    return key, slots, code


def _remove(database: Path) -> None:
    """A database of which the creation was broken off, with its journal."""
    for path in (database.with_name(database.name + "-journal"), database):
        path.unlink(missing_ok=True)


def _refuse_taken(folder: Path) -> None:
    """Raises WorkspaceExists for a folder with a workspace, or with what is left of one.

    Slots may be the only key to a database that was moved away, and the driver would play an old journal
    back into a new file. A broken-off creation left its unfinished database: that one may be repeated.
    """

    def there(name: str) -> bool:
        with cipher.errors_for_people():
            try:
                (folder / name).lstat()
            except (FileNotFoundError, NotADirectoryError):
                return False
            return True

    if there(DATABASE):
        raise WorkspaceExists(
            "In deze map staat al een werkmap. Er is niets veranderd. Open die werkmap, of kies een lege map."
        )
    if there(DATABASE + "-journal") or (there(SLOTS) and not there(UNFINISHED)):
        raise WorkspaceExists(
            "In deze map staan resten van een andere werkmap, zonder het dossierbestand. "
            "Er is niets veranderd. Zet dat bestand terug, of kies een lege map."
        )
