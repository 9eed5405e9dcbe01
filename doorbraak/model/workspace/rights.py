"""Files that others on this laptop may read, as after copying them from a stick: theirs alone to who opens them."""

import contextlib
import os
import stat
from pathlib import Path

from doorbraak.model.workspace import DATABASE, backup
from doorbraak.model.workspace.creation import SLOTS

_OTHERS = stat.S_IRWXG | stat.S_IRWXO


def mended(folder: Path) -> tuple[str, ...]:
    """A sentence when any was; none where that can't be, as on a stick without rights.

    The folder itself may hold other things, and keeps its rights.
    """
    if os.name != "posix":  # elsewhere the folder of the account sees to it
        return ()
    copies = folder / backup.FOLDER
    names = [path.name for path in (folder / DATABASE, folder / SLOTS, copies) if _closed_to_others(path)]
    if not names:
        return ()
    return (f"Ook anderen op deze computer mochten lezen wat hier staat: {', '.join(names)}. Dat is hersteld.",)


def _closed_to_others(path: Path) -> bool:
    with contextlib.suppress(OSError):
        mode = stat.S_IMODE(path.stat().st_mode)
        if mode & _OTHERS:
            path.chmod(mode & ~_OTHERS)
            return not stat.S_IMODE(path.stat().st_mode) & _OTHERS
    return False
