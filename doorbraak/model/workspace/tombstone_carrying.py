"""What was erased does not come back with a copy: as far as the file of before and the copies at hand know it."""

import contextlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import DiskFailed, UserError
from doorbraak.model.workspace import backup, cipher, copy_check, drafts, kept, tombstones
from doorbraak.model.workspace.backup import Backup
from doorbraak.model.workspace.tombstones import Place, Tombstone

if TYPE_CHECKING:
    from sqlite_utils import Database


def readable(db: "Database") -> tuple[Tombstone, ...]:
    """None of a file that is damaged there."""
    with contextlib.suppress(UserError), cipher.errors_for_people():
        return tombstones.all_of(db)
    return ()


def of_copies(copies: Iterable[Backup], known: Sequence[bytes]) -> tuple[Tombstone, ...]:
    """Of those that tell beside them that they know of any; as far as these keys open them."""
    knowing = (made for made in copies if made.counts.get(tombstones.TABLE.name))
    return tuple(one for made in knowing for one in _of_copy(made, known))


def _of_copy(made: Backup, known: Sequence[bytes]) -> Iterator[Tombstone]:
    for key in known:
        with contextlib.suppress(UserError, OSError):
            db = copy_check.opening(made.path, key)
            if db is not None:
                try:
                    yield from readable(db)
                finally:
                    cipher.close(db)
                return


def place_of(copy: Backup, folder: Path) -> Place:
    """The folder where a copy lies: what it brought back has to be gone there too."""
    where = copy.path.parent.resolve()
    if where == (folder / backup.FOLDER).resolve():
        return Place("backups")
    return Place("kept") if where == kept.place(folder).resolve() else Place("second", str(where.parent))


def obeyed(
    db: "Database", present: Iterable[Tombstone], others: Iterable[Tombstone], came_from: Place
) -> int:  # fmt: skip
    """How much the staged copy still held of what was erased; it is out of it now. Raises DiskFailed."""
    db.execute("BEGIN IMMEDIATE")  # what is left of one that failed goes with the staged file
    tombstones.carry(db, present, others)
    taken = tombstones.obey(db, came_from)
    if taken:
        drafts.erase_lost(db, cipher.tables(db))
    db.execute("COMMIT")
    if taken and not cipher.rewrite(db):
        raise DiskFailed(cipher.DISK_ERROR)
    return taken
