"""What a restore put aside: the file of before it, and copies that remember lines of the access log which it has not.

Nothing removes these but a person.
"""

import contextlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from doorbraak.model.errors import DiskFailed
from doorbraak.model.workspace import backup, cipher, journals, own_folder
from doorbraak.model.workspace.backup import Backup

if TYPE_CHECKING:
    from doorbraak.model.workspace.store import Store

FOLDER = "bewaard"
OBJECT = "bewaard bestand"
_STAMP = "%Y-%m-%dT%H%M%S"
_FILE = "-dossiers"
_NOT_REMOVED = (
    "Dit bestand is niet weg te halen. Er is niets veranderd. "
    "Sluit andere programma’s die het gebruiken, en probeer het opnieuw."
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One of them. `at` is when a file was put aside, or when a copy was made; `copy` when it can be put back."""

    path: Path
    at: datetime
    copy: Backup | None = None

    @property
    def size(self) -> int:
        try:
            return self.path.stat().st_size
        except OSError:  # taken away meanwhile
            return 0


def place(folder: Path) -> Path:
    return folder / backup.FOLDER / FOLDER


def all_of(folder: Path) -> tuple[Kept, ...]:
    """Newest first; needs no secret."""
    copies = [Kept(made.path, made.at, made) for made in backup.lying_in(place(folder))]
    known = {one.path for one in copies}
    others = [Kept(path, _moment(path)) for path in _databases(folder) if path not in known]
    return tuple(sorted((*copies, *others), key=lambda one: (one.at, one.path.name), reverse=True))


def files(folder: Path) -> tuple[Path, ...]:
    """The files of before a restore alone, newest first."""
    return tuple(sorted((path for path in _databases(folder) if _FILE in path.stem), reverse=True))


def _databases(folder: Path) -> list[Path]:
    with contextlib.suppress(OSError):
        return list(place(folder).glob("*.db"))
    return []


def _moment(path: Path) -> datetime:
    """Its name tells it; a file that somebody named otherwise tells when it was written."""
    try:
        return datetime.strptime(path.stem.partition(_FILE)[0], _STAMP)
    except ValueError:
        pass
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC).astimezone().replace(tzinfo=None, microsecond=0)
    except OSError:
        return datetime.min


def name_for(folder: Path, now: datetime) -> Path:
    """Where the file of now goes: a name that is free."""
    stamp, number = now.strftime(_STAMP), 1
    while (path := place(folder) / f"{stamp}{_FILE}{'' if number == 1 else f'-{number}'}.db").exists():
        number += 1
    return path


def make_place(folder: Path) -> None:
    """Raises InTheWay, OSError."""
    own_folder.make(place(folder), f"{backup.FOLDER}/{FOLDER}")


def with_its_own(path: Path) -> tuple[Path, ...]:
    """A file of before a restore, the slots and the journals that lie with it."""
    slots = path.with_name(path.name.replace(_FILE, "-sleutels")).with_suffix(".json")
    return path, slots, *journals.of(path)


def forget(path: Path) -> None:
    """After a restore that was refused: what it kept is still in its place."""
    for one in with_its_own(path):
        with contextlib.suppress(OSError):
            one.unlink(missing_ok=True)


def set_aside(folder: Path, copies: Iterable[Backup]) -> None:
    """Out of the list of copies: they would else for ever say that the access log was cut. Raises InTheWay, OSError."""
    for made in copies:
        make_place(folder)
        for path in (made.path, made.beside):  # the copy first: what has no copy does not count
            path.replace(place(folder) / path.name)


def take_back(folder: Path, copies: Iterable[Backup]) -> None:
    """After a restore that was refused: whole copies of a workspace that is as it was."""
    for made in copies:
        for path in (made.beside, made.path):
            with contextlib.suppress(OSError):
                (place(folder) / path.name).replace(path)


def remove(store: "Store", one: Kept) -> None:
    """For good, with what lies with it; the log says so. Raises DiskFailed, DiskFull, NoAccess."""
    store.note("wissen", OBJECT)
    with cipher.errors_for_people():
        try:
            for path in (*with_its_own(one.path), one.path.with_suffix(".json")):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise DiskFailed(_NOT_REMOVED) from error


def copy_named(folder: Path, name: str) -> Backup | None:
    """The copy that was set aside under this name, without its ending."""
    return next((one.copy for one in all_of(folder) if one.copy is not None and one.path.stem == name), None)
