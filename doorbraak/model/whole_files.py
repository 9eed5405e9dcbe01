"""Files that leave the workspace, onto disk: all of them whole, or none; readable by the owner only."""

import contextlib
import errno
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from doorbraak.model.errors import DiskFailed, DiskFull, InputError, NoAccess, UserError

UNFINISHED = ".nieuw"
"""Behind the name of a file that is being written: visible, so that nobody keeps one without knowing."""

NO_ROOM = (
    "De schijf is vol. De bestanden zijn niet gemaakt, het dossier is veilig. "
    "Maak ruimte vrij, of kies een map op een andere schijf."
)
NO_RIGHTS = (
    "Het programma mag in deze map niet schrijven. De bestanden zijn niet gemaakt, het dossier is veilig. "
    "Kies een andere map."
)
NO_FOLDER = (
    "Op deze plek kan geen map staan: er staat een bestand of een verwijzing met die naam. "
    "De bestanden zijn niet gemaakt, het dossier is veilig. Kies een andere map."
)
A_FOLDER = (
    "Op deze plek staat al een map met de naam van een bestand. "
    "De bestanden zijn niet gemaakt, het dossier is veilig. Kies een andere map of een andere naam."
)
NO_NAME = (
    "Deze plek of deze naam kan niet. De bestanden zijn niet gemaakt, het dossier is veilig. "
    "Kies een andere map of een kortere naam."
)
FAILED = (
    "De schijf gaf een fout. De bestanden zijn niet gemaakt, het dossier is veilig. "
    "Controleer de schijf, of kies een andere map."
)
INSIDE = "Deze plek ligt in de map van een werkmap. Er is niets veranderd. Kies een plek buiten die map."
_KINDS: dict[int, tuple[type[UserError], str]] = {
    errno.ENOSPC: (DiskFull, NO_ROOM),
    errno.EDQUOT: (DiskFull, NO_ROOM),
    errno.EFBIG: (DiskFull, NO_ROOM),
    errno.EACCES: (NoAccess, NO_RIGHTS),
    errno.EPERM: (NoAccess, NO_RIGHTS),
    errno.EROFS: (NoAccess, NO_RIGHTS),
    errno.EEXIST: (NoAccess, NO_FOLDER),
    errno.ENOTDIR: (NoAccess, NO_FOLDER),
    errno.EISDIR: (NoAccess, A_FOLDER),
    errno.ENAMETOOLONG: (NoAccess, NO_NAME),
    errno.ELOOP: (NoAccess, NO_NAME),
    errno.EINVAL: (NoAccess, NO_NAME),
}
_OWN_LEFTOVER = re.compile(
    r"(huishouden-\d+-(plan|kaart(-na-doorbraak)?(-a3)?|besparing-per-wet|grafiek-[a-z-]+|werkboek|koelkastkaart"
    r"|(onderbouwing|besluitblad|verzoek|leerkringblad)(-\d+)?|gespreksblad-[a-z-]+)\.(pdf|svg|png|xlsx)"
    r"|casus-\d+\.json|samenvatting\.xlsx|logboek-\d{4}-\d{2}-\d{2}\.csv|doorbraak-\d{4}(Q[1-4])?\.(xlsx|pdf|zip))"
    + re.escape(UNFINISHED)
)


def write_all(folder: Path, contents: Mapping[str, bytes]) -> tuple[Path, ...]:
    """Write each name into `folder` (made when missing), over older ones. Returns the paths in order.

    Everything is first written beside its place and only then renamed, so that a full disk leaves the
    older files as they were. What a stopped program left half is removed first, since it may be about a
    household. Raises DiskFull, NoAccess or DiskFailed.
    """
    fresh: list[tuple[Path, Path]] = []
    with errors_for_people():
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _remove_leftovers(folder)
            for name, content in contents.items():
                place = folder / name
                if place.is_dir():  # now, before any other is renamed
                    raise NoAccess(A_FOLDER)
                beside = folder / (name + UNFINISHED)
                beside.unlink(missing_ok=True)
                fresh.append((beside, place))
                _write(beside, content)
            for beside, place in fresh:
                beside.replace(place)
        finally:
            for beside, _ in fresh:
                with contextlib.suppress(OSError):
                    beside.unlink(missing_ok=True)
    return tuple(place for _, place in fresh)


def refuse_inside(workspace: Path, target: Path) -> None:
    """Raises InputError when `target` lies in or under the folder of a workspace, or is one of its files.

    Links are followed, and folders compared by what they are: a name may have other capitals. A file
    written there could replace the dossiers; a file read there would break their lock.
    """
    try:
        place = target.resolve()
        inside = any(_same(one, workspace) for one in (place, *place.parents))
        if not inside and place.is_file() and workspace.is_dir():
            inside = any(_same(place, one) for one in workspace.iterdir())  # by another name of the same file
    except (OSError, RuntimeError, ValueError):  # a link to itself, or a name that no system takes
        raise InputError(NO_NAME, "out") from None
    if inside:
        raise InputError(INSIDE, "out")


def refuse_beside(name: str, target: Path) -> None:
    """Raises InputError when `target` lies in or under any folder with a file of this name: somebody's workspace."""
    try:
        inside = any(os.path.lexists(one / name) for one in target.resolve().parents)
    except (OSError, RuntimeError, ValueError):
        raise InputError(NO_NAME, "out") from None
    if inside:
        raise InputError(INSIDE, "out")


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # not there (yet)
        return False


def _remove_leftovers(folder: Path) -> None:
    for path in folder.iterdir():
        if _OWN_LEFTOVER.fullmatch(path.name) and (path.is_file() or path.is_symlink()):
            path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb"
    ) as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


@contextlib.contextmanager
def errors_for_people() -> Iterator[None]:
    """Turn what the system says about a folder or file outside the workspace into a `UserError`."""
    try:
        yield
    except OSError as error:
        kind, sentence = _KINDS.get(error.errno or 0, (DiskFailed, FAILED))
        raise kind(sentence) from None
