"""What the administrator of a laptop decides for everybody who uses it: one small file, read and never written.

Every number has bounds in the code: no file can keep the program from locking.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from doorbraak import paths
from doorbraak.model.errors import NotFound, UserError

FORMAT = "doorbraak-beleid"
VERSION = 1
LEAST, MOST = 2, 30
"""Minutes."""
LEAST_DAYS, MOST_DAYS = 14, 730

_MOST_BYTES = 20_000
_NUMBERS = ("lock_minutes", "lock_minutes_at_table")
_DAYS = "held_days"
_SECOND = "second_place"
_REQUIRED = "required"
_PUBLICATION = "publication"
_PLACES = ("backup_folder", "coordinator_key", "mandates", "catalogue_folder")
_LONGEST_PLACE = 1000
_KNOWN = ("format", "version", *_NUMBERS, _DAYS, _SECOND, _PUBLICATION, *_PLACES)
_UNREADABLE = (
    "Het beleidsbestand van de beheerder is niet te lezen. De gewone instellingen gelden. Meld het aan de beheerder."
)
_PARTLY = (
    "In het beleidsbestand van de beheerder klopt iets niet: %s. Daarvoor geldt de gewone instelling. "
    "Meld het aan de beheerder."
)


@dataclass(frozen=True, slots=True)
class Policy:
    """`fault` is a sentence about the file, for whoever asks what this program is; empty when all of it holds.

    A second place that is required is asked for. Who has none can work all the same. `publication`: the limits of a
    publication by name, as they were given: whether they are stricter, is judged where they are used. `held_days`: a
    household that lies on this laptop longer gets a mark.

    Places are where the administrator put something, whether it is there now or not: `backup_folder` is the second
    place for who chose none, `coordinator_key` the key file of the coordinator, `mandates` a list of who may decide
    what (CSV), `catalogue_folder` newer lists. What comes from there is looked at and taken as from anywhere else.
    """

    lock_minutes: int = 5
    lock_minutes_at_table: int = 20
    held_days: int = 180
    second_place_required: bool = False
    publication: Mapping[str, int] = field(default_factory=dict)
    backup_folder: Path | None = None
    coordinator_key: Path | None = None
    mandates: Path | None = None
    catalogue_folder: Path | None = None
    fault: str = ""
    given: bool = False


def in_force() -> Policy:
    """What holds on this machine, each time anew: what the administrator changes holds from then on. Never raises."""
    return read(Path(paths.policy_file()))


def read(path: Path) -> Policy:
    """What the file says; without a file, or where it is wrong, what holds for everybody. Never raises."""
    from doorbraak.model import bounded  # late: the window starts without a policy

    try:
        content = bounded.read(path, _MOST_BYTES)
    except NotFound:
        return Policy()
    except UserError:
        return Policy(fault=_UNREADABLE)
    return from_json(content)


def from_json(content: bytes) -> Policy:
    """Field by field: what is wrong has its usual value, and does not undo what is right."""
    import json

    try:
        given = json.loads(content.decode("utf-8-sig"), object_pairs_hook=_once)
    except (ValueError, RecursionError):
        return Policy(fault=_UNREADABLE)
    if not isinstance(given, dict) or given.get("format") != FORMAT or not _whole(given.get("version")):
        return Policy(fault=_UNREADABLE)
    bounds = {**dict.fromkeys(_NUMBERS, (LEAST, MOST)), _DAYS: (LEAST_DAYS, MOST_DAYS)}
    wrong = [name for name, (least, most) in bounds.items() if name in given and not _within(given[name], least, most)]
    numbers: dict[str, Any] = {name: given[name] for name in bounds if name in given and name not in wrong}
    if given.get(_SECOND, _REQUIRED) != _REQUIRED:
        wrong.append(_SECOND)
    required = given.get(_SECOND) == _REQUIRED
    limits = given.get(_PUBLICATION, {})
    if not isinstance(limits, dict) or not all(map(_whole, limits.values())):
        wrong.append(_PUBLICATION)
        limits = {}
    places: dict[str, Any] = {name: _place(given[name]) for name in _PLACES if name in given}
    wrong += [name for name, place in places.items() if place is None]
    if any(name not in _KNOWN for name in given) or given["version"] != VERSION:
        wrong.append("iets dat dit programma niet kent")
    fault = _PARTLY % ", ".join(wrong) if wrong else ""
    found = Policy(**numbers, second_place_required=required, publication=limits, fault=fault, given=True)
    return replace(found, **places)


def _place(value: object) -> Path | None:
    """With what the system calls the user in it, so that one file does for everybody: $USER, %USERNAME%, ~."""
    if not isinstance(value, str) or not 0 < len(value) <= _LONGEST_PLACE or "\0" in value:
        return None
    try:
        path = Path(os.path.expandvars(value)).expanduser()
    except RuntimeError:  # nobody's home
        return None
    return path if path.is_absolute() else None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A name that stands there twice has no meaning."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("twice")
    return found


def _whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _within(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
