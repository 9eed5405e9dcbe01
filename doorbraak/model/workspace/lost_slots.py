"""A slots file that is lost or damaged, taken from a backup: each has a copy of the slots beside it.

Only slots that open this very database are taken. What lay in their place is kept under another name.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from doorbraak.model import bounded
from doorbraak.model.errors import FileDamaged, SlotsMissing, UserError, WrongPassphrase
from doorbraak.model.workspace import DATABASE, attempts, backup, cipher, kept, keys, lock
from doorbraak.model.workspace.creation import SLOTS

_MOST_BYTES = 100_000  # of one file
_MOST_FILES = 500
_MOST_TRIED = 20  # each takes as long as opening
NO_COPY = (
    "In de map met kopieën staan geen sleutels. De dossiers zelf zijn niet veranderd. "
    "Zoek een kopie op een stick of een andere schijf, en kies die map."
)
OTHER_FILE = (
    "Deze wachtzin past op een kopie, maar de sleutels daarvan horen niet bij dit dossierbestand. "
    "Er is niets veranderd. Kies een map met andere kopieën, of zet een hele kopie terug."
)
WRONG = (
    "Deze wachtzin past niet op de sleutels in de kopieën. Er is niets veranderd. "
    "Typ de wachtzin van die dag, of de herstelcode."
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Slots as they lie beside a copy, and the moment of that copy."""

    at: datetime
    slots: tuple[keys.Slot, ...]


def missing(folder: Path) -> SlotsMissing | None:
    """Why the slots of this workspace can't be read, or None when they can. A workspace that is not there has none."""
    if not (folder / DATABASE).is_file():
        return None
    try:
        keys.read(folder / SLOTS)
    except SlotsMissing as error:
        return error
    except UserError:
        return None  # opening itself will say it
    return None


def candidates(folder: Path, elsewhere: Path | None = None) -> tuple[Candidate, ...]:
    """Newest first, each set of slots once; needs no secret. `elsewhere`: a folder where copies may lie as well."""
    found: dict[tuple[keys.Slot, ...], datetime] = {}
    for path in _files(folder, elsewhere):
        with suppress(OSError, UserError, *keys.UNREADABLE):
            text = bounded.read(path, _MOST_BYTES).decode("utf-8")
            slots = keys.from_json(text)
            found[slots] = max(found.get(slots, datetime.min), _moment(path, text))
    return tuple(sorted((Candidate(at, slots) for slots, at in found.items()), key=lambda one: one.at, reverse=True))


def _files(folder: Path, elsewhere: Path | None) -> list[Path]:
    here = folder / backup.FOLDER
    places = [here, here / kept.FOLDER]
    if elsewhere is not None:
        places += [elsewhere, elsewhere / backup.FOLDER, elsewhere / backup.FOLDER / kept.FOLDER]
    return sorted((path for place in places for path in _json_in(place)), key=lambda path: path.name)[-_MOST_FILES:]


def _json_in(place: Path) -> Iterator[Path]:
    with suppress(OSError):
        yield from place.glob("*.json")


def _moment(path: Path, text: str) -> datetime:
    try:
        return datetime.fromisoformat(json.loads(text)["at"]).replace(tzinfo=None)
    except keys.UNREADABLE:
        return datetime.fromtimestamp(path.stat().st_mtime)  # of the wall, as those of copies


def recover(folder: Path, secret: str, elsewhere: Path | None = None) -> datetime:
    """Put the newest slots that open this database in their place; returns the moment of their copy.

    Raises WrongPassphrase, SlotsMissing, FileInUse, FileDamaged, NoAccess, DiskFull, DiskFailed; then nothing is
    changed but the count of failed attempts.
    """
    place = (folder / DATABASE).resolve()
    with cipher.errors_for_people():
        held = lock.take(place.parent)
    try:
        cipher.check_header(place)
        known = candidates(folder, elsewhere)
        if not known:
            raise SlotsMissing(NO_COPY)
        found = _opening(place, known[:_MOST_TRIED], secret)
        _keep_aside(folder / SLOTS)
        keys.write(folder / SLOTS, found.slots)
        return found.at
    except WrongPassphrase:
        attempts.count(folder)
        raise
    finally:
        held.release()


def _opening(database: Path, known: tuple[Candidate, ...], secret: str) -> Candidate:
    fits = False
    for one in known:
        for slot, key in keys.unwrapped(one.slots, secret):
            fits = True
            with suppress(FileDamaged):
                cipher.close(cipher.connect(database, key))
                return Candidate(one.at, keys.settled(one.slots, slot))
    if fits:
        raise SlotsMissing(OTHER_FILE)
    raise WrongPassphrase(WRONG)


def _keep_aside(path: Path) -> None:
    """What lies in the place of the slots, whatever it is."""
    with cipher.errors_for_people():
        number, aside = 1, path.with_name("sleutels-onleesbaar.json")
        while aside.exists() or aside.is_symlink():
            number += 1
            aside = path.with_name(f"sleutels-onleesbaar-{number}.json")
        with suppress(FileNotFoundError):
            path.rename(aside)
