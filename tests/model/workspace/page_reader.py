"""Every page of an encrypted file, of its journal and of what is left of either, decrypted with nothing of Doorbraak.

As SQLCipher 4 documents it: AES-256 in CBC mode, pages of 4,096 bytes of which the last 80 hold the IV (16) and
HMAC-SHA512 (64) over page, IV and number of the page; the first 16 bytes of the file are the salt of the HMAC's key.
"""

import hashlib
import hmac
import struct
from collections.abc import Iterator
from pathlib import Path

import numpy as np

PAGE, IV, MAC, SALT = 4096, 16, 64, 16
_STEP = 8  # bytes: a record of a journal begins at a multiple of this


def pages(database: Path, key: bytes) -> dict[int, bytes]:
    """Of a whole database file, by number; every page has to prove itself."""
    content = database.read_bytes()
    found = dict(_pages(content, key, content[:SALT]))
    assert len(found) == len(content) // PAGE, "not every page opens with this key"
    return found


def _pages(content: bytes, key: bytes, salt: bytes) -> Iterator[tuple[int, bytes]]:
    for number in range(1, len(content) // PAGE + 1):
        page = content[(number - 1) * PAGE : number * PAGE]
        if _proves(page, number, key, salt):
            yield number, decrypted(page, number, key)


def journal_pages(journal: Path, key: bytes, salt: bytes) -> list[bytes]:
    """Whatever pages lie in it, also where its header was wiped: a record is a number, a page and a checksum."""
    content, found, at = journal.read_bytes(), [], 0
    while at + 4 + PAGE <= len(content):
        (number,) = struct.unpack_from(">I", content, at)
        page = content[at + 4 : at + 4 + PAGE]
        if 0 < number < 1_000_000 and _proves(page, number, key, salt):
            found.append(decrypted(page, number, key))
            at += PAGE + 8
        else:
            at += _STEP
    return found


def salt_of(database: Path) -> bytes:
    return database.read_bytes()[:SALT]


def _proves(page: bytes, number: int, key: bytes, salt: bytes) -> bool:
    return hmac.compare_digest(_mac(page, number, key, salt), page[-MAC:])


def _mac(page: bytes, number: int, key: bytes, salt: bytes) -> bytes:
    wanted = hashlib.pbkdf2_hmac("sha512", key, bytes(byte ^ 0x3A for byte in salt), 2, 32)
    begin = SALT if number == 1 else 0
    return hmac.digest(wanted, page[begin:-MAC] + struct.pack("<I", number), "sha512")


def decrypted(page: bytes, number: int, key: bytes) -> bytes:
    """All blocks at once: in CBC each needs only the one before it as it stands."""
    begin = SALT if number == 1 else 0
    sealed, first = page[begin : PAGE - IV - MAC], page[PAGE - IV - MAC : PAGE - MAC]
    before = np.frombuffer(first + sealed[:-16], dtype=">u4").reshape(-1, 4)
    blocks = np.frombuffer(sealed, dtype=">u4").reshape(-1, 4).astype(np.uint32)
    return (_opened(blocks, _round_keys(key)) ^ before).astype(">u4").tobytes()


# -- AES (FIPS 197), the inverse cipher with tables ---------------------------------------------------------------


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = (a << 1) ^ (0x11B if a & 0x80 else 0)
        b >>= 1
    return product


def _boxes() -> tuple[list[int], list[int]]:
    box = [0x63] * 256
    p = q = 1
    while True:
        p = _times(p, 3)
        q = _times(q, 0xF6)
        turned = q
        for shift in (1, 2, 3, 4):
            turned ^= (q << shift | q >> (8 - shift)) & 0xFF
        box[p] = turned ^ 0x63
        if p == 1:
            break
    inverse = [0] * 256
    for at, value in enumerate(box):
        inverse[value] = at
    return box, inverse


_BOX, _INVERSE = _boxes()
_COLUMNS = ((14, 9, 13, 11), (11, 14, 9, 13), (13, 11, 14, 9), (9, 13, 11, 14))
_MIXED = [
    [sum(_times(value, by) << shift for by, shift in zip(row, (24, 16, 8, 0), strict=True)) for value in range(256)]
    for row in _COLUMNS
]
_TABLES = np.array([[_MIXED[row][_INVERSE[value]] for value in range(256)] for row in range(4)], dtype=np.uint32)
_INVERSES = np.array(_INVERSE, dtype=np.uint32)
_known: dict[bytes, list[list[int]]] = {}


def _round_keys(key: bytes) -> list[list[int]]:
    """Of the equivalent inverse cipher, in the order in which they are used."""
    if key in _known:
        return _known[key]
    words = list(struct.unpack(">8I", key))
    power = 1
    for at in range(8, 60):
        word = words[-1]
        if at % 8 == 0:
            word = _swapped((word << 8 | word >> 24) & 0xFFFFFFFF) ^ power << 24
            power = _times(power, 2)
        elif at % 8 == 4:
            word = _swapped(word)
        words.append(words[at - 8] ^ word)
    rounds = [words[at : at + 4] for at in range(56, -1, -4)]
    for at in range(1, 14):
        rounds[at] = [
            _MIXED[0][word >> 24] ^ _MIXED[1][word >> 16 & 255] ^ _MIXED[2][word >> 8 & 255] ^ _MIXED[3][word & 255]
            for word in rounds[at]
        ]
    _known[key] = rounds
    return rounds


def _swapped(word: int) -> int:
    return int.from_bytes(bytes(_BOX[byte] for byte in word.to_bytes(4, "big")), "big")


def _opened(blocks: np.ndarray, rounds: list[list[int]]) -> np.ndarray:
    """Of each row of four words."""
    t0, t1, t2, t3 = _TABLES
    keys = np.array(rounds, dtype=np.uint32)
    a, b, c, d = (blocks ^ keys[0]).T
    for k in keys[1:14]:
        a, b, c, d = (
            t0[a >> 24] ^ t1[d >> 16 & 255] ^ t2[c >> 8 & 255] ^ t3[b & 255] ^ k[0],
            t0[b >> 24] ^ t1[a >> 16 & 255] ^ t2[d >> 8 & 255] ^ t3[c & 255] ^ k[1],
            t0[c >> 24] ^ t1[b >> 16 & 255] ^ t2[a >> 8 & 255] ^ t3[d & 255] ^ k[2],
            t0[d >> 24] ^ t1[c >> 16 & 255] ^ t2[b >> 8 & 255] ^ t3[a & 255] ^ k[3],
        )
    i = _INVERSES
    last = (
        i[a >> 24] << 24 | i[d >> 16 & 255] << 16 | i[c >> 8 & 255] << 8 | i[b & 255],
        i[b >> 24] << 24 | i[a >> 16 & 255] << 16 | i[d >> 8 & 255] << 8 | i[c & 255],
        i[c >> 24] << 24 | i[b >> 16 & 255] << 16 | i[a >> 8 & 255] << 8 | i[d & 255],
        i[d >> 24] << 24 | i[c >> 16 & 255] << 16 | i[b >> 8 & 255] << 8 | i[a & 255],
    )
    return np.stack(last, axis=1) ^ keys[14]
