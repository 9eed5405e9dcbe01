"""Reading a small file that may have been put there by anyone.

A name can stand for a pipe that never ends, a device without end or a file of gigabytes: a plain read of
it would hang the program or fill the memory.
"""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from doorbraak.model.errors import DiskFailed, InputError, NoAccess, NotFound

MISSING = "Dit bestand is er niet. Er is niets veranderd. Kijk of de naam en de map kloppen."
NO_RIGHTS = "Het programma mag dit bestand niet lezen. Er is niets veranderd. Vraag rechten op het bestand."
NOT_A_FILE = "Dit is geen gewoon bestand. Er is niets gelezen en niets veranderd. Kies een ander bestand."
UNREADABLE = (
    "De schijf gaf een fout bij het lezen van dit bestand. Er is niets veranderd. "
    "Controleer de schijf en probeer het opnieuw."
)
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_CLOEXEC", "O_NOCTTY", "O_BINARY", "O_NOINHERIT"):  # each system has some of these
    _FLAGS |= getattr(os, _name, 0)


def read(path: Path, most: int) -> bytes:
    """The content of a regular file of at most `most` bytes; links are followed.

    Never waits: a pipe, a device or a folder is refused. Raises NotFound, NoAccess, DiskFailed, and
    InputError for what is no regular file or is too large.
    """
    with _errors_for_people():
        _refuse_other_than_file(path.stat().st_mode)  # before opening: to open a device may do something
        handle = os.open(path, _FLAGS)
        with os.fdopen(handle, "rb") as file:
            _refuse_other_than_file(os.fstat(handle).st_mode)  # it may be another one by now
            content = file.read(most + 1)
    if len(content) > most:
        raise InputError(
            f"Dit bestand is te groot: er passen {_size(most)} in. Er is niets veranderd. Kies een ander bestand."
        )
    return content


def _refuse_other_than_file(mode: int) -> None:
    if not stat.S_ISREG(mode):
        raise InputError(NOT_A_FILE)


def _size(most: int) -> str:
    for unit, size in (("MB", 1_000_000), ("kB", 1000)):
        if most >= size:
            return f"{most // size} {unit}"
    return f"{most} bytes"


@contextmanager
def _errors_for_people() -> Iterator[None]:
    try:
        yield
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotFound(MISSING) from error
    except PermissionError as error:
        raise NoAccess(NO_RIGHTS) from error
    except OSError as error:
        raise DiskFailed(UNREADABLE) from error
    except ValueError as error:  # a name that no system takes
        raise NotFound(MISSING) from error
