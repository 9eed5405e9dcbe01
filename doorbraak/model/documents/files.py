"""Documents onto disk: all of them whole, or none; readable by the owner only."""

import contextlib
import errno
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from doorbraak.model.errors import DiskFailed, DiskFull, NoAccess, UserError

NO_ROOM = (
    "De schijf is vol. De documenten zijn niet gemaakt, uw dossier is veilig. "
    "Maak ruimte vrij, of kies een map op een andere schijf."
)
NO_RIGHTS = (
    "Het programma mag in deze map niet schrijven. De documenten zijn niet gemaakt, uw dossier is veilig. "
    "Kies een andere map."
)
NO_FOLDER = (
    "Op deze plek kan geen map staan: er staat een bestand met die naam. De documenten zijn niet gemaakt. "
    "Kies een andere map."
)
FAILED = (
    "De schijf gaf een fout. De documenten zijn niet gemaakt, uw dossier is veilig. "
    "Controleer de schijf, of kies een andere map."
)
_KINDS: dict[int, tuple[type[UserError], str]] = {
    errno.ENOSPC: (DiskFull, NO_ROOM),
    errno.EDQUOT: (DiskFull, NO_ROOM),
    errno.EFBIG: (DiskFull, NO_ROOM),
    errno.EACCES: (NoAccess, NO_RIGHTS),
    errno.EPERM: (NoAccess, NO_RIGHTS),
    errno.EROFS: (NoAccess, NO_RIGHTS),
    errno.EEXIST: (NoAccess, NO_FOLDER),
    errno.ENOTDIR: (NoAccess, NO_FOLDER),
    errno.EISDIR: (NoAccess, NO_FOLDER),
}


def write_all(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write each name into `folder` (made when missing), over older ones. Returns the paths in order.

    Everything is first written beside its place and only then renamed, so that a full disk leaves the
    older documents as they were. Raises DiskFull, NoAccess or DiskFailed.
    """
    fresh: list[tuple[Path, Path]] = []
    with _errors_for_people():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, content in contents.items():
                beside = folder / f".{name}.nieuw"
                beside.unlink(missing_ok=True)
                fresh.append((beside, folder / name))
                _write(beside, content)
            for beside, place in fresh:
                beside.replace(place)
        finally:
            for beside, _ in fresh:
                with contextlib.suppress(OSError):
                    beside.unlink(missing_ok=True)
    return tuple(place for _, place in fresh)


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb"
    ) as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


@contextlib.contextmanager
def _errors_for_people() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        kind, sentence = _KINDS.get(error.errno or 0, (DiskFailed, FAILED))
        raise kind(sentence) from None
