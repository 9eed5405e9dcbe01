"""A slots file that is lost or damaged, taken from a backup: each has a copy of the slots beside it.

Only slots that open this very database are taken. What lay in their place is kept under another name.

A file that can be read may be damaged too: one bad byte in a slot, and the right passphrase looks like a wrong one.
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
_MOST_AFTER_WRONG = 5  # while somebody waits who may just have made a typing mistake
NO_COPY = (
    "In de map met kopieën staan geen sleutels. Wat in de werkmap staat, is niet veranderd. "
    "Zoek een kopie op een stick of een andere schijf, en kies die map."
)
OTHER_FILE = (
    "Deze wachtzin past op een kopie, maar de sleutels daarvan horen niet bij dit dossierbestand. "
    "Er is niets veranderd. Kies een map met andere kopieën, of zet een hele kopie terug."
)
_DAMAGED = (
    "Deze wachtzin past niet meer: in sleutels.json is iets beschadigd of veranderd. Wat in de werkmap staat, is niet "
    "veranderd. "
    "Bij de kopie van {} liggen sleutels die wel passen. Haal die terug."
)
_OTHERS = (
    "Deze wachtzin past niet op de werkmap, wel op de sleutels bij de kopie van {}. Er is niets veranderd. "
    "Koos je daarna een andere wachtzin? Typ dan die. Zo niet, haal dan de sleutels terug."
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
        found, _ = _opening(place, known[:_MOST_TRIED], secret)
        _keep_aside(folder / SLOTS)
        keys.write(folder / SLOTS, found.slots)
        return found.at
    except WrongPassphrase:
        attempts.count(folder)
        raise
    finally:
        held.release()


def fitting(folder: Path, slots: tuple[keys.Slot, ...], secret: str) -> WrongPassphrase | None:
    """After a wrong passphrase, under the lock: the refusal for one that other slots, beside a copy, do open this
    database with. None when there are none, so that it is just wrong.
    """
    known = [one for one in candidates(folder) if not set(one.slots) <= set(slots)]
    known.sort(key=lambda one: not any(_changed_since(then, slots) for then in one.slots))  # else newest first
    for one in known[:_MOST_AFTER_WRONG]:
        with suppress(UserError):
            found, used = _opening((folder / DATABASE).resolve(), (one,), secret)
            changed = _changed_since(used, slots)
            if not changed and len({slot.mark for slot in slots}) > 1:
                continue  # a re-key was broken off: who gets the old passphrase back has undone it
            sentence = _DAMAGED if changed else _OTHERS
            return WrongPassphrase(sentence.format(f"{found.at.day}-{found.at.month}-{found.at.year}"), found.at)
    return None


def _changed_since(then: keys.Slot, slots: tuple[keys.Slot, ...]) -> bool:
    """Whether a slot of now is this one with something changed in it: another passphrase has all of it new."""
    return then not in slots and any(
        then.kind == now.kind and (then.salt == now.salt or then.box == now.box) for now in slots
    )


def _opening(database: Path, known: tuple[Candidate, ...], secret: str) -> tuple[Candidate, keys.Slot]:
    """With the slot that opened it, and the slots settled on its key."""
    fits = False
    for one in known:
        for slot, key in keys.unwrapped(one.slots, secret):
            fits = True
            with suppress(FileDamaged):
                cipher.close(cipher.connect(database, key))
                return Candidate(one.at, keys.settled(one.slots, slot)), slot
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
