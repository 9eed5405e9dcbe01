"""A dossier on its way: the case file with the secret that counts the household once, sealed to one workspace.

    "doorbraak-overdracht\\n", version                                in clear
    SealedBox(colleague: zlib(canonical JSON))

Who made it is not signed: it comes from whoever knows the colleague's public key, so who takes it in looks first at
what is in it. Nobody but the colleague opens it, also not who made it. Imports msgspec.
"""

import hashlib
import hmac
import zlib
from contextlib import suppress
from datetime import date
from typing import Annotated, Literal

import msgspec
from msgspec import Meta, Struct

from doorbraak.model.dossier import checks
from doorbraak.model.dossier.casefile_limits import MOST_BYTES as MOST_CASE
from doorbraak.model.dossier.casefile_limits import MOST_ROWS
from doorbraak.model.dossier.erasure import Ground
from doorbraak.model.exchange.coordinator_key import Hex32
from doorbraak.model.handover import refusals
from doorbraak.model.handover.refusals import refuse

SUFFIX = ".doorbraak"
MAGIC = b"doorbraak-overdracht\n"
VERSION = 1
MOST_BYTES = MOST_CASE + 100_000
_MOST_PLAIN = 2 * MOST_CASE + 100_000
MOST_GONE = 200
LONGEST_FROM = 60
_DIGITS = 8

Answer = Literal["taken", "refused"]


class Gone(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody who was erased from this dossier, here or before: no copy anywhere may bring them back."""

    hash: Hex32
    ground: Ground
    at: Annotated[str, Meta(pattern=r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00\Z")]


class Packet(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`transfer`: random, of this file; `receipt`: random, what an answer is made with; `secret`: the household's for
    the exchange; `last_day`: until when it may be taken in; `from_`: what the giver calls itself; `case`: a case file.
    `marks`: of each of its people, in order, the random bytes that they are known by once erased.
    """

    format: Literal["doorbraak-overdracht"]
    transfer: Annotated[str, Meta(pattern=r"^[0-9a-f]{32}\Z")]
    receipt: Hex32
    secret: Hex32
    last_day: date
    from_: Annotated[str, Meta(max_length=LONGEST_FROM)]
    case: Annotated[str, Meta(max_length=MOST_CASE)]
    marks: Annotated[tuple[Hex32, ...], Meta(max_length=MOST_ROWS["people"])]
    gone: Annotated[tuple[Gone, ...], Meta(max_length=MOST_GONE)]


def seal(packet: Packet, colleague: bytes) -> bytes:
    """The whole file. `colleague`: the public key of who may open it."""
    from nacl.public import PublicKey, SealedBox

    plain = msgspec.json.encode(packet, order="sorted")
    return MAGIC + bytes([VERSION]) + bytes(SealedBox(PublicKey(colleague)).encrypt(zlib.compress(plain, 9)))


def is_packet(start: bytes) -> bool:
    """By the first bytes of a file."""
    return start.startswith(MAGIC)


def open_(content: bytes, private: bytes) -> Packet:
    """Raises HandoverRefused for anything that is not exactly as a program writes it for this workspace."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    if not is_packet(content) or len(content) > MOST_BYTES:
        refuse(refusals.OTHER_FILE)
    version = content[len(MAGIC) : len(MAGIC) + 1]
    if version > bytes([VERSION]):
        refuse(refusals.NEWER)
    if version != bytes([VERSION]):
        refuse(refusals.OTHER_FILE)
    compressed = b""
    with suppress(CryptoError, ValueError, TypeError):
        compressed = bytes(SealedBox(PrivateKey(private)).decrypt(content[len(MAGIC) + 1 :]))
    if not compressed:
        refuse(refusals.NOT_FOR_US)
    packet, plain = None, _unpacked(compressed)
    with suppress(ValueError, RecursionError):
        packet = msgspec.json.decode(plain, type=Packet)
    if packet is None or msgspec.json.encode(packet, order="sorted") != plain:
        refuse(refusals.DAMAGED)
    if checks.line(packet.from_, "from_") != packet.from_:  # nothing invisible, nothing on a line of its own
        refuse(refusals.DAMAGED)
    return packet


def answer(receipt: str, transfer: str, said: Answer) -> str:
    """What is read aloud to say that it was taken, or refused: 8 digits that only who opened the file can make."""
    made = hmac.new(bytes.fromhex(receipt), f"{said}|{transfer}".encode(), hashlib.sha256).digest()
    number = int.from_bytes(made) % 10**_DIGITS
    digits = f"{number:0{_DIGITS}d}"
    return f"{digits[:4]} {digits[4:]}"


def _unpacked(compressed: bytes) -> bytes:
    unpacking, plain = zlib.decompressobj(), b""
    with suppress(zlib.error):
        plain = unpacking.decompress(compressed, _MOST_PLAIN + 1)
    if len(plain) > _MOST_PLAIN or not unpacking.eof or unpacking.unused_data:
        refuse(refusals.DAMAGED)
    return plain
