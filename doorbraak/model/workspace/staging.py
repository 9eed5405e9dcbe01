"""The copy that is on its way to the place of the workspace: where it is made, and what a kill left of it."""

import contextlib
import os
from pathlib import Path

from doorbraak.model.workspace import DATABASE, exact_copy, journals

STAGED = DATABASE + ".terug"


def clear(database: Path) -> None:
    """Whole copies: an old secret may open these. What can't be removed keeps none of the others."""
    for left in _left(database):
        with contextlib.suppress(OSError):
            left.unlink(missing_ok=True)


def _left(database: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return list(database.parent.glob(STAGED + "*"))
    return []


def free(database: Path) -> Path:
    """A name where nothing lies, nor in its way: a folder that somebody made there stays."""
    number, path = 1, database.with_name(STAGED)
    while any(map(os.path.lexists, (path, path.with_name(path.name + exact_copy.UNFINISHED), *journals.of(path)))):
        number += 1
        path = database.with_name(f"{STAGED}-{number}")
    return path
