"""What was received, as it lies in the coordinator's workspace: by sender and period, the contributions by table.

Of a household there is no row: what one sender counts in one table is packed together. What waits, lies sealed as it
came. Imports msgspec: only for who receives or merges.
"""

import hashlib
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

import msgspec

from doorbraak.model.exchange.contributions import CellContributions
from doorbraak.model.exchange.payload import Payload
from doorbraak.model.workspace.store import Store, Value

Content = Literal["open", "sealed", "none"]
"""open: its contributions are here; sealed: the file as it came; none: taken out when its sender was withdrawn."""
_FAST = 1  # of zlib: the rest of its effort gains little of what are random tokens
_DECODER = msgspec.json.Decoder(tuple[CellContributions, ...])


@dataclass(frozen=True, slots=True)
class Before:
    """What there is of a sender and period."""

    row: int
    sequence: int
    digest: str
    content: Content


@dataclass(frozen=True, slots=True)
class Sealed:
    """A file that waits. `sender`: its number; `key_pair`: the id of what opens it."""

    row: int
    sender: int
    content: bytes
    key_pair: int


@dataclass(frozen=True, slots=True)
class Packed:
    """A payload as it is kept: of each table its cells, and a digest of all that was said."""

    parts: tuple[tuple[str, bytes], ...]
    digest: str


def packed(payload: Payload) -> Packed:
    """The digest leaves out for whom it was sealed: the same content for a coordinator's next key is the same."""
    parts = tuple(
        (table, msgspec.json.encode(tuple(cells))) for table, cells in groupby(payload.cells, key=lambda one: one.table)
    )
    said = (
        payload.catalogue, payload.period, payload.sender, payload.sequence, payload.households, payload.example,
        [(table, len(part)) for table, part in parts],
    )  # fmt: skip
    digest = hashlib.sha256(msgspec.json.encode(said))
    for _, part in parts:
        digest.update(part)
    return Packed(parts, digest.hexdigest())


def unpacked(cells: bytes) -> tuple[CellContributions, ...]:
    return _DECODER.decode(zlib.decompress(cells))


def here(store: Store, sha256: str) -> bool:
    """Whether this very file is what there is of its sender and period."""
    return bool(store.rows("SELECT 1 FROM received WHERE sha256 = ? AND content != 'none' LIMIT 1", [sha256]))


def before(store: Store, sender: int, period: str) -> Before | None:
    rows = store.rows(
        "SELECT id, sequence, digest, content FROM received WHERE sender = ? AND period = ?", [sender, period]
    )
    return Before(*rows[0]) if rows else None


def versions(store: Store, period: str) -> frozenset[str]:
    """Of the catalogue of tables, among what counts or waits in this period."""
    rows = store.rows("SELECT DISTINCT catalogue FROM received WHERE period = ? AND content != 'none'", [period])
    return frozenset(version for (version,) in rows)


def keep(
    store: Store, earlier: Before | None, payload: Payload, parts: Packed, *,
    sender: int, sha256: str, today: date, sealed: bytes | None, key_pair: int, small: int,
) -> None:  # fmt: skip
    """In place of what there was. `sealed`: the file as it came when it has to wait, else None. Inside a change."""
    values: dict[str, Value] = {
        "sequence": payload.sequence, "sha256": sha256, "digest": parts.digest, "catalogue": payload.catalogue,
        "received_on": today.isoformat(), "example": int(payload.example), "small": small,
        "content": "open" if sealed is None else "sealed", "sealed": sealed,
        "key_pair": None if sealed is None else key_pair,
    }  # fmt: skip
    if earlier is None:
        row = store.insert("received", sender=sender, period=payload.period, **values)
    else:
        row = earlier.row
        store.update("received", row, **values)
        for (part,) in store.rows("SELECT id FROM contribution WHERE received = ?", [row]):
            store.delete("contribution", part)
    if sealed is None:
        unpack(store, row, parts)


def unpack(store: Store, row: int, parts: Packed) -> None:
    """The contributions of a file, so that they count. Inside a change."""
    for table, part in parts.parts:
        store.insert("contribution", received=row, table_id=table, cells=zlib.compress(part, _FAST))


def sealed_of(store: Store, sender: int) -> Iterator[Sealed]:
    """What waits of one sender, file by file."""
    for (row,) in store.rows("SELECT id FROM received WHERE sender = ? AND content = 'sealed' ORDER BY id", [sender]):
        (found,) = store.rows("SELECT id, sender, sealed, key_pair FROM received WHERE id = ?", [row])
        yield Sealed(*found)


def drop(store: Store, row: int) -> None:
    """A file that waited and can't be believed after all. Inside a change."""
    store.delete("received", row)
