"""Key slots: the database key, wrapped by what a person knows or keeps.

The database key is 32 random bytes. Each slot wraps it (XSalsa20-Poly1305) with a key that Argon2id
derives from the passphrase or from the recovery code. The construction is libsodium's own, by PyNaCl.
"""

import base64
import json
import os
import secrets
import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from doorbraak.model import bounded
from doorbraak.model.errors import (
    InputError,
    NoAccess,
    NotFound,
    SlotsMissing,
    UserError,
    WeakPassphrase,
    WrongPassphrase,
)

SlotKind = Literal["passphrase", "recovery"]

FORMAT = 1
SHORTEST = 12
_LONGEST = 1024
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to misread
_CODE_LENGTH = 30  # 150 bits
_WELL_KNOWN = (
    "wachtwoord", "welkom", "password", "geheim", "qwerty", "azerty", "doorbraak", "gemeente", "wijkteam",
    "zomer", "winter", "lente", "herfst", "letmein", "admin", "iloveyou", "abcdef", "123456",
)  # fmt: skip


UNREADABLE = (ValueError, KeyError, TypeError, OverflowError, RecursionError)
"""What reading JSON that is not ours can raise; deep nesting and Infinity are in it."""


@dataclass(frozen=True, slots=True)
class Cost:
    """How hard a guess is: rounds and bytes of Argon2id."""

    rounds: int = 3
    memory: int = 64 * 1024 * 1024


MOST = Cost(rounds=10, memory=256 * 1024 * 1024)  # a forged slots file may not exhaust the laptop
_MOST_BYTES = 20_000


def preload() -> None:
    """Import PyNaCl (0.05 s) while nobody waits."""
    import nacl.pwhash
    import nacl.secret  # noqa: F401


@dataclass(frozen=True, slots=True)
class Slot:
    kind: SlotKind
    salt: bytes
    cost: Cost
    box: bytes


def new_database_key() -> bytes:
    return secrets.token_bytes(32)


def new_recovery_code() -> str:
    """Thirty characters in groups of five, to be printed once and kept apart from the laptop."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return "-".join(code[i : i + 5] for i in range(0, _CODE_LENGTH, 5))


def check_strength(passphrase: str) -> None:
    """Length and a list of well-known words; no puzzles. Raises WeakPassphrase."""
    text = unicodedata.normalize("NFC", passphrase)
    if len(text) < SHORTEST:
        raise WeakPassphrase(
            f"Deze wachtzin is te kort. Neem ten minste {SHORTEST} tekens, bijvoorbeeld vier losse woorden.",
            "passphrase",
        )
    if len(text) > _LONGEST:
        raise WeakPassphrase("Deze wachtzin is te lang. Neem minder dan duizend tekens.", "passphrase")
    rest = "".join(ch for ch in text.casefold() if ch.isalpha())
    for word in _WELL_KNOWN:
        rest = rest.replace(word, "")
    steps = {ord(b) - ord(a) for a, b in pairwise(text)}
    if len(set(text.casefold())) < 5 or len(steps) < 3 or (len(rest) < 4 and not _mostly_digits(text)):
        raise WeakPassphrase(
            "Deze wachtzin is te makkelijk te raden. Neem bijvoorbeeld vier losse woorden.", "passphrase"
        )


def _mostly_digits(text: str) -> bool:
    digits = "".join(ch for ch in text if ch.isdigit())
    return len(digits) >= SHORTEST and "123456" not in digits


def wrap(kind: SlotKind, secret: str, database_key: bytes, cost: Cost) -> Slot:
    from nacl.secret import SecretBox
    from nacl.utils import random

    salt = random(16)
    box = SecretBox(_derive(kind, secret, salt, cost)).encrypt(database_key)
    return Slot(kind, salt, cost, bytes(box))


def unwrap(slots: tuple[Slot, ...], secret: str) -> bytes:
    """The database key, by passphrase or recovery code. Raises WrongPassphrase."""
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    code = _normal("recovery", secret)
    for slot in slots:
        if slot.kind == "recovery" and len(code) != _CODE_LENGTH:
            continue  # no recovery code: spare the user the second derivation
        box = SecretBox(_derive(slot.kind, secret, slot.salt, slot.cost))
        try:
            return bytes(box.decrypt(slot.box))
        except CryptoError:
            continue
    raise WrongPassphrase(
        "Deze wachtzin past niet. Er is niets veranderd. Probeer het nog eens, let op hoofdletters, "
        "of gebruik de herstelcode."
    )


def _normal(kind: SlotKind, secret: str) -> str:
    if kind == "passphrase":
        return unicodedata.normalize("NFC", secret)
    folded = secret.upper().replace("O", "0").replace("I", "1").replace("L", "1")
    return "".join(ch for ch in folded if ch in _ALPHABET)


def _derive(kind: SlotKind, secret: str, salt: bytes, cost: Cost) -> bytes:
    from nacl.exceptions import RuntimeError as NoMemory
    from nacl.pwhash import argon2id

    text = _normal(kind, secret).encode("utf-8", "surrogatepass")
    try:
        return bytes(argon2id.kdf(32, text, salt, opslimit=cost.rounds, memlimit=cost.memory))
    except NoMemory as error:  # else it would pass for a wrong passphrase
        raise UserError(
            "Er is te weinig geheugen vrij om de sleutel te maken. Er is niets veranderd. "
            "Sluit andere programma's en probeer het opnieuw."
        ) from error


def to_json(slots: tuple[Slot, ...]) -> str:
    def shown(slot: Slot) -> dict[str, Any]:
        return {
            "kind": slot.kind,
            "salt": base64.b64encode(slot.salt).decode(),
            "rounds": slot.cost.rounds,
            "memory": slot.cost.memory,
            "box": base64.b64encode(slot.box).decode(),
        }

    return json.dumps({"format": FORMAT, "slots": [shown(slot) for slot in slots]}, indent=1) + "\n"


def from_json(text: str) -> tuple[Slot, ...]:
    """The slots of a sleutels.json, or of the file beside a backup, so that a copy of that one does too.

    Raises SlotsMissing for anything but slots of ours within sane bounds.
    """
    try:
        data = json.loads(text)
        if isinstance(data["slots"], dict):
            data = data["slots"]
        slots = tuple(
            Slot(
                kind=row["kind"],
                salt=base64.b64decode(row["salt"], validate=True),
                cost=Cost(int(row["rounds"]), int(row["memory"])),
                box=base64.b64decode(row["box"], validate=True),
            )
            for row in data["slots"]
        )
        one_of_each = 0 < len(slots) == len({slot.kind for slot in slots})
        sane = data["format"] == FORMAT and one_of_each and all(_sane(slot) for slot in slots)
    except UNREADABLE:
        sane = False
    if not sane:
        raise SlotsMissing(
            "Het bestand sleutels.json is beschadigd. De dossiers zelf zijn niet veranderd. "
            "Kopieer het nieuwste json-bestand uit de map backups, en noem de kopie sleutels.json."
        )
    return slots


def _sane(slot: Slot) -> bool:
    return (
        slot.kind in ("passphrase", "recovery")
        and len(slot.salt) == 16
        and len(slot.box) == 72
        and 1 <= slot.cost.rounds <= MOST.rounds
        and 8192 <= slot.cost.memory <= MOST.memory
    )


def read(path: Path) -> tuple[Slot, ...]:
    """The slots beside the database. Raises SlotsMissing, NoAccess, DiskFailed."""
    from doorbraak.model.workspace import cipher

    try:
        text = bounded.read(path, _MOST_BYTES).decode("utf-8")
    except (UnicodeDecodeError, InputError):
        text = ""
    except NoAccess as error:
        raise NoAccess(cipher.NO_RIGHTS) from error
    except NotFound as error:
        raise SlotsMissing(
            "Het bestand sleutels.json ontbreekt. Zonder dat bestand past geen wachtzin. "
            "De dossiers zijn niet veranderd. "
            "Kopieer het nieuwste json-bestand uit de map backups, en noem de kopie sleutels.json."
        ) from error
    return from_json(text)


def write(path: Path, slots: tuple[Slot, ...]) -> None:
    """Whole or not at all: beside it, synced, then renamed over it. Raises NoAccess, DiskFull, DiskFailed."""
    from doorbraak.model.workspace.cipher import errors_for_people

    with errors_for_people():
        write_whole(path, to_json(slots).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file in one step, readable by its owner only."""
    beside = path.with_name(path.name + ".nieuw")
    beside.unlink(missing_ok=True)  # never into what lies there: it may be a link or a pipe
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
