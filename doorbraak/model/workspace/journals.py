"""What SQLite keeps beside a database while it writes. It waits for ever for a pipe that has such a name."""

import os
from pathlib import Path

from doorbraak.model.errors import FileDamaged

_JUNK = (
    "Op de plek van {} ligt iets anders, en dat houdt het dossierbestand dicht. Het dossierbestand is niet veranderd. "
    "Zet het weg, of zet een kopie terug: dan gaat het naar de map backups/bewaard."
)


def of(database: Path) -> tuple[Path, ...]:
    return tuple(database.with_name(database.name + ending) for ending in ("-journal", "-wal"))


def refuse_junk(database: Path) -> None:
    """Raises FileDamaged for what is there under such a name and is no file: a pipe, a folder; OSError."""
    for path in of(database.resolve()):  # a link is followed by SQLite too
        if os.path.lexists(path) and not path.is_file():
            raise FileDamaged(_JUNK.format(path.name))
