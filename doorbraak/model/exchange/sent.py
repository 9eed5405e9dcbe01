"""Who sends from this workspace, to which coordinator, and what left it: questions and verbs."""

import json
import secrets
from dataclasses import dataclass, field
from datetime import date

from doorbraak.model.exchange import coordinator_key, periods
from doorbraak.model.exchange.coordinator_key import CoordinatorKey
from doorbraak.model.exchange.periods import Period
from doorbraak.model.workspace.store import Store


@dataclass(frozen=True, slots=True)
class Sender:
    """`id` and `seed` are random; the seed is the signing key's, and stays in the encrypted file."""

    id: str
    seed: bytes = field(repr=False)

    @property
    def fingerprint(self) -> str:
        from nacl.signing import SigningKey

        return coordinator_key.fingerprint(bytes(SigningKey(self.seed).verify_key), "sender")


@dataclass(frozen=True, slots=True)
class SentFile:
    """`present`: for the sender alone, a token of each household that was in it; `content`: as it was sealed."""

    period: Period
    sequence: int
    made_on: date
    present: frozenset[str]
    content: bytes


def sender(store: Store) -> Sender | None:
    rows = store.rows("SELECT sender, seed FROM exchange_sender ORDER BY id DESC LIMIT 1")
    return Sender(rows[0][0], bytes.fromhex(rows[0][1])) if rows else None


def new_id() -> str:
    return secrets.token_hex(16)


def make_sender(store: Store, id_: str) -> Sender:
    """The one that there is, or a new one under this id."""
    known = sender(store)
    if known is not None:
        return known
    made = Sender(id_, secrets.token_bytes(32))
    store.insert("exchange_sender", sender=made.id, seed=made.seed.hex())
    return made


def replace_key(store: Store) -> Sender:
    """Another signing key under the same id; both fingerprints stand in the log. Raises NotFound before a first file.

    The coordinator refuses what it signs until the new fingerprint was compared.
    """
    row, id_, seed = store.one("SELECT id, sender, seed FROM exchange_sender ORDER BY id DESC LIMIT 1")
    before, after = Sender(id_, bytes.fromhex(seed)), Sender(id_, secrets.token_bytes(32))
    store.update("exchange_sender", row, seed=after.seed.hex())
    old, new = (coordinator_key.spoken(one.fingerprint) for one in (before, after))
    store.file.log("wijzigen", f"sleutel afzender {new} in plaats van {old}")
    return after


def coordinator(store: Store) -> CoordinatorKey | None:
    """Whose key was taken in last."""
    rows = store.rows("SELECT content FROM exchange_coordinator ORDER BY id DESC LIMIT 1")
    return coordinator_key.decode(rows[0][0].encode()) if rows else None


def take_coordinator(store: Store, content: bytes, today: date) -> CoordinatorKey:
    """The key file, in place of an earlier one; both fingerprints stand in the log. Raises ExchangeRefused.

    Call it inside a change, when somebody has compared the fingerprint.
    """
    before, taken = coordinator(store), coordinator_key.decode(content)
    store.insert(
        "exchange_coordinator", fingerprint=taken.fingerprint, content=content.decode(), taken_on=today.isoformat()
    )
    old = f" in plaats van {before.spoken}" if before else ""
    store.file.log("invoeren", f"sleutel coördinator {taken.spoken}{old}")
    return taken


def files(store: Store) -> tuple[SentFile, ...]:
    """All that left, the first first."""
    rows = store.rows("SELECT period, sequence, made_on, present, content FROM exchange_sent ORDER BY sequence")
    return tuple(
        SentFile(
            periods.parse(period), sequence, date.fromisoformat(made_on), frozenset(json.loads(present)),
            content.encode(),
        )
        for period, sequence, made_on, present, content in rows
    )  # fmt: skip


def keep(store: Store, file: SentFile) -> None:
    store.insert(
        "exchange_sent",
        period=str(file.period),
        sequence=file.sequence,
        made_on=file.made_on.isoformat(),
        present=json.dumps(sorted(file.present)),
        content=file.content.decode(),
    )
