"""The same bytes at another place, whole or not at all, and read back before they count."""

import contextlib
import errno
import hashlib
import os
import stat
import sys
from pathlib import Path

from doorbraak.model.errors import DiskFailed
from doorbraak.model.workspace import cipher

UNFINISHED = ".nieuw"
_PIECE = 1 << 20
_NOT_A_FILE = "Deze kopie is geen gewoon bestand. Er is niets veranderd. Kies een andere kopie."


def make(source: Path, target: Path) -> None:
    """Never of a file that is open: to read that one would end its lock. Raises DiskFull, DiskFailed, NoAccess."""
    beside = target.with_name(target.name + UNFINISHED)
    with cipher.errors_for_people():
        if not stat.S_ISREG(source.stat().st_mode):  # a pipe or a device would never end
            raise DiskFailed(_NOT_A_FILE)
        beside.unlink(missing_ok=True)
        try:
            written = _written(source, beside)
            if _hash(beside) != written:
                raise DiskFailed(cipher.DISK_ERROR)
            beside.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)
            raise
        sync_folder(target.parent)


def _written(source: Path, target: Path) -> str:
    """The hash of what was read and written."""
    digest = hashlib.sha256()
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with source.open("rb") as read, os.fdopen(os.open(target, flags, 0o600), "wb") as write:
        while piece := read.read(_PIECE):
            digest.update(piece)
            write.write(piece)
        write.flush()
        os.fsync(write.fileno())
    return digest.hexdigest()


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_folder(folder: Path) -> None:
    """A new name outlives a power cut. A system or disk that can't do this is left alone. Raises OSError."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EBADF):
            raise
    finally:
        os.close(handle)
