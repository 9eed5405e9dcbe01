"""Whether another program wrote over the file while it was open here: its first bytes and its size tell.

SQLite reads pages that it knows once, so that it would find out at the next opening only.
"""

import contextlib
import os
from pathlib import Path

from doorbraak.model.workspace import cipher

_FIRST = 16  # bytes: drawn when the file was made, and its own

SAVED = (
    "Een ander programma heeft het dossierbestand overschreven terwijl het open was. Alles tot nu toe staat in een "
    "nieuwe kopie, en die is nagekeken. Sluit de werkmap en zet die kopie terug."
)
NOT_SAVED = (
    "Een ander programma heeft het dossierbestand overschreven terwijl het open was. De kopieën in de map backups zijn "
    "niet veranderd. Wat na de laatste kopie is getypt, is misschien weg. Sluit de werkmap en zet die kopie terug."
)


_WHILE_OPEN = "Sluit de werkmap en zet die kopie terug."
_CLOSED = "Typ de wachtzin; daarna kun je die kopie terugzetten."


def said_once_closed(sentence: str) -> str:
    """The same sentence for who locked or left: what to do is another thing then. Any other stays as it is."""
    return sentence.replace(_WHILE_OPEN, _CLOSED) if sentence in (SAVED, NOT_SAVED) else sentence


class WatchedFile:
    """A handle of its own, held until the file is closed: on POSIX to close one sooner ends SQLite's lock."""

    def __init__(self, path: Path) -> None:
        self._handle = -1
        with contextlib.suppress(OSError):  # then it is not watched, and can be worked in all the same
            self._handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0))
        self.learn()

    def learn(self) -> None:
        """What it begins with now, after another key came. Of what can't be read nothing is known, nor said."""
        self._begin = b""
        with contextlib.suppress(OSError):
            self._begin = self._read()

    def begins_otherwise(self) -> bool:
        with contextlib.suppress(OSError):
            return bool(self._begin) and self._read() != self._begin
        return False

    def is_cut(self, pages: int) -> bool:
        """`pages`: how many SQLite knows of."""
        with contextlib.suppress(OSError):
            return os.fstat(self._handle).st_size < pages * cipher.PAGE
        return False

    def _read(self) -> bytes:
        os.lseek(self._handle, 0, os.SEEK_SET)
        return os.read(self._handle, _FIRST)

    def close(self) -> None:
        """After the connection."""
        with contextlib.suppress(OSError):
            os.close(self._handle)
