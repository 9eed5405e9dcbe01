"""The file that a coordinator hands out once: the public key to seal to, and the codes of teams and wijken.

Imports msgspec: only for who makes or reads such a file.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from doorbraak.model.dossier import checks
from doorbraak.model.errors import InputError
from doorbraak.model.exchange.refusals import KEY_FILE, ExchangeRefused, refuse
from doorbraak.model.exchange.table_catalogue import NONE, OTHER, Code

FORMAT: Literal["doorbraak-sleutel"] = "doorbraak-sleutel"
MOST_BYTES = 500_000
LONGEST_LABEL = 60
_GROUPS, _DIGITS = 6, 4

Hex32 = Annotated[str, Meta(pattern=r"^[0-9a-f]{64}\Z")]
_CodeId = Annotated[str, Meta(pattern=r"^[A-Za-z0-9-]{1,20}\Z")]
_Label = Annotated[str, Meta(min_length=1, max_length=LONGEST_LABEL)]
_Codes = Annotated[tuple[tuple[_CodeId, _Label], ...], Meta(max_length=500)]


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: Literal["doorbraak-sleutel"]
    version: Literal[1]
    key: Hex32
    teams: _Codes
    wijken: _Codes


@dataclass(frozen=True, slots=True)
class CoordinatorKey:
    public: bytes
    teams: tuple[Code, ...] = ()
    wijken: tuple[Code, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What files name their coordinator by."""
        return fingerprint(self.public, "coordinator")

    @property
    def spoken(self) -> str:
        """The digits that people compare: of the key and of every team and wijk, so that nothing of it can be changed
        unheard.
        """
        return spoken(hashlib.sha256(b"doorbraak-key-file|" + _content(self)).hexdigest())

    @property
    def codes(self) -> dict[str, tuple[Code, ...]]:
        """By dimension of the catalogue of tables."""
        return {"team": self.teams, "wijk": self.wijken}


def fingerprint(key: bytes, of: Literal["coordinator", "sender"]) -> str:
    return hashlib.sha256(f"doorbraak-{of}|".encode() + key).hexdigest()


def spoken(print_: str) -> str:
    """A fingerprint for reading aloud: "0412 9983 ...", 24 digits, which is 80 bits."""
    number = int(print_, 16) % 10 ** (_GROUPS * _DIGITS)
    digits = f"{number:0{_GROUPS * _DIGITS}d}"
    return " ".join(digits[at : at + _DIGITS] for at in range(0, len(digits), _DIGITS))


def encode(key: CoordinatorKey) -> bytes:
    """The whole file, the same every time. Raises InputError for a code or name that is none."""
    content = _content(key)
    try:
        decode(content)
    except ExchangeRefused as error:
        raise InputError("Een code of naam van een team of wijk kan zo niet. Maak hem korter.", "codes") from error
    return content


def _content(key: CoordinatorKey) -> bytes:
    pairs = [tuple((code.id, code.label) for code in codes) for codes in (key.teams, key.wijken)]
    file = _File(format=FORMAT, version=1, key=key.public.hex(), teams=pairs[0], wijken=pairs[1])
    return msgspec.json.encode(file, order="sorted")


def decode(content: bytes) -> CoordinatorKey:
    """Raises ExchangeRefused."""
    if len(content) > MOST_BYTES:
        refuse(KEY_FILE)
    file = None
    with suppress(ValueError, RecursionError):
        file = msgspec.json.decode(content, type=_File)
    if file is None or msgspec.json.encode(file, order="sorted") != content:  # or a name twice, or other white space
        refuse(KEY_FILE)
    teams, wijken = _checked(file.teams), _checked(file.wijken)
    return CoordinatorKey(bytes.fromhex(file.key), teams, wijken)


def _checked(pairs: tuple[tuple[str, str], ...]) -> tuple[Code, ...]:
    """No code twice, none that means something else, and no sign in a name that is not seen."""
    if len({id_ for id_, _ in pairs}) != len(pairs):
        refuse(KEY_FILE)
    for id_, label in pairs:
        if id_ in (OTHER, NONE) or checks.line(label, "label") != label:
            refuse(KEY_FILE)
    return tuple(Code(id_, label) for id_, label in pairs)
