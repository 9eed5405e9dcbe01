"""The sealed file: only the coordinator opens it, and only the sender can have made it.

    "doorbraak-uitwisseling\\n", version, kind                        in clear
    of a small one: sender id, households, period                    in clear, and once more inside
    SealedBox(coordinator: verify key, SigningKey(sender: zlib(canonical JSON), zero bytes up to a step))

All of it is libsodium's (PyNaCl). The sender throws the sealing key away: no key of the sender's opens a file again.
"""

import re
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from doorbraak.model.exchange import refusals, rules
from doorbraak.model.exchange.refusals import refuse
from doorbraak.model.exchange.table_catalogue import TableCatalogue

if TYPE_CHECKING:
    from doorbraak.model.exchange.payload import Payload

SUFFIX = ".doorbraak"
MAGIC = b"doorbraak-uitwisseling\n"
VERSION = 3
MOST_BYTES = 5_000_000
STEPS = (2**18, 2**19, 2**20, 2**21, 2**22, MOST_BYTES - 1_000)
"""Sizes of what is signed, so that the size of a file does not tell how many households are in it: those of five come
to 20 to 45 kB, and those of twenty-five to 100 to 225.
"""
_PLAIN, _SMALL = b"g", b"k"
_START = len(MAGIC) + 2
_KEY_BYTES = 32
_SENDER = 16
_SMALL_HEADER = _SENDER + 1 + 6
_PERIOD = re.compile(rb"20\d\d(Q[1-4]|  )")
_OFFICE = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")


@dataclass(frozen=True, slots=True)
class Small:
    """What a small file (*klein*) says in clear, so that it can wait unopened until there are enough."""

    period: str
    sender: str
    households: int


@dataclass(frozen=True, slots=True)
class Opened:
    """`verify_key`: whose signature it is, to be confirmed once by its fingerprint. `small`: as the outside said."""

    payload: "Payload"
    verify_key: bytes
    small: Small | None


def seal(payload: "Payload", seed: bytes, coordinator: bytes) -> bytes:
    """The whole file. `seed`: the sender's signing key; `coordinator`: the public key of whom it is for."""
    from nacl.public import PublicKey, SealedBox
    from nacl.signing import SigningKey

    from doorbraak.model.exchange import payload as payloads

    signer = SigningKey(seed)
    compressed = zlib.compress(payloads.encode(payload), 9)
    signed = bytes(signer.sign(compressed.ljust(_step(len(compressed)), b"\0")))
    sealed = SealedBox(PublicKey(coordinator)).encrypt(bytes(signer.verify_key) + signed)
    if payload.households >= rules.SMALL:
        return MAGIC + bytes([VERSION]) + _PLAIN + sealed
    header = bytes.fromhex(payload.sender) + bytes([payload.households]) + payload.period.ljust(6).encode()
    return MAGIC + bytes([VERSION]) + _SMALL + header + sealed


def outside(content: bytes) -> Small | None:
    """What can be read without the key: of a small file who sent it, else None. Raises ExchangeRefused."""
    return _split(content)[0]


def open_(content: bytes, private: bytes, tables: TableCatalogue, known: Mapping[str, bytes] | None = None) -> Opened:
    """`private`: the coordinator's key; `known`: the verify key of each sender that was confirmed.

    Raises ExchangeRefused for anything that is not exactly as a sender's program writes it for this coordinator.
    """
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox
    from nacl.signing import VerifyKey

    from doorbraak.model.exchange import payload as payloads
    from doorbraak.model.exchange.coordinator_key import fingerprint

    small, sealed = _split(content)
    key = PrivateKey(private)
    signed = compressed = b""  # no file has an empty one
    with suppress(CryptoError, ValueError, TypeError):
        signed = SealedBox(key).decrypt(sealed)
    if not signed:
        refuse(refusals.NOT_FOR_US)
    verify_key = signed[:_KEY_BYTES]
    with suppress(CryptoError, ValueError, TypeError):
        compressed = VerifyKey(verify_key).verify(signed[_KEY_BYTES:])
    if not compressed:
        refuse(refusals.FORGED)
    found = payloads.decode(_unpacked(compressed), tables)
    if found.coordinator != fingerprint(bytes(key.public_key), "coordinator"):
        refuse(refusals.NOT_FOR_US)
    if known and known.get(found.sender, verify_key) != verify_key:
        refuse(refusals.OTHER_SIGNER)
    if small != _small_of(found):
        refuse(refusals.HEADER_DIFFERS)
    return Opened(found, verify_key, small)


def _small_of(payload: "Payload") -> Small | None:
    return Small(payload.period, payload.sender, payload.households) if payload.households < rules.SMALL else None


def is_container(start: bytes) -> bool:
    """By the first bytes of a file: whether it says that it is one for a coordinator."""
    return start.startswith(MAGIC)


def _split(content: bytes) -> tuple[Small | None, bytes]:
    """By magic and size, before anything is opened."""
    if not is_container(content):
        refuse(refusals.OFFICE if content.startswith(_OFFICE) else refusals.OTHER_FILE)
    if len(content) > MOST_BYTES:
        refuse(refusals.TOO_LARGE)
    version, kind = content[len(MAGIC) : _START - 1], content[_START - 1 : _START]
    if version > bytes([VERSION]):
        refuse(refusals.NEWER)
    if version != bytes([VERSION]) or kind not in (_PLAIN, _SMALL):
        refuse(refusals.OTHER_FILE)
    if kind == _PLAIN:
        return None, content[_START:]
    header, sealed = content[_START : _START + _SMALL_HEADER], content[_START + _SMALL_HEADER :]
    households, period = header[_SENDER : _SENDER + 1], header[_SENDER + 1 :]
    if not _PERIOD.fullmatch(period) or not 1 <= households[0] < rules.SMALL:
        refuse(refusals.DAMAGED)
    return Small(period.decode().strip(), header[:_SENDER].hex(), households[0]), sealed


def _unpacked(compressed: bytes) -> bytes:
    """No more than a file may hold, however small it was made, and behind it no byte that says anything."""
    from doorbraak.model.exchange.payload import MOST_PLAIN

    unpacking, plain = zlib.decompressobj(), b""
    with suppress(zlib.error):
        plain = unpacking.decompress(compressed, MOST_PLAIN + 1)
    filling = unpacking.unused_data
    whole = unpacking.eof and len(plain) <= MOST_PLAIN
    if not whole or any(filling) or len(compressed) != _step(len(compressed) - len(filling)):
        refuse(refusals.DAMAGED)
    return plain


def _step(size: int) -> int:
    """What is more than the last one is too large a file anyhow."""
    return next((step for step in STEPS if size <= step), size)
