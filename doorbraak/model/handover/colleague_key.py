"""The file by which a colleague can seal a dossier to this workspace: a public key, and whose it is.

Imports msgspec: only for who makes or reads such a file.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from doorbraak.model.dossier import checks
from doorbraak.model.exchange.coordinator_key import Hex32, spoken
from doorbraak.model.handover.refusals import KEY_FILE, refuse

FORMAT: Literal["doorbraak-ontvangstsleutel"] = "doorbraak-ontvangstsleutel"
MOST_BYTES = 1_000
LONGEST_LABEL = 60


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: Literal["doorbraak-ontvangstsleutel"]
    version: Literal[1]
    key: Hex32
    label: Annotated[str, Meta(max_length=LONGEST_LABEL)]


@dataclass(frozen=True, slots=True)
class ColleagueKey:
    """`label`: how the colleague calls the own workspace; it proves nothing, the digits do."""

    public: bytes
    label: str

    @property
    def digits(self) -> str:
        """For reading aloud: 24 digits that are compared once."""
        return spoken(hashlib.sha256(b"doorbraak-colleague|" + self.public).hexdigest())


def encode(key: ColleagueKey) -> bytes:
    """The whole file, the same every time."""
    file = _File(format=FORMAT, version=1, key=key.public.hex(), label=key.label)
    return msgspec.json.encode(file, order="sorted")


def decode(content: bytes) -> ColleagueKey:
    """Raises HandoverRefused."""
    file = None
    if len(content) <= MOST_BYTES:
        with suppress(ValueError, RecursionError):
            file = msgspec.json.decode(content, type=_File)
    if file is None or msgspec.json.encode(file, order="sorted") != content:
        refuse(KEY_FILE)
    if checks.line(file.label, "label") != file.label:
        refuse(KEY_FILE)
    return ColleagueKey(bytes.fromhex(file.key), file.label)
