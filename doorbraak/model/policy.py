"""What the administrator of a laptop decides for everybody who uses it: one small file, read and never written.

Every number has bounds in the code: no file can keep the program from locking.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

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
_KNOWN = ("format", "version", *_NUMBERS, _DAYS, _SECOND, _PUBLICATION)
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
    """

    lock_minutes: int = 5
    lock_minutes_at_table: int = 20
    held_days: int = 180
    second_place_required: bool = False
    publication: Mapping[str, int] = field(default_factory=dict)
    fault: str = ""
    given: bool = False


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
    numbers: dict[str, int] = {name: given[name] for name in bounds if name in given and name not in wrong}
    if given.get(_SECOND, _REQUIRED) != _REQUIRED:
        wrong.append(_SECOND)
    required = given.get(_SECOND) == _REQUIRED
    limits = given.get(_PUBLICATION, {})
    if not isinstance(limits, dict) or not all(map(_whole, limits.values())):
        wrong.append(_PUBLICATION)
        limits = {}
    if any(name not in _KNOWN for name in given) or given["version"] != VERSION:
        wrong.append("iets dat dit programma niet kent")
    fault = _PARTLY % ", ".join(wrong) if wrong else ""
    return Policy(**numbers, second_place_required=required, publication=limits, fault=fault, given=True)


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
