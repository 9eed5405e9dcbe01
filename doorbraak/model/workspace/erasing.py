"""Erasing goes on until it is done: first the row in one transaction, then whatever still remembers it.

What was committed is written down as to be finished, so that a program that was killed goes on at the next start.
"""

from typing import TYPE_CHECKING

from doorbraak.model.errors import DiskFailed, UserError
from doorbraak.model.workspace import DATABASE, cipher, erased_copies, log, tombstones
from doorbraak.model.workspace.tombstones import Place

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

    from doorbraak.model.workspace.store import Store

_NOT_REWRITTEN = (
    "Het dossierbestand is niet opnieuw geschreven: de schijf is vol of gaf een fout. De dossiers zijn heel. "
    "Maak ruimte vrij. Het programma probeert het opnieuw als je de werkmap weer opent."
)


def finish(store: "Store") -> UserError | None:
    """The file written anew, then a copy of it, then the copies from before: here, and in a second place that was away
    and may be there now. What could not be done is tried again at
    the next start, and at the next copy; it never stands in the way. Raises UserError when the file is closed by it.
    """
    try:
        with cipher.errors_for_people():
            waiting = {place.place for place in tombstones.pending(store.file.db)}
        if "file" in waiting:
            store.rewrite()
            with store.file.transaction():
                tombstones.mark(store.file.db, Place("file", done_at=log.now()))
        if waiting & {"file", "backups", "kept"}:
            store.backup()
        elif waiting:
            erased_copies.settle(store.file, store.keys.key)
    except UserError as error:
        if store.closed:  # the file could not be opened again
            raise
        return error
    return None


def rewritten(db: "Database", folder: "Path", key: bytes) -> tuple["Database", bool]:
    """Every page anew, without the room that was freed; then closed, since the journal keeps pages of before until
    then, and opened again. Whether it was rewritten. Raises UserError when it can't be opened.
    """
    done = False
    try:
        done = cipher.rewrite(db)
    finally:
        cipher.close(db)
    return cipher.connect_to_write(folder / DATABASE, key), done


def refused() -> DiskFailed:
    return DiskFailed(_NOT_REWRITTEN)
