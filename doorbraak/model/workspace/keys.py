"""Key slots: the database key, wrapped by what a person knows or keeps.

The database key is 32 random bytes. Each slot wraps it (XSalsa20-Poly1305) with a key that Argon2id
derives from the passphrase or from the recovery code. The construction is libsodium's own, by PyNaCl.

While a workspace gets another key the file holds slots of both: each says by a mark which key it wraps.
"""

import base64
import hashlib
import json
import os
import secrets
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, NoReturn

from doorbraak.model import bounded
from doorbraak.model.errors import (
    InputError,
    NoAccess,
    NotFound,
    SlotsMissing,
    UserError,
    WrongPassphrase,
)

SlotKind = Literal["passphrase", "recovery"]

FORMAT = 1
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O, U to misread
_CODE_LENGTH = 30  # 150 bits
MOST_OF_A_KIND = 3  # a re-key and a restore after it, both broken off

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
    mark: str = ""  # of the key in the box
    seal: str = field(default="", compare=False)  # by the key in the box, over all the rest


def new_database_key() -> bytes:
    return secrets.token_bytes(32)


def mark_of(database_key: bytes) -> str:
    """Tells keys apart without telling anything of them: they are random, so that no one can try them all."""
    return hashlib.blake2b(database_key, digest_size=8, person=b"doorbraak-key").hexdigest()


def new_recovery_code() -> str:
    """Thirty characters in groups of five, to be printed once and kept apart from the laptop."""
    code = "".join(secrets.choice(_ALPHABET) for _ in range(_CODE_LENGTH))
    return "-".join(code[i : i + 5] for i in range(0, _CODE_LENGTH, 5))


def wrap(kind: SlotKind, secret: str, database_key: bytes, cost: Cost) -> Slot:
    from nacl.secret import SecretBox
    from nacl.utils import random

    salt = random(16)
    box = SecretBox(_derive(kind, secret, salt, cost)).encrypt(database_key)
    slot = Slot(kind, salt, cost, bytes(box), mark_of(database_key))
    return replace(slot, seal=_seal(slot, database_key))


def unwrap(slots: tuple[Slot, ...], secret: str) -> bytes:
    """The database key, by passphrase or recovery code. Raises WrongPassphrase."""
    return next((key for _, key in unwrapped(slots, secret)), None) or refuse(slots)


def unwrapped(slots: tuple[Slot, ...], secret: str) -> Iterator[tuple[Slot, bytes]]:
    """Each slot that opens with the passphrase or recovery code, and the key in it, one at a time: each takes long."""
    from nacl.exceptions import CryptoError
    from nacl.secret import SecretBox

    code = _normal("recovery", secret)
    for slot in slots:
        if slot.kind == "recovery" and len(code) != _CODE_LENGTH:
            continue  # no recovery code: spare the user the second derivation
        box = SecretBox(_derive(slot.kind, secret, slot.salt, slot.cost))
        try:
            key = bytes(box.decrypt(slot.box))
        except CryptoError:
            continue
        yield slot, key


def refuse(slots: tuple[Slot, ...]) -> NoReturn:
    """Raises WrongPassphrase; where a re-key was broken off it says which one to try."""
    if len({slot.mark for slot in slots}) > 1:
        raise WrongPassphrase(
            "Deze wachtzin past niet. Er is niets veranderd. De sleutel van deze werkmap werd net vernieuwd: "
            "probeer de nieuwe wachtzin."
        )
    raise WrongPassphrase(
        "Deze wachtzin past niet. Er is niets veranderd. Probeer het nog eens, let op hoofdletters, "
        "of gebruik de herstelcode."
    )


def settled(slots: tuple[Slot, ...], used: Slot) -> tuple[Slot, ...]:
    """Once the file opened with one of them: the slots of that key alone, one of each kind.

    A kind that has none of that key stays: a re-key leaves both kinds, so it is the mark that is damaged.
    """
    same = sorted((slot for slot in slots if slot.mark == used.mark), key=lambda slot: slot is not used)
    first = {slot.kind: slot for slot in reversed(same)}
    return tuple(slot for slot in slots if first.get(slot.kind, slot) is slot)


def _seal(slot: Slot, database_key: bytes) -> str:
    content = json.dumps([slot.kind, slot.salt.hex(), slot.cost.rounds, slot.cost.memory, slot.box.hex(), slot.mark])
    return hashlib.blake2b(content.encode(), digest_size=16, key=database_key, person=b"doorbraak-slot").hexdigest()


def sealed(slots: tuple[Slot, ...], database_key: bytes) -> tuple[Slot, ...]:
    """With a seal each, where an older program wrote them all without."""
    if any(slot.seal for slot in slots):
        return slots
    return tuple(replace(slot, seal=_seal(slot, database_key)) for slot in slots)


def damaged(slots: tuple[Slot, ...], database_key: bytes) -> tuple[SlotKind, ...]:
    """The kinds of which no slot is as it was written: it is gone, or changed since.

    Who has the workspace open knows its key but not the secret in every slot, so can't try them all: the seal tells.
    """
    plain = not any(slot.seal for slot in slots)  # of an older program, in a folder that nobody may write
    good = {slot.kind for slot in slots if plain or slot.seal == _seal(slot, database_key)}
    kinds: tuple[SlotKind, ...] = ("passphrase", "recovery")
    return tuple(kind for kind in kinds if kind not in good)


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
            "Sluit andere programma’s en probeer het opnieuw."
        ) from error


def to_json(slots: tuple[Slot, ...]) -> str:
    def shown(slot: Slot) -> dict[str, Any]:
        return {
            "kind": slot.kind,
            "salt": base64.b64encode(slot.salt).decode(),
            "rounds": slot.cost.rounds,
            "memory": slot.cost.memory,
            "box": base64.b64encode(slot.box).decode(),
            "mark": slot.mark,
            "seal": slot.seal,
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
                mark=row.get("mark", ""),
                seal=row.get("seal", ""),
            )
            for row in data["slots"]
        )
        few = 0 < max(Counter(slot.kind for slot in slots).values(), default=0) <= MOST_OF_A_KIND
        sane = data["format"] == FORMAT and few and all(_sane(slot) for slot in slots)
    except UNREADABLE:
        sane = False
    if not sane:
        raise SlotsMissing(
            "Het bestand sleutels.json is beschadigd. De dossiers zelf zijn niet veranderd. "
            "Haal de sleutels terug uit een kopie in de map backups."
        )
    return slots


def _sane(slot: Slot) -> bool:
    return (
        slot.kind in ("passphrase", "recovery")
        and len(slot.salt) == 16
        and len(slot.box) == 72
        and 1 <= slot.cost.rounds <= MOST.rounds
        and 8192 <= slot.cost.memory <= MOST.memory
        and isinstance(slot.mark, str)
        and len(slot.mark) in (0, 16)
        and isinstance(slot.seal, str)
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
            "De dossiers zijn niet veranderd. Haal de sleutels terug uit een kopie in de map backups."
        ) from error
    return from_json(text)


def write(path: Path, slots: tuple[Slot, ...]) -> None:
    """Whole or not at all: beside it, synced, then renamed over it. Raises NoAccess, DiskFull, DiskFailed."""
    from doorbraak.model.workspace.cipher import errors_for_people

    with errors_for_people():
        write_whole(path, to_json(slots).encode())


def write_whole(path: Path, content: bytes) -> None:
    """Replace a small file in one step, readable by its owner only."""
    from doorbraak.model.workspace import exact_copy

    beside = path.with_name(path.name + ".nieuw")
    beside.unlink(missing_ok=True)  # never into what lies there: it may be a link or a pipe
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        exact_copy.sync_folder(path.parent)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
