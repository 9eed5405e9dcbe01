"""One program at a time: a lock on a small file of its own in the folder.

SQLite's own lock on POSIX ends as soon as anything in the same process opens and closes the database; a
file dialog that guesses an icon does so. This lock belongs to the open file, so that only closing that
ends it. That the file is there means nothing, only its lock does: it stays behind, empty. It is never
removed, since another program may just have opened it to lock it.
"""

import errno
import os
import sys
from dataclasses import dataclass
from io import FileIO
from pathlib import Path

from doorbraak.model.errors import FileInUse, NoAccess
from doorbraak.model.workspace import cipher, own_folder

FILE = "werkmap.slot"
CAN_NOT_LOCK = (
    "Op deze schijf kan het programma een tweede programma niet tegenhouden. De werkmap is niet geopend en "
    "niet veranderd. Zet de werkmap op een andere schijf en open haar daar."
)
_TAKEN = (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES, errno.EDEADLK)


@dataclass(frozen=True, slots=True)
class Lock:
    """Held from `take` to `release`."""

    path: Path
    file: FileIO

    def release(self) -> None:
        self.file.close()

    def stands(self) -> bool:
        """Whether the locked file is still the one that another program would try. Raises OSError."""
        try:
            return os.path.samestat(self.path.stat(), os.fstat(self.file.fileno()))
        except FileNotFoundError:
            return False


def take(folder: Path) -> Lock:
    """Lock the folder, reached by whichever link, for this open file alone, also within this process.

    Raises FileInUse, NoAccess, InTheWay, DiskFull, DiskFailed.
    """
    with cipher.errors_for_people():
        path = folder.resolve() / FILE
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        try:
            file = FileIO(os.open(path, flags, 0o600), "r+")
        except OSError:
            if path.is_dir() or path.is_symlink():
                raise own_folder.in_the_way(FILE) from None
            raise
    try:
        _lock(file)
    except OSError as error:
        file.close()
        if error.errno in _TAKEN:
            raise FileInUse(cipher.IN_USE) from error
        raise NoAccess(CAN_NOT_LOCK) from error
    return Lock(path, file)


if sys.platform == "win32":

    def _lock(file: FileIO) -> None:
        import msvcrt

        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: FileIO) -> None:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
