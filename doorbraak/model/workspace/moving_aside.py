"""What lies in the place of a workspace while a copy is put there: copied when it is ours, else moved as it is.

In that place may lie a folder, or a file of another program that is as large as the disk.
"""

import os
from pathlib import Path

from doorbraak.model.errors import DiskFailed
from doorbraak.model.workspace import exact_copy, own_folder

MOST_SLOTS = 100_000  # bytes: no slots of ours are as large
MOST_UNKNOWN = 100_000_000  # of a file that nothing opened: more would fill the disk for what may be nobody's


class Moving:
    """What has to be moved out of the way, once nothing else can refuse any more; and the way back."""

    def __init__(self) -> None:
        self._waiting: list[tuple[Path, Path]] = []
        self._moved: list[tuple[Path, Path]] = []

    def keep(self, path: Path, target: Path, most: int | None, *, unreadable: bool = False) -> None:
        """Copied to `target` now, or to be moved there. Raises DiskFull, NoAccess, InTheWay, DiskFailed; not the last
        where what is `unreadable` may be moved too.
        """
        if not os.path.lexists(path):
            return
        own_folder.make(target.parent, f"{target.parent.parent.name}/{target.parent.name}")
        if not path.is_file():  # a folder, a pipe, a link to nothing
            self._waiting.append((path, self._unknown(target)))
        elif most is not None and path.stat().st_size > most:
            self._waiting.append((path, target))
        else:
            try:
                exact_copy.make(path, target)
            except DiskFailed:
                if not unreadable:
                    raise
                self._waiting.append((path, target))

    def _unknown(self, target: Path) -> Path:
        """No name that passes for one of our files; not that of other junk either."""
        number, taken = 1, {there for _, there in self._waiting}
        path = target.with_name(f"{target.stem}-onbekend")
        while path in taken or os.path.lexists(path):
            number += 1
            path = target.with_name(f"{target.stem}-onbekend-{number}")
        return path

    def run(self) -> None:
        """Raises OSError."""
        for path, target in self._waiting:
            path.rename(target)
            self._moved.append((path, target))

    def went(self, path: Path) -> Path | None:
        """Where it was moved to."""
        return dict(self._moved).get(path)

    def take_back(self) -> bool:
        """After a restore that was refused. False when something is still where it was moved to."""
        for path, target in reversed(self._moved):
            try:
                path.unlink(missing_ok=True)  # new slots, where those of before lay
                target.rename(path)
            except OSError:
                return False
        return True
